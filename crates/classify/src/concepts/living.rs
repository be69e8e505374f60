//! Life beside work.

use super::{Concept, concept};

pub(super) const CONCEPTS: &[Concept] = &[
    concept(
        "leave",
        "vacation|holiday|holidays|pto|ooo|out of office|out|off|day off|days off|annual leave|leave|time off|away|sick|sick day|sick leave|parental leave|paternity|maternity|sabbatical|bank holiday|public holiday|long weekend|half term|half day|comp day|personal day|wfh|🌴|🏖|🏖️|🏝|🤒|⛱️|🦞|\
        urlaub|frei|krank|feiertag|elternzeit|gleittag|gleitzeit|uberstundenabbau|abwesend|brucketag|bruckentag|resturlaub|conges|conge|vacances|absent|absence|ferie|feries|maladie|rtt|pont|jour ferie|vacaciones|libre|festivo|baja|dia libre|ausente|puente|ferie|vacanza|vacanze|permesso|malattia|assente|festivo|ponte|ferias|folga|feriado|ausente|licenca|baixa|\
        vakantie|vrij|verlof|ziek|afwezig|feestdag|atv|adv|roostervrij|weekendje|ouderschapsverlof|papadag|mamadag|\
        al|annual leave day|fto|flex day|floating holiday|rol|ferie estive|puente de|brückentag|wolne|urlop|l4|feiertage|kindkrank|kind krank|school holidays|spring break|winter break|thanksgiving|christmas break|ferias coletivas|banked hours|compensation day|compensatorio|recuperacion|recup|recuperation|teletravail|homeoffice|home office|kur|reha",
    ),
    concept(
        "health",
        "doctor|dr appt|dentist|dental|physio|therapy|therapist|counselling|clinic|hospital|checkup|check up|scan|blood test|bloods|smear|smear test|mammogram|mri|x ray|optician|eye test|glasses|vaccination|vaccine|jab|flu shot|vet|orthodontist|braces|gp|surgery|ultrasound|prenatal|midwife|dermatologist|allergy|pharmacy|massage|osteopath|chiropractor|appointment|appt|🦷|🏥|💉|🩺|🐾|\
        arzt|arztin|zahnarzt|hausarzt|kinderarzt|augenarzt|hautarzt|frauenarzt|orthopade|physio|krankengymnastik|therapie|impfung|impftermin|tierarzt|krankenhaus|vorsorge|untersuchung|apotheke|blutabnahme|hebamme|logopadie|medecin|dentiste|kine|pediatre|ophtalmo|orthophoniste|veto|hopital|vaccin|prise de sang|irm|osteo|psy|medico|dentista|pediatra|fisio|analisis de sangre|vacuna|veterinario|psicologo|revision medica|oculista|ginecologo|\
        medico|dentista|pediatra|fisioterapista|vaccino|esami del sangue|visita medica|veterinario|ottico|psicologa|dottoressa|consulta|exame|vacina|medica|pediatra|huisarts|tandarts|fysio|fysiotherapeut|ziekenhuis|prik|consultatiebureau|dierenarts|oogarts|verloskundige|tandartscontrole|bloedprikken|kaakchirurg|opticien",
    ),
    concept(
        "family",
        "school|school run|pick up|pickup|drop off|dropoff|nursery|kindergarten|daycare|childcare|kids|kid|son|daughter|parents|parents evening|parent teacher|pta|assembly|sports day|nativity|recital|mum|mom|dad|grandma|grandpa|granny|abuela|family|anniversary|wedding|funeral|babysitter|nanny|birthday|bday|play date|playdate|get from school|child|children|baby|wife|husband|in laws|christening|communion|swimming lessons|bedtime|\
        kita|kindergarten|schule|elternabend|elternsprechtag|kinder|tochter|sohn|oma|opa|hort|abholen|bringen|einschulung|hochzeit|beerdigung|taufe|familie|geburtstag|elternbeirat|laternenfest|martinsumzug|ecole|creche|enfants|enfant|sortie d ecole|sortie ecole|reunion parents|parents|mamie|papy|mariage|obseques|anniversaire|nounou|garderie|kermesse|spectacle|fille|fils|\
        colegio|cole|guarderia|ninos|hijos|abuelos|boda|funeral|recoger|familia|cumple|extraescolares|tutoria colegio|funcion|scuola|asilo|nido|figli|bambini|nonna|nonno|matrimonio|funerale|famiglia|compleanno|recita|colloqui genitori|escola|creche|filhos|crianca|criancas|avo|casamento|familia|aniversario|reuniao de pais|buscar|\
        bso|opvang|kinderopvang|creche|ophalen|wegbrengen|ouderavond|tienminutengesprek|kinderen|dochter|zoon|bruiloft|begrafenis|verjaardag|familie|oppas|musical groep|schoolreis|zwemles|\
        przedszkole|przedszkolu|zebranie|zebranie w przedszkolu|szkola|dzieci|urodziny|college|college essay|essay with|homework|schulfest|sommerfest schule|elternrat|elterncafe|playgroup|krabbelgruppe|babyschwimmen|prom|graduation|dance recital|little league|scouts|girl guides|brownies|school play|school trip|klassenfahrt|schulanmeldung|open house school|college visit|papa dag|kinder abholen|vadersdag|kinderfeestje|sinterklaas school|sortie scolaire|fete de l ecole|fiesta del cole|festa da escola|festa scuola|saggio|saggio di danza",
    ),
    concept(
        "home",
        "plumber|electrician|handyman|boiler|heating engineer|gas safe|meter reading|delivery|parcel|package|ikea|washing machine|dishwasher|landlord|rent|apartment|flat|house|viewing|mortgage|estate agent|movers|move house|moving|bank|notary|solicitor|lawyer|tax|taxes|tax return|accountant personal|passport|visa appointment|embassy|dmv|mot|smog check|car|car service|garage|tyres|tires|mechanic|bike repair|haircut|barber|hairdresser|nails|groceries|errand|errands|shopping|laundry|dog|🐕|🐶|cat|walk the dog|locksmith|roof|garden|allotment|internet installer|insurance|will|key handover|service|\
        handwerker|klempner|elektriker|heizung|ablesung|paket|lieferung|vermieter|wohnung|wohnungsbesichtigung|besichtigung|notar|steuer|steuererklarung|steuerberater|reisepass|burgeramt|tuv|werkstatt|reifenwechsel|auto|friseur|einkauf|einkaufen|hund|schornsteinfeger|umzug|bank|plombier|electricien|chaudiere|livraison|colis|proprietaire|appartement|visite appartement|notaire|impots|passeport|mairie|controle technique|garagiste|voiture|coiffeur|courses|chien|demenagement|banque|\
        fontanero|electricista|caldera|paquete|casero|piso|hipoteca|notaria|renta|hacienda|dni|pasaporte|itv|taller coche|coche|peluqueria|compra|perro|mudanza|banco|idraulico|elettricista|caldaia|pacco|affitto|casa|mutuo|notaio|tasse|commercialista|passaporto|revisione auto|gomme|meccanico|macchina|parrucchiere|barbiere|spesa|cane|trasloco|banca|\
        encanador|eletricista|encomenda|aluguel|apartamento|hipoteca|cartorio|imposto|passaporte|vistoria|oficina carro|carro|cabeleireiro|mercado|cachorro|cao|mudanca|loodgieter|cv ketel|ketel|pakket|huurbaas|huis|hypotheek|hypotheekadviseur|belasting|aangifte|paspoort|apk|auto|garage|kapper|boodschappen|hond|verhuizing|monteur|bezichtiging|\
        condo|hoa|strata|homeowners|association dues|bank locker|locker|credit union|remortgage|oil change|brakes|tow|smog|tag renewal|license renewal|registration|renew passport|passport renewal|driver license|driving licence|council tax|chimney|roofer|gardener|pest control|exterminator|solar panels|broadband|fibre install|removal van|storage unit|keys pick up|flat handover|wohnungsubergabe|schlusselubergabe|wegetreffen|eigentumerversammlung|weg versammlung|vve|vve vergadering|syndic|assemblee copro|copropriete|copro|comunidad de vecinos|riunione condominio|condominio|reuniao de condominio|hydraulik|mechanik|przeglad auta|fryzjer|bank credito|fibra|instalador|caldaia revisione|controllo caldaia",
    ),
    concept(
        "sport-and-culture",
        "gym|yoga|pilates|run|running|jog|parkrun|sprint training|swim|swimming|climbing|bouldering|cycling|bike ride|ride|tennis|squash|badminton|padel|soccer|football|five a side|5 a side|basketball|volleyball|hockey|rugby|golf|ski|skiing|hike|hiking|crossfit|martial arts|judo|karate|boxing|dance|dancing|choir|band|band practice|orchestra|rehearsal|guitar|piano|theatre|theater|cinema|concert|gig|opera|museum|pottery|language class|spanish class|evening class|book group|church|mosque|prayer|jummah|volunteering|food bank|scouts|match|game|🏃|🧘|🏋️|🏊|🚴|⚽|🎾|🎸|🎬|🧗|\
        sport|laufen|joggen|schwimmen|klettern|bouldern|fussball|handball|turnen|training verein|verein|chor|probe|konzert|theater|kino|musikschule|klavier|gitarre|kirche|vhs|sauna|tanzen|rad|radtour|wandern|fitness|course a pied|piscine|natation|escalade|velo|foot|danse|chorale|theatre|cine|concert|rando|solfege|gimnasio|correr|natacion|escalada|futbol|baile|coro|teatro|cine|concierto|senderismo|clase de|palestra|corsa|nuoto|piscina|arrampicata|calcetto|calcio|danza|coro|cinema|concerto|\
        academia|corrida|natacao|futebol|danca|coral|teatro|show|missa|igreja|hardlopen|zwemmen|klimmen|voetbal|koor|bioscoop|concert|sportschool|fietsen|wielrennen|dansen|toneel|muziekles|zangles|hockeytraining|\
        shinty|schaatsen|skating|eislaufen|curling|gaelic|camogie|hurling|cricket|netball|lacrosse|rowing|rudern|sailing|segeln|surf|surfing|kayak|fishing|angeln|archery|fencing|fechten|ultimate frisbee|frisbee|darts|chess club|schach|chess|bridge club|knitting|sewing|ceramics|painting|photography club|improv|salsa|tango|samba|capoeira|zumba|spinning|spin class|barre|triathlon|marathon|half marathon|10k|5k|silownia|basen|bieganie|teatr|koncert|freizeit|paddel|petanque|boules|bowls|skate|trail|mountain|parkour|orchester|blaskapelle|feuerwehr|freiwillige feuerwehr|thw|repetition generale|sinterklaasintocht|fanfare|roller derby",
    ),
    concept(
        "lunch-break",
        "lunch|lunch break|🥪|🍱|🥗|mittag|mittagspause|pause|pause dejeuner|dejeuner|almuerzo|comida|hora de comer|pausa pranzo|pranzo|almoco|hora do almoco|lunchpauze|pauze|break|breakfast|nap|siesta",
    ),
    concept(
        "private-word",
        "private|personal|privat|prive|privado|privato|pessoal|particular|perso|own time|me time|privattermin|prive afspraak",
    ),
];
