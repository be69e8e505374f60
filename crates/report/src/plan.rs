use weekwise_model::{
    BlockOrigin, Category, ChangeAction, Plan, PlanAlternative, PlanBlock, Report, Stop, readable,
};

use crate::Style;
use crate::words::{Verdict, amount, hours, percent, tame, title};

/// A plan for the terminal.
pub fn plan_text(plan: &Plan, style: Style) -> String {
    let plan = &readable(plan.clone());
    let mut text = String::new();
    let demo = if plan.before.demo {
        "   (demo calendar)"
    } else {
        ""
    };
    let head = format!("Plan for {}", title(&plan.before));
    text.push_str(&format!("{}{demo}\n", style.strong(&head)));
    for sentence in &plan.arithmetic.sentences {
        text.push_str(&format!("  {sentence}\n"));
    }
    if plan.arithmetic.weeks.len() > 1 {
        for week in &plan.arithmetic.weeks {
            text.push_str(&format!("  {}\n", week.text));
        }
    }
    if let Some(missing) = &plan.missing {
        text.push_str(&format!("  {missing}\n"));
    }
    text.push_str(&format!("\n{}\n", style.strong("Blocks")));
    if plan.blocks.is_empty() {
        text.push_str("  none\n");
    }
    for block in &plan.blocks {
        text.push_str(&format!("  {}\n", block_line(block)));
    }
    if !plan.changes.is_empty() {
        text.push_str(&format!("\n{}\n", style.strong("What must change")));
    }
    for change in &plan.changes {
        let from = format!(
            "{} {}–{}",
            day(&change.from),
            time(&change.from),
            time(&change.from_end)
        );
        let to = change.to.as_deref();
        // On its own day the hour says enough.
        let there = to.filter(|to| day(to) != day(&change.from));
        let there = there.map_or_else(String::new, |to| format!("{} ", day(to)));
        let to = format!("{there}{}", to.map(time).unwrap_or_default());
        let end = change.to_end.as_deref().map(time).unwrap_or_default();
        let what = match change.action {
            ChangeAction::Move => format!("move to {to}–{end}"),
            ChangeAction::Shorten => format!("end at {end}"),
            ChangeAction::Async => "do it in writing".to_owned(),
            ChangeAction::Decline => "decline".to_owned(),
        };
        text.push_str(&format!("  {from}  “{}”: {what}\n", tame(&change.title)));
        text.push_str(&format!("      {}\n", style.muted(&tame(&change.because))));
        // Nobody is asked about an own block.
        if !change.draft.is_empty() {
            text.push_str(&format!("      {}\n", style.muted(&change.id)));
        }
    }
    text.push_str(&format!("\n{}\n", style.strong("Before and after")));
    for (name, of) in FIGURES {
        text.push_str(&format!(
            "  {name:<12} {:>8}  →  {:>8}\n",
            of(&plan.before),
            of(&plan.after)
        ));
    }
    if let Some(pending) = &plan.after.pending {
        text.push_str(&format!("  With the plan: {}\n", pending.text));
    }
    if !plan.alternatives.is_empty() {
        text.push_str(&format!("\n{}\n", style.strong("Other ways to plan")));
    }
    let chosen = plan
        .alternatives
        .iter()
        .find(|way| way.choice == plan.wishes.choice);
    for way in &plan.alternatives {
        let mark = if way.choice == plan.wishes.choice {
            "›"
        } else {
            " "
        };
        let same = way.choice != plan.wishes.choice && chosen.is_some_and(|one| is_like(one, way));
        let words = if same { "The same." } else { &way.text };
        text.push_str(&format!("{mark} {:<18} {words}\n", way.title));
    }
    let is_over = matches!(
        plan.arithmetic.stopped_by,
        Some(Stop::Past | Stop::NoWorkingTime)
    );
    let proof = if is_over {
        "Nothing could be planned.".to_owned()
    } else if plan.optimal {
        "No better plan exists under these wishes, with at most two changes a day and meetings moved within it, or to a gap of another day of their week.".to_owned()
    } else {
        format!(
            "Another plan could be up to {:.1} % better: the search was stopped.",
            plan.gap * 100.0
        )
    };
    text.push_str(&format!("\n{}\n", style.muted(&proof)));
    for note in plan.notes.iter().chain(&plan.before.trust.notes) {
        text.push_str(&format!("{}\n", style.muted(&tame(note))));
    }
    text
}

/// Whether two ways to plan come to the same.
fn is_like(one: &PlanAlternative, other: &PlanAlternative) -> bool {
    one.block_minutes == other.block_minutes
        && (one.blocks, one.mornings, one.changes) == (other.blocks, other.mornings, other.changes)
}

type Figure = fn(&Report) -> String;

const FIGURES: [(&str, Figure); 8] = [
    ("held focus", |report| {
        let deep_work = report.week_mix.of(Category::DeepWork);
        amount(deep_work.map_or(0, |share| share.minutes))
    }),
    ("deep work", |report| share(report, Category::DeepWork)),
    ("1:1s", |report| share(report, Category::OneOnOne)),
    ("strategy", |report| share(report, Category::Strategy)),
    ("review", |report| share(report, Category::Review)),
    ("to move", |report| hours(report.hours_to_move)),
    ("load", |report| percent(report.metrics.meeting_load)),
    ("focus time", |report| hours(report.metrics.focus_time)),
];

/// A share of the mix; a dash where it is not judged.
fn share(report: &Report, category: Category) -> String {
    if Verdict::of(report) == Verdict::TooLittle {
        return "–".to_owned();
    }
    let share = report
        .week_mix
        .of(category)
        .map_or(0.0, |share| share.share);
    percent(share)
}

fn block_line(block: &PlanBlock) -> String {
    let origin = match block.origin {
        BlockOrigin::Kept => "kept",
        BlockOrigin::New => "new",
        BlockOrigin::Locked => "locked",
    };
    let morning = if block.morning { "morning" } else { "" };
    format!(
        "{} {}–{}  {:>3} min  {origin:<6}  {morning:<7}  {}. {}",
        day(&block.start),
        time(&block.start),
        time(&block.end),
        block.minutes,
        tame(&block.title),
        tame(&block.because)
    )
}

/// The local day of an instant in RFC 3339, with its weekday.
fn day(text: &str) -> String {
    let day = text.get(..10).unwrap_or(text);
    day.parse::<chrono::NaiveDate>().map_or_else(
        |_| day.to_owned(),
        |day| day.format("%a %Y-%m-%d").to_string(),
    )
}

/// The wall-clock time of an instant in RFC 3339.
fn time(text: &str) -> &str {
    text.get(11..16).unwrap_or(text)
}
