//! How often a series repeats, in words.

use weekwise_model::Recurrence;

/// `every week on Tuesday`, `every 2 weeks`, `every month`; `None` for a series made of dates only.
pub(crate) fn cadence(recurrence: &Recurrence) -> Option<String> {
    let rule = recurrence.rules.first()?.to_ascii_uppercase();
    let part = |name: &str| {
        rule.split(';').find_map(|part| {
            part.trim()
                .strip_prefix(name)?
                .strip_prefix('=')
                .map(str::trim)
        })
    };
    let unit = match part("FREQ")? {
        "DAILY" => "day",
        "WEEKLY" => "week",
        "MONTHLY" => "month",
        "YEARLY" => "year",
        "HOURLY" => "hour",
        "MINUTELY" => "minute",
        _ => "second",
    };
    let days: Vec<&str> = part("BYDAY")
        .into_iter()
        .flat_map(|days| days.split(','))
        .filter_map(day)
        .collect();
    let interval: u32 = part("INTERVAL")
        .and_then(|text| text.parse().ok())
        .unwrap_or(1);
    let every = match (unit, interval, days.as_slice()) {
        ("week", 1, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) => {
            return Some("every weekday".to_owned());
        }
        (_, 0 | 1, _) => format!("every {unit}"),
        (_, n, _) => format!("every {n} {unit}s"),
    };
    // An ordinal (“2TU”) is not read by `day`, so a monthly rule by weekday stays “every month”.
    match (unit, days.split_last()) {
        ("week", Some((only, []))) => Some(format!("{every} on {only}")),
        ("week", Some((last, others))) => {
            Some(format!("{every} on {} and {last}", others.join(", ")))
        }
        _ => Some(every),
    }
}

fn day(code: &str) -> Option<&'static str> {
    Some(match code.trim() {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        "SU" => "Sunday",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use weekwise_model::Span;

    fn words(rule: &str) -> Option<String> {
        let day = chrono::NaiveDate::default();
        let first = Span::AllDay {
            start: day,
            end: day,
        };
        cadence(&Recurrence {
            rules: vec![rule.to_owned()],
            first,
            endless: true,
        })
    }

    #[test]
    fn a_rule_reads_as_people_say_it() {
        for (rule, said) in [
            ("FREQ=WEEKLY;BYDAY=TU", "every week on Tuesday"),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
                "every 2 weeks on Monday, Wednesday and Friday",
            ),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
            ("FREQ=MONTHLY;BYDAY=2TU", "every month"),
            ("freq=daily;interval=3", "every 3 days"),
        ] {
            assert_eq!(words(rule).as_deref(), Some(said));
        }
        assert_eq!(words("INTERVAL=2"), None);
    }
}
