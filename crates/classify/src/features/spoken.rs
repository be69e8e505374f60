//! What title, description and tags say: phrases of the vocabulary, topics, and what their letters look like.

use weekwise_model::Kind;

use super::register::Family;
use super::{Collecting, Told};
use crate::circles::Circle;
use crate::day::Role;
use crate::scene::{MOST_TAGS, Scene};
use crate::text::Text;
use crate::vocabulary::{Entry, GROUPS, Group, Hit, Languages, Means, Place, Reads, topics};
use crate::words::{Word, is_little, is_number, looked_at};

/// How much a phrase counts by how sure it is: a hint, usually, nearly always.
const SURE: [f32; 4] = [0.0, 0.35, 0.7, 1.0];

/// More words for one group than this say no more.
const MOST: f32 = 2.0;

/// What letters say, against what words say.
const LETTERED: f32 = 0.25;

fn amount(entry: &Entry) -> f32 {
    SURE.get(usize::from(entry.sure)).copied().unwrap_or(1.0)
}

/// The place of what a phrase means among the members of [`Family::Says`].
fn member(means: Means) -> Option<usize> {
    let kinds = Kind::ALL.len();
    match means {
        Means::Kind(kind) => Kind::ALL.iter().position(|other| *other == kind),
        Means::Meeting => Some(kinds),
        Means::Note => Some(kinds + 1),
        Means::Prefix => Some(kinds + 2),
        Means::Hidden | Means::Topic(_) => None,
    }
}

fn group(entry: &Entry) -> Option<usize> {
    match entry.means {
        Means::Kind(kind) => Some(Group::of(kind) as usize),
        Means::Note => Some(Group::Nothing as usize),
        _ => None,
    }
}

/// Whether a phrase means here what it means at a place. Where nobody knows who is there, it may.
pub(crate) fn holds(place: Place, scene: &Scene<'_>) -> bool {
    let unknown = scene.hides && scene.others.is_empty();
    match place {
        Place::Any => true,
        Place::AllDay => scene.all_day,
        _ if unknown => true,
        Place::Alone => scene.is_alone(),
        Place::Pair => scene.is_pair(),
        Place::Group => {
            scene.is_group()
                && matches!(scene.circle, Circle::Own | Circle::Unknown | Circle::Mixed)
        }
        Place::Across => scene.is_group() && scene.circle != Circle::Own,
        Place::Outside => {
            !scene.is_alone() && matches!(scene.circle, Circle::External | Circle::Unknown)
        }
    }
}

/// How much the phrases of a text speak for each group: the strongest in full, every other one half, because two
/// words for the same thing are not two facts.
pub(crate) struct Weighed {
    sums: [f32; GROUPS],
    strongest: [f32; GROUPS],
}

impl Weighed {
    pub(crate) fn of<'h>(
        hits: impl Iterator<Item = &'h Hit>,
        holds: impl Fn(Place) -> bool,
    ) -> Self {
        let mut all = Self {
            sums: [0.0; GROUPS],
            strongest: [0.0; GROUPS],
        };
        for hit in hits {
            let best = by_group(hit, &holds);
            for (place, amount) in best.into_iter().enumerate() {
                all.sums[place] += amount;
                all.strongest[place] = all.strongest[place].max(amount);
            }
        }
        all
    }

    pub(crate) fn amount(&self, place: usize) -> f32 {
        f32::midpoint(self.sums[place], self.strongest[place]).min(MOST)
    }
}

fn by_group(hit: &Hit, holds: impl Fn(Place) -> bool) -> [f32; GROUPS] {
    let mut best = [0.0_f32; GROUPS];
    for entry in hit.entries().filter(|entry| holds(entry.place)) {
        if let Some(cell) = group(entry).and_then(|place| best.get_mut(place)) {
            *cell = cell.max(amount(entry));
        }
    }
    best
}

/// What the phrases of the title say.
pub(super) fn title(scene: &Scene<'_>, all: &mut Collecting) {
    phrases(scene, all);
    let here = |place| holds(place, scene);
    let weighed = Weighed::of(scene.title.hits.iter(), here);
    for place in 0..GROUPS {
        all.word(Family::Weighs, place, weighed.amount(place), None);
    }
    order(scene, all);
    bearings(scene, &weighed, all);
    for found in &scene.title.topics {
        let told = Told::topic(*found);
        all.word(Family::Topic, usize::from(found.topic), 1.0, Some(told));
    }
    for role in scene.title.roles(&scene.event.summary) {
        if let Some(member) = Role::ALL.iter().position(|(known, _)| known == role) {
            all.word(Family::Day, member, 1.0, None);
        }
    }
    for (member, sum) in scene.title.letters.into_iter().enumerate() {
        all.word(Family::Spelt, member, LETTERED * sum, None);
    }
}

/// Each kind once, with the surest phrase for it.
fn phrases(scene: &Scene<'_>, all: &mut Collecting) {
    let members = Kind::ALL.len() + 3;
    let mut here: Vec<Option<(f32, Told)>> = vec![None; members];
    let mut elsewhere = here.clone();
    let mut stands = [0.0_f32; Place::ALL.len()];
    for hit in &scene.title.hits {
        for entry in hit.entries() {
            let stand = &mut stands[entry.place as usize];
            *stand = stand.max(amount(entry));
            let table = if holds(entry.place, scene) {
                &mut here
            } else {
                &mut elsewhere
            };
            let Some(cell) = member(entry.means).and_then(|member| table.get_mut(member)) else {
                continue;
            };
            let told = Told::phrase(hit, entry);
            if cell.as_ref().is_none_or(|(most, _)| amount(entry) > *most) {
                *cell = Some((amount(entry), told));
            }
        }
    }
    for (family, table) in [(Family::Says, here), (Family::Elsewhere, elsewhere)] {
        for (member, cell) in table.into_iter().enumerate() {
            if let Some((amount, told)) = cell {
                all.word(family, member, amount, Some(told));
            }
        }
    }
    for (place, amount) in stands.into_iter().enumerate() {
        all.word(Family::Stands, place, amount, None);
    }
}

