//! A person's labelled calendar, as `tests/labelled/README.md` describes the form.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use chrono_tz::Tz;
use weekwise_model::Category;

use crate::team::team;
use crate::truth::Truth;

/// The program whose export a person's calendar is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exporter {
    /// Google Calendar.
    Google,
    /// Outlook's own export: no answers of the attendees.
    Outlook,
    /// Exchange and Outlook on the web.
    Exchange,
    /// Apple Calendar.
    Apple,
    /// Fastmail, Nextcloud, Thunderbird: plain RFC 5545.
    Plain,
    /// A published Outlook link: titles, but nobody.
    Published,
    /// Free and busy only.
    Busy,
    /// Somebody's own calendar, in which nobody is invited.
    Private,
}

/// Somebody invited, or a room, or a list.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The display name; may be empty.
    pub name: String,
    /// The address.
    pub address: String,
    /// `INDIVIDUAL`, `GROUP` or `ROOM`.
    pub kind: &'static str,
    /// `ACCEPTED`, `DECLINED`, `TENTATIVE` or `NEEDS-ACTION`.
    pub answer: &'static str,
    /// Whether they need not come.
    pub optional: bool,
}

/// When something first is.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// A wall time in the person's zone, and minutes.
    At(NaiveDateTime, i64),
    /// A day, and days.
    Day(NaiveDate, u64),
}

/// One labelled event.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is, by section 2 of docs/product.md.
    pub label: Category,
    /// What else a careful reader might have said.
    pub or: Option<Category>,
    /// Its first instance.
    pub when: When,
    /// Its RRULE without COUNT, where it repeats.
    pub rule: Option<String>,
    /// How often at most.
    pub times: Option<u32>,
    /// Its title.
    pub title: String,
    /// Who organizes it, where somebody does.
    pub organizer: Option<Invited>,
    /// Who is invited, the owner too.
    pub invited: Vec<Invited>,
    /// Everything else by its name.
    pub more: BTreeMap<String, String>,
}

/// A person and the labelled events.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name of the file.
    pub name: String,
    /// The owner's address.
    pub address: String,
    /// Whose export it is.
    pub exporter: Exporter,
    /// Where the owner lives.
    pub zone: Tz,
    /// What the calendar is called.
    pub calendar: String,
    /// The events.
    pub lines: Vec<Line>,
    /// The addresses of the owner's team, where the file tells; else nobody.
    pub team: Vec<String>,
    /// What the file tells of the owner's working time.
    pub truth: Option<Truth>,
}

/// The Monday of week 1.
pub const FIRST_MONDAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 7) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

impl Person {
    /// Reads a file's text. Errors name the line, never what stands in it.
    pub fn read(name: &str, text: &str) -> Result<Self> {
        let mut known: BTreeMap<String, Invited> = BTreeMap::new();
        let mut head: BTreeMap<&str, &str> = BTreeMap::new();
        let mut rows: Vec<(usize, &str, Option<Category>)> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if let (Some(or), Some(row)) = (line.strip_prefix("# or:"), rows.last_mut()) {
                row.2 = category(or.split_whitespace().next().unwrap_or_default());
                continue;
            }
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if line.matches('|').count() >= 5 {
                rows.push((at + 1, line, None));
                continue;
            }
            let (key, value) = line
                .split_once(':')
                .with_context(|| format!("{name}, line {}: no colon", at + 1))?;
            let value = value.trim();
            if key.trim() == "person" {
                let (id, person) =
                    person(value).with_context(|| format!("{name}, line {}: person", at + 1))?;
                known.insert(id, person);
            } else {
                head.insert(key.trim(), value);
            }
        }
        let get = |key: &str| {
            head.get(key)
                .copied()
                .with_context(|| format!("{name}: no {key}"))
        };
        let (address, called) = get("me")?.split_once('=').context("me")?;
        let me = Invited {
            name: called.trim().to_owned(),
            address: address.trim().to_owned(),
            kind: "INDIVIDUAL",
            answer: "ACCEPTED",
            optional: false,
        };
        known.insert("me".to_owned(), me.clone());
        let lines = rows
            .into_iter()
            .map(|(at, row, or)| {
                let line = line(row, &known).with_context(|| format!("{name}, line {at}"))?;
                Ok(Line { or, ..line })
            })
            .collect::<Result<_>>()?;
        Ok(Self {
            name: name.to_owned(),
            address: me.address,
            exporter: exporter(get("exporter")?)?,
            zone: get("zone")?.parse().map_err(|_| anyhow!("{name}: zone"))?,
            calendar: get("calendar")?.to_owned(),
            lines,
            team: team(text, &known),
            truth: Truth::read(text).with_context(|| name.to_owned())?,
        })
    }
}

fn exporter(text: &str) -> Result<Exporter> {
    Ok(match text {
        "google" => Exporter::Google,
        "outlook" => Exporter::Outlook,
        "exchange" => Exporter::Exchange,
        "apple" => Exporter::Apple,
        "fastmail" | "nextcloud" | "thunderbird" => Exporter::Plain,
        "published" => Exporter::Published,
        "busy" => Exporter::Busy,
        "private" => Exporter::Private,
        _ => bail!("unknown exporter"),
    })
}

/// `tomek = Tomek Zielinski <tomek@…>`, or `all = all@… group`.
fn person(text: &str) -> Result<(String, Invited)> {
    let (id, rest) = text.split_once('=').context("no =")?;
    let rest = rest.trim();
    let (rest, kind) = match rest.rsplit_once(char::is_whitespace) {
        Some((rest, "group")) => (rest.trim(), "GROUP"),
        Some((rest, "room" | "resource")) => (rest.trim(), "ROOM"),
        _ => (rest, "INDIVIDUAL"),
    };
    let (name, address) = match rest.split_once('<') {
        Some((name, address)) => (name.trim(), address.trim_end_matches('>')),
        None => ("", rest),
    };
    Ok((
        id.trim().to_owned(),
        Invited {
            name: name.to_owned(),
            address: address.trim().to_owned(),
            kind,
            answer: "ACCEPTED",
            optional: false,
        },
    ))
}

