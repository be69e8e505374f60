use weekwise_analyze::Change;
use weekwise_model::{AdviceAction, Category, Decides, Drafts};

/// A change worth trying, and what it takes.
#[derive(Debug, Clone)]
pub(crate) struct Proposal {
    /// See [`Advice::id`](weekwise_model::Advice::id).
    pub(crate) id: String,
    pub(crate) action: AdviceAction,
    /// What to do, in the imperative, without a full stop.
    pub(crate) text: String,
    pub(crate) category: Category,
    pub(crate) uid: Option<String>,
    pub(crate) decides: Decides,
    /// What speaks for it, in a few words; who decides is said before it.
    pub(crate) because: String,
    pub(crate) people: u32,
    /// From 0 (nobody is asked) to 5 (close to no).
    pub(crate) trouble: f64,
    /// Which part of the effect an average week sees.
    pub(crate) every: f64,
    pub(crate) change: Change,
    pub(crate) drafts: Option<Drafts>,
}

impl Proposal {
    /// Whether it takes time away from what others hold with me.
    pub(crate) fn is_about_others(&self) -> bool {
        self.decides != Decides::Me
    }
}
