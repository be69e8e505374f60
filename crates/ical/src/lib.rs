//! Bytes to events to occurrences.
