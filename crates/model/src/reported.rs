use serde::{Deserialize, Serialize};

use crate::{Category, Texts};

/// What others reported about the time a category takes, and why it is no target: the card beside its band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reported {
    /// The category.
    pub category: Category,
    /// What was reported; empty where we know of nothing that says of how many people it is.
    pub figures: Vec<ReportedFigure>,
    /// Why it does not transfer, in a sentence.
    #[text(own)]
    pub why_not: String,
}

/// One figure, as its source has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportedFigure {
    /// What was found, in a sentence.
    #[text(own)]
    pub text: String,
    /// Of whom, and how many.
    #[text(own)]
    pub people: String,
    /// The year it is of.
    pub year: i32,
    /// Where it stands.
    #[text(own)]
    pub source: String,
}

/// What is known to us about the categories with a target.
pub(crate) fn reported() -> Vec<Reported> {
    let figure = |text: &str, people: &str, year: i32, source: &str| ReportedFigure {
        text: text.to_owned(),
        people: people.to_owned(),
        year,
        source: source.to_owned(),
    };
    let clockwise = |text: &str| {
        figure(
            text,
            "80,000 engineers of 5,000 companies that use a calendar program",
            2022,
            "Clockwise, The Software Engineering Meeting Benchmark Report",
        )
    };
    let of = |category, figures: Vec<ReportedFigure>, why_not: &str| Reported {
        category,
        figures,
        why_not: why_not.to_owned(),
    };
    vec![
        of(
            Category::DeepWork,
            vec![
                clockwise(
                    "An average software engineer had 19.6 h a week free in stretches of two hours and more.",
                ),
                figure(
                    "20–40 % of the time spent coding was called ideal.",
                    "the author and a handful of others in Staff+ roles",
                    2022,
                    "LeadDev, To code or not to code: What’s the right balance for Staff+ engineers?",
                ),
            ],
            "The first is of engineers of every level, and of free time, not of what it went to; the second is an opinion, and of coding alone.",
        ),
        of(
            Category::OneOnOne,
            Vec::new(),
            "We know of no count of 1:1s and mentoring in Staff+ roles that says of how many people it is.",
        ),
        of(
            Category::CrossTeam,
            vec![clockwise(
                "An average software engineer had 10.9 h of meetings a week.",
            )],
            "It is of all meetings, of engineers of every level: how many of them were with other teams it does not say.",
        ),
        of(
            Category::Review,
            vec![figure(
                "The median developer reviewed 4 changes a week.",
                "review logs of 9 million changes at one company",
                2018,
                "Sadowski et al., Modern Code Review: A Case Study at Google, ICSE-SEIP",
            )],
            "It is of code reviews alone, at one company with tools of its own; design reviews are not in it.",
        ),
        of(
            Category::Strategy,
            Vec::new(),
            "We know of no count of strategy work in Staff+ roles that says of how many people it is.",
        ),
    ]
}
