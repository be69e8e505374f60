//! What meanings say about who is there, and how they are told.

use weekwise_model::Kind;

use super::{Entry, Hit, Means, Place};

/// What a phrase says about the people, where the calendar carries no attendees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// A meeting of several.
    Meeting,
    /// A meeting of two.
    Pair,
    /// A meeting, unless the calendar names attendees elsewhere and none here.
    Perhaps,
    /// The same of two.
    PerhapsPair,
    /// Nobody else, whatever other words say.
    Block,
    /// What is meant where nobody else is there; that nobody is, it does not say.
    PerhapsBlock,
    /// Nothing.
    Either,
}

impl Hit {
    /// What the surest of its meanings says about who is there.
    pub(crate) fn reads(&self) -> Reads {
        let most = self.entries().map(|entry| entry.sure).max().unwrap_or(0);
        let surest = || self.entries().filter(move |entry| entry.sure == most);
        // What holds anywhere tells more than what holds in one company only.
        let anywhere = || surest().filter(|entry| entry.place == Place::Any);
        one(anywhere().map(reads))
            .unwrap_or_else(|| one(surest().map(reads)).unwrap_or(Reads::Either))
    }

    /// Whether it says that people meet, whoever they are.
    pub(crate) fn meets(&self) -> bool {
        self.entries().any(|entry| {
            matches!(
                entry.means,
                Means::Meeting | Means::Kind(Kind::OneOnOne | Kind::Coffee)
            )
        })
    }

    /// Whether it only hides what an event is: “Busy”.
    pub(crate) fn hides(&self) -> bool {
        self.entries().any(|entry| entry.means == Means::Hidden)
    }
}

/// What all of them say; a meeting, where they differ in whose. Nothing where there is none.
fn one(mut all: impl Iterator<Item = Reads>) -> Option<Reads> {
    let mut said = all.next()?;
    for other in all {
        said = match (said, other) {
            (a, b) if a == b => a,
            (Reads::Block, Reads::PerhapsBlock) | (Reads::PerhapsBlock, Reads::Block) => {
                Reads::PerhapsBlock
            }
            (Reads::Block | Reads::PerhapsBlock | Reads::Either, _)
            | (_, Reads::Block | Reads::PerhapsBlock | Reads::Either) => Reads::Either,
            (Reads::Meeting, _) | (_, Reads::Meeting) => Reads::Meeting,
            _ => Reads::Perhaps,
        };
    }
    Some(said)
}

fn reads(entry: &Entry) -> Reads {
    match (entry.place, entry.means) {
        (_, Means::Note | Means::Prefix | Means::Hidden | Means::Topic(_)) => Reads::Either,
        (Place::Alone, Means::Kind(kind)) if is_done_alone(kind) => Reads::Block,
        (Place::Alone | Place::AllDay, _) => Reads::PerhapsBlock,
        (Place::Pair, _) => Reads::Pair,
        (Place::Group | Place::Across | Place::Outside, _) | (Place::Any, Means::Meeting) => {
            Reads::Meeting
        }
        (Place::Any, Means::Kind(kind)) => reads_of(kind),
    }
}

/// Whether words for a kind say what one does, and not only what about: “read”, “prepare”, “draft”.
fn is_done_alone(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Writing | Kind::Preparation | Kind::ReviewPreparation | Kind::StrategyPreparation
    )
}

/// Who is usually there for a kind.
fn reads_of(kind: Kind) -> Reads {
    match kind {
        Kind::Focus
        | Kind::Coding
        | Kind::Writing
        | Kind::Preparation
        | Kind::ReviewPreparation
        | Kind::StrategyPreparation
        | Kind::Admin
        | Kind::Travel
        | Kind::Private
        | Kind::TimeOff
        | Kind::PublicHoliday
        | Kind::LunchBreak => Reads::Block,
        Kind::OneOnOne | Kind::SkipLevel | Kind::Mentoring | Kind::Pairing => Reads::Pair,
        Kind::Coffee => Reads::PerhapsPair,
        Kind::CrossTeamSync
        | Kind::Guild
        | Kind::Leads
        | Kind::Partner
        | Kind::StatusReview
        | Kind::ArchitectureReview
        | Kind::PostMortem
        | Kind::Leadership
        | Kind::Standup
        | Kind::TeamPlanning
        | Kind::Retro
        | Kind::Demo
        | Kind::TeamMeeting
        | Kind::AllHands
        | Kind::Interview => Reads::Meeting,
        Kind::CodeReview
        | Kind::DesignReview
        | Kind::RfcReview
        | Kind::ReadinessReview
        | Kind::Triage
        | Kind::Strategy
        | Kind::Roadmap
        | Kind::OrgDesign
        | Kind::PeopleAdmin
        | Kind::Incident
        | Kind::Training
        | Kind::Social => Reads::Perhaps,
        Kind::DesignWork | Kind::OnCall | Kind::Release | Kind::Placeholder | Kind::Other => {
            Reads::Either
        }
    }
}

/// What a phrase of a kind is said of, in a sentence: “is said of guilds”.
pub(crate) fn said_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Focus => "focus time",
        Kind::Coding => "programming",
        Kind::DesignWork => "design work",
        Kind::Writing => "writing",
        Kind::Preparation => "preparation",
        Kind::OneOnOne => "1:1s",
        Kind::SkipLevel => "skip-levels",
        Kind::Mentoring => "mentoring",
        Kind::Pairing => "pairing",
        Kind::Coffee => "coffee with one person",
        Kind::CrossTeamSync => "meetings between teams",
        Kind::Guild => "guilds",
        Kind::Leads => "meetings of leads",
        Kind::Partner => "customers and partners",
        Kind::StatusReview => "status meetings",
        Kind::CodeReview => "code reviews",
        Kind::DesignReview => "design reviews",
        Kind::RfcReview => "proposals",
        Kind::ArchitectureReview => "architecture boards",
        Kind::ReadinessReview => "readiness reviews",
        Kind::PostMortem => "looking back on incidents",
        Kind::Triage => "triage",
        Kind::ReviewPreparation => "reading for a review",
        Kind::Strategy => "strategy",
        Kind::Roadmap => "roadmaps and planning ahead",
        Kind::Leadership => "leadership meetings",
        Kind::OrgDesign => "organisation design",
        Kind::StrategyPreparation => "working towards strategy",
        Kind::Standup => "stand-ups",
        Kind::TeamPlanning => "a team’s planning",
        Kind::Retro => "retrospectives",
        Kind::Demo => "demos",
        Kind::TeamMeeting => "team meetings",
        Kind::AllHands => "all-hands",
        Kind::Interview => "interviews and hiring",
        Kind::PeopleAdmin => "people admin",
        Kind::OnCall => "on-call duty",
        Kind::Incident => "incidents",
        Kind::Release => "releases",
        Kind::Training => "training and talks",
        Kind::Social => "social events",
        Kind::Travel => "travel",
        Kind::Admin => "admin",
        Kind::Placeholder => "placeholders",
        Kind::Other => "other work",
        Kind::Private => "private life",
        Kind::TimeOff => "time off",
        Kind::PublicHoliday => "public holidays",
        Kind::LunchBreak => "lunch breaks",
    }
}

/// A place in a sentence, behind what a phrase is said of.
pub(crate) fn where_said(place: Place) -> &'static str {
    match place {
        Place::Any => "",
        Place::Alone => ", alone",
        Place::Pair => ", between two people",
        Place::Group => ", within a team",
        Place::Across => ", across teams",
        Place::Outside => ", with another company",
        Place::AllDay => ", for whole days",
    }
}
