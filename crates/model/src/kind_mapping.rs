use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Category, Kind, Texts};

/// Which category each kind belongs to, where the user wants another than the usual one (section 2 of docs/product.md).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct KindMapping(BTreeMap<Kind, Category>);

/// A kind and where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KindView {
    /// The kind.
    pub kind: Kind,
    /// The name people read.
    pub label: &'static str,
    /// The category its time goes to.
    pub category: Category,
    /// The category it belongs to unless the user says otherwise.
    pub usual: Category,
    /// Whether the user can say otherwise.
    pub fixed: bool,
}

/// What to write in a title for a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TitleTag {
    /// The category it asks for.
    pub category: Category,
    /// The tag, with its `#`.
    pub tag: &'static str,
}

impl KindMapping {
    /// The category a kind's time goes to.
    pub fn category(&self, kind: Kind) -> Category {
        let said = self.0.get(&kind).filter(|_| !Self::is_fixed(kind));
        said.copied().unwrap_or_else(|| kind.category())
    }

    /// Puts a kind into a category.
    pub fn set(&mut self, kind: Kind, category: Category) {
        if category == kind.category() || Self::is_fixed(kind) {
            self.0.remove(&kind);
        } else {
            self.0.insert(kind, category);
        }
    }

    /// Time off and public holidays take away capacity and are in no mix: they cannot be work.
    pub fn is_fixed(kind: Kind) -> bool {
        matches!(kind, Kind::TimeOff | Kind::PublicHoliday)
    }

    /// The same without what says nothing.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let mut tidied = Self::default();
        for (kind, category) in &self.0 {
            tidied.set(*kind, *category);
        }
        tidied
    }

    /// Whether every kind is where it usually is.
    pub fn is_usual(&self) -> bool {
        self.0.is_empty()
    }

    /// Every kind, by its usual category.
    pub fn views(&self) -> Vec<KindView> {
        let view = |&kind: &Kind| KindView {
            kind,
            label: kind.label(),
            category: self.category(kind),
            usual: kind.category(),
            fixed: Self::is_fixed(kind),
        };
        Kind::ALL.iter().map(view).collect()
    }

    /// Kinds that are elsewhere here than there, with where they are here.
    pub fn unlike<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (Kind, Category)> + 'a {
        Kind::ALL
            .iter()
            .map(|&kind| (kind, self.category(kind)))
            .filter(|(kind, category)| other.category(*kind) != *category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_goes_where_the_user_puts_it_and_back() {
        let mut kinds = KindMapping::default();
        kinds.set(Kind::Triage, Category::OtherWork);
        assert_eq!(kinds.category(Kind::Triage), Category::OtherWork);
        assert_eq!(kinds.category(Kind::CodeReview), Category::Review);
        assert_eq!(
            serde_json::to_string(&kinds).unwrap(),
            r#"{"triage":"other_work"}"#
        );
        kinds.set(Kind::Triage, Category::Review);
        assert!(kinds.is_usual());
    }

    #[test]
    fn leave_is_never_work_whatever_a_file_says() {
        let mut kinds: KindMapping =
            serde_json::from_str(r#"{"time_off":"deep_work","triage":"review"}"#).unwrap();
        assert_eq!(kinds.category(Kind::TimeOff), Category::Personal);
        assert!(kinds.tidied().is_usual());
        kinds = KindMapping::default();
        kinds.set(Kind::PublicHoliday, Category::OtherWork);
        assert!(kinds.is_usual());
    }
}