/// What stands first and last in the title, and whether all of it speaks for one group.
fn order(scene: &Scene<'_>, all: &mut Collecting) {
    let here = |place| holds(place, scene);
    let telling: Vec<[f32; GROUPS]> = scene
        .title
        .hits
        .iter()
        .map(|hit| by_group(hit, here))
        .filter(|best| best.iter().any(|amount| *amount > 0.0))
        .collect();
    if let [first, .., last] = telling.as_slice() {
        for place in 0..GROUPS {
            all.word(Family::First, place, first[place], None);
            all.word(Family::Last, place, last[place], None);
        }
    }
    let spoken = scene.title.words.iter().filter(|word| speaks(word)).count();
    let covered: usize = scene.title.hits.iter().map(|hit| hit.length).sum();
    let share = covered as f32 / spoken.max(covered).max(1) as f32;
    let mut most = [0.0_f32; GROUPS];
    for best in &telling {
        for (cell, amount) in most.iter_mut().zip(best) {
            *cell = cell.max(*amount);
        }
    }
    let of = most.iter().filter(|amount| **amount > 0.0).count();
    if let (1, Some(place)) = (of, most.iter().position(|amount| *amount > 0.0)) {
        all.word(Family::Only, place, most[place] * share, None);
    }
}

/// How words bear on each other: what is prepared, what is looked back on (rules 6 and 7).
fn bearings(scene: &Scene<'_>, weighed: &Weighed, all: &mut Collecting) {
    let of = |group: Group| weighed.amount(group as usize);
    let says =
        |kinds: &[Kind]| {
            scene.title.hits.iter().any(|hit| {
                hit.means(|e| matches!(e.means, Means::Kind(kind) if kinds.contains(&kind)))
            })
        };
    let topic = |name: &str| {
        scene
            .title
            .topics
            .iter()
            .any(|f| topics().get(usize::from(f.topic)) == Some(&name))
    };
    if topic("preparing")
        || says(&[
            Kind::Preparation,
            Kind::ReviewPreparation,
            Kind::StrategyPreparation,
        ])
    {
        let (strategy, review) = (of(Group::Strategy), of(Group::Review));
        if strategy > 0.3 && strategy >= review {
            all.add("prepares-strategy");
        } else if review > 0.3 {
            all.add("prepares-review");
        } else {
            all.add("prepares-other");
        }
    }
    let back =
        says(&[Kind::Retro, Kind::PostMortem]) || of(Group::Review) > 0.3 || topic("looking-back");
    all.add_if(says(&[Kind::Incident]) && back, "looks-back");
    let numbered = |pair: &[Word]| pair[0].text == "incident" && is_number(&pair[1].text);
    all.add_if(
        scene.title.words.windows(2).any(numbered),
        "incident-number",
    );
    let reads = |reads: Reads| scene.title.hits.iter().any(|hit| hit.reads() == reads);
    all.add_if(reads(Reads::Pair), "reads-pair");
    all.add_if(reads(Reads::Meeting), "reads-meeting");
    let alone = reads(Reads::Block) || reads(Reads::PerhapsBlock);
    all.add_if(alone, "reads-block");
}

/// What the description, the tags and the calendar's name say.
pub(super) fn elsewhere(
    scene: &Scene<'_>,
    spoken: Languages,
    calendar: Option<&String>,
    all: &mut Collecting,
) {
    let here = |place| holds(place, scene);
    all.add_if(!scene.about.words.is_empty(), "described");
    let told = &scene.about.hits;
    let weighed = Weighed::of(told.iter(), here);
    for place in 0..GROUPS {
        all.word(Family::Describes, place, weighed.amount(place), None);
    }
    let mut mentions = [0.0_f32; Kind::ALL.len() + 3];
    for entry in told.iter().flat_map(Hit::entries).filter(|e| here(e.place)) {
        if let Some(cell) = member(entry.means).and_then(|member| mentions.get_mut(member)) {
            *cell = cell.max(amount(entry));
        }
    }
    for (member, amount) in mentions.into_iter().enumerate() {
        all.word(Family::Mentions, member, amount, None);
    }
    for (member, sum) in scene.about.letters.into_iter().enumerate() {
        all.word(Family::Written, member, LETTERED * sum, None);
    }
    let mut topics: Vec<u16> = scene.about.topics.iter().map(|f| f.topic).collect();
    let mut tagged = [0.0_f32; GROUPS];
    for text in scene
        .event
        .categories
        .iter()
        .take(MOST_TAGS)
        .chain(calendar)
    {
        let text = Text::of(looked_at(text), spoken);
        topics.extend(text.topics.iter().map(|f| f.topic));
        for hit in &text.hits {
            for (cell, amount) in tagged.iter_mut().zip(by_group(hit, here)) {
                *cell = cell.max(amount);
            }
        }
    }
    for (place, amount) in tagged.into_iter().enumerate() {
        all.word(Family::Tagged, place, amount, None);
    }
    topics.sort_unstable();
    topics.dedup();
    for topic in topics {
        all.word(Family::About, usize::from(topic), 1.0, None);
    }
}

/// Whether a word says anything: no number, no article, no sign.
pub(super) fn speaks(word: &Word) -> bool {
    !is_little(&word.text) && word.text.chars().any(char::is_alphabetic)
}
