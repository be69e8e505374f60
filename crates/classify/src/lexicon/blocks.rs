//! What one does alone: focus, code, design, writing, preparing; and bare holds (rule 7).

use weekwise_model::Kind::{
    Coding, CrossTeamSync, DesignReview, DesignWork, Focus, Pairing, Placeholder, TeamMeeting,
    Writing,
};

use super::When::{Alone, Crossing, Group, Met, Own, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Focus time",
        why: "Time held free for concentrated work, at whatever.",
        example: "Focus time",
        reads: Reads::Block,
        means: &[on(Alone, Focus, 5.0), always(Focus, 4.0)],
        says: "focus|focus time|focus block|focus morning|focus day|focus work|focused work|focustime|deep work|deepwork|deep work block|deep focus|no meetings|no meeting|no meeting day|no meetings please|meeting free|\
            dnb|do not book|dont book|don't book|do not schedule|please do not book|do not disturb|dnd|maker time|maker day|makers time|heads down|head down|heads down time|think time|thinking time|thinking|\
            quiet time|concentration|concentration time|work block|work time|project time|20 time|fokus|fokuszeit|fokusblock|fokus zeit|stillarbeit|ruhige arbeit|konzentriertes arbeiten|konzentration|nicht buchen|bitte nicht buchen|keine meetings|kein meeting|\
            meetingfrei|blockzeit|arbeitszeit|temps de concentration|concentration totale|focus perso|travail de fond|pas de réunion|pas de réunions|ne pas réserver|ne pas déranger|\
            tiempo de concentración|concentración|trabajo profundo|sin reuniones|no agendar|no reservar|tempo de foco|foco|sem reuniões|trabalho focado|\
            tempo di concentrazione|concentrazione|niente riunioni|no riunioni|non prenotare|focustijd|focusblok|concentratietijd|geen meetings|niet boeken|stiltetijd|🧠|🎧|🔒|🚫|🤫",
    },
    Theme {
        what: "Programming",
        why: "Producing something that runs.",
        example: "Prototype: vector index",
        reads: Reads::Block,
        means: &[
            on(Alone, Coding, 4.5),
            on(Pair, Pairing, 2.0),
            on(Own, TeamMeeting, 1.0),
            on(Crossing, CrossTeamSync, 1.0),
        ],
        says: "code|coding|coding time|programming|implement|implementation|implementing|prototype|prototyping|prototypes|poc|proof of concept|hack|hacking|hack time|debug|debugging|refactor|refactoring|spike|\
            =build|=development|dev time|dev work|develop|bugfix|bug fix|bugfixing|bug fixing|fix bugs|fix|experiment|experiments|benchmark|benchmarking|profiling|optimize|optimise|investigation|investigate|=testing|write tests|write code|data analysis|💻|⌨|\
            programmieren|=entwicklung|entwickeln|implementierung|umsetzung|prototyp|coder|coding session|développement|développer|programmation|prototypage|programar|=desarrollo|codificar|\
            prototipo|programação|=desenvolvimento|=sviluppo|programmare|programmeren|ontwikkelen|=ontwikkeling",
    },
    Theme {
        what: "Making and finishing",
        why: "Said of a pull request or a document, it is one's own that gets done, not another's that is judged.",
        example: "Finish retry PR",
        reads: Reads::Either,
        means: &[on(Alone, Focus, 4.0), on(Met, CrossTeamSync, 0.3)],
        says: "finish|finalize|finalise|work on|working on|continue|polish|ship|complete|clean up|cleanup|rework|address comments|address feedback|rebase|wip|fertigstellen|weiterarbeiten|abschließen|finir|terminer|finaliser|terminar|finire|afmaken|afronden|look into|dig into|set up|setup",
    },
    Theme {
        what: "Designing",
        why: "Alone it is made; with others it is looked at or worked out.",
        example: "Design event schema",
        reads: Reads::Either,
        means: &[
            on(Alone, DesignWork, 4.0),
            on(Pair, DesignReview, 1.0),
            on(Group, DesignReview, 2.0),
        ],
        says: "design|designing|design work|design time|design system|modelling|modeling|data model|sketch|sketching|whiteboarding|entwurf|entwerfen|konzept|konzeption|conception|\
            diseño|diseñar|desenho|projetar|progettazione|progettare|ontwerp|ontwerpen|research|recherche|investigación|pesquisa|ricerca|onderzoek|explore|exploration",
    },
    Theme {
        what: "Writing",
        why: "Producing a document.",
        example: "Write design doc",
        reads: Reads::Block,
        means: &[on(Alone, Writing, 5.0), on(Met, Writing, 0.8)],
        says: "write|writing|writing time|write up|writeup|write doc|write docs|write design doc|write design|write rfc|write adr|write proposal|draft|drafting|draft rfc|draft adr|draft proposal|draft design doc|draft design|blog|blog post|blogpost|article|author|authoring|\
            documentation|=document|documenting|docs|doc|docs day|=paper|=report|newsletter|memo|whitepaper|white paper|=edit|editing|✍|📝|schreiben|schreibzeit|doku|dokumentation|dokumentieren|\
            entwurf schreiben|rfc schreiben|adr schreiben|konzept schreiben|bericht|bericht schreiben|rédaction|rédiger|écrire|écriture|documenter|escribir|escritura|redactar|documentación|\
            documentar|escrever|escrita|documentação|scrivere|scrittura|documentazione|schrijven|documentatie|rapport|slides|folien|deck|presentation|präsentation|presentatie",
    },
    Theme {
        what: "Preparing",
        why: "Goes with what it prepares.",
        example: "Prep QBR",
        reads: Reads::Before,
        means: &[],
        says: "prep|preps|prep time|prep for|prepare|prepare for|preparing|preparation|preparations|pre read|preread|pre reading|pre work|vorbereitung|vorbereiten|vorbereitungen|préparation|préparer|prépa|\
            preparación|preparar|preparação|preparazione|preparare|voorbereiding|voorbereiden|dry run|rehearsal|rehearse|generalprobe",
    },
    Theme {
        what: "Holds",
        why: "It keeps a place and does not say for what.",
        example: "Hold",
        reads: Reads::Either,
        means: &[
            on(Alone, Placeholder, 4.5),
            on(Group, CrossTeamSync, 0.5),
            on(Pair, weekwise_model::Kind::OneOnOne, 0.5),
        ],
        says: "hold|holds|hold for|hold time|hold the date|save the date|on hold|placeholder|blocker|block|blocked|blocked off|block off|block out|blocked time|time block|tbd|tba|tbc|reserved|reserve|reserviert|geblockt|blockiert|platzhalter|\
            =halten|réservé|bloqué|reservado|bloqueado|bloqueo|bloqueio|riservato|bloccato|gereserveerd|geblokkeerd|=bezet|=blok|=slot|\
            private appointment|privater termin|no title|untitled|untitled event|new event|kein titel|ohne titel|sans titre|sin título|unavailable|not available|nicht verfügbar|indisponible|no disponible|indisponível|non disponibile|niet beschikbaar",
    },
    Theme {
        what: "Busy",
        why: "All that a shared calendar shows of something private: people and recurrence must tell.",
        example: "Busy",
        reads: Reads::Either,
        means: &[on(Alone, Placeholder, 1.2)],
        says: "busy|beschäftigt|gebucht|belegt|occupé|ocupado|occupato|privé event|=tentative|details hidden",
    },
    Theme {
        what: "Where I work from",
        why: "Says a place, no purpose.",
        example: "WFH",
        reads: Reads::Block,
        means: &[always(Placeholder, 4.0)],
        says: "wfh|working from home|work from home|home office|homeoffice|=home|=office|office day|in office|in the office|=büro|télétravail|teletrabajo|teletrabalho|thuiswerken|=thuis|=kantoor|smart working|🏠|🏡|🏢|working elsewhere|=remote",
    },
];
