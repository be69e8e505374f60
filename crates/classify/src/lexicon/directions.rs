//! Where things are going: vision, strategy, roadmap, leadership, organisation (rule 4).

use weekwise_model::Kind::{
    Leadership, OrgDesign, Partner, Roadmap, Strategy, StrategyPreparation,
};

use super::When::{Alone, External};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Vision and strategy",
        why: "They say where things go for years.",
        example: "Technical strategy",
        reads: Reads::Perhaps,
        means: &[on(Alone, StrategyPreparation, 5.5), always(Strategy, 5.0)],
        says: "strategy|technical strategy|tech strategy|engineering strategy|platform strategy|data strategy|product strategy|cloud strategy|\
            strategy session|strategy sync|strategy meeting|strategy review|strategy offsite|strategy workshop|strategy day|strategy doc|\
            strategies|strategic planning|strategic review|strategic direction|strategic|vision|tech vision|technical vision|product vision|\
            vision workshop|long term|long term planning|long term vision|north star|target architecture|tech radar|technology radar|\
            multi year plan|three year plan|5 year plan|year direction|year plan|=direction|technical direction|moonshots|\
            strategie|strategietag|strategierunde|strategiemeeting|strategieworkshop|strategieklausur|=klausur|klausurtagung|technologiestrategie|\
            zielbild|zielarchitektur|leitbild|stratégie|stratégie technique|vision technique|estrategia|estrategia técnica|\
            visión|visión técnica|estratégia|visão|strategia|strategia tecnica|visione|visie|strategisch overleg|strategiesessie|offsite|🧭|\
            build vs buy|build versus buy|make or buy|tech debt strategy",
    },
    Theme {
        what: "Roadmap, quarter and year",
        why: "Plans past the next sprint.",
        example: "Q3 planning",
        reads: Reads::Perhaps,
        means: &[on(Alone, StrategyPreparation, 5.5), always(Roadmap, 5.0)],
        says: "roadmap|roadmaps|roadmap review|roadmap planning|roadmap sync|roadmapping|product roadmap|tech roadmap|roadmap meeting|\
            quarterly planning|quarter planning|quarterly plan|quarter plan|q1 planning|q1 plan|q1 goals|q1 okrs|q1 roadmap|q1 priorities|planning q1|q1 kickoff|\
            annual planning|annual plan|yearly planning|year planning|planning 2000|2000 planning|2000 priorities|2000 goals|2000 plan|h1 planning|h1 plan|h1 goals|planning h1|\
            fy1 planning|fy1 plan|fy1 goals|planning fy1|pi planning|program increment planning|big room planning|half year planning|\
            okr|okrs|okr review|okr planning|okr workshop|okr check in|okr checkin|okr sync|objectives and key results|\
            prioritization|prioritisation|prioritize|priorities|portfolio review|portfolio planning|portfolio|investment planning|\
            capacity planning|resource planning|quartalsplanung|jahresplanung|halbjahresplanung|quartals planung|jahres planung|\
            priorisierung|=ziele|jahresziele|quartalsziele|feuille de route|planification trimestrielle|planification annuelle|priorisation|\
            objectifs|objectifs annuels|hoja de ruta|planificación anual|planificación trimestral|priorización|objetivos|\
            planejamento anual|planejamento trimestral|priorização|pianificazione annuale|pianificazione trimestrale|\
            priorità|obiettivi|jaarplanning|kwartaalplanning|jaarplan|prioritering|=doelen",
    },
    Theme {
        what: "Business, roadmap and budget reviews",
        why: "What is looked at is the direction, not a work product. With strangers it is theirs.",
        example: "QBR",
        reads: Reads::Perhaps,
        means: &[
            on(External, Partner, 5.0),
            on(Alone, StrategyPreparation, 5.0),
            always(Roadmap, 5.5),
        ],
        says: "business review|quarterly business review|qbr|mbr|monthly business review|quarterly review|quarter review|q1 review|h1 review|2000 review|fy1 review|\
            budget review|budget|budget planning|budgeting|budgetplanung|budgetrunde|budget meeting|forecast|financial review|\
            product review|investment review|revue budgétaire|revue trimestrielle|presupuesto|revisión trimestral|orçamento|bilancio|begroting|\
            geschäftsreview|quartalsreview|quartalsrückblick",
    },
    Theme {
        what: "Leadership-team meetings",
        why: "Those who set direction meet.",
        example: "Engineering leadership weekly",
        reads: Reads::Meeting,
        means: &[on(Alone, StrategyPreparation, 3.0), always(Leadership, 5.0)],
        says: "leadership|leadership team|leadership meeting|leadership weekly|leadership sync|leadership offsite|engineering leadership|tech leadership|\
            technical leadership|technology leadership|product leadership|staff leadership sync|elt|slt|lt weekly|lt meeting|lt|exec team|exec sync|exec review|executive team|\
            executive review|executive committee|exec staff|exco|c level|board meeting|board prep|steering board|management team|management meeting|management review|mgmt meeting|director staff|directors|directors meeting|directors sync|vps|\
            managers meeting|vp staff|cto staff|leitungsrunde|leitungskreis|führungskreis|führungsrunde|führungsteam|geschäftsleitung|\
            geschäftsführung|bereichsleitung|abteilungsleiterrunde|vorstand|comité de direction|codir|comex|équipe de direction|comité de dirección|\
            equipo directivo|comité ejecutivo|comitê executivo|reunião de liderança|liderança|liderazgo|leadership team sync|\
            comitato direttivo|=direzione|managementteam|mt overleg|directieoverleg|directie",
    },
    Theme {
        what: "Organisation design",
        why: "Who works on what, in which teams.",
        example: "Reorg",
        reads: Reads::Perhaps,
        means: &[on(Alone, StrategyPreparation, 4.5), always(OrgDesign, 5.5)],
        says: "org design|organisation design|organization design|reorg|re org|reorganisation|reorganization|team topologies|\
            headcount|headcount planning|headcount review|workforce planning|org planning|org structure|org review|team structure|team charter|hiring plan|operating model|\
            organisationsentwicklung|umstrukturierung|personalplanung|teamstruktur|réorganisation|reorganización|reestructuración|\
            reorganização|riorganizzazione|reorganisatie|career ladder|career framework",
    },
];
