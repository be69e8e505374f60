//! A look back on a month, a quarter or a year in words, as every form shows it.

use weekwise_model::words::{hours_in_column, percent, signed_hours, signed_hours_in_column};
use weekwise_model::{
    AskState, AskView, BandStatus, Category, LookBack, LookBackSeries, Mix, OrdinaryWeeks,
    PersonHours, readable, words,
};

use crate::Style;
use crate::leaf::{Column, Leaf, Section, markdown, text};
use crate::page::{CategoryRow, Figure, rows};
use crate::words::{Verdict, days, hours, shortened, tame};

/// A look back for a terminal.
pub fn look_back_text(report: &LookBack, style: Style) -> String {
    text(&look_back(report), style)
}

/// A look back as Markdown, to paste into a document.
pub fn look_back_markdown(report: &LookBack) -> String {
    markdown(&look_back(report))
}

pub(crate) fn look_back(report: &LookBack) -> Leaf {
    let report = &readable(report.clone());
    let demo = if report.demo { " · demo calendar" } else { "" };
    let (categories, scale_percent) = report
        .mix
        .as_ref()
        .map(|mix| bars(mix, report.weeks_long))
        .unwrap_or_default();
    let sections = [
        Section::of("Its weeks", &report.weeks_text),
        seasons(report),
        series(report),
        stopped(report),
        asked(report),
        people(report),
        done(report),
        guesses(report),
        lines(report),
    ];
    Leaf {
        title: report.title.clone(),
        subtitle: format!(
            "{}, counted from the calendar, {}. Titles and names only where chosen{demo}.",
            days(report.from, report.to),
            report.tz
        ),
        headline: report.headline.clone(),
        headline_note: report.lead.clone(),
        categories,
        scale_percent,
        gap_title: "Gap a week",
        figures: figures(report),
        sections: sections.into_iter().filter(Section::is_told).collect(),
        notes: report.notes.iter().map(|note| tame(note)).collect(),
    }
}

/// The bars, with gaps in hours a week.
fn bars(mix: &Mix, weeks: f64) -> (Vec<CategoryRow>, String) {
    let (mut bars, scale) = rows(mix, Verdict::ToMove);
    for (bar, share) in bars.iter_mut().zip(&mix.categories) {
        if matches!(share.status, BandStatus::Under | BandStatus::Over) {
            bar.gap = signed_hours_in_column(share.gap_hours / weeks.max(1.0));
        }
    }
    (bars, scale)
}

fn figures(report: &LookBack) -> Vec<Figure> {
    let figure = |label, value: String, note: String| Figure { label, value, note };
    let mut figures = Vec::new();
    if let Some(middle) = report.middle {
        let of = format!("in a middle week of {} ordinary ones", middle.weeks);
        let same = || "in a middle week".to_owned();
        figures.extend([
            figure("To move", hours(middle.hours_to_move), of),
            figure("Focus time", hours(middle.focus_hours), same()),
            figure("Meeting load", percent(middle.load), same()),
        ]);
    }
    if let Some(all) = report.days {
        figures.extend([
            figure(
                "Meetings",
                hours(all.meeting_hours),
                format!(
                    "{} of {} of working time",
                    percent(all.load),
                    hours(all.capacity_hours)
                ),
            ),
            figure(
                "Mornings protected",
                all.mornings.to_string(),
                format!(
                    "of {}",
                    words::count(all.working_days as usize, "working day", "working days")
                ),
            ),
            figure(
                "Focus in all",
                hours(all.focus_hours),
                "in long stretches".to_owned(),
            ),
            figure("After hours", hours(all.after_hours), String::new()),
        ]);
    }
    figures
}

const SEASONS: [Column; 8] = [
    Column::first("Days"),
    Column::figure("Deep work", 38),
    Column::figure("1:1s", 30),
    Column::figure("Cross-team", 38),
    Column::figure("Review", 36),
    Column::figure("Strategy", 40),
    Column::figure("Other", 32),
    Column::figure("To move", 40),
];

/// Each season beside the whole.
fn seasons(report: &LookBack) -> Section {
    let section = Section::of("Seasons", "");
    if report.seasons.is_empty() {
        return section;
    }
    let row = |name: String, mix: Option<&Mix>, middle: Option<OrdinaryWeeks>| {
        let share = |category: Category| {
            let share = mix.and_then(|mix| mix.of(category));
            share.map_or_else(|| "–".to_owned(), |share| percent(share.share))
        };
        let mut cells = vec![name];
        cells.extend(Category::WORK.map(share));
        let to_move = middle.map(|middle| hours_in_column(middle.hours_to_move));
        cells.push(to_move.unwrap_or_else(|| "–".to_owned()));
        cells
    };
    let whole = row("All of it".to_owned(), report.mix.as_ref(), report.middle);
    let seasons = report.seasons.iter().map(|season| {
        let told = season
            .told
            .map_or_else(|| "not told".to_owned(), |told| days(told.from, told.to));
        let name = format!("{}, {told}", shortened(&season.name));
        row(name, season.mix.as_ref(), season.middle)
    });
    section.with(&SEASONS, std::iter::once(whole).chain(seasons).collect())
}

