//! The one door to polars: tables of numbers, grouped and added up, and columns back as plain vectors.
//!
//! What is asked of polars is said in our own words ([`Table::grouped`], [`Fold`]), so that nothing else in this room
//! knows it. Tables hold numbers only, because titles are nobody's business here.

use polars::prelude::*;

/// Polars refused a query. It names columns, never the content of a calendar.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct FrameError(#[from] PolarsError);

/// A table of numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table(DataFrame);

/// The values of a column.
pub(crate) enum Values {
    Places(Vec<u32>),
    /// Places, where there is one.
    MaybePlaces(Vec<Option<u32>>),
    Flags(Vec<bool>),
    Minutes(Vec<i64>),
}

/// What a column of a grouping is, out of the columns of the table.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fold {
    Sum(&'static str),
    /// The sum of a column over the rows that carry a flag.
    SumWhere(&'static str, &'static str),
    /// The value in the last row.
    Last(&'static str),
    Median(&'static str),
    /// The part of the rows, 0–1, whose value is below a bound.
    ShareBelow(&'static str, i64),
    /// How many rows there are.
    Rows,
}

impl Table {
    /// A table of columns of one length.
    pub(crate) fn of<const N: usize>(
        columns: [(&'static str, Values); N],
    ) -> Result<Self, FrameError> {
        let columns = columns.map(|(name, values)| values.column(name)).to_vec();
        Ok(Self(DataFrame::new_infer_height(columns)?))
    }

    /// The same rows with one more column.
    pub(crate) fn with(&self, name: &'static str, values: Values) -> Result<Self, FrameError> {
        let mut frame = self.0.clone();
        frame.with_column(values.column(name))?;
        Ok(Self(frame))
    }

    /// One row for each combination of the keys, in their order; rows without one of the keys are left out.
    pub(crate) fn grouped(
        &self,
        keys: &[&'static str],
        folds: &[(&'static str, Fold)],
    ) -> Result<Self, FrameError> {
        let rows = folds.iter().filter_map(|(name, fold)| fold.input(name));
        let rows: Vec<Expr> = rows.collect();
        let folds: Vec<Expr> = folds.iter().map(|(name, fold)| fold.told(name)).collect();
        let by: Vec<Expr> = keys.iter().map(|key| col(*key)).collect();
        let has_keys = by.iter().cloned().map(Expr::is_not_null);
        let has_keys = has_keys.reduce(Expr::and).unwrap_or_else(|| lit(true));
        let grouped = self.0.clone().lazy().with_columns(rows).group_by(by);
        let sums = grouped.agg(folds).filter(has_keys);
        let ordered = sums.sort(keys.to_vec(), SortMultipleOptions::default());
        Ok(Self(ordered.collect()?))
    }

    /// A column of whole numbers; a missing one reads as 0.
    pub(crate) fn whole(&self, name: &str) -> Result<Vec<i64>, FrameError> {
        let column = self.0.column(name)?.cast(&DataType::Int64)?;
        let values = column.i64()?.iter();
        Ok(values.map(Option::unwrap_or_default).collect())
    }

    /// A column of places in a vector; a missing one reads as the first.
    pub(crate) fn places(&self, name: &str) -> Result<Vec<usize>, FrameError> {
        let places = self.whole(name)?.into_iter();
        Ok(places
            .map(|place| usize::try_from(place).unwrap_or_default())
            .collect())
    }

    /// A column of decimals; a missing one reads as 0.
    pub(crate) fn decimals(&self, name: &str) -> Result<Vec<f64>, FrameError> {
        let column = self.0.column(name)?.cast(&DataType::Float64)?;
        let values = column.f64()?.iter();
        Ok(values.map(Option::unwrap_or_default).collect())
    }

    /// Sums by a key, spread over the places `0..len`; a place without rows stays 0.
    pub(crate) fn spread(&self, key: &str, name: &str, len: usize) -> Result<Vec<i64>, FrameError> {
        let mut sums = vec![0; len];
        for (place, value) in self.places(key)?.into_iter().zip(self.whole(name)?) {
            if let Some(sum) = sums.get_mut(place) {
                *sum += value;
            }
        }
        Ok(sums)
    }
}

impl Fold {
    /// The column that is made before rows are grouped. A filter within a group would be run group by group, and ten
    /// years have a group for each of thirty thousand claims.
    fn input(self, name: &str) -> Option<Expr> {
        let Self::SumWhere(of, flag) = self else {
            return None;
        };
        let minutes = col(of) * col(flag).cast(DataType::Int64);
        Some(minutes.alias(format!("{name} as input")))
    }

    fn told(self, name: &str) -> Expr {
        let fold = match self {
            Self::Sum(of) => col(of).sum(),
            Self::SumWhere(..) => col(format!("{name} as input")).sum(),
            Self::Last(of) => col(of).last(),
            Self::Median(of) => col(of).median(),
            Self::ShareBelow(of, bound) => col(of).lt(lit(bound)).mean(),
            Self::Rows => len(),
        };
        fold.alias(name)
    }
}

impl Values {
    fn column(self, name: &'static str) -> Column {
        let name = PlSmallStr::from_static(name);
        match self {
            Self::Places(values) => Column::new(name, values),
            Self::MaybePlaces(values) => Column::new(name, values),
            Self::Flags(values) => Column::new(name, values),
            Self::Minutes(values) => Column::new(name, values),
        }
    }
}

impl FromIterator<u32> for Values {
    fn from_iter<I: IntoIterator<Item = u32>>(values: I) -> Self {
        Self::Places(values.into_iter().collect())
    }
}

impl FromIterator<Option<u32>> for Values {
    fn from_iter<I: IntoIterator<Item = Option<u32>>>(values: I) -> Self {
        Self::MaybePlaces(values.into_iter().collect())
    }
}

impl FromIterator<bool> for Values {
    fn from_iter<I: IntoIterator<Item = bool>>(values: I) -> Self {
        Self::Flags(values.into_iter().collect())
    }
}

impl FromIterator<i64> for Values {
    fn from_iter<I: IntoIterator<Item = i64>>(values: I) -> Self {
        Self::Minutes(values.into_iter().collect())
    }
}
