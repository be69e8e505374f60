//! Verbs and their nouns: what somebody does in the time.

use super::{Concept, concept};

pub(super) const CONCEPTS: &[Concept] = &[
    concept(
        "making",
        "build|building|implement|implementation|implementing|code|coding|codieren|program|programming|hack|hacking|\
        fix|fixing|bugfix|debug|debugging|refactor|refactoring|migrate|migrating|port|porting|prototype|prototyping|proto|poc|spike|finish|finishing|ship|shipping|\
        optimise|optimize|optimising|tuning|profiling|profile|automate|rewrite|rewriting|clean up|cleanup|wire up|set up|setup|integrate|develop|development|dev|\
        make|solve|rebase|merge hell|get under|kill|remove|delete|upgrade|patch|extract|split|speed up|benchmark|benchmarking|test suite|flaky tests|\
        experiment|experimenting|tinker|crunch|sprint work|entwickeln|entwicklung|umsetzen|umsetzung|bauen|programmieren|beheben|reparieren|umbau|umbauen|aufraumen|prototyp|fertig|fertigstellen|\
        coder|developper|developpement|developpement|corriger|implementer|refonte|prototypage|bricolage|programar|desarrollo|desarrollar|implementar|implementacion|arreglar|prototipo|\
        sviluppo|sviluppare|implementare|implementazione|correggere|programmare|desenvolver|desenvolvimento|corrigir|programacao|bouwen|ontwikkelen|programmeren|uitwerken|repareren|afmaken|opruimen|ombouwen|\
        basteln|armar|montar|construir|rework|big refactor|wire|hook up|replace|swap|convert|tune|scaffold|bring up|bringup|state machine|script|skript|scripts|prototyp bauen|kodzenie|programowanie|naprawa|tworzenie|polish|ship v|harness|benchmarks|perf|performance tuning|make it work|get it working|under 2s|adjoint|method|stub|mock|instrument|instrumentation|backfill|cli|tooling|automation|automatisieren|automatisierung",
    ),
    concept(
        "writing",
        "write|writing|draft|drafting|writeup|write up|blog|blog post|article|paper|document|documentation|docs|doc|essay|memo|slides|deck|\
        talk draft|chapter|readme|wiki|notes|outline|one pager|text|edit|editing|section|schreiben|entwurf|dokumentation|dokumentieren|folien|aufsatz|konzept|konzept schreiben|aufschreiben|\
        rediger|redaction|ecrire|brouillon|diapos|escribir|redactar|redaccion|borrador|documentacion|diapositivas|scrivere|bozza|documentazione|redigere|escrever|rascunho|documentacao|\
        schrijven|opschrijven|concept|documentatie|praatje|uitschrijven|stuk|\
        kapitel|manual|rede|speech|keynote draft|abstract|appunti|note|notes on|prezentacja|supports|supports de cours|lecture notes|work package|grant|grant writing|methods|methods bit|changelog|release notes|spec writing|runbook|playbook|handbook|guide|how to|faq|poster|book|thesis|newsletter|presentation draft|apresentacao|presentazione|presentacion|presentation",
    ),
    concept(
        "reading",
        "read|reading|skim|go over|look over|look through|read through|comments|comment on|comment|catch up on|study|lire|lecture|relire|relecture|commenter|\
        lesen|durchlesen|durchsehen|durchsicht|kommentieren|gegenlesen|sichten|sichtung|leer|lectura|revisar|comentar|leggere|lettura|rileggere|ler|leitura|lezen|doorlezen|nalezen|bekijken|\
        votes|papers|pre reading|preread|dossiers|instruction des dossiers|lecture dossiers|unterlagen|stukken lezen|czytanie|agenda papers|board pack|pack",
    ),
    concept(
        "judging",
        "review|reviews|reviewing|rvw|critique|crit|feedback on|assess|assessment|evaluate|evaluation|inspect|inspection|walkthrough|walk through|tear apart|check|verify|audit|\
        revue|relecture|evaluation|avis|begutachtung|gutachten|bewertung|bewerten|prufung|prufen|durchsprache|beurteilung|revision|revisar|evaluacion|revisione|valutazione|verifica|\
        revisao|avaliacao|beoordeling|beoordelen|nakijken|doornemen|toetsing|toets|referee|second pair of eyes|scrutiny|clinic|\
        durchgehen|avis sur|eyes please|eyes on|second eyes|fresh eyes|look at|hand holding|relire|przeglad|recenzja|ocena|sprawdzenie|anschauen|draufschauen|drueber schauen|mirar|revisamos|guardare|dar uma olhada|kijken naar|meelezen|opinion on|go through",
    ),
    concept(
        "deciding",
        "decide|decision|decisions|sign off|signoff|approve|approval|gate|go no go|go nogo|no go|verdict|vote|last call|merge or not|yes or no|accept|acceptance|\
        entscheidung|entscheiden|freigabe|abnahme|beschluss|genehmigung|decider|validation|valider|arbitrage|decidir|aprobacion|aprobar|approvazione|approvare|decisione|decidere|\
        decisao|aprovacao|aprovar|besluit|beslissing|besluiten|goedkeuring|akkoord|ruling|\
        votes|ccb|change control|change control board|change advisory board|commission|kommission|comision|commissione|comissao|commissie|akceptacja|decyzja|zatwierdzenie|freigaberunde",
    ),
    concept(
        "preparing",
        "prep|prepare|preparing|preparation|pre read|preread|pre reads|dry run|rehearse|rehearsal|get ready|practice talk|vorbereitung|vorbereiten|vorbereit|probelauf|generalprobe|\
        preparer|prepa|repetition|preparar|preparacion|ensayo|preparare|preparazione|prova generale|preparacao|voorbereiden|voorbereiding|voorbereid|proefronde|\
        getting ready|get ready for|ready for|warm up for|przygotowanie|preppen|vorb|setup for|agenda|agenda prep|trockenlauf",
    ),
    concept(
        "thinking",
        "think|thinking|thoughts|ponder|reflect|reflection|reflections|ideas|ideation|brainstorm|brainstorming|white board|whiteboard|what if|rethink|nachdenken|denken|gedanken|uberlegen|ideen|\
        reflechir|reflexion|idees|pensar|reflexion|lluvia de ideas|pensare|riflettere|idee|refletir|nadenken|bedenken|ideeen|\
        musings|braindump|brain dump|mind map|mindmap|what would it take|was ware wenn|et si|y si|e se|wat als|long think|big think|appunti",
    ),
    concept(
        "designing",
        "design|designing|architect|modelling|modeling|model|sketch|sketching|diagram|diagrams|figure out|work out|untangle|explore|exploration|investigate|investigation|research|analysis|analyze|analyse|\
        digging|dig into|data model|entwerfen|modellieren|skizze|untersuchen|untersuchung|recherche|conception|concevoir|schema|analizar|investigar|disenar|diseno|progettare|progettazione|analisi|analisar|projetar|\
        ontwerpen|ontwerp|uitzoeken|onderzoek|verkennen|uitdenken",
    ),
    concept(
        "teaching",
        "teach|teaching|mentor|mentoring|mentee|mentorship|coach|coaching|sensei|tutor|tutoring|show how|help|helping|pair|pairing|pair programming|shadow|shadowing|onboarding|onboard|ramp up|buddy|first week|getting started|learn together|apprentice|intern|\
        anleiten|einarbeitung|einarbeiten|patenschaft|pate|azubi|werkstudent|unterstutzen|mentorat|accompagnement|parrainage|alternant|stagiaire|tutorat|binome|mentoria|acompanamiento|becario|tutoria|\
        affiancamento|tirocinante|estagiario|acompanhamento|begeleiding|inwerken|stagiair|buddy|leerling|meekijken|uitleggen|\
        first pr|hand holding|patronage|padawan|junior|juniors|trainee|werkstudentin|praktikant|praktikantin|intern project|internship|explain|erklaren|expliquer|explicar|spiegare|mentorka|stazysta|wdrozenie|onboarding buddy|learning partner|learning with|walk through code|get started with|showing|nachhilfe",
    ),
    concept(
        "growing",
        "career|growth|growth plan|development plan|pdp|idp|promo|promotion|promotion packet|goals chat|feedback|check in|checkin|how are you|how is it going|how s it going|stay interview|expectations|appraisal|annual review|performance|perf|probation|\
        mitarbeitergesprach|jahresgesprach|entwicklungsgesprach|zielgesprach|probezeit|probezeitgesprach|feedbackgesprach|personalgesprach|karriere|entretien annuel|point carriere|carriere|entretien individuel|bilan annuel|evaluacion desempeno|carrera|desempeno|\
        colloquio annuale|carriera|valutazione annuale|carreira|avaliacao de desempenho|functioneringsgesprek|beoordelingsgesprek|ontwikkelgesprek|loopbaan|voortgangsgesprek|pop gesprek",
    ),
    concept(
        "one-to-one",
        "1:1|1on1|1 on 1|one on one|one to one|121|1 2 1|1to1|o3|oneonone|bila|bilat|bilateral|bilaterale|bilateraal|skip|skip level|skiplevel|tete a tete|vier augen|vieraugengesprach|uno a uno|uno a uno|individuel|point indiv|individual|a due|a quattr occhi|um a um|een op een|zweiergesprach|two of us|manager time|weekly with|\
        1x1|one2one|w4a|4 augen|point perso|punto individual|face to face|f2f|mates con|mano a mano",
    ),
    concept(
        "chatting",
        "chat|catch up|catchup|ketchup|coffee|☕|tea|🫖|walk|🚶|walk and talk|boba|donut|donuts|virtual coffee|coffee chat|say hi|hello|hey|hi|get to know|intro|introduction|meet and greet|got a sec|quick chat|quick word|quick call|chin wag|natter|\
        kaffee|kaffeepause|plausch|kennenlernen|kennenlerntermin|schwatz|spaziergang|austausch|cafe|papote|prendre un cafe|faire connaissance|echange|cafecito|charla|conocerse|paseo|caffe|chiacchierata|due chiacchiere|conoscersi|bate papo|papo|conversa|conhecer|\
        koffie|bijpraten|kletsen|praatje|kennismaken|kennismaking|wandelen|wandeling|bakkie|thee|even bijpraten|\
        mates|mate|costa|starbucks|phone|ring|telefonieren|quatschen|kopje koffie|sniadanie|kawa|herbata|espresso|aperitivo con|stroll|lunch with|mittagessen mit|lunch met|almuerzo con|pranzo con|almoco com|dejeuner avec|wie gehts|wie lauft|ca va|como va|come va|hoe gaat",
    ),
    concept(
        "discussing",
        "discuss|discussion|talk about|talk|align|alignment|aligning|sync up|touch base|handoff|handover|hand over|negotiate|negotiation|agree|agreement|coordination|coordinate|clarify|clarification|dependencies|dependency|interface|contract|wants|asks|needs from|questions|q and a|qa session|next steps|follow up|followup|update|status|\
        besprechen|abstimmung|abstimmen|klarung|klaren|ubergabe|schnittstelle|schnittstellen|absprache|rucksprache|ruckfragen|fragen|stand|abgleich|alignement|coordination|passation|point d avancement|suivi|questions|\
        alineacion|coordinacion|seguimiento|traspaso|preguntas|dudas|allineamento|coordinamento|passaggio di consegne|confronto|domande|aggiornamento|alinhamento|coordenacao|acompanhamento|duvidas|\
        afstemming|afstemmen|overdracht|bespreken|vragen|koppeling|voortgang|opvolging",
    ),
    concept(
        "focusing",
        "focus|focus time|focus block|deep|deep work|deep focus|heads down|head down|do not disturb|do not book|dnb|dnd|don t book|no meetings|no meeting|quiet time|quiet hours|maker|maker time|makers|concentration|flow|cave|in the zone|uninterrupted|library time|protected|offline|headphones|🎧|🧠|🚫|🔕|🧑‍💻|👩‍💻|👨‍💻|💻|⛔|🛑|\
        fokus|fokuszeit|konzentration|nicht storen|nicht buchen|blocker fokus|stillarbeit|ruhe|ungestort|bitte keine termine|bitte nicht buchen|arbeitszeit|tete dans le guidon|ne pas deranger|pas de reunion|bloc de travail|travail perso|concentracion|no molestar|bloque de trabajo|trabajo profundo|sin reuniones|\
        concentrazione|non disturbare|niente riunioni|lavoro profondo|foco|tempo de foco|nao perturbe|sem reunioes|focusblok|niet storen|niet boeken|geen meetings|concentratie|stilte|\
        leave me be|maker morning|makers schedule|no calls|calls off|go away|hands off|quiet|quiet morning|deep time|deepwork|solo|solo time|me only|work alone|do not schedule|dont schedule|please do not book|skupienie|nie przeszkadzac|bez spotkan|praca wlasna|eigenzeit|arbeitsblock|ruhige stunde|sans interruption|temps calme|tiempo de foco|tempo di lavoro|momento foco|rustig werken|blok werk",
    ),
    concept(
        "holding",
        "hold|on hold|holding|placeholder|tbd|tbc|tba|reserved|reserve|block|blocked|blocker|blocking|maybe|pencil|pencilled|buffer|save the date|keep free|slot|?|busy|tentative|\
        platzhalter|reserviert|reservierung|freihalten|belegt|puffer|vorgemerkt|eventuell|occupe|reservation|a confirmer|creneau|ocupado|reservado|por confirmar|hueco|occupato|riservato|da confermare|segnaposto|bloqueado|a confirmar|\
        bezet|reserveren|gereserveerd|onder voorbehoud|plek|vrijhouden|\
        reserveren?|res|rsvd|wip|xxx|x|?? |... |reserve?|geblockt|geblockt fur|prenotato|zajete|rezerwacja|hold for|hold time|soft block|soft hold|maybe call|poss|possibly|provisional",
    ),
    concept(
        "looking-back",
        "post mortem|postmortem|post incident|pir|rca|root cause|autopsy|debrief incident|incident review|lessons|lessons learned|learnings|what went wrong|what happened|why did|five whys|5 whys|timeline|blameless|correction of error|coe|look back|aftermath|after action|aar|retrospective on|near miss|\
        nachbetrachtung|nachbereitung|ursachenanalyse|aufarbeitung|fehleranalyse|lessons|was ist passiert|analyse incident|retour d incident|retour sur incident|rex|analisis de incidente|causa raiz|que paso|analisi incidente|cosa e successo|causa|analise de incidente|o que aconteceu|\
        nabespreking|evaluatie storing|oorzaak|wat ging er mis|terugblik|\
        8d|8d report|8d read out|retour d experience|retour experience|autopsie|nachlese|debriefing incident|outage review|failure review|failure analysis|evaluatie|na evaluatie|analiza awarii|wnioski|po awarii|bilan incident|bilan panne|retrospettiva incidente|cosa e andato storto|que salio mal|o que deu errado|spike post mortem|what broke|why it broke|why it failed",
    ),
    concept(
        "triaging",
        "triage|triaging|bug scrub|bug bash|bug court|bug list|bugs|issue list|backlog of bugs|bug parade|defect|defects|defect review|issue review|queue|inbox of issues|sweep|shelf sweep|weed|fehlersichtung|ticketsichtung|fehlerliste|tri|tri des bugs|tri des tickets|clasificacion|triaje|smistamento|triagem|doorlopen|bugronde|\
        gardening|issue gardening|bug triage|ticket triage|support triage|alert triage|vulnerability triage|defekt|defektrunde|fehlerrunde|mangelliste|field issues|complaints|reklamationen",
    ),
    concept(
        "planning-sprint",
        "sprint|sprints|iteration|iteration planning|sprint planning|refinement|grooming|backlog|estimation|planning poker|poker|story|stories|board|kanban|capacity sprint|plan the week|week plan|week kickoff|weekly planning|commitment|cycle|cycle planning|\
        sprintplanung|verfeinerung|backlogpflege|schatzung|wochenplanung|planification sprint|affinage|planif|planificacion sprint|refinamiento|estimacion|pianificazione sprint|raffinamento|planejamento sprint|refinamento|sprintplanning|verfijning|weekstart|weekplanning|ritual|\
        plan next sprint|plan the sprint|iteratie|planowanie|planowanie sprintu|zgrubna|story map|story mapping|sizing|t shirt sizing|slicing|ticket grooming|backlogrunde|backlog review|pi prep|cooldown|cool down|shaping|betting table",
    ),
    concept(
        "standing-up",
        "standup|stand up|stand ups|daily|dailies|scrum|daily scrum|morning|huddle|check in daily|good morning|morning circle|☀️|🧍|tageslage|morgenrunde|stehung|tagesstart|melee|mêlée|melee quotidienne|point du matin|diaria|reunion diaria|dagstart|ochtend|quotidiano|\
        dagelijks|dagelijkse|codzienny|stand|check in team|morning call|toolbox talk|shopfloor|shop floor|ten minutes|lightning sync|quick round|blitzlicht",
    ),
    concept(
        "team-looking-back",
        "retro|retros|retrospective|start stop continue|stop start continue|stop continue|wins|whines|rose thorn|mad sad glad|team health|health check|pulse|how did the sprint go|kudos|ruckblick|rückschau|retrospektive|retrospectiva|retrospettiva|retrospective equipe|bilan de sprint|terugblik sprint|team check|week in review|wrap up|demo|demos|show and tell|show n tell|showcase|sprint review|playtest|vorfuhrung|demonstration|\
        look ahead|look back look ahead|fridge retro|retrospektywa|przeglad sprintu|zwischenbilanz team|teamretro|feedbackrunde team|friday demo|freitagsdemo|demo friday|sprintdemo|sprint demo|iteration review|prezentacja sprintu",
    ),
    concept(
        "duty",
        "on call|oncall|pager|pagerduty|📟|duty|rota|rotation|build cop|support duty|support rotation|first responder|standby|hotline|bereitschaft|rufbereitschaft|bereitschaftsdienst|notdienst|supportdienst|astreinte|permanence|guardia|reperibilita|plantao|piket|piketdienst|wachtdienst|consignatie|bug duty|triage duty|hero|batman|sheriff|goalie|firefighter|\
        build master|build sheriff|release captain|release manager week|incident commander|ic rotation|dyzur|hotline dienst|week on call|primary|secondary on call|interrupt|interrupts|interrupt duty|support week|ops week|on duty|op week",
    ),
    concept(
        "breaking",
        "incident|outage|down|broken|sev1|p1|crash|hotfix|war room|warroom|bridge|fire|🔥|🚨|emergency|escalation|major incident|degraded|rollback|alert|pages|data loss|breach|storing|storung|ausfall|stor fall|notfall|krise|kaputt|panne|incidente|caida|urgence|urgent|crise|emergencia|guasto|emergenza|caduto|queda|fora do ar|stuk|storing|plat|\
        cellule de crise|krisenstab|line down|line stop|crisis|crisis cell|unidad de crisis|unita di crisi|crisisteam|awaria|pilne|is down|are down|portal down|site down|quote portal down|severity|blackout|kaboom|broke|stopped|band steht",
    ),
    concept(
        "releasing",
        "release|releases|deploy|deployment|rollout|roll out|go live|golive|cutover|cut over|launch|ship it|shipping|push to|pushing|code freeze|freeze|maintenance|maintenance window|migration night|migration weekend|release night|release train|hypercare|smoke test|tag and ship|upgrade window|submission|\
        freigabetermin|auslieferung|inbetriebnahme|wartung|wartungsfenster|umschaltung|livegang|mise en prod|mise en production|mep|livraison|bascule|maintenance|despliegue|puesta en produccion|lanzamiento|rilascio|messa in produzione|manutenzione|lancamento|implantacao|livegang|oplevering|onderhoud|uitrol",
    ),
];
