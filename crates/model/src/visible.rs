use std::borrow::Cow;

use crate::{Text, Texts};

/// A text as it looks: without what moves the cursor, turns the reading order round or cannot be seen, because a title from
/// a stranger's invitation must not look like another one. Control characters (C0, C1) and separators of lines become
/// blanks; marks of direction (Unicode annex 9) and characters without a shape are left out. Joiners stay between letters of
/// the scripts that need them, and in emoji.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_visible(c) && !is_joiner(c)) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if is_joiner(c) => {
                if seen
                    .chars()
                    .next_back()
                    .is_some_and(|last| !last.is_ascii())
                {
                    seen.push(c);
                }
            }
            c if is_without_shape(c) => {}
            c if is_blank(c) => seen.push(' '),
            c => seen.push(c),
        }
    }
    Cow::Owned(seen)
}

/// An answer as it is written for people: every text in it as it looks. UIDs and keys stay, because somebody asks with them.
pub fn readable<T: Texts>(mut answer: T) -> T {
    answer.each_text(&mut |sort, text| {
        if matches!(sort, Text::Uid | Text::Key) {
            return;
        }
        // Only what somebody wrote has lines.
        let lines: Vec<Cow<'_, str>> = match sort {
            Text::Writing => text.split('\n').map(visible).collect(),
            _ => vec![visible(text)],
        };
        if lines.iter().any(|line| matches!(line, Cow::Owned(_))) {
            *text = lines.join("\n");
        }
    });
    answer
}

/// Whether a character is as it looks: it can be seen, or is a blank, or joins letters, and leaves the order of reading
/// alone. For forms in which a text must stay what it is (JSON): there the others are written by their numbers.
pub fn is_visible(c: char) -> bool {
    !is_blank(c) && !is_without_shape(c)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_blank(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
        )
}

fn is_without_shape(c: char) -> bool {
    matches!(
        c,
        // Marks of direction.
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // No width.
        | '\u{00ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        // Annotations and tags.
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NextStep;

    #[test]
    fn what_cannot_be_seen_or_turns_the_order_round_is_left_out() {
        assert_eq!(visible("Pay\u{200b}roll"), "Payroll");
        assert_eq!(visible("\u{202e}gnp.exe\u{202c}"), "gnp.exe");
        assert_eq!(visible("a\u{9b}31mb\u{1b}[0m\r\nc"), "a 31mb [0m  c");
        assert_eq!(visible("Q\u{ad}4 \u{e0041}plan\u{2069}"), "Q4 plan");
        assert_eq!(visible("a\u{200d}b"), "ab");
    }

    #[test]
    fn what_people_write_stays() {
        for text in [
            "Grüße, Ελένη 日本語",
            "👩\u{200d}💻 pairing",
            "می\u{200c}خواهم",
            "תכנון",
            "❤\u{fe0f}",
        ] {
            assert!(
                matches!(visible(text), Cow::Borrowed(_)) || visible(text) == text,
                "{text}"
            );
        }
    }

    #[test]
    fn an_answer_is_asked_with_the_same_uid_again() {
        let step = readable(NextStep {
            text: "Leave “a\u{202e}b”.".to_owned(),
            gain: "1 h".to_owned(),
            evidence: vec!["u\u{202e}id".to_owned()],
        });
        assert_eq!(step.text, "Leave “ab”.");
        assert_eq!(step.evidence, ["u\u{202e}id"]);
    }
}
