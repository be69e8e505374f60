//! People one by one: 1:1s, mentoring, coffee (rule 3), and hiring (rule 5).

use weekwise_model::Kind::{
    Coffee, Interview, LunchBreak, Mentoring, OneOnOne, Pairing, Preparation, SkipLevel, Social,
    Training,
};

use super::When::{Alone, Group, Many, Met, Pair};
use super::{Reads, Theme, always, on};

pub(super) const THEMES: &[Theme] = &[
    Theme {
        what: "1:1s by name",
        why: "The title says that it is about the two.",
        example: "1:1 Priya",
        reads: Reads::Pair,
        means: &[
            on(Pair, OneOnOne, 5.0),
            on(Alone, OneOnOne, 3.0),
            always(OneOnOne, 4.0),
        ],
        says: "1:1|1:1s|1on1|1on1s|1 on 1|1x1|1v1|121|o3|one on one|one on ones|one to one|1 to 1|one one|121s|oneonone|ooo1|\
            einzelgespräch|vier augen gespräch|vier augen|4 augen gespräch|zweiergespräch|regelgespräch|personalgespräch|\
            tête à tête|entretien individuel|point individuel|en tête à tête|uno a uno|cara a cara|um a um|\
            um para um|=individuale|uno a uno settimanale|een op een|eén op eén|bilat|bilateral|bilaterale|bilaterales",
    },
    Theme {
        what: "Talks about somebody's path",
        why: "They grow one person.",
        example: "Career conversation",
        reads: Reads::Pair,
        means: &[on(Pair, OneOnOne, 4.5), on(Met, OneOnOne, 2.0)],
        says: "career conversation|career chat|career talk|career development|growth conversation|growth plan|development plan|\
            development talk|feedback|feedback session|goal setting|personal development|stay interview|exit interview|get to know|getting to know|\
            entwicklungsgespräch|karrieregespräch|kennenlernen|entretien de carrière|desarrollo profesional|loopbaangesprek|\
            welcome chat|intro chat|meet and greet|meet greet",
    },
    Theme {
        what: "Skip-levels",
        why: "Relationships past the line of reporting.",
        example: "Skip-level 1:1",
        reads: Reads::Pair,
        means: &[always(SkipLevel, 5.5)],
        says: "skip level|skiplevel|skip level 1:1|skip 1:1|=skip|skip lunch|skip level chat",
    },
    Theme {
        what: "Mentoring and coaching",
        why: "Growing others; also in small circles.",
        example: "Mentoring w/ Ana",
        reads: Reads::Pair,
        means: &[
            on(Many, Training, 2.5),
            on(Alone, Mentoring, 3.5),
            always(Mentoring, 5.0),
        ],
        says: "mentoring|mentorship|mentor|mentee|mentoring session|mentorship session|mentor circle|mentoring circle|coaching|coach|\
            coaching session|sponsorship|apprentice|office hours mentoring|mentorat|mentorado|mentoría|mentoria|tutoría|\
            accompagnement|parrainage|affiancamento|begeleiding|buddy|buddy chat|onboarding buddy|patenschaft|shadowing",
    },
    Theme {
        what: "Pairing",
        why: "Two at one problem: it teaches.",
        example: "Pair programming",
        reads: Reads::Pair,
        means: &[
            on(Pair, Pairing, 5.0),
            on(Group, Pairing, 2.5),
            always(Pairing, 3.5),
        ],
        says: "pairing|pair programming|pair session|pairing session|=pair|pair on|pair with|pair debugging|pair coding|mob programming|mobbing|ensemble programming|\
            programmation en binôme|binôme|programación en pareja|programação em par|tandem|pairen|zusammen programmieren",
    },
    Theme {
        what: "Coffee",
        why: "With one person it is a 1:1, with more it is company, alone it is a break.",
        example: "Coffee with Dana",
        reads: Reads::PerhapsPair,
        means: &[
            on(Pair, Coffee, 4.5),
            on(Group, Social, 4.5),
            on(Alone, LunchBreak, 2.5),
        ],
        says: "coffee|coffee chat|virtual coffee|coffee break|coffee catch up|tea|tea break|donut|donut chat|random coffee|☕|🍵|kaffee|kaffeepause|\
            kaffeeklatsch|kaffeerunde|café|pause café|cafecito|cafezinho|caffè|pausa caffè|pausa café|koffie|koffiepauze|watercooler|walk and talk|walk talk|🍩|\
            spaziergang|=walk",
    },
    Theme {
        what: "Lunch and other meals",
        why: "Meals with others are social; alone it is the break of the day.",
        example: "Lunch",
        reads: Reads::Either,
        means: &[
            on(Alone, LunchBreak, 5.0),
            on(Pair, Social, 3.5),
            always(Social, 4.5),
        ],
        says: "lunch|lunch time|lunch break|lunchbreak|lunch hour|mittag|mittagessen|mittagspause|essen|=pause|=break|siesta|brunch|\
            déjeuner|pause déjeuner|pause midi|almuerzo|comida|pausa para comer|almoço|pranzo|pausa pranzo|lunchpauze|\
            middagpauze|eating|🍽|🍴|🥪|🥗|🍱|🍜|🍕",
    },
    Theme {
        what: "Eating and celebrating together",
        why: "It is for the company one keeps at work.",
        example: "Christmas party",
        reads: Reads::Meeting,
        means: &[
            on(Alone, Social, 3.5),
            on(Pair, Social, 3.5),
            always(Social, 5.0),
        ],
        says: "team lunch|group lunch|lunch with team|team dinner|dinner|team breakfast|breakfast|team drinks|drinks|beers|pizza|happy hour|after work|afterwork|\
            party|christmas party|xmas party|holiday party|summer party|launch party|farewell|farewell drinks|farewell party|leaving drinks|goodbye|birthday party|celebration|\
            team building|teambuilding|team event|team outing|team social|social|social hour|offsite dinner|game night|games night|\
            karaoke|bbq|barbecue|🎉|🍻|🍺|🥳|weihnachtsfeier|sommerfest|feier|abschied|ausstand|einstand|stammtisch|teamevent|\
            gemeinsames mittagessen|pot de départ|apéro|afterwork équipe|déjeuner d'équipe|repas d'équipe|dîner|fiesta|\
            comida de equipo|cena|cena de equipo|almuerzo de equipo|despedida|festa|almoço de equipa|pranzo di team|aperitivo|\
            borrel|vrijmibo|teamuitje|kerstborrel|teamlunch|team mittagessen|fika",
    },
    Theme {
        what: "Interviews",
        why: "Hiring is work for the house, not for one's own share.",
        example: "Interview: backend engineer",
        reads: Reads::Meeting,
        means: &[always(Interview, 5.5)],
        says: "interview|interviews|interviewing|job interview|phone screen|phone interview|screening call|recruiter screen|hiring manager screen|tech screen|\
            coding interview|system design interview|design interview|architecture interview|behavioral interview|behavioural interview|\
            onsite interview|panel interview|culture interview|interview slot|interview loop|interview training shadow|\
            vorstellungsgespräch|bewerbungsgespräch|jobinterview|kennenlerngespräch bewerber|entretien d'embauche|entretien candidat|\
            entretien technique|entretien de recrutement|entrevista|entrevista de trabajo|entrevista técnica|entrevista de emprego|\
            colloquio|colloquio candidato|colloquio di lavoro|colloquio tecnico|sollicitatiegesprek|sollicitatie",
    },
    Theme {
        what: "Hiring",
        why: "Everything around interviews.",
        example: "Hiring committee",
        reads: Reads::Perhaps,
        means: &[always(Interview, 5.0)],
        says: "hiring|hiring committee|hiring sync|hiring debrief|hiring review|recruiting|recruiting sync|recruitment|candidate|candidates|candidate debrief|\
            candidate review|interview debrief|debrief|debrief staff candidate|headhunter|cv review|cv screening|resume review|resume screening|\
            application review|take home review|offer call|sourcing|job description|bewerber|bewerbungen|bewerbungen sichten|kandidat|\
            recrutement|embauche|candidat|contratación|candidato|selección|contratação|recrutamento|selezione|assunzione|\
            werving|kandidaat|intern selection",
    },
    Theme {
        what: "Preparing an interview",
        why: "Alone and for no review: preparation.",
        example: "Interview prep",
        reads: Reads::Block,
        means: &[on(Alone, Preparation, 6.0), on(Met, Interview, 4.0)],
        says: "interview prep|interview preparation|prep interview|prepare interview|prepare for interview|interview vorbereitung",
    },
];
