//! Any bytes: nothing panics, every VEVENT is in the result or told to be left out, and what is kept can be read again.
#![no_main]

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use libfuzzer_sys::fuzz_target;
use weekwise_ical::{Expansion, ImportOptions, Imported, Input, Progress, import, import_with};

fuzz_target!(|bytes: &[u8]| {
    let options = ImportOptions {
        progress: &Progress::default(),
        keep_bytes: true,
    };
    let input = Input::Bytes {
        name: "fuzz.ics".to_owned(),
        bytes: bytes.to_vec(),
    };
    let mut imported = import_with(vec![input], options).unwrap_or_default();
    expand(&imported);
    let kept = imported.take_kept(Tz::Europe__Berlin);
    // An archive's files have other names, but they are calendars all the same.
    assert_eq!(kept.len(), imported.calendars().len());
    for calendar in kept {
        let again = import(vec![Input::Bytes {
            name: calendar.calendar.file,
            bytes: calendar.bytes,
        }]);
        assert!(!again.is_empty());
        expand(&again);
    }
});

fn expand(imported: &Imported) {
    let report = imported.check(&Expansion::default());
    let found: usize = report.files.iter().map(|f| f.events).sum();
    let left_out: usize = report.files.iter().map(|f| f.left_out).sum();
    assert_eq!(found, imported.events().count() + left_out);
    let at = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    let (from, to) = (at(1_577_836_800), at(1_735_689_600));
    for occurrence in imported.expand(from, to, Tz::Europe__Berlin).occurrences {
        assert!(occurrence.span.overlaps(from, to, Tz::Europe__Berlin));
    }
}