/// What began, and what ended.
fn series(report: &LookBack) -> Section {
    let columns = |what, day| {
        [
            Column::first(what),
            Column::beside(day, 80),
            Column::figure("Hours a week", 70),
        ]
    };
    let rows = |all: &[LookBackSeries], sign: f64| -> Vec<Vec<String>> {
        let row = |one: &LookBackSeries| {
            vec![
                shortened(&one.title),
                days(one.day, one.day),
                signed_hours_in_column(sign * one.hours_per_week),
            ]
        };
        all.iter().map(row).collect()
    };
    Section::of("What began and what ended", &report.series_text)
        .with(&columns("Began", "First time"), rows(&report.began, 1.0))
        .with(&columns("Ended", "Last time"), rows(&report.ended, -1.0))
}

/// What holds of what was asked for, and what goes on without me.
fn stopped(report: &LookBack) -> Section {
    let mut section = Section::of("What I stopped", "");
    let holding = report.asks.asks.iter().filter(|ask| holds(ask));
    section.lines.extend(holding.map(ask_line));
    let left = report.left.iter().map(|one| {
        format!(
            "{} goes on without me since {} ({} a week)",
            shortened(&one.title),
            days(one.day, one.day),
            signed_hours(-one.hours_per_week)
        )
    });
    section.lines.extend(left);
    section
}

/// What came of the others.
fn asked(report: &LookBack) -> Section {
    let text = report.asks.text.as_ref().map(|text| format!("{text}."));
    let mut section = Section::of("What came of asks", &text.unwrap_or_default());
    let others = report.asks.asks.iter().filter(|ask| !holds(ask));
    section.lines.extend(others.map(ask_line));
    section
}

fn holds(view: &AskView) -> bool {
    view.ask.state == AskState::Agreed && !view.came_back
}

/// `Make “Platform sync” fortnightly: agreed · 4 weeks before: 9.1 h focus, since: 11.4 h`. Before and after, never because.
fn ask_line(view: &AskView) -> String {
    let helped = view.helped.as_ref();
    let helped = helped.map_or_else(String::new, |helped| format!("; {}", helped.text));
    format!("{}: {}{helped}", tame(&view.ask.text), view.stands)
}

fn people(report: &LookBack) -> Section {
    let columns = |who| {
        [
            Column::first(who),
            Column::figure("Times", 40),
            Column::figure("Hours", 50),
        ]
    };
    let rows = |people: &[PersonHours]| -> Vec<Vec<String>> {
        let row = |one: &PersonHours| {
            vec![
                shortened(&one.name),
                one.times.to_string(),
                hours_in_column(one.hours),
            ]
        };
        people.iter().map(row).collect()
    };
    let people = &report.people;
    Section::of("Whom I met", &people.text)
        .with(&columns("1:1s with"), rows(&people.one_on_ones))
        .with(&columns("Mentored"), rows(&people.mentored))
}

/// The sentences of the record of evidence.
fn done(report: &LookBack) -> Section {
    let mut section = Section::of("What was done", "");
    let record = report.record.iter();
    section.lines = record
        .map(|part| format!("{}: {}", part.title, tame(&part.text)))
        .collect();
    section
}

fn guesses(report: &LookBack) -> Section {
    let Some(guesses) = &report.guesses else {
        return Section::default();
    };
    let columns = [
        Column::first("Category"),
        Column::figure("Guessed", 50),
        Column::figure("It was", 50),
        Column::figure("Points off", 60),
    ];
    let rows = guesses.off.iter().map(|one| {
        let points = format!("{:.0}", one.points.abs());
        let sign = match points.as_str() {
            "0" => "",
            _ if one.points > 0.0 => "+",
            _ => "−",
        };
        vec![
            one.category.label().to_owned(),
            percent(one.guessed),
            percent(one.was),
            format!("{sign}{points}"),
        ]
    });
    Section::of("What guesses were off by", &guesses.text).with(&columns, rows.collect())
}

/// The lines of the reviews, one a week.
fn lines(report: &LookBack) -> Section {
    let mut section = Section::of("Week by week", "");
    let lines = report.lines.iter();
    section.lines = lines
        .map(|line| format!("{}: {}", line.week, tame(&line.line)))
        .collect();
    section
}
