//! `cargo xtask test`: everything that has to hold before a change goes in.
//!
//! One selection of packages throughout (`--workspace`, all targets, debug): another one would give shared crates
//! other features and build the largest dependencies twice.

use std::time::{Duration, Instant};

use crate::shell::{Result, cargo, is_installed, npm};
use crate::{peers, proof, screenshots, setup, tidy};

enum Outcome {
    Passed,
    Failed(String),
    Skipped(&'static str),
}

struct Step {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

/// Runs every step, also after one has failed, and sums up.
pub(crate) fn test() -> Result {
    let mut steps = Steps::default();

    steps.run("Set up", setup::everything);
    peers::peers();
    steps.run("Rust format", || cargo(&["fmt", "--all", "--check"]).run());
    // Before anything in Rust is built: the application embeds it.
    steps.run("UI build", || npm("ui", &["run", "build"]).run());
    steps.run("Rust lints", || {
        let args = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ];
        cargo(&args).run()
    });
    steps.run("Rust build", || {
        cargo(&["build", "--workspace", "--all-targets"]).run()
    });
    steps.run("Rust tests", || {
        if is_installed("cargo-nextest") {
            cargo(&["nextest", "run", "--workspace", "--no-fail-fast"]).run()
        } else {
            cargo(&[
                "test",
                "--workspace",
                "--lib",
                "--bins",
                "--tests",
                "--no-fail-fast",
            ])
            .run()
        }
    });
    steps.run("Rust examples in docs", || {
        cargo(&["test", "--workspace", "--doc"]).run()
    });
    steps.run("Proof", || proof::proof(&[]));
    steps.run("UI types", || npm("ui", &["run", "check"]).run());
    steps.run("UI lints", || npm("ui", &["run", "lint"]).run());
    steps.run("UI tests", || npm("ui", &["test"]).run());
    steps.run("UI in a browser", || npm("ui", &["run", "e2e"]).run());
    if cfg!(target_os = "linux") {
        steps.run("Window tests: types", || {
            npm("tests/window", &["run", "check"]).run()
        });
        steps.run("Window tests", || {
            screenshots::in_virtual_display("test")?.run()
        });
    } else {
        steps.skip("Window tests", "they need Linux");
    }
    if is_installed("cargo-deny") {
        steps.run("Licences, bans, sources", || {
            // Advisories change without us; the workflow looks at them.
            cargo(&["deny", "check", "licenses", "bans", "sources"]).run()
        });
    } else {
        steps.skip("Licences, bans, sources", "cargo-deny is not installed");
    }
    steps.run("Tidy", tidy::tidy);

    steps.sum_up()
}

#[derive(Default)]
struct Steps(Vec<Step>);

impl Steps {
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result) {
        println!("\n=== {name} ===");
        let start = Instant::now();
        let outcome = match step() {
            Ok(()) => Outcome::Passed,
            Err(problem) => {
                println!("{problem}");
                Outcome::Failed(problem)
            }
        };
        self.0.push(Step {
            name,
            outcome,
            took: start.elapsed(),
        });
    }

    fn skip(&mut self, name: &'static str, reason: &'static str) {
        println!("\n=== {name} ===\nSkipped: {reason}");
        self.0.push(Step {
            name,
            outcome: Outcome::Skipped(reason),
            took: Duration::ZERO,
        });
    }

    fn sum_up(&self) -> Result {
        println!("\n=== Summary ===");
        let (mut passed, mut failed) = (0, Vec::new());
        for step in &self.0 {
            let seconds = step.took.as_secs_f64();
            let (sign, note) = match &step.outcome {
                Outcome::Passed => {
                    passed += 1;
                    ("ok", String::new())
                }
                Outcome::Failed(problem) => {
                    failed.push(step.name);
                    let first = problem.lines().next().unwrap_or_default();
                    ("FAILED", first.to_owned())
                }
                Outcome::Skipped(reason) => ("skipped", (*reason).to_owned()),
            };
            let line = format!("{sign:<8} {seconds:>7.1} s  {:<24} {note}", step.name);
            println!("{}", line.trim_end());
        }
        let is_good = failed.is_empty();
        if !is_good {
            println!("\nFailed: {}", failed.join(", "));
        }
        println!("\n{passed} passed, {} failed", failed.len());
        // Everything has been said.
        if is_good { Ok(()) } else { Err(String::new()) }
    }
}
