use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// Tells the time and the zone. The one place that asks the machine for either.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    fixed: Option<DateTime<Utc>>,
}

impl Clock {
    /// The machine's clock. Where `WEEKWISE_NOW` holds an RFC 3339 instant the clock stands there instead, so that
    /// tests and pictures of the window show the same week every day.
    pub fn system() -> Self {
        let fixed = std::env::var("WEEKWISE_NOW")
            .ok()
            .and_then(|text| text.parse().ok());
        Self { fixed }
    }

    /// A clock that stands still.
    pub fn fixed(now: DateTime<Utc>) -> Self {
        Self { fixed: Some(now) }
    }

    /// Now, in UTC.
    #[expect(clippy::disallowed_methods, reason = "this is the one clock")]
    pub fn now(&self) -> DateTime<Utc> {
        self.fixed.unwrap_or_else(Utc::now)
    }

    /// Today, in a zone.
    pub fn today(&self, zone: Tz) -> NaiveDate {
        self.now().with_timezone(&zone).date_naive()
    }

    /// The zone of the environment variable `TZ`, else the one the machine is set to; UTC where neither is known.
    pub fn machine_zone() -> Tz {
        let known = |name: String| Tz::from_str_insensitive(name.trim_start_matches(':')).ok();
        std::env::var("TZ")
            .ok()
            .and_then(known)
            .or_else(|| iana_time_zone::get_timezone().ok().and_then(known))
            .unwrap_or(Tz::UTC)
    }
}
