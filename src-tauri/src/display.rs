/// Whether there is a display to open a window on. Without one GTK would end the program with a panic.
pub(crate) fn present() -> Result<(), String> {
    if cfg!(target_os = "linux") && !["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set) {
        return Err("there is no display (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open; \
                    `weekwise report FILE` prints the report instead"
            .to_owned());
    }
    Ok(())
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}
