//! Private life and leave (rule 8): outside every mix.

use weekwise_model::Kind::{Private, PublicHoliday, Social, TimeOff, Training};

use super::When::{Alone, Group, Met, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "Leave and illness",
        why: "No work is done.",
        example: "Vacation",
        reads: Reads::Block,
        means: &[on(Group, TimeOff, 3.0), always(TimeOff, 5.5)],
        says: "vacation|vacations|holiday|holidays|on holiday|on vacation|annual leave|=leave|on leave|day off|days off|time off|=off|off work|out of office|ooo|oof|out of the office|=out|pto|paid time off|away|afk|toil|sick|sick leave|sick day|ill|illness|parental leave|\
            maternity leave|paternity leave|sabbatical|bereavement|bereavement leave|flex day|floating holiday|half day off|jury duty|🏖|🏝|🌴|🤒|🤧|⛱|urlaub|resturlaub|krank|krankmeldung|krankheit|arbeitsunfähig|elternzeit|mutterschutz|=frei|freier tag|\
            gleittag|überstundenabbau|überstundenausgleich|abwesend|abwesenheit|brückentag|sonderurlaub|congé|congés|congé maladie|congé parental|rtt|vacances|absent|absence|absente|arrêt maladie|malade|vacaciones|día libre|=baja|baja médica|ausente|\
            fuera de la oficina|=permiso|enfermo|enferma|férias|folga|ausência|licença|doente|ferie|permesso|malattia|assente|in ferie|vakantie|=vrij|verlof|ziek|ouderschapsverlof|afwezig|snipperdag",
    },
    Theme {
        what: "Public holidays",
        why: "Nobody works.",
        example: "Easter Monday",
        reads: Reads::Block,
        means: &[on(Met, PublicHoliday, 2.0), always(PublicHoliday, 5.5)],
        says: "bank holiday|public holiday|national holiday|federal holiday|company holiday|office closed|feiertag|gesetzlicher feiertag|jour férié|jours fériés|festivo|día festivo|feriado|giorno festivo|feestdag|christmas|christmas day|christmas eve|boxing day|new year|new years day|\
            new years eve|good friday|easter|easter monday|easter sunday|labor day|labour day|memorial day|thanksgiving|independence day|veterans day|martin luther king day|presidents day|juneteenth|may day|whit monday|pentecost|ascension day|all saints day|diwali|eid|\
            eid al fitr|hanukkah|rosh hashanah|yom kippur|weihnachten|weihnachtstag|heiligabend|silvester|neujahr|karfreitag|ostern|ostermontag|ostersonntag|pfingsten|pfingstmontag|christi himmelfahrt|fronleichnam|tag der arbeit|tag der deutschen einheit|allerheiligen|\
            noël|jour de l'an|pâques|lundi de pâques|fête nationale|toussaint|fête du travail|navidad|nochebuena|año nuevo|semana santa|viernes santo|natal|carnaval|páscoa|natale|pasqua|pasquetta|capodanno|ferragosto|epifania|kerst|eerste kerstdag|koningsdag|pasen|pinksteren|hemelvaart|🎄",
    },
    Theme {
        what: "Health",
        why: "Private.",
        example: "Dentist",
        reads: Reads::Block,
        means: &[on(Group, Private, 3.0), always(Private, 5.5)],
        says: "dentist|doctor|doctors|doctor appointment|doctors appointment|doctors appt|dr appointment|=gp|gp appointment|physio|physiotherapy|physical therapy|therapy|therapist|hospital|=clinic|=medical|medical appointment|=checkup|optician|eye doctor|eye exam|orthodontist|dermatologist|blood test|vaccination|vaccine|flu shot|\
            =vet|pharmacy|massage|🦷|🏥|💉|🩺|arzt|ärztin|arzttermin|zahnarzt|zahnarzttermin|hausarzt|kinderarzt|frauenarzt|augenarzt|hautarzt|physiotherapie|krankengymnastik|krankenhaus|therapie|impfung|tierarzt|apotheke|vorsorge|orthopäde|\
            médecin|dentiste|docteur|kiné|ophtalmo|rendez vous médical|rdv médical|rdv médecin|vaccin|vétérinaire|médico|médica|dentista|doctora|cita médica|fisio|fisioterapia|hospital privado|consulta médica|psicólogo|visita medica|dottore|fisioterapista|\
            dokter|tandarts|huisarts|fysio|fysiotherapie|ziekenhuis|dierenarts",
    },
    Theme {
        what: "Family",
        why: "Private.",
        example: "Call mum",
        reads: Reads::Block,
        means: &[on(Group, Private, 2.5), always(Private, 5.0)],
        says: "mum|mom|dad|call mum|call mom|call dad|call parents|parents|grandma|grandpa|kids|kid|children|pick up kids|pickup kids|kids pickup|drop off kids|school|school run|school pickup|school drop off|school play|kindergarten|daycare|nursery|childcare|babysitter|nanny|=pick up|=pickup|=drop off|\
            family|family time|parent teacher conference|parents evening|parent teacher|parent teacher meeting|wedding|funeral|=anniversary|date night|playdate|=baby|wife|husband|👶|👪|💍|mama|papa|oma|opa|eltern|kinder|kita|kiga|schule|elternabend|elternsprechtag|familie|hochzeit|hochzeitstag|beerdigung|tagesmutter|\
            einschulung|maman|parents école|enfants|enfant|école|crèche|famille|mariage|nounou|mamá|papá|niños|niñas|hijos|hijo|hija|colegio|escuela|guardería|familia|boda|mãe|=pai|crianças|filhos|escola|família|mamma|papà|bambini|scuola|asilo|famiglia|\
            matrimonio|kinderen|kinderopvang|opvang|crèche ophalen|gezin|bruiloft",
    },
    Theme {
        what: "Birthdays",
        why: "Private as an entry; company where people come together for it.",
        example: "Anna's birthday",
        reads: Reads::Block,
        means: &[on(Group, Social, 3.0), always(Private, 5.0)],
        says: "birthday|birthdays|bday|b day|happy birthday|🎂|🎁|geburtstag|anniversaire|cumpleaños|cumple|aniversário|compleanno|verjaardag",
    },
    Theme {
        what: "Sport and errands",
        why: "Private.",
        example: "Gym",
        reads: Reads::Block,
        means: &[
            on(Group, Private, 2.5),
            on(Pair, Private, 3.0),
            always(Private, 5.0),
        ],
        says: "gym|workout|work out|=exercise|fitness|yoga|pilates|meditation|meditate|=run|=running|jog|jogging|swim|swimming|climbing|bouldering|tennis|football|soccer|basketball|=cycling|bike ride|hiking|hike|=dance|choir|band practice|guitar|piano|piano lesson|\
            haircut|hairdresser|barber|=nails|=personal|personal calendar|private calendar|privater kalender|personal appointment|private appt|vet appointment|vet appt|personal time|=private|private time|errand|errands|groceries|=shopping|=delivery|parcel|plumber|electrician|handyman|car service|=garage|bank appointment|=bank|lawyer|notary|tax advisor|landlord|\
            house viewing|flat viewing|moving day|movers|cinema|movie|concert|theatre|theater|=church|volunteering|🏋|🏃|🧘|🚴|⚽|🎾|🏊|💇|🏸|sport|training privat|fußballtraining|handballtraining|schwimmkurs|schwimmunterricht|musikschule|klavierunterricht|soccer practice|football practice|swim class|swimming lesson|swimming lessons|dance class|music lesson|piano lessons|ballet|=laufen|schwimmen|klettern|bouldern|friseur|=privat|privattermin|persönlich|einkaufen|einkauf|handwerker|werkstatttermin|\
            umzug|wohnungsbesichtigung|chor|kino|konzert|theater abend|steuerberater|notar|tüv|fußball|=perso|=personnel|privé|sport perso|coiffeur|plombier|déménagement|piscine|gimnasio|peluquería|peluquero|recados|=compras|mudanza|=privado|fontanero|\
            ginásio|cabeleireiro|mudança|=pessoal|palestra fitness|parrucchiere|commissioni|spesa|trasloco|=personale|=privato|idraulico|sportschool|kapper|boodschappen|verhuizing|loodgieter|hardlopen|zwemmen|=persoonlijk|personal hold",
    },
    Theme {
        what: "Volunteering days and school visits with colleagues",
        why: "With others from work it is the house's affair.",
        example: "School visit",
        reads: Reads::Perhaps,
        means: &[on(Alone, Private, 2.0), always(Training, 1.5)],
        says: "school visit|university visit|career fair|girls day|school outreach",
    },
];
