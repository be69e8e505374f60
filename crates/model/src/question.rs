//! Everything an answer rests on, as questions (product.md section 5, *Questions*).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, CategoryChange, Library, Texts};

/// What a question is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// Which addresses are mine.
    Me,
    /// The home zone.
    Zone,
    /// When a usual day begins and ends.
    Hours,
    /// Which weekdays are worked.
    Days,
    /// When lunch is.
    Lunch,
    /// Whether tentative and unanswered meetings count.
    Tentative,
    /// Whether whole days of work count.
    WholeDays,
    /// What open focus holds as a habit.
    OpenFocus,
    /// Which group of people is my team.
    Team,
    /// Who leads me.
    Manager,
    /// Whom I mentor.
    Mentored,
    /// Whether two events at the same times are one meeting.
    Same,
    /// Whether two series of which one begins where the other ends are one.
    Series,
    /// Which days the calendars tell all of.
    Covers,
    /// What events do to the day.
    Day,
    /// What a word, a name or an abbreviation stands for.
    Word,
    /// What events are that have something else in common.
    Pattern,
    /// What one series, or everything like one event, is.
    Alike,
}

/// All questions about a stretch of time, the one that sets most hours right first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionList {
    /// The first day looked at.
    pub from: NaiveDate,
    /// The last one, included.
    pub to: NaiveDate,
    /// Weeks with counted time among them: what “a week” means in the questions.
    pub weeks: u32,
    /// Counted minutes.
    pub minutes: i64,
    /// Of them, how many are expected to be in the right category and of the right effect: each minute times how sure it is.
    pub sure_minutes: i64,
    /// The same once every question of this list is answered.
    pub sure_after_minutes: i64,
    /// How many questions there are, listed or not.
    pub open: u32,
    /// Those asked for.
    pub questions: Vec<Question>,
    /// What was answered, latest first.
    pub answers: Vec<AnswerView>,
    /// Questions nobody wants to hear again.
    #[text(key)]
    pub silenced: Vec<String>,
    /// Why there is nothing to ask, where there is nothing.
    #[text(own)]
    pub note: Option<String>,
}

/// One thing to decide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Question {
    /// What names it, as long as what it is about stays the same.
    #[text(key)]
    pub id: String,
    /// What it is about.
    pub kind: QuestionKind,
    /// The question, in one sentence.
    #[text(quotation)]
    pub text: String,
    /// The same in a few words, for a list.
    #[text(quotation)]
    pub short: String,
    /// What it is about, in a few words: `4 series, every second week`.
    #[text(quotation)]
    pub about: String,
    /// What may be answered, the guess first.
    pub options: Vec<QuestionOption>,
    /// How likely the guess is wrong, 0–1.
    pub doubt: f64,
    /// Counted minutes it decides about.
    pub minutes: i64,
    /// Of them, how many an answer is expected to set right.
    pub expected_minutes: i64,
    /// Hours a week it decides about.
    pub hours_a_week: f64,
    /// By how many points the mix can change: the most any likely option moves, half of the summed differences of all shares.
    pub points: f64,
    /// What the guess rests on and what speaks against it, strongest first.
    pub because: Vec<QuestionReason>,
    /// The events it is about, most minutes first.
    pub events: Vec<QuestionEvent>,
    /// Whether an answer may leave events of it out: [`AnswerRequest::except`].
    pub excepts: bool,
    /// Whether it was put off.
    pub put_off: bool,
    /// What was said before about a part of it, and that it goes on holding.
    #[text(quotation)]
    pub holds: Option<String>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionOption {
    /// What names it within its question.
    #[text(key)]
    pub id: String,
    /// In words.
    #[text(quotation)]
    pub text: String,
    /// Whether it is what is taken to be true now; of who leads me, and of what may be one, the likeliest.
    pub guess: bool,
    /// How likely it is, 0–1; `None` where nothing tells.
    pub likely: Option<f64>,
    /// What it changes of the week mix of the time looked at, largest first. Empty for what changes nothing.
    pub shares: Vec<ShareChange>,
    /// What happens then, where no share says it: `4 questions`.
    #[text(own)]
    pub then: Option<String>,
}

/// A share before and after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ShareChange {
    /// Whose.
    pub category: Category,
    /// As it is, 0–1.
    pub before: f64,
    /// As it would be.
    pub after: f64,
}

/// Something that speaks for the guess, or against it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionReason {
    /// In words.
    #[text(quotation)]
    pub text: String,
    /// How strongly, in points; below 0 against it.
    pub weight: f64,
}

