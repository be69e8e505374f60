//! How many events a person sees in a file, whatever the reader recognises.

/// How many letters of a line may be wrong, missing, too many or swapped, and a person still reads `BEGIN:VEVENT`.
const WRONG_LETTERS: usize = 2;

/// What stands between lines that begin or end something: an event whose own first line cannot be read any more is seen by
/// its properties.
#[derive(Default)]
struct Body {
    /// Whether the event is counted already.
    is_counted: bool,
    has_start: bool,
    has_name: bool,
}

impl Body {
    fn is_event(&self) -> bool {
        !self.is_counted && self.has_start && self.has_name
    }
}

/// How many events a person would say there are: lines that begin as `BEGIN:VEVENT` does, give or take two letters, with a
/// property below, and what has a DTSTART and a UID or SUMMARY without one; whatever stands before lines as a mail quotes or
/// as text is indented, and whether or not letters are two bytes wide.
pub fn visible_events(bytes: &[u8]) -> usize {
    let letters: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).collect();
    let lines: Vec<&[u8]> = letters
        .split(|b| matches!(b, b'\n' | b'\r'))
        .map(without_margin)
        .filter(|line| !line.is_empty())
        .collect();
    let (mut count, mut body) = (0, Body::default());
    for (number, line) in lines.iter().enumerate() {
        let next = lines.get(number + 1);
        // Above another line that begins something it is that line, torn and begun again.
        let goes_on = next.is_some_and(|next| is_a_property(next) && !begins(next, "BEGIN"));
        if is_nearly(line, b"BEGINVEVENT") && goes_on {
            count += usize::from(body.is_event()) + 1;
            body = Body {
                is_counted: true,
                ..Body::default()
            };
        } else if !begins(line, "UID")
            && (is_nearly(line, b"ENDVEVENT") || is_nearly(line, b"ENDVCALENDAR"))
        {
            count += usize::from(body.is_event());
            body = Body::default();
        } else if begins(line, "BEGIN") || begins(line, "END") {
            // What other components say is theirs; inside an event the event goes on.
            body.has_start = false;
            body.has_name = false;
        } else {
            body.has_start |= begins(line, "DTSTART");
            body.has_name |= begins(line, "UID") || begins(line, "SUMMARY");
        }
    }
    count + usize::from(body.is_event())
}

/// Whether a line is one of a property of that name.
fn begins(line: &[u8], name: &str) -> bool {
    let head = line.get(..name.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
        && matches!(line.get(name.len()), Some(b':' | b';'))
}

/// A line without blanks and quotation marks around it.
fn without_margin(line: &[u8]) -> &[u8] {
    let mut text = line.trim_ascii();
    while let Some(quoted) = text.strip_prefix(b">") {
        text = quoted.trim_ascii_start();
    }
    text
}

/// Whether a line begins with some letters, more or less.
fn is_nearly(line: &[u8], wanted: &[u8]) -> bool {
    let letters: Vec<u8> = line
        .iter()
        .filter(|b| b.is_ascii_alphabetic())
        .take(wanted.len() + WRONG_LETTERS)
        .map(u8::to_ascii_uppercase)
        .collect();
    // Something else may follow on the line, and then nothing is missing before it.
    let shortest = wanted.len() - WRONG_LETTERS;
    let heads = (shortest..=letters.len()).filter_map(|end| letters.get(..end));
    let is_whole = |head: &[u8]| head.len() == letters.len() || head.len() == wanted.len();
    heads
        .filter(|head| is_whole(head))
        .any(|head| wrong_letters(head, wanted) <= WRONG_LETTERS)
}

/// Whether a line is a name, then a colon or a semicolon.
fn is_a_property(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
    let name = line.iter().take_while(|b| is_name(b)).count();
    name > 0 && matches!(line.get(name), Some(b':' | b';'))
}

/// How many letters make one word of the other: changed, missing, too many, or two swapped.
fn wrong_letters(word: &[u8], like: &[u8]) -> usize {
    let mut far: Vec<Vec<usize>> = vec![(0..=like.len()).collect()];
    for (row, letter) in word.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, wanted) in like.iter().enumerate() {
            let mut best = (far[row][column] + usize::from(letter != wanted))
                .min(far[row][column + 1] + 1)
                .min(next[column] + 1);
            let is_swapped =
                row > 0 && column > 0 && word[row - 1] == *wanted && *letter == like[column - 1];
            if is_swapped {
                best = best.min(far[row - 1][column - 1] + 1);
            }
            next.push(best);
        }
        far.push(next);
    }
    far[word.len()][like.len()]
}
