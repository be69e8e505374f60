//! What the texts of answers are. Who hides titles, or cleans texts for a terminal, asks every answer the same way: for each
//! of its texts and its sort. `#[derive(Texts)]` answers, and does not compile while a text says nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::{Guess, IsoWeek, WorkingHours};

/// What a text of an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Text {
    /// The title of an event.
    Title,
    /// What a person is called.
    Name,
    /// The mail address of a person.
    Address,
    /// The domain of a company.
    Domain,
    /// Where something is: a room, a link, a folder, a server.
    Place,
    /// What a calendar is called.
    Calendar,
    /// What a file is called.
    File,
    /// What a team is called.
    Team,
    /// What a priority is called.
    Priority,
    /// What somebody wrote: a description, a note, what a rule looks for, a draft of a message.
    Writing,
    /// Our own words, times and zones. They name nobody.
    Own,
    /// Our own words, which may name titles, people and teams. A title stands between quotation marks.
    Quotation,
    /// What was done, as the history says it: `Import work.ics`.
    Deed,
    /// The UID of an event, or a key made of it. Nothing that is shown.
    Uid,
    /// What answers are told apart by, made by us. Nothing that is shown.
    Key,
}

/// Something whose texts say what they are.
#[diagnostic::on_unimplemented(
    message = "a text in `{Self}` does not say what it is",
    note = "a `String` of an answer says it with `#[text(title)]`, `#[text(own)]`, … (see `weekwise_model::Text`); a type \
            derives `Texts`"
)]
pub trait Texts {
    /// Shows each text and its sort; what is shown may be changed.
    fn each_text(&mut self, see: &mut dyn FnMut(Text, &mut String));

    /// Adds what the fields of this type are, and of all types in it; says under which name. `None` where it has no fields.
    #[doc(hidden)]
    fn shape(_: &mut Shapes) -> Option<&'static str>
    where
        Self: Sized,
    {
        None
    }
}

/// What a field is: for those who meet answers as JSON.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text of a sort.
    Text(Text),
    /// An answer of the type with this name; or several.
    Of(&'static str),
}

/// By type, what its fields are. Those that hold no text are left out.
#[doc(hidden)]
pub type Shapes = BTreeMap<&'static str, Vec<(&'static str, Shape)>>;

/// Texts of one sort: one, some, or none.
pub(crate) trait Sorted {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String));
}

impl Sorted for String {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String)) {
        see(sort, self);
    }
}

impl<T: Sorted> Sorted for Option<T> {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String)) {
        for text in self.iter_mut() {
            text.each_of(sort, see);
        }
    }
}

impl<T: Sorted> Sorted for Vec<T> {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String)) {
        for text in self.iter_mut() {
            text.each_of(sort, see);
        }
    }
}

impl Sorted for BTreeSet<String> {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String)) {
        let shown = |mut text: String| {
            see(sort, &mut text);
            text
        };
        *self = std::mem::take(self).into_iter().map(shown).collect();
    }
}

/// The texts are the keys; what is under them has its own.
impl<T: Texts> Sorted for BTreeMap<String, T> {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String)) {
        let shown = |(mut key, mut value): (String, T)| {
            see(sort, &mut key);
            value.each_text(see);
            (key, value)
        };
        *self = std::mem::take(self).into_iter().map(shown).collect();
    }
}

impl<T: Sorted> Sorted for Guess<T> {
    fn each_of(&mut self, sort: Text, see: &mut dyn FnMut(Text, &mut String)) {
        self.value.each_of(sort, see);
        see(Text::Own, &mut self.because);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn each_text(&mut self, see: &mut dyn FnMut(Text, &mut String)) {
        for one in self.iter_mut() {
            one.each_text(see);
        }
    }

    fn shape(shapes: &mut Shapes) -> Option<&'static str> {
        T::shape(shapes)
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn each_text(&mut self, see: &mut dyn FnMut(Text, &mut String)) {
        for one in self.iter_mut() {
            one.each_text(see);
        }
    }

    fn shape(shapes: &mut Shapes) -> Option<&'static str> {
        T::shape(shapes)
    }
}

impl<T: Texts, const N: usize> Texts for [T; N] {
    fn each_text(&mut self, see: &mut dyn FnMut(Text, &mut String)) {
        for one in self.iter_mut() {
            one.each_text(see);
        }
    }

    fn shape(shapes: &mut Shapes) -> Option<&'static str> {
        T::shape(shapes)
    }
}

impl<K: Ord, T: Texts> Texts for BTreeMap<K, T>
where
    K: Texts,
{
    fn each_text(&mut self, see: &mut dyn FnMut(Text, &mut String)) {
        for one in self.values_mut() {
            one.each_text(see);
        }
    }
}

/// What holds no text.
macro_rules! without_texts {
    ($($type:ty),+ $(,)?) => {
        $(impl Texts for $type {
            fn each_text(&mut self, _: &mut dyn FnMut(Text, &mut String)) {}
        })+
    };
}

without_texts!(
    (),
    // What was built into the program names nobody.
    &'static str,
    bool,
    u8,
    u16,
    u32,
    u64,
    usize,
    i8,
    i16,
    i32,
    i64,
    f64,
    DateTime<Utc>,
    NaiveDate,
    NaiveDateTime,
    NaiveTime,
    Tz,
    IsoWeek,
    WorkingHours,
);
