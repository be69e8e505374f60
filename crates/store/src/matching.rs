//! Which calendar of the library is being imported again?

use std::collections::HashSet;

use crate::{CalendarKey, Import, Reader, Result};

/// By name first: that is what the user sees. By content where the file was renamed: UIDs are the same in every export and
/// two calendars share few of them.
pub(crate) fn calendar_for(reader: &Reader, import: &Import<'_>) -> Result<Option<CalendarKey>> {
    let mut calendars = reader.calendars()?;
    calendars.retain(|calendar| !import.others.contains(&calendar.key));
    let named = calendars.iter().find(|calendar| {
        calendar.own_name.as_deref() == import.own_name && same_file(&calendar.file, import.file)
    });
    if let Some(calendar) = named {
        return Ok(Some(calendar.key));
    }
    let coming: HashSet<&str> = import.events.iter().map(|e| e.uid.as_str()).collect();
    let mut best = None;
    for calendar in &calendars {
        let mut statement = reader.connection().prepare_cached(
            "SELECT DISTINCT uid FROM snapshot_event JOIN event ON event.id = event
             WHERE snapshot = ?",
        )?;
        let mut rows = statement.query([calendar.snapshot.0])?;
        let (mut present, mut shared) = (0, 0);
        while let Some(row) = rows.next()? {
            present += 1;
            let uid = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            shared += usize::from(coming.contains(uid));
        }
        let enough = shared > 0 && shared * 2 >= coming.len().min(present);
        if enough && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, calendar.key));
        }
    }
    Ok(best.map(|(_, key)| key))
}

/// A file's name without its path and ending: `takeout.zip!Calendar/work.ics` → `work`.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Whether two files have the same name, but for what a browser appends to a second download: `work (1).ics`.
fn same_file(a: &str, b: &str) -> bool {
    without_copy_number(stem(a)).eq_ignore_ascii_case(without_copy_number(stem(b)))
}

fn without_copy_number(stem: &str) -> &str {
    let number = stem
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("));
    match number {
        Some((name, digits))
            if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) =>
        {
            name
        }
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::{same_file, stem};

    #[test]
    fn a_second_download_is_the_same_file() {
        assert!(same_file("work.ics", "Downloads/Work (2).ics"));
        assert!(same_file("takeout.zip!Calendar/work.ics", "work.ics"));
        assert!(!same_file("work (old).ics", "work.ics"));
        assert_eq!(stem("C:\\Users\\sam\\.ics"), ".ics");
    }
}
