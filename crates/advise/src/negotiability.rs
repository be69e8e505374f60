use std::collections::{BTreeMap, BTreeSet};

use weekwise_model::{
    Ask, AskState, Category, ChangeAction, Classified, Colleagues, Kind, Me, Negotiability,
    Response, Role, Shape, Span, Status, Touch,
};

/// More people than this, and nobody is missed.
const MANY: u32 = 8;

/// Says what can be done about a meeting, read from the calendar (section 7 of docs/product.md, *Negotiability*).
pub struct Negotiator<'a> {
    me: &'a Me,
    overrides: &'a BTreeMap<String, Touch>,
    /// What was asked for already.
    asks: &'a [Ask],
    /// Who is what to me.
    colleagues: Option<&'a Colleagues>,
    /// In how many series each person meets me.
    series_with: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// What can be done about one occurrence.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Each action with its social cost; empty where it is fixed.
    pub may: Vec<(ChangeAction, f64)>,
    /// Why, in words.
    pub because: String,
    /// Whether the user said so.
    pub overridden: bool,
}

impl<'a> Negotiator<'a> {
    /// Learns who meets me where from `occurrences`: those planned over and as much of the past as is at hand.
    pub fn new(
        me: &'a Me,
        overrides: &'a BTreeMap<String, Touch>,
        occurrences: impl IntoIterator<Item = &'a Classified>,
    ) -> Self {
        let mut series_with: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for classified in occurrences {
            let event = classified.occurrence.event.as_ref();
            for person in event.people() {
                series_with
                    .entry(&person.address)
                    .or_default()
                    .insert(&event.uid);
            }
        }
        Self {
            me,
            overrides,
            asks: &[],
            colleagues: None,
            series_with,
        }
    }

    /// Asks for nothing that was asked for already.
    #[must_use]
    pub fn after(self, asks: &'a [Ask]) -> Self {
        Self { asks, ..self }
    }

    /// Knows who is what to me, as far as the user says.
    #[must_use]
    pub fn among(self, colleagues: &'a Colleagues) -> Self {
        Self {
            colleagues: Some(colleagues),
            ..self
        }
    }

    /// Whether it is a 1:1 with who leads me.
    pub(crate) fn is_with_manager(&self, classified: &Classified) -> bool {
        let leads = |address: &str| self.colleagues.is_some_and(|all| all.leads(address));
        let other = classified.only_other(self.me);
        other.is_some_and(|other| leads(&other.address))
    }

    /// What can be done about an occurrence: each action with its social cost, and why, in words. Empty where it is
    /// fixed. `tentative`: nobody has promised it yet.
    pub fn may(
        &self,
        classified: &Classified,
        tentative: bool,
    ) -> (Vec<(ChangeAction, f64)>, String) {
        let reading = self.read(classified, tentative);
        (reading.may, reading.because)
    }

    /// The same as an answer about its series.
    pub fn of(&self, classified: &Classified, tentative: bool) -> Negotiability {
        let reading = self.read(classified, tentative);
        let event = &classified.occurrence.event;
        let least = reading
            .may
            .iter()
            .map(|(_, cost)| *cost)
            .fold(f64::INFINITY, f64::min);
        Negotiability {
            uid: event.uid.clone(),
            title: event.summary.clone(),
            may: reading.may.iter().map(|(action, _)| *action).collect(),
            social_cost: if least.is_finite() { least } else { 5.0 },
            because: reading.because,
            overridden: reading.overridden,
        }
    }

    /// What can be done about an occurrence. `tentative`: nobody has promised it yet.
    pub fn read(&self, classified: &Classified, tentative: bool) -> Reading {
        let event = &classified.occurrence.event;
        if let Some(touch) = self.overrides.get(&event.uid) {
            return overridden(*touch);
        }
        let series = [classified.series_uid(), &event.uid];
        let instance = classified.occurrence.recurrence_id;
        let start = match classified.occurrence.span {
            Span::Timed { start, .. } => Some(start),
            Span::AllDay { .. } => None,
        };
        let of_it = |ask: &&Ask| {
            ask.uid.as_deref().is_some_and(|uid| series.contains(&uid))
                && start.is_none_or(|start| ask.is_about(instance, start))
        };
        let mut asks = self.asks.iter().filter(of_it);
        if let Some(because) = asks.find_map(asked_already) {
            return Reading {
                may: Vec::new(),
                because: because.to_owned(),
                overridden: false,
            };
        }
        let endless = classified.recurrence().is_some_and(|r| r.endless);
        let (mut may, mut because) = self.as_the_calendar_says(classified, tentative);
        if endless && !may.is_empty() {
            // One instance of many.
            for (_, cost) in &mut may {
                *cost *= 0.9;
            }
            because.push_str("; it comes again, so once without harms little");
        }
        because.push('.');
        Reading {
            may,
            because,
            overridden: false,
        }
    }

