use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Texts;

/// The six categories of work time, and what is not work (product.md section 2).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Code, design, writing, prototyping.
    DeepWork,
    /// 1:1s, skip-levels, mentoring, coaching, pairing to teach.
    OneOnOne,
    /// Meetings with other teams, guilds, partners.
    CrossTeam,
    /// A work product under a quality gate.
    Review,
    /// Vision, technical strategy, roadmap, long-term planning.
    Strategy,
    /// Own-team rituals, all-hands, hiring, incidents, training, admin.
    OtherWork,
    /// Private life and leave: not work time, in no mix.
    Personal,
}

impl Category {
    /// The categories a mix is made of, in the order every table shows them.
    pub const WORK: [Self; 6] = [
        Self::DeepWork,
        Self::OneOnOne,
        Self::CrossTeam,
        Self::Review,
        Self::Strategy,
        Self::OtherWork,
    ];

    /// All categories, in the order menus show them and weights stand in: those of work, then personal.
    pub const ALL: [Self; 7] = [
        Self::DeepWork,
        Self::OneOnOne,
        Self::CrossTeam,
        Self::Review,
        Self::Strategy,
        Self::OtherWork,
        Self::Personal,
    ];

    /// The categories that have a target band.
    pub const TARGETED: [Self; 5] = [
        Self::DeepWork,
        Self::OneOnOne,
        Self::CrossTeam,
        Self::Review,
        Self::Strategy,
    ];

    /// Its place in [`Category::ALL`].
    pub fn place(self) -> usize {
        self.work_index().unwrap_or(Self::WORK.len())
    }

    /// The name in JSON, CSV and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::DeepWork => "deep_work",
            Self::OneOnOne => "one_on_one",
            Self::CrossTeam => "cross_team",
            Self::Review => "review",
            Self::Strategy => "strategy",
            Self::OtherWork => "other_work",
            Self::Personal => "personal",
        }
    }

    /// The name people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::DeepWork => "Deep work",
            Self::OneOnOne => "1:1s & mentoring",
            Self::CrossTeam => "Cross-team",
            Self::Review => "Review",
            Self::Strategy => "Strategy",
            Self::OtherWork => "Other work",
            Self::Personal => "Personal",
        }
    }

    /// Its place in [`Category::WORK`]; `None` for personal time.
    pub fn work_index(self) -> Option<usize> {
        Self::WORK.iter().position(|c| *c == self)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $id:literal $label:literal $category:ident;)+) => {
        /// What an occurrence is, finely. Each kind belongs to one category by default (product.md section 2).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every kind, by category.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name in JSON, CSV and on the command line.
            pub fn id(self) -> &'static str { match self { $(Self::$name => $id,)+ } }

            /// The name people read.
            pub fn label(self) -> &'static str { match self { $(Self::$name => $label,)+ } }

            /// The category it belongs to by default.
            pub fn category(self) -> Category { match self { $(Self::$name => Category::$category,)+ } }
        }
    };
}

kinds! {
    /// Time held free for concentrated work.
    Focus "focus" "Focus time" DeepWork;
    /// Programming, debugging, prototyping.
    Coding "coding" "Coding" DeepWork;
    /// Designing a system alone.
    DesignWork "design_work" "Design work" DeepWork;
    /// Writing a document.
    Writing "writing" "Writing" DeepWork;
    /// Preparing what is neither review nor strategy.
    Preparation "preparation" "Preparation" DeepWork;
    /// Two people, no other purpose.
    OneOnOne "one_on_one" "1:1" OneOnOne;
    /// With a report's report, or a manager's manager.
    SkipLevel "skip_level" "Skip-level" OneOnOne;
    /// Mentoring and coaching.
    Mentoring "mentoring" "Mentoring" OneOnOne;
    /// Pairing, to teach.
    Pairing "pairing" "Pairing" OneOnOne;
    /// Coffee with one person.
    Coffee "coffee" "Coffee chat" OneOnOne;
    /// With another team: syncs, alignment, decisions.
    CrossTeamSync "cross_team_sync" "Cross-team meeting" CrossTeam;
    /// Guild, chapter, community of practice.
    Guild "guild" "Guild" CrossTeam;
    /// Leads of several teams, scrum of scrums.
    Leads "leads" "Leads meeting" CrossTeam;
    /// Users, customers, vendors, auditors.
    Partner "partner" "Customers & partners" CrossTeam;
    /// Status and metrics for more than one team.
    StatusReview "status_review" "Status review" CrossTeam;
    /// Code and pull requests.
    CodeReview "code_review" "Code review" Review;
    /// Design documents.
    DesignReview "design_review" "Design review" Review;
    /// RFCs, ADRs, proposals.
    RfcReview "rfc_review" "RFC review" Review;
    /// Architecture boards.
    ArchitectureReview "architecture_review" "Architecture review" Review;
    /// Security, launch and readiness reviews.
    ReadinessReview "readiness_review" "Readiness review" Review;
    /// Looking back on an incident.
    PostMortem "post_mortem" "Post-mortem" Review;
    /// Triage of bugs or proposals.
    Triage "triage" "Triage" Review;
    /// Reading or preparing for a review.
    ReviewPreparation "review_preparation" "Review preparation" Review;
    /// Vision and technical strategy.
    Strategy "strategy" "Strategy" Strategy;
    /// Roadmap, OKRs, quarter and year planning.
    Roadmap "roadmap" "Roadmap & planning" Strategy;
    /// Leadership-team meetings.
    Leadership "leadership" "Leadership" Strategy;
    /// Organisation design.
    OrgDesign "org_design" "Organisation design" Strategy;
    /// Working alone towards strategy.
    StrategyPreparation "strategy_preparation" "Strategy preparation" Strategy;
    /// Daily stand-up of the own team.
    Standup "standup" "Stand-up" OtherWork;
    /// Sprint planning, refinement.
    TeamPlanning "team_planning" "Team planning" OtherWork;
    /// Retrospective.
    Retro "retro" "Retro" OtherWork;
    /// Demo, sprint review.
    Demo "demo" "Demo" OtherWork;
    /// The own team's weekly, and its other meetings.
    TeamMeeting "team_meeting" "Team meeting" OtherWork;
    /// All-hands, town hall.
    AllHands "all_hands" "All-hands" OtherWork;
    /// Interviews, hiring, debriefs.
    Interview "interview" "Interviews & hiring" OtherWork;
    /// Performance and talent reviews.
    PeopleAdmin "people_admin" "People admin" OtherWork;
    /// On-call duty.
    OnCall "on_call" "On-call" OtherWork;
    /// A live incident.
    Incident "incident" "Incident" OtherWork;
    /// Releases and deployments.
    Release "release" "Release" OtherWork;
    /// Training, conferences, talks.
    Training "training" "Training" OtherWork;
    /// Team lunches, parties.
    Social "social" "Social" OtherWork;
    /// Travelling for work.
    Travel "travel" "Travel" OtherWork;
    /// Mail, expenses, forms.
    Admin "admin" "Admin" OtherWork;
    /// A bare hold.
    Placeholder "placeholder" "Placeholder" OtherWork;
    /// Work of no known kind.
    Other "other" "Other work" OtherWork;
    /// Private life.
    Private "private" "Private" Personal;
    /// Leave and illness.
    TimeOff "time_off" "Time off" Personal;
    /// A public holiday.
    PublicHoliday "public_holiday" "Public holiday" Personal;
    /// Lunch break.
    LunchBreak "lunch_break" "Lunch break" Personal;
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
