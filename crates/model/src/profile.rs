use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Category, Texts};

/// A category's target range, as shares of the week, 0–1. A target, never a norm: nobody has measured what is normal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Band {
    /// The category it is for.
    pub category: Category,
    /// The least share.
    pub low: f64,
    /// The greatest share.
    pub high: f64,
}

/// A named set of bands, one for each category in [`Category::TARGETED`] (product.md section 2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Profile {
    /// Its name on the command line.
    #[text(key)]
    pub id: String,
    /// Its name for people.
    #[text(own)]
    pub name: String,
    /// What it leans on, in one sentence.
    #[text(own)]
    pub about: String,
    /// Its bands, in the order of [`Category::TARGETED`].
    pub bands: Vec<Band>,
}

/// The profiles that ship.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ProfileId {
    /// The Staff+ calendar table.
    #[default]
    StaffPlus,
    /// Guides one team's approach and execution.
    TechLead,
    /// Owns the direction of a critical area.
    Architect,
    /// Digs into one hard problem after another.
    Solver,
    /// Extends a leader's reach.
    RightHand,
    /// Mostly builds.
    Senior,
    /// Sets direction across the organisation.
    Principal,
}

/// A profile that cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ProfileError {
    /// No profile has this name.
    #[error("there is no profile “{name}”; there are: {}", .known.join(", "))]
    Unknown {
        /// The name asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A profile without a name.
    #[error("a profile needs a name")]
    Nameless,
    /// Two profiles of one name.
    #[error("there is a profile “{0}” already; give this one another name")]
    Taken(String),
    /// One that ships.
    #[error("the profiles that ship stay as they are; make a copy and change that")]
    Shipped,
    /// It is not one band for each category that has a target.
    #[error("a profile has one band for each category with a target")]
    Bands,
    /// A band leaves 0–100 % or ends before it starts.
    #[error("the band of {0} must lie within 0–100 % and not end before it starts")]
    Band(Category),
    /// The lows ask for more than the week has.
    #[error("the lower ends of the bands sum to {0:.0} %: more than the week has")]
    TooMuch(f64),
}

impl ProfileId {
    /// All that ship, in the order menus show them.
    pub const ALL: [Self; 7] = [
        Self::StaffPlus,
        Self::TechLead,
        Self::Architect,
        Self::Solver,
        Self::RightHand,
        Self::Senior,
        Self::Principal,
    ];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::StaffPlus => "staff-plus",
            Self::TechLead => "tech-lead",
            Self::Architect => "architect",
            Self::Solver => "solver",
            Self::RightHand => "right-hand",
            Self::Senior => "senior",
            Self::Principal => "principal",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::StaffPlus => "Staff+",
            Self::TechLead => "Tech Lead",
            Self::Architect => "Architect",
            Self::Solver => "Solver",
            Self::RightHand => "Right Hand",
            Self::Senior => "Senior",
            Self::Principal => "Principal",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::StaffPlus => {
                "The allocation a Staff+ role needs: half building and judging, half people and direction."
            }
            Self::TechLead => {
                "Guides one team's approach and execution: more 1:1s and review, less strategy."
            }
            Self::Architect => {
                "Owns the direction and quality of a critical area: more review and strategy."
            }
            Self::Solver => "Digs into one hard problem after another: deep work first.",
            Self::RightHand => {
                "Extends a leader's reach across the organisation: cross-team and strategy first."
            }
            Self::Senior => "Builds most of the week, with less direction to set.",
            Self::Principal => {
                "Sets direction across the organisation: strategy and influence over own output."
            }
        }
    }

    /// Its bands in percent, in the order of [`Category::TARGETED`]. Staff+ is the table of product.md section 2;
    /// the others lean from it towards what their description says.
    fn percent(self) -> [(f64, f64); 5] {
        match self {
            Self::StaffPlus => [(30., 40.), (15., 20.), (15., 20.), (10., 15.), (10., 15.)],
            Self::TechLead => [(25., 35.), (15., 25.), (10., 20.), (15., 20.), (5., 10.)],
            Self::Architect => [(25., 35.), (10., 15.), (15., 25.), (15., 20.), (15., 20.)],
            Self::Solver => [(45., 60.), (5., 15.), (10., 15.), (10., 15.), (5., 10.)],
            Self::RightHand => [(10., 20.), (15., 25.), (25., 35.), (5., 10.), (20., 30.)],
            Self::Senior => [(45., 60.), (5., 15.), (5., 15.), (10., 20.), (0., 5.)],
            Self::Principal => [(20., 30.), (15., 20.), (20., 25.), (10., 15.), (15., 25.)],
        }
    }

    /// The profile itself.
    pub fn profile(self) -> Profile {
        let bands = Category::TARGETED
            .into_iter()
            .zip(self.percent())
            .map(|(category, (low, high))| Band {
                category,
                low: low / 100.0,
                high: high / 100.0,
            })
            .collect();
        Profile {
            id: self.id().to_owned(),
            name: self.label().to_owned(),
            about: self.about().to_owned(),
            bands,
        }
    }
}

impl FromStr for ProfileId {
    type Err = ProfileError;

