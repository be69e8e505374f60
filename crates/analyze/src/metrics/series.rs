//! What each series costs.

use weekwise_model::{Category, Classified, FocusCost, Response, SeriesCost};

use crate::book::{AnalyzeError, Claim, Cut, Fold, Ledger, Series, Table, hours, place};

/// Weeks in the month that costs are told for: 30.44 days.
const WEEKS_A_MONTH: f64 = 30.44 / 7.0;

/// Focus minutes without a series − focus minutes with it, for every recurring meeting (leave one out); in the order of
/// [`Ledger::series`].
///
/// Stretches end with the day, so only the days a series touches are cut again.
pub(crate) fn focus_cost_minutes(ledger: &Ledger<'_>, cuts: &[Cut]) -> Vec<i64> {
    let mut lost = vec![0_i64; ledger.series.len()];
    let focus_minutes = ledger.focus_minutes();
    let mut scratch = Vec::new();
    for (day, cut) in ledger.days.iter().zip(cuts) {
        let mut there: Vec<usize> = day
            .claims
            .iter()
            .map(|&place| &ledger.claims[place])
            .filter(|claim| claim.meeting)
            .map(|claim| claim.series)
            .filter(|&series| ledger.series[series].recurring)
            .collect();
        there.sort_unstable();
        there.dedup();
        let with = cut.focus_time(focus_minutes);
        for series in there {
            let kept = |_, claim: &Claim| (claim.series != series).then_some(claim.span);
            let without = day.focus_time(&ledger.claims, focus_minutes, &mut scratch, kept);
            lost[series] += without - with;
        }
    }
    lost
}

/// The same by name, in hours a week, greatest first.
pub(super) fn focus_cost(ledger: &Ledger<'_>, cuts: &[Cut]) -> Vec<FocusCost> {
    let lost = focus_cost_minutes(ledger, cuts);
    let mut costs: Vec<FocusCost> = recurring_meetings(ledger)
        .map(|(place, series)| FocusCost {
            uid: series.uid.clone(),
            summary: series.summary.clone(),
            category: category(ledger, series),
            hours_per_week: hours(lost[place]) / ledger.period.weeks(),
        })
        .collect();
    costs.sort_by(|a, b| {
        let order = b.hours_per_week.total_cmp(&a.hours_per_week);
        order.then_with(|| a.uid.cmp(&b.uid))
    });
    costs
}

/// My hours and everybody's hours for every recurring meeting.
pub(super) fn cost(ledger: &Ledger<'_>) -> Result<Vec<SeriesCost>, AnalyzeError> {
    cost_of(ledger, |place| ledger.series[place].recurring)
}

/// The same for the meetings of some series, by their places in [`Ledger::series`]; single ones too.
pub(crate) fn cost_of(
    ledger: &Ledger<'_>,
    wanted: impl Fn(usize) -> bool,
) -> Result<Vec<SeriesCost>, AnalyzeError> {
    let meetings: Vec<&Claim> = ledger
        .meetings()
        .filter(|claim| wanted(claim.series))
        .collect();
    let people: Vec<u32> = meetings
        .iter()
        .map(|c| people_who_come(ledger, c))
        .collect();
    let told = |claim: &&Claim| u32::from(ledger.classified(claim).people_told().is_some());
    let person_minutes = meetings.iter().zip(&people);
    let everybodys =
        person_minutes.map(|(claim, people)| claim.span.minutes() * i64::from(*people));
    let rows = Table::of([
        ("series", meetings.iter().map(|c| place(c.series)).collect()),
        ("mine", meetings.iter().map(|c| c.span.minutes()).collect()),
        ("everybodys", everybodys.collect()),
        ("people", people.iter().copied().collect()),
        ("told", meetings.iter().map(told).collect()),
    ])?;
    let folds = [
        ("mine", Fold::Sum("mine")),
        ("everybodys", Fold::Sum("everybodys")),
        ("people", Fold::Last("people")),
        ("told", Fold::Last("told")),
        ("times", Fold::Rows),
    ];
    let grouped = rows.grouped(&["series"], &folds)?;
    let (mine, everybodys) = (grouped.whole("mine")?, grouped.whole("everybodys")?);
    let (people, times) = (grouped.whole("people")?, grouped.whole("times")?);
    let told = grouped.whole("told")?;
    let weeks = ledger.period.weeks();
    let count = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
    let mut costs: Vec<SeriesCost> = grouped
        .places("series")?
        .into_iter()
        .enumerate()
        .filter_map(|(row, series)| {
            let series = ledger.series.get(series)?;
            let known = told[row] > 0;
            Some(SeriesCost {
                uid: series.uid.clone(),
                summary: series.summary.clone(),
                category: category(ledger, series),
                hours_per_week: hours(mine[row]) / weeks,
                people_hours_per_month: known
                    .then(|| hours(everybodys[row]) / weeks * WEEKS_A_MONTH),
                people: known.then(|| count(people[row])),
                times: count(times[row]),
            })
        })
        .collect();
    costs.sort_by(|a, b| {
        let order = b.hours_per_week.total_cmp(&a.hours_per_week);
        order.then_with(|| a.uid.cmp(&b.uid))
    });
    Ok(costs)
}

/// How many of a meeting's people have not declined, me included.
fn people_who_come(ledger: &Ledger<'_>, claim: &Claim) -> u32 {
    let classified: &Classified = ledger.classified(claim);
    let attendees = &classified.occurrence.event.attendees;
    let declined = attendees
        .iter()
        .filter(|a| a.kind.is_person() && a.response == Response::Declined)
        .count();
    classified.people.saturating_sub(place(declined)).max(1)
}

fn recurring_meetings<'a>(ledger: &'a Ledger<'_>) -> impl Iterator<Item = (usize, &'a Series)> {
    ledger.series.iter().enumerate().filter(|(_, series)| {
        let is_meeting = |&place: &usize| ledger.claims[place].meeting;
        series.recurring && series.claims.iter().any(is_meeting)
    })
}

/// The category of a series: that of its last occurrence, because people rename series as they change.
fn category(ledger: &Ledger<'_>, series: &Series) -> Category {
    let last = series.claims.last().map(|&place| &ledger.claims[place]);
    last.map_or(Category::OtherWork, |claim| {
        ledger.classified(claim).category()
    })
}
