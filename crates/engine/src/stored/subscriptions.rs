//! Calendars that are fetched. The list of them and what came is in the library; the secret addresses are in the keyring.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use weekwise_ical::Progress;
use weekwise_model::{ImportSummary, Subscription, wall};
use weekwise_store::{CalendarKey, Store};
use weekwise_subscribe::{
    Address, FetchError, Fetched, Fetcher, History, Problem, Schedule, SecretError, Secrets,
    Validators,
};

use crate::stored::{Destination, StoredLibrary};
use crate::{Clock, EngineError, Source};

/// The list of subscriptions, as one setting of the library.
const LIST: &str = "subscriptions";

/// What fetches: the network, the keyring, and what happened since the program started.
pub struct Subscriptions {
    fetcher: Fetcher,
    secrets: Box<dyn Secrets>,
    schedule: Schedule,
    seen: Mutex<SinceStart>,
}

#[derive(Default)]
struct SinceStart {
    histories: BTreeMap<String, History>,
    /// Addresses the keyring did not take.
    until_close: BTreeSet<String>,
}

/// A subscription in the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Listed {
    id: String,
    host: String,
}

/// What is known about what came last. Written beside the user's actions: there is nothing to undo in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct LastFetch {
    calendar: Option<i64>,
    etag: Option<String>,
    last_modified: Option<String>,
    fetched_at: Option<DateTime<Utc>>,
    tried_at: Option<DateTime<Utc>>,
    problem: Option<String>,
    /// How often the calendar that came last wants to be fetched, in seconds.
    wanted_seconds: Option<u64>,
}

impl LastFetch {
    fn wanted_interval(&self) -> Option<Duration> {
        self.wanted_seconds.map(Duration::from_secs)
    }
}

/// What is to be asked for, without the library: fetching takes its time.
pub struct Asking {
    id: String,
    address: Address,
    validators: Validators,
}

/// What was answered.
pub struct Answered {
    id: String,
    /// The host asked, before redirects.
    host: String,
    answer: Result<Fetched, FetchError>,
}

impl Subscriptions {
    /// Fetches with `fetcher` and keeps addresses in `secrets`.
    pub fn new(fetcher: Fetcher, secrets: Box<dyn Secrets>) -> Self {
        Self {
            fetcher,
            secrets,
            schedule: Schedule::default(),
            seen: Mutex::default(),
        }
    }

    /// Fetches what is asked for. Blocks until it is there, failed, or was cancelled.
    pub fn fetch(&self, asking: Asking, is_cancelled: &AtomicBool) -> Answered {
        let answer = self.fetcher.fetch(
            &asking.address,
            &asking.validators,
            is_cancelled,
            &mut |_| {},
        );
        Answered {
            id: asking.id,
            host: asking.address.host().to_owned(),
            answer,
        }
    }

    /// Forgets the addresses of subscriptions that are in no library any more.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] where one may still be in the keyring; the others are forgotten all the same.
    pub fn forget(&self, ids: &[String]) -> Result<(), EngineError> {
        let mut result = Ok(());
        for id in ids {
            self.seen().until_close.remove(id);
            result = result.and(self.secrets.forget(id));
        }
        result.map_err(|error| refused(&error))
    }

    fn seen(&self) -> MutexGuard<'_, SinceStart> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, id: &str, address: &Address) {
        let kept = self.secrets.keep(id, address);
        let mut seen = self.seen();
        if kept.is_err() {
            seen.until_close.insert(id.to_owned());
        } else {
            seen.until_close.remove(id);
        }
    }
}

/// The host that an address of a subscription names; it may be shown, the rest is a secret.
///
/// # Errors
/// [`EngineError::Subscription`] where that is no address of a calendar.
pub fn subscribed_host(address: &str) -> Result<String, EngineError> {
    Ok(address_of(address)?.host().to_owned())
}

fn address_of(text: &str) -> Result<Address, EngineError> {
    text.parse()
        .map_err(|error: weekwise_subscribe::AddressError| refused(&error))
}

impl StoredLibrary {
    /// A new subscription to an address, not in the library yet: it is kept once it has been fetched.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] where that is no address of a calendar.
    pub fn ask_new(&self, address: &str, clock: &Clock) -> Result<Asking, EngineError> {
        let address = address_of(address)?;
        let mut number = clock.now().timestamp();
        let listed = self.listed()?;
        while listed.iter().any(|s| s.id == number.to_string()) {
            number += 1;
        }
        Ok(Asking {
            id: number.to_string(),
            address,
            validators: Validators::default(),
        })
    }