    /// Reads `staff-plus`, `Staff+`, `tech lead`, `TechLead`…
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = plain(text);
        Self::ALL
            .into_iter()
            .find(|id| plain(id.id()) == wanted || plain(id.label()) == wanted)
            .or((wanted == "staff").then_some(Self::StaffPlus))
            .ok_or_else(|| ProfileError::Unknown {
                name: text.to_owned(),
                known: Self::ALL.map(|id| id.id().to_owned()).to_vec(),
            })
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// A name as it is compared: `Staff+` is `staff-plus`.
fn plain(name: &str) -> String {
    name.to_lowercase()
        .replace('+', "plus")
        .replace(|c: char| !c.is_alphanumeric(), "")
}

impl Profile {
    /// The profile of this name or id: one that ships, or one of the user's.
    ///
    /// # Errors
    /// [`ProfileError::Unknown`] where there is none.
    pub fn named(name: &str, custom: &[Self]) -> Result<Self, ProfileError> {
        let wanted = plain(name);
        let mine = || {
            custom
                .iter()
                .find(|one| plain(&one.id) == wanted || plain(&one.name) == wanted)
        };
        match name.parse::<ProfileId>() {
            Ok(id) => Ok(id.profile()),
            Err(_) => mine().cloned().ok_or_else(|| {
                let shipped = ProfileId::ALL.map(|id| id.id().to_owned());
                let known = shipped
                    .into_iter()
                    .chain(custom.iter().map(|one| one.id.clone()));
                ProfileError::Unknown {
                    name: name.to_owned(),
                    known: known.collect(),
                }
            }),
        }
    }

    /// This profile as it is kept among the user's others: valid, with a name nobody else has, and an id where it is new.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn kept_among(mut self, custom: &[Self]) -> Result<Self, ProfileError> {
        self.name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let called = plain(&self.name);
        if called.is_empty() {
            return Err(ProfileError::Nameless);
        }
        self.validate()?;
        let categories = self.bands.iter().map(|band| band.category);
        if !categories.eq(Category::TARGETED) {
            return Err(ProfileError::Bands);
        }
        if ProfileId::ALL.iter().any(|id| id.id() == self.id) {
            return Err(ProfileError::Shipped);
        }
        let others = || custom.iter().filter(|other| other.id != self.id);
        if self.name.parse::<ProfileId>().is_ok()
            || others().any(|other| plain(&other.name) == called || plain(&other.id) == called)
        {
            return Err(ProfileError::Taken(self.name));
        }
        if self.id.is_empty() {
            let words: Vec<String> = self
                .name
                .to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            self.id = words.join("-");
        }
        Ok(self)
    }

    /// The band of a category; `None` for those without a target.
    pub fn band(&self, category: Category) -> Option<&Band> {
        self.bands.iter().find(|band| band.category == category)
    }

    /// Whether it can be used: every band within 0–100 %, low ≤ high, the lows at most 100 % in sum.
    pub fn validate(&self) -> Result<(), ProfileError> {
        for band in &self.bands {
            let within = (0.0..=1.0).contains(&band.low) && (0.0..=1.0).contains(&band.high);
            if !within || band.low > band.high {
                return Err(ProfileError::Band(band.category));
            }
        }
        let lows: f64 = self.bands.iter().map(|band| band.low).sum();
        // A thousandth of a percent forgives sums of decimals.
        if lows > 1.00001 {
            Err(ProfileError::TooMuch(lows * 100.0))
        } else {
            Ok(())
        }
    }
}

impl Default for Profile {
    fn default() -> Self {
        ProfileId::default().profile()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_profile_is_valid_and_leaves_room_for_other_work() {
        for id in ProfileId::ALL {
            let profile = id.profile();
            profile.validate().unwrap();
            let lows: f64 = profile.bands.iter().map(|b| b.low).sum();
            assert!(lows <= 0.95, "{id} leaves nothing for other work");
            assert_eq!(id.id().parse::<ProfileId>().unwrap(), id);
            assert_eq!(id.label().parse::<ProfileId>().unwrap(), id);
        }
    }

    #[test]
    fn a_profile_of_ones_own_has_a_name_nobody_else_has() {
        let mine = Profile {
            id: String::new(),
            name: "  Staff,  part time ".to_owned(),
            ..Profile::default()
        };
        let kept = mine.clone().kept_among(&[]).unwrap();
        assert_eq!(
            (kept.id.as_str(), kept.name.as_str()),
            ("staff-part-time", "Staff, part time")
        );
        let all = [kept.clone()];
        assert_eq!(Profile::named("Staff part-time", &all).unwrap(), kept);
        assert_eq!(Profile::named("solver", &all).unwrap().id, "solver");
        assert!(Profile::named("nobody", &all).is_err());
        assert!(matches!(mine.kept_among(&all), Err(ProfileError::Taken(_))));
        assert_eq!(kept.clone().kept_among(&all).unwrap(), kept);
        let named = |name: &str| Profile {
            name: name.to_owned(),
            ..kept.clone()
        };
        assert!(matches!(
            named("Tech lead").kept_among(&all),
            Err(ProfileError::Taken(_))
        ));
        assert_eq!(named("…").kept_among(&all), Err(ProfileError::Nameless));
        assert_eq!(
            Profile::default().kept_among(&all),
            Err(ProfileError::Shipped)
        );
    }

    #[test]
    fn a_profile_that_asks_for_too_much_is_refused() {
        let mut profile = Profile::default();
        profile.bands[0] = Band {
            category: Category::DeepWork,
            low: 0.9,
            high: 1.0,
        };
        assert!(matches!(profile.validate(), Err(ProfileError::TooMuch(_))));
        profile.bands[0].high = 0.5;
        assert_eq!(
            profile.validate(),
            Err(ProfileError::Band(Category::DeepWork))
        );
    }
}
