//! Who is what to me, as questions: my team, who leads me, whom I mentor.

use std::collections::{BTreeMap, HashMap};

use weekwise_analyze::{Trial, mix_where};
use weekwise_ask::{Scene, TeamOption};
use weekwise_classify::TeamBasis;
use weekwise_model::{Category, Kind, Person, QuestionEvent, QuestionKind, words};

use super::{SettingOption, SettingQuestion};
use crate::Opened;
use crate::questions::noted::Noted;
use crate::questions::{Ground, effect};

/// The question which group is my team.
const TEAM: &str = "team";

/// Nobody of those who are offered.
const NOBODY: &str = "nobody";

/// All of those who are offered.
const ALL: &str = "all";

/// So many of a group are named.
const MOST_NAMED: usize = 3;

/// So many people are offered.
const MOST_PEOPLE: usize = 4;

/// Whom I meet alone less than this in a year, in minutes, is not asked about.
const LEAST_MINUTES: i64 = 240;

/// Who leads me and whom I mentor changes no share, so those minutes count a fiftieth in the order.
const COUNTS: f64 = 0.02;

/// Somebody I meet alone, again and again.
struct Pair<'a> {
    person: &'a Person,
    /// Where in the scene.
    places: Vec<usize>,
    minutes: i64,
    /// Whether they invite me.
    invites: bool,
    /// Whether they invite crowds and lists: heads of something.
    head: bool,
    /// Whether all of it is read as mentoring.
    mentoring: bool,
    /// Whether some of it is.
    teaching: bool,
    /// Whether it says that it skips a level.
    skips: bool,
}

impl Pair<'_> {
    fn name(&self) -> &str {
        name_of(self.person)
    }

    /// How much speaks for their leading me, against 1 for somebody of whom nothing tells: an estimate, not measured.
    fn leads(&self) -> f64 {
        let doubled = |yes: bool, by: f64| if yes { by } else { 1.0 };
        let not = doubled(self.skips, 0.2) * doubled(self.teaching, 0.2);
        doubled(self.head, 4.0) * doubled(self.invites, 2.0) * not
    }
}

impl Opened {
    /// Everything open about who is what to me.
    pub(super) fn about_colleagues(
        &self,
        ground: &Ground,
        trial: &Trial<'_>,
        wanted: &(dyn Fn(&str) -> bool + Sync),
    ) -> Vec<SettingQuestion> {
        let scene = ground.scene(self);
        let pairs = self.pairs(&scene);
        let team = wanted(TEAM).then(|| self.about_team(&scene, trial));
        let mut all: Vec<SettingQuestion> = team.flatten().into_iter().collect();
        all.extend(self.about_manager(&scene, &pairs));
        all.extend(self.about_mentored(&scene, &pairs));
        all
    }

    fn about_team(&self, scene: &Scene<'_>, trial: &Trial<'_>) -> Option<SettingQuestion> {
        let learnt = |team: &[String]| {
            let with = self.classifier.clone().with_team(team);
            let events = self.imported.events();
            with.with(events, &self.said.corrections, &self.said.rules)
        };
        let asked = weekwise_ask::team(scene, learnt)?;
        let names = names_in(scene);
        let option = |option: &TeamOption| SettingOption {
            likely: option.likely,
            moved: option.minutes as f64,
            shares: if option.otherwise.is_empty() {
                Vec::new()
            } else {
                effect::changes(trial.mix(), &mix_where(trial, &option.otherwise))
            },
            ..of_team(&option.people, &names)
        };
        let because = match asked.basis {
            TeamBasis::Said => "you said so",
            TeamBasis::Rituals => "they share your stand-ups, plannings and retros",
            TeamBasis::Groups => "you meet them most, in small groups that come again",
            TeamBasis::Directory => "the directory puts them where it puts you",
            TeamBasis::Nothing => "no stand-up or other ritual tells who they are",
        };
        let minutes = asked.options.iter().map(|option| option.minutes).max();
        Some(SettingQuestion {
            text: "Which of these groups is your team?".to_owned(),
            short: "Your team".to_owned(),
            about: "it decides which meetings are your team’s and which are with other teams"
                .to_owned(),
            because: because.to_owned(),
            options: asked.options.iter().map(option).collect(),
            other: Some(Box::new(|text| {
                Some(of_team(&addresses(text)?, &HashMap::new()))
            })),
            expected: asked.expected,
            minutes: minutes.unwrap_or(0),
            events: self.events_of(scene, asked.places()),
            weighed: true,
            ..SettingQuestion::of(TEAM, QuestionKind::Team)
        })
    }

