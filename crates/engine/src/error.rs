use weekwise_model::{Diagnostic, ProfileError, StayError, WorkingHoursError};
use weekwise_store::StoreError;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Nothing in what was given could be read as a calendar.
    #[error("{}", nothing_read(.diagnostics))]
    NothingRead {
        /// What was wrong with each file.
        diagnostics: Vec<Diagnostic>,
    },
    /// Nothing is open.
    #[error("no calendar is open")]
    NothingOpen,
    /// No occurrence has this UID.
    #[error("no event has the UID “{0}”")]
    NoSuchEvent(String),
    /// Neither an ask, nor advice, plan or Meetings has this id.
    #[error("neither that week's advice nor the plan says this (any more)")]
    NoSuchAdvice,
    /// The event has no instance then.
    #[error("the event “{uid}” has no instance at {at}")]
    NoSuchInstance {
        /// The UID asked for.
        uid: String,
        /// The time asked for.
        at: String,
    },
    /// No question has this id, or the question has no such option; the text says which.
    #[error("{0}")]
    NoSuchQuestion(String),
    /// Something that was given as answers is none.
    #[error("these are no answers: {0}")]
    NoAnswers(String),
    /// A period that ends before it starts, or that cannot be read.
    #[error("{0}")]
    Period(String),
    /// A time zone nobody knows.
    #[error("there is no time zone “{0}”; use an IANA name such as Europe/Berlin")]
    Zone(String),
    /// Working hours that make no sense.
    #[error(transparent)]
    Hours(#[from] WorkingHoursError),
    /// A stay in another zone that makes no sense.
    #[error(transparent)]
    Stay(#[from] StayError),
    /// A focus length that is too short or too long.
    #[error("the focus length is 60 to 240 minutes, not {0}")]
    FocusLength(u32),
    /// Something that holds titles or names was to be changed while those are hidden.
    #[error("titles and names are hidden; show them to change this")]
    Hidden,
    /// The address of a model leads to another computer, or is none.
    #[error(transparent)]
    Model(#[from] weekwise_subscribe::NotHere),
    /// A model that may be asked and has no name.
    #[error(
        "say what the model is called, as the program that runs it does: qwen3:8b, for example"
    )]
    NamelessModel,
    /// A model was to be asked, and that is not switched on.
    #[error("asking a model on this computer is switched off; Settings has the switch")]
    ModelOff,
    /// A profile that does not exist or is not valid.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// A calendar was named by a name that several have.
    #[error(
        "several calendars are called so; say which by its number, or give them different names"
    )]
    SeveralCalendars,
    /// Something was said about calendars that are not in the library.
    #[error(
        "this is not kept, because what is open is not in the library; import a calendar of yours first"
    )]
    NotKept,
    /// A calendar could not be fetched; the text says what to do.
    #[error("{0}")]
    Subscription(String),
    /// The import was cancelled; nothing was changed.
    #[error("the import was cancelled; the library is as it was before")]
    Cancelled,
    /// The machine has no folder for data, and none was given.
    #[error(
        "there is no folder for data on this machine; say where the library shall lie with --data or WEEKWISE_DATA"
    )]
    NoDataFolder,
    /// An export of the library that cannot be read.
    #[error("this is no export of a Weekwise library: {0}")]
    NoExport(String),
    /// An answer could not be written to where it should go.
    #[error("the answer could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// The library could not be read or written.
    #[error(transparent)]
    Library(StoreError),
    /// Something that should not happen, in words that hold no name.
    #[error("{0}")]
    Internal(String),
    /// The counting failed.
    #[error("counting failed: {0}")]
    Analyze(#[from] weekwise_analyze::AnalyzeError),
}

impl EngineError {
    /// A stable name for programs. The window switches on it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NothingRead { .. } => "nothing_read",
            Self::NothingOpen => "nothing_open",
            Self::NoSuchEvent(_) | Self::NoSuchInstance { .. } => "no_such_event",
            Self::NoSuchAdvice => "no_such_advice",
            Self::NoSuchQuestion(_) => "no_such_question",
            Self::NoAnswers(_) => "no_answers",
            Self::Period(_)
            | Self::Zone(_)
            | Self::Hours(_)
            | Self::Stay(_)
            | Self::FocusLength(_)
            | Self::Model(_)
            | Self::NamelessModel
            | Self::ModelOff
            | Self::Profile(_) => "bad_settings",
            Self::Hidden => "hidden",
            Self::Subscription(_) => "subscription",
            Self::Cancelled => "cancelled",
            Self::NotKept => "not_kept",
            Self::NoDataFolder | Self::NoExport(_) | Self::SeveralCalendars | Self::Library(_) => {
                "library"
            }
            Self::Analyze(_) | Self::Write(_) | Self::Internal(_) => "internal",
        }
    }

    /// The same without the names of files, calendars and events.
    #[must_use]
    pub fn without_names(self) -> Self {
        match self {
            Self::NothingRead { mut diagnostics } => {
                for diagnostic in &mut diagnostics {
                    "a file".clone_into(&mut diagnostic.file);
                    diagnostic.uid = None;
                }
                Self::NothingRead { diagnostics }
            }
            Self::NoSuchEvent(_) => Self::NoSuchEvent("…".to_owned()),
            Self::NoSuchInstance { at, .. } => Self::NoSuchInstance {
                uid: "…".to_owned(),
                at,
            },
            other => other,
        }
    }

    /// What was wrong with the files, where that is the reason.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::NothingRead { diagnostics } => diagnostics,
            _ => &[],
        }
    }
}

impl From<StoreError> for EngineError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cancelled => Self::Cancelled,
            other => Self::Library(other),
        }
    }
}

/// The first reason is the message; the others are listed with it wherever there is room.
fn nothing_read(diagnostics: &[Diagnostic]) -> String {
    match diagnostics.first() {
        Some(first) => format!("nothing could be read: {}: {}", first.file, first.problem),
        None => "nothing could be read: there was no file".to_owned(),
    }
}
