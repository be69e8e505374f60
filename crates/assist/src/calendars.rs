use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use chrono::NaiveDate;
use weekwise_engine::{Clock, EngineError, Opened, SettingsChange, Source, Stamp, StoredLibrary};
use weekwise_model::{AnswerRequest, AnswerView, Answerer, RefusedAnswer};

use crate::trouble::Trouble;
use crate::veiled::Book;

/// Which calendars are asked about.
#[derive(Debug, Clone)]
pub enum Calendars {
    /// Those of the library in this folder, as they are whenever a question comes.
    Library(PathBuf),
    /// Files, folders and zips. They are only read, again where they have changed.
    Files(Vec<PathBuf>),
    /// The demo calendar.
    Demo,
}

/// What a server is started with.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Which calendars.
    pub calendars: Calendars,
    /// Settings in the place of the library's, as long as the server runs.
    pub change: SettingsChange,
    /// Whether titles and names may be told, in the field that says who wrote them.
    pub titles: bool,
    /// Whether the assistant may answer questions; its answers are kept in the library, under its name.
    pub answers: bool,
}

/// What is asked, read when it is first needed and again when it has changed.
pub(crate) struct Shelf {
    wanted: Wanted,
    clock: Clock,
    held: Mutex<Option<(State, Arc<Book>)>>,
}

/// How something looked when it was read.
#[derive(Debug, PartialEq)]
enum State {
    Library(Stamp),
    Files(Vec<Option<(u64, SystemTime)>>),
    /// The demo is written for a day.
    Demo(NaiveDate),
}

impl Shelf {
    pub(crate) fn new(wanted: Wanted, clock: Clock) -> Self {
        Self {
            wanted,
            clock,
            held: Mutex::default(),
        }
    }

    /// The calendars as they are now.
    ///
    /// # Errors
    /// [`Trouble::NoLibrary`], and what keeps calendars from being read.
    pub(crate) fn book(&self) -> Result<Arc<Book>, Trouble> {
        // Reading that failed half-way left nothing behind.
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        // Before reading, so that what changes meanwhile is seen the next time.
        let now = self.state();
        if let Some((then, book)) = &*held
            && *then == now
        {
            return Ok(Arc::clone(book));
        }
        // What is not true any more is not told either.
        *held = None;
        let opened = self.read()?;
        let book = Arc::new(Book::new(opened, self.wanted.titles, self.clock));
        *held = Some((now, Arc::clone(&book)));
        Ok(book)
    }

    /// Whether answers may be given and are kept.
    pub(crate) fn takes_answers(&self) -> bool {
        self.wanted.answers && matches!(self.wanted.calendars, Calendars::Library(_))
    }

    /// Keeps answers in the library, all of them as one step. One that makes no sense is refused; the others hold.
    ///
    /// # Errors
    /// [`Trouble::NoLibrary`], and what keeps the library from being written.
    pub(crate) fn keep(
        &self,
        requests: &[AnswerRequest],
        who: &Answerer,
    ) -> Result<(Vec<AnswerView>, Vec<RefusedAnswer>), Trouble> {
        let Calendars::Library(folder) = &self.wanted.calendars else {
            return Err(Trouble::NoLibrary);
        };
        if !StoredLibrary::is_in(folder) {
            return Err(Trouble::NoLibrary);
        }
        let mut library = StoredLibrary::open(folder, &self.clock)?;
        Ok(library.answer(requests, who, &self.clock)?)
    }

    /// How the user would call what is asked about.
    pub(crate) fn calendars(&self) -> &'static str {
        match self.wanted.calendars {
            Calendars::Library(_) => "the user's library",
            Calendars::Files(_) => "calendar files the user named",
            Calendars::Demo => "the demo calendar, of a person who does not exist",
        }
    }

    fn state(&self) -> State {
        match &self.wanted.calendars {
            Calendars::Library(folder) => State::Library(Stamp::of(folder)),
            Calendars::Files(files) => State::Files(files.iter().map(|file| looks(file)).collect()),
            Calendars::Demo => State::Demo(self.clock.today(Clock::machine_zone())),
        }
    }

    fn read(&self) -> Result<Opened, Trouble> {
        let (change, clock) = (&self.wanted.change, &self.clock);
        let source = match &self.wanted.calendars {
            Calendars::Library(folder) => {
                if !StoredLibrary::is_in(folder) {
                    return Err(Trouble::NoLibrary);
                }
                // Closed again when this returns: an open library cannot be replaced by a backup.
                return match StoredLibrary::open(folder, clock)?.read(change) {
                    Err(EngineError::NothingOpen) => Err(Trouble::NoLibrary),
                    read => Ok(read?),
                };
            }
            Calendars::Files(files) => Source::Paths(files.clone()),
            Calendars::Demo => Source::Demo,
        };
        Ok(Opened::read(source, change, clock)?)
    }
}

fn looks(file: &Path) -> Option<(u64, SystemTime)> {
    let found = file.metadata().ok()?;
    Some((found.len(), found.modified().ok()?))
}
