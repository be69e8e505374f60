//! `cargo xtask evaluate`: how often the classifier is right, and the fitting of its weights.

use crate::shell::{Result, cargo};

/// Runs `crates/evaluate`, with optimisation: it fits hundreds of models.
pub(crate) fn evaluate(args: &[String]) -> Result {
    let mut all = vec![
        "run",
        "--quiet",
        "--release",
        "--package",
        "weekwise-evaluate",
        "--",
    ];
    all.extend(args.iter().map(String::as_str));
    cargo(&all).run()
}
