//! Lines of an iCalendar file: escaped, folded at 75 octets, ended with CRLF (RFC 5545 section 3.1).

/// Octets a line may have, without its end.
const WIDTH: usize = 75;

/// A file being written.
#[derive(Default)]
pub(crate) struct Writer {
    out: String,
}

impl Writer {
    /// One content line, already escaped.
    pub(crate) fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > WIDTH {
                self.out.push_str("\r\n ");
                width = 1;
            }
            self.out.push(c);
            width += c.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A property of type TEXT.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// Everything written.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}

/// TEXT as RFC 5545 section 3.3.11 writes it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            _ => out.push(c),
        }
    }
    out
}
