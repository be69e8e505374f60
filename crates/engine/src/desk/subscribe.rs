//! Calendars that are fetched. The desk is free meanwhile: servers take their time.

use std::sync::atomic::AtomicBool;

use weekwise_model::{Library, Subscription};

use crate::EngineError;
use crate::desk::Desk;

impl Desk {
    /// Fetches from a new address, and remembers it where that went well.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] with what went wrong and what to do; then there is no subscription.
    pub fn subscribe(&self, address: &str) -> Result<Subscription, EngineError> {
        let asking = self.ask_library(|stored, clock| stored.ask_new(address, clock))?;
        let answered = self.subscriptions.fetch(asking, &AtomicBool::new(false));
        let mut subscription = None;
        self.change_library(|stored, clock| {
            subscription = Some(stored.subscribe(address, answered, &self.subscriptions, clock)?);
            Ok(())
        })?;
        subscription.ok_or(EngineError::NothingOpen)
    }

    /// Ends a subscription; what came stays.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] where its address cannot be forgotten.
    pub fn unsubscribe(&self, id: &str) -> Result<Library, EngineError> {
        self.change_library(|stored, clock| stored.unsubscribe(id, &self.subscriptions, clock))
    }

    /// Fetches one subscription; says whether something new came.
    ///
    /// # Errors
    /// [`EngineError::Subscription`] with what went wrong and what to do; it is remembered as well.
    pub fn refresh(&self, id: &str, is_cancelled: &AtomicBool) -> Result<bool, EngineError> {
        let asking = {
            let mut contents = self.change();
            let stored = contents.on.stored_mut().ok_or(EngineError::NothingOpen)?;
            stored.ask_again(id, &self.subscriptions, &self.clock)?
        };
        let Some(asking) = asking else {
            return Ok(false);
        };
        let answered = self.subscriptions.fetch(asking, is_cancelled);
        let _alone = self.alone();
        let mut library = self.library_again()?;
        let summary = library.take(answered, &self.subscriptions, &self.clock)?;
        let is_new = summary.is_some_and(|s| s.calendars.iter().any(|c| !c.identical));
        if is_new {
            self.reread_where_shown(&library)?;
            self.follow_asks()?;
        }
        Ok(is_new)
    }

    /// The subscriptions that should be asked for now. `jitter`: a random number from 0 to 1.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is no library.
    pub fn due_subscriptions(&self, jitter: f64) -> Result<Vec<String>, EngineError> {
        self.ask_library(|stored, clock| {
            stored.due_subscriptions(&self.subscriptions, jitter, clock)
        })
    }
}
