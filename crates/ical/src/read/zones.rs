use std::collections::HashMap;
use std::sync::Arc;

use weekwise_model::Outcome;

use super::notes::Notes;
use super::props::Props;
use crate::limits;
use crate::recur::{Rule, Until};
use crate::text::{Block, Decoder, Outline, slice};
use crate::time::{self, Wall};
use crate::value;
use crate::zone::{CustomZone, Observance, Zones};

/// Reads the VTIMEZONEs of a file.
pub(super) fn zones(
    bytes: &[u8],
    outline: &Outline,
    decoder: &Decoder<'_>,
    notes: &mut Notes,
) -> Zones {
    let mut zones = Zones::default();
    // By their text.
    let mut read: HashMap<&[u8], Arc<CustomZone>> = HashMap::new();
    for (block, parts) in &outline.zones {
        let head = slice(
            bytes,
            std::slice::from_ref(block),
            decoder,
            is_zone_property,
        );
        let (props, _) = Props::of(&head);
        let Some(name) = props.text("TZID") else {
            notes.add(
                block.line,
                "bad-time-zone",
                "a VTIMEZONE has no TZID",
                "it was passed over",
                Outcome::Repaired,
            );
            continue;
        };
        // A calendar of many files has the same zone in each of them.
        let text = bytes.get(block.span.clone()).unwrap_or_default();
        if let Some(zone) = read.get(text) {
            zones.define(block.calendar, name, Arc::clone(zone));
            continue;
        }
        if read.len() >= limits::TIME_ZONES {
            notes.add(
                block.line,
                "too-many-time-zones",
                "the file has too many different VTIMEZONEs",
                "those beyond were passed over",
                Outcome::Repaired,
            );
            break;
        }
        if let Some(zone) = zone(bytes, decoder, (block, parts), notes) {
            let zone = Arc::new(zone);
            zones.define(block.calendar, name, Arc::clone(&zone));
            read.insert(text, zone);
        }
    }
    zones
}

/// Reads a VTIMEZONE of those parts.
fn zone(
    bytes: &[u8],
    decoder: &Decoder<'_>,
    (block, parts): (&Block, &[(Block, bool)]),
    notes: &mut Notes,
) -> Option<CustomZone> {
    let observances: Vec<Observance> = parts
        .iter()
        .take(limits::TIME_ZONES)
        .filter_map(|(part, daylight)| {
            let lines = slice(bytes, std::slice::from_ref(part), decoder, is_zone_property);
            let observance = observance(&Props::of(&lines).0, *daylight);
            if observance.is_none() {
                notes.add(
                    part.line,
                    "bad-time-zone",
                    "a part of a VTIMEZONE lacks its start or an offset",
                    "the part was passed over",
                    Outcome::Repaired,
                );
            }
            observance
        })
        .collect();
    let read = CustomZone::of(&observances);
    let (code, problem, remedy) = match &read {
        Some((_, true)) => (
            "time-zone-too-long",
            "a VTIMEZONE changes its offset too often",
            "only its first changes were read",
        ),
        Some((_, false)) => return read.map(|(zone, _)| zone),
        None => (
            "bad-time-zone",
            "a VTIMEZONE has no STANDARD or DAYLIGHT part",
            "it was passed over",
        ),
    };
    notes.add(block.line, code, problem, remedy, Outcome::Repaired);
    read.map(|(zone, _)| zone)
}

fn is_zone_property(name: &[u8]) -> bool {
    const NAMES: [&[u8]; 6] = [
        b"TZID",
        b"DTSTART",
        b"TZOFFSETFROM",
        b"TZOFFSETTO",
        b"RRULE",
        b"RDATE",
    ];
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn observance(props: &Props<'_>, daylight: bool) -> Option<Observance> {
    let offset = |name| props.text(name).and_then(value::utc_offset);
    let to = offset("TZOFFSETTO")?;
    let from = offset("TZOFFSETFROM").unwrap_or(to);
    let start = wall(props.text("DTSTART")?)?;
    let mut rules = Vec::new();
    for (property, _) in props.all("RRULE") {
        if let Ok((mut rule, _)) = Rule::parse(property.val.as_str()) {
            // Onsets are wall times of the offset before; so is the end of their rule.
            if let Some(Until::Instant(last)) = rule.until {
                rule.until = Some(Until::Wall(last + i64::from(from)));
            }
            rules.push(rule);
        }
    }
    let dates = props
        .all("RDATE")
        .flat_map(|(property, _)| property.val.as_str().split(','))
        .filter_map(|item| wall(item.split('/').next().unwrap_or(item)))
        .take(limits::ZONE_ONSETS)
        .collect();
    Some(Observance {
        start,
        from,
        to,
        rules,
        dates,
        daylight,
    })
}

fn wall(text: &str) -> Option<Wall> {
    let written = value::date_time(text)?;
    Some(time::midnight(written.day) + written.second.unwrap_or(0))
}
