//! What is asked, of small calendars.
