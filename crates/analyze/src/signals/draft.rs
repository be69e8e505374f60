use weekwise_model::{Severity, Signal};

/// A signal and how much it weighs among those of its severity: roughly the hours a week it is about.
pub(super) struct Draft {
    pub(super) signal: Signal,
    pub(super) weight: f64,
}

/// One step milder; `None` below a note.
pub(super) fn milder(severity: Severity) -> Option<Severity> {
    match severity {
        Severity::Alarm => Some(Severity::Watch),
        Severity::Watch => Some(Severity::Note),
        Severity::Note => None,
    }
}
