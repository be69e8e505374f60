//! Answers to text, Markdown and CSV.
