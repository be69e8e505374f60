use std::path::Path;

use weekwise_model::{BlockTrial, Plan, PlanSlot, PlanWishes};

use crate::EngineError;
use crate::desk::Desk;
use crate::desk::contents::OnDesk;

impl Desk {
    /// The plan under these wishes, with what became of the blocks of earlier ones.
    ///
    /// # Errors
    /// As [`Opened::plan`](crate::Opened::plan).
    pub fn plan(&self, wishes: &PlanWishes) -> Result<Plan, EngineError> {
        let contents = self.lock();
        let opened = contents.on.opened().ok_or(EngineError::NothingOpen)?;
        let former = match &contents.on {
            OnDesk::Library(stored, _) => stored.blocks_to_judge()?,
            OnDesk::ReadOnly(_) | OnDesk::Beside(..) => Vec::new(),
        };
        opened.plan_after(wishes, true, &former, &self.clock)
    }

    /// What placing a block somewhere would do.
    ///
    /// # Errors
    /// As [`Opened::plan`](crate::Opened::plan).
    pub fn try_block(
        &self,
        wishes: &PlanWishes,
        slot: &PlanSlot,
    ) -> Result<BlockTrial, EngineError> {
        let contents = self.lock();
        let opened = contents.on.opened().ok_or(EngineError::NothingOpen)?;
        opened.try_block(wishes, slot, &self.clock)
    }

    /// The wishes that are remembered; none for what is not kept.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be read.
    pub fn plan_wishes(&self) -> Result<Option<PlanWishes>, EngineError> {
        match &self.lock().on {
            OnDesk::Library(stored, _) => stored.plan_wishes(&self.clock),
            OnDesk::ReadOnly(_) | OnDesk::Beside(..) => Ok(None),
        }
    }

    /// Hands the plan under these wishes to `write` as iCalendar, to update the file there is; what was written is
    /// remembered, so that later it can be told what was kept of it.
    ///
    /// # Errors
    /// As [`Opened::plan`](crate::Opened::plan), and those of `write`; then nothing is remembered.
    pub fn export_plan(
        &self,
        wishes: &PlanWishes,
        file: &Path,
        write: impl FnOnce(&str) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        let mut contents = self.change();
        let clock = &self.clock;
        let opened = contents.on.opened().ok_or(EngineError::NothingOpen)?;
        let former =
            std::fs::read(file).map_or(Vec::new(), |text| opened.former_blocks(&text, clock));
        let plan = opened.plan(wishes, false, clock)?;
        match &mut contents.on {
            OnDesk::Library(stored, Some(opened)) => {
                let text = stored.export_plan(opened, &plan, former, clock)?;
                write(&text)?;
                stored.note_export(opened, &text, clock)?;
                opened.hear(stored.said()?);
                Ok(())
            }
            on => match on.opened() {
                Some(opened) => write(&opened.export_plan(&plan, &former, clock)),
                None => Err(EngineError::NothingOpen),
            },
        }
    }
}
