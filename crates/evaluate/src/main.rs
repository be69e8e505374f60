//! How often the classifier is right, on calendars labelled by hand, and the fitting of its weights.
//!
//! `cargo xtask evaluate` judges the labelled people of `tests/labelled` by weights that have seen nobody of the same
//! writer: each writer in turn is left out and the rest fitted. It prints accuracy, macro-F1, calibration, the error of
//! a week's mix, the confusion matrix, slices, and what answers change: about events alone, and about events, days and the team
//! in the order in which they are asked. Of people who stay unread only figures are ever
//! printed, never a line.
//!
//! * `--fit` chooses the penalty, fits all writers and rewrites `crates/classify/src/weights.tsv`; before that it fits the
//!   scorer of letters on the vocabulary and rewrites `letters.bin`, which the next build takes in.
//! * `--letters` does only the latter.
//! * `--write INTO FILES` writes labelled people as the calendars their exporters would have written.
//! * `--people DIR` judges the labelled people of a folder, and of the folders in it, with the weights that are built in.
//! * `--days DIRS` counts days whose working hours are right, `--shapes DIRS` titles that tell whether somebody else is there;
//!   both list what is wrong with `--show`.
//! * `--all` lists more of the mistakes; `--quick` fits one penalty and leaves out what answers change; `--penalty P` fits
//!   that one; `--without PREFIX` takes away the features whose names begin so, to see what they are worth.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

mod asked;
mod cross;
mod curve;
mod days;
mod fit;
mod judged;
mod letters;
mod person;
mod score;
mod shapes;
mod slices;
mod team;
mod truth;
mod write;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use weekwise_classify::{Classifier, Sureness, Weights};

use crate::asked::asked;
use crate::cross::{Crossed, SITUATIONS, cross, examples, sureness, temperature};
use crate::judged::{Read, folder};
use crate::score::{mistakes, score};
use crate::slices::slices;

/// Penalties tried.
const PENALTIES: [f64; 4] = [1.0, 2.0, 4.0, 8.0];

/// The one that is taken where none are tried.
const USUAL_PENALTY: f64 = 2.0;

fn main() -> Result<()> {
    let options: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| options.iter().any(|option| option == name);
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = |name: &str| -> Option<Vec<&Path>> {
        let at = options.iter().position(|option| option == name)?;
        let paths = options[at + 1..]
            .iter()
            .filter(|path| !path.starts_with("--"));
        Some(paths.map(Path::new).collect())
    };
    if let Some(folders) = folders("--days") {
        println!("{}", days::report(&folders, has("--show"))?);
        return Ok(());
    }
    if let Some(folders) = folders("--shapes") {
        println!("{}", shapes::report(&folders, has("--show"))?);
        return Ok(());
    }
    let classify = root.join("crates/classify/src");
    if has("--letters") {
        std::fs::write(classify.join("letters.bin"), letters::fitted())?;
        return Ok(());
    }
    if let Some(at) = options.iter().position(|option| option == "--write") {
        let into = options.get(at + 1).context("--write INTO FILES")?;
        return write_calendars(Path::new(into), &options[at + 2..]);
    }
    if let Some(at) = options.iter().position(|option| option == "--people") {
        let path = options.get(at + 1).context("--people DIR")?;
        return with_built_in("people", Path::new(path), has("--quick"));
    }
    let mut people = folder(&root.join("tests/labelled/develop"))?;
    people.extend(folder(&root.join("tests/labelled/others"))?);
    people.extend(folder(&root.join("tests/labelled/examples"))?);
    println!("{} people", people.len());
    let value = |name: &str| {
        let at = options.iter().position(|option| option == name)?;
        options.get(at + 1).map(String::as_str)
    };
    if let Some(prefix) = value("--without") {
        without(&mut people, prefix);
    }
    let penalty = match value("--penalty").map(str::parse).transpose()? {
        Some(penalty) => penalty,
        None if has("--quick") => USUAL_PENALTY,
        None => best_penalty(&people),
    };
    let crossed = cross(&people, penalty);
    let (temperature, sure) = calibrated(&people, &crossed);
    println!(
        "\npenalty {penalty}, temperature {temperature:.2}, loss {:.4}",
        crossed.loss
    );
    let tempered = |mut weights: Weights| {
        weights.temperature = temperature;
        weights.sure.clone_from(&sure);
        std::sync::Arc::new(weights)
    };
    // Answers are learnt on top of weights that have not seen the writer.
    let classifiers: Vec<Classifier> = people
        .iter()
        .map(|read| {
            let weights = crossed.weights[&read.writer].clone();
            read.classifier.clone().weighing(tempered(weights))
        })
        .collect();
    report(
        "each writer left out in turn",
        &people,
        &classifiers,
        has("--quick"),
    );
    let most = if has("--all") { 200 } else { 10 };
    println!(
        "{}",
        mistakes(&people, &verdicts(&people, &classifiers), most)
    );
    if has("--fit") {
        let weights = tempered(fit::fit(&examples(&people, None), penalty));
        std::fs::write(classify.join("weights.tsv"), weights.text())?;
    }
    Ok(())
}

