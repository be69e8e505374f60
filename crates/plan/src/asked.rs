//! What the mix of a week asks of a plan, and what it forbids.

use weekwise_model::{BandStatus, Category, CategoryShare, Mix};

/// What a minute of deep work is worth that comes to a week whose deep work is within its band: as much as advice gives for
/// focus time that comes back.
const FOCUS: f64 = 0.25;

/// A week as its bands see it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    /// What shares are parts of, in minutes.
    pub(crate) whole: i64,
    /// Booked minutes of deep work.
    pub(crate) booked: i64,
    /// Minutes of open focus.
    pub(crate) open: i64,
    /// The low end of deep work, 0–1.
    pub(crate) low: f64,
    shares: Vec<CategoryShare>,
    /// Whether what is missing decides about the hours to move, and whether what is too much does.
    decides: (bool, bool),
}

impl Asked {
    /// Of a week whose mix is known.
    pub(crate) fn of(mix: &Mix, low: f64) -> Self {
        let gaps = || mix.categories.iter().map(|share| share.gap_hours);
        let surplus: f64 = gaps().map(|gap| gap.max(0.0)).sum();
        let deficit: f64 = gaps().map(|gap| (-gap).max(0.0)).sum();
        let deep = mix.of(Category::DeepWork);
        Self {
            whole: mix.denominator_minutes,
            booked: deep.map_or(0, |share| share.minutes),
            open: deep.map_or(0, |share| share.open_focus_minutes),
            low,
            shares: mix.categories.clone(),
            decides: (deficit >= surplus, surplus >= deficit),
        }
    }

    /// Of a week nothing is known of but its working time and its blocks.
    pub(crate) fn unknown(work: i64, blocks: i64, low: f64) -> Self {
        Self {
            whole: work,
            booked: blocks,
            open: 0,
            low,
            shares: Vec::new(),
            decides: (false, false),
        }
    }

    pub(crate) fn is_known(&self) -> bool {
        !self.shares.is_empty()
    }

    fn share(&self, category: Category) -> Option<&CategoryShare> {
        self.shares.iter().find(|share| share.category == category)
    }

    pub(crate) fn status(&self, category: Category) -> BandStatus {
        let share = self.share(category);
        share.map_or(BandStatus::Untargeted, |share| share.status)
    }

    /// Minutes a category is outside its band; 0 within.
    pub(crate) fn gap(&self, category: Category) -> f64 {
        self.share(category)
            .map_or(0.0, |share| share.gap_hours.abs() * 60.0)
    }

    /// What a minute is worth by which a category comes nearer to its band, as advice weighs it: half for the hours to move
    /// where its side decides about them, and half for the band, up to twice where it is off by its whole middle.
    pub(crate) fn minute(&self, category: Category) -> f64 {
        let Some(share) = self.share(category) else {
            return 0.0;
        };
        let decides = match share.status {
            BandStatus::Under => self.decides.0,
            BandStatus::Over => self.decides.1,
            BandStatus::Within | BandStatus::Untargeted => return 0.0,
        };
        let (low, high) = (share.low.unwrap_or(0.0), share.high.unwrap_or(1.0));
        let middle = f64::midpoint(low, high).max(0.05);
        let weight = 1.0 + (share.gap_points.abs() / 100.0 / middle).min(1.0);
        f64::midpoint(f64::from(u8::from(decides)), weight)
    }

    /// What a minute more of deep work is worth, protected or open; a minute less where there is too much.
    pub(crate) fn deep_minute(&self) -> f64 {
        match self.status(Category::DeepWork) {
            BandStatus::Under => self.minute(Category::DeepWork),
            BandStatus::Over => -self.minute(Category::DeepWork),
            BandStatus::Within => FOCUS,
            BandStatus::Untargeted => 0.0,
        }
    }

    /// Whether deep work has reached the top of its band: nothing is asked of anybody for more of it.
    pub(crate) fn is_full(&self) -> bool {
        let high = self.share(Category::DeepWork).and_then(|share| share.high);
        high.is_some_and(|high| (self.booked + self.open) as f64 >= high * self.whole as f64)
    }

    /// Booked minutes of deep work the band has room for at most.
    pub(crate) fn top(&self) -> f64 {
        let high = self.share(Category::DeepWork).and_then(|share| share.high);
        high.map_or(f64::INFINITY, |high| high * self.whole as f64)
    }

    /// By how many minutes a category may change: what holds stays within its band, and what does not comes no further
    /// away and not out at the other side.
    pub(crate) fn room(&self, category: Category) -> (f64, f64) {
        let Some(share) = self.share(category) else {
            return (f64::NEG_INFINITY, f64::INFINITY);
        };
        let (Some(low), Some(high)) = (share.low, share.high) else {
            return (f64::NEG_INFINITY, f64::INFINITY);
        };
        let now = (share.minutes + share.open_focus_minutes) as f64;
        let whole = self.whole as f64;
        let (low, high) = (low * whole - now, high * whole - now);
        match share.status {
            BandStatus::Under => (0.0, high),
            BandStatus::Over => (low, 0.0),
            BandStatus::Within => (low.min(0.0), high.max(0.0)),
            BandStatus::Untargeted => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    /// Whether a meeting of a category may take less time: only where its band has too much, or where it has none.
    pub(crate) fn may_take(&self, category: Category) -> bool {
        matches!(
            self.status(category),
            BandStatus::Over | BandStatus::Untargeted
        )
    }
}
