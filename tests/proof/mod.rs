//! The proof of what is promised about data (docs/safety.md): damaged files, killed programs, a full disk, two writers.
//!
//! One run prints one line of figures. It is the same every time; `WEEKWISE_PROOF=5` does everything five times as often,
//! `WEEKWISE_PROOF_SEED=7` something else.

mod damage;
mod disk;
mod kills;
mod mutants;
mod reviews;
mod scene;
mod visible;
mod writers;

use std::time::Instant;

use crate::proof::scene::number_of;

#[test]
#[ignore = "takes most of a minute: `cargo xtask proof` runs it, and `cargo xtask test`"]
fn nothing_is_lost() {
    let begun = Instant::now();
    let times = number_of("WEEKWISE_PROOF").unwrap_or(1).max(1);
    let seed = number_of("WEEKWISE_PROOF_SEED").unwrap_or(1);
    let mutants = mutants::run(seed, 600 * times);
    let kills = kills::run(seed, 60 * times);
    let reviews = reviews::run(seed, 30 * times);
    let disk = disk::run();
    let writers = writers::run();
    println!(
        "proof, seed {seed}: {mutants}; {kills}; {reviews}; {disk}; {writers}; {:.0} s",
        begun.elapsed().as_secs_f64()
    );
}
