//! What names a change: the same wherever it is advised, planned, tried or asked for.

use crate::ChangeAction;

/// A short mark of a UID: the same for the same UID, everywhere and always, and telling nothing of it. UIDs hold titles and
/// addresses, and ids of advice are shown, kept and passed on also where those are hidden. FNV-1a, 64 bits.
pub fn mark(uid: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let sum = uid.bytes().fold(start, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{sum:016x}")
}

/// The id of a change that is made once to a meeting: `move:MARK:2026-11-12T10:00:00+01:00`. `instance`: which one, as
/// answers write it; empty for a single event.
pub fn once_id(action: ChangeAction, uid: &str, instance: &str) -> String {
    let name = match action {
        ChangeAction::Move => "move",
        ChangeAction::Decline => "decline",
        // “shorten” and “leave” are those of every instance.
        ChangeAction::Shorten => "shorten-once",
        ChangeAction::Async => "write-once",
    };
    format!("{name}:{}:{instance}", mark(uid))
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_of_one_uid_and_tells_nothing_of_it() {
        assert_eq!(mark(""), "cbf29ce484222325");
        assert_eq!(mark("a"), "af63dc4c8601ec8c", "as FNV-1a is defined");
        assert_ne!(mark("ruth@example.com"), mark("noor@example.com"));
    }
}
