//! Any bytes: nothing panics, and every VEVENT is in the result or told to be left out.
#![no_main]

use chrono::{DateTime, Utc};
use libfuzzer_sys::fuzz_target;
use weekwise_ical::{Expansion, Input, import};

fuzz_target!(|bytes: &[u8]| {
    let imported = import(vec![Input::Bytes {
        name: "fuzz.ics".to_owned(),
        bytes: bytes.to_vec(),
    }]);
    let report = imported.check(&Expansion::default());
    let found: usize = report.files.iter().map(|f| f.events).sum();
    let left_out: usize = report.files.iter().map(|f| f.left_out).sum();
    assert_eq!(found, imported.events().count() + left_out);
    let at = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
    imported.expand(at(1_577_836_800), at(1_735_689_600), chrono_tz::Tz::Europe__Berlin);
});
