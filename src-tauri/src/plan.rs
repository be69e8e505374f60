//! Questions about plans.

use std::io::Write as _;

use tauri::{AppHandle, Wry};
use weekwise_engine::{Desk, EngineError, write_whole};
use weekwise_model::{BlockTrial, FileName, Library, Plan, PlanSlot, PlanWishes};

use crate::asking::{Answer, asked};
use crate::dialog;

/// The plan under these wishes, and the other ways to plan.
#[tauri::command]
pub(crate) async fn plan(app: AppHandle<Wry>, wishes: PlanWishes) -> Answer<Plan> {
    asked(app, move |desk| desk.plan(&wishes)).await
}

/// What placing a block somewhere would do: what has to change for it, or why it cannot be.
#[tauri::command]
pub(crate) async fn try_block(
    app: AppHandle<Wry>,
    wishes: PlanWishes,
    slot: PlanSlot,
) -> Answer<BlockTrial> {
    asked(app, move |desk| desk.try_block(&wishes, &slot)).await
}

/// The wishes, locks and dismissed blocks that are remembered; `None` where nothing is, as for the demo.
#[tauri::command]
pub(crate) async fn plan_wishes(app: AppHandle<Wry>) -> Answer<Option<PlanWishes>> {
    asked(app, Desk::plan_wishes).await
}

/// Remembers them; `label` says what was changed.
#[tauri::command]
pub(crate) async fn save_plan(
    app: AppHandle<Wry>,
    wishes: PlanWishes,
    label: String,
) -> Answer<Library> {
    asked(app, move |desk| desk.save_plan(&wishes, &label)).await
}

/// Shows the save dialog and writes the plan's blocks as iCalendar; the file's name, or `None` when there is none. A
/// file of an earlier plan is updated.
#[tauri::command]
pub(crate) async fn export_plan(
    app: AppHandle<Wry>,
    wishes: PlanWishes,
) -> Answer<Option<FileName>> {
    let Some(file) = dialog::save(&app, "Export the plan", "deep-work.ics").await else {
        return asked(app, |_| Ok(None)).await;
    };
    asked(app, move |desk| {
        desk.export_plan(&wishes, &file, |text| {
            write_whole(&file, |out| out.write_all(text.as_bytes())).map_err(EngineError::Write)
        })?;
        Ok(Some(dialog::name_of(&file)))
    })
    .await
}
