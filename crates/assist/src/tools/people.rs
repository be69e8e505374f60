use rmcp::model::JsonObject;
use serde_json::{Value, json};
use weekwise_engine::Veil;
use weekwise_model::{OneOnOne, TeamView};

use super::begun;
use crate::answer::{hours, share};
use crate::trouble::Trouble;
use crate::veiled::Book;

const UNITS: &str = "hours are the user's own decimal hours of the period, hours_per_week of an average week of it; drift: \
                     real ÷ intended days between two, 1 is as intended. Meetings and days are the problem, never a person";

const LISTED: usize = 12;
const LISTED_MORE: usize = 100;

pub(super) fn answer(book: &Book, calendars: &str, given: JsonObject) -> Result<Value, Trouble> {
    let (view, mut answer, more) = begun(
        (book, calendars),
        given,
        UNITS,
        |selection| book.opened.people(selection, &book.clock),
        |view| &view.period,
    )?;
    let most = if more { LISTED_MORE } else { LISTED };
    let mentoring = &view.mentoring;
    answer.put(
        "mentoring",
        json!({
            "hours": hours(mentoring.hours),
            "reach": mentoring.reach,
            "share_of_the_one_with_most": share(mentoring.top_share),
            "concentrated": mentoring.concentrated,
            "text": mentoring.text,
            "people": mentoring.people.iter().take(most).map(|person| json!({
                "called": person.name, "hours": hours(person.hours), "times": person.times,
            })).collect::<Vec<_>>(),
        }),
    );
    answer.put("trust", json!({ "notes": view.notes }));
    answer.list(
        "one_on_ones",
        view.one_on_ones.iter().take(most).map(one_on_one).collect(),
    );
    let bridges = view.bridges.iter().take(most).map(|bridge| {
        json!({
            "event": bridge.uid,
            "called": bridge.summary,
            "team": Veil::mark_of(&bridge.team),
            "hours_per_week": hours(bridge.hours_per_week),
            "text": bridge.text,
        })
    });
    answer.list("only_bridges", bridges.collect());
    answer.list("teams", view.teams.iter().take(most).map(team).collect());
    let zones = view.time_zones.iter().take(most).map(|zone| {
        json!({
            "zone": zone.zone,
            "people": zone.people,
            "hours": hours(zone.hours),
            "outside_theirs_hours": hours(zone.outside_theirs_hours),
            "outside_mine_hours": hours(zone.outside_mine_hours),
        })
    });
    answer.list("time_zones", zones.collect());
    let companies = view.companies.iter().take(most).map(|company| {
        json!({
            "called": company.domain,
            "people": company.people,
            "meetings": company.meetings,
            "hours_per_week": hours(company.hours_per_week),
        })
    });
    answer.list("companies", companies.collect());
    answer.finished(book)
}

fn one_on_one(one: &OneOnOne) -> Value {
    json!({
        "event": one.uid,
        "called": one.summary,
        "with": one.with,
        "held": one.held,
        "skipped": one.skipped,
        "hours": hours(one.hours),
        "last": one.last,
        "next": one.next,
        "drift": one.drift.map(hours),
        "drifting": one.drifting,
        "text": one.text,
    })
}

fn team(team: &TeamView) -> Value {
    json!({
        // Its own id is made of everybody in it, and as long.
        "id": Veil::mark_of(&team.id),
        "called": team.name.as_ref().unwrap_or(&team.suggested_name),
        "is_mine": team.own,
        "members": team.members.len(),
        "hours_per_week": hours(team.hours_per_week),
        "meetings": team.meetings,
        "last": team.last,
        "events": team.evidence.iter().take(3).collect::<Vec<_>>(),
    })
}
