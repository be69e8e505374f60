//! Nouns: what the time is about.

use super::{Concept, concept};

pub(super) const CONCEPTS: &[Concept] = &[
    concept(
        "code-change",
        "pr|prs|pull request|pull requests|merge request|mr|mrs|cl|cls|diff|diffs|commit|commits|patch|patches|branch|code|codebase|changeset|open cls|gerrit|code review|codereview|quellcode|code base|pr hour|review queue|code reviews|\
        prtjes|refactor eyes|merge requests|changelist|changelists|gerrits|pull requests review|allocator patch|patch review|patchset|code reading",
    ),
    concept(
        "design-paper",
        "rfc|rfcs|adr|adrs|design doc|design docs|design document|spec|specs|specification|one pager|proposal|proposals|tdd|tech design|technical design|schema doc|prd|erd|kep|lld|hld|design|api design|schema|interface spec|icd|blueprint|concept paper|white paper|whitepaper|options paper|\
        entwurf|spezifikation|konzept|lastenheft|pflichtenheft|feinkonzept|grobkonzept|fachkonzept|antrag|cahier des charges|dossier de conception|proposition|conception|specification|propuesta|especificacion|diseno|proposta|specifica|specifiche|progetto|especificacao|desenho|voorstel|ontwerp|specificatie|\
        one pager review|avis sur schema|schema d echange|exchange format|dat|dossier d architecture|hld review|lld review|technisches konzept|sollkonzept|architekturentscheid|entscheidungsvorlage|decision paper|decision memo|position paper|ficha tecnica|proposta tecnica|dokumentacja|projekt techniczny|hep|heps|pep|peps|jep|jeps|tip|eip|rfcs vote|request for comments",
    ),
    concept(
        "architecture",
        "architecture|architectural|arch|architects|architect|tech design authority|tda|arb|review board|design authority|technical authority|cab|architektur|architekturgremium|architekten|architekturrunde|architecte|architectes|arquitectura|arquitectos|architettura|architetti|arquitetura|arquitetos|architectuur|architecten|architectenoverleg|\
        tdf|ada|technical design forum|design forum|architecture forum|commission d architecture|architekturkommission|gremium|architektura|design council|technical council|principles review",
    ),
    concept(
        "readiness",
        "security review|security|threat model|threat modelling|threat modeling|pen test|pentest|readiness|launch review|prr|orr|checklist|quality gate|qg|milestone gate|safety case|safety review|privacy review|privacy|dpia|data protection|gdpr|compliance|accessibility|a11y|hazard|fmea|hara|risk assessment|ux review|design sign off|alpha gate|beta gate|quality|qa|\
        sicherheit|sicherheitsprufung|bedrohungsanalyse|datenschutz|qualitat|securite|revue de securite|qualite|seguridad|privacidad|calidad|sicurezza|qualita|seguranca|qualidade|beveiliging|veiligheid|kwaliteit|dreigingsmodel|\
        safety manual|cve|embargoed|vulnerability|vulnerabilities|pen test report|safety|safety concept|sicherheitskonzept|veiligheidscase|security audit|hardening|bezpieczenstwo|jakosc|certification review|iso audit|homologation|type approval|gate review|gates",
    ),
    concept(
        "direction",
        "strategy|strategic|vision|north star|mission|direction|future|long term|roadmap|roadmaps|okr|okrs|objectives|goals|bets|big bets|tech bets|priorities|prioritisation|prioritization|principles|tenets|themes|where are we going|where we go|where goes|what are we doing|multi year|3 year|5 year|three year|five year|5 yr|10 year|horizon|target picture|target state|ambition|manifesto|moonshot|landscape|build vs buy|buy vs build|make or buy|stay or switch|consolidation|tech radar|portfolio|platform bet|investment|investments|charter|operating model|theses|thesis|\
        strategie|zielbild|ausrichtung|zukunft|langfristig|ziele|prioritaten|leitplanken|leitlinien|fahrplan|masterplan|perspektive|schwerpunkte|stossrichtung|feuille de route|strategique|trajectoire|cap|avenir|objectifs|priorites|schema directeur|cible|\
        estrategia|estrategico|vision|hoja de ruta|futuro|objetivos|prioridades|rumbo|plan director|strategia|strategico|visione|tabella di marcia|obiettivi|priorita|futuro|direzione|estrategia|visao|roteiro|metas|rumo|\
        visie|toekomst|koers|doelen|doelstellingen|prioriteiten|meerjarenplan|stip op de horizon|richting|speerpunten|\
        governance|gouvernance|gobernanza|aop|annual operating plan|lrp|long range plan|qbp|orientation|sortir du|mainframe exit|trajectoire cible|note d orientation|two years|in two years|fra due anni|dans deux ans|in zwei jahren|over twee jaar|en dos anos|em dois anos|next title|next game|one core team|where to take|dove portare|wohin|ou va|hacia donde|para onde|waarheen|wizja|kierunek|cele|priorytety|plan roczny|hausstrategie|meerjaren|meerjarenbegroting|mid term|midterm plan|mittelfristplanung|mifri|hochschulstrategie|digitalstrategie|cloudstrategie|it strategie|schlussfolgerung|big picture|grundsatz|grundsatzfragen",
    ),
    concept(
        "year-and-quarter",
        "q1|h1|2000|fy1|quarter|quarterly|next quarter|annual|yearly|year|next year|next yr|half year|biannual|pi planning|big room|planning week|annual plan|year plan|year end|quartal|quartals|jahr|jahres|nachstes jahr|halbjahr|jahresplanung|quartalsplanung|trimestre|trimestriel|annee|annuel|annuelle|semestre|\
        anual|ano|ano que viene|trimestral|proximo ano|trimestre|anno|annuale|trimestrale|anno prossimo|kwartaal|jaar|volgend jaar|jaarplan|halfjaar|\
        aop|kwartal|rok|polrocze|roczny|exercice|geschaftsjahr|eofy|fiscal year|ejercicio|esercizio|boekjaar",
    ),
    concept(
        "organisation",
        "org|org design|reorg|re org|organisation|organization|org chart|team structure|team shape|staffing|staffing shape|headcount|hc|hiring plan|workforce|team topologies|restructure|restructuring|split the team|which teams|ownership|who owns|succession|umbau organisation|organisationsstruktur|umstrukturierung|teamzuschnitt|personalplanung|zuschnitt|aufstellung|stellenplan|reorganisation|organisation cible|effectifs|organigramme|reestructuracion|organizacion|plantilla|riorganizzazione|organizzazione|organico|reorganizacao|organizacao|quadro|reorganisatie|organisatie|bezetting|formatie|teamindeling|\
        orga|orga design|tribes|squads|dividir|como dividir|split teams|teilen|aufteilen|one team or|decoupage|nouvelle organisation|nuova organizzazione|nieuwe indeling|struktura|reorganizacja|core team|governance|who reports|spans and layers|job architecture|team boundaries",
    ),
    concept(
        "money",
        "budget|budgets|budgeting|cost|costs|spend|runway|forecast|finance|financial|capex|opex|funding|business case|pricing|quote|invoice|contract|contracts|licence|license|licences|renewal|procurement|purchase|tender|grant|haushalt|kosten|finanzen|angebot|vertrag|beschaffung|einkauf|ausschreibung|lizenz|budget|couts|devis|contrat|achats|appel d offres|presupuesto|costes|contrato|compras|licitacion|bilancio|costi|preventivo|contratto|acquisti|gara|orcamento|custos|compras|begroting|kosten|offerte|inkoop|aanbesteding|contract|\
        super|invoice run|budgetrunde|budget round|zahlen daten|cost review|finops|cloud cost|cloud spend|subscription|vendor selection|rfi|purchase order|po|bestellung|vergabe|forderantrag|fordermittel|subvention|subvencion|bando|edital|subsidie",
    ),
    concept(
        "metrics",
        "metrics|kpi|kpis|dashboard|dashboards|status|status review|numbers|report out|reporting|scorecard|slo|slos|ops review|operations review|service review|weekly metrics|business review|qbr|mbr|wbr|health|kennzahlen|zahlen|bericht|berichte|statusbericht|indicateurs|tableau de bord|chiffres|indicadores|metricas|indicatori|metriche|cifras|cijfers|rapportage|status quo|\
        numeros|liczby|statystyki|state of|weekly numbers|ops metrics|review de metricas|error budget|capacity report|monthly numbers|lagebericht|jour fixe status|statusrunde",
    ),
    concept(
        "project",
        "project|projects|programme|program|programme board|steering|steerco|steering committee|migration|initiative|workstream|work stream|epic|milestone|kickoff|kick off|kick-off|integration|rollout plan|projekt|projekte|programm|lenkungskreis|lenkungsausschuss|migrationsprojekt|teilprojekt|meilenstein|auftakt|projet|programme|comite de pilotage|copil|lancement|jalon|proyecto|programa|comite de seguimiento|migracion|hito|arranque|progetto|programma|comitato|migrazione|avvio|projeto|comite|migracao|marco|project|programma|stuurgroep|projectgroep|migratie|mijlpaal|aftrap|\
        projekt k|arbeitspaket|rollout|cutover|inkrement|tp|programmleitung|programmrunde|wdrozenie projektu|kick|auftakttermin|closing|abschluss|project closure|handover project|transition",
    ),
    concept(
        "system",
        "service|api|apis|database|db|cluster|pipeline|parser|cache|queue|index|kernel|compiler|engine|model|schema|backend|frontend|ui|app|sdk|library|module|driver|firmware|protocol|query|queries|replication|sharding|auth|login|search|billing|checkout|ledger|ingest|gateway|proxy|kafka|kubernetes|k8s|postgres|terraform|rust|python|java|go|typescript|wasm|gpu|cuda|ci|cd|tests|datenbank|dienst|schnittstelle|base de donnees|servicio|base de datos|servizio|servico|dienst",
    ),
    concept(
        "hiring",
        "interview|interviews|interviewing|candidate|candidates|hiring|hire|hires|onsite|on site|phone screen|screen|screening|technical interview|coding interview|system design interview|tech screen|debrief|panel|loop|shortlist|shortlisting|cv|cvs|resume|resumes|offer|recruiting|recruiter|recruitment|sourcing|calibration hiring|thumbs|y n|yes no|hire no hire|job ad|jd|bar raiser|take home|takehome|referral|career fair|assessment centre|\
        bewerbung|bewerber|bewerberin|bewerbungsgesprach|vorstellungsgesprach|kandidat|kandidatin|stellenausschreibung|probearbeiten|einstellung|auswahlgesprach|entretien candidat|candidat|candidate|recrutement|entretien d embauche|embauche|entrevista|candidato|candidata|contratacion|seleccion|colloquio|colloqui|selezione|assunzione|recrutamento|contratacao|selecao|sollicitatie|sollicitatiegesprek|kandidaat|vacature|werving|briefselectie|\
        jury|deliberation|deliberation jury|concours recrutement|rozmowa techniczna|rozmowa|kandydat|kandydatka|rekrutacja|head of search|walk in drive|recruiting drive|hiring drive|campus drive|campus|university recruiting|final round|first round|second round|2nd round|phone interview|case interview|home assignment|bewerberrunde|bewerbertag|zweitgesprach|erstgesprach|kennenlerngesprach bewerber|auswahlverfahren|auswahlkommission|berufungskommission|search committee|selection panel|selectiegesprek|tweede gesprek|arbeidsvoorwaardengesprek|entrevista tecnica|prova tecnica|colloquio tecnico|entretien technique|reference check|backfill",
    ),
    concept(
        "people-admin",
        "performance review|perf review|calibration|talent|talent review|compensation|comp review|salary|pay|pay round|bonus|payroll|promotion committee|promo committee|9 box|ratings|headcount admin|works council|betriebsrat|gehalt|gehaltsrunde|personal|personalrunde|kalibrierung|leistungsbeurteilung|salaire|remuneration|augmentations|cse|salario|calibracion|stipendi|calibrazione|retribuzione|calibracao|salaris|salarisronde|beoordelingsronde|ondernemingsraad|hr|people team|people ops|\
        calibration session|talent calibration|betriebsratssitzung|betriebsvereinbarung|gehaltsbander|salary bands|pay equity|headcount form|merit|merit cycle|stock refresh|equity refresh|performance calibration|principals and above|succession planning|nine box|talentrunde|people review",
    ),
    concept(
        "training",
        "training|trainings|course|courses|class|workshop training|learning|learn|learning day|certification|certificate|exam|bootcamp|intro to|introduction to|101|tutorial|webinar|seminar|lecture|masterclass|e learning|compliance training|safety training|first aid|fire drill|fire marshal|refresher|conference|conf|summit|symposium|meetup|meet up|talk|tech talk|brown bag|brownbag|lunch and learn|lunch learn|lightning talks|hackathon|hack day|hackday|hack week|devdays|unconference|barcamp|keynote|book club|reading group|paper club|study group|journal club|\
        schulung|kurs|fortbildung|weiterbildung|lehrgang|unterweisung|zertifizierung|prufung ablegen|vortrag|konferenz|tagung|messe|erste hilfe|brandschutz|arbeitsschutz|formation|cours|conference|atelier formation|sensibilisation|secourisme|seminaire|\
        formacion|curso|capacitacion|charla tecnica|conferencia|jornada|jornadas|taller|primeros auxilios|formazione|corso|conferenza|seminario|aggiornamento|primo soccorso|antincendio|formacao|treinamento|capacitacao|palestra|congresso|brigada|\
        cursus|opleiding|bhv|congres|kennissessie|broodje kennis|scholing|bijscholing|ehbo|workshop|\
        dev days|dev day|devday|con|kubecon|pycon|rustconf|devoxx|fosdem|unconscious bias|bias|bias workshop|evacuation|evacuation drill|exercice d evacuation|exercice|drill|raumungsubung|evakuierung|simulacro|evacuazione|prova di evacuazione|simulado|ontruiming|ontruimingsoefening|szkolenie|warsztaty|konferencja|prelekcja|dyzur rodo|phishing|anti bribery|code of conduct|ethics training|harassment|awareness|security awareness|mental health|wellness|wellbeing|ergonomics|cpr|defibrillator|fire extinguisher|feuerloscher|ersthelfer|safety walk|kata|dojo|coding dojo|learning hour|lernstunde|knowledge sharing|knowledge exchange|wissenstransfer|vertiefung|journee|salon|foire|feria|fiera|feira|beurs|kongress|open day|demo day|ringvorlesung|gastvortrag",
    ),
    concept(
        "admin",
        "expenses|expense|expense report|timesheet|timesheets|time sheet|time tracking|inbox|inbox zero|email|emails|mail|mails|admin|paperwork|forms|form|enrollment|enrolment|benefits|badge|parking|laptop|it support|new phone|password|survey|equipment|inventory|desk move|move desks|office move|errands work|bookings|book travel|travel booking|tickets cleanup|calendar cleanup|plan my week|weekly review|todo|to do|todos|misc|reimbursement|mandatory|hours booking|housekeeping|catch up on mail|slack|photo|headshot|ergonomics|\
        reisekosten|reisekostenabrechnung|spesen|zeiterfassung|stunden|stunden buchen|verwaltung|papierkram|postfach|formular|ablage|buchhaltung|abrechnung|urlaubsantrag|umzug buro|notes de frais|frais|administratif|paperasse|feuille de temps|boite mail|courriels|gastos|dietas|papeleo|correo|hojas de horas|administrativo|tramites|\
        note spese|spese|rimborsi|posta|scartoffie|ore|rapportini|despesas|reembolso|papelada|horas|caixa de entrada|declaraties|declaratie|uren|urenregistratie|administratie|mailbox|formulieren|papierwerk|\
        invoices|facturas|fatture|faturas|facturen|rechnungen|cargar horas|imputar horas|godziny|delegacje|faktury|bas|super|tax forms work|visa letter|vpn token|access request|cert renewal|postadresse|parking permit|onboarding paperwork|declare hours|weekstaat|feuille d heures|saisie des temps|activity report|crao|cra|fichar|compilare ore|caricare ore|preencher horas|apontar horas|lancar horas",
    ),
    concept(
        "travel",
        "travel|flight|fly|flying|plane|✈|✈️|train|🚆|🚄|taxi|uber|airport|hotel|drive|driving|drive to|road trip|commute|transfer|check in hotel|return trip|journey|way to|depart|arrive|reise|dienstreise|anreise|abreise|ruckreise|flug|bahn|zug|zugfahrt|fahrt|bahnfahrt|flughafen|deplacement|trajet|vol|avion|voyage|gare|tgv|aeroport|viaje|vuelo|tren|aeropuerto|desplazamiento|viaggio|volo|treno|trasferta|aeroporto|viagem|voo|trem|comboio|reis|vlucht|trein|reizen|heenreis|terugreis|luchthaven|ice nach|sbb|db nach|\
        frecciarossa|italo|eurostar|thalys|ice|ave|renfe|amtrak|acela|shinkansen|sncf|ouigo|easyjet|ryanair|lufthansa|klm|bus to|ferry|ubernachtung|layover|boarding|gate closes|car hire|rental car|mietwagen|pociag|lot|wyjazd|hinfahrt|ruckfahrt|aller retour|en route|on the road|drive home|drive to office|overnight|red eye|jet lag",
    ),
    concept(
        "facilities",
        "office|building|desk|desks|furniture|chair|chairs|kitchen|fridge|room|rooms|floor|seating|workspace|canteen|coffee machine|parking lot|floor plan|lighting|heating|air con|fire alarm|evacuation|cleaning|keys|locker|printer|signage|plants|buro|mobel|kuche|gebaude|etage|raumplanung|arbeitsplatz|brandmeldeanlage|bureau|locaux|mobilier|batiment|cuisine|oficina|mobiliario|edificio|cocina|ufficio|arredi|cucina|scrivanie|escritorio|moveis|predio|kantoor|meubilair|keuken|gebouw|bureaus|verhuizing kantoor|\
        amenagement|layout|cube|cube layout|cubicle|umzugsplanung|umzug|move planning|flur|stockwerk|og|bureaux|layout ufficio|obra|reforma oficina|mudanza oficina|renovation|renovierung|verbouwing|inrichting|ausstattung|whiteboards|meeting room naming|bike shed|bikeshed|bike storage|wc|toilets|shower|showers",
    ),
    concept(
        "sales",
        "sales|sell|selling|presales|pre sales|deal|deals|pitch|lead gen|prospect|prospects|account|accounts|account review|account plan|customer success|renewals|upsell|rfp|rfq|bid|marketing|campaign|brand|branding|go to market|gtm|market|vertrieb|verkauf|kundenakquise|akquise|commercial|vente|ventes|avant vente|ventas|comercial|preventa|vendite|commerciale|prevendita|vendas|pre venda|verkoop|acquisitie",
    ),
    concept(
        "working-hours-self",
        "weekly prep|start of day|end of day|shutdown|plan day|plan the day|day planning|tagesplanung|wochenplanung allein|planifier|planificar|pianificare|dagplanning|thinking time|admin hour|slack hour|planning my week|journal|journaling",
    ),
];
