//! JSON in which every character can be seen.
//!
//! JSON is read by programs, so a text stays what it is; and it is read by people, in a terminal or an editor, where a
//! character that turns the reading order round would show them another text. So such characters are written by their
//! numbers (`\u202e`): the same text to a program, and nothing hidden from whoever looks.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use weekwise_model::is_visible;

/// One value, indented.
pub(crate) fn indented(out: &mut impl Write, value: &impl Serialize) -> serde_json::Result<()> {
    let form = Visible(PrettyFormatter::new());
    value.serialize(&mut serde_json::Serializer::with_formatter(out, form))
}

/// One value, on one line.
pub(crate) fn compact(out: &mut impl Write, value: &impl Serialize) -> serde_json::Result<()> {
    let form = Visible(CompactFormatter);
    value.serialize(&mut serde_json::Serializer::with_formatter(out, form))
}

/// Another form, but for the characters that cannot be seen.
struct Visible<F>(F);

impl<F: Formatter> Formatter for Visible<F> {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let mut written = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| !is_visible(*c)) {
            let before = text.get(written..at).unwrap_or_default();
            self.0.write_string_fragment(out, before)?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            written = at + c.len_utf8();
        }
        let rest = text.get(written..).unwrap_or_default();
        self.0.write_string_fragment(out, rest)
    }

    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn end_object_key<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_key(out)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_stands_there_by_its_number_and_is_read_back() {
        let text = "pay\u{200b}roll \u{202e}gnp.exe\u{9b}1m \u{e0041}\u{feff}\u{7f} \"ok\"\n👩\u{200d}💻 Grüße";
        let value = serde_json::json!({ text: [text, 1, {"a": null}], "b": [] });
        for write in [indented, compact] {
            let mut out = Vec::new();
            write(&mut out, &value).unwrap();
            let written = String::from_utf8(out).unwrap();
            assert!(
                written.chars().all(|c| is_visible(c) || c == '\n'),
                "{written}"
            );
            assert!(written.contains(r"pay\u200broll \u202egnp.exe\u009b1m \udb40\udc41"));
            assert!(written.contains("👩\u{200d}💻 Grüße"), "{written}");
            assert_eq!(
                serde_json::from_str::<serde_json::Value>(&written).unwrap(),
                value
            );
        }
    }

    #[test]
    fn what_can_be_seen_is_written_as_ever() {
        let value = serde_json::json!({ "a": ["Grüße", 1.5, true, { "b": {}, "c": [] }] });
        let (mut indented_out, mut compact_out) = (Vec::new(), Vec::new());
        indented(&mut indented_out, &value).unwrap();
        compact(&mut compact_out, &value).unwrap();
        assert_eq!(indented_out, serde_json::to_vec_pretty(&value).unwrap());
        assert_eq!(compact_out, serde_json::to_vec(&value).unwrap());
    }
}
