//! The demo calendar.
