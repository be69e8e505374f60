//! What can be read: the definitions of every word and number, and the note of a week.

use rmcp::model::{Resource, ResourceContents, ResourceTemplate};
use weekwise_engine::PeriodChoice;
use weekwise_model::IsoWeek;
use weekwise_report::report_markdown;

use crate::answer::LONG;
use crate::calendars::Shelf;
use crate::trouble::Trouble;

/// The definition of every word and number.
const DEFINITIONS: &str = include_str!("../../../docs/product.md");

const WHOLE: &str = "weekwise://definitions";
const SECTION: &str = "weekwise://definitions/";
const WEEK: &str = "weekwise://week/";
const MARKDOWN: &str = "text/markdown";

/// What is always there.
pub(crate) fn listed() -> Vec<Resource> {
    let whole = Resource::new(WHOLE, "definitions")
        .with_title("What every word and number means")
        .with_description("The definition of categories, bands, metrics, signals, advice and plans")
        .with_mime_type(MARKDOWN)
        .with_size(DEFINITIONS.len() as u64);
    let section = |(number, title): (usize, &str)| {
        Resource::new(
            format!("{SECTION}{number}"),
            format!("definitions-{number}"),
        )
        .with_title(title)
        .with_mime_type(MARKDOWN)
    };
    let mut all = vec![whole];
    all.extend((1..).zip(titles()).map(section));
    all.push(
        Resource::new(format!("{WEEK}now"), "this-week")
            .with_title("This week's report")
            .with_description(
                "This week, or the nearest one with events, as Markdown without titles and names",
            )
            .with_mime_type(MARKDOWN),
    );
    all
}

/// What there is one of for each week.
pub(crate) fn templates() -> Vec<ResourceTemplate> {
    vec![
        ResourceTemplate::new(format!("{WEEK}{{week}}"), "week")
            .with_title("The report of a week")
            .with_description("An ISO week such as 2026-W46, as Markdown without titles and names")
            .with_mime_type(MARKDOWN),
    ]
}

/// Whether something of this address can be read.
pub(crate) fn knows(uri: &str) -> bool {
    uri == WHOLE || section(uri).is_some() || week(uri).is_some()
}

/// What an address leads to.
///
/// # Errors
/// What keeps the calendars from being read.
pub(crate) fn read(uri: &str, shelf: &Shelf) -> Result<ResourceContents, Trouble> {
    let text = if uri == WHOLE {
        DEFINITIONS.to_owned()
    } else if let Some(section) = section(uri) {
        section.to_owned()
    } else {
        let choice = week(uri).ok_or(Trouble::Internal)?;
        let book = shelf.book()?;
        let report = book.veiled(book.opened.report(&choice, &book.clock)?);
        let note = report_markdown(&report, &report.profile);
        note.chars().take(LONG).collect()
    };
    Ok(ResourceContents::text(text, uri).with_mime_type(MARKDOWN))
}

/// The headings of the sections.
fn titles() -> impl Iterator<Item = &'static str> {
    DEFINITIONS.lines().filter_map(|line| {
        let (_, title) = line.strip_prefix("## ")?.split_once(". ")?;
        Some(title)
    })
}

fn section(uri: &str) -> Option<&'static str> {
    let number: usize = uri.strip_prefix(SECTION)?.parse().ok()?;
    let begin = DEFINITIONS.find(&format!("\n## {number}. "))? + 1;
    let rest = DEFINITIONS.get(begin..)?;
    let end = rest.find("\n## ").map_or(rest.len(), |end| end + 1);
    rest.get(..end)
}

fn week(uri: &str) -> Option<PeriodChoice> {
    match uri.strip_prefix(WEEK)? {
        "now" => Some(PeriodChoice::Default),
        week => week.parse::<IsoWeek>().ok().map(PeriodChoice::Week),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_of_the_definitions_is_there_and_ends_where_the_next_begins() {
        let all: Vec<&str> = titles().collect();
        assert!(all.len() >= 10, "{all:?}");
        for (number, title) in (1..).zip(all) {
            let text = section(&format!("{SECTION}{number}")).unwrap();
            assert!(text.starts_with(&format!("## {number}. {title}")), "{text}");
            assert_eq!(text.matches("\n## ").count(), 0);
        }
        assert!(!knows("weekwise://definitions/99"));
    }

    #[test]
    fn a_week_is_named_as_everywhere() {
        assert!(knows("weekwise://week/2026-W46") && knows("weekwise://week/now"));
        assert!(!knows("weekwise://week/2026-W60") && !knows("file:///etc/passwd"));
    }
}
