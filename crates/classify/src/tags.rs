//! Title tags such as `#deep` or `[review]`: they decide outright.

use weekwise_model::{Category, Event, Kind};

use crate::words::{looked_at, words};

/// What a tag asks for, and how it is written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tag {
    pub(crate) category: Category,
    /// Where the tag names a kind and not only a category.
    pub(crate) kind: Option<Kind>,
    pub(crate) written: String,
}

/// Short names of the categories, beside their own names and labels.
const SHORT: &[(&str, Category)] = &[
    ("deep", Category::DeepWork),
    ("deepwork", Category::DeepWork),
    ("focus", Category::DeepWork),
    ("1:1", Category::OneOnOne),
    ("1on1", Category::OneOnOne),
    ("oneonone", Category::OneOnOne),
    ("people", Category::OneOnOne),
    ("mentoring", Category::OneOnOne),
    ("cross", Category::CrossTeam),
    ("crossteam", Category::CrossTeam),
    ("xteam", Category::CrossTeam),
    ("review", Category::Review),
    ("strategy", Category::Strategy),
    ("other", Category::OtherWork),
    ("otherwork", Category::OtherWork),
    ("ops", Category::OtherWork),
    ("personal", Category::Personal),
    ("private", Category::Personal),
];

/// The first tag of a title that names a category or a kind.
pub(crate) fn tag_of(title: &str) -> Option<Tag> {
    let mut rest = looked_at(title);
    while let Some(at) = rest.find(['#', '[']) {
        let bracket = rest[at..].starts_with('[');
        let inner = &rest[at + 1..];
        let length = if bracket {
            inner.find(']')
        } else {
            Some(inner.find(char::is_whitespace).unwrap_or(inner.len()))
        };
        // A `#` inside of a word is no tag: “C#”.
        let free = bracket || at == 0 || rest[..at].ends_with(|c: char| !c.is_alphanumeric());
        if let (Some(length), true) = (length, free) {
            let name = inner[..length].trim_end_matches([',', '.', ';', ':', ')', ']']);
            if let Some((category, kind)) = meaning(name) {
                let written = if bracket {
                    format!("[{name}]")
                } else {
                    format!("#{name}")
                };
                return Some(Tag {
                    category,
                    kind,
                    written,
                });
            }
        }
        rest = inner;
    }
    None
}

/// What a block that this program planned and exported is for: its CATEGORIES say it.
pub(crate) fn planned(event: &Event) -> Option<Tag> {
    let label = |tag: &String| {
        Category::WORK
            .into_iter()
            .find(|one| one.label() == tag.trim())
    };
    let ours = event.uid.ends_with("@weekwise") && event.attendees.is_empty();
    let category = event.categories.iter().find_map(label).filter(|_| ours)?;
    let kind = meaning(&event.summary).and_then(|(_, kind)| kind);
    Some(Tag {
        category,
        kind: kind.filter(|kind| kind.category() == category),
        written: category.label().to_owned(),
    })
}

/// The shortest tag that asks for a category.
pub(crate) fn tag_for(category: Category) -> &'static str {
    match category {
        Category::DeepWork => "#deep",
        Category::OneOnOne => "#1:1",
        Category::CrossTeam => "#cross-team",
        Category::Review => "#review",
        Category::Strategy => "#strategy",
        Category::OtherWork => "#other",
        Category::Personal => "#personal",
    }
}

fn meaning(name: &str) -> Option<(Category, Option<Kind>)> {
    let plain: String = words(name).into_iter().map(|w| w.text).collect();
    if plain.is_empty() {
        return None;
    }
    let by_category = SHORT
        .iter()
        .find(|(short, _)| *short == plain)
        .map(|(_, category)| *category);
    if let Some(category) = by_category {
        return Some((category, None));
    }
    Kind::ALL
        .iter()
        .find(|kind| kind.id().replace('_', "") == plain)
        .map(|kind| (kind.category(), Some(*kind)))
}

#[cfg(test)]
mod tests {
    use weekwise_model::{Category, Kind};

    use super::tag_of;

    #[test]
    fn tags_are_read_wherever_they_stand() {
        let category = |title: &str| tag_of(title).map(|tag| tag.category);
        assert_eq!(category("Email #deep"), Some(Category::DeepWork));
        assert_eq!(category("[Review] Falcon"), Some(Category::Review));
        assert_eq!(category("#1:1 Ana"), Some(Category::OneOnOne));
        assert_eq!(category("Falcon #cross-team."), Some(Category::CrossTeam));
        assert_eq!(
            tag_of("x [design_review]").and_then(|t| t.kind),
            Some(Kind::DesignReview)
        );
    }

    #[test]
    fn other_marks_are_no_tags() {
        for title in [
            "PR #45",
            "C#deep",
            "[EXTERNAL] call",
            "#",
            "[",
            "[]",
            "[review",
            "# deep",
        ] {
            assert_eq!(tag_of(title), None, "{title}");
        }
    }
}
