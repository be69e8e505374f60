use tauri::{DragDropEvent, Manager as _, Window, WindowEvent, Wry};

use crate::events::{self, Drag};
use crate::opening;

/// Opens what is dropped onto the window, and tells the window what hovers over it.
pub(crate) fn on_window_event(window: &Window<Wry>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    let app = window.app_handle();
    match event {
        DragDropEvent::Enter { .. } => events::drag(app, Drag::Over),
        DragDropEvent::Leave => events::drag(app, Drag::Leave),
        DragDropEvent::Drop { paths, .. } => {
            events::drag(app, Drag::Released);
            let (app, paths) = (app.clone(), paths.clone());
            tauri::async_runtime::spawn(async move {
                let result = opening::open(&app, paths).await;
                events::opened(&app, result);
            });
        }
        _ => {}
    }
}
