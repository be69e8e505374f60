//! Occurrence to category, and the reason.
