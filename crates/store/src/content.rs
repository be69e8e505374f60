//! Imported files, byte for byte. Each content is kept once, however often and under whatever name it comes.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::{Result, StoreError};

/// SHA-256.
pub(crate) type Hash = [u8; 32];

pub(crate) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Keeps a content that is not known yet.
pub(crate) fn keep(connection: &Connection, hash: &Hash, bytes: &[u8]) -> Result<()> {
    let known: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM content WHERE hash = ?)")?
        .query_row([hash], |row| row.get(0))?;
    if known {
        return Ok(());
    }
    // Calendars repeat themselves so much that a better level gains little and costs most of the import.
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::fast());
    encoder.write_all(bytes)?;
    let packed = encoder.finish()?;
    connection
        .prepare_cached("INSERT INTO content (hash, length, packed) VALUES (?, ?, ?)")?
        .execute(params![hash, bytes.len(), packed])?;
    Ok(())
}

/// The content with this hash. What comes back is what was kept, or an error.
pub(crate) fn read(connection: &Connection, hash: &[u8]) -> Result<Vec<u8>> {
    let found: Option<(u64, Vec<u8>)> = connection
        .prepare_cached("SELECT length, packed FROM content WHERE hash = ?")?
        .query_row([hash], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (length, packed) = found.ok_or(StoreError::NoSuch("imported file"))?;
    // Room for it at once; of what a damaged library says of its length only what calendars are packed to is believed.
    let likely = length.min(packed.len() as u64 * 32);
    let mut bytes = Vec::with_capacity(usize::try_from(likely).unwrap_or(0));
    // One byte more than there should be is enough to see that something is wrong.
    let unpacked = DeflateDecoder::new(packed.as_slice())
        .take(length.saturating_add(1))
        .read_to_end(&mut bytes);
    if unpacked.is_err() || self::hash(&bytes) != hash {
        return Err(StoreError::damaged(
            "an imported file is not what it was when it was imported",
        ));
    }
    Ok(bytes)
}
