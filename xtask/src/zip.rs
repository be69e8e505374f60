//! A zip file of stored entries (APPNOTE 6.3.3, without compression): all a bundle needs, and no dependency.

use crate::shell::Result;

/// 1 January 1980, the first day the format knows: the same files make the same bundle.
const DAY: u16 = 0x21;

/// An archive that grows.
#[derive(Default)]
pub(crate) struct Zip {
    /// Local headers and data.
    entries: Vec<u8>,
    /// The central directory.
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Adds a file; `runs` where it is a program.
    pub(crate) fn file(&mut self, name: &str, bytes: &[u8], runs: bool) -> Result {
        let too_large = |_| format!("{name} is too large for a zip");
        let length = u32::try_from(bytes.len()).map_err(too_large)?;
        let offset = u32::try_from(self.entries.len()).map_err(too_large)?;
        let name_length = u16::try_from(name.len()).map_err(too_large)?;
        let mut shared = Vec::new();
        // Version 2.0, names in UTF-8, stored, time and day.
        for part in [20_u16, 1 << 11, 0, 0, DAY] {
            shared.extend(part.to_le_bytes());
        }
        for part in [crc32(bytes), length, length] {
            shared.extend(part.to_le_bytes());
        }
        for part in [name_length, 0] {
            shared.extend(part.to_le_bytes());
        }
        self.entries.extend(0x0403_4b50_u32.to_le_bytes());
        self.entries.extend(&shared);
        self.entries.extend(name.as_bytes());
        self.entries.extend(bytes);
        self.directory.extend(0x0201_4b50_u32.to_le_bytes());
        // Made on Unix, so that the mode below is read.
        self.directory.extend((3_u16 * 0x100 + 20).to_le_bytes());
        self.directory.extend(&shared);
        for part in [0_u16, 0, 0] {
            self.directory.extend(part.to_le_bytes());
        }
        let mode: u32 = if runs { 0o100_755 } else { 0o100_644 };
        self.directory.extend((mode << 16).to_le_bytes());
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// The whole archive.
    pub(crate) fn finished(self) -> Result<Vec<u8>> {
        let too_large = |_| "the archive is too large for a zip".to_owned();
        let begin = u32::try_from(self.entries.len()).map_err(too_large)?;
        let length = u32::try_from(self.directory.len()).map_err(too_large)?;
        let mut all = self.entries;
        all.extend(&self.directory);
        all.extend(0x0605_4b50_u32.to_le_bytes());
        for part in [0, 0, self.count, self.count] {
            all.extend(part.to_le_bytes());
        }
        all.extend(length.to_le_bytes());
        all.extend(begin.to_le_bytes());
        all.extend(0_u16.to_le_bytes());
        Ok(all)
    }
}

/// The checksum of the format (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let all = bytes.iter().fold(u32::MAX, |sum, byte| {
        let mut rest = (sum ^ u32::from(*byte)) & 0xff;
        for _ in 0..8 {
            let carry = if rest & 1 == 1 { 0xedb8_8320 } else { 0 };
            rest = rest >> 1 ^ carry;
        }
        sum >> 8 ^ rest
    });
    !all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_everybody_knows() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn an_archive_ends_with_where_its_directory_is() {
        let mut zip = Zip::default();
        zip.file("a", b"one", false).unwrap();
        zip.file("b/c", b"two", true).unwrap();
        let all = zip.finished().unwrap();
        let end = all.len() - 22;
        assert_eq!(all[end..end + 4], *b"PK\x05\x06");
        let begin = u32::from_le_bytes(all[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(all[begin..begin + 4], *b"PK\x01\x02");
        assert_eq!(u16::from_le_bytes([all[end + 10], all[end + 11]]), 2);
    }
}
