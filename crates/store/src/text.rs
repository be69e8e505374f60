//! How values are written as text.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use weekwise_model::InstanceId;

use crate::{Result, StoreError};

/// RFC 3339 in UTC, as exact as the clock.
pub(crate) fn of_instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

pub(crate) fn instant(text: &str) -> Result<DateTime<Utc>> {
    text.parse().map_err(|_| StoreError::Unreadable("a time"))
}

/// RFC 3339 in UTC or `YYYY-MM-DD`: both sort by time.
pub(crate) fn of_instance(id: InstanceId) -> String {
    match id {
        InstanceId::Instant(at) => of_instant(at),
        InstanceId::Date(day) => day.to_string(),
    }
}

pub(crate) fn instance(text: &str) -> Result<InstanceId> {
    match text.parse::<NaiveDate>() {
        Ok(day) => Ok(InstanceId::Date(day)),
        Err(_) => Ok(InstanceId::Instant(instant(text)?)),
    }
}

pub(crate) fn of_json<T: Serialize + ?Sized>(value: &T, what: &'static str) -> Result<String> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable(what))
}

pub(crate) fn json<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable(what))
}

/// The word serde has for a unit variant: `deep_work`.
pub(crate) fn of_word<T: Serialize>(value: T, what: &'static str) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Unreadable(what)),
    }
}

pub(crate) fn word<T: DeserializeOwned>(text: String, what: &'static str) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(text))
        .map_err(|_| StoreError::Unreadable(what))
}
