//! Makes the tables of the vocabulary out of `words/*.tsv`, so that no start of the program has to: sixty thousand phrases
//! are taken apart here, and found in `src/vocabulary` where they lie.

#[path = "src/vocabulary/files.rs"]
mod files;
#[path = "src/vocabulary/numbers.rs"]
mod numbers;
#[path = "make/phrase.rs"]
mod phrase;
#[path = "make/skeletons.rs"]
mod skeletons;
#[path = "src/vocabulary/table.rs"]
#[expect(dead_code, reason = "the program reads what is written here")]
mod table;
#[path = "src/words.rs"]
#[expect(dead_code, reason = "the program reads more than phrases")]
mod words;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use files::{Line, languages_of, lines};
use numbers::{ROOT, after};
use phrase::Phrase;
use table::{KEY, home};

/// Of four slots of a table three are taken at most.
const ROOM: usize = 4;

fn main() -> Result<(), Box<dyn Error>> {
    for read in [
        "build.rs",
        "make",
        "words",
        "src/words.rs",
        "src/vocabulary",
    ] {
        println!("cargo:rerun-if-changed={read}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no folder to write to")?);
    let lines: Vec<Line> = lines().collect();
    let mut means: Vec<&str> = lines.iter().map(|line| line.means).collect();
    means.sort_unstable();
    means.dedup();
    fs::write(out.join("means.txt"), means.join("\n"))?;

    let mut lists = Lists::default();
    let (mut phrases, mut topics) = (Tree::default(), Tree::default());
    for line in &lines {
        let entry = entry(line, &means)?;
        let tree = if line.means.starts_with('~') {
            &mut topics
        } else {
            &mut phrases
        };
        for phrase in line.phrases.split('|') {
            tree.add(&Phrase::of(phrase), entry);
        }
    }
    phrases.write(&out, "phrases", &mut lists)?;
    topics.write(&out, "topics", &mut lists)?;
    fs::write(out.join("lists.bin"), lists.written)?;

    let (table, spelt) = skeletons::all(&lines);
    fs::write(out.join("bare.bin"), written(&table, 4)?)?;
    fs::write(out.join("bare.txt"), spelt)?;
    Ok(())
}

/// One meaning of a phrase: what it means, where, how sure it is; and the languages it is said in.
type Entry = (u16, u8, u8, u64);

fn entry(line: &Line, means: &[&str]) -> Result<Entry, Box<dyn Error>> {
    let what = means.binary_search(&line.means).map_err(|_| line.means)?;
    let place = files::PLACES.iter().position(|place| *place == line.place);
    let place = place.ok_or_else(|| format!("{} is no place", line.place))?;
    let sure: u8 = line.sure.parse()?;
    if !(1..=3).contains(&sure) {
        return Err(format!("{sure} is not how sure one is").into());
    }
    let languages = languages_of(line.file);
    Ok((u16::try_from(what)?, u8::try_from(place)?, sure, languages))
}

/// Phrases as a tree of words.
#[derive(Default)]
struct Tree {
    /// By word: the languages of the phrases it is in, and whether one of them begins with it.
    spoken: BTreeMap<u64, (u64, bool)>,
    /// What is left of a word without its ending, and the word.
    stems: BTreeMap<u64, u64>,
    /// Beginnings of phrases, with what they mean where they are whole.
    nodes: BTreeMap<u64, Vec<Entry>>,
    /// Phrases that count only where they are all there is.
    whole: BTreeMap<u64, Vec<Entry>>,
}

impl Tree {
    fn add(&mut self, phrase: &Phrase, entry: Entry) {
        if phrase.whole {
            if let Some(only) = phrase.words.first() {
                self.whole.entry(only.number).or_default().push(entry);
            }
            return;
        }
        let (languages, english) = (entry.3, languages_of(1));
        let mut node = ROOT;
        for word in &phrase.words {
            if let Some(stem) = word.stem
                && languages & english == 0
            {
                self.stems.entry(stem).or_insert(word.number);
            }
            let known = self.spoken.entry(word.number).or_default();
            known.0 |= languages;
            known.1 |= node == ROOT;
            node = after(node, word.number);
            self.nodes.entry(node).or_default();
        }
        if let Some(entries) = self
            .nodes
            .get_mut(&node)
            .filter(|all| !all.contains(&entry))
        {
            entries.push(entry);
        }
    }

    fn write(self, out: &Path, name: &str, lists: &mut Lists) -> Result<(), Box<dyn Error>> {
        let write = |what: &str, table: Vec<(u64, u64)>, value: usize| {
            let file = out.join(format!("{name}.{what}.bin"));
            Ok::<(), Box<dyn Error>>(fs::write(file, written(&table, value)?)?)
        };
        // The highest bit is no language's.
        let begins = |begins: bool| if begins { 1 << 63 } else { 0 };
        let spoken = self.spoken.into_iter();
        let spoken = spoken.map(|(word, (said, first))| (word, said << 1 >> 1 | begins(first)));
        write("spoken", spoken.collect(), 8)?;
        write("stems", self.stems.into_iter().collect(), 8)?;
        let mut listed = |table: BTreeMap<u64, Vec<Entry>>| -> Vec<(u64, u64)> {
            let numbered = table.into_iter();
            numbered
                .map(|(key, entries)| (key, lists.number(entries)))
                .collect()
        };
        let (nodes, whole) = (listed(self.nodes), listed(self.whole));
        write("nodes", nodes, 4)?;
        write("whole", whole, 4)
    }
}

/// Every list of meanings once: most phrases mean what others mean too.
#[derive(Default)]
struct Lists {
    known: BTreeMap<Vec<Entry>, u64>,
    written: Vec<u8>,
}

impl Lists {
    /// The number of a list; 0 is the empty one.
    fn number(&mut self, entries: Vec<Entry>) -> u64 {
        if entries.is_empty() {
            return 0;
        }
        let next = self.known.len() as u64 + 1;
        let written = &mut self.written;
        *self.known.entry(entries).or_insert_with_key(|entries| {
            written.push(u8::try_from(entries.len()).unwrap_or(u8::MAX));
            for (means, place, sure, languages) in entries.iter().take(usize::from(u8::MAX)) {
                written.extend(means.to_le_bytes());
                written.extend([*place, *sure]);
                written.extend(languages.to_le_bytes());
            }
            next
        })
    }
}

/// A table as `src/vocabulary/table.rs` reads it, with so many bytes of each value.
fn written(table: &[(u64, u64)], value: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let (slots, width) = (table.len() * ROOM / 3 + 1, KEY + value);
    let mut all = vec![0; slots * width];
    for (key, what) in table {
        if *key == 0 || value < 8 && what >> (8 * value) != 0 {
            return Err("a number that the tables have no room for".into());
        }
        let mut at = home(*key, slots);
        while all[at * width..at * width + KEY] != [0; KEY] {
            at = (at + 1) % slots;
        }
        let slot = &mut all[at * width..(at + 1) * width];
        slot[..KEY].copy_from_slice(&key.to_le_bytes());
        slot[KEY..].copy_from_slice(&what.to_le_bytes()[..value]);
    }
    Ok(all)
}
