use weekwise_model::words::{percent, signed_hours};
use weekwise_model::{ReviewMove, ReviewMoveKind, ReviewShare, ReviewView, readable, words};

use crate::words::tame;

/// So many marks are a whole week.
const BAR: usize = 40;

/// The note a review leaves: front matter with stable names, the mix as bars, what moved, what was decided, the line. The
/// same review gives the same bytes.
pub fn review_note(view: &ReviewView) -> String {
    let view = &readable(view.clone());
    let mut text = front_matter(view);
    let days = format!(
        "{} to {}",
        view.from.format("%-d %b"),
        view.to.format("%-d %b %Y")
    );
    text.push_str(&format!("\n# Week {}, {days}\n\n", view.week.number()));
    let line = view.review.line.trim();
    if !line.is_empty() {
        text.push_str(&format!("> {}\n\n", tame(line)));
    }
    text.push_str(&format!("{}\n", view.headline));
    if let Some(off) = &view.off {
        text.push_str(&format!("{off}\n"));
    }
    text.push_str("\n```text\n");
    for share in &view.shares {
        text.push_str(&bar(share));
    }
    text.push_str("```\n\n");
    text.push_str(&format!(
        "{} to move · load {} · {} focus · {}\n",
        words::hours(view.hours_to_move),
        percent(view.load),
        words::hours(view.focus_hours),
        words::count(
            view.mornings as usize,
            "morning protected",
            "mornings protected"
        ),
    ));
    if let Some(pending) = &view.pending {
        text.push_str(&format!("{}\n", pending.text));
    }
    section(
        &mut text,
        "Moved since the week before",
        view.moved.iter().map(moved),
    );
    if let Some(kept) = &view.kept {
        let line = format!(
            "{} of {} planned kept; {} where planned, {} moved, {} taken, {} gone",
            words::length(kept.kept_minutes),
            words::length(kept.planned_minutes),
            kept.kept,
            kept.moved,
            kept.invaded,
            kept.gone
        );
        section(&mut text, "Planned blocks", std::iter::once(line));
    }
    let asks = view.asks.asks.iter().map(|one| {
        let helped = one.helped.as_ref();
        let helped = helped.map_or_else(String::new, |helped| format!("; {}", helped.text));
        format!("{}: {}{helped}", tame(&one.ask.text), one.stands)
    });
    let mornings = view.asks.mornings.as_ref();
    let mornings = mornings.map(|mornings| format!("planned blocks: {}", mornings.text));
    section(&mut text, "Asks", asks.chain(mornings));
    let decision = view.review.decision.iter().map(|decision| {
        let what = decision.state.map_or("kept in mind", |state| state.label());
        format!("{}: {what}", tame(&decision.text))
    });
    section(&mut text, "Decided", decision);
    let title = format!("Blocks of week {}", view.next.number());
    let blocks = view.blocks.iter().map(|block| {
        let (start, end) = (clock(&block.start, "%a %H:%M"), clock(&block.end, "%H:%M"));
        format!("{start}–{end}: {}", tame(&block.title))
    });
    section(&mut text, &title, blocks);
    text.push('\n');
    text
}

/// Names that stay: programs read them.
fn front_matter(view: &ReviewView) -> String {
    let mut text = format!(
        "---\nweek: {}\nfrom: {}\nto: {}\n",
        view.week, view.from, view.to
    );
    for share in &view.shares {
        text.push_str(&format!("{}: {:.2}\n", share.category.id(), share.share));
    }
    text.push_str(&format!(
        "hours_to_move: {:.1}\nload: {:.2}\nfocus_hours: {:.1}\nmornings: {}\nasked: {}\nagreed: {}\n---\n",
        view.hours_to_move,
        view.load,
        view.focus_hours,
        view.mornings,
        view.asks.asked,
        view.asks.agreed
    ));
    text
}

/// `Cross-team       30 %  ############          +4.3 h`.
fn bar(share: &ReviewShare) -> String {
    let marks = |at: &usize| share.share * BAR as f64 >= *at as f64 - 0.5;
    let marks = "#".repeat((1..=BAR).take_while(marks).count());
    let gap = match share.low {
        None => "no target".to_owned(),
        Some(_) if share.gap_hours.abs() < 0.05 => "in band".to_owned(),
        Some(_) => signed_hours(share.gap_hours),
    };
    let name = words::capital(words::category(share.category));
    let line = format!("{name:<18}{:>5}  {marks:<22}{gap:>9}", percent(share.share));
    let guess = share
        .guess
        .map(|guess| format!("  guessed {}", percent(guess)));
    format!("{line}{}\n", guess.unwrap_or_default())
}

fn moved(moved: &ReviewMove) -> String {
    let what = match moved.what {
        ReviewMoveKind::New => "new",
        ReviewMoveKind::Longer => "longer",
        ReviewMoveKind::Shorter => "shorter",
        ReviewMoveKind::Invaded => "taken",
        ReviewMoveKind::Cancelled => "cancelled",
        ReviewMoveKind::Away => "without you",
    };
    format!(
        "{what}: {}, {} ({} {})",
        tame(&moved.title),
        moved.more,
        signed_hours(moved.minutes as f64 / 60.0),
        words::category(moved.category)
    )
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.map(|line| format!("- {line}\n")).collect();
    if !lines.is_empty() {
        text.push_str(&format!("\n## {title}\n\n{}", lines.concat()));
    }
}

/// `2026-11-16T09:00:00+01:00` as `Mon 09:00`, or as the form says.
fn clock(instant: &str, form: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(instant)
        .map_or_else(|_| instant.to_owned(), |at| at.format(form).to_string())
}
