use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{PeriodJson, Texts};

/// Everything the People screen draws. Meetings and days are named as the problem, never a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PeopleView {
    /// What the figures are about.
    pub period: PeriodJson,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// How many people are in my meetings, those of nine people and more left out.
    pub met: u32,
    /// Recurring conversations of two, the one that drifted farthest first.
    pub one_on_ones: Vec<OneOnOne>,
    /// Who is mentored, and how evenly.
    pub mentoring: Mentoring,
    /// Groups of people who are met together, the most of my hours first.
    pub teams: Vec<TeamView>,
    /// Meetings that are the only time a team is met: keep them.
    pub bridges: Vec<Bridge>,
    /// Companies outside mine, the most of my hours first.
    pub companies: Vec<Company>,
    /// How early and late meetings are for people whose zone is known; empty where none is.
    pub time_zones: Vec<ZoneFairness>,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// A recurring conversation of two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OneOnOne {
    /// The series; where the same two people have several, the one that meets most.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// The other person, as the calendar names them; `None` where the export hides them.
    #[text(name)]
    pub with: Option<String>,
    /// Their address, where there is one.
    #[text(address)]
    pub address: Option<String>,
    /// The intended rhythm in words: `every 2 weeks on Tuesday`.
    #[text(quotation)]
    pub intended: Option<String>,
    /// The intended days between two, where the rule tells.
    pub intended_days: Option<f64>,
    /// The median of the days between two that were held, in the period.
    pub real_days: Option<f64>,
    /// Held in the period.
    pub held: u32,
    /// Cancelled or declined in the period.
    pub skipped: u32,
    /// My hours in the period.
    pub hours: f64,
    /// The last one held, up to now.
    pub last: Option<NaiveDate>,
    /// The next one to be held.
    pub next: Option<NaiveDate>,
    /// Real ÷ intended days between two, the time since the last one included; 1 is as intended.
    pub drift: Option<f64>,
    /// Whether it drifts: half as often as intended, or less.
    pub drifting: bool,
    /// In one sentence: `Every 2 weeks intended, every 5 weeks held; the last was 6 weeks ago.`
    #[text(quotation)]
    pub text: String,
}

/// Mentoring, coaching, pairing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mentoring {
    /// My hours in it, in the period.
    pub hours: f64,
    /// How many people it reaches.
    pub reach: u32,
    /// The part of the hours that goes to the one who gets most, 0–1.
    pub top_share: f64,
    /// Whether it is concentrated on one person: three quarters or more of at least 4 h.
    pub concentrated: bool,
    /// Who, the most hours first.
    pub people: Vec<PersonHours>,
    /// In one sentence.
    #[text(quotation)]
    pub text: String,
}

/// Time with one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PersonHours {
    /// As the calendar names them.
    #[text(name)]
    pub name: String,
    /// Their address.
    #[text(address)]
    pub address: String,
    /// My hours with them, in the period.
    pub hours: f64,
    /// How often.
    pub times: u32,
    /// UIDs of the series.
    #[text(uid)]
    pub evidence: Vec<String>,
}

/// People who are met together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TeamView {
    /// Stays the same while most of the people do.
    #[text(key)]
    pub id: String,
    /// What the user calls it.
    #[text(team)]
    pub name: Option<String>,
    /// What it might be called: a word its meetings share, else its people.
    #[text(team)]
    pub suggested_name: String,
    /// Whether it is the team I meet most: mine.
    pub own: bool,
    /// Who, the one met most first; names as the calendar has them.
    pub members: Vec<TeamMember>,
    /// My hours with it, a week.
    pub hours_per_week: f64,
    /// Its meetings in the period.
    pub meetings: u32,
    /// UIDs of its meetings, the most hours first.
    #[text(uid)]
    pub evidence: Vec<String>,
    /// When it was last met.
    pub last: Option<NaiveDate>,
}

/// One of a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TeamMember {
    /// As the calendar names them.
    #[text(name)]
    pub name: String,
    /// Their address.
    #[text(address)]
    pub address: String,
    /// Meetings with them in the period.
    pub meetings: u32,
}

/// A meeting that is the only time a team is met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bridge {
    /// [`TeamView::id`].
    #[text(key)]
    pub team: String,
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// My hours in it, a week.
    pub hours_per_week: f64,
    /// In one sentence: `“Data sync” is the only meeting with Data platform.`
    #[text(quotation)]
    pub text: String,
}

/// A company that is not mine, by the domain of its addresses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Company {
    /// The domain.
    #[text(domain)]
    pub domain: String,
    /// How many of its people.
    pub people: u32,
    /// Meetings with them.
    pub meetings: u32,
    /// My hours with them, a week.
    pub hours_per_week: f64,
    /// UIDs of those meetings.
    #[text(uid)]
    pub evidence: Vec<String>,
    /// When it was last met.
    pub last: Option<NaiveDate>,
}

/// How early and late the meetings with people of one zone are, for them and for me.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ZoneFairness {
    /// IANA name.
    #[text(own)]
    pub zone: String,
    /// People known to be there.
    pub people: u32,
    /// My meeting hours with them, in the period.
    pub hours: f64,
    /// Those of them outside 9–17 where they are.
    pub outside_theirs_hours: f64,
    /// Those of them outside my working hours.
    pub outside_mine_hours: f64,
    /// In one sentence.
    #[text(quotation)]
    pub text: String,
}
