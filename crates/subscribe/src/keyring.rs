//! The keyring of the system: the Secret Service on Linux, the keychain on macOS, the Credential Manager on Windows.

use std::fmt;
use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};

use crate::address::Address;
use crate::secrets::{InMemory, KeyringFault, SecretError, Secrets};

/// What our entries are filed under; somebody who looks into the keyring reads it.
const SERVICE: &str = "weekwise-subscription";

/// Keeps addresses in the keyring of the system. What it does not take is remembered until the program ends.
///
/// The keyring is looked for anew at each call: a desktop may start or unlock it late, and calls are rare.
pub struct SystemKeyring {
    open: fn() -> keyring_core::Result<Arc<CredentialStore>>,
    memory: InMemory,
}

impl SystemKeyring {
    /// Does not touch the keyring yet.
    pub fn new() -> Self {
        Self {
            open: system_store,
            memory: InMemory::new(),
        }
    }

    fn entry(&self, id: &str) -> Result<Entry, KeyringFault> {
        let store = (self.open)().map_err(|_| KeyringFault::Missing)?;
        store
            .build(SERVICE, id, None)
            .map_err(|error| fault(&error))
    }
}

impl Default for SystemKeyring {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for SystemKeyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SystemKeyring")
            .field("memory", &self.memory)
            .finish_non_exhaustive()
    }
}

impl Secrets for SystemKeyring {
    fn keep(&self, id: &str, address: &Address) -> Result<(), SecretError> {
        let kept = self.entry(id).and_then(|entry| {
            entry
                // As bytes: a password would take twice the room on Windows, and not fit.
                .set_secret(address.reveal().as_bytes())
                .map_err(|error| fault(&error))
        });
        match kept {
            Ok(()) => self.memory.forget(id),
            Err(fault) => {
                self.memory.keep(id, address)?;
                Err(SecretError::NotStored(fault))
            }
        }
    }

    fn read(&self, id: &str) -> Result<Option<Address>, SecretError> {
        if let Some(address) = self.memory.read(id)? {
            return Ok(Some(address));
        }
        match self.entry(id).map_err(SecretError::NotRead)?.get_secret() {
            // The error of the keyring would carry the bytes, so it ends here.
            Ok(bytes) => String::from_utf8(bytes)
                .ok()
                .and_then(|text| text.parse().ok())
                .map_or(Err(SecretError::Damaged), |address| Ok(Some(address))),
            Err(Error::NoEntry) => Ok(None),
            Err(Error::BadEncoding(_) | Error::BadDataFormat(..)) => Err(SecretError::Damaged),
            Err(error) => Err(SecretError::NotRead(fault(&error))),
        }
    }

    fn forget(&self, id: &str) -> Result<(), SecretError> {
        let was_in_memory = self.memory.read(id)?.is_some();
        self.memory.forget(id)?;
        let forgotten = self
            .entry(id)
            .and_then(|entry| match entry.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(fault(&error)),
            });
        match forgotten {
            // It never got there.
            Err(KeyringFault::Missing) if was_in_memory => Ok(()),
            other => other.map_err(SecretError::NotForgotten),
        }
    }
}

/// Only which error it was: its words and bytes come from outside.
fn fault(error: &Error) -> KeyringFault {
    match error {
        Error::NoStorageAccess(_) => KeyringFault::Locked,
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => KeyringFault::Missing,
        _ => KeyringFault::Refused,
    }
}

#[cfg(target_os = "linux")]
fn system_store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(dbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn system_store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn system_store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn system_store() -> keyring_core::Result<Arc<CredentialStore>> {
    Err(Error::NoDefaultStore)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    /// A keyring that works, shared because it is opened at each call; each test takes ids of its own.
    static WORKING: LazyLock<Arc<CredentialStore>> =
        LazyLock::new(|| keyring_core::mock::Store::new().unwrap());

    fn working() -> SystemKeyring {
        SystemKeyring {
            open: || Ok(WORKING.clone()),
            memory: InMemory::new(),
        }
    }

    fn missing() -> SystemKeyring {
        SystemKeyring {
            open: || Err(Error::NoDefaultStore),
            memory: InMemory::new(),
        }
    }

    fn address(path: &str) -> Address {
        format!("https://calendar.example/{path}").parse().unwrap()
    }

    #[test]
    fn an_address_outlives_the_program_in_the_keyring() {
        working().keep("kept", &address("one")).unwrap();
        assert_eq!(working().read("kept"), Ok(Some(address("one"))));
        working().keep("kept", &address("two")).unwrap();
        assert_eq!(working().read("kept"), Ok(Some(address("two"))));
        working().forget("kept").unwrap();
        assert_eq!(working().read("kept"), Ok(None));
        working().forget("kept").unwrap();
    }

    #[test]
    fn without_a_keyring_it_works_until_the_program_ends_and_says_so() {
        let secrets = missing();
        let error = secrets.keep("a", &address("s3cret")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "not stored: there is no keyring; the subscription works until the app closes"
        );
        assert_eq!(secrets.read("a"), Ok(Some(address("s3cret"))));
        assert_eq!(
            missing().read("a"),
            Err(SecretError::NotRead(KeyringFault::Missing))
        );
        assert!(!format!("{secrets:?}").contains("s3cret"));
        secrets.forget("a").unwrap();
        assert_eq!(
            secrets.forget("a"),
            Err(SecretError::NotForgotten(KeyringFault::Missing))
        );
    }

    #[test]
    fn something_else_in_the_keyring_is_not_taken_for_an_address() {
        let entry = WORKING.build(SERVICE, "damaged", None).unwrap();
        entry.set_password("http://s3cret").unwrap();
        assert_eq!(working().read("damaged"), Err(SecretError::Damaged));
        entry.set_secret(&[0xFF, 0xFE, 0xFD]).unwrap();
        assert_eq!(working().read("damaged"), Err(SecretError::Damaged));
    }
}