    fn about_manager(&self, scene: &Scene<'_>, pairs: &[Pair<'_>]) -> Option<SettingQuestion> {
        if self.settings.marks.colleagues.managers.is_some() || pairs.is_empty() {
            return None;
        }
        let mut likely: Vec<(&Pair<'_>, f64)> =
            pairs.iter().map(|pair| (pair, pair.leads())).collect();
        likely.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.minutes.cmp(&a.0.minutes)));
        likely.truncate(MOST_PEOPLE);
        // That it is somebody else is as likely as that it is somebody of whom nothing tells.
        let sum = 1.0 + likely.iter().map(|(_, weight)| weight).sum::<f64>();
        let option = |(pair, weight): &(&Pair<'_>, f64)| SettingOption {
            likely: weight / sum,
            moved: pair.minutes as f64,
            then: Some(format!("{} of 1:1s kept", words::amount(pair.minutes))),
            ..of_manager(
                id_of(pair.person),
                std::slice::from_ref(&pair.person.address),
                pair.name(),
            )
        };
        let mut options: Vec<SettingOption> = likely.iter().map(option).collect();
        options.push(SettingOption {
            likely: 1.0 / sum,
            ..SettingOption::new(
                NOBODY,
                "None of them",
                "None of those I meet alone leads me",
            )
            .noting(Noted::Managers(Some(Vec::new())))
        });
        let guess = likely.first()?;
        let because = match guess.0 {
            pair if pair.head => "invites lists and crowds, as heads of something do",
            pair if pair.invites => "invites you, alone and again and again",
            _ => "no calendar says who leads whom",
        };
        let minutes = guess.0.minutes;
        let places = likely.iter().flat_map(|(pair, _)| pair.places.clone());
        Some(SettingQuestion {
            text: "Who is your manager?".to_owned(),
            short: "Your manager".to_owned(),
            about: "no advice thins out your 1:1 with them, and it is no mentoring of yours"
                .to_owned(),
            because: because.to_owned(),
            options,
            other: Some(Box::new(|text| {
                Some(of_manager(text.to_owned(), &addresses(text)?, text))
            })),
            expected: (1.0 - guess.1 / sum) * minutes as f64,
            minutes,
            beside: Some(COUNTS),
            events: self.events_of(scene, places),
            weighed: true,
            ..SettingQuestion::of("manager", QuestionKind::Manager)
        })
    }

    fn about_mentored(&self, scene: &Scene<'_>, pairs: &[Pair<'_>]) -> Option<SettingQuestion> {
        let colleagues = &self.settings.marks.colleagues;
        if colleagues.mentored.is_some() {
            return None;
        }
        // What is called mentoring counts as that anyway; who leads me is no mentee.
        let open: Vec<&Pair<'_>> = pairs
            .iter()
            .filter(|pair| !pair.mentoring && !colleagues.leads(&pair.person.address))
            .filter(|pair| !pair.head)
            .take(MOST_PEOPLE)
            .collect();
        let minutes: i64 = open.iter().map(|pair| pair.minutes).sum();
        let (none, one) = (0.5, 0.35 / open.len() as f64);
        let then = |minutes| Some(format!("{} of mentoring", words::amount(minutes)));
        let mut options = vec![SettingOption {
            likely: none,
            ..SettingOption::new(
                NOBODY,
                "No, we meet as equals",
                "Nobody I meet alone is my mentee",
            )
            .noting(Noted::Mentored(Some(Vec::new())))
        }];
        options.extend(open.iter().map(|pair| SettingOption {
            likely: if open.len() == 1 { 1.0 - none } else { one },
            moved: pair.minutes as f64,
            then: then(pair.minutes),
            ..of_mentored(
                id_of(pair.person),
                std::slice::from_ref(&pair.person.address),
                pair.name(),
            )
        }));
        let text = match open.as_slice() {
            [] => return None,
            [only] => format!("Do you mentor {}?", only.name()),
            _ => {
                let all: Vec<String> = open.iter().map(|p| p.person.address.clone()).collect();
                options.push(SettingOption {
                    likely: 1.0 - none - 0.35,
                    moved: minutes as f64,
                    then: then(minutes),
                    text: "All of them".to_owned(),
                    ..of_mentored(ALL.to_owned(), &all, "all whom I meet alone")
                });
                "Whom of those you meet alone do you mentor?".to_owned()
            }
        };
        let with = |pair: &&Pair<'_>| {
            let events = weekwise_ask::events_at(
                scene,
                pair.places.iter().copied(),
                weekwise_analyze::cadence,
                |one| self.instance_of(one),
            );
            let address = pair.person.address.clone();
            events
                .into_iter()
                .map(move |event| (event, Some(address.clone())))
                .collect::<Vec<_>>()
        };
        Some(SettingQuestion {
            text,
            short: "Whom you mentor".to_owned(),
            about: "those 1:1s count as mentoring in People and Evidence".to_owned(),
            because: "no title says mentoring, and no calendar says who learns from whom"
                .to_owned(),
            options,
            other: Some(Box::new(|text| {
                Some(of_mentored(text.to_owned(), &addresses(text)?, text))
            })),
            expected: (1.0 - none) * minutes as f64 / 2.0,
            minutes,
            beside: Some(COUNTS),
            events: open.iter().flat_map(with).collect(),
            weighed: true,
            ..SettingQuestion::of("mentored", QuestionKind::Mentored)
        })
    }

    /// Whom I meet alone, again and again, most minutes first.
    fn pairs<'a>(&self, scene: &Scene<'a>) -> Vec<Pair<'a>> {
        let mut all: BTreeMap<&str, Pair<'a>> = BTreeMap::new();
        let each = scene.occurrences.iter().zip(scene.minutes).enumerate();
        for (place, (one, minutes)) in each {
            let two = *minutes > 0 && one.category() == Category::OneOnOne;
            let Some(person) = two.then(|| one.only_other(&self.settings.me)).flatten() else {
                continue;
            };
            let kind = one.classification.kind;
            let pair = all.entry(&person.address).or_insert(Pair {
                person,
                places: Vec::new(),
                minutes: 0,
                invites: false,
                head: self.classifier.invites_many(person),
                mentoring: true,
                teaching: false,
                skips: false,
            });
            pair.places.push(place);
            pair.minutes += minutes;
            pair.invites |= one.organizer_known && !one.mine;
            let teaches = matches!(kind, Kind::Mentoring | Kind::Pairing);
            pair.mentoring &= teaches;
            pair.teaching |= teaches;
            pair.skips |= kind == Kind::SkipLevel;
        }
        let mut pairs: Vec<Pair<'a>> = all
            .into_values()
            .filter(|pair| pair.minutes >= LEAST_MINUTES && pair.places.len() > 2)
            .collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.minutes));
        pairs
    }

    pub(super) fn events_of(
        &self,
        scene: &Scene<'_>,
        places: impl IntoIterator<Item = usize>,
    ) -> Vec<(QuestionEvent, Option<String>)> {
        let cadence = weekwise_analyze::cadence;
        let events = weekwise_ask::events_at(scene, places, cadence, |one| self.instance_of(one));
        events.into_iter().map(|event| (event, None)).collect()
    }

    fn instance_of(&self, one: &weekwise_model::Classified) -> Option<String> {
        let zone = self.settings.zone;
        one.occurrence.recurrence_id.map(|id| id.text(zone))
    }
}

