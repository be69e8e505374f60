//! Zip archives as Google's calendar export and Takeout write them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::limits;
use crate::sources::is_calendar_name;

/// Why an archive, or an entry of it, was not read.
pub(crate) struct Problem {
    /// The entry, where it is about one.
    pub entry: Option<String>,
    pub code: &'static str,
    pub text: String,
}

/// Unpacks the calendars of an archive in memory, one at a time, and says how many bytes each has packed.
pub(crate) fn each(
    bytes: Vec<u8>,
    problems: &mut Vec<Problem>,
    found: &mut dyn FnMut(&str, u64, Vec<u8>),
) {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => {
            let text = format!("the archive is damaged: {error}");
            problems.push(Problem {
                entry: None,
                code: "bad-archive",
                text,
            });
            return;
        }
    };
    if archive.len() > limits::FILES {
        let text = format!(
            "the archive has more than {} files; the rest was left out",
            limits::FILES
        );
        problems.push(Problem {
            entry: None,
            code: "too-much",
            text,
        });
    }
    let mut unpacked = 0_u64;
    let mut calendars = 0_usize;
    for index in 0..archive.len().min(limits::FILES) {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(error) => {
                let text = format!("entry {} cannot be read: {error}", index + 1);
                problems.push(Problem {
                    entry: None,
                    code: "bad-archive-entry",
                    text,
                });
                continue;
            }
        };
        let name = entry.name().map_or_else(
            |_| format!("entry {}", index + 1),
            std::borrow::Cow::into_owned,
        );
        if entry.is_dir() || !is_calendar_name(&name) {
            continue;
        }
        calendars += 1;
        let mut problem = |code, text: &str| {
            problems.push(Problem {
                entry: Some(shown(&name)),
                code,
                text: text.to_owned(),
            });
        };
        if name.to_ascii_lowercase().ends_with(".zip") {
            problem(
                "nested-archive",
                "it is an archive inside an archive, and those are not opened; unpack it first",
            );
            continue;
        }
        // Nothing is written to disk, yet a name that leaves its folder tells of an archive made to harm.
        if entry.enclosed_name().is_none() || name.split(['/', '\\']).any(|part| part == "..") {
            problem(
                "bad-path",
                "the entry's path leaves the archive; the entry was left out",
            );
            continue;
        }
        let packed = entry.compressed_size().max(1);
        // What an entry says about its size is checked against what comes out.
        let allowed = limits::ARCHIVE_RATIO_FROM
            .max(packed.saturating_mul(limits::ARCHIVE_RATIO))
            .min(limits::ARCHIVE_BYTES - unpacked)
            .min(limits::FILE_BYTES);
        let mut bytes = Vec::with_capacity(usize::try_from(entry.size().min(1 << 24)).unwrap_or(0));
        let result = entry.take(allowed + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > allowed {
            let too_much = unpacked + bytes.len() as u64 > limits::ARCHIVE_BYTES;
            if too_much {
                problem(
                    "too-much",
                    "the archive unpacks to too much; this entry and the rest were left out",
                );
                return;
            }
            problem(
                "zip-bomb",
                "the entry unpacks to far more than it should; it was left out",
            );
            continue;
        }
        unpacked += bytes.len() as u64;
        if let Err(error) = result {
            problem(
                "bad-archive-entry",
                &format!("the entry is damaged: {error}"),
            );
            if bytes.is_empty() {
                continue;
            }
        }
        found(&name, packed, bytes);
    }
    if calendars == 0 {
        let text = "the archive holds no calendar files (.ics, .ical, .ifb)".to_owned();
        problems.push(Problem {
            entry: None,
            code: "no-calendar",
            text,
        });
    }
}

/// A name fit for a diagnostic.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(200).collect()
}
