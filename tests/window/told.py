"""What a screen reader is told of a window: the tree of one application, as JSON.

    told.py PROCESS

Asked through libatspi, as Orca asks. A process without a tree is not yet there, or tells nobody: `null`.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ["showing", "focusable", "focused", "checked", "pressed", "selected", "expandable", "expanded"]
# Milliseconds: for an answer, and for an application that is just starting.
PATIENCE = (10_000, 15_000)


def application(process: int):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_process_id() == process:
            return child
    return None


def tree(node) -> dict:
    interfaces = node.get_interfaces()
    states = node.get_state_set()
    told = {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "attributes": node.get_attributes(),
        "states": [one for one in STATES if states.contains(getattr(Atspi.StateType, one.upper()))],
        "text": None,
        "value": None,
        "children": [],
    }
    if "Text" in interfaces:
        told["text"] = Atspi.Text.get_text(node, 0, -1)
    if "Value" in interfaces:
        told["value"] = Atspi.Value.get_current_value(node)
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None:
            continue
        try:
            told["children"].append(tree(child))
        except GLib.Error:
            # It was drawn anew between being found and being asked.
            continue
    return told


def main() -> None:
    Atspi.init()
    Atspi.set_timeout(*PATIENCE)
    found = application(int(sys.argv[1]))
    json.dump(tree(found) if found is not None else None, sys.stdout)


main()
