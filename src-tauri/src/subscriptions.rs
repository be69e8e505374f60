//! Calendars that are fetched while the window is open.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::{Desk, subscribed_host};
use weekwise_model::{Library, Subscription};

use crate::asking::{Answer, asked, told};
use crate::{dialog, events};

/// How often the schedule is looked at. Asking the servers is much rarer.
const LOOK: Duration = Duration::from_mins(1);

/// Fetches a calendar from an address, and goes on doing so; `None` where the user says no. The address is a secret: it
/// goes to the keyring.
///
/// The user is asked outside the page, with the host by its name: whatever got hold of the page opens no connection.
#[tauri::command]
pub(crate) async fn subscribe(
    app: AppHandle<Wry>,
    address: String,
) -> Answer<Option<Subscription>> {
    let host = match subscribed_host(&address) {
        Ok(host) => host,
        Err(error) => return asked(app, |_| Err(error)).await,
    };
    if !dialog::confirm_subscription(&app, &host).await {
        return asked(app, |_| Ok(None)).await;
    }
    asked(app, move |desk| desk.subscribe(&address).map(Some)).await
}

/// Ends a subscription; what came stays.
#[tauri::command]
pub(crate) async fn unsubscribe(app: AppHandle<Wry>, id: String) -> Answer<Library> {
    asked(app, move |desk| desk.unsubscribe(&id)).await
}

/// Fetches a calendar now.
#[tauri::command]
pub(crate) async fn refresh(app: AppHandle<Wry>, id: String) -> Answer<Library> {
    asked(app, move |desk| {
        desk.refresh(&id, &AtomicBool::new(false))?;
        desk.library()
    })
    .await
}

/// Fetches what is due, again and again, until the program ends.
pub(crate) async fn keep_fresh(app: AppHandle<Wry>) {
    let mut often = tokio::time::interval(LOOK);
    loop {
        often.tick().await;
        let at_work = app.clone();
        // A library that cannot be asked is told where it is opened, and a calendar that cannot be fetched beside it.
        let _ = tauri::async_runtime::spawn_blocking(move || refresh_due(&at_work)).await;
    }
}

fn refresh_due(app: &AppHandle<Wry>) {
    let desk = app.state::<Desk>();
    for id in desk.due_subscriptions(chance()).unwrap_or_default() {
        if let Ok(true) = desk.refresh(&id, &AtomicBool::new(false))
            && let Ok(library) = told(desk.library(), &desk)
        {
            events::changed(app, library);
        }
    }
}

/// A number from 0 to 1 that is another on every computer.
fn chance() -> f64 {
    let drawn = RandomState::new().build_hasher().finish() >> 32;
    f64::from(u32::try_from(drawn).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
}