/// Writes labelled people, one calendar each.
fn write_calendars(into: &Path, files: &[String]) -> Result<()> {
    std::fs::create_dir_all(into)?;
    for file in files.iter().map(Path::new) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let person = person::Person::read(&name, &std::fs::read_to_string(file)?)?;
        std::fs::write(into.join(format!("{name}.ics")), write::calendar(&person))?;
    }
    Ok(())
}

/// Takes features away whose names begin so, to see what they are worth.
fn without(people: &mut [Read], prefix: &str) {
    let names = weekwise_classify::feature_names();
    let keeps = |number: usize| {
        names
            .get(number)
            .is_none_or(|name| !name.starts_with(prefix))
    };
    for read in people {
        let lines = read.lines.iter_mut().map(|line| &mut line.traits);
        for traits in lines.chain(&mut read.masked) {
            traits.features.retain(|(number, _)| keeps(*number));
        }
    }
}

/// The penalty that makes the labels of writers left out likeliest.
fn best_penalty(people: &[Read]) -> f64 {
    let mut best = (f64::INFINITY, USUAL_PENALTY);
    for penalty in PENALTIES {
        let crossed = cross(people, penalty);
        println!("penalty {penalty}: loss {:.4}", crossed.loss);
        if crossed.loss < best.0 {
            best = (crossed.loss, penalty);
        }
    }
    best.1
}

fn calibrated(people: &[Read], crossed: &Crossed) -> (f64, [Sureness; SITUATIONS]) {
    let temperature = temperature(people, crossed);
    (temperature, crossed.said(people, temperature).map(sureness))
}

fn verdicts(people: &[Read], classifiers: &[Classifier]) -> Vec<Vec<judged::Verdict>> {
    let pairs = people.iter().zip(classifiers);
    pairs
        .map(|(read, classifier)| read.verdicts(classifier))
        .collect()
}

/// Everything that is printed about people: figures only.
fn report(title: &str, people: &[Read], classifiers: &[Classifier], quick: bool) {
    let verdicts = verdicts(people, classifiers);
    println!("{}", score(people, &verdicts).text(title));
    println!("{}", slices(people, &verdicts));
    println!("{}", team::found(people));
    if quick {
        return;
    }
    println!("{}", asked(people, classifiers).text());
}

/// Judges people with the weights that are built in.
fn with_built_in(title: &str, path: &Path, quick: bool) -> Result<()> {
    let people = folder(path)?;
    let weights = Weights::built_in();
    let classifiers: Vec<Classifier> = people
        .iter()
        .map(|read| read.classifier.clone().weighing(weights.clone()))
        .collect();
    report(title, &people, &classifiers, quick);
    Ok(())
}
