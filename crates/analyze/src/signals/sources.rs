//! Where the threshold of each signal comes from. What nobody measured is called a convention, or ours.

use weekwise_model::Basis;

const TARGET: &str = "The bands are targets of the profile, an opinion about the role: nobody has measured what is normal.";
const OURS: &str = "The line is ours: nobody has measured where it lies.";

/// The source of a signal's threshold, by the signal's id, and what it is worth.
pub fn of(id: &str) -> (Basis, &'static str) {
    let name = id.split_once(':').map_or(id, |(name, _)| name);
    match name {
        "back-to-back" => (
            Basis::Study,
            "Of 14 people in four half-hour video meetings in a row, stress built up without breaks and not with them (Microsoft Human Factors Lab, 2021). Where exactly the line lies it does not say.",
        ),
        "load" => (
            Basis::Convention,
            "40, 50 and 60 % are a convention. An average software engineer had 10.9 h of meetings a week (Clockwise, 80,000 engineers, 2022); from when on it is too much nobody measured.",
        ),
        "fragments" => (
            Basis::Convention,
            "That two hours are the least to focus in is a convention, which Clockwise also counts by (80,000 engineers, 2022); how much may lie in shorter gaps is ours.",
        ),
        "large-meetings" => (
            Basis::Convention,
            "That decisions take fewer than nine people is a convention.",
        ),
        "short-notice" => (Basis::Convention, "A day of notice is a convention."),
        "abandoned" => (
            Basis::Convention,
            "Where everybody else has declined, nobody comes: that is no measure.",
        ),
        "band" | "strategy-drought" | "review-drought" => (Basis::Ours, TARGET),
        "bottleneck" | "ivory-tower" | "lone-wolf" | "firefighting" | "meeting-attendee"
        | "consensus-trap" => (
            Basis::Convention,
            "The pattern is often described of Staff+ roles; the figures that name it here are ours.",
        ),
        _ => (Basis::Ours, OURS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_measured_says_of_how_many_people() {
        let (basis, source) = of("back-to-back:2026-11-10");
        assert_eq!(basis, Basis::Study);
        assert!(source.contains("14 people") && source.contains("2021"));
        assert_eq!(of("overloaded-day:2026-11-10").0, Basis::Ours);
    }
}
