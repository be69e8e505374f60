//! The proof of what is promised about data; see `docs/safety.md`.

use crate::shell::{Result, cargo, is_installed};

/// What does it.
const TEST: &str = "proof::nothing_is_lost";

/// Damages calendars, kills programs, fills a disk; prints one line of figures. `--times N` does everything N times as
/// often, `--seed N` something else.
pub(crate) fn proof(args: &[String]) -> Result {
    // With the targets that are built for all tests: others would be built with other features.
    let mut program = if is_installed("cargo-nextest") {
        let only = format!("test(={TEST})");
        cargo(&[
            "nextest",
            "run",
            "--workspace",
            "--run-ignored",
            "only",
            "--no-capture",
            "-E",
            &only,
        ])
    } else {
        let only = ["--", "--ignored", "--exact", TEST, "--nocapture"];
        let all = ["test", "--workspace", "--lib", "--bins", "--tests"];
        cargo(&[&all[..], &only[..]].concat())
    };
    let mut args = args.iter();
    while let Some(name) = args.next() {
        let variable = match name.as_str() {
            "--times" => "WEEKWISE_PROOF",
            "--seed" => "WEEKWISE_PROOF_SEED",
            other => return Err(format!("proof takes --times N and --seed N, not {other}")),
        };
        let number = args
            .next()
            .filter(|number| number.parse::<u64>().is_ok())
            .ok_or_else(|| format!("{name} takes a number"))?;
        program = program.with(variable, number);
    }
    program.run()
}
