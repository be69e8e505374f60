use icalendar::parser::{Property, read_calendar_simple};

use crate::text::Slice;

/// The properties of a component, each with its line in the file.
pub(super) struct Props<'a> {
    list: Vec<(Property<'a>, u32)>,
}

impl<'a> Props<'a> {
    /// Lets the `icalendar` crate take a repaired slice apart. Returns the lines it refused as well.
    pub(super) fn of(slice: &'a Slice) -> (Self, Vec<u32>) {
        if let Ok(mut components) = read_calendar_simple(&slice.text)
            && let Some(component) = components.pop()
            && component.properties.len() == slice.lines.len()
        {
            let list = component
                .properties
                .into_iter()
                .zip(slice.lines.iter().copied())
                .collect();
            return (Self { list }, Vec::new());
        }
        // Line by line, so that only the refused ones are lost.
        let mut refused = Vec::new();
        let mut list = Vec::with_capacity(slice.lines.len());
        let lines = slice.text.split("\r\n").skip(1).zip(&slice.lines);
        for (line, number) in lines {
            match Property::try_from(line) {
                Ok(property) => list.push((property, *number)),
                Err(_) => refused.push(*number),
            }
        }
        (Self { list }, refused)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Property<'a>, u32)> {
        self.list.iter().map(|(property, line)| (property, *line))
    }

    /// The first of a name.
    pub(super) fn first(&self, name: &str) -> Option<(&Property<'a>, u32)> {
        self.iter().find(|(property, _)| property.name == name)
    }

    /// The value of the first of a name, where it is not blank.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.first(name)
            .map(|(property, _)| property.val.as_str().trim())
            .filter(|text| !text.is_empty())
    }

    /// All of a name.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = (&Property<'a>, u32)> {
        self.iter()
            .filter(move |(property, _)| property.name == name)
    }
}

/// The value of a parameter.
pub(super) fn param<'p>(property: &'p Property<'_>, key: &str) -> Option<&'p str> {
    property
        .params
        .iter()
        .find(|param| param.key == key)
        .and_then(|param| param.val.as_ref())
        .map(|value| value.as_str().trim())
        .filter(|value| !value.is_empty())
}
