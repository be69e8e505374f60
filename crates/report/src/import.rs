use weekwise_model::{Backup, ImportSummary, ImportedCalendar, readable};

/// What an import brought, a line for each calendar.
pub fn import_text(summary: &ImportSummary) -> String {
    let summary = &readable(summary.clone());
    let mut text = String::new();
    for calendar in &summary.calendars {
        text.push_str(&format!("{}: {}\n", calendar.name, brought(calendar)));
        if let Some(known) = &calendar.may_be {
            text.push_str(&format!(
                "Is “{}” the same calendar as “{}”? Nothing in the two tells, so both count. If it is: `weekwise join {} {}`\n",
                calendar.name, known.name, calendar.key, known.key
            ));
        }
    }
    text
}

/// The copies of a library that can be restored, newest first.
pub fn backups_text(backups: &[Backup]) -> String {
    if backups.is_empty() {
        return "There is no backup of a library in this data folder.\n".to_owned();
    }
    let lines = backups.iter().map(|backup| {
        // As people count files: a copy of nothing is a tenth of a megabyte all the same.
        let megabytes = backup.bytes as f64 / 1e6;
        format!("{}  {megabytes:.1} MB\n", backup.name)
    });
    lines.collect()
}

fn brought(calendar: &ImportedCalendar) -> String {
    if calendar.identical {
        return "nothing new".to_owned();
    }
    let counts = [
        (calendar.added, "added"),
        (calendar.moved, "moved"),
        (calendar.changed, "changed"),
        (calendar.cancelled, "cancelled"),
        (calendar.removed, "removed"),
        (calendar.still_holding, "kept from earlier imports"),
    ];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let told = if told.is_empty() {
        "no event is different".to_owned()
    } else {
        told.join(", ")
    };
    if calendar.created {
        format!("new calendar, {told}")
    } else {
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> ImportedCalendar {
        ImportedCalendar {
            key: 1,
            name: "Work".to_owned(),
            created: false,
            identical: false,
            added: 0,
            moved: 0,
            changed: 0,
            cancelled: 0,
            removed: 0,
            still_holding: 0,
            may_be: None,
        }
    }

    fn told(calendar: ImportedCalendar) -> String {
        import_text(&ImportSummary {
            calendars: vec![calendar],
            diagnostics: Vec::new(),
        })
    }

    #[test]
    fn only_what_happened_is_told() {
        let new = ImportedCalendar {
            created: true,
            added: 34,
            cancelled: 1,
            ..calendar()
        };
        assert_eq!(told(new), "Work: new calendar, 34 added, 1 cancelled\n");
        let again = ImportedCalendar {
            identical: true,
            ..calendar()
        };
        assert_eq!(told(again), "Work: nothing new\n");
        assert_eq!(told(calendar()), "Work: no event is different\n");
    }
}
