use weekwise_engine::EngineError;

/// The longest message: whatever an assistant sent is repeated in part at most.
const LONGEST: usize = 600;

/// Why a tool has no answer, in words an assistant can act on. No file, no title, no address is named.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// Nothing has been imported.
    #[error(
        "there is no calendar yet. The user imports one in the Weekwise window or with `weekwise import FILES`; a server can \
         also be started with files (`weekwise mcp work.ics`) or with `--demo`"
    )]
    NoLibrary,
    /// Arguments that make no sense.
    #[error("{0}")]
    Arguments(String),
    /// The calendars have no such event.
    #[error(
        "no event has the id “{0}”: it is mistyped, or the event is not in the calendar any more. `series` and `report` tell \
         the ids there are"
    )]
    NoSuchEvent(String),
    /// The event is not held then.
    #[error("the event “{id}” has no instance at {at}; leave `at` out for the one nearest to now")]
    NoSuchInstance {
        /// The id asked for.
        id: String,
        /// The time asked for.
        at: String,
    },
    /// A library that cannot be used.
    #[error(
        "the library cannot be read now. The Weekwise window says why; `weekwise backups` lists the copies there are"
    )]
    Library,
    /// Anything else the engine says, without names.
    #[error("{0}")]
    Engine(EngineError),
    /// The client does not want the answer any more.
    #[error("the call was cancelled")]
    Cancelled,
    /// Something that should not happen.
    #[error("this answer could not be made; other questions may work")]
    Internal,
}

impl From<EngineError> for Trouble {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::NoSuchEvent(id) => Self::NoSuchEvent(id),
            EngineError::NoSuchInstance { uid, at } => Self::NoSuchInstance { id: uid, at },
            EngineError::Library(_) | EngineError::NoDataFolder => Self::Library,
            other => Self::Engine(other.without_names()),
        }
    }
}

impl Trouble {
    /// The message, of bounded length and without what cannot be seen.
    pub(crate) fn message(&self) -> String {
        let message = self.to_string();
        weekwise_model::visible(&message)
            .chars()
            .take(LONGEST)
            .collect()
    }
}
