//! Who gathers, and as what.

use super::{Concept, concept};

pub(super) const CONCEPTS: &[Concept] = &[
    concept(
        "outside-party",
        "vendor|vendors|supplier|suppliers|customer|customers|client|clients|kunde|kunden|partner|partners|user|users|user interview|user research|usability|focus group|auditor|auditors|external|agency|consultant|consultants|publisher|oem|regulator|ministry|municipality|hospital|university liaison|press|journalist|analyst|investor|investors|reseller|community call|upstream|maintainers|foundation|w3c|ietf|standards|working group ietf|consortium|open source|user group|advisory board|pilot customer|reference customer|site visit|\
        lieferant|lieferanten|kundin|kundentermin|kundengesprach|dienstleister|berater|anwender|nutzer|nutzertest|prufer|behorde|ministerium|hersteller|fournisseur|fournisseurs|client|clients|prestataire|prestataires|utilisateur|utilisateurs|auditeur|editeur|ministere|partenaire|proveedor|proveedores|cliente|clientes|usuario|usuarios|socio|auditoria externa|fornitore|fornitori|utente|utenti|consulente|revisore|fornecedor|fornecedores|utilizador|parceiro|auditor|\
        leverancier|leveranciers|klant|klanten|gebruiker|gebruikers|gemeente|opdrachtgever|accountant|toezichthouder|\
        interviews customers|customer interview|customer interviews|klantinterview|klantinterviews|kundeninterview|nutzerinterview|entrevista con|listening|listening session|discovery|discovery call|descubrimiento|decouverte|panel users|advisory panel|customer panel|broker|brokers|gebruikersgroep|user forum|users forum|verkeersleiders|transportistas|presentation to client|presentacion propuesta|socios comerciales|console platform holder|platform holder|licensor|licensee|distributor|dealer|handler|bank|insurer|insurance company|supplier audit|lieferantenaudit|supplier day|customer visit|kundenbesuch|visite client|visita cliente|klantbezoek|uzgodnienia|klient|dostawca|partnerem|steering customer|third party|3rd party|external counsel|embassy of|chamber|verband|fachverband|standardisation|normung|din|iso working group|plugfest|interop",
    ),
    concept(
        "several-teams",
        "guild|guilds|chapter|community|community of practice|cop|forum|network|council|roundtable|round table|liaison|working group|wg|task force|taskforce|tiger team|sig|special interest|cross team|cross functional|interlock|inter team|x team|xteam|scrum of scrums|sos|leads|lead sync|tech leads|team leads|tls|heads|staff engineers|staff plus|principals|office hours|squad leads|dependencies|dependency|joint|shared|ops eng|champions|ambassadors|dev rel|platform users|\
        gilde|arbeitskreis|ak|arbeitsgruppe|ag|netzwerk|teamubergreifend|ubergreifend|bereichsubergreifend|schnittstellenrunde|leiterrunde|teamleiter|teamleiterrunde|fachkreis|stammtisch|querschnitt|sprechstunde|guilde|communaute|communaute de pratique|groupe de travail|inter equipes|interequipes|transverse|reseau|chapitre|referents|\
        gremio|comunidad|comunidad de practica|grupo de trabajo|entre equipos|transversal|lideres|lideres tecnicos|red|foro|gilda|comunita|gruppo di lavoro|tra team|trasversale|responsabili|referenti|capitulo|comunidade|grupo de trabalho|entre times|lideres|forum|\
        gilde|werkgroep|kennisgroep|vakgroep|tussen teams|teamoverstijgend|leads overleg|spreekuur|netwerk|ketenoverleg|kruisbestuiving|\
        gildia|grupa robocza|miedzy zespolami|kto co robi|fewer wgs|wgs|circle|directors circle|kreis|zirkel|cercle|circulo|circolo|kring|cross site|across sites|sites|plants|werke|standorte|standortubergreifend|fw|fertigung|produktion|manufacturing|comms|cto office|pmo|ba|governance wg|platform council|engineering forum|eng forum|heads of|staff engineers circle|tech circle|exchange between|inter squad|intersquad|chapters|community call|brown bag across|synchro inter|synchro|point inter|comite technique|comite tecnico|comitato tecnico|technisch overleg|ketentest",
    ),
    concept(
        "everybody",
        "all hands|allhands|all-hands|town hall|townhall|company|company wide|all staff|everyone|everybody|ama|ask me anything|fireside|campfire|friday wins|kickoff year|annual kickoff|general assembly|open house|whole company|org wide|division|department|staff meeting|studio|betriebsversammlung|belegschaft|vollversammlung|alle|gesamtrunde|bereichsversammlung|abteilungsrunde|abteilung|mitarbeiterversammlung|assemblee|pleniere|toute l entreprise|tous|seminaire d entreprise|asamblea|toda la empresa|todos|asamblea general|plenaria|tutti|assemblea|azienda|assembleia|toda a empresa|iedereen|personeelsbijeenkomst|plenair|bedrijfsbreed|kwartaalbijeenkomst|afdeling|afdelingsoverleg|\
        offen fur alle|open to all|rentree de la dg|voeux du president|neujahrsempfang|kick off annee|state of the union|all company|all team|all moths|hands|zebranie firmowe|wszyscy|all crew|all colleagues|firmenversammlung|standortversammlung|infoveranstaltung|info session|infosession|information session|reunion d information|charla general|quarterly kick off|quarterly update|company update|ceo update|ask the ceo|weekly wins|zoldertraum|zolderpraat|talk of the house",
    ),
    concept(
        "leaders",
        "leadership|leadership team|lt|elt|slt|exec|execs|executive|executives|management|mgmt|directors|director|board|board of directors|founders|c level|cto|ceo|cio|vp|vps|head of|chiefs|steerco|senior leadership|management team|staff leadership|away day|away morning|offsite|off site|retreat|cabinet|extended leadership|trustees|tsc|steering committee|technical steering|\
        leitung|leitungsrunde|leitungskreis|fuhrung|fuhrungskreis|fuhrungsrunde|fuhrungsteam|geschaftsleitung|geschaftsfuhrung|gf|vorstand|bereichsleiter|bereichsleitung|klausur|klausurtagung|direktion|amtsleitung|direction|codir|comex|comite de direction|conseil|dirigeants|managers|direccion|comite de direccion|directivos|consejo|junta directiva|gerencia|direzione|comitato direttivo|dirigenti|consiglio|cda|diretoria|lideranca|gestao|conselho|\
        directie|mt|managementteam|bestuur|leiding|heidag|heisessie|raad van bestuur|teamleiders|\
        tlt|socios|partners meeting|reunion de socios|junta|r d staff|exec staff|staff of the cto|studio leads|studio leadership|founders and leads|geschaftskreis|zarzad|kierownictwo|beirat|aufsichtsrat|kuratorium|prasidium|rektorat|dekanat|senat|college of partners|partner meeting|partnerrunde|gesellschafter|gesellschafterversammlung|soci|riunione soci|socios directores",
    ),
    concept(
        "meeting-word",
        "sync|syncs|call|meeting|mtg|meetings|weekly|biweekly|bi weekly|monthly|fortnightly|jour fixe|jf|session|huddle|standing meeting|regular|catchup weekly|touchpoint|touch point|check in|stand in|connect|get together|besprechung|meeting|treffen|termin|runde|sitzung|regeltermin|weekly|telko|videokonferenz|call|abstimmung|reunion|réunion|point|point hebdo|hebdo|rdv|visio|seance|reunion|reunión|llamada|semanal|quincenal|mensual|sesion|junta|riunione|chiamata|settimanale|mensile|incontro|reuniao|chamada|semanal|encontro|\
        overleg|vergadering|bespreking|afspraak|wekelijks|maandelijks|bijeenkomst|gesprek|belletje|bellen|werkoverleg|teamoverleg",
    ),
    concept(
        "own-team",
        "team|our team|squad|crew|pod|tribe|team meeting|team weekly|team sync|team time|werkoverleg|teamoverleg|teamrunde|teammeeting|teambesprechung|dienstbesprechung|equipe|reunion d equipe|point equipe|equipo|reunion de equipo|squadra|riunione di team|gruppo|time|equipa|equipe|reuniao de equipe|team|teamdag|group meeting|group mtg|staff",
    ),
    concept(
        "deep-dive",
        "deep dive|deepdive|dive|workshop|workshops|working session|jam|design jam|hack session|brainstorm|mob|mobbing|whiteboarding|bug bash|ensemble|atelier|atelier de travail|taller|sesion de trabajo|laboratorio|oficina de trabalho|werksessie|werkgroepsessie|arbeitssitzung|arbeitstreffen",
    ),
    concept(
        "social",
        "lunch|team lunch|dinner|drinks|beer|beers|🍻|🍺|🍕|🍝|🎉|🥳|🎂|🍰|cake|party|parties|karaoke|game night|games|board games|quiz|pub|pub quiz|bbq|barbecue|picnic|breakfast|brunch|happy hour|farewell|leaving do|leaving|goodbye|welcome|celebration|celebrate|baby shower|xmas|christmas|holiday party|secret santa|halloween|pumpkin|potluck|bake off|bake|tasting|escape room|bowling|offsite fun|team event|team building|teambuilding|fun|curry|pizza|tacos|ice cream|social|do|wrap party|\
        mittagessen|essen|feier|weihnachtsfeier|sommerfest|fest|grillen|kuchen|geburtstagskuchen|abschied|verabschiedung|ausstand|einstand|umtrunk|feierabendbier|teamevent|betriebsausflug|ausflug|wandertag|kegeln|wichteln|fruhstuck|weisswurst|dejeuner|repas|pot|pot de depart|apero|fete|noel|galette|soiree|gouter|barbecue|anniversaire|\
        comida|almuerzo|cena|fiesta|despedida|cumpleanos|navidad|cerveza|canas|aperitivo|desayuno|pranzo|festa|aperitivo|cena di natale|natale|brindisi|saluti|colazione|torta|almoco|jantar|happy hour|natal|despedida|churrasco|confraternizacao|bolo|\
        borrel|vrijmibo|teamlunch|etentje|feest|kerst|kerstborrel|sinterklaas|sint|pakjesmiddag|afscheid|taart|teamuitje|uitje|gezellig|lunchen|\
        cook off|contest|decorating|asado|voeux|galette des rois|rentree|door decorating|trivia|raclette|fondue|paella|tapas|sushi|ramen|karneval|fasching|fastnacht|oktoberfest|wiesn|impreza|urodziny|pozegnanie|integracja|awards|award|prize|raffle|talent show|softball|kickball|chili|ice breaker|icebreaker|drinks do|leaving drinks|after work|afterwork|stammtisch feierabend|grillabend|weihnachtsessen|kerstdiner|kerstlunch|zomerfeest|repas de noel|cena de empresa|cena aziendale|festa junina|amigo secreto|amigo invisible|babbo natale segreto|house warming|housewarming|team dinner|team breakfast|team curry|group lunch|group curry",
    ),
    concept(
        "joined-names",
        "x|vs|<>|meets|and|with|mit|avec|con|com|met|w",
    ),
    concept(
        "answered",
        "fw|fwd|re|aw|wg|tr|rv|canceled|cancelled|abgesagt|annule|cancelado|annullato|geannuleerd|updated invitation|invitation|einladung|moved",
    ),
];
