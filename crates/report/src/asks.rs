use weekwise_model::words::signed_hours;
use weekwise_model::{Advice, AskView, AsksView, SeriesRow, readable};

use crate::Style;
use crate::words::tame;

/// So much advice is listed beside what was asked.
const MOST_ADVICE: usize = 5;

/// What was asked for and what came of it, for a terminal; then what else there is to ask for, by its id.
pub fn asks_text(view: &AsksView, advice: &[Advice], style: Style) -> String {
    let view = readable(view.clone());
    let mornings = view.mornings.as_ref();
    let mut text = match &view.text {
        Some(text) => format!("{}\n", style.strong(text)),
        None => "Nothing was asked for yet.\n".to_owned(),
    };
    for one in &view.asks {
        text.push_str(&format!("\n{}", ask_text(one, style)));
    }
    if let Some(mornings) = mornings {
        let since = mornings.since.format("%-d %b");
        text.push_str(&format!(
            "\nPlanned blocks since {since}: {}\n",
            mornings.text
        ));
    }
    if mornings.is_some() || view.asks.iter().any(|one| one.helped.is_some()) {
        let warning = "Before and after, not because: other things changed too.";
        text.push_str(&format!("\n{}\n", style.muted(warning)));
    }
    if !advice.is_empty() {
        text.push_str(&format!("\n{}\n", style.strong("To ask for")));
        for advice in advice.iter().take(MOST_ADVICE) {
            let advice = readable(advice.clone());
            let id = style.muted(&advice.id);
            text.push_str(&format!(
                "{}: {}\n  {id}\n",
                tame(&advice.text),
                advice.effect.figure
            ));
        }
    }
    text
}

/// What could be asked of some series, advised or not, each by its id.
pub fn what_ifs_text(rows: &[SeriesRow], style: Style) -> String {
    let mut text = String::new();
    for row in rows.iter().cloned().map(readable) {
        text.push_str(&format!("{}\n", style.strong(&tame(&row.summary))));
        for change in &row.changes {
            let gain = signed_hours(-change.hours_to_move_saved);
            let asked = change
                .asked
                .map_or_else(String::new, |state| format!("{}, ", state.label()));
            text.push_str(&format!(
                "  {} {gain} to move a week\n    {}\n    {}\n",
                tame(&change.text),
                tame(&change.social_cost_because),
                style.muted(&format!("{asked}{}", change.id))
            ));
        }
        text.push('\n');
    }
    if text.is_empty() {
        text.push_str("No series of these weeks has this in its title.\n");
    }
    text
}

fn ask_text(one: &AskView, style: Style) -> String {
    let ask = &one.ask;
    let mut text = format!("{}\n  {}\n", tame(&ask.text), tame(&one.stands));
    if let Some(helped) = &one.helped {
        text.push_str(&format!("  {}\n", helped.text));
    }
    if !ask.note.is_empty() {
        text.push_str(&format!("  {}\n", tame(&ask.note)));
    }
    text.push_str(&format!("  {}\n", style.muted(&ask.id)));
    text
}