/// Events of one sort that a question is about: a series, or singles that are alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionEvent {
    /// The UID of the latest one.
    #[text(uid)]
    pub uid: String,
    /// Its instance, as [`EventRow::recurrence_id`](crate::EventRow) gives it.
    #[text(own)]
    pub recurrence_id: Option<String>,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// How it repeats, in words; `None` for singles.
    #[text(own)]
    pub cadence: Option<String>,
    /// How often in the time looked at.
    pub times: u32,
    /// Counted minutes.
    pub minutes: i64,
    /// What it is taken for.
    pub category: Category,
    /// How likely that is right, 0–1.
    pub confidence: f64,
}

/// Who answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Answerer {
    /// The user.
    #[default]
    Me,
    /// A rule of somebody's.
    Rule {
        /// What it is called.
        #[text(writing)]
        name: String,
    },
    /// A program the user ran.
    Script,
    /// An assistant.
    Assistant {
        /// What it is called.
        #[text(writing)]
        name: String,
    },
}

/// An answer as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AnswerRequest {
    /// Which question: [`Question::id`].
    #[text(key)]
    pub id: String,
    /// Which option: [`QuestionOption::id`].
    #[text(key)]
    pub option: String,
    /// Events of the question the answer is not about, by their UIDs.
    #[text(uid)]
    #[serde(default)]
    pub except: Vec<String>,
}

/// Answers as a file holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AnswerSheet {
    /// Who answered; a script where nothing is said.
    #[serde(default)]
    pub who: Option<Answerer>,
    /// The answers.
    pub answers: Vec<AnswerRequest>,
}

/// What an answer would change beside what it says, before it is given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AnswerPreview {
    /// Events the answer is not about that would follow, because the classifier learns from it; most minutes first.
    pub follow: Vec<CategoryChange>,
    /// The shares of the week mix that would be different with all of that, largest change first.
    pub shares: Vec<ShareChange>,
}

/// What became of some answers.
#[derive(Debug, Clone, PartialEq, Serialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AnswerOutcome {
    /// What is open now.
    pub library: Library,
    /// Those that were taken.
    pub taken: Vec<AnswerView>,
    /// Those that were not.
    pub refused: Vec<RefusedAnswer>,
}

/// An answer that was not taken; the others hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RefusedAnswer {
    /// Which question was meant.
    #[text(key)]
    pub id: String,
    /// Which option was.
    #[text(key)]
    pub option: String,
    /// Why, in words.
    #[text(own)]
    pub why: String,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AnswerView {
    /// The question.
    #[text(key)]
    pub id: String,
    /// The option.
    #[text(key)]
    pub option: String,
    /// Both as one sentence: `“CAB” is review`.
    #[text(quotation)]
    pub text: String,
    /// Who said so.
    pub who: Answerer,
    /// When, on the user's wall.
    #[text(own)]
    pub at: String,
    /// Which were given together: what is taken back is all of them.
    pub step: u32,
    /// Counted minutes that it changed.
    pub minutes: i64,
    /// What it decides no more, because something narrower was said later, or before.
    #[text(own)]
    pub but: Option<String>,
}

/// What open focus holds as a habit: a part of it goes to something no calendar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FocusHabit {
    /// What it goes to.
    pub category: Category,
    /// Minutes of an average week.
    pub minutes_a_week: u32,
}

/// A share with what open focus holds as a habit, beside what the file says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HabitShare {
    /// Whose.
    pub category: Category,
    /// Minutes that come to it from open focus; below 0 those that go.
    pub minutes: i64,
    /// As the file says, 0–1.
    pub without: f64,
    /// With the habit.
    pub with: f64,
}

/// A question behind the doubt of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DoubtBehind {
    /// Which: [`Question::id`].
    #[text(key)]
    pub id: String,
    /// In a few words.
    #[text(quotation)]
    pub short: String,
    /// Hours of the period it decides about.
    pub hours: f64,
}

/// What a model on this computer answers, before anything of it is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ModelProposal {
    /// What the model is called: its answers are kept under this name.
    #[text(own)]
    pub model: String,
    /// How many questions it was asked.
    pub asked: usize,
    /// All of its answers, for keeping them.
    pub answers: Vec<AnswerRequest>,
    /// Those that say something else than what is taken to be true, in the order of the questions.
    pub changes: Vec<ModelChange>,
    /// How many say what is taken to be true already.
    pub same: usize,
    /// What went wrong, one sentence each. None of it touches the answers.
    #[text(own)]
    pub troubles: Vec<String>,
}

/// What one answer of a model would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ModelChange {
    /// The question.
    #[text(key)]
    pub id: String,
    /// What it is about, in a few words.
    #[text(quotation)]
    pub short: String,
    /// The answer, in words.
    #[text(quotation)]
    pub option: String,
    /// What is taken to be true now.
    #[text(quotation)]
    pub instead_of: Option<String>,
    /// Hours a week it decides about.
    pub hours_a_week: f64,
}
