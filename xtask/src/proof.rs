//! The proof of what is promised about data; see `docs/safety.md`.

use crate::shell::{Result, cargo};

/// Damages calendars, kills programs, fills a disk; prints one line of figures. `--times N` does everything N times as
/// often, `--seed N` something else.
pub(crate) fn proof(args: &[String]) -> Result {
    let mut program = cargo(&[
        "test",
        "--workspace",
        "--test",
        "weekwise",
        "--",
        "--ignored",
        "--exact",
        "proof::nothing_is_lost",
        "--nocapture",
    ]);
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
