use std::process::ExitCode;

/// How a command went (product.md section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Done, but events were left out; the diagnostics say which.
    LeftOut,
    /// The arguments make no sense.
    BadArguments,
    /// Nothing could be read.
    NothingRead,
}

impl Exit {
    /// The number the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::LeftOut => 1,
            Self::BadArguments => 2,
            Self::NothingRead => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
