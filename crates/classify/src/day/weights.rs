//! How much each piece of evidence about the day weighs, in logits.
//!
//! Set by hand, on half of the labelled writers, and checked on the others: there are too few disputed days to fit them.

/// A mark before the title by which programs call a meeting off.
pub(super) const CALLED_OFF: f64 = 3.5;
/// What goes with such a mark: a later version, shown as free.
pub(super) const CALLED_OFF_LATER: f64 = 0.8;
/// Nothing speaks for anything: most whole-day entries are notes.
pub(super) const NOTE_BY_ITSELF: f64 = 0.8;
/// A word for leave, illness, time in lieu, a part-time day.
pub(super) const LEAVE: f64 = 3.0;
/// A description that reads as leave.
pub(super) const DESCRIBED: f64 = 1.8;
/// A public holiday of this country.
pub(super) const HOLIDAY_HERE: f64 = 3.0;
/// A public holiday, nobody knows of which country.
pub(super) const HOLIDAY: f64 = 2.6;
/// A public holiday of other countries.
pub(super) const HOLIDAY_ELSEWHERE: f64 = 3.5;
/// A second word for the same.
pub(super) const SAID_TWICE: f64 = 0.5;
/// A word for a school, a nursery, children among others.
pub(super) const SCHOOL_WORD: f64 = 2.0;
/// The house is closed.
pub(super) const CLOSED: f64 = 2.4;
/// It is said that only some are meant, or that the house is open.
pub(super) const NOT_FOR_ME: f64 = 2.6;
/// School holidays, observances, birthdays, places, duties, freezes.
pub(super) const NOTE_WORD: f64 = 3.0;
/// What is left of a note's word where the day is shown as out of office.
pub(super) const NOTE_WORD_OUT_OF_OFFICE: f64 = 1.2;
/// The description says observance.
pub(super) const OBSERVANCE: f64 = 3.5;
/// A word for an offsite, a conference, a journey.
pub(super) const GATHERING: f64 = 2.5;
/// Shown as out of office.
pub(super) const OUT_OF_OFFICE: f64 = 2.5;
/// Shown as working elsewhere.
pub(super) const ELSEWHERE: f64 = 2.0;
/// A whole day shown as free: Google does so by itself, so it is a hint.
pub(super) const FREE: f64 = 1.2;
/// A whole day shown as busy.
pub(super) const BUSY: f64 = 1.2;
/// The same for a day off.
pub(super) const BUSY_OFF: f64 = 0.7;
/// My own name beside a word for leave.
pub(super) const MINE: f64 = 1.5;
/// The name of somebody of these calendars.
pub(super) const KNOWN_NAME: f64 = 4.0;
/// What reads as a name.
pub(super) const LIKELY_NAME: f64 = 2.6;
/// What may be a name or a place.
pub(super) const PERHAPS_NAME: f64 = 1.5;
/// Somebody else sent the note.
pub(super) const SENT_BY_OTHERS: f64 = 2.4;
/// I sent it to others.
pub(super) const SENT_BY_ME: f64 = 1.5;
/// Others are invited for a whole day.
pub(super) const INVITED: f64 = 1.0;
/// What the calendar is.
pub(super) const FEED: f64 = 4.0;
/// Nobody is away this long under a word that may be anybody's.
pub(super) const LONG: f64 = 1.0;
/// What the category says, at most.
pub(super) const CATEGORY: f64 = 1.6;
/// How much more the category says where the user said it.
pub(super) const TOLD: f64 = 3.0;
/// A meeting of that day alone, accepted and not called off.
pub(super) const MEETING_HELD: f64 = 1.0;
/// Of meetings held so many count.
pub(super) const MEETINGS_MOST: usize = 3;
/// Something personal by its category, where that is certain; nothing where it is as good as chance.
pub(super) const PERSONAL: f64 = 1.5;
/// The same where the user said so.
pub(super) const PERSONAL_TOLD: f64 = 6.0;
/// A word for an errand of one's own.
pub(super) const ERRAND: f64 = 2.6;
/// The same among many other words.
pub(super) const ERRAND_IN_PASSING: f64 = 1.2;
/// Something personal before seven, from five on, or at the weekend.
pub(super) const OUT_OF_HOURS: f64 = 1.0;
/// Marked as private.
pub(super) const PRIVATE: f64 = 0.8;
/// A break at noon by its name.
pub(super) const LUNCH: f64 = 3.0;
/// Nothing speaks for anything: what has a time and takes it is work.
pub(super) const WORK_BY_ITSELF: f64 = 1.0;
