//! Messages to copy. They are honest about the reason, and nobody is to blame.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use weekwise_model::{ChangeAction, Drafts};

/// A meeting and what is asked about it.
pub(crate) struct Ask<'a> {
    pub(crate) title: &'a str,
    pub(crate) start: DateTime<Utc>,
    pub(crate) to: Option<(DateTime<Utc>, DateTime<Utc>)>,
    pub(crate) action: ChangeAction,
    pub(crate) mine: bool,
    pub(crate) zone: Tz,
}

impl Ask<'_> {
    pub(crate) fn drafts(&self) -> Drafts {
        let (title, day) = (self.title, self.day(self.start));
        let time = |at: DateTime<Utc>| at.with_timezone(&self.zone).format("%H:%M").to_string();
        let (to, end) = self
            .to
            .map_or((String::new(), String::new()), |(a, b)| (time(a), time(b)));
        let date = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let there = self.to.filter(|(a, _)| date(*a) != date(self.start));
        let (to, same) = match there {
            Some((a, _)) => {
                let day = a.with_timezone(&self.zone).format("%A, %H:%M").to_string();
                (day, String::new())
            }
            None => (to, " the same day".to_owned()),
        };
        let that = if same.is_empty() { "" } else { " that day" };
        let length = self.to.map_or(0, |(a, b)| (b - a).num_minutes());
        let [plain, warm, brief] = match (self.action, self.mine) {
            (ChangeAction::Move, true) => [
                format!(
                    "I would like to move “{title}” on {day} to {to}–{end}{same}, to keep a stretch for concentrated work. Does that suit you?"
                ),
                format!(
                    "Hi! I am trying to keep a longer stretch for concentrated work on {day}. Would it be all right for you if “{title}” were at {to}–{end}{that} instead? If it is not, tell me and we find another time."
                ),
                format!("“{title}”, {day}: could we do {to}–{end} instead?"),
            ],
            (ChangeAction::Move, false) => [
                format!(
                    "Could “{title}” on {day} be at {to}–{end}{same}? I am keeping the time around it for concentrated work. If it cannot move, I will be there."
                ),
                format!(
                    "Hi! I am trying to keep a longer stretch for concentrated work on {day}, and I do not want to miss our conversation. Would {to}–{end}{that} work for you? If not, we leave it where it is."
                ),
                format!(
                    "“{title}”, {day}: would {to}–{end} work for you too? If not, I will be there."
                ),
            ],
            (ChangeAction::Shorten, _) => [
                format!(
                    "I would like to keep “{title}” on {day} to {length} minutes, until {end}, to make room for concentrated work afterwards. What does not fit we can finish in writing."
                ),
                format!(
                    "Hi! Shall we try “{title}” in {length} minutes on {day}, until {end}? I would like to use the time after it for concentrated work, and I am happy to finish in writing what does not fit."
                ),
                format!("“{title}”, {day}: shall we try {length} minutes, until {end}?"),
            ],
            (ChangeAction::Async, true) => [
                format!(
                    "“{title}” on {day} will be in writing this time: I will send my notes and questions beforehand, please answer there. If something needs a conversation, tell me and we meet."
                ),
                format!(
                    "Hi all! I would like to try “{title}” in writing on {day}, so that everybody gets the time back. I will start with my notes and questions; add yours. If something needs a conversation, we meet as usual."
                ),
                format!("“{title}”, {day}: in writing this time. Notes follow."),
            ],
            (ChangeAction::Async, false) => [
                format!(
                    "I would like to take part in “{title}” on {day} in writing: I will send my points beforehand and read the notes. If you need me for a decision, tell me and I will join."
                ),
                format!(
                    "Hi! I am keeping {day} for concentrated work around that time. May I take part in “{title}” in writing? I will send my points beforehand and read the notes, and join if you need me for a decision."
                ),
                format!("“{title}”, {day}: I will send my points in writing and read the notes."),
            ],
            (ChangeAction::Decline, _) => [
                format!(
                    "I will not be at “{title}” on {day}: I am keeping the time for concentrated work. I will read the notes; if you need me for something, tell me and I will come."
                ),
                format!(
                    "Hi! I will sit out “{title}” on {day} to get some concentrated work done. I will read the notes, and if there is something you need me for, tell me and I will gladly come."
                ),
                format!(
                    "“{title}”, {day}: I will read the notes this time. Tell me if you need me."
                ),
            ],
        };
        Drafts { plain, warm, brief }
    }

    fn day(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.zone)
            .format("%A, %-d %B, %H:%M")
            .to_string()
    }
}
