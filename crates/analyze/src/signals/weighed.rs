use weekwise_model::Severity;

/// A signal and how much it weighs among those of its severity: roughly the hours a week it is about.
pub(super) struct WeighedSignal {
    pub(super) observed: Observed,
    pub(super) weight: f64,
}

/// What was seen. What to do about it is advice's to say.
pub(super) struct Observed {
    pub(super) id: String,
    pub(super) severity: Severity,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) threshold: String,
    pub(super) evidence: Vec<String>,
}

/// One step milder; `None` below a note.
pub(super) fn milder(severity: Severity) -> Option<Severity> {
    match severity {
        Severity::Alarm => Some(Severity::Watch),
        Severity::Watch => Some(Severity::Note),
        Severity::Note => None,
    }
}
