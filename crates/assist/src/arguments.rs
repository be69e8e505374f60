//! What the tools are asked with. The comments of the fields are what an assistant reads.

use rmcp::model::JsonObject;
use rmcp::schemars::{self, JsonSchema};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::trouble::Trouble;

/// `report`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReportArguments {
    /// The period: `2026-W46`, `2026-11`, `2026-Q4`, `2026-11-09..2026-11-15` (last day included), `this week`, `last week`,
    /// `last quarter`. Without it: this week, or the nearest one with events.
    pub(crate) period: Option<String>,
    /// All signals, all advice, every day: up to ten times as long.
    pub(crate) more: bool,
}

/// `compare`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CompareArguments {
    /// The earlier period, written as for `report`. Without it: the week before the later one begins.
    pub(crate) before: Option<String>,
    /// The later period. Without it: this week, or the nearest one with events.
    pub(crate) after: Option<String>,
    /// More series behind each difference.
    pub(crate) more: bool,
}

/// `series` and `people`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PeriodArguments {
    /// The period, written as for `report`. Without it: the weeks up to now that the tool's description names.
    pub(crate) period: Option<String>,
    /// Targets to compare with, instead of the user's: `staff-plus`, `tech-lead`, `architect`, `solver`, `right-hand`,
    /// `senior`, `principal`.
    pub(crate) profile: Option<String>,
    /// Longer lists.
    pub(crate) more: bool,
}

/// `plan`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PlanArguments {
    /// How many weeks, 1 to 8.
    #[schemars(range(min = 1, max = 8))]
    pub(crate) weeks: u32,
    /// The first day (`2026-11-16`). Whole weeks are planned, never before now. Without it: today.
    pub(crate) from: Option<String>,
    /// Mornings a week to protect, 0 to 7.
    #[schemars(range(min = 0, max = 7))]
    pub(crate) mornings: u32,
    /// The shortest block in minutes, 30 to 480.
    #[schemars(range(min = 30, max = 480))]
    pub(crate) shortest_minutes: u32,
    /// The longest block in minutes, 30 to 720.
    #[schemars(range(min = 30, max = 720))]
    pub(crate) longest_minutes: u32,
    /// Leave every meeting as it is.
    pub(crate) no_changes: bool,
    /// Also the blocks as iCalendar text, which the user can import. Nothing is written anywhere.
    pub(crate) calendar: bool,
    /// Longer lists.
    pub(crate) more: bool,
}

impl Default for PlanArguments {
    fn default() -> Self {
        let wishes = weekwise_model::PlanWishes::default();
        Self {
            weeks: wishes.weeks,
            from: None,
            mornings: wishes.mornings,
            shortest_minutes: wishes.shortest_minutes,
            longest_minutes: wishes.longest_minutes,
            no_changes: false,
            calendar: false,
            more: false,
        }
    }
}

/// `explain`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExplainArguments {
    /// The event's id, as the other tools tell it: twelve hexadecimal digits.
    pub(crate) event: String,
    /// Which instance of a series: a day (`2026-11-12`) or an instant in RFC 3339. Without it: the one nearest to now.
    #[serde(default)]
    pub(crate) at: Option<String>,
}

/// `questions`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct QuestionsArguments {
    /// How many questions at most, 1 to 40; without it 8.
    #[schemars(range(min = 1, max = 40))]
    pub(crate) most: Option<usize>,
    /// Longer lists.
    pub(crate) more: bool,
}

/// `answer`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswersGiven {
    /// The answers, all kept as one step.
    pub(crate) answers: Vec<AnswerGiven>,
}

/// One answer.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerGiven {
    /// The question's id, as `questions` tells it.
    pub(crate) question: String,
    /// The id of one of its options.
    pub(crate) option: String,
    /// Ids of events the answer is not about.
    #[serde(default)]
    pub(crate) except: Vec<String>,
}

/// The schema of arguments, for the list of tools.
pub(crate) fn schema<T: JsonSchema + 'static>() -> JsonObject {
    let mut schema = rmcp::handler::server::common::schema_for_type::<T>()
        .as_ref()
        .clone();
    // What an assistant does not need to read costs it room.
    for name in ["$schema", "title", "description"] {
        schema.remove(name);
    }
    schema
}

/// Arguments as a type of ours.
///
/// # Errors
/// [`Trouble::Arguments`], with what is wrong and what there is.
pub(crate) fn read<T: DeserializeOwned + JsonSchema + 'static>(
    given: JsonObject,
) -> Result<T, Trouble> {
    serde_json::from_value(Value::Object(given)).map_err(|error| {
        let schema = schema::<T>();
        let known = schema.get("properties").and_then(Value::as_object);
        let known: Vec<&str> = known
            .map(|known| known.keys().map(String::as_str).collect())
            .unwrap_or_default();
        Trouble::Arguments(format!(
            "these arguments do not fit: {error}; the arguments are {}",
            known.join(", ")
        ))
    })
}
