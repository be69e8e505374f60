//! How often the classifier is right, on calendars labelled by hand, and the fitting of its weights.
//!
//! `cargo xtask evaluate` prints, for `tests/labelled/develop` judged person by person with weights fitted on all
//! others, and for `tests/labelled/set_aside` judged with the weights that are built in: accuracy, macro-F1,
//! calibration, the error of a week's mix, the confusion matrix, and what twenty corrections change. With `--fit` it
//! first chooses the penalty, fits all of `develop` and rewrites `crates/classify/src/weights.tsv`. Of the people set
//! aside only figures are ever printed, never a line.
#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

mod cross;
mod curve;
mod fit;
mod judged;
mod person;
mod score;
mod write;

use std::path::{Path, PathBuf};

use anyhow::Result;
use weekwise_classify::Weights;

use crate::cross::{cross, examples, sureness, temperature};
use crate::curve::curve;
use crate::judged::{Read, folder};
use crate::score::{mistakes, score};

/// Penalties tried.
const PENALTIES: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];

/// Of penalties that do nearly as well as the best, the dearest is taken: the lexicon was written with some of these
/// people in sight, so what little more cheap weights gain is not to be trusted.
const NEARLY: f64 = 1.05;

/// How many corrections somebody makes.
const CORRECTIONS: usize = 20;

fn main() -> Result<()> {
    let options: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| options.iter().any(|o| o == name);
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let develop = folder(&root.join("tests/labelled/develop"))?;
    println!("{} people to develop with", develop.len());

    let lexicon: Vec<_> = develop
        .iter()
        .map(|read| {
            let alone = read.classifier.clone().weighing(Weights::default().into());
            read.verdicts(&alone)
        })
        .collect();
    println!(
        "{}",
        score(&develop, &lexicon).text("develop, the lexicon alone")
    );

    let mut tried: Vec<(f64, f64)> = Vec::new();
    for penalty in PENALTIES {
        let crossed = cross(&develop, penalty);
        let found = score(&develop, &crossed.verdicts);
        println!(
            "penalty {penalty}: loss {:.4}, accuracy {:.3}, macro-F1 {:.3}, week mix {:.1}",
            crossed.loss, found.accuracy, found.macro_f1, found.week_mix
        );
        tried.push((crossed.loss, penalty));
    }
    let least = tried
        .iter()
        .map(|(loss, _)| *loss)
        .fold(f64::INFINITY, f64::min);
    let near = tried.iter().filter(|(loss, _)| *loss <= least * NEARLY);
    let penalty = near.map(|(_, penalty)| *penalty).fold(0.0, f64::max);
    let mut crossed = cross(&develop, penalty);
    let temperature = temperature(&develop, &mut crossed);
    let sure = sureness(&crossed.verdicts);
    println!("\npenalty {penalty}, temperature {temperature:.2}");
    // Corrections are learnt on top of weights that have not seen the person.
    let strangers: Vec<_> = (0..develop.len())
        .zip(&develop)
        .map(|(number, read)| {
            let mut weights = fit::fit(&examples(&develop, Some(number)), penalty);
            weights.temperature = temperature;
            weights.sure.clone_from(&sure);
            read.classifier.clone().weighing(weights.into())
        })
        .collect();
    let verdicts: Vec<_> = develop
        .iter()
        .zip(&strangers)
        .map(|(read, classifier)| read.verdicts(classifier))
        .collect();
    let title = "develop, each person left out in turn";
    println!("{}", score(&develop, &verdicts).text(title));
    let most = if has("--all") { 200 } else { 10 };
    println!("{}", mistakes(&develop, &verdicts, most));
    println!(
        "{}",
        curve(&develop, &strangers, CORRECTIONS).text(CORRECTIONS)
    );

    let mut weights = fit::fit(&examples(&develop, None), penalty);
    weights.temperature = temperature;
    weights.sure = sure;
    if has("--fit") {
        std::fs::write(root.join("crates/classify/src/weights.tsv"), weights.text())?;
    }
    if !has("--develop") {
        let weights = if has("--fit") {
            weights.into()
        } else {
            Weights::built_in()
        };
        set_aside(&root.join("tests/labelled/set_aside"), &weights)?;
    }
    Ok(())
}

/// Figures only.
fn set_aside(path: &Path, weights: &std::sync::Arc<Weights>) -> Result<()> {
    let people = folder(path)?;
    let classifiers: Vec<_> = people
        .iter()
        .map(|read: &Read| read.classifier.clone().weighing(weights.clone()))
        .collect();
    let verdicts: Vec<_> = people
        .iter()
        .zip(&classifiers)
        .map(|(read, classifier)| read.verdicts(classifier))
        .collect();
    println!("{}", score(&people, &verdicts).text("set aside"));
    println!(
        "{}",
        curve(&people, &classifiers, CORRECTIONS).text(CORRECTIONS)
    );
    Ok(())
}