    fn as_the_calendar_says(
        &self,
        classified: &Classified,
        tentative: bool,
    ) -> (Vec<(ChangeAction, f64)>, String) {
        use ChangeAction::{Async, Decline, Move, Shorten};
        let event = &classified.occurrence.event;
        let people = classified.people;
        let kind = classified.classification.kind;
        let mine = classified.mine;
        let fixed = |why: &str| (Vec::new(), why.to_owned());
        if classified.shape == Shape::Block {
            return fixed("It is your own block");
        }
        if !classified.people_known {
            return fixed(
                "The calendar does not say who is there, so nobody knows whom a change would touch",
            );
        }
        if matches!(kind, Kind::Interview | Kind::Incident | Kind::Partner) {
            return fixed(&format!(
                "{}: others from outside the team depend on the time",
                kind.label()
            ));
        }
        if !mine && self.is_only_bridge(classified) {
            return fixed("It is the only place where you meet most of these people: keep it");
        }
        let optional = matches!(
            event.my_role(self.me),
            Some(Role::Optional | Role::NonParticipant)
        );
        if !mine && optional {
            let may = vec![(Decline, 0.5), (Async, 1.0)];
            return (may, "You are invited as optional".to_owned());
        }
        if people == 2 {
            let (cost, whose) = if self.is_with_manager(classified) {
                (3.0, "It is your 1:1 with your manager")
            } else if mine {
                (1.0, "You organize this 1:1")
            } else {
                (2.0, "It is a 1:1")
            };
            return (
                vec![(Move, cost)],
                format!("{whose}: reschedule it, never decline it"),
            );
        }
        if mine {
            let cost = 1.0 + 0.25 * f64::from(people.saturating_sub(2).min(12));
            let mut may = vec![(Move, cost), (Shorten, cost)];
            if matches!(kind, Kind::StatusReview | Kind::Standup | Kind::TeamMeeting) {
                may.push((Async, cost + 0.5));
            }
            return (
                may,
                format!(
                    "You organize it, so you may move it; {} have to agree",
                    others(people - 1)
                ),
            );
        }
        if kind == Kind::AllHands {
            // Groups are invited by one address: it says little how many people it counts.
            let may = vec![(Decline, 1.5), (Async, 2.0)];
            return (may, "It is for everybody, and nobody is missed".to_owned());
        }
        if people > MANY {
            let is_ritual = matches!(
                kind,
                Kind::Standup | Kind::TeamPlanning | Kind::Retro | Kind::TeamMeeting
            );
            if is_ritual {
                let may = vec![(Async, 3.0), (Decline, 3.5)];
                return (
                    may,
                    format!(
                        "{people} people are there and you do not organize it, but it is your own team’s"
                    ),
                );
            }
            let may = vec![(Decline, 1.5), (Async, 2.0)];
            return (
                may,
                format!("{people} people are there and you do not organize it"),
            );
        }
        let unpromised = tentative
            || event.status == Status::Tentative
            || matches!(
                classified.response,
                Response::Tentative | Response::NeedsAction
            );
        if unpromised {
            let may = vec![(Decline, 1.0)];
            return (may, "You have not promised to come yet".to_owned());
        }
        fixed(&format!(
            "Somebody else organizes it and counts on each of {people} people"
        ))
    }

    /// Whether most of the others are nowhere else in my calendar.
    pub(crate) fn is_only_bridge(&self, classified: &Classified) -> bool {
        if classified.category() != Category::CrossTeam || !(3..=MANY).contains(&classified.people)
        {
            return false;
        }
        let event = classified.occurrence.event.as_ref();
        let others: Vec<_> = event
            .people()
            .into_iter()
            .filter(|p| !self.me.is(p))
            .collect();
        let only_here = others
            .iter()
            .filter(|p| {
                self.series_with
                    .get(p.address.as_str())
                    .is_none_or(|s| s.len() <= 1)
            })
            .count();
        only_here >= 2 && only_here * 2 > others.len()
    }
}

fn others(people: u32) -> String {
    match people {
        1 => "1 person".to_owned(),
        _ => format!("{people} people"),
    }
}

/// Why a meeting stays as it is, of which a change was asked for; `None` where that is no reason.
fn asked_already(ask: &Ask) -> Option<&'static str> {
    match ask.state {
        AskState::ToAsk | AskState::Asked => Some("You ask for a change of it already."),
        AskState::OnTrial => Some("A change of it is on trial."),
        AskState::Agreed => Some("A change of it is agreed."),
        AskState::Refused => Some("A change of it was refused."),
        // What is not wanted once is that time alone; of a series another change may be.
        AskState::Dropped if ask.once.is_some() => Some("You do not want to change it."),
        AskState::Dropped => None,
    }
}

fn overridden(touch: Touch) -> Reading {
    let (may, because) = match touch {
        Touch::Fixed => (None, "You said that it stays as it is."),
        Touch::MayMove => (Some(ChangeAction::Move), "You said that it may move."),
        Touch::MayShorten => (
            Some(ChangeAction::Shorten),
            "You said that it may be shorter.",
        ),
        Touch::MayGoAsync => (
            Some(ChangeAction::Async),
            "You said that it may go into writing.",
        ),
        Touch::MayDecline => (
            Some(ChangeAction::Decline),
            "You said that it may do without you.",
        ),
    };
    Reading {
        may: may.map(|action| (action, 1.0)).into_iter().collect(),
        because: because.to_owned(),
        overridden: true,
    }
}