fn category(name: &str) -> Option<Category> {
    let mut all = Category::WORK.into_iter().chain([Category::Personal]);
    all.find(|category| category.id() == name)
}

fn line(row: &str, known: &BTreeMap<String, Invited>) -> Result<Line> {
    let columns: Vec<&str> = row.splitn(6, '|').collect();
    let [label, when, repeat, title, who, more] = columns.as_slice() else {
        bail!("not six columns");
    };
    let label = category(label.trim()).context("unknown label")?;
    // A comment begins after the last column's bar.
    let more = match more.find(" # ") {
        Some(at) => more.get(..at).unwrap_or_default(),
        None => more,
    };
    let (when, day) = moment(when.trim())?;
    let (rule, times) = repeats(repeat.trim(), day)?;
    let when = first_on_rule(when, repeat.trim())?;
    let (organizer, invited) = people(who.trim(), known)?;
    let more = more
        .split(';')
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, value)| (key.trim().to_owned(), value.trim().replace("\\n", "\n")))
        .collect();
    Ok(Line {
        label,
        or: None,
        when,
        rule,
        times,
        title: title.trim().to_owned(),
        organizer,
        invited,
        more,
    })
}

fn weekday(text: &str) -> Result<Weekday> {
    text.parse().map_err(|_| anyhow!("no weekday"))
}

fn moment(text: &str) -> Result<(When, NaiveDate)> {
    let mut parts: Vec<&str> = text.split_whitespace().collect();
    let week = match parts.first().and_then(|p| p.parse::<u64>().ok()) {
        Some(week) => {
            parts.remove(0);
            week
        }
        None => 1,
    };
    let [day, time, length] = parts.as_slice() else {
        bail!("when: not weekday, time, length");
    };
    let ahead = (week.saturating_sub(1)) * 7 + u64::from(weekday(day)?.num_days_from_monday());
    let day = FIRST_MONDAY
        .checked_add_days(Days::new(ahead))
        .context("when")?;
    let when = if *time == "all" {
        When::Day(day, length.parse()?)
    } else {
        let time = NaiveTime::parse_from_str(time, "%H:%M")?;
        When::At(day.and_time(time), length.parse()?)
    };
    Ok((when, day))
}

fn repeats(text: &str, day: NaiveDate) -> Result<(Option<String>, Option<u32>)> {
    use chrono::Datelike;
    let (text, times) = match text.split_once('*') {
        Some((text, times)) => (text, Some(times.trim().parse()?)),
        None => (text, None),
    };
    let rule = match text.trim() {
        "once" => return Ok((None, None)),
        "weekly" => "FREQ=WEEKLY".to_owned(),
        "fortnightly" => "FREQ=WEEKLY;INTERVAL=2".to_owned(),
        "monthly" => {
            let place = (day.day() - 1) / 7 + 1;
            let place = if place > 4 { -1 } else { i64::from(place) };
            format!("FREQ=MONTHLY;BYDAY={place}{}", short(day.weekday()))
        }
        "weekdays" => "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR".to_owned(),
        days => {
            let days: Vec<&str> = days
                .split(',')
                .map(|day| weekday(day.trim()).map(short))
                .collect::<Result<_>>()?;
            format!("FREQ=WEEKLY;BYDAY={}", days.join(","))
        }
    };
    Ok((Some(rule), times))
}

fn short(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// The first instance lies on one of the rule's own weekdays.
fn first_on_rule(when: When, repeat: &str) -> Result<When> {
    use chrono::Datelike;
    let repeat = repeat.split('*').next().unwrap_or_default();
    if !repeat.contains(',') {
        return Ok(when);
    }
    let days: Vec<Weekday> = repeat
        .split(',')
        .map(|d| weekday(d.trim()))
        .collect::<Result<_>>()?;
    let on = |day: NaiveDate| {
        (0..7)
            .filter_map(|ahead| day.checked_add_days(Days::new(ahead)))
            .find(|day| days.contains(&day.weekday()))
            .unwrap_or(day)
    };
    Ok(match when {
        When::At(at, minutes) => When::At(on(at.date()).and_time(at.time()), minutes),
        When::Day(day, length) => When::Day(on(day), length),
    })
}

fn people(
    text: &str,
    known: &BTreeMap<String, Invited>,
) -> Result<(Option<Invited>, Vec<Invited>)> {
    if text.is_empty() {
        return Ok((None, Vec::new()));
    }
    let (organizer, invited) = text.split_once('>').context("who: no >")?;
    let find = |mark: &str| -> Result<Invited> {
        let mark = mark.trim();
        let id = mark.trim_end_matches(['?', '-', '~', '.']);
        let id = if known.contains_key(mark) { mark } else { id };
        let mut found = known.get(id).context("who: unknown person")?.clone();
        for mark in mark.get(id.len()..).unwrap_or_default().chars() {
            match mark {
                '?' => found.optional = true,
                '-' => found.answer = "DECLINED",
                '~' => found.answer = "TENTATIVE",
                _ => found.answer = "NEEDS-ACTION",
            }
        }
        Ok(found)
    };
    let organizer = find(organizer)?;
    let mut all: Vec<Invited> = invited
        .split(',')
        .filter(|mark| !mark.trim().is_empty())
        .map(find)
        .collect::<Result<_>>()?;
    if !all.iter().any(|p| p.address == organizer.address) {
        all.insert(0, organizer.clone());
    }
    Ok((Some(organizer), all))
}
