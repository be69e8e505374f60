//! The web view shows the window's own page and nothing else.
//!
//! The content policy says what the page may load; it does not say where the view may be led. An address can carry away
//! whatever stands in it, so every way out ends here: a navigation to anything but the page's own origin, a new window, a
//! download. What is left are connections that web views make beforehand, for a link that is clicked or a page that asks for
//! it: no policy speaks of them, and the name of a host can tell a title. So the view has no network: all of it goes through a
//! proxy that is not there.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Url, WebviewWindowBuilder, Wry};

/// Where nothing listens, and no name of a host need be looked up to get there.
const NOWHERE: &str = "socks5://127.0.0.1:1";

/// Opens the window as `tauri.conf.json` describes it, without a way out.
pub(crate) fn open(app: &AppHandle<Wry>) -> tauri::Result<()> {
    let developed = app.config().build.dev_url.clone().filter(|_| cfg!(dev));
    for window in &app.config().app.windows {
        let developed = developed.clone();
        let mut view = WebviewWindowBuilder::from_config(app, window)?;
        // The page that is worked on comes from a server.
        if developed.is_none() {
            view = view.proxy_url(NOWHERE.parse().map_err(tauri::Error::InvalidUrl)?);
        }
        let view = view
            .on_navigation(move |to| is_own(to, developed.as_ref()))
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .on_download(|_, _| false)
            .build()?;
        #[cfg(target_os = "linux")]
        crate::painting::suit(&view)?;
        #[cfg(not(target_os = "linux"))]
        drop(view);
    }
    Ok(())
}

/// Whether an address is one of the window's own page: Tauri's own origin, which is written in one of two ways, or that of
/// the server which serves the page while it is worked on (`cargo tauri dev`).
fn is_own(to: &Url, developed: Option<&Url>) -> bool {
    let is_packed = match to.scheme() {
        "tauri" => to.host_str() == Some("localhost"),
        "http" | "https" => to.host_str() == Some("tauri.localhost") && to.port().is_none(),
        _ => false,
    };
    is_packed || developed.is_some_and(|own| own.origin() == to.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_page_is_shown() {
        let shown = |to: &str| is_own(&to.parse().unwrap(), None);
        for own in [
            "tauri://localhost",
            "tauri://localhost/index.html?theme=dark",
            "http://tauri.localhost/",
        ] {
            assert!(shown(own), "{own}");
        }
        for other in [
            "https://calendar.example/?title=Layoffs",
            "http://localhost/",
            "http://tauri.localhost:8080/",
            "http://tauri.localhost.example/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,<p>hello",
            "about:blank",
            "mailto:somebody@example.org",
        ] {
            assert!(!shown(other), "{other}");
        }
    }
}
