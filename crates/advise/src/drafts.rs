//! Messages to copy. They are honest about the reason, and nobody is to blame. Never sent.

use weekwise_model::{AdviceAction, Drafts};

/// Whether once or for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    Once,
    Series,
}

/// What to say about a change to a whole series, in three tones. `mine`: whether I organize it.
pub fn message_about(action: AdviceAction, title: &str, mine: bool) -> Drafts {
    drafts(action, Asked::Series, title, mine)
}

/// What to say about a change, in three tones.
pub(crate) fn drafts(action: AdviceAction, asked: Asked, title: &str, mine: bool) -> Drafts {
    let this = match asked {
        Asked::Once => "this time",
        Asked::Series => "from now on",
    };
    let what = what(action, title, this, mine);
    let why = "I am making room for work that needs a longer stretch.";
    let open = "If something speaks against it, tell me and we find another way.";
    Drafts {
        plain: format!("{what} {why} {open}"),
        warm: format!(
            "Hi! {what} {why} It has nothing to do with the meeting or with anybody in it. {open}"
        ),
        brief: what,
    }
}

fn what(action: AdviceAction, title: &str, this: &str, mine: bool) -> String {
    match (action, mine) {
        (AdviceAction::Halve, true) => {
            format!("I would like to hold “{title}” half as often {this}.")
        }
        (AdviceAction::Halve, false) => format!("Could we hold “{title}” half as often {this}?"),
        (AdviceAction::Shorten, true) => format!(
            "I would like to end “{title}” earlier {this}; what is left we finish in writing."
        ),
        (AdviceAction::Shorten, false) => {
            format!("Could “{title}” end earlier {this}? What is left we can finish in writing.")
        }
        (AdviceAction::Document, _) => format!(
            "“{title}” will be a document {this}: I write what there is to tell, please answer there. What needs a decision gets a meeting."
        ),
        (AdviceAction::Merge, true) => {
            format!("I would like to merge “{title}” with our other meeting about the same {this}.")
        }
        (AdviceAction::Merge, false) => {
            format!("Could we merge “{title}” with our other meeting about the same {this}?")
        }
        (AdviceAction::Delegate, _) => format!(
            "Somebody of my team and I would take turns in “{title}” {this}. We tell each other what was decided."
        ),
        (AdviceAction::Move, true) => {
            format!("I would like to hold “{title}” at another time {this}.")
        }
        (AdviceAction::Move, false) => format!(
            "Could “{title}” be at another time {this}? If it cannot move, I will be there."
        ),
        _ => format!(
            "I will not be at “{title}” {this} and read the notes. If you need me for something, tell me and I will come."
        ),
    }
}
