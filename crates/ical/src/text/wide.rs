//! UTF-16, also where a byte was lost or put in: from there on each half would be taken for the other's.

/// Which half of a unit comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    LittleEndian,
    BigEndian,
}

/// How many bytes tell which half of them is empty.
const SAMPLE: usize = 1 << 12;

/// So many units in a row that make sense the other way round tell that a byte is missing. One alone is a letter of another
/// script: `一` is U+4E00.
const IN_A_ROW: usize = 3;

/// In which order a text is UTF-16; `None` where it is not.
pub(super) fn order_of(bytes: &[u8]) -> Option<Order> {
    match bytes {
        // A byte order mark, or `BE` of BEGIN without one.
        [0xFF, 0xFE, ..] | [b'B' | b'b', 0, b'E' | b'e', 0, ..] => {
            return Some(Order::LittleEndian);
        }
        [0xFE, 0xFF, ..] | [0, b'B' | b'b', 0, b'E' | b'e', ..] => return Some(Order::BigEndian),
        _ => {}
    }
    // The mark may be damaged. Half of the bytes of a calendar are empty then, and nearly all of one half.
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let empty = |half: usize| {
        let of_half = sample.iter().skip(half).step_by(2);
        of_half.filter(|byte| **byte == 0).count()
    };
    let (first, second) = (empty(0), empty(1));
    let many = sample.len() >= 16 && (first + second) * 10 > sample.len() * 3;
    many.then_some(if first > second {
        Order::BigEndian
    } else {
        Order::LittleEndian
    })
}

/// The same text as UTF-8.
pub(super) fn narrowed(bytes: &[u8], order: Order) -> Vec<u8> {
    let units = Units {
        bytes,
        at: 0,
        order,
    };
    let mut text = String::with_capacity(bytes.len() / 2 + 16);
    text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
    text.into_bytes()
}

/// The units of a text, in step again after a byte too many or too few.
struct Units<'b> {
    bytes: &'b [u8],
    at: usize,
    order: Order,
}

impl Units<'_> {
    /// Two bytes as a unit.
    fn unit(&self, at: usize) -> Option<u16> {
        let &[first, second] = self.bytes.get(at..at + 2)? else {
            return None;
        };
        Some(match self.order {
            Order::LittleEndian => u16::from_le_bytes([first, second]),
            Order::BigEndian => u16::from_be_bytes([first, second]),
        })
    }

    /// Whether some units from here on make sense only the other way round.
    fn has_slipped(&self, at: usize) -> bool {
        (0..IN_A_ROW).all(|n| {
            let unit = self.unit(at + 2 * n);
            unit.is_some_and(|unit| unit.trailing_zeros() >= 8 && is_text(unit >> 8))
        })
    }
}

fn is_text(unit: u16) -> bool {
    matches!(unit, 0x20..0x7F | 0x09 | 0x0A | 0x0D)
}

impl Iterator for Units<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let unit = self.unit(self.at)?;
        let first = u16::from(*self.bytes.get(self.at)?);
        if self.has_slipped(self.at) {
            self.at += 1;
            return match self.order {
                // What stands here is the empty half of a lost letter.
                Order::LittleEndian => self.next(),
                // A letter without its empty half.
                Order::BigEndian => Some(first),
            };
        }
        let is_two_letters = is_text(unit >> 8) && is_text(unit & 0xFF);
        if is_two_letters && self.has_slipped(self.at + 2) {
            self.at += 1;
            return Some(first);
        }
        self.at += 2;
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "BEGIN:VEVENT\r\nSUMMARY:一 Zażółć 🎉\r\nEND:VEVENT\r\n";

    fn wide(order: Order) -> Vec<u8> {
        let units = TEXT.encode_utf16();
        match order {
            Order::LittleEndian => units.flat_map(u16::to_le_bytes).collect(),
            Order::BigEndian => units.flat_map(u16::to_be_bytes).collect(),
        }
    }

    #[test]
    fn whole_texts_stay_as_they_are() {
        for order in [Order::LittleEndian, Order::BigEndian] {
            let bytes = wide(order);
            assert_eq!(order_of(&bytes), Some(order));
            assert_eq!(String::from_utf8(narrowed(&bytes, order)).unwrap(), TEXT);
        }
        assert_eq!(order_of(TEXT.as_bytes()), None);
        assert_eq!(order_of(b""), None);
    }

    #[test]
    fn a_byte_too_few_or_too_many_costs_a_letter_or_two() {
        for order in [Order::LittleEndian, Order::BigEndian] {
            let whole = wide(order);
            for at in 0..whole.len() {
                let (mut less, mut more) = (whole.clone(), whole.clone());
                less.remove(at);
                more.insert(at, b'x');
                for damaged in [less, more] {
                    let read = String::from_utf8(narrowed(&damaged, order)).unwrap();
                    let text = read.replace('\0', "");
                    let lost = TEXT.lines().filter(|line| !text.contains(line)).count();
                    assert!(lost <= 2, "{order:?} at {at}: {text:?}");
                }
            }
        }
    }

    #[test]
    fn a_damaged_mark_hides_nothing() {
        let mut bytes = vec![0xFF, 0xFC];
        bytes.extend(wide(Order::LittleEndian));
        assert_eq!(order_of(&bytes), Some(Order::LittleEndian));
    }
}
