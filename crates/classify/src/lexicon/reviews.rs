//! Work products under a quality gate (rule 2), and the reviews that are none.

use weekwise_model::Kind::{
    ArchitectureReview, CodeReview, CrossTeamSync, DesignReview, OneOnOne, PeopleAdmin, PostMortem,
    ReadinessReview, ReviewPreparation, RfcReview, StatusReview, TeamMeeting, Triage,
};

use super::When::{Alone, Crossing, Group, Own, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Code and pull requests",
        why: "The gate most work passes; alone as well as together.",
        example: "Review PR #4512",
        reads: Reads::Either,
        means: &[always(CodeReview, 5.0)],
        says: "code review|code reviews|review code|code walkthrough|pull request|pull requests|pull request review|pr|prs|\
            pr review|pr reviews|review pr|review prs|review pull requests|review queue|merge request|merge requests|\
            mob review|diff review|reviews de code|codereview|quelltext review|code durchsicht|revue de code|\
            relecture de code|revisión de código|revisar código|revisão de código|revisione del codice|revisione codice|\
            code nakijken|cl review|patch review",
    },
    Theme {
        what: "Design documents, looked at together",
        why: "A design under a gate, before it is built.",
        example: "Design review: event bus",
        reads: Reads::Perhaps,
        means: &[always(DesignReview, 5.0)],
        says: "design review|design reviews|tech design review|technical design review|technical review|tech review|\
            spec review|tech spec review|tech spec|design doc review|design walkthrough|design doc walkthrough|design critique|\
            design crit|review design doc|review design|design feedback|tdd review|peer review|document review|doc review|api review|\
            api design review|schema review|data model review|entwurfsreview|entwurfs review|konzeptreview|konzept review|\
            entwurfsprüfung|designreview|dokumentenreview|revue de conception|revue de design|revue technique|\
            revisión de diseño|revisión técnica|revisão de design|revisão técnica|revisione del design|revisione tecnica|\
            ontwerpreview|ontwerp review|technische review",
    },
    Theme {
        what: "Design documents, named only",
        why: "With others it is looked at; alone it is read or written, and other words say which.",
        example: "Design doc: ledger",
        reads: Reads::Perhaps,
        means: &[on(Alone, ReviewPreparation, 1.5), always(DesignReview, 3.0)],
        says: "design doc|design docs|design document|tdd|entwurfsdokument|document de conception|documento de diseño|\
            prd review|=dr",
    },
    Theme {
        what: "RFCs, ADRs, proposals",
        why: "A written proposal that wants comments.",
        example: "RFC-123 review",
        reads: Reads::Perhaps,
        means: &[on(Alone, RfcReview, 3.0), always(RfcReview, 5.0)],
        says: "rfc|rfcs|adr|adrs|rfc review|adr review|review rfc|proposal review|rfc office hours|decision record|\
            technical proposal|enhancement proposal|kep|architecture decision record",
    },
    Theme {
        what: "Architecture boards",
        why: "They decide whether a design may be built.",
        example: "Architecture review board",
        reads: Reads::Meeting,
        means: &[
            on(Alone, ReviewPreparation, 3.5),
            always(ArchitectureReview, 5.0),
        ],
        says: "architecture review|architecture review board|architecture board|architecture council|architecture forum|\
            architecture sync|architecture meeting|architecture committee|architecture guild review|arb|arch review|arch board|\
            tech review board|technical review board|design authority|tda|technical design authority|review board|\
            architektur review|architekturreview|architekturboard|architektur board|architekturrunde|architekturrat|\
            architekturprüfung|comité d'architecture|revue d'architecture|comité de arquitectura|revisión de arquitectura|\
            comitê de arquitetura|revisão de arquitetura|revisione dell'architettura|comitato architettura|\
            architectuurreview|architectuur review|architectuuroverleg|architectuurboard",
    },
    Theme {
        what: "Architecture, said in passing",
        why: "With others it is mostly a look at a design.",
        example: "Architecture",
        reads: Reads::Perhaps,
        means: &[
            on(Alone, weekwise_model::Kind::DesignWork, 3.0),
            always(ArchitectureReview, 2.5),
        ],
        says: "architecture|architektur|architecture discussion|arquitectura|arquitetura|architettura|architectuur",
    },
    Theme {
        what: "Security, launch and readiness reviews",
        why: "The gate before something goes out.",
        example: "Production readiness review",
        reads: Reads::Perhaps,
        means: &[always(ReadinessReview, 5.0)],
        says: "security review|sec review|security design review|launch review|launch readiness|launch readiness review|readiness review|\
            production readiness|production readiness review|operational readiness|operational readiness review|prr|orr|lrr|\
            operational review readiness|privacy review|compliance review|accessibility review|release readiness|\
            release review|cab|change advisory board|change approval board|change review|go no go|threat model|threat models|\
            threat modeling|threat modelling|threat model review|pen test|pentest|pen test review|pentest review|penetration test|\
            risk review|quality gate|sign off|acceptance review|sicherheitsreview|sicherheits review|sicherheitsprüfung|freigabe|\
            freigaberunde|abnahme|bedrohungsanalyse|revue de sécurité|revisión de seguridad|revisão de segurança|\
            revisione di sicurezza|beveiligingsreview|security check",
    },
    Theme {
        what: "Looking back on an incident",
        why: "The fire is out; what is examined is what happened.",
        example: "Post-mortem: outage 12 May",
        reads: Reads::Meeting,
        means: &[always(PostMortem, 5.5)],
        says: "post mortem|postmortem|post mortem review|postmortem review|incident review|incident reviews|incident retro|\
            incident retrospective|post incident|post incident review|weekly incident review|pir|root cause|\
            root cause analysis|rca|rca review|outage review|outage retro|blameless|blameless postmortem|correction of errors|coe|coe review|\
            learning from incidents|learning from incident|lfi|five whys|5 whys|sev review|after action review|incident debrief|\
            fehleranalyse|ursachenanalyse|vorfall nachbesprechung|vorfallanalyse|incident nachbesprechung|nachbesprechung störung|\
            analyse d'incident|revue d'incident|retour d'incident|rétrospective d'incident|análisis de incidente|revisión de incidente|\
            análise de incidente|analisi incidente|incidentevaluatie|incident evaluatie",
    },
    Theme {
        what: "Triage",
        why: "Bugs and proposals are judged one by one.",
        example: "Bug triage",
        reads: Reads::Perhaps,
        means: &[always(Triage, 4.5)],
        says: "triage|bug triage|issue triage|ticket triage|defect triage|triage bugs|bug scrub|bug review|bug bash triage|vulnerability triage|\
            alert triage|alert review|fehlersichtung|ticketsichtung|ticket sichtung|tri des bugs|tri des tickets|triaje|\
            triagem|smistamento bug|request triage|intake review",
    },
    Theme {
        what: "Review, of nothing named",
        why: "The word alone mostly means a work product.",
        example: "Review: ingest pipeline",
        reads: Reads::Perhaps,
        means: &[
            on(Alone, ReviewPreparation, 4.0),
            on(Own, DesignReview, 3.0),
            on(Group, DesignReview, 3.0),
            on(Pair, DesignReview, 3.0),
        ],
        says: "review|reviews|reviewing|review time|revue|relecture|revisión|revisar|revisão|revisione|durchsicht|\
            durchsehen|sichten|begutachtung|nakijken|critique|walkthrough|findings",
    },
    Theme {
        what: "Reading",
        why: "Reading a thing that waits for judgement is review too; without an object it is a block for it.",
        example: "Read design doc",
        reads: Reads::Block,
        means: &[on(Alone, ReviewPreparation, 3.0)],
        says: "read|reading|reading time|read docs|lesen|=lecture|lire|leer|lectura|leitura|lettura|lezen|comment on|comments|\
            feedback on docs",
    },
    Theme {
        what: "Reviews of people",
        why: "What is looked at is a person's year: with one person a 1:1, with more people admin.",
        example: "Performance review",
        reads: Reads::Perhaps,
        means: &[on(Pair, OneOnOne, 5.0), always(PeopleAdmin, 6.0)],
        says: "performance review|performance reviews|perf review|perf reviews|talent review|promo review|promotion review|\
            promotion committee|promo committee|calibration|perf calibration|performance calibration|performance review calibration|\
            talent calibration|self review|self assessment|peer feedback|360 review|360 feedback|annual review|mid year review|year end review|\
            salary review|compensation review|comp review|probation review|merit review|talent planning|succession planning|\
            mitarbeitergespräch|jahresgespräch|beurteilungsgespräch|leistungsbeurteilung|zielgespräch|entretien annuel|entretien d'évaluation|\
            evaluación de desempeño|evaluación del desempeño|avaliação de desempenho|valutazione delle prestazioni|\
            beoordelingsgesprek|functioneringsgesprek|feedbackgespräch|1:1 performance review",
    },
    Theme {
        what: "Status and metrics reviews",
        why: "They look at numbers, not at a work product: coordination with others, a ritual among the own team.",
        example: "Metrics review",
        reads: Reads::Meeting,
        means: &[
            on(Own, TeamMeeting, 4.5),
            on(Crossing, StatusReview, 5.0),
            on(Pair, StatusReview, 2.0),
            on(Alone, weekwise_model::Kind::Admin, 3.0),
            always(StatusReview, 4.0),
        ],
        says: "status review|project status|project status review|status update|status meeting|statusmeeting|status call|\
            status sync|status|weekly status|metrics review|metrics|metric review|kpi review|kpis|slo review|ops review|\
            operations review|operational review|operational excellence|ops metrics|ops metrics weekly|dashboard review|service review|weekly business review|wbr|cost review|program review|project review|\
            steering committee|steerco|steering|lenkungsausschuss|lenkungskreis|statusrunde|projektstatus|projektmeeting|\
            projektbesprechung|point projet|suivi de projet|comité de pilotage|copil|revue de métriques|estado del proyecto|\
            revisión de métricas|seguimiento de proyecto|comité de seguimiento|status do projeto|stato avanzamento|stuurgroep|voortgang",
    },
    Theme {
        what: "Working out an open question",
        why: "Across teams it is coordination.",
        example: "Checkout rewrite: open questions",
        reads: Reads::Perhaps,
        means: &[on(Crossing, CrossTeamSync, 2.0), on(Own, TeamMeeting, 1.0)],
        says: "open questions|next steps|decision meeting|follow up|followup|nachbereitung|suivi|offene punkte|offene fragen",
    },
];