    /// Keeps a new subscription that was answered, and what came, as one action after the other.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] with what went wrong and what to do; then there is no subscription.
    pub fn subscribe(
        &mut self,
        address: &str,
        answered: Answered,
        subscriptions: &Subscriptions,
        clock: &Clock,
    ) -> Result<Subscription, EngineError> {
        if let Err(error) = &answered.answer {
            return Err(refused(error));
        }
        let address = address_of(address)?;
        let (id, host) = (answered.id.clone(), answered.host.clone());
        let mut listed = self.listed()?;
        listed.push(Listed {
            id: id.clone(),
            host: host.clone(),
        });
        self.store
            .act(&format!("Subscribe to {host}"), clock.now(), |act| {
                act.set_setting(LIST, &listed)
            })?;
        subscriptions.keep(&id, &address);
        self.take(answered, subscriptions, clock)?;
        self.subscriptions(subscriptions)?
            .into_iter()
            .find(|subscription| subscription.id == id)
            .ok_or_else(|| EngineError::Subscription("it is gone again".to_owned()))
    }

    /// Ends a subscription. What came stays in the library.
    pub fn unsubscribe(
        &mut self,
        id: &str,
        subscriptions: &Subscriptions,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let mut listed = self.listed()?;
        let Some(place) = listed.iter().position(|s| s.id == id) else {
            return Ok(());
        };
        let Listed { host, .. } = listed.remove(place);
        self.store.act(
            &format!("End the subscription to {host}"),
            clock.now(),
            |act| act.set_setting(LIST, &listed),
        )?;
        // Undo brings the subscription back, not its secret: it will say that the address is needed again.
        subscriptions.secrets.forget(id).map_err(|e| refused(&e))
    }

    /// What is to be asked for anew. `None` where it is no longer subscribed to.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] where its address is not known any more.
    pub fn ask_again(
        &mut self,
        id: &str,
        subscriptions: &Subscriptions,
        clock: &Clock,
    ) -> Result<Option<Asking>, EngineError> {
        if !self.listed()?.iter().any(|s| s.id == id) {
            return Ok(None);
        }
        let mut came = self.came(id)?;
        let known = subscriptions.secrets.read(id);
        let address = match known {
            Ok(Some(address)) => address,
            Ok(None) => return Err(self.without_address(id, &mut came, None, clock)),
            Err(error) => return Err(self.without_address(id, &mut came, Some(&error), clock)),
        };
        Ok(Some(Asking {
            id: id.to_owned(),
            address,
            validators: Validators {
                etag: came.etag,
                last_modified: came.last_modified,
            },
        }))
    }

    fn without_address(
        &mut self,
        id: &str,
        came: &mut LastFetch,
        error: Option<&SecretError>,
        clock: &Clock,
    ) -> EngineError {
        let why = match error {
            Some(error) => error.to_string(),
            None => {
                "its address is not in the keyring any more; end the subscription and add it anew"
                    .to_owned()
            }
        };
        came.problem = Some(why.clone());
        came.tried_at = Some(clock.now());
        match self.store.note(&note(id), came) {
            Ok(()) => EngineError::Subscription(why),
            Err(error) => error.into(),
        }
    }

    /// Takes what was answered: a changed calendar is imported. `None` where nothing is new.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] with what went wrong and what to do; it is remembered as well.
    pub fn take(
        &mut self,
        answered: Answered,
        subscriptions: &Subscriptions,
        clock: &Clock,
    ) -> Result<Option<ImportSummary>, EngineError> {
        let Answered { id, host, answer } = answered;
        let now = clock.now();
        let mut came = self.came(&id)?;
        let mut history = self.history_of(&id, subscriptions)?;
        let result = match answer {
            Ok(Fetched::Unchanged { moved }) => {
                if let Some(address) = moved {
                    subscriptions.keep(&id, &address);
                }
                Ok(None)
            }
            Ok(Fetched::New(new)) => {
                if let Some(address) = &new.moved {
                    subscriptions.keep(&id, address);
                }
                let imported = self.import_fetched(&host, came.calendar, new.bytes, clock);
                if let Ok((summary, wanted)) = &imported {
                    came.wanted_seconds = wanted.map(|wanted| wanted.as_secs());
                    came.etag = new.validators.etag;
                    came.last_modified = new.validators.last_modified;
                    came.calendar = summary.calendars.first().map(|calendar| calendar.key);
                }
                imported.map(|(summary, _)| Some(summary))
            }
            Err(error) => {
                if error.problem == Problem::Cancelled {
                    return Err(EngineError::Cancelled);
                }
                history.fail(&error.problem, now);
                Err(refused(&error))
            }
        };
        came.tried_at = Some(now);
        match &result {
            Ok(_) => {
                // A calendar that does not ask any more is fetched as often as any other.
                history.wanted_interval = came.wanted_interval();
                history.succeed(None, now);
                came.fetched_at = Some(now);
                came.problem = None;
            }
            Err(error) => came.problem = Some(error.to_string()),
        }
        subscriptions.seen().histories.insert(id.clone(), history);
        self.store.note(&note(&id), &came)?;
        result
    }