fn of_team(people: &[String], names: &HashMap<&str, &str>) -> SettingOption {
    if people.is_empty() {
        return SettingOption::new(NOBODY, "None of these groups", "I have no team of my own")
            .noting(Noted::Team(Some(Vec::new())));
    }
    let id = weekwise_ask::named("group", &people.join(","));
    let called = |address: &String| {
        names
            .get(address.as_str())
            .copied()
            .unwrap_or(address)
            .to_owned()
    };
    let called = listed(&people.iter().map(called).collect::<Vec<_>>());
    SettingOption::new(id, &called, format!("My team is {called}"))
        .noting(Noted::Team(Some(people.to_vec())))
}

/// An id that names nobody.
fn id_of(person: &Person) -> String {
    weekwise_ask::named("person", &person.address)
}

fn of_manager(id: String, people: &[String], called: &str) -> SettingOption {
    SettingOption::new(id, called, format!("{called} is my manager"))
        .noting(Noted::Managers(Some(people.to_vec())))
}

fn of_mentored(id: String, people: &[String], called: &str) -> SettingOption {
    SettingOption::new(id, called, format!("I mentor {called}"))
        .noting(Noted::Mentored(Some(people.to_vec())))
}

/// Addresses with commas between them.
fn addresses(text: &str) -> Option<Vec<String>> {
    let all: Vec<String> = text
        .split(',')
        .map(|one| one.trim().to_lowercase())
        .collect();
    all.iter().all(|one| one.contains('@')).then_some(all)
}

/// `Anna Berg, Jo Lind, Tom Ek and 2 others`.
fn listed(names: &[String]) -> String {
    let left = names.len().saturating_sub(MOST_NAMED);
    if left == 0 {
        return words::listed(names);
    }
    let named = names.get(..MOST_NAMED).unwrap_or_default().join(", ");
    format!("{named} and {}", words::count(left, "other", "others"))
}

/// The names of everybody who is met, by address.
fn names_in<'a>(scene: &Scene<'a>) -> HashMap<&'a str, &'a str> {
    let mut names = HashMap::new();
    let mut last: Option<*const weekwise_model::Event> = None;
    for one in scene.occurrences {
        let event = &one.occurrence.event;
        let this = std::sync::Arc::as_ptr(event);
        if last.replace(this) == Some(this) {
            continue;
        }
        for person in event.people() {
            names
                .entry(person.address.as_str())
                .or_insert(name_of(person));
        }
    }
    names
}

/// As the calendar names them, else the address.
fn name_of(person: &Person) -> &str {
    let name = person.name.as_deref().map(str::trim).unwrap_or_default();
    if name.is_empty() {
        &person.address
    } else {
        name
    }
}
