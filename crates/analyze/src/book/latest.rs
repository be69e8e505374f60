//! What a series is called: one instance may have a title of its own (“ARB (moved to room 4)”), and the series another.

use std::collections::VecDeque;

/// Instances whose titles are looked at.
const INSTANCES: usize = 8;

/// The titles of the latest instances of a series, the oldest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Latest<'t>(VecDeque<&'t str>);

impl<'t> Latest<'t> {
    /// Takes the title of the next instance.
    pub(super) fn note(&mut self, title: &'t str) {
        if title.trim().is_empty() {
            return;
        }
        if self.0.len() == INSTANCES {
            self.0.pop_front();
        }
        self.0.push_back(title);
    }

    /// What most of them are called; of equals the latest. `None` where none has a title.
    pub(super) fn usual(&self) -> Option<&'t str> {
        let often = |title: &str| self.0.iter().filter(|other| **other == title).count();
        self.0.iter().copied().max_by_key(|title| often(title))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual<'t>(titles: &[&'t str]) -> Option<&'t str> {
        let mut latest = Latest::default();
        for title in titles {
            latest.note(title);
        }
        latest.usual()
    }

    #[test]
    fn one_odd_instance_names_no_series() {
        assert_eq!(usual(&["ARB", "ARB", "ARB (online)"]), Some("ARB"));
        assert_eq!(usual(&["ARB (online)", "ARB", "ARB"]), Some("ARB"));
        assert_eq!(usual(&["ARB", "", ""]), Some("ARB"));
        assert_eq!(usual(&[""]), None);
    }

    #[test]
    fn a_series_that_was_renamed_has_its_new_name() {
        assert_eq!(usual(&["Storage", "Platform"]), Some("Platform"));
        let mut year = vec!["Storage"; 40];
        year.extend(["Platform"; 4]);
        assert_eq!(usual(&year), Some("Platform"));
        year.truncate(43);
        assert_eq!(usual(&year), Some("Storage"));
    }
}
