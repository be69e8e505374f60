//! What a team does again and again to run itself: other work, unless another team is there (rule 1).

use weekwise_model::Kind::{
    CrossTeamSync, Demo, Leads, Partner, Preparation, Retro, Roadmap, Standup, TeamMeeting,
    TeamPlanning,
};

use super::When::{Alone, Always, Crossing, External, Group, Own, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Stand-ups",
        why: "They run the own team; with another team they are coordination.",
        example: "Daily stand-up",
        reads: Reads::Meeting,
        means: &[on(Crossing, CrossTeamSync, 4.5), always(Standup, 4.5)],
        says: "stand up|standup|daily stand up|daily standup|daily scrum|scrum daily|daily huddle|=huddle|dsm|daily|\
            morning standup|morning stand up|daily checkin|daily check in|daily sync|async standup|\
            tägliches standup|tägliche abstimmung|tagesrunde|morgenrunde|daily meeting|\
            mêlée quotidienne|mêlée|point quotidien|réunion quotidienne|point du matin|\
            reunión diaria|=diaria|scrum diario|reunião diária|riunione giornaliera|riunione quotidiana|\
            dagelijkse standup|dagstart|dagelijkse scrum",
    },
    Theme {
        what: "Sprint planning and refinement",
        why: "The own team plans its next weeks.",
        example: "Sprint 42 planning",
        reads: Reads::Meeting,
        means: &[on(Alone, Preparation, 3.0), always(TeamPlanning, 5.0)],
        says: "sprint planning|planning sprint|iteration planning|sprint kickoff|sprint kick off|sprint start|\
            backlog refinement|refinement|grooming|backlog grooming|story refinement|backlog review|=backlog|\
            estimation|story pointing|planning poker|story mapping|capacity planning sprint|team planning|weekly team planning|\
            sprint planung|sprintplanung|sprintwechsel|backlogpflege|verfeinerung|schätzrunde|\
            planification sprint|planification de sprint|affinage|affinage du backlog|raffinage|\
            planificación sprint|refinamiento|planejamento da sprint|refinamento|\
            pianificazione sprint|raffinamento|sprintplanning|refinement sessie",
    },
    Theme {
        what: "Retrospectives",
        why: "The own team looks at how it works. Looking back on an incident is a review and said elsewhere.",
        example: "Sprint retro",
        reads: Reads::Meeting,
        means: &[on(Alone, Preparation, 2.5), always(Retro, 4.5)],
        says: "retro|retrospective|sprint retro|sprint retrospective|team retro|team retrospective|lessons learned|\
            retrospektive|retrospectiva|retrospectief|retrospettiva|rétro|rétrospective|rückblick|start stop continue|\
            team health check|health check team",
    },
    Theme {
        what: "Demos and sprint reviews",
        why: "Showing the team's own work is a ritual, although it says review; a stranger's demo is a sales talk.",
        example: "Demo",
        reads: Reads::Meeting,
        means: &[
            on(External, Partner, 4.0),
            on(Alone, Preparation, 3.0),
            always(Demo, 4.0),
        ],
        says: "demo|demos|demo day|team demo|show and tell|show tell|showcase|vorführung|démo|démonstration|demostración|\
            dimostrazione|demonstratie|demonstração|internal demo|friday demo|demo friday",
    },
    Theme {
        what: "Sprint reviews",
        why: "A ritual: what is looked at is the sprint, not a work product at a gate.",
        example: "Sprint review & demo",
        reads: Reads::Meeting,
        means: &[on(Alone, Preparation, 3.0), always(Demo, 5.5)],
        says: "sprint review|iteration review|sprint demo|system demo|revue de sprint|revisión de sprint|revisión del sprint|\
            revisão da sprint|revisione sprint|sprint abnahme|sprint vorstellung|sprint ende|sprintende|sprint close",
    },
    Theme {
        what: "Planning, of nothing named",
        why: "Alone with the own team it is its ritual; across teams it looks further.",
        example: "Planning",
        reads: Reads::Meeting,
        means: &[
            on(Own, TeamPlanning, 4.0),
            on(Crossing, Roadmap, 2.0),
            on(Crossing, CrossTeamSync, 2.0),
            on(Group, TeamPlanning, 3.0),
            on(Pair, TeamPlanning, 1.5),
            on(Alone, Preparation, 1.5),
        ],
        says: "planning|planung|planification|planificación|pianificazione|planejamento",
    },
    Theme {
        what: "The own team's meeting",
        why: "It says team, and nobody else's.",
        example: "Team weekly",
        reads: Reads::Meeting,
        means: &[
            on(Crossing, CrossTeamSync, 1.5),
            on(Crossing, TeamMeeting, 1.5),
            on(Alone, TeamMeeting, 1.5),
            on(Pair, TeamMeeting, 1.0),
            always(TeamMeeting, 4.0),
        ],
        says: "team weekly|team meeting|weekly team meeting|weekly team sync|team sync|team weekly sync|team catch up|\
            team check in|team checkin|team time|team huddle|staff meeting|squad meeting|squad sync|squad weekly|group meeting|\
            department meeting|monday kickoff|monday meeting|wochenstart|team besprechung|teammeeting|teamrunde|\
            team runde|teamtermin|teamsitzung|dienstbesprechung|abteilungsrunde|réunion d'équipe|point d'équipe|\
            point équipe|hebdo équipe|reunión de equipo|reunión del equipo|equipo semanal|reunião de equipe|\
            reunião de equipa|riunione di team|riunione di squadra|teamoverleg|werkoverleg|team overleg",
    },
    Theme {
        what: "Team, said in passing",
        why: "A hint that it is the own team's affair.",
        example: "Team cleanup hour",
        reads: Reads::Either,
        means: &[on(Own, TeamMeeting, 1.5), on(Group, TeamMeeting, 0.5)],
        says: "team|squad|équipe|equipo|equipe|squadra",
    },
    Theme {
        what: "Several teams' stand-up",
        why: "Its name says that teams, not people, report.",
        example: "Scrum of scrums",
        reads: Reads::Meeting,
        means: &[always(Leads, 5.0)],
        says: "scrum of scrums|sos|scrum of scrum|meta scrum|team of teams",
    },
    Theme {
        what: "Meetings that say only that they are one",
        why: "Who is there decides.",
        example: "Weekly sync",
        reads: Reads::Meeting,
        means: &[
            on(External, Partner, 2.5),
            on(Pair, weekwise_model::Kind::OneOnOne, 2.0),
            on(Own, TeamMeeting, 2.5),
            on(Crossing, CrossTeamSync, 2.5),
            on(Group, TeamMeeting, 1.2),
            on(Group, CrossTeamSync, 1.2),
            on(Always, TeamMeeting, 0.6),
        ],
        says: "sync|sync up|syncup|weekly|weekly sync|biweekly|bi weekly|monthly|monthly sync|fortnightly|meeting|=meet|\
            catch up|catchup|check in|checkin|call|quick call|quick chat|chat|touch base|touchbase|touchpoint|discussion|\
            discuss|let's talk|talk to|talk with|jour fixe|jf|besprechung|abstimmung|termin|meeting weekly|treffen|runde|weekly meeting|sitzung|\
            rücksprache|austausch|absprache|gespräch|réunion|point|point hebdo|hebdo|échange|appel|reunión|seguimiento|\
            llamada|charla|reunião|riunione|incontro|chiamata|overleg|afspraak|gesprek|bijpraten|bila|brainstorm|\
            brainstorming|q&a|qa session|working session|work session|session|standing meeting|forum|workshop|atelier|taller|werkstatt",
    },
];
