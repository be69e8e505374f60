use crate::EngineError;
use crate::stored::StoredLibrary;

impl StoredLibrary {
    /// Takes back the last thing the user did, and says what it was; `None` where there is nothing.
    pub fn undo(&mut self) -> Result<Option<String>, EngineError> {
        Ok(self.store.undo()?.map(|line| line.label))
    }

    /// Does again what was taken back last, and says what it was; `None` where there is nothing.
    pub fn redo(&mut self) -> Result<Option<String>, EngineError> {
        Ok(self.store.redo()?.map(|line| line.label))
    }
}
