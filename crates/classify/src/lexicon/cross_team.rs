//! With others than the own team: guilds, leads, alignment, customers, vendors, auditors (rules 1 and 5).

use weekwise_model::Kind::{
    CrossTeamSync, Guild, Leads, Partner, Preparation, TeamMeeting, Training,
};

use super::When::{Alone, Crossing, External, Group, Many, Met, Own, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Guilds and communities",
        why: "A craft shared across teams.",
        example: "Backend guild",
        reads: Reads::Meeting,
        means: &[on(Alone, Preparation, 1.5), always(Guild, 5.0)],
        says: "guild|chapter|chapter meeting|community of practice|cop|communities of practice|special interest group|interest group|sig|\
            user group|tech community|practice meeting|center of excellence|champions|security champions|gilde|fachkreis|fachgruppe|arbeitskreis|\
            fachrunde|guilde|communauté de pratique|comunidad de práctica|gremio|comunidade de prática|comunità di pratica|gilda|vakgroep|gildeoverleg",
    },
    Theme {
        what: "Leads of several teams",
        why: "Each speaks for a team.",
        example: "Tech leads sync",
        reads: Reads::Meeting,
        means: &[on(Pair, Leads, 1.5), always(Leads, 5.0)],
        says: "leads|leads weekly|leads sync|leads meeting|tech leads|tech lead|tech lead sync|staff weekly|staff engineering|tech leads sync|team leads|team leads sync|eng leads|\
            engineering leads|tl sync|tls|tl weekly|em sync|ems|managers sync|em tl sync|staff engineers|staff engineers weekly|staff engineer sync|\
            staff eng|staff sync|staff plus|staff eng sync|principal engineers|principals|principals sync|architects sync|architects|teamleiterrunde|teamleiter|\
            team leiter runde|teamleads|leadrunde|architektenrunde|point tech leads|líderes técnicos|responsables d'équipe|\
            líderes de equipo|tech lead overleg|teamleidersoverleg",
    },
    Theme {
        what: "Alignment between teams",
        why: "The title says that several sides come together.",
        example: "Alignment: checkout migration",
        reads: Reads::Meeting,
        means: &[
            on(Own, TeamMeeting, 1.5),
            on(Own, CrossTeamSync, 1.5),
            on(Pair, CrossTeamSync, 1.0),
            on(Alone, Preparation, 1.0),
            on(External, Partner, 4.0),
            on(Crossing, CrossTeamSync, 4.0),
            always(CrossTeamSync, 4.0),
        ],
        says: "cross team|cross team sync|cross team meeting|cross functional|xfn|xfn sync|x team|x functional|interteam|inter team|alignment|align|aligning|integration sync|coordination|\
            dependency|dependencies|interlock|working group|wg|task force|taskforce|tiger team|stakeholder|stakeholders|stakeholder update|\
            office hours|api contract|contract discussion|partner team|kick off|kickoff|project kickoff|joint planning|\
            angleichung|schnittstellen|schnittstelle|schnittstellenabstimmung|koordination|arbeitsgruppe|projektkickoff|auftakt|abhängigkeiten|\
            synchronisation|point de synchronisation|coordination inter équipes|inter équipes|groupe de travail|alignement|\
            lancement du projet|coordinación|reunión de coordinación|alineación|sincronización|grupo de trabajo|\
            coordenação|alinhamento|grupo de trabalho|coordinamento|allineamento|gruppo di lavoro|afstemming|werkgroep|coördinatie",
    },
    Theme {
        what: "Syncs with a named team",
        why: "One does not sync with one's own team by its name.",
        example: "Sync with Data Platform",
        reads: Reads::Meeting,
        means: &[
            on(Own, TeamMeeting, 2.5),
            on(Pair, CrossTeamSync, 0.8),
            always(CrossTeamSync, 2.5),
        ],
        says: "sync with|sync w|alignment with|meeting with|abstimmung mit|réunion avec|reunión con|reunião com|riunione con|overleg met|call with",
    },
    Theme {
        what: "Deep dives",
        why: "Several people look into one thing; mostly somebody else's.",
        example: "Deep dive: billing events",
        reads: Reads::Perhaps,
        means: &[
            on(Alone, weekwise_model::Kind::Focus, 3.0),
            on(Own, Training, 1.5),
            on(Many, Training, 3.0),
            on(Crossing, CrossTeamSync, 3.0),
            always(CrossTeamSync, 1.5),
        ],
        says: "deep dive|deepdive|tech deep dive|technical deep dive",
    },
    Theme {
        what: "Customers and users",
        why: "Talking to those one builds for.",
        example: "User interview",
        reads: Reads::Meeting,
        means: &[
            on(Alone, Preparation, 1.5),
            on(External, Partner, 5.0),
            on(Own, Partner, 2.5),
            always(Partner, 4.5),
        ],
        says: "customer|customers|customer call|customer meeting|customer visit|customer sync|customer interview|customer success|client|clients|client call|client meeting|\
            user interview|user interviews|user research|user test|user testing|usability test|usability testing|usability study|customer advisory board|design partner|beta customer|\
            sales call|presales|pre sales|=pitch|kunde|kunden|kundentermin|kundengespräch|kundenbesuch|kundenmeeting|nutzerinterview|nutzertest|auftraggeber|\
            réunion client|rendez vous client|visite client|entretien utilisateur|test utilisateur|cliente|clientes|\
            reunión con cliente|entrevista con usuario|entrevista de usuario|clienti|intervista utente|klant|klanten|klantgesprek|klantbezoek|gebruikersonderzoek",
    },
    Theme {
        what: "Vendors, partners, auditors",
        why: "Other companies one works with.",
        example: "Vendor demo: tracing",
        reads: Reads::Meeting,
        means: &[on(Alone, Preparation, 1.5), always(Partner, 5.0)],
        says: "vendor|vendors|vendor demo|vendor call|vendor review|vendor meeting|product demo|sales demo|supplier|supplier call|partner|partner call|partner sync|\
            partnership|account team|account manager|account review|renewal|contract negotiation|procurement|audit|audits|auditor|auditors|external audit|soc 2|iso 27001|pci audit|\
            agency|consultants|lieferant|lieferanten|dienstleister|zulieferer|prüfer|wirtschaftsprüfer|fournisseur|fournisseurs|prestataire|partenaire|auditeur|\
            proveedor|proveedores|auditoría|fornecedor|fornecedores|parceiro|auditoria|fornitore|fornitori|leverancier|leveranciers|partnergesprek",
    },
    Theme {
        what: "Meeting somebody new",
        why: "With strangers it is the start of a partnership.",
        example: "Intro",
        reads: Reads::Meeting,
        means: &[
            on(External, Partner, 2.5),
            on(Pair, weekwise_model::Kind::OneOnOne, 2.5),
            on(Group, CrossTeamSync, 1.5),
            on(Met, CrossTeamSync, 1.0),
            on(Alone, Preparation, 0.5),
        ],
        says: "intro|intro call|introduction|introductory call|introductions|vorstellung|introductie",
    },
];
