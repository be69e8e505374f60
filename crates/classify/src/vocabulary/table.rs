//! Tables that are made when the program is built, and read where they lie: nothing is done with them at start.
//!
//! A table has slots of one width: the number of a word or of a beginning of phrases, then what is known of it. A number stands
//! in the first free slot from its place on, where numbers are spread evenly; a slot of zeros is free.

/// The bytes of a number.
pub(crate) const KEY: usize = 8;

/// A table as it was made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    slots: &'static [u8],
    /// The bytes of a slot.
    width: usize,
}

/// Where a number stands if nothing is in its way, in a table of so many slots.
pub(crate) fn home(key: u64, slots: usize) -> usize {
    // Less than the number of slots, which is one of this machine's.
    usize::try_from((u128::from(key) * slots as u128) >> 64).unwrap_or(0)
}

impl Table {
    /// A table whose slots have `value` bytes beside the number.
    pub(crate) const fn of(slots: &'static [u8], value: usize) -> Self {
        Self {
            slots,
            width: KEY + value,
        }
    }

    /// What is known of a number: up to eight bytes, the lowest first.
    pub(crate) fn get(&self, key: u64) -> Option<u64> {
        let count = self.slots.len() / self.width;
        let home = home(key, count);
        for step in 0..count {
            let at = (home + step) % count;
            let slot = self.slots.get(at * self.width..(at + 1) * self.width)?;
            let (stands, value) = slot.split_at(KEY);
            let stands = u64::from_le_bytes(stands.try_into().ok()?);
            if stands == key {
                let mut bytes = [0; 8];
                bytes.get_mut(..value.len())?.copy_from_slice(value);
                return Some(u64::from_le_bytes(bytes));
            }
            if stands == 0 {
                return None;
            }
        }
        None
    }
}
