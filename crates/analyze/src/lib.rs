//! Occurrences to answers: counting, mixes, metrics, signals.
