//! What stands for an event in the id of an advice.

/// A short mark of a UID: the same for the same UID, everywhere and always, and telling nothing of it. UIDs hold titles and
/// addresses, and ids of advice are shown, kept and passed on also where those are hidden. FNV-1a, 64 bits.
pub fn mark(uid: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let sum = uid.bytes().fold(start, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{sum:016x}")
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
