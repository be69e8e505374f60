//! Who is what to the user: asked, answered, and what hangs on it.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{Clock, Desk, Fetcher, InMemory, SettingsChange, Source, Subscriptions};
use weekwise_model::{
    AnswerRequest, Answerer, Category, Library, PeopleView, Question, QuestionKind, Selection,
};

use crate::asking::{asked, of_kind};

/// A Thursday.
fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// Weekly series since May: UID, day of May, start, minutes, rule, title, and who is there beside me, the organizer first.
const SERIES: [(&str, u32, &str, u32, &str, &str, &str); 6] = [
    (
        "daily",
        4,
        "0730",
        15,
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "Stand-up",
        "ana ben cleo",
    ),
    (
        "retro",
        5,
        "1300",
        60,
        "FREQ=WEEKLY;INTERVAL=2",
        "Retro",
        "ana ben cleo",
    ),
    (
        "numbers",
        6,
        "0900",
        60,
        "FREQ=WEEKLY",
        "Tarn numbers",
        "xan yuri zoe",
    ),
    (
        "round",
        6,
        "1100",
        60,
        "FREQ=WEEKLY",
        "Tarn round",
        "xan yuri zoe",
    ),
    (
        "head",
        7,
        "0900",
        45,
        "FREQ=WEEKLY",
        "Dora / Sam",
        "dora me",
    ),
    ("lou", 7, "1400", 45, "FREQ=WEEKLY", "Lou / Sam", "me lou"),
];

fn source() -> Source {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n".to_owned();
    let guests: Vec<String> = ('a'..='p').map(|letter| format!("guest{letter}")).collect();
    let crowd = format!("dora {} ", guests.join(" "));
    let single = (
        "all",
        8,
        "0800",
        60,
        "FREQ=MONTHLY",
        "Update",
        crowd.as_str(),
    );
    for (uid, day, time, minutes, rule, title, people) in SERIES.into_iter().chain([single]) {
        let mut lines = format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260501T000000Z\r\nDTSTART:202605{day:02}T{time}00Z\r\nDURATION:PT{minutes}M\r\nRRULE:{rule}\r\nSUMMARY:{title}\r\n"
        );
        let name = |id: &str| match id {
            "me" => "Sam Own".to_owned(),
            id => format!("{} Berg", id.to_uppercase()),
        };
        let organizer = people.split(' ').next().unwrap();
        lines.push_str(&format!(
            "ORGANIZER;CN={}:mailto:{organizer}@example.org\r\n",
            name(organizer)
        ));
        let others = people.split_whitespace().filter(|id| *id != "me");
        for id in others.chain(["me"]) {
            lines.push_str(&format!(
                "ATTENDEE;CN={};PARTSTAT=ACCEPTED:mailto:{id}@example.org\r\n",
                name(id)
            ));
        }
        text.push_str(&lines);
        text.push_str("END:VEVENT\r\n");
    }
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn desk(folder: &Path) -> Desk {
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    let desk = Desk::new(clock(), Some(folder.to_owned()), subscriptions);
    desk.open_library(|_| {});
    desk.open(source()).unwrap();
    let me = SettingsChange {
        me: Some(vec!["me@example.org".to_owned()]),
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    desk.change_settings(&me).unwrap();
    desk
}

fn answer(desk: &Desk, question: &Question, option: &str, except: &[&str]) -> Library {
    let request = AnswerRequest {
        id: question.id.clone(),
        option: option.to_owned(),
        except: except.iter().map(|uid| (*uid).to_owned()).collect(),
    };
    let outcome = desk.answer(&[request], &Answerer::Me).unwrap();
    assert!(outcome.refused.is_empty(), "{:?}", outcome.refused);
    outcome.library
}

fn category_of(desk: &Desk, uid: &str) -> Option<Category> {
    let explained = desk.ask(|opened, clock| opened.explain(uid, None, clock));
    explained.unwrap().event.category
}

fn people(desk: &Desk) -> PeopleView {
    desk.ask(|opened, clock| opened.people(&Selection::default(), clock))
        .unwrap()
}

fn option_named<'q>(question: &'q Question, words: &str) -> &'q str {
    let mut options = question.options.iter();
    let found = options.find(|option| option.text.contains(words));
    &found
        .unwrap_or_else(|| panic!("{words}: {:#?}", question.options))
        .id
}

#[test]
fn the_team_the_user_names_decides_what_is_of_other_teams() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let team = of_kind(&list, QuestionKind::Team).unwrap();
    assert!(team.options[0].guess && team.options[0].text.contains("ANA"));
    assert!(team.events.iter().any(|event| event.uid == "numbers"));
    let other = team
        .options
        .iter()
        .find(|option| option.text.contains("XAN"))
        .unwrap();
    assert!(!other.shares.is_empty(), "it moves hours, and says which");
    let before = category_of(&desk, "numbers");
    let owns = |desk: &Desk| {
        let own: Vec<_> = people(desk)
            .teams
            .into_iter()
            .filter(|team| team.own)
            .collect();
        own.iter()
            .map(|team| team.members[0].name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(owns(&desk), ["ANA Berg"]);
    let library = answer(&desk, team, &other.id, &[]);
    assert_eq!(
        library.undo.unwrap().label,
        "My team is XAN Berg, YURI Berg and ZOE Berg"
    );
    assert_ne!(category_of(&desk, "numbers"), before);
    assert_eq!(owns(&desk), ["XAN Berg"]);
    assert!(of_kind(&asked(&desk), QuestionKind::Team).is_none());
    desk.take_back_answers(1).unwrap();
    assert_eq!(category_of(&desk, "numbers"), before);
    assert_eq!(asked(&desk), list, "taken back, everything is as it was");
}

#[test]
fn who_leads_me_is_no_mentee_of_mine() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let manager = of_kind(&list, QuestionKind::Manager).unwrap();
    assert!(
        manager.options[0].text.contains("DORA"),
        "she invites crowds: {:#?}",
        manager.options
    );
    answer(&desk, manager, &manager.options[0].id, &[]);
    let list = asked(&desk);
    assert!(of_kind(&list, QuestionKind::Manager).is_none());
    let mentored = of_kind(&list, QuestionKind::Mentored).unwrap();
    assert_eq!(mentored.text, "Do you mentor LOU Berg?");
    answer(&desk, mentored, option_named(mentored, "LOU"), &[]);
    let mentoring = people(&desk).mentoring;
    assert_eq!(mentoring.reach, 1);
    assert_eq!(mentoring.people[0].name, "LOU Berg");
    desk.undo().unwrap();
    assert_eq!(people(&desk).mentoring.reach, 0);
}

#[test]
fn of_several_who_may_be_mentored_some_are_left_out() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let list = asked(&desk);
    let manager = of_kind(&list, QuestionKind::Manager).unwrap();
    answer(&desk, manager, option_named(manager, "None"), &[]);
    let list = asked(&desk);
    let mentored = of_kind(&list, QuestionKind::Mentored).unwrap();
    // Who invites crowds is nobody's mentee.
    assert!(
        mentored
            .options
            .iter()
            .all(|option| !option.text.contains("DORA"))
    );
    let typed = "lou@example.org, dora@example.org";
    answer(&desk, mentored, typed, &["lou"]);
    let mentoring = people(&desk).mentoring;
    let names: Vec<&str> = mentoring
        .people
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["DORA Berg"]);
}
