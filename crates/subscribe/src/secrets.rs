//! Who keeps the addresses.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use thiserror::Error;

use crate::address::Address;

/// Keeps the secret address of each subscription under its id (any text that is not secret itself, and does not change).
///
/// Calls may block: a locked keyring asks somebody to unlock it.
pub trait Secrets: Send + Sync {
    /// Keeps an address, instead of the one that was kept under this id.
    fn keep(&self, id: &str, address: &Address) -> Result<(), SecretError>;

    /// The address kept under this id; nothing when there is none.
    fn read(&self, id: &str) -> Result<Option<Address>, SecretError>;

    /// Forgets what is kept under this id. Nothing being there is no error.
    fn forget(&self, id: &str) -> Result<(), SecretError>;
}

impl<S: Secrets> Secrets for Arc<S> {
    fn keep(&self, id: &str, address: &Address) -> Result<(), SecretError> {
        (**self).keep(id, address)
    }

    fn read(&self, id: &str) -> Result<Option<Address>, SecretError> {
        (**self).read(id)
    }

    fn forget(&self, id: &str) -> Result<(), SecretError> {
        (**self).forget(id)
    }
}

/// Why the keyring did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyringFault {
    /// The system has none, as on a server without a desktop.
    #[error("there is no keyring")]
    Missing,
    /// Nobody unlocked it.
    #[error("the keyring is locked")]
    Locked,
    /// Something else.
    #[error("the keyring refused")]
    Refused,
}

impl KeyringFault {
    fn advice(self) -> &'static str {
        match self {
            Self::Missing => "paste the address again",
            Self::Locked => "unlock it and try again",
            Self::Refused => "try again, or paste the address again",
        }
    }
}

/// An address could not be kept, read or forgotten. Says nothing of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SecretError {
    /// Not kept for later. Until the program ends, [`Secrets::read`] gives the address all the same.
    #[error("not stored: {0}; the subscription works until the app closes")]
    NotStored(KeyringFault),
    /// Not read.
    #[error(
        "the address of the subscription could not be read: {0}; {advice}", advice = .0.advice()
    )]
    NotRead(KeyringFault),
    /// Not forgotten: it may still be in the keyring.
    #[error("the address may still be in the keyring of this computer: {0}")]
    NotForgotten(KeyringFault),
    /// What was kept is no address.
    #[error("what the keyring holds for the subscription is no address; paste the address again")]
    Damaged,
}

/// Remembers addresses until the program ends: for tests, and for computers without a keyring.
#[derive(Debug, Default)]
pub struct InMemory(Mutex<HashMap<String, Address>>);

impl InMemory {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    fn with<T>(&self, act: impl FnOnce(&mut HashMap<String, Address>) -> T) -> T {
        // No step in between leaves the map half changed.
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Secrets for InMemory {
    fn keep(&self, id: &str, address: &Address) -> Result<(), SecretError> {
        self.with(|kept| kept.insert(id.to_owned(), address.clone()));
        Ok(())
    }

    fn read(&self, id: &str) -> Result<Option<Address>, SecretError> {
        Ok(self.with(|kept| kept.get(id).cloned()))
    }

    fn forget(&self, id: &str) -> Result<(), SecretError> {
        self.with(|kept| kept.remove(id));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_what_to_do() {
        assert_eq!(
            SecretError::NotRead(KeyringFault::Locked).to_string(),
            "the address of the subscription could not be read: the keyring is locked; unlock it and try again"
        );
    }
}
