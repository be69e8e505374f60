//! Kinds that are used alike, coarser than kinds and finer than categories.
//!
//! A team's ritual among another team's people is a meeting between teams, an interview among them stays an interview:
//! both are other work, so words are summed up by these groups and the fitted weights say what follows.

use weekwise_model::{Category, Kind};

/// Kinds that are used alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Deep,
    OneOnOne,
    Between,
    Partner,
    Review,
    Strategy,
    Ritual,
    Gathering,
    Hiring,
    Running,
    Chores,
    Private,
    Off,
    /// Notes, and whatever says nothing.
    Nothing,
}

/// How many groups there are.
pub const GROUPS: usize = 14;

impl Group {
    /// Every group with its name among the features, in the order of their numbers.
    pub(crate) const ALL: [(Self, &'static str); GROUPS] = [
        (Self::Deep, "deep"),
        (Self::OneOnOne, "one-on-one"),
        (Self::Between, "between-teams"),
        (Self::Partner, "partner"),
        (Self::Review, "review"),
        (Self::Strategy, "strategy"),
        (Self::Ritual, "ritual"),
        (Self::Gathering, "gathering"),
        (Self::Hiring, "hiring"),
        (Self::Running, "running"),
        (Self::Chores, "chores"),
        (Self::Private, "private"),
        (Self::Off, "off"),
        (Self::Nothing, "nothing"),
    ];

    /// The group of a kind.
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Partner => Self::Partner,
            Kind::Standup | Kind::TeamPlanning | Kind::Retro | Kind::Demo | Kind::TeamMeeting => {
                Self::Ritual
            }
            Kind::AllHands | Kind::Training | Kind::Social => Self::Gathering,
            Kind::Interview | Kind::PeopleAdmin => Self::Hiring,
            Kind::OnCall | Kind::Incident | Kind::Release => Self::Running,
            Kind::TimeOff | Kind::PublicHoliday | Kind::LunchBreak => Self::Off,
            _ => match kind.category() {
                Category::DeepWork => Self::Deep,
                Category::OneOnOne => Self::OneOnOne,
                Category::CrossTeam => Self::Between,
                Category::Review => Self::Review,
                Category::Strategy => Self::Strategy,
                Category::OtherWork => Self::Chores,
                Category::Personal => Self::Private,
            },
        }
    }

    /// What is told of it, in a sentence.
    pub(crate) fn told(number: usize) -> &'static str {
        match Self::ALL.get(number).map(|(group, _)| *group) {
            Some(Self::Deep) => "deep work",
            Some(Self::OneOnOne) => "1:1s & mentoring",
            Some(Self::Between) => "meetings between teams",
            Some(Self::Partner) => "customers and partners",
            Some(Self::Review) => "reviews",
            Some(Self::Strategy) => "strategy",
            Some(Self::Ritual) => "a team’s rituals",
            Some(Self::Gathering) => "training, social events and all-hands",
            Some(Self::Hiring) => "hiring and people admin",
            Some(Self::Running) => "incidents, on-call and releases",
            Some(Self::Chores) => "admin and travel",
            Some(Self::Private) => "private life",
            Some(Self::Off) => "time off",
            Some(Self::Nothing) | None => "notes",
        }
    }
}
