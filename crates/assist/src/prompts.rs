//! What a user can pick instead of typing it.

use rmcp::model::{GetPromptResult, JsonObject, Prompt, PromptArgument, PromptMessage, Role};
use serde_json::Value;

use crate::trouble::Trouble;

/// The longest argument.
const LONGEST: usize = 60;

struct Ready {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    /// The period that is meant where the user names none.
    usual: &'static str,
    /// What the assistant is asked; `{period}` is the period.
    text: &'static str,
}

const READY: &[Ready] = &[
    Ready {
        name: "weekly_review",
        title: "Weekly review",
        description: "What the week went to, what changed, and the one thing to do next",
        usual: "last week",
        text: "Review my week with the tools of Weekwise. The period is {period}.\n\
               1. Call `report` for it, and `compare` with the week before.\n\
               2. Tell me in at most ten lines: the hours to move and which bands do not hold; meeting load and focus time; \
               what changed most and which series is behind it; the two signals that matter most.\n\
               3. Call `plan` for the coming week, and tell me the blocks it proposes and what would have to change for them.\n\
               4. End with one next step: the first piece of advice, with its exact effect.\n\
               Quote the figures as they are, with the period and the profile. Say what limits them. Name days and meetings \
               as the problem, never a person.",
    },
    Ready {
        name: "what_should_i_decline",
        title: "What should I decline?",
        description: "The meetings that cost most for the least, and what to say",
        usual: "the last 13 weeks (leave the period out)",
        text: "Help me find meetings to leave, shorten or hold less often. The period is {period}.\n\
               1. Call `series`; for the coming week call `report` for its advice.\n\
               2. List at most five changes in the order of Weekwise's advice: what to do, who decides, what it gives back in \
               focus time and hours to move, what it costs others. Leave out what has no effect on a band.\n\
               3. Where the only bridge to a team would go (ask `people`), say so and keep it.\n\
               4. For the first two write a short, kind message I could send. Do not send anything.\n\
               Quote the figures as they are, and say what limits them.",
    },
    Ready {
        name: "prepare_my_evidence",
        title: "Prepare my evidence",
        description: "What a quarter's calendar shows for a talk about performance or promotion",
        usual: "last quarter",
        text: "Prepare notes for a talk about my performance from what my calendar shows. The period is {period}.\n\
               1. Call `report` for it, `compare` with the period of the same length before it, `people` and `series` for it.\n\
               2. Write what it shows, each line with its figure: reviews and strategy in hours and share, people mentored and \
               for how long, teams bridged, focus kept, what got better.\n\
               3. Write beside it what a calendar cannot show (outcomes, quality), as questions for me to fill in.\n\
               4. Name nobody: no title and no person's name unless I ask for it. `weekwise evidence` and the Evidence screen \
               make the document itself.\n\
               Claim nothing for days the export does not tell all of; `trust` says which.",
    },
];

/// What there is.
pub(crate) fn listed() -> Vec<Prompt> {
    READY
        .iter()
        .map(|ready| {
            let period = PromptArgument::new("period")
                .with_description(format!("Which period; without one {}", ready.usual))
                .with_required(false);
            Prompt::new(ready.name, Some(ready.description), Some(vec![period]))
                .with_title(ready.title)
        })
        .collect()
}

/// The words of one.
///
/// # Errors
/// [`Trouble::Arguments`] where there is none of this name.
pub(crate) fn asked(
    name: &str,
    arguments: Option<&JsonObject>,
) -> Result<GetPromptResult, Trouble> {
    let ready = READY
        .iter()
        .find(|ready| ready.name == name)
        .ok_or_else(|| {
            let known: Vec<&str> = READY.iter().map(|ready| ready.name).collect();
            Trouble::Arguments(format!(
                "there is no prompt of this name; there are {}",
                known.join(", ")
            ))
        })?;
    let period = arguments
        .and_then(|given| given.get("period"))
        .and_then(Value::as_str)
        .map(|text| text.trim().chars().take(LONGEST).collect::<String>())
        .filter(|text| !text.is_empty());
    let period = period.unwrap_or_else(|| ready.usual.to_owned());
    let text = ready.text.replace("{period}", &period);
    Ok(
        GetPromptResult::new(vec![PromptMessage::new_text(Role::User, text)])
            .with_description(ready.description),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_names_the_period_it_is_about() {
        let mut given = JsonObject::new();
        given.insert("period".to_owned(), Value::from("2026-W46"));
        let asked = asked("weekly_review", Some(&given)).unwrap();
        let text = serde_json::to_string(&asked).unwrap();
        assert!(text.contains("The period is 2026-W46."), "{text}");
    }

    #[test]
    fn a_prompt_nobody_knows_is_answered_with_those_there_are() {
        let error = asked("dance", None).unwrap_err().to_string();
        assert!(error.contains("weekly_review"), "{error}");
    }
}