    fn import_fetched(
        &mut self,
        host: &str,
        calendar: Option<i64>,
        bytes: Vec<u8>,
        clock: &Clock,
    ) -> Result<(ImportSummary, Option<Duration>), EngineError> {
        let known = self.store.calendars()?;
        // A subscription is its own calendar, whatever it is called and holds.
        let destination = calendar
            .filter(|key| known.iter().any(|calendar| calendar.key.0 == *key))
            .map_or(Destination::New, Destination::Calendar);
        let source = Source::Bytes {
            name: host.to_owned(),
            bytes,
        };
        self.import_fetched_as(source, destination, clock, &Progress::default())
    }

    /// The subscriptions that should be asked for now. `jitter` is a random number from 0 to 1.
    pub fn due_subscriptions(
        &self,
        subscriptions: &Subscriptions,
        jitter: f64,
        clock: &Clock,
    ) -> Result<Vec<String>, EngineError> {
        let mut histories = Vec::new();
        for listed in self.listed()? {
            let history = self.history_of(&listed.id, subscriptions)?;
            histories.push((listed.id, history));
        }
        let asked = histories.iter().map(|(id, history)| (id.clone(), history));
        Ok(subscriptions.schedule.due(asked, jitter, clock.now()))
    }

    /// The subscriptions, as the Sources screen shows them.
    pub fn subscriptions(
        &self,
        subscriptions: &Subscriptions,
    ) -> Result<Vec<Subscription>, EngineError> {
        let zone: Tz = self.zone()?;
        let mut shown = Vec::new();
        for Listed { id, host } in self.listed()? {
            let came = self.came(&id)?;
            let history = self.history_of(&id, subscriptions)?;
            let due_at = subscriptions.schedule.due_at(&history, 0.0);
            let every_minutes = came
                .wanted_interval()
                .map(|wanted| minutes(Schedule::bounded(wanted)));
            shown.push(Subscription {
                host,
                calendar: came.calendar,
                fetched_at: came.fetched_at.map(|at| wall(at, zone)),
                due_at: due_at.map(|at| wall(at, zone)),
                problem: came.problem,
                every_minutes,
                until_close: subscriptions.seen().until_close.contains(&id),
                id,
            });
        }
        Ok(shown)
    }

    /// What happened since the program started; else what the library knows from before.
    fn history_of(&self, id: &str, subscriptions: &Subscriptions) -> Result<History, EngineError> {
        let seen = subscriptions.seen().histories.get(id).copied();
        if let Some(history) = seen {
            return Ok(history);
        }
        let came = self.came(id)?;
        Ok(History {
            last_try: came.tried_at,
            wanted_interval: came.wanted_interval(),
            ..History::default()
        })
    }

    /// What names the subscriptions of the library.
    pub fn subscription_ids(&self) -> Result<Vec<String>, EngineError> {
        Ok(self.listed()?.into_iter().map(|listed| listed.id).collect())
    }

    /// Those of the library in this folder, where it can be read. Only looks.
    pub fn subscription_ids_in(folder: &Path, clock: &Clock) -> Vec<String> {
        if !Self::is_in(folder) {
            return Vec::new();
        }
        Store::open(folder, clock.now())
            .ok()
            .and_then(|(store, _)| Self::in_folder(store, folder).subscription_ids().ok())
            .unwrap_or_default()
    }

    /// The calendars that subscriptions brought.
    pub(super) fn subscribed_calendars(&self) -> Result<Vec<CalendarKey>, EngineError> {
        let mut calendars = Vec::new();
        for Listed { id, .. } in self.listed()? {
            calendars.extend(self.came(&id)?.calendar.map(CalendarKey));
        }
        Ok(calendars)
    }

    fn listed(&self) -> Result<Vec<Listed>, EngineError> {
        Ok(self.store.setting(LIST)?.unwrap_or_default())
    }

    fn came(&self, id: &str) -> Result<LastFetch, EngineError> {
        Ok(self.store.setting(&note(id))?.unwrap_or_default())
    }
}

/// The setting that says what came.
fn note(id: &str) -> String {
    format!("subscription {id}")
}

/// Whole minutes.
fn minutes(interval: Duration) -> u32 {
    u32::try_from(interval.as_secs() / 60).unwrap_or(u32::MAX)
}

fn refused(error: &impl ToString) -> EngineError {
    EngineError::Subscription(error.to_string())
}
