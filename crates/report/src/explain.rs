use weekwise_model::{Explanation, readable};

use crate::Style;
use crate::words::{padded, percent, tame};

/// Why an occurrence has its category, for a terminal.
pub fn explanation_text(explanation: &Explanation, style: Style) -> String {
    let explanation = &readable(explanation.clone());
    let (event, why) = (&explanation.event, &explanation.classification);
    let mut text = format!("{}\n", style.strong(&tame(&event.summary)));
    text.push_str(&style.muted(&format!(
        "{} – {} · {}",
        event.start,
        event.end,
        tame(&event.calendar)
    )));
    text.push_str(&format!(
        "\n\n{} ({}), {} sure\n",
        style.category(why.category, why.category.label()),
        why.kind.label(),
        percent(why.confidence)
    ));
    let strongest = why
        .because
        .iter()
        .map(|e| e.weight)
        .fold(f64::EPSILON, f64::max);
    for evidence in &why.because {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 8"
        )]
        let cells = ((evidence.weight / strongest).clamp(0.0, 1.0) * 8.0).round() as usize;
        let bar = style.category(evidence.category, &padded(&"█".repeat(cells.max(1)), 8));
        let other = if evidence.category == why.category {
            String::new()
        } else {
            style.muted(&format!(" (for {})", evidence.category.label()))
        };
        text.push_str(&format!("  {bar}  {}{other}\n", tame(&evidence.text)));
    }
    if let Some(second) = &why.runner_up {
        text.push_str(&format!(
            "\nRunner-up: {} ({}), {}\n",
            second.category.label(),
            second.kind.label(),
            percent(second.confidence)
        ));
    }
    for sentence in &explanation.would_change {
        text.push_str(&format!("{}\n", style.muted(&tame(sentence))));
    }
    text.push_str(&day_text(explanation, style));
    text.push_str(&format!("{}\n", explanation.counting));
    text
}

/// What it does to the day, and why; nothing where it is plainly worked.
fn day_text(explanation: &Explanation, style: Style) -> String {
    let day = &explanation.day;
    if day.because.is_empty() {
        return String::new();
    }
    let part = day
        .part
        .map_or(String::new(), |part| format!(", {}", part.words()));
    let mut text = format!(
        "\nOn the day: {}{part}, {} sure\n",
        day.effect.label(),
        percent(day.confidence)
    );
    for evidence in &day.because {
        let other = if evidence.effect == day.effect {
            String::new()
        } else {
            style.muted(&format!(" (for {})", evidence.effect.label()))
        };
        text.push_str(&format!("  {}{other}\n", tame(&evidence.text)));
    }
    for sentence in &explanation.day_would_change {
        text.push_str(&format!("{}\n", style.muted(&tame(sentence))));
    }
    text
}
