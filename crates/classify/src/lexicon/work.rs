//! Work that no target asks for: incidents, on-call, releases, all-hands, training, travel, admin (rules 5, 6, 8).

use weekwise_model::Kind::{
    Admin, AllHands, CrossTeamSync, Incident, Mentoring, OnCall, Preparation, Release, Training,
    Travel,
};

use super::When::{Alone, Crossing, Group, Met, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Live incidents",
        why: "The fire burns; nobody judges a work product now.",
        example: "Incident #442 war room",
        reads: Reads::Meeting,
        means: &[always(Incident, 4.5)],
        says: "incident|incidents|mitigation|mitigation call|war room|warroom|incident bridge|incident call|incident response|incident channel|major incident|outage|outage call|sev1|sev 1|p1|p1 incident|firefighting|hotfix|emergency|emergency call|escalation|\
            🔥|🚨|störung|vorfall|notfall|ausfall|=panne|incidente|caída|incidente crítico|emergencia|emergência|incidente grave|guasto|storing",
    },
    Theme {
        what: "On-call",
        why: "Duty, whoever's turn it is.",
        example: "On-call handover",
        reads: Reads::Either,
        means: &[always(OnCall, 5.0)],
        says: "on call|oncall|on call primary|on call secondary|oncall primary|on call rotation|on call shift|on call handover|on call handoff|oncall handover|oncall handoff|pager|pager duty|pagerduty|📟|on duty|support rotation|support shift|support duty|interrupt duty|\
            rufbereitschaft|bereitschaft|bereitschaftsdienst|bereitschaftsübergabe|astreinte|guardia|de guardia|plantão|sobreaviso|reperibilità|consignatie|piket|wachtdienst|shift handover|shift handoff|schichtübergabe",
    },
    Theme {
        what: "Handing over",
        why: "Among the own team it is mostly the duty; between teams it is coordination.",
        example: "Handover",
        reads: Reads::Perhaps,
        means: &[on(Crossing, CrossTeamSync, 3.0), always(OnCall, 3.5)],
        says: "handover|handoff|hand over|hand off|übergabe|passation|traspaso|overdracht|passagem",
    },
    Theme {
        what: "Releases and deployments",
        why: "Getting it out.",
        example: "Release v3.1",
        reads: Reads::Either,
        means: &[always(Release, 4.5)],
        says: "release|releases|release day|release window|release call|deploy|deployment|deployments|deploy window|go live|golive|cutover|cut over|rollout|roll out|launch|launch day|code freeze|maintenance window|maintenance|🚀|\
            inbetriebnahme|auslieferung|rollout termin|wartungsfenster|wartung|mise en production|mep|déploiement|=livraison|despliegue|puesta en producción|lanzamiento|implantação|lançamento|rilascio|messa in produzione|uitrol|livegang|oplevering",
    },
    Theme {
        what: "All-hands",
        why: "The whole house listens.",
        example: "Engineering all-hands",
        reads: Reads::Meeting,
        means: &[always(AllHands, 5.0)],
        says: "all hands|allhands|all hands meeting|company all hands|engineering all hands|town hall|townhall|ama|ask me anything|company meeting|company update|fireside|fireside chat|all staff|open house|department all hands|kickoff 2000|\
            q&a with leadership|leadership q&a|ceo q&a|ceo update|exec update|company news|exec q&a|monthly update|org update|tgif|friday update|betriebsversammlung|vollversammlung|mitarbeiterversammlung|belegschaftsversammlung|firmenmeeting|réunion plénière|plénière|assemblée générale|\
            asamblea|reunión general|reunión de toda la empresa|assembleia|reunião geral|assemblea|riunione plenaria|plenaria|personeelsbijeenkomst|bedrijfsbijeenkomst|📣",
    },
    Theme {
        what: "Training, talks, conferences",
        why: "Learning what somebody teaches.",
        example: "Tech talk: Rust at scale",
        reads: Reads::Either,
        means: &[always(Training, 5.0)],
        says: "training|trainings|security training|course|=class|webinar|conference|conferences|summit|kubecon|meetup|tech talk|tech talks|techtalk|lightning talks|=talk|=talks|brown bag|brownbag|lunch and learn|lunch learn|=learning|learning time|learning day|learning session|e learning|elearning|=study|study group|\
            book club|reading group|paper club|tutorial|certification|=exam|workshop training|hackathon|hack day|hackday|hack week|bootcamp|keynote|schulung|schulungen|fortbildung|weiterbildung|lehrgang|kurs|seminar|vortrag|konferenz|unterweisung|=lernen|lernzeit|\
            formation|formations|séminaire|conférence|=cours|formación|capacitación|curso|conferencia|seminario|formação|treinamento|palestra|conferência|formazione|corso|conferenza|cursus|opleiding|congres|cursussen|📚|🎓|🎤",
    },
    Theme {
        what: "Onboarding",
        why: "With one newcomer it is mentoring, with more it is training.",
        example: "Onboarding",
        reads: Reads::Perhaps,
        means: &[
            on(Pair, Mentoring, 4.0),
            on(Alone, Preparation, 2.5),
            always(Training, 4.0),
        ],
        says: "onboarding|onboarding session|new hire onboarding|new hire orientation|orientation|newcomers|einarbeitung|incorporación|inserimento|inwerken|knowledge transfer|knowledge sharing|kt session|wissenstransfer|transfert de connaissances|knowledge share",
    },
    Theme {
        what: "Travel",
        why: "On the way to work's places.",
        example: "Flight to Berlin",
        reads: Reads::Block,
        means: &[always(Travel, 4.5)],
        says: "flight|flights|flight to|=fly|=train|train to|train from|train back|train home|travel|travel to|travel time|travelling|traveling|drive to|=drive|=driving|airport|check in flight|commute|commuting|taxi|=uber|=hotel|stay at|business trip|trip to|✈|🛫|🛬|🚆|🚄|🚗|🚕|🧳|🚂|🚌|🚲|\
            flug|flug nach|flughafen|=zug|zug nach|=bahn|bahnfahrt|zugfahrt|anreise|abreise|rückreise|hinfahrt|rückfahrt|=fahrt|fahrzeit|=reise|dienstreise|pendeln|=vol|vol pour|trajet|voyage|déplacement|aéroport|=vuelo|vuelo a|viaje|desplazamiento|trayecto|=tren|aeropuerto|\
            voo|voo para|viagem|deslocamento|trem|comboio|volo|volo per|viaggio|treno|trasferta|aeroporto|vlucht|reistijd|trein|zakenreis",
    },
    Theme {
        what: "Admin",
        why: "Keeps the wheels turning; no artefact comes of it.",
        example: "Expenses",
        reads: Reads::Block,
        means: &[on(Alone, Admin, 4.5), on(Met, Admin, 1.5)],
        says: "travel expenses|travel booking|book travel|book flights|book hotel|admin|admin time|administration|administrative|email|emails|e mail|e mails|mail|mails|inbox|inbox zero|=slack|=messages|catch up on email|expense|expenses|expense report|expense reports|=invoice|=invoices|timesheet|timesheets|time sheet|time tracking|paperwork|\
            =forms|housekeeping|to do|todo|todos|to dos|errand list|weekly planning|plan the week|plan week|plan my week|weekly review|daily planning|plan my day|plan day|wrap up|shutdown|end of day|day planning|it setup|laptop setup|reminder|erinnerung|📧|📨|🧾|\
            verwaltung|büroarbeit|spesen|spesenabrechnung|reisekosten|reisekostenabrechnung|posteingang|rechnung|rechnungen|zeiterfassung|wochenplanung|tagesplanung|administratif|notes de frais|courriel|courriels|factures|paperasse|\
            administrativo|gastos|correo|correos|facturas|papeleo|despesas|correio|burocracia|amministrazione|note spese|=posta|fatture|administratie|onkosten|declaraties|=post",
    },
    Theme {
        what: "Projects and migrations, with people",
        why: "A shared undertaking: coordination where other teams take part.",
        example: "Project Falcon",
        reads: Reads::Perhaps,
        means: &[
            on(Crossing, CrossTeamSync, 1.5),
            on(Group, CrossTeamSync, 0.6),
            on(Alone, weekwise_model::Kind::Focus, 0.8),
        ],
        says: "project|projekt|projet|proyecto|projeto|progetto|migration|initiative|program|programme|programm|epic",
    },
];
