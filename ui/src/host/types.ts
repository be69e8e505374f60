// Written from crates/model by `WEEKWISE_WRITE_TYPES=1 cargo test -p weekwise-model`. Do not edit.

/**
 * Something the user did, which can be undone or done again.
 */
export type Action = { 
/**
 * What it was, in words: “Import work.ics”.
 */
label: string, 
/**
 * When it was done: the wall clock of the user's zone.
 */
at: string, };

/**
 * One change worth considering, with what it does.
 */
export type Advice = { 
/**
 * Names the change, the same wherever it is quoted: `halve:UID`, `block:strategy:2026-11-11T14:00`.
 */
id: string, 
/**
 * What is done.
 */
action: AdviceAction, 
/**
 * The series or event it is about; `None` for a new block.
 */
uid: string | null, 
/**
 * What to do, in the imperative: `Make “Platform sync” fortnightly`.
 */
text: string, 
/**
 * What it takes away, in sentences with numbers.
 */
gain: string, 
/**
 * The category the change is about.
 */
category: Category, 
/**
 * Who decides.
 */
decides: Decides, 
/**
 * Who decides and what speaks for it, in a few words: `you organize it · 11 people`.
 */
because: string, 
/**
 * How many people it touches, me included; 1 where it touches nobody else.
 */
people: number, 
/**
 * How much persuading it takes, from 0 (nobody is asked) to 5 (close to no).
 */
trouble: number, 
/**
 * A message to copy; `None` where nobody has to be told. Never sent.
 */
drafts: Drafts | null, 
/**
 * What it does, found by counting the period with the change in it.
 */
effect: AdviceEffect, 
/**
 * UIDs of the events it is about.
 */
evidence: Array<string>, 
/**
 * Ids of the signals whose own figure it lessens.
 */
helps: Array<string>, };

/**
 * What is done.
 */
export type AdviceAction = "block" | "repurpose" | "offer_slot" | "move" | "shorten" | "halve" | "document" | "merge" | "leave" | "decline" | "delegate" | "drop";

/**
 * What a change does to its period; exact, because the period is counted again with the change in it.
 *
 * A series that is in one week out of two or more changes its week only then: the figures are those of a week it changes.
 */
export type AdviceEffect = { 
/**
 * The least hours that must change category so that every band holds, without the change.
 */
hours_to_move_before: number, 
/**
 * The same with it.
 */
hours_to_move_after: number, 
/**
 * What it takes away, as everybody quotes it: `−2.1 of 12.4 h`.
 */
figure: string, 
/**
 * Focus time regained, in hours of the period; negative where some is lost.
 */
focus_hours: number, 
/**
 * The longest stretch of the focus length that comes back, in minutes.
 */
stretch_minutes: number, 
/**
 * Meetings inside working time ÷ capacity, without it.
 */
load_before: number, 
/**
 * The same with it.
 */
load_after: number, 
/**
 * Protected mornings without it.
 */
mornings_before: number, 
/**
 * The same with it.
 */
mornings_after: number, 
/**
 * Other people's hours it gives back, of the period.
 */
others_hours: number, 
/**
 * Every category, before and after.
 */
bands: Array<BandEffect>, 
/**
 * What moves, goes or comes, as the week grid draws it.
 */
ghosts: Array<Ghost>, };

/**
 * What there is to change in a period: one list in one order, quoted by everything that advises (product.md section 6,
 * *Advice*).
 */
export type AdviceList = { 
/**
 * The changes worth making, the best first.
 */
advice: Array<Advice>, 
/**
 * Why there is none, or why it is modest, and what it is silent about; `None` where there is nothing to explain.
 */
note: string | null, };

/**
 * What became of some answers.
 */
export type AnswerOutcome = { 
/**
 * What is open now.
 */
library: Library, 
/**
 * Those that were taken.
 */
taken: Array<AnswerView>, 
/**
 * Those that were not.
 */
refused: Array<RefusedAnswer>, };

/**
 * What an answer would change beside what it says, before it is given.
 */
export type AnswerPreview = { 
/**
 * Events the answer is not about that would follow, because the classifier learns from it; most minutes first.
 */
follow: Array<CategoryChange>, 
/**
 * The shares of the week mix that would be different with all of that, largest change first.
 */
shares: Array<ShareChange>, };

/**
 * An answer as it is given.
 */
export type AnswerRequest = { 
/**
 * Which question: [`Question::id`].
 */
id: string, 
/**
 * Which option: [`QuestionOption::id`].
 */
option: string, 
/**
 * Events of the question the answer is not about, by their UIDs.
 */
except: Array<string>, };

/**
 * An answer that was given.
 */
export type AnswerView = { 
/**
 * The question.
 */
id: string, 
/**
 * The option.
 */
option: string, 
/**
 * Both as one sentence: `“CAB” is review`.
 */
text: string, 
/**
 * Who said so.
 */
who: Answerer, 
/**
 * When, on the user's wall.
 */
at: string, 
/**
 * Which were given together: what is taken back is all of them.
 */
step: number, 
/**
 * Counted minutes that it changed.
 */
minutes: number, 
/**
 * What it decides no more, because something narrower was said later, or before.
 */
but: string | null, };

/**
 * Who answered.
 */
export type Answerer = { "by": "me" } | { "by": "rule", 
/**
 * What it is called.
 */
name: string, } | { "by": "script" } | { "by": "assistant", 
/**
 * What it is called.
 */
name: string, };

/**
 * A change somebody wants and follows up: what became of an advice, of a change a plan needs, or of one that was tried out
 * (product.md section 6, *Asks*).
 */
export type Ask = { 
/**
 * The id of the change it was made of, the same in advice, plan and Meetings: `halve:UID`.
 */
id: string, 
/**
 * What is to be done; `None` of one that was put aside before its action was kept.
 */
action: AdviceAction | null, 
/**
 * The series or event it is about; `None` for a new block.
 */
uid: string | null, 
/**
 * What to do, in the imperative: `Make “Platform sync” fortnightly`.
 */
text: string, 
/**
 * Where it stands.
 */
state: AskState, 
/**
 * The last day of the trial, of what is on trial.
 */
until: string | null, 
/**
 * What the user wrote to it.
 */
note: string, 
/**
 * How the series was when it was asked for; `None` where the change is about none.
 */
series: SeriesShape | null, 
/**
 * Of what is done once: when it is and when it would be; `None` where it is about a whole series.
 */
once: AskOnce | null, 
/**
 * The category it is about; `None` of one that was made before that was kept.
 */
category: Category | null, 
/**
 * What the calendar of its series was called; `None` where it is about none.
 */
calendar: string | null, 
/**
 * A message to copy; `None` where nobody has to be told. Never sent.
 */
drafts: Drafts | null, 
/**
 * Where it stood before, oldest first; the last one is where it stands.
 */
steps: Array<AskStep>, };

/**
 * When something that is changed once is, and when it would be.
 */
export type AskOnce = { 
/**
 * Which instance of its series, as answers write it; `None` for a single event and a new block.
 */
instance: string | null, 
/**
 * When it is; `None` for a new block.
 */
from: AskSpan | null, 
/**
 * When it would be; `None` where it would not be held with me.
 */
to: AskSpan | null, };

/**
 * A step of an ask that the user makes.
 */
export type AskRequest = { 
/**
 * The id of the change, or of the ask made of it.
 */
id: string, 
/**
 * The week whose advice it is; the one that is shown first where none is named.
 */
week: IsoWeek | null, 
/**
 * The wishes of the plan that needs it, where it is a plan’s.
 */
wishes: PlanWishes | null, 
/**
 * The days of Meetings it was tried out on, where it was.
 */
selection: Selection | null, 
/**
 * Where it stands from now on.
 */
state: AskState, 
/**
 * The last day of a trial.
 */
until: string | null, 
/**
 * What the user writes to it; `None` leaves what is there.
 */
note: string | null, };

/**
 * From an instant to before another.
 */
export type AskSpan = { 
/**
 * The first instant.
 */
start: string, 
/**
 * The first instant after it.
 */
end: string, };

/**
 * Where an ask stands.
 */
export type AskState = "to_ask" | "asked" | "on_trial" | "agreed" | "refused" | "dropped";

/**
 * One step of an ask.
 */
export type AskStep = { 
/**
 * When.
 */
at: string, 
/**
 * Where it stands since then.
 */
state: AskState, 
/**
 * What the calendar showed that moved it, in words; `None` where the user did.
 */
saw: string | null, 
/**
 * Whether that was that it is as it was before.
 */
back: boolean, };

/**
 * An ask, and what can be said of it now.
 */
export type AskView = { 
/**
 * The ask.
 */
ask: Ask, 
/**
 * Where it stands, in a few words: `asked 9 Nov, no answer yet`.
 */
stands: string, 
/**
 * Whether it was agreed and the meeting is as it was before.
 */
came_back: boolean, 
/**
 * What the weeks before and after it look like; `None` where it was not agreed.
 */
helped: BeforeAfter | null, };

/**
 * Everything that was asked for, and what came of it.
 */
export type AsksView = { 
/**
 * What is open first, then what was agreed, then the rest; the newest first in each.
 */
asks: Array<AskView>, 
/**
 * How many were ever asked: all but those never asked and those dropped before.
 */
asked: number, 
/**
 * How many of them were agreed, and hold.
 */
agreed: number, 
/**
 * How many came back.
 */
came_back: number, 
/**
 * Hours a week that those agreed give back, as the calendar shows it.
 */
hours_back: number, 
/**
 * All of it in a sentence: `Asked 6, agreed 4, 5.5 h a week back, one came back`; `None` where nothing was asked.
 */
text: string | null, 
/**
 * Protected mornings before and since the first exported plan; `None` where none was exported.
 */
mornings: BeforeAfter | null, };

/**
 * Meetings that follow each other within 5 min.
 */
export type BackToBackChain = { 
/**
 * The day it starts on.
 */
day: string, 
/**
 * When it starts, RFC 3339 in the report's zone.
 */
start: string, 
/**
 * When it ends.
 */
end: string, 
/**
 * From its start to its end.
 */
hours: number, 
/**
 * True over 3 h.
 */
hard: boolean, 
/**
 * Its meetings, in order.
 */
uids: Array<string>, };

/**
 * A copy of the library.
 */
export type Backup = { 
/**
 * Its file's name, by which it is asked for.
 */
name: string, 
/**
 * How large it is, in bytes.
 */
bytes: number, };

/**
 * A category's target range, as shares of the week, 0–1. A target, never a norm: nobody has measured what is normal.
 */
export type Band = { 
/**
 * The category it is for.
 */
category: Category, 
/**
 * The least share.
 */
low: number, 
/**
 * The greatest share.
 */
high: number, };

/**
 * A band that cannot hold.
 */
export type BandBreak = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * The category.
 */
category: Category, 
/**
 * Hours too many (positive) or out of reach (negative).
 */
hours: number, 
/**
 * In words: `Week 48: cross-team is promised 2.5 h above its band.`
 */
text: string, };

/**
 * What a change does to one category.
 */
export type BandEffect = { 
/**
 * The category.
 */
category: Category, 
/**
 * Its share of the week mix without the change, 0–1.
 */
share_before: number, 
/**
 * The same with it.
 */
share_after: number, 
/**
 * Where it stands without it.
 */
status_before: BandStatus, 
/**
 * Where it stands with it.
 */
status_after: BandStatus, 
/**
 * Hours outside the band without it: negative below, positive above, 0 within.
 */
gap_hours_before: number, 
/**
 * The same with it.
 */
gap_hours_after: number, };

/**
 * Where a share lies, seen from its band.
 */
export type BandStatus = "under" | "within" | "over" | "untargeted";

/**
 * Where a threshold comes from.
 */
export type Basis = "study" | "convention" | "ours";

/**
 * The four ordinary weeks before something changed, and the four after it. It says what changed along with it, never
 * that it did so because of it.
 */
export type BeforeAfter = { 
/**
 * The day it changed.
 */
since: string, 
/**
 * The category the change is about; `None` where it is about none, or nobody knows.
 */
category: Category | null, 
/**
 * The weeks before, each a Monday or the first day of a week.
 */
before: OrdinaryWeeks, 
/**
 * The weeks after.
 */
after: OrdinaryWeeks, 
/**
 * How many more weeks are needed before this says anything; 0 where it does.
 */
weeks_needed: number, 
/**
 * In a sentence: `4 weeks before: 9.1 h focus; since: 11.4 h; cross-team 30 → 24 %`.
 */
text: string, };

/**
 * Whose events are asked for: what a mark, a cell or a figure rests on.
 */
export type Behind = { "of": "everything" } | { "of": "hour", 
/**
 * 0 is Monday, 6 is Sunday.
 */
weekday: number, 
/**
 * 0–23.
 */
hour: number, } | { "of": "category", 
/**
 * Which.
 */
category: Category, } | { "of": "series", 
/**
 * Their UIDs, as answers name them.
 */
uids: Array<string>, } | { "of": "metric", 
/**
 * Which.
 */
metric: Metric, };

/**
 * Where a block comes from.
 */
export type BlockOrigin = "kept" | "new" | "locked";

/**
 * What dropping a block somewhere would do.
 */
export type BlockTrial = { 
/**
 * Why it cannot be there; `None` where it can.
 */
refused: string | null, 
/**
 * What would have to change for it.
 */
changes: Array<PlanChange>, 
/**
 * In a sentence: `“Platform sync” moves to Tuesday, 14:00–14:30.`
 */
text: string, };

/**
 * A meeting that is the only time a team is met.
 */
export type Bridge = { 
/**
 * [`TeamView::id`].
 */
team: string, 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * My hours in it, a week.
 */
hours_per_week: number, 
/**
 * In one sentence: `“Data sync” is the only meeting with Data platform.`
 */
text: string, };

/**
 * One calendar of a file.
 */
export type CalendarCheck = { 
/**
 * Its number.
 */
id: CalendarId, 
/**
 * What people call it.
 */
name: string, 
/**
 * VEVENTs read from it.
 */
events: number, };

/**
 * Names one calendar among those read together: its place in the order of reading, from 0.
 */
export type CalendarId = number;

/**
 * A calendar to choose.
 */
export type CalendarName = { 
/**
 * Its number among the calendars read together.
 */
id: CalendarId, 
/**
 * What people call it.
 */
name: string, };

/**
 * What the user can set on a calendar.
 */
export type CalendarSettings = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Its colour, as CSS writes it.
 */
color: string | null, 
/**
 * IANA name of the zone its floating times are meant in.
 */
zone: string | null, 
/**
 * The category of events that nothing else says anything about.
 */
category: Category | null, 
/**
 * Whether its events count.
 */
included: boolean, };

/**
 * The six categories of work time, and what is not work (product.md section 2).
 */
export type Category = "deep_work" | "one_on_one" | "cross_team" | "review" | "strategy" | "other_work" | "personal";

/**
 * Occurrences of one series that would change their category.
 */
export type CategoryChange = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * How many of its occurrences in the period.
 */
count: number, 
/**
 * Their counted minutes.
 */
minutes: number, 
/**
 * What they are now.
 */
from: Category, 
/**
 * What they would be.
 */
to: Category, 
/**
 * Whether the correction says so itself; else the classifier learnt it from it.
 */
covered: boolean, };

/**
 * One category's part of a mix, beside its band.
 */
export type CategoryShare = { 
/**
 * The category.
 */
category: Category, 
/**
 * Booked minutes, each minute counted once.
 */
minutes: number, 
/**
 * Free minutes in stretches of at least the focus length; only deep work has any, only in the week mix.
 */
open_focus_minutes: number, 
/**
 * `(minutes + open_focus_minutes) / denominator`, 0–1; 0 where the denominator is 0.
 */
share: number, 
/**
 * Lower end of the band; `None` for other work.
 */
low: number | null, 
/**
 * Upper end of the band.
 */
high: number | null, 
/**
 * The least share it could have if every uncertain event of this category belonged to its runner-up.
 */
range_low: number, 
/**
 * The greatest share it could have if every uncertain event with this runner-up, and all that is not known, belonged
 * here.
 */
range_high: number, 
/**
 * How far the share lies outside the band, in percentage points: negative below, positive above, 0 within.
 */
gap_points: number, 
/**
 * The same in hours of this period.
 */
gap_hours: number, 
/**
 * Where the share lies.
 */
status: BandStatus, };

/**
 * What is done to a meeting.
 */
export type ChangeAction = "move" | "shorten" | "async" | "decline";

/**
 * A period from which on a measure stays at another level.
 */
export type ChangePoint = { 
/**
 * What changed.
 */
measure: Measure, 
/**
 * [`TrendPeriod::id`] of the first period at the new level.
 */
at: string, 
/**
 * The first day of that period.
 */
day: string, 
/**
 * The story: `Cross-team broke in week 9: +4.5 h a week, 3 h of it from “Platform sync”.`
 */
text: string, 
/**
 * The level before it, in hours a week (the median of its periods).
 */
before_hours: number, 
/**
 * The level since, in hours a week.
 */
after_hours: number, 
/**
 * Their difference.
 */
change_hours: number, 
/**
 * How many periods the level before lasted.
 */
before_periods: number, 
/**
 * How many periods the level since lasted so far.
 */
after_periods: number, 
/**
 * Whether it is for the worse, seen from the bands: `None` where it is neither.
 */
for_the_worse: boolean | null, 
/**
 * The series behind it, the greatest change in the same direction first; at most five.
 */
series: Array<SeriesDifference>, };

/**
 * What `weekwise check` prints.
 */
export type CheckReport = { 
/**
 * One entry a file, in the order they were read.
 */
files: Array<FileCheck>, 
/**
 * Every problem, in the order of files and lines.
 */
diagnostics: Array<Diagnostic>, };

/**
 * What an occurrence is, how sure that is, and why (product.md section 4).
 */
export type Classification = { 
/**
 * The category its time goes to.
 */
category: Category, 
/**
 * What it is, finely.
 */
kind: Kind, 
/**
 * How likely the category is right, 0–1.
 */
confidence: number, 
/**
 * What decided, strongest first.
 */
because: Array<Evidence>, 
/**
 * The next likely category, where there is one.
 */
runner_up: RunnerUp | null, 
/**
 * What decided outright, where something did; else the evidence did.
 */
decided_by?: Decision, };

/**
 * Who is what to me, as far as the user says; what is not said is read from who meets whom. Addresses.
 */
export type Colleagues = { 
/**
 * My team; nobody where I have none.
 */
team: Array<string> | null, 
/**
 * Who leads me: their 1:1 with me stays as it is. Nobody where none of them does.
 */
managers: Array<string> | null, 
/**
 * Whom I mentor: a meeting of us two is mentoring.
 */
mentored: Array<string> | null, };

/**
 * A company that is not mine, by the domain of its addresses.
 */
export type Company = { 
/**
 * The domain.
 */
domain: string, 
/**
 * How many of its people.
 */
people: number, 
/**
 * Meetings with them.
 */
meetings: number, 
/**
 * My hours with them, a week.
 */
hours_per_week: number, 
/**
 * UIDs of those meetings.
 */
evidence: Array<string>, 
/**
 * When it was last met.
 */
last: string | null, };

/**
 * What must hold, or must not.
 */
export type Condition = { 
/**
 * Whether it must *not* hold.
 */
negated: boolean, 
/**
 * What is looked at.
 */
test: Test, };

/**
 * Where counted occurrences overlap.
 */
export type ConflictMetrics = { 
/**
 * Time with two or more counted occurrences: the overlapping part only, each minute once.
 */
hours: number, 
/**
 * UIDs of the occurrences that overlap.
 */
uids: Array<string>, };

/**
 * What the user said something really is (product.md section 4).
 */
export type Correction = { 
/**
 * How far it reaches.
 */
scope: Scope, 
/**
 * What it is about: an occurrence's or a series' name, or what things alike have in common. Made by the
 * classifier; everybody else hands it on as it is.
 */
key: string, 
/**
 * What it is.
 */
category: Category, 
/**
 * What it is, finely. A kind may stand in another category than its own: the user's word counts.
 */
kind: Kind | null, 
/**
 * When the user said so.
 */
made_at: string, };

/**
 * What a correction would change, before it is saved.
 */
export type CorrectionPreview = { 
/**
 * What would be saved; `None` where a correction is taken back.
 */
correction: Correction | null, 
/**
 * How many occurrences of the period it decides outright, changed or not.
 */
covers: number, 
/**
 * How many other occurrences would change their category because the classifier learns from it.
 */
others: number, 
/**
 * Counted minutes of the period that would change their category.
 */
minutes: number, 
/**
 * What would change, most minutes first.
 */
changes: Array<CategoryChange>, };

/**
 * A correction as a screen asks for it: this occurrence, so far, is that.
 */
export type CorrectionRequest = { 
/**
 * The series of the occurrence it was asked from.
 */
uid: string, 
/**
 * Which instance, as [`EventRow::recurrence_id`](crate::EventRow) gives it; `None` for a single event, or
 * where the scope is wider than one occurrence.
 */
recurrence_id: string | null, 
/**
 * How far it is to reach.
 */
scope: Scope, 
/**
 * What it is; `None` takes the correction of this scope back.
 */
category: Category | null, 
/**
 * What it is, finely.
 */
kind: Kind | null, };

/**
 * What the user said an event does to the day.
 */
export type DayCorrection = { 
/**
 * How far it reaches.
 */
scope: Scope, 
/**
 * What it is about, as in [`Correction::key`](crate::Correction::key).
 */
key: string, 
/**
 * What it does.
 */
effect: DayEffect, 
/**
 * When the user said so.
 */
made_at: string, };

/**
 * A correction of the effect as a screen asks for it: this occurrence, so far, does that.
 */
export type DayCorrectionRequest = { 
/**
 * The series of the occurrence it was asked from.
 */
uid: string, 
/**
 * Which instance, as [`EventRow::recurrence_id`](crate::EventRow) gives it; `None` for a single event, or
 * where the scope is wider than one occurrence.
 */
recurrence_id: string | null, 
/**
 * How far it is to reach.
 */
scope: Scope, 
/**
 * What it does; `None` takes the correction of this scope back.
 */
effect: DayEffect | null, };

/**
 * What an event does to the day it lies on: the second judgement beside its category (product.md section 5).
 */
export type DayEffect = "work" | "break" | "off" | "note" | "not_held";

/**
 * One thing that spoke for an effect.
 */
export type DayEvidence = { 
/**
 * In words: `somebody else's name stands in the title`.
 */
text: string, 
/**
 * The effect it speaks for.
 */
effect: DayEffect, 
/**
 * How strongly, in logits; more than 0.
 */
weight: number, };

/**
 * What an event does to the day, how sure that is, and why.
 */
export type DayJudgement = { 
/**
 * What it does.
 */
effect: DayEffect, 
/**
 * How likely that is right, 0–1.
 */
confidence: number, 
/**
 * Everything that was weighed, for this effect and for others; strongest first, those for this effect before the
 * others.
 */
because: Array<DayEvidence>, 
/**
 * The next likely effect, where there is one.
 */
runner_up: DayRunnerUp | null, 
/**
 * The part of the day it takes, where time off is written on a whole day and takes only some of it.
 */
part?: DayPart, 
/**
 * What decided outright, where something did; else the evidence did.
 */
decided_by?: Decision, };

/**
 * One working day.
 */
export type DayMetrics = { 
/**
 * The day.
 */
day: string, 
/**
 * Its working hours less breaks and time off.
 */
capacity_hours: number, 
/**
 * Counted time on it, blocks too, each minute once.
 */
booked_hours: number, 
/**
 * Union of its meetings inside working time.
 */
meeting_hours: number, 
/**
 * Its longest free-or-focus stretch of working time, in minutes.
 */
longest_stretch_minutes: number, 
/**
 * Meetings > 6 h, or > 75 % of the day, or no gap ≥ 60 min.
 */
overloaded: boolean, 
/**
 * Which of these holds, in words.
 */
overloaded_because: string | null, };

/**
 * The part of a working day that time off takes.
 */
export type DayPart = "first_half" | "second_half" | { "until": string } | { "from": string };

/**
 * The effect that came second.
 */
export type DayRunnerUp = { 
/**
 * Which.
 */
effect: DayEffect, 
/**
 * How likely it is instead, 0–1.
 */
confidence: number, };

/**
 * One day's column.
 */
export type DayView = { 
/**
 * The day.
 */
day: string, 
/**
 * Whether the user marked it as a day off.
 */
day_off: boolean, 
/**
 * The stay this date lies in: its working hours are meant on the wall clock there.
 */
stay: Stay | null, 
/**
 * Counted hours on it, each minute once.
 */
booked_hours: number, 
/**
 * Meeting hours inside working time.
 */
meeting_hours: number, 
/**
 * Whether it is overloaded.
 */
overloaded: boolean, 
/**
 * Why, in words.
 */
overloaded_because: string | null, 
/**
 * Its working hours.
 */
working: Array<TimeRange>, 
/**
 * Its free stretches of working time.
 */
gaps: Array<GapView>, };

/**
 * Days that become days off, or working days again.
 */
export type DaysOff = { 
/**
 * The days.
 */
days: Array<string>, 
/**
 * Whether they are off.
 */
off: boolean, };

/**
 * Who decides about a change.
 */
export type Decides = "me" | "as_organizer" | "others";

/**
 * What decided outright, before any evidence was weighed (product.md section 4, *Order*).
 */
export type Decision = { "by": "correction", 
/**
 * How far it reaches.
 */
scope: Scope, } | { "by": "rule", 
/**
 * Its place in the order, from 1.
 */
number: number, 
/**
 * What the user calls it.
 */
name: string, 
/**
 * Whether it leaves the time out.
 */
leaves_out: boolean, } | { "by": "tag", 
/**
 * As written.
 */
written: string, };

/**
 * What was wrong in a calendar and what was done about it. Never carries a title or a name.
 */
export type Diagnostic = { 
/**
 * The file as the user gave it (see [`Calendar::file`](crate::Calendar::file)).
 */
file: string, 
/**
 * The line it is about, from 1; 0 where it is about the whole file.
 */
line: number, 
/**
 * The event it is about, where it is about one.
 */
uid: string | null, 
/**
 * A stable name for this kind of problem, in kebab case: `unknown-time-zone`.
 */
code: string, 
/**
 * What was wrong, in words.
 */
problem: string, 
/**
 * What was done, in words.
 */
remedy: string, 
/**
 * What was done, for programs.
 */
outcome: Outcome, };

/**
 * How times and weeks are written (section 8 of docs/product.md). No figure of a day depends on it.
 */
export type Display = { 
/**
 * `9:30 pm` instead of `21:30`.
 */
twelve_hours: boolean, 
/**
 * The day a week begins with.
 */
first_day: FirstDay, 
/**
 * Whether weeks are called by their numbers.
 */
week_numbers: boolean, };

/**
 * A question behind the doubt of an answer.
 */
export type DoubtBehind = { 
/**
 * Which: [`Question::id`].
 */
id: string, 
/**
 * In a few words.
 */
short: string, 
/**
 * Hours of the period it decides about.
 */
hours: number, };

/**
 * A message in three tones.
 */
export type Drafts = { 
/**
 * Matter of fact.
 */
plain: string, 
/**
 * With more words.
 */
warm: string, 
/**
 * One or two sentences.
 */
brief: string, };

/**
 * One event that is different.
 */
export type EventDifference = { 
/**
 * Its UID.
 */
uid: string, 
/**
 * Which instance, where it is about one of a series: wall clock of the user's zone, or a date.
 */
recurrence_id: string | null, 
/**
 * Its title, the later one where there are two.
 */
title: string, 
/**
 * When it started in the earlier snapshot: wall clock of the user's zone, or a date.
 */
before: string | null, 
/**
 * When it starts in the later one.
 */
after: string | null, };

/**
 * One occurrence as `weekwise events --format json` prints it (product.md section 9).
 */
export type EventRow = { 
/**
 * The series.
 */
uid: string, 
/**
 * Which instance: RFC 3339, or `YYYY-MM-DD`; `None` for a single event.
 */
recurrence_id: string | null, 
/**
 * RFC 3339 with offset in the asked-for zone; `YYYY-MM-DD` when `all_day`.
 */
start: string, 
/**
 * The same for its end, which is not included.
 */
end: string, 
/**
 * Of whole days.
 */
all_day: boolean, 
/**
 * Its title.
 */
summary: string, 
/**
 * `CONFIRMED`, `TENTATIVE`, `CANCELLED`.
 */
status: Status, 
/**
 * My own answer.
 */
response: Response, 
/**
 * Whether its time counts.
 */
counted: boolean, 
/**
 * Why not.
 */
not_counted_because: NotCounted | null, 
/**
 * What it does to the day.
 */
effect: DayEffect, 
/**
 * How many people, me included; `None` where the calendar does not say.
 */
people: number | null, 
/**
 * Its category; `None` where the calendar says neither what it is nor who is there.
 */
category: Category | null, 
/**
 * Its kind; `other` without a category.
 */
kind: Kind, 
/**
 * How likely the category is right, 0–1.
 */
confidence: number, 
/**
 * What decided, strongest first, in words.
 */
because: Array<string>, 
/**
 * The name of its calendar.
 */
calendar: string, 
/**
 * Minutes of travel before it, which are no working time; `None` without any.
 */
travel_minutes?: number, };

/**
 * One occurrence in the window.
 */
export type EventView = { 
/**
 * Unique among the week's occurrences: UID, a space, and the start.
 */
key: string, 
/**
 * What names its series: the UID, or that of its first instance where the file gives each its own.
 */
series: string, 
/**
 * What the command line prints of it.
 */
row: EventRow, 
/**
 * When it begins, on the wall clock (midnight for whole days).
 */
start: string, 
/**
 * When it ends.
 */
end: string, 
/**
 * Meeting or block.
 */
shape: Shape, 
/**
 * Counted but not promised: tentative or unanswered.
 */
tentative: boolean, 
/**
 * Part of a series.
 */
recurring: boolean, 
/**
 * Whether the series repeats, in words: `every 2 weeks on Tuesday`; `None` for a single event.
 */
cadence: string | null, 
/**
 * Minutes of this week that its category gets from it, after conflicts.
 */
minutes: number, 
/**
 * It overlaps another counted occurrence.
 */
conflict: boolean, 
/**
 * Whether I organize it or placed it alone.
 */
mine: boolean, 
/**
 * Where it is.
 */
location: string, 
/**
 * Its description, as text.
 */
description: string, 
/**
 * Who is in it, display name or address, me first.
 */
people: Array<string>, 
/**
 * Its category, with evidence and runner-up.
 */
classification: Classification, 
/**
 * What would change the category, in words.
 */
would_change: Array<string>, 
/**
 * What it does to the day, with evidence and runner-up.
 */
day: DayJudgement, 
/**
 * What would change that, in words.
 */
day_would_change: Array<string>, };

/**
 * The events behind a figure.
 */
export type EventsBehind = { 
/**
 * The largest first; at most two hundred.
 */
events: Array<EventView>, 
/**
 * How many there are.
 */
count: number, 
/**
 * Minutes of the period that their categories get from all of them, after conflicts.
 */
minutes: number, };

/**
 * One thing that spoke for a category.
 */
export type Evidence = { 
/**
 * In words: `title says “design review”`.
 */
text: string, 
/**
 * The category it speaks for.
 */
category: Category, 
/**
 * How strongly, in the classifier's own points; more than 0.
 */
weight: number, };

/**
 * One thing that was done.
 */
export type EvidenceItem = { 
/**
 * The series it belongs to; ticking it shows the titles of all its items.
 */
uid: string, 
/**
 * The day.
 */
day: string, 
/**
 * Its title, where it is ticked; else its kind.
 */
title: string, 
/**
 * Whether the title is shown.
 */
ticked: boolean, 
/**
 * My hours.
 */
hours: number, };

/**
 * The line of one review.
 */
export type EvidenceLine = { 
/**
 * The week that was reviewed.
 */
week: IsoWeek, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * What mattered in it.
 */
line: string, 
/**
 * Whether the record quotes it.
 */
ticked: boolean, };

/**
 * A quarter's or year's record for a talk about performance or promotion (section 6 of docs/product.md).
 */
export type EvidenceReport = { 
/**
 * What it is about.
 */
period: PeriodJson, 
/**
 * True for the demo calendar.
 */
demo: boolean, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * Reviews held, people mentored, teams bridged, strategy, focus.
 */
sections: Array<EvidenceSection>, 
/**
 * Who was mentored and for how long, the most hours first.
 */
mentored: Array<PersonHours>, 
/**
 * What mattered, week by week, in the user’s words: the lines of reviews. Handed on are those that are ticked.
 */
lines: Array<EvidenceLine>, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * A record of some days that is to be handed on: an evidence report, or a look back.
 */
export type EvidenceRequest = { 
/**
 * The first day, in the display zone.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * The UIDs whose titles are shown.
 */
ticked: Array<string>, 
/**
 * Whether it says who was mentored or met, or only how many.
 */
names: boolean, };

/**
 * One part of the record.
 */
export type EvidenceSection = { 
/**
 * A stable name: `reviews`, `mentoring`, `teams`, `strategy`, `focus`.
 */
id: string, 
/**
 * The name people read.
 */
title: string, 
/**
 * The figures in one sentence: `41 reviews in 38 h, 29 of them led.`
 */
text: string, 
/**
 * Hours of the period.
 */
hours: number, 
/**
 * How many: reviews, people, teams, blocks.
 */
count: number, 
/**
 * What it rests on, by day.
 */
items: Array<EvidenceItem>, };

/**
 * Why an occurrence has its category: what `weekwise explain` prints.
 */
export type Explanation = { 
/**
 * The occurrence as `weekwise events` prints it.
 */
event: EventRow, 
/**
 * Category, confidence, evidence, runner-up.
 */
classification: Classification, 
/**
 * What would change the answer, in words.
 */
would_change: Array<string>, 
/**
 * What it does to the day, with evidence and runner-up.
 */
day: DayJudgement, 
/**
 * What would change that, in words.
 */
day_would_change: Array<string>, 
/**
 * How its minutes are counted, in words.
 */
counting: string, };

/**
 * Every figure of a period, when in the week it happens, and how the free time is cut (sections 5 and 8 of
 * docs/product.md).
 */
export type FiguresView = { 
/**
 * What the figures are about.
 */
period: PeriodJson, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * Every metric.
 */
metrics: Metrics, 
/**
 * The week mix, beside the bands.
 */
mix: Mix, 
/**
 * When meetings are, and where they take focus time.
 */
heat: HeatMap, 
/**
 * The free stretches of working time by length, the longest class first; always all six.
 */
free: Array<StretchClass>, 
/**
 * Neighbouring gaps that would be one if one meeting moved by at most 60 min, the longest result first; at most a
 * hundred.
 */
merges: Array<Merge>, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * What one file held.
 */
export type FileCheck = { 
/**
 * The file as the user gave it.
 */
file: string, 
/**
 * Its calendars.
 */
calendars: Array<CalendarCheck>, 
/**
 * VEVENTs in the file.
 */
events: number, 
/**
 * Occurrences that overlap the asked-for range.
 */
occurrences: number, 
/**
 * Problems that were repaired.
 */
repaired: number, 
/**
 * VEVENTs that are not in the result; `events - left_out` are.
 */
left_out: number, };

/**
 * The day a week begins with.
 */
export type FirstDay = "monday" | "sunday" | "saturday";

/**
 * What one series costs in focus time.
 */
export type FocusCost = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * Its category.
 */
category: Category, 
/**
 * Focus time without it − focus time with it, hours a week.
 */
hours_per_week: number, };

/**
 * What open focus holds as a habit: a part of it goes to something no calendar shows.
 */
export type FocusHabit = { 
/**
 * What it goes to.
 */
category: Category, 
/**
 * Minutes of an average week.
 */
minutes_a_week: number, };

/**
 * How much of the coming weeks is already promised.
 */
export type ForwardBook = { 
/**
 * The next eight weeks, this one first.
 */
weeks: Array<ForwardWeek>, 
/**
 * The first week in which a band can no longer hold.
 */
first_break: BandBreak | null, };

/**
 * One coming week.
 */
export type ForwardWeek = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * Its Monday.
 */
from: string, 
/**
 * Its Sunday.
 */
to: string, 
/**
 * Working hours less breaks, time off and personal occurrences.
 */
capacity_hours: number, 
/**
 * Counted hours already in the calendar.
 */
promised_hours: number, 
/**
 * `promised / (working time ∪ promised)`; 0 of nothing.
 */
promised_share: number, 
/**
 * The week mix as booked so far.
 */
mix: Mix, 
/**
 * Bands that cannot hold any more, whatever fills the free time.
 */
breaks: Array<BandBreak>, };

/**
 * Free gaps shorter than the focus length, in hours.
 */
export type FragmentedTime = { 
/**
 * All of them.
 */
total: number, 
/**
 * Gaps under 30 min.
 */
under_30: number, 
/**
 * Gaps of 30 to 59 min.
 */
from_30_to_59: number, 
/**
 * Gaps of 60 min up to the focus length.
 */
from_60_to_119: number, };

/**
 * How many free stretches of working time there are, by length; each counted in the longest class it reaches.
 */
export type FreeStretches = { 
/**
 * 4 h and longer.
 */
from_4_hours: number, 
/**
 * 3 h and longer.
 */
from_3_hours: number, 
/**
 * 2 h and longer.
 */
from_2_hours: number, 
/**
 * 1.5 h and longer.
 */
from_90_minutes: number, 
/**
 * 1 h and longer.
 */
from_1_hour: number, 
/**
 * Shorter than 1 h.
 */
shorter: number, 
/**
 * Neighbours that would merge if the one meeting between them moved by at most 60 min.
 */
mergeable: number, };

/**
 * What a free stretch is good for.
 */
export type GapKind = "open_focus" | "fragment";

/**
 * How far a category is from its band: max(low − share, 0, share − high).
 */
export type GapToBand = { 
/**
 * The category.
 */
category: Category, 
/**
 * In percentage points of the week mix; 0 within the band.
 */
points: number, 
/**
 * In hours; 0 within the band.
 */
hours: number, };

/**
 * A free stretch of working time.
 */
export type GapView = { 
/**
 * When it begins, on the wall clock.
 */
start: string, 
/**
 * When it ends.
 */
end: string, 
/**
 * Elapsed minutes.
 */
minutes: number, 
/**
 * Whether it is long enough to work in.
 */
kind: GapKind, };

/**
 * Something in the week grid that a change moves, removes or adds. Wall-clock times (`YYYY-MM-DDTHH:MM:SS`).
 */
export type Ghost = { 
/**
 * Of an event: its UID; `None` for what is new.
 */
uid: string | null, 
/**
 * Its title, or what a new block is for.
 */
title: string, 
/**
 * Its category with the change.
 */
category: Category, 
/**
 * When it is without the change; `None` for what is new.
 */
start: string | null, 
/**
 * When it ends without it.
 */
end: string | null, 
/**
 * When it is with the change; `None` for what goes.
 */
to_start: string | null, 
/**
 * When it ends with it.
 */
to_end: string | null, };

/**
 * How long the periods of a trend are.
 */
export type Grain = "week" | "month" | "quarter";

/**
 * One line of the card: a value, and where it comes from.
 */
export type Guess<T> = { 
/**
 * What is in force.
 */
value: T, 
/**
 * Where it comes from.
 */
source: GuessSource, 
/**
 * The same in words, to follow the value: `the zone most events were written in`.
 */
because: string, };

/**
 * How far the guesses of one category were off.
 */
export type GuessOff = { 
/**
 * The category.
 */
category: Category, 
/**
 * The mean share that was guessed, 0–1.
 */
guessed: number, 
/**
 * The mean share of the same weeks, 0–1.
 */
was: number, 
/**
 * By how many percentage points the guesses were too high (above 0) or too low.
 */
points: number, 
/**
 * How many guesses that is the mean of.
 */
times: number, };

/**
 * Where a setting comes from that nobody confirmed yet, or that somebody did.
 */
export type GuessSource = "said" | "stated" | "events" | "usual";

/**
 * What somebody guessed of a category.
 */
export type GuessedShare = { 
/**
 * The category.
 */
category: Category, 
/**
 * Its share of the week, 0–1.
 */
share: number, };

/**
 * A share with what open focus holds as a habit, beside what the file says.
 */
export type HabitShare = { 
/**
 * Whose.
 */
category: Category, 
/**
 * Minutes that come to it from open focus; below 0 those that go.
 */
minutes: number, 
/**
 * As the file says, 0–1.
 */
without: number, 
/**
 * With the habit.
 */
with: number, };

/**
 * One hour of one weekday, on the wall clock, added up over the period.
 */
export type HeatCell = { 
/**
 * 0 is Monday, 6 is Sunday.
 */
weekday: number, 
/**
 * 0–23.
 */
hour: number, 
/**
 * How often the period has this weekday.
 */
days: number, 
/**
 * Minutes of working time.
 */
working_minutes: number, 
/**
 * Minutes in meetings, overlaps once.
 */
meeting_minutes: number, 
/**
 * Of all these hours, 0–1.
 */
meeting_share: number, 
/**
 * Minutes of working time that would lie in a stretch of the focus length without any meeting of their day, and do
 * not with them: the meetings themselves and the fragments they leave.
 */
focus_lost_minutes: number, 
/**
 * Of all these hours, 0–1.
 */
focus_lost_share: number, 
/**
 * Meetings that reach into it.
 */
meetings: number, };

/**
 * The weekdays by the hours of the day.
 */
export type HeatMap = { 
/**
 * By weekday, then hour: every hour from the first to the last of every weekday from Monday to the last.
 */
cells: Array<HeatCell>, 
/**
 * The first hour that any weekday has working time or a meeting in.
 */
first_hour: number, 
/**
 * The last one, included.
 */
last_hour: number, 
/**
 * The last weekday with working time or a meeting, at least Friday: 4 is Friday, 6 is Sunday.
 */
last_weekday: number, };

/**
 * A title or name, and what stands for it.
 */
export type HiddenWord = { 
/**
 * As the calendar has it.
 */
word: string, 
/**
 * As others see it.
 */
shown: string, };

/**
 * How much a series achieves.
 */
export type Impact = "low" | "high";

/**
 * What an import brought, a line for each calendar in it.
 */
export type ImportSummary = { 
/**
 * The calendars that were imported.
 */
calendars: Array<ImportedCalendar>, 
/**
 * What was wrong in them.
 */
diagnostics: Array<Diagnostic>, };

/**
 * What an import did to one calendar.
 */
export type ImportedCalendar = { 
/**
 * Names it in the library.
 */
key: number, 
/**
 * What it is called there.
 */
name: string, 
/**
 * It is new.
 */
created: boolean, 
/**
 * It held these very bytes already; nothing was written.
 */
identical: boolean, 
/**
 * Events that were not there before.
 */
added: number, 
/**
 * Events that start at another time.
 */
moved: number, 
/**
 * Events that are otherwise different.
 */
changed: number, 
/**
 * Events that are called off.
 */
cancelled: number, 
/**
 * Events that are not there any more.
 */
removed: number, 
/**
 * Events of earlier imports that stay because they lie outside the days this one tells of.
 */
still_holding: number, 
/**
 * The calendar it may be: nothing in the two tells, so that the user is asked. Until then they are two.
 */
may_be?: MayBe, };

/**
 * The card that asks once: “Is this you?” (product.md section 8). Everything in it is in force already.
 */
export type Introduction = { 
/**
 * My own addresses.
 */
me: Guess<Array<string>>, 
/**
 * The home zone, an IANA name.
 */
zone: Guess<string>, 
/**
 * The zone of this machine.
 */
machine_zone: string, 
/**
 * Whether the calendar was written in a zone whose clock differs from this machine's: ask before anything is said.
 */
zone_differs: boolean, 
/**
 * The usual working day as this machine's clock shows it, where that differs: what it would be if the zone were
 * this machine's.
 */
machine_hours: TimeRange | null, 
/**
 * When a usual working day begins and ends.
 */
hours: Guess<TimeRange>, 
/**
 * Working days, Monday as 1 and Sunday as 7.
 */
days: Guess<Array<number>>, 
/**
 * When lunch is; `None` where none is kept.
 */
lunch: Guess<TimeRange | null>, 
/**
 * The id of the profile.
 */
profile: Guess<string>, 
/**
 * The working hours in force as `--hours` takes them: hours, days and lunch together.
 */
working_hours: string, 
/**
 * Whether nobody confirmed it yet.
 */
open: boolean, };

/**
 * What the user confirms: all of the card at once.
 */
export type IntroductionAnswer = { 
/**
 * My own addresses.
 */
me: Array<string>, 
/**
 * The home zone, an IANA name.
 */
zone: string, 
/**
 * When a usual working day begins and ends.
 */
hours: TimeRange, 
/**
 * Working days, Monday as 1 and Sunday as 7.
 */
days: Array<number>, 
/**
 * When lunch is; `None` where none is kept.
 */
lunch: TimeRange | null, 
/**
 * The id of the profile.
 */
profile: string, };

/**
 * An ISO 8601 week: `2026-W46`, Monday to Sunday.
 */
export type IsoWeek = string;

/**
 * Planned against kept, of one week that is over.
 */
export type KeptWeek = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * Minutes planned.
 */
planned_minutes: number, 
/**
 * Of them, minutes no meeting took and no move gave up.
 */
kept_minutes: number, 
/**
 * Blocks where they were planned.
 */
kept: number, 
/**
 * Blocks elsewhere.
 */
moved: number, 
/**
 * Blocks a meeting was booked over.
 */
invaded: number, 
/**
 * Blocks that are not in the calendar any more.
 */
gone: number, };

/**
 * What an occurrence is, finely. Each kind belongs to one category by default (product.md section 2).
 */
export type Kind = "focus" | "coding" | "design_work" | "writing" | "preparation" | "one_on_one" | "skip_level" | "mentoring" | "pairing" | "coffee" | "cross_team_sync" | "guild" | "leads" | "partner" | "status_review" | "code_review" | "design_review" | "rfc_review" | "architecture_review" | "readiness_review" | "post_mortem" | "triage" | "review_preparation" | "strategy" | "roadmap" | "leadership" | "org_design" | "strategy_preparation" | "standup" | "team_planning" | "retro" | "demo" | "team_meeting" | "all_hands" | "interview" | "people_admin" | "on_call" | "incident" | "release" | "training" | "social" | "travel" | "admin" | "placeholder" | "other" | "private" | "time_off" | "public_holiday" | "lunch_break";

/**
 * Which category each kind belongs to, where the user wants another than the usual one (section 2 of docs/product.md).
 */
export type KindMapping = { [key in Kind]?: Category };

/**
 * A kind and where it belongs.
 */
export type KindView = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * The name people read.
 */
label: string, 
/**
 * The category its time goes to.
 */
category: Category, 
/**
 * The category it belongs to unless the user says otherwise.
 */
usual: Category, 
/**
 * Whether the user can say otherwise.
 */
fixed: boolean, };

/**
 * How early the meetings of a category are put into the calendar.
 */
export type LeadTime = { 
/**
 * The category.
 */
category: Category, 
/**
 * Median of start − CREATED, in hours.
 */
median_hours: number, 
/**
 * Share created less than 24 h before.
 */
under_24_hours: number, 
/**
 * How many it rests on.
 */
meetings: number, };

/**
 * One part of a lens.
 */
export type LensPart = { 
/**
 * A stable name: `good_influence`, `own_team`.
 */
id: string, 
/**
 * The name people read.
 */
label: string, 
/**
 * Counted minutes.
 */
minutes: number, 
/**
 * Of all counted minutes, 0–1.
 */
share: number, 
/**
 * UIDs behind it, the most minutes first; at most twelve.
 */
evidence: Array<string>, };

/**
 * The same minutes seen in other ways (section 6 of docs/product.md), and the written priorities.
 */
export type LensesView = { 
/**
 * What the figures are about.
 */
period: PeriodJson, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * Counted work minutes: what the shares are of, and what the parts of each lens sum to.
 */
counted_minutes: number, 
/**
 * Strategy, execution, good influence; other work beside them.
 */
purpose: Array<LensPart>, 
/**
 * Alone, own team, other teams, whole organisation, outside; unknown where the export hides who was there.
 */
scope: Array<LensPart>, 
/**
 * Time that helps others, own output; other work beside them.
 */
leverage: Array<LensPart>, 
/**
 * Series the user marked, by impact and effort.
 */
quadrant: Array<QuadrantEntry>, 
/**
 * The hours each written priority got.
 */
priorities: Array<PriorityView>, 
/**
 * Counted minutes no priority got.
 */
unserved_minutes: number, 
/**
 * Recurring meetings that serve no priority, the most of my hours first; empty without priorities.
 */
serve_none: Array<SeriesHours>, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * What is open: the answer to “what did I import?”.
 */
export type Library = { 
/**
 * The files, as names to show; empty when nothing is open.
 */
files: Array<string>, 
/**
 * Whether it is the demo calendar.
 */
demo: boolean, 
/**
 * The calendars in them.
 */
calendars: Array<CalendarName>, 
/**
 * VEVENTs read.
 */
events: number, 
/**
 * Problems found while reading.
 */
diagnostics: Array<Diagnostic>, 
/**
 * First day with an event.
 */
first_day: string | null, 
/**
 * Last day with an event, at most two years after today for series without end.
 */
last_day: string | null, 
/**
 * The week to show first: this one where it has events, else the nearest that has.
 */
week: IsoWeek | null, 
/**
 * The settings in force.
 */
settings: Settings, 
/**
 * Profiles to choose from: those that ship, then the user's own by name.
 */
profiles: Array<Profile>, 
/**
 * How many of them ship.
 */
shipped_profiles: number, 
/**
 * Every kind with its category.
 */
kinds: Array<KindView>, 
/**
 * What to write in a title for each category.
 */
tags: Array<TitleTag>, 
/**
 * Whether titles, names and places are exchanged for neutral words in every answer.
 */
hides_titles: boolean, 
/**
 * The addresses most often seen, likeliest “me” first, at most eight.
 */
candidates: Array<string>, 
/**
 * The card that asks who and when; `None` where nothing is open.
 */
introduction: Introduction | null, 
/**
 * Whether what is open is remembered; the demo is not.
 */
stored: boolean, 
/**
 * What undo would take back.
 */
undo: Action | null, 
/**
 * What redo would do again.
 */
redo: Action | null, 
/**
 * Why the library on the disk is not used, where it is not.
 */
trouble: LibraryTrouble | null, 
/**
 * What the import that was just made brought; `None` where none was.
 */
imported: ImportSummary | null, };

/**
 * Why the library on the disk is not used. Nothing is written to it until the user has decided.
 */
export type LibraryTrouble = { 
/**
 * What is wrong.
 */
kind: TroubleKind, 
/**
 * What is wrong, in words, and what was kept.
 */
message: string, 
/**
 * Copies that can be restored, newest first.
 */
backups: Array<Backup>, };

/**
 * A line of a review found by search.
 */
export type LineHit = { 
/**
 * The week that was reviewed.
 */
week: IsoWeek, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * The line for the record.
 */
line: string, };

/**
 * What a meeting load amounts to.
 */
export type LoadLevel = "fine" | "watch" | "high" | "overload";

/**
 * A model on this computer that may answer questions, where the user switched that on.
 */
export type LocalModel = { 
/**
 * Whether it may be asked. Off until switched on.
 */
on: boolean, 
/**
 * Where it listens: on this computer and nowhere else, such as `http://localhost:11434`.
 */
address: string, 
/**
 * What it is called there.
 */
name: string, };

/**
 * A month, a quarter or a year as its review shows it: how it was spent (product.md section 8, *Looking back*).
 */
export type LookBack = { 
/**
 * `How I spent the third quarter of 2026`.
 */
title: string, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * The zone of its days: an IANA name.
 */
tz: string, 
/**
 * True for the demo calendar.
 */
demo: boolean, 
/**
 * The days of it that are counted: those that have been, and of which the export tells all. `None` where there are none.
 */
told: Stretch | null, 
/**
 * What is to be read first: `5.2 h to move in a middle week`.
 */
headline: string, 
/**
 * The sentence below it.
 */
lead: string, 
/**
 * The week mix of all days that are counted, beside the bands; gaps in hours are of all of them together. `None` where
 * nothing is told, or too little is booked to judge it.
 */
mix: Mix | null, 
/**
 * How many weeks the days that are counted make up: what a figure of the mix is divided by to be one of a week.
 */
weeks_long: number, 
/**
 * What the days were like; `None` where the mix is.
 */
days: LookBackDays | null, 
/**
 * The figures of a middle one of its ordinary weeks; `None` where they are fewer than three.
 */
middle: OrdinaryWeeks | null, 
/**
 * Its weeks as far as the export tells of them, in order. A week belongs where its middle day lies.
 */
weeks: Array<LookBackWeek>, 
/**
 * How many of them are ordinary, and which are not.
 */
weeks_text: string, 
/**
 * The seasons the user named that lie in it or reach into it, in order.
 */
seasons: Array<LookBackSeason>, 
/**
 * Series that were held for the first time in it, the most hours first; only where the export tells the weeks before.
 */
began: Array<LookBackSeries>, 
/**
 * Series that were held for the last time in it; only where the export tells the weeks after, or the rule its end.
 */
ended: Array<LookBackSeries>, 
/**
 * Series that go on without me.
 */
left: Array<LookBackSeries>, 
/**
 * The three of them in a sentence.
 */
series_text: string, 
/**
 * What the record of evidence counts, each part in its sentence; what it rests on stands there.
 */
record: Array<EvidenceSection>, 
/**
 * Who was met.
 */
people: LookBackPeople, 
/**
 * What was asked for, answered or seen to change in it, and where that stands now.
 */
asks: AsksView, 
/**
 * How far the guesses of its reviews were off; `None` without one.
 */
guesses: LookBackGuesses | null, 
/**
 * The lines of its reviews, in order.
 */
lines: Array<LookBackLine>, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * What the days of a period were like.
 */
export type LookBackDays = { 
/**
 * Working hours less breaks, time off and personal occurrences.
 */
capacity_hours: number, 
/**
 * Union of meetings inside working time.
 */
meeting_hours: number, 
/**
 * The second ÷ the first, 0–1.
 */
load: number, 
/**
 * Free-or-focus stretches of at least the focus length, in hours.
 */
focus_hours: number, 
/**
 * Meetings outside working time, in hours.
 */
after_hours: number, 
/**
 * Protected mornings.
 */
mornings: number, 
/**
 * Days with working time left: what the mornings are of.
 */
working_days: number, };

/**
 * How far guesses were off, over all reviews of a period in which something was guessed.
 */
export type LookBackGuesses = { 
/**
 * Weeks with a guess, of which the export tells all.
 */
weeks: number, 
/**
 * By category, in the order of [`Category::WORK`]; those that were guessed.
 */
off: Array<GuessOff>, 
/**
 * In a sentence: `Review was guessed 12 points too low, deep work 9 points too high: the mean of 3 guesses.`
 */
text: string, };

/**
 * What mattered in a week, as its review says it.
 */
export type LookBackLine = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * The line.
 */
line: string, 
/**
 * Whether others may read it.
 */
quoted: boolean, };

/**
 * Who was met in a period.
 */
export type LookBackPeople = { 
/**
 * People in meetings that are not large (section 5).
 */
met: number, 
/**
 * With whom there are recurring 1:1s, the most hours first.
 */
one_on_ones: Array<PersonHours>, 
/**
 * Who was mentored, the most hours first.
 */
mentored: Array<PersonHours>, 
/**
 * In a sentence.
 */
text: string, };

/**
 * A season: days the user gave a name, beside the whole.
 */
export type LookBackSeason = { 
/**
 * What the user calls it.
 */
name: string, 
/**
 * Its first day, wherever it lies.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * The days of it that are counted here; `None` where there are none.
 */
told: Stretch | null, 
/**
 * Their week mix; `None` where nothing is told, or too little is booked.
 */
mix: Mix | null, 
/**
 * A middle one of its ordinary weeks; `None` where they are fewer than three.
 */
middle: OrdinaryWeeks | null, };

/**
 * A series that began, ended, or goes on without me.
 */
export type LookBackSeries = { 
/**
 * The series; ticking it shows its title.
 */
uid: string, 
/**
 * Its title, where it is ticked; else its kind.
 */
title: string, 
/**
 * Whether the title is shown.
 */
ticked: boolean, 
/**
 * Its category.
 */
category: Category, 
/**
 * The day it was held first (of one that began) or last.
 */
day: string, 
/**
 * How often it was held in the period.
 */
times: number, 
/**
 * My hours a week in it, of the weeks of the period in which it ran.
 */
hours_per_week: number, };

/**
 * One week of a period.
 */
export type LookBackWeek = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * Whether it says what a usual week was like.
 */
standing: WeekStanding, 
/**
 * Why the user marked it as unusual; empty elsewhere.
 */
why: string, 
/**
 * The share of deep work in its week mix, 0–1.
 */
deep_work: number, 
/**
 * Meetings inside working time ÷ capacity.
 */
load: number, 
/**
 * The least hours that would have to change category.
 */
hours_to_move: number, };

/**
 * What the user wrote beside the calendar, because no calendar tells it (sections 5, 6 and 8 of docs/product.md).
 */
export type Marks = { 
/**
 * Days off that are in no calendar: they have no capacity.
 */
days_off: Array<string>, 
/**
 * Stays in other zones, by their days, none overlapping another: there the working hours are meant on the wall clock of
 * the place.
 */
stays: Array<Stay>, 
/**
 * What events do to the day where the user knows better, oldest first.
 */
day_corrections: Array<DayCorrection>, 
/**
 * Weeks that say nothing about how the time is usually spent.
 */
unusual_weeks: Array<UnusualWeek>, 
/**
 * Stretches of days that go by a name, such as a launch: looking back tells each beside the whole.
 */
seasons: Array<Season>, 
/**
 * Names given to teams found by co-attendance.
 */
team_names: Array<TeamName>, 
/**
 * Three to five things that matter, with words that mark them.
 */
priorities: Array<Priority>, 
/**
 * Series whose impact the user judged.
 */
impacts: Array<SeriesImpact>, 
/**
 * Where people or companies are, as far as the user says.
 */
places: Array<Place>, 
/**
 * What was asked for, and what is not wanted; the oldest first.
 */
asks: Array<Ask>, 
/**
 * What open focus holds as a habit, as far as the user says; else what the file says.
 */
focus_habits: Array<FocusHabit>, 
/**
 * Who is what to me.
 */
colleagues: Colleagues, 
/**
 * What is one and what is two, oldest first.
 */
sameness: Array<Sameness>, 
/**
 * Whether the calendars tell all of the days outside the stretch that is read from their single events; `None` where nobody
 * said, and then they do not.
 */
tells_all: boolean | null, };

/**
 * A calendar that another one may be.
 */
export type MayBe = { 
/**
 * Names it in the library.
 */
key: number, 
/**
 * What it is called there.
 */
name: string, };

/**
 * The user's own addresses (product.md section 2, *me*), in lower case and without `mailto:`.
 */
export type Me = { 
/**
 * Every address that is mine.
 */
addresses: Array<string>, 
/**
 * True when nobody confirmed them: they were guessed from the calendar.
 */
guessed: boolean, };

/**
 * What a change point or a volatility is about.
 */
export type Measure = "deep_work" | "one_on_one" | "cross_team" | "review" | "strategy" | "other_work" | "meeting_hours" | "focus_time" | "fragmented_time" | "after_hours";

/**
 * Everything the Meetings screen draws.
 */
export type MeetingsView = { 
/**
 * What the figures are about.
 */
period: PeriodJson, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * Every series and single event with counted time in the period, the most of my hours first.
 */
series: Array<SeriesRow>, 
/**
 * Single events that are not listed, because there are hundreds: the shortest.
 */
unlisted: number, 
/**
 * Their minutes.
 */
unlisted_minutes: number, 
/**
 * All of them together.
 */
totals: SeriesTotals, 
/**
 * The cheapest real changes, the most deep-work time for the least trouble first: the first is the one to make.
 */
changes: Array<SeriesChange>, 
/**
 * How much of the coming weeks is already promised.
 */
forward: ForwardBook, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * Mentoring, coaching, pairing.
 */
export type Mentoring = { 
/**
 * My hours in it, in the period.
 */
hours: number, 
/**
 * How many people it reaches.
 */
reach: number, 
/**
 * The part of the hours that goes to the one who gets most, 0–1.
 */
top_share: number, 
/**
 * Whether it is concentrated on one person: three quarters or more of at least 4 h.
 */
concentrated: boolean, 
/**
 * Who, the most hours first.
 */
people: Array<PersonHours>, 
/**
 * In one sentence.
 */
text: string, };

/**
 * Two gaps that one meeting keeps apart.
 */
export type Merge = { 
/**
 * The meeting's series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * Its category.
 */
category: Category, 
/**
 * When it is, on the wall clock.
 */
start: string, 
/**
 * When it ends.
 */
end: string, 
/**
 * By how many minutes it would have to move; negative: earlier.
 */
shift_minutes: number, 
/**
 * The gap before it, in minutes.
 */
before_minutes: number, 
/**
 * The gap after it, in minutes.
 */
after_minutes: number, };

/**
 * A metric of section 5 of docs/product.md that events lie behind, by its name there.
 */
export type Metric = "meeting_load" | "focus_time" | "focus_cost" | "protected_morning" | "back_to_back" | "overloaded_day" | "after_hours" | "short_notice" | "switches" | "control" | "invasion" | "survival" | "series_cost" | "large" | "long" | "zombie" | "abandoned" | "lead_time" | "prep_debt" | "conflicts";

/**
 * Every metric of product.md section 5, by its name there. Hours are decimals, shares 0–1. Days are local.
 */
export type Metrics = { 
/**
 * Working hours of the period, less breaks, time off and personal occurrences inside them.
 */
capacity_hours: number, 
/**
 * Union of meetings inside working time.
 */
meeting_hours: number, 
/**
 * `meeting_hours / capacity_hours`; 0 without capacity.
 */
meeting_load: number, 
/**
 * What the load amounts to: watch from 40 %, high from 50 %, overload from 60 %.
 */
load_level: LoadLevel, 
/**
 * Working time of events of which nobody knows whether others were there: the calendar hides people, and their titles do
 * not say. Meetings may take as much more.
 */
perhaps_meeting_hours: number, 
/**
 * Meetings counted.
 */
meetings: number, 
/**
 * Free-or-focus stretches of working time of at least 120 min, in sum.
 */
focus_time: number, 
/**
 * Free gaps shorter than the focus length.
 */
fragmented_time: FragmentedTime, 
/**
 * Where counted occurrences overlap.
 */
conflicts: ConflictMetrics, 
/**
 * The overlapping part of counted occurrences alone: `conflicts.hours` by the name section 5 gives it.
 */
conflict_hours: number, 
/**
 * Days whose first 3 working hours have 150 min in one free-or-focus stretch.
 */
protected_mornings: Array<string>, 
/**
 * Those of them that a busy block defends.
 */
held_mornings: Array<string>, 
/**
 * Chains of meetings with at most 5 min between them that are flagged: 3 or more, or over 2 h.
 */
back_to_back: Array<BackToBackChain>, 
/**
 * One entry a working day.
 */
days: Array<DayMetrics>, 
/**
 * Those of them with more than 6 h of meetings, more than 75 % in meetings, or no gap of an hour.
 */
overloaded_days: Array<string>, 
/**
 * Meeting time outside working time.
 */
after_hours: number, 
/**
 * Meetings created less than 24 h before they start; of those whose file says when.
 */
short_notice: number, 
/**
 * Changes of category in a day's sequence of occurrences, summed over the days.
 */
switches: number, 
/**
 * Share of counted hours I organize or placed alone; `None` where it is not known of most of them who organizes them.
 */
control: number | null, 
/**
 * Meetings created after the focus block they overlap.
 */
invasions: number, 
/**
 * Un-invaded over booked focus hours; `None` without booked focus.
 */
survival: number | null, 
/**
 * Focus cost of every recurring meeting, greatest first.
 */
focus_cost: Array<FocusCost>, 
/**
 * Cost of every series, greatest of my hours first.
 */
series_cost: Array<SeriesCost>, 
/**
 * Meetings with 9 people or more; `None` where it is not known of most of them who was there.
 */
large: number | null, 
/**
 * Meetings longer than 60 min.
 */
long: number, 
/**
 * UIDs of series that look dead: endless and over 26 weeks old, or ≥ 30 % of the last 8 cancelled.
 */
zombies: Array<string>, 
/**
 * UIDs of series everybody else declined.
 */
abandoned: Array<string>, 
/**
 * Start − CREATED by category.
 */
lead_time: Array<LeadTime>, 
/**
 * How the free working time is cut.
 */
shape_of_free_time: FreeStretches, 
/**
 * Hours of preparation that reviews of the period lack, 30 min each.
 */
prep_debt: number, 
/**
 * How much each measure swings over the last 12 whole, usual weeks up to the period's end.
 */
volatility: Array<Volatility>, 
/**
 * How far each category with a target is from its band.
 */
gap_to_band: Array<GapToBand>, 
/**
 * The least hours that must change category so that every band of the week mix holds.
 */
hours_to_move: number, };

/**
 * How a period's time divides among the categories (product.md section 5).
 *
 * `Σ minutes + Σ open_focus_minutes + fragment_minutes = denominator_minutes`, to the minute.
 */
export type Mix = { 
/**
 * What the shares are of, in minutes. Week mix: working time and counted work time together;
 * booked mix: counted work time.
 */
denominator_minutes: number, 
/**
 * The six categories of work, always all of them, in the order of [`Category::WORK`].
 */
categories: Array<CategoryShare>, 
/**
 * Free working time in stretches shorter than the focus length. 0 in the booked mix.
 */
fragment_minutes: number, 
/**
 * Of the minutes of other work, those of which the calendar says neither what they are nor who was there. They have no
 * category: they stand there because it has no target, and the range of every category reaches as far as they do.
 */
unknown_minutes: number, };

/**
 * What one answer of a model would change.
 */
export type ModelChange = { 
/**
 * The question.
 */
id: string, 
/**
 * What it is about, in a few words.
 */
short: string, 
/**
 * The answer, in words.
 */
option: string, 
/**
 * What is taken to be true now.
 */
instead_of: string | null, 
/**
 * Hours a week it decides about.
 */
hours_a_week: number, };

/**
 * What a model on this computer answers, before anything of it is kept.
 */
export type ModelProposal = { 
/**
 * What the model is called: its answers are kept under this name.
 */
model: string, 
/**
 * How many questions it was asked.
 */
asked: number, 
/**
 * All of its answers, for keeping them.
 */
answers: Array<AnswerRequest>, 
/**
 * Those that say something else than what is taken to be true, in the order of the questions.
 */
changes: Array<ModelChange>, 
/**
 * How many say what is taken to be true already.
 */
same: number, 
/**
 * What went wrong, one sentence each. None of it touches the answers.
 */
troubles: Array<string>, };

/**
 * What can be done about a series, and why.
 */
export type Negotiability = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Everything that may be done to it; empty where it is fixed.
 */
may: Array<ChangeAction>, 
/**
 * How much persuading the mildest takes; 1 is a word to oneself, 5 is close to no.
 */
social_cost: number, 
/**
 * Why, in words.
 */
because: string, 
/**
 * Whether the user said so.
 */
overridden: boolean, };

/**
 * The one change to make first.
 */
export type NextStep = { 
/**
 * What to do, in the imperative: `Make “Platform sync” fortnightly.`
 */
text: string, 
/**
 * What it buys, in a sentence with numbers.
 */
gain: string, 
/**
 * UIDs of the events it is about.
 */
evidence: Array<string>, };

/**
 * Why an occurrence's time does not count.
 */
export type NotCounted = "cancelled" | "declined" | "free" | "all_day" | "twelve_hours_or_longer" | "personal" | "not_held" | "note" | "duplicate" | "no_length" | "left_out" | "tentative";

/**
 * What can be odd about a series (section 5 of docs/product.md).
 */
export type Oddity = "zombie" | "duplicate" | "abandoned" | "large" | "long" | "no_end";

/**
 * A recurring conversation of two.
 */
export type OneOnOne = { 
/**
 * The series; where the same two people have several, the one that meets most.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * The other person, as the calendar names them; `None` where the export hides them.
 */
with: string | null, 
/**
 * Their address, where there is one.
 */
address: string | null, 
/**
 * The intended rhythm in words: `every 2 weeks on Tuesday`.
 */
intended: string | null, 
/**
 * The intended days between two, where the rule tells.
 */
intended_days: number | null, 
/**
 * The median of the days between two that were held, in the period.
 */
real_days: number | null, 
/**
 * Held in the period.
 */
held: number, 
/**
 * Cancelled or declined in the period.
 */
skipped: number, 
/**
 * My hours in the period.
 */
hours: number, 
/**
 * The last one held, up to now.
 */
last: string | null, 
/**
 * The next one to be held.
 */
next: string | null, 
/**
 * Real ÷ intended days between two, the time since the last one included; 1 is as intended.
 */
drift: number | null, 
/**
 * Whether it drifts: half as often as intended, or less.
 */
drifting: boolean, 
/**
 * In one sentence: `Every 2 weeks intended, every 5 weeks held; the last was 6 weeks ago.`
 */
text: string, };

/**
 * Weeks taken together, unusual ones and weeks away left out; figures are those of a middle week.
 */
export type OrdinaryWeeks = { 
/**
 * How many there are; around an ask, at most four.
 */
weeks: number, 
/**
 * Focus time, in hours a week.
 */
focus_hours: number, 
/**
 * Meetings inside working time ÷ capacity, 0–1.
 */
load: number, 
/**
 * The least hours that would have to change category, a week.
 */
hours_to_move: number, 
/**
 * The share of the category the change is about, 0–1; `None` where it is about none.
 */
share: number | null, 
/**
 * Mornings protected, a week.
 */
mornings: number, };

/**
 * What was done about a problem (product.md section 3).
 */
export type Outcome = "repaired" | "kept_as_is" | "left_out";

/**
 * The forms of what is handed on.
 */
export type PaperFormat = "text" | "markdown" | "html" | "pdf";

/**
 * What would be handed on, to look at before.
 */
export type PaperPreview = { 
/**
 * As plain text; the other forms say the same.
 */
text: string, 
/**
 * The same as Markdown.
 */
markdown: string, 
/**
 * The same as the page that is saved and printed: a whole HTML document, without scripts.
 */
html: string, 
/**
 * What stands for titles and names where it is redacted, in alphabetical order; empty where nothing is hidden.
 */
hidden: Array<HiddenWord>, };

/**
 * What a period would be if everything that was asked for and has not happened yet came true: counted again with all of it,
 * as advice is.
 */
export type PendingAsks = { 
/**
 * How many asks change the period: asked, on trial, or agreed and not in the calendar yet.
 */
asks: number, 
/**
 * How many more there are whose series no calendar holds any more: what they would do is not known.
 */
unknown: number, 
/**
 * The least hours that would have to change category, with them.
 */
hours_to_move: number, 
/**
 * Meetings inside working time ÷ capacity, with them.
 */
load: number, 
/**
 * Focus time with them, in hours of the period.
 */
focus_hours: number, 
/**
 * Every category, without them and with them.
 */
bands: Array<BandEffect>, 
/**
 * In a sentence: `12.4 h to move; 9.8 h if the two pending asks come true`.
 */
text: string, };

/**
 * Everything the People screen draws. Meetings and days are named as the problem, never a person.
 */
export type PeopleView = { 
/**
 * What the figures are about.
 */
period: PeriodJson, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * How many people are in my meetings, those of nine people and more left out.
 */
met: number, 
/**
 * Recurring conversations of two, the one that drifted farthest first.
 */
one_on_ones: Array<OneOnOne>, 
/**
 * Who is mentored, and how evenly.
 */
mentoring: Mentoring, 
/**
 * Groups of people who are met together, the most of my hours first.
 */
teams: Array<TeamView>, 
/**
 * Meetings that are the only time a team is met: keep them.
 */
bridges: Array<Bridge>, 
/**
 * Companies outside mine, the most of my hours first.
 */
companies: Array<Company>, 
/**
 * How early and late meetings are for people whose zone is known; empty where none is.
 */
time_zones: Array<ZoneFairness>, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * A period as answers carry it.
 */
export type PeriodJson = { 
/**
 * RFC 3339 with the zone's offset; the first instant.
 */
from: string, 
/**
 * The first instant after it.
 */
to: string, 
/**
 * IANA name.
 */
tz: string, };

/**
 * Time with one person.
 */
export type PersonHours = { 
/**
 * As the calendar names them.
 */
name: string, 
/**
 * Their address.
 */
address: string, 
/**
 * My hours with them, in the period.
 */
hours: number, 
/**
 * How often.
 */
times: number, 
/**
 * UIDs of the series.
 */
evidence: Array<string>, };

/**
 * Which zone somebody works in.
 */
export type Place = { 
/**
 * An address, or a domain such as `example.org`.
 */
who: string, 
/**
 * An IANA name.
 */
zone: string, };

/**
 * The blocks to protect, what must change for them, and what that buys.
 */
export type Plan = { 
/**
 * The weeks planned.
 */
period: PeriodJson, 
/**
 * The wishes it answers, defaults filled in.
 */
wishes: PlanWishes, 
/**
 * Every block, by start.
 */
blocks: Array<PlanBlock>, 
/**
 * What must change, by time.
 */
changes: Array<PlanChange>, 
/**
 * What can be done about each meeting of the period, by UID.
 */
negotiability: Array<Negotiability>, 
/**
 * What the plan amounts to.
 */
arithmetic: PlanArithmetic, 
/**
 * The period as the calendar has it.
 */
before: Report, 
/**
 * The period with the plan in it.
 */
after: Report, 
/**
 * Whether no better plan exists under the wishes.
 */
optimal: boolean, 
/**
 * How much better another plan could at most be, as a share of this one's worth; 0 where `optimal`.
 */
gap: number, 
/**
 * The ways to plan, “no changes” first.
 */
alternatives: Array<PlanAlternative>, 
/**
 * What keeps the band out of reach; `None` where it is reached.
 */
missing: string | null, 
/**
 * Planned against kept, week by week, oldest first; of weeks before the plan.
 */
kept: Array<KeptWeek>, 
/**
 * Blocks the user placed that cannot be, each with the reason.
 */
refused: Array<RefusedBlock>, 
/**
 * What limits the answer, one sentence each.
 */
notes: Array<string>, };

/**
 * One of the ways to plan, in figures.
 */
export type PlanAlternative = { 
/**
 * Which; ask for it with [`PlanWishes::choice`].
 */
choice: PlanChoice, 
/**
 * Its name.
 */
title: string, 
/**
 * Blocks in all weeks.
 */
blocks: number, 
/**
 * Mornings protected in all weeks.
 */
mornings: number, 
/**
 * Minutes of blocks, a week.
 */
block_minutes: number, 
/**
 * Their share of working time, 0–1.
 */
share: number, 
/**
 * Meetings that must change, in all weeks.
 */
changes: number, 
/**
 * What the changes cost together.
 */
social_cost: number, 
/**
 * The least hours that must change category so that every band holds, with it.
 */
hours_to_move: number, 
/**
 * The categories whose band it leaves or that it takes further from theirs.
 */
leaves: Array<Category>, 
/**
 * Whether no better one exists.
 */
optimal: boolean, 
/**
 * In a sentence.
 */
text: string, };

/**
 * What a plan amounts to, in figures and in words. Minutes are a week's, on average.
 */
export type PlanArithmetic = { 
/**
 * What shares are parts of, as in the week mix: working time and what was worked beside it, less lunch.
 */
week_minutes: number, 
/**
 * Minutes of blocks that protect mornings.
 */
morning_minutes: number, 
/**
 * Minutes of all blocks of deep work.
 */
block_minutes: number, 
/**
 * Minutes of open focus that stay beside them: free, in stretches long enough, and protected by nothing.
 */
open_minutes: number, 
/**
 * `morning_minutes / week_minutes`, 0–1.
 */
morning_share: number, 
/**
 * `block_minutes / week_minutes`, 0–1.
 */
share: number, 
/**
 * The low end of deep work's band, 0–1.
 */
low: number, 
/**
 * Deep work as the week mix counts it with the plan: protected and open, 0–1.
 */
deep_share: number, 
/**
 * Minutes both together lack to the low end, on average of all weeks; 0 where each reaches it.
 */
missing_minutes: number, 
/**
 * Each week for itself: one week's plenty fills no gap of another.
 */
weeks: Array<PlanWeek>, 
/**
 * Further blocks of the shortest length that would reach it.
 */
further_blocks: number, 
/**
 * What keeps the plan from reaching it; `None` where it is reached.
 */
stopped_by: Stop | null, 
/**
 * The wish to relax first, in words; `None` where nothing is missing or no wish is in the way.
 */
relax: string | null, 
/**
 * The same in sentences: `3 × 3 h = 22 %; two more blocks of 90 min reach 30 %.`
 */
sentences: Array<string>, };

/**
 * One block: of deep work, or of what else a week lacks.
 */
export type PlanBlock = { 
/**
 * Stays the same when the block moves within its day. Of a kept block: its event's.
 */
uid: string, 
/**
 * RFC 3339 with offset.
 */
start: string, 
/**
 * The first instant after it.
 */
end: string, 
/**
 * Elapsed minutes.
 */
minutes: number, 
/**
 * What it is for: deep work, strategy, the preparation of a review, or an hour open for 1:1s and mentoring.
 */
category: Category, 
/**
 * What it is called in the calendar.
 */
title: string, 
/**
 * Whether it protects the morning of its day.
 */
morning: boolean, 
/**
 * Where it comes from.
 */
origin: BlockOrigin, 
/**
 * Why it is there, in words.
 */
because: string, };

/**
 * One meeting that must change, what that takes and what it buys.
 */
export type PlanChange = { 
/**
 * Names the change, the same in advice and asks: `move:UID:2026-11-12T10:00:00+01:00`.
 */
id: string, 
/**
 * The series.
 */
uid: string, 
/**
 * Which instance: RFC 3339; `None` for a single event.
 */
recurrence_id: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * What to do.
 */
action: ChangeAction, 
/**
 * When it starts now, RFC 3339 with offset.
 */
from: string, 
/**
 * When it ends now.
 */
from_end: string, 
/**
 * When it would start; `None` where it would not be held with me.
 */
to: string | null, 
/**
 * When it would end.
 */
to_end: string | null, 
/**
 * How much persuading it takes; 1 is a word to oneself.
 */
cost: number, 
/**
 * Focus minutes that need this change.
 */
gain_minutes: number, 
/**
 * Why this one, in words.
 */
because: string, 
/**
 * A message to copy, in the plain tone. Never sent.
 */
draft: string, 
/**
 * The same in three tones.
 */
drafts: Drafts, };

/**
 * The ways to plan that are compared.
 */
export type PlanChoice = "balanced" | "no_changes" | "fewest_changes" | "least_social_cost" | "most_focus";

/**
 * A stretch of time in a plan.
 */
export type PlanSlot = { 
/**
 * RFC 3339; its first instant.
 */
start: string, 
/**
 * The first instant after it.
 */
end: string, 
/**
 * What it is for; deep work where nothing is said.
 */
category?: Category, };

/**
 * The deep work of one week of a plan: protected and open together are its share.
 */
export type PlanWeek = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * What shares are parts of, in minutes.
 */
week_minutes: number, 
/**
 * Booked minutes of deep work, the plan's among them.
 */
protected_minutes: number, 
/**
 * Minutes of open focus beside them.
 */
open_minutes: number, 
/**
 * Both ÷ `week_minutes`, 0–1.
 */
share: number, 
/**
 * Minutes both lack to the low end of the band.
 */
missing_minutes: number, 
/**
 * In a sentence: `Week 50 lacks 2 h: 6 h protected and 4 h open are 25 %.`
 */
text: string, };

/**
 * What the user wants of a plan (section 7 of docs/product.md). Whatever is left out takes the default.
 */
export type PlanWishes = { 
/**
 * The first day; `None` for today. Planning always starts with the week this day lies in, and never before now.
 */
from: string | null, 
/**
 * How many weeks, 1–8.
 */
weeks: number, 
/**
 * Mornings a week to protect.
 */
mornings: number, 
/**
 * The shortest block, in minutes.
 */
shortest_minutes: number, 
/**
 * The longest block, in minutes.
 */
longest_minutes: number, 
/**
 * Most blocks a day.
 */
most_per_day: number, 
/**
 * Most blocks a week.
 */
most_per_week: number, 
/**
 * Free minutes kept between a block and a meeting.
 */
breathing_minutes: number, 
/**
 * When nothing is planned at noon; `None` where lunch needs no keeping.
 */
lunch: TimeRange | null, 
/**
 * Free working hours of each week that stay bookable for others.
 */
bookable_hours: number, 
/**
 * Whether the same weekdays are better, week after week.
 */
same_weekdays: boolean, 
/**
 * Leave every meeting as it is.
 */
no_changes: boolean, 
/**
 * Which of the ways to plan is wanted.
 */
choice: PlanChoice, 
/**
 * Blocks that stay where they are.
 */
locked: Array<PlanSlot>, 
/**
 * Stretches the user does not want a block in.
 */
dismissed: Array<PlanSlot>, 
/**
 * Blocks the user placed.
 */
added: Array<PlanSlot>, 
/**
 * What may be done to a series, by UID, where the user knows better than the calendar.
 */
overrides: { [key in string]: Touch }, };

/**
 * One thing that matters, and how to recognise time spent on it.
 */
export type Priority = { 
/**
 * What the user calls it.
 */
name: string, 
/**
 * Words that mark it in a title, a description or a category tag; upper and lower case do not matter.
 */
words: Array<string>, };

/**
 * What a written priority got.
 */
export type PriorityView = { 
/**
 * What the user calls it.
 */
name: string, 
/**
 * The words that mark it.
 */
words: Array<string>, 
/**
 * Counted minutes of occurrences it is named in; where one names several, each gets an equal part.
 */
minutes: number, 
/**
 * Of all counted minutes, 0–1.
 */
share: number, 
/**
 * Weeks of the period without any, in order.
 */
weeks_without: Array<IsoWeek>, 
/**
 * When it last got time.
 */
last: string | null, 
/**
 * The series that serve it, the most of my hours first; at most twelve.
 */
series: Array<SeriesHours>, 
/**
 * In one sentence: `6.5 h in 13 weeks; 8 weeks without.`
 */
text: string, };

/**
 * A named set of bands, one for each category in [`Category::TARGETED`] (product.md section 2).
 */
export type Profile = { 
/**
 * Its name on the command line.
 */
id: string, 
/**
 * Its name for people.
 */
name: string, 
/**
 * What it leans on, in one sentence.
 */
about: string, 
/**
 * Its bands, in the order of [`Category::TARGETED`].
 */
bands: Array<Band>, };

/**
 * A series by impact and effort.
 */
export type QuadrantEntry = { 
/**
 * The series.
 */
series: SeriesHours, 
/**
 * What the user thinks it achieves.
 */
impact: Impact, 
/**
 * Whether it takes an hour a week or more.
 */
much_effort: boolean, 
/**
 * `Snacking` for little impact and little effort; `Preening`, `Quick win`, `Worth it`.
 */
name: string, };

/**
 * One thing to decide.
 */
export type Question = { 
/**
 * What names it, as long as what it is about stays the same.
 */
id: string, 
/**
 * What it is about.
 */
kind: QuestionKind, 
/**
 * The question, in one sentence.
 */
text: string, 
/**
 * The same in a few words, for a list.
 */
short: string, 
/**
 * What it is about, in a few words: `4 series, every second week`.
 */
about: string, 
/**
 * What may be answered, the guess first.
 */
options: Array<QuestionOption>, 
/**
 * How likely the guess is wrong, 0–1.
 */
doubt: number, 
/**
 * Counted minutes it decides about.
 */
minutes: number, 
/**
 * Of them, how many an answer is expected to set right.
 */
expected_minutes: number, 
/**
 * Hours a week it decides about.
 */
hours_a_week: number, 
/**
 * By how many points the mix can change: the most any likely option moves, half of the summed differences of all shares.
 */
points: number, 
/**
 * What the guess rests on and what speaks against it, strongest first.
 */
because: Array<QuestionReason>, 
/**
 * The events it is about, most minutes first.
 */
events: Array<QuestionEvent>, 
/**
 * Whether an answer may leave events of it out: [`AnswerRequest::except`].
 */
excepts: boolean, 
/**
 * Whether it was put off.
 */
put_off: boolean, 
/**
 * What was said before about a part of it, and that it goes on holding.
 */
holds: string | null, };

/**
 * Events of one sort that a question is about: a series, or singles that are alike.
 */
export type QuestionEvent = { 
/**
 * The UID of the latest one.
 */
uid: string, 
/**
 * Its instance, as [`EventRow::recurrence_id`](crate::EventRow) gives it.
 */
recurrence_id: string | null, 
/**
 * Its title.
 */
summary: string, 
/**
 * How it repeats, in words; `None` for singles.
 */
cadence: string | null, 
/**
 * How often in the time looked at.
 */
times: number, 
/**
 * Counted minutes.
 */
minutes: number, 
/**
 * What it is taken for.
 */
category: Category, 
/**
 * How likely that is right, 0–1.
 */
confidence: number, };

/**
 * What a question is about.
 */
export type QuestionKind = "me" | "zone" | "hours" | "days" | "lunch" | "tentative" | "whole_days" | "open_focus" | "team" | "manager" | "mentored" | "same" | "series" | "covers" | "day" | "word" | "pattern" | "alike";

/**
 * All questions about a stretch of time, the one that sets most hours right first.
 */
export type QuestionList = { 
/**
 * The first day looked at.
 */
from: string, 
/**
 * The last one, included.
 */
to: string, 
/**
 * Weeks with counted time among them: what “a week” means in the questions.
 */
weeks: number, 
/**
 * Counted minutes.
 */
minutes: number, 
/**
 * Of them, how many are expected to be in the right category and of the right effect: each minute times how sure it is.
 */
sure_minutes: number, 
/**
 * The same once every question of this list is answered.
 */
sure_after_minutes: number, 
/**
 * How many questions there are, listed or not.
 */
open: number, 
/**
 * Those asked for.
 */
questions: Array<Question>, 
/**
 * What was answered, latest first.
 */
answers: Array<AnswerView>, 
/**
 * Questions nobody wants to hear again.
 */
silenced: Array<string>, 
/**
 * Why there is nothing to ask, where there is nothing.
 */
note: string | null, };

/**
 * One possible answer.
 */
export type QuestionOption = { 
/**
 * What names it within its question.
 */
id: string, 
/**
 * In words.
 */
text: string, 
/**
 * Whether it is what is taken to be true now; of who leads me, and of what may be one, the likeliest.
 */
guess: boolean, 
/**
 * How likely it is, 0–1; `None` where nothing tells.
 */
likely: number | null, 
/**
 * What it changes of the week mix of the time looked at, largest first. Empty for what changes nothing.
 */
shares: Array<ShareChange>, 
/**
 * What happens then, where no share says it: `4 questions`.
 */
then: string | null, };

/**
 * Something that speaks for the guess, or against it.
 */
export type QuestionReason = { 
/**
 * In words.
 */
text: string, 
/**
 * How strongly, in points; below 0 against it.
 */
weight: number, };

/**
 * How something recurs.
 */
export type Recurs = "never" | "daily" | "weekly" | "fortnightly" | "monthly";

/**
 * An answer that was not taken; the others hold.
 */
export type RefusedAnswer = { 
/**
 * Which question was meant.
 */
id: string, 
/**
 * Which option was.
 */
option: string, 
/**
 * Why, in words.
 */
why: string, };

/**
 * A block that cannot be where the user put it.
 */
export type RefusedBlock = { 
/**
 * Where it was put.
 */
slot: PlanSlot, 
/**
 * Why it cannot be there, in words.
 */
because: string, };

/**
 * Whether and when it is said that a week is ready to be reviewed (product.md section 8, *Review*).
 */
export type Reminder = { 
/**
 * Whether it is said. Off until switched on.
 */
on: boolean, 
/**
 * The weekday, from 1 for Monday to 7 for Sunday.
 */
weekday: number, 
/**
 * The hour on the home clock, 0 to 23.
 */
hour: number, };

/**
 * What `weekwise report --format json` prints (product.md section 9).
 */
export type Report = { 
/**
 * What it is about.
 */
period: PeriodJson, 
/**
 * True for the demo calendar, so that nobody takes it for their own.
 */
demo: boolean, 
/**
 * The id of the profile it is compared with.
 */
profile: string, 
/**
 * The mix targets are compared with: working time and counted work time together.
 */
week_mix: Mix, 
/**
 * The mix of booked time only.
 */
booked_mix: Mix, 
/**
 * The least hours that must change category so that every band of the week mix holds.
 */
hours_to_move: number, 
/**
 * Every metric.
 */
metrics: Metrics, 
/**
 * What deserves a look, most important first.
 */
signals: Array<Signal>, 
/**
 * The one change to make first, where one helps.
 */
next_step: NextStep | null, 
/**
 * Everything worth changing, the best first; the next step is its first.
 */
advice: AdviceList, 
/**
 * What it would be if everything that was asked for came true; `None` where nothing that is pending changes it.
 */
pending: PendingAsks | null, 
/**
 * What others reported about the categories with a target, and why it is none.
 */
reported: Array<Reported>, 
/**
 * The shares that are different with what the user says open focus holds; empty where nothing was said.
 */
habits: Array<HabitShare>, 
/**
 * What limits the answer.
 */
trust: Trust, };

/**
 * A report that is to be handed on.
 */
export type ReportRequest = { 
/**
 * The first day, in the display zone.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * Without titles and names.
 */
redacted: boolean, };

/**
 * What others reported about the time a category takes, and why it is no target: the card beside its band.
 */
export type Reported = { 
/**
 * The category.
 */
category: Category, 
/**
 * What was reported; empty where we know of nothing that says of how many people it is.
 */
figures: Array<ReportedFigure>, 
/**
 * Why it does not transfer, in a sentence.
 */
why_not: string, };

/**
 * One figure, as its source has it.
 */
export type ReportedFigure = { 
/**
 * What was found, in a sentence.
 */
text: string, 
/**
 * Of whom, and how many.
 */
people: string, 
/**
 * The year it is of.
 */
year: number, 
/**
 * Where it stands.
 */
source: string, };

/**
 * Participation status (`PARTSTAT`, RFC 5545 section 3.2.12).
 */
export type Response = "unknown" | "needs_action" | "accepted" | "declined" | "tentative" | "delegated";

/**
 * What somebody did in the review of a week (product.md section 8, *Review*). Kept with the week, step by step.
 */
export type Review = { 
/**
 * The shares guessed before they were shown, each 0–1; empty where nothing was guessed.
 */
guess: Array<GuessedShare>, 
/**
 * The steps that are behind: done or passed over.
 */
steps: Array<ReviewStepTaken>, 
/**
 * What was decided; `None` where nothing was.
 */
decision: ReviewDecision | null, 
/**
 * What mattered, in a line.
 */
line: string, 
/**
 * Whether others may read the line, where a month, a quarter or a year is handed on.
 */
quoted: boolean, 
/**
 * When the last step was taken.
 */
at: string | null, };

/**
 * What was decided in a review.
 */
export type ReviewDecision = { 
/**
 * The id of the advice.
 */
id: string, 
/**
 * What it says.
 */
text: string, 
/**
 * What became of it: asked for, or dropped; `None` where it stays advice.
 */
state: AskState | null, };

/**
 * One thing that is different from the week before.
 */
export type ReviewMove = { 
/**
 * What happened.
 */
what: ReviewMoveKind, 
/**
 * The event.
 */
uid: string, 
/**
 * Its title.
 */
title: string, 
/**
 * More of it, in a few words: `now 75 min`.
 */
more: string, 
/**
 * Its category.
 */
category: Category, 
/**
 * By how many minutes that category changed.
 */
minutes: number, };

/**
 * What happened to an event from one week to the next.
 */
export type ReviewMoveKind = "new" | "longer" | "shorter" | "invaded" | "cancelled" | "away";

/**
 * What became of a step.
 */
export type ReviewProgress = "done" | "skipped";

/**
 * One step of a review that is kept.
 */
export type ReviewRequest = { 
/**
 * The week that is reviewed.
 */
week: IsoWeek, 
/**
 * Everything that was done in it so far.
 */
review: Review, 
/**
 * The step that was just taken, as an undo names it.
 */
step: ReviewStep, };

/**
 * One category of a reviewed week.
 */
export type ReviewShare = { 
/**
 * The category.
 */
category: Category, 
/**
 * Its share of the week mix, 0–1.
 */
share: number, 
/**
 * What was guessed; `None` where nothing was.
 */
guess: number | null, 
/**
 * Lower end of the band; `None` for other work.
 */
low: number | null, 
/**
 * Upper end of the band.
 */
high: number | null, 
/**
 * Where the share lies.
 */
status: BandStatus, 
/**
 * How far outside the band, in hours: negative below, positive above.
 */
gap_hours: number, };

/**
 * A step of the review, in their order.
 */
export type ReviewStep = "guess" | "mix" | "questions" | "kept" | "decision" | "blocks" | "line";

/**
 * A step that is behind.
 */
export type ReviewStepTaken = { 
/**
 * Which.
 */
step: ReviewStep, 
/**
 * What became of it.
 */
progress: ReviewProgress, };

/**
 * A week as its review shows it.
 */
export type ReviewView = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * What was done so far.
 */
review: Review, 
/**
 * Whether a guess is asked for: once in four weeks is enough.
 */
asks_guess: boolean, 
/**
 * Every category beside its band and the guess.
 */
shares: Array<ReviewShare>, 
/**
 * What it was, in a sentence: `You guessed 42 % deep work. It was 28 %.`
 */
headline: string, 
/**
 * By how much the guess was off, in a sentence; `None` without a guess.
 */
off: string | null, 
/**
 * The least hours that would have to change category.
 */
hours_to_move: number, 
/**
 * What it would be if everything that was asked for came true; `None` where nothing that is pending changes it.
 */
pending: PendingAsks | null, 
/**
 * Meetings inside working time ÷ capacity.
 */
load: number, 
/**
 * Focus time, in hours.
 */
focus_hours: number, 
/**
 * Mornings protected.
 */
mornings: number, 
/**
 * What is different from the week before, the most time first.
 */
moved: Array<ReviewMove>, 
/**
 * The questions most hangs on, at most five.
 */
questions: Array<Question>, 
/**
 * What became of the blocks planned for it; `None` where none were.
 */
kept: KeptWeek | null, 
/**
 * What was asked for.
 */
asks: AsksView, 
/**
 * What there is to decide about, the best first; at most three.
 */
advice: Array<Advice>, 
/**
 * The week that blocks are planned for.
 */
next: IsoWeek, 
/**
 * Blocks proposed for it, and those that stand.
 */
blocks: Array<PlanBlock>, 
/**
 * The hours to move of the last weeks, this one last.
 */
weeks: Array<ReviewWeek>, 
/**
 * Where its note is written; `None` where no folder was chosen.
 */
note: string | null, };

/**
 * The hours to move of one week.
 */
export type ReviewWeek = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * The least hours that would have to change category.
 */
hours_to_move: number, };

/**
 * One of the user's own rules: what it is about, and what that is (product.md section 4).
 *
 * Rules are asked in their order; the first whose conditions all hold decides.
 */
export type Rule = { 
/**
 * What the user calls it; may be empty.
 */
name: string, 
/**
 * Whether it is asked at all.
 */
enabled: boolean, 
/**
 * What must hold; all of it. A rule without conditions matches nothing.
 */
conditions: Array<Condition>, 
/**
 * What it is then.
 */
outcome: RuleOutcome, };

/**
 * A title a rule matches.
 */
export type RuleExample = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * How many occurrences.
 */
count: number, 
/**
 * What it is without the rule.
 */
category: Category, };

/**
 * What a rule matches in a period, a draft's as well as a saved one's.
 */
export type RuleMatches = { 
/**
 * How many occurrences its conditions hold for.
 */
matches: number, 
/**
 * Of them, how many it decides: no correction and no earlier rule does.
 */
decides: number, 
/**
 * Of those it decides, how many would be something else without it.
 */
changes: number, 
/**
 * Counted minutes of those it decides.
 */
minutes: number, 
/**
 * Some of what it matches, most often first.
 */
examples: Array<RuleExample>, 
/**
 * What is wrong with it, in words: a regular expression that cannot be read, no condition at all.
 */
problem: string | null, };

/**
 * What a rule makes of what it matches.
 */
export type RuleOutcome = { "to": "category", 
/**
 * Which.
 */
category: Category, } | { "to": "kind", 
/**
 * Which.
 */
kind: Kind, } | { "to": "leave_out" } | { "to": "effect", 
/**
 * Which.
 */
effect: DayEffect, };

/**
 * A rule and what it matches.
 */
export type RuleView = { 
/**
 * The rule.
 */
rule: Rule, 
/**
 * What it matches.
 */
matches: RuleMatches, };

/**
 * The user's rules, each with what it does, for a period.
 */
export type RulesView = { 
/**
 * In their order.
 */
rules: Array<RuleView>, };

/**
 * The category that came second.
 */
export type RunnerUp = { 
/**
 * Its category.
 */
category: Category, 
/**
 * Its best kind.
 */
kind: Kind, 
/**
 * How likely it is instead, 0–1.
 */
confidence: number, };

/**
 * What two things may be one of.
 */
export type SameWhat = "meeting" | "series";

/**
 * Whether two things are one, as the user says.
 */
export type Sameness = { 
/**
 * What they may be one of.
 */
what: SameWhat, 
/**
 * The UIDs of both series, or single events.
 */
uids: Array<string>, 
/**
 * Whether they are one.
 */
same: boolean, };

/**
 * How far a correction reaches (product.md section 4).
 */
export type Scope = "occurrence" | "series" | "alike";

/**
 * An event found by search.
 */
export type SearchHit = { 
/**
 * Its UID.
 */
uid: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The name of its calendar.
 */
calendar: string, 
/**
 * When it starts; a series: when its first instance does. Wall clock of the user's zone, or a date.
 */
start: string, 
/**
 * The week to show it in: for a series, that of the instance nearest to now.
 */
week: IsoWeek, 
/**
 * Whether it is called off.
 */
cancelled: boolean, 
/**
 * Who is in it, me first: the first few.
 */
people: Array<string>, 
/**
 * What its description says around the first word that was looked for, where its title does not have all of them.
 */
excerpt: string | null, 
/**
 * How often it is in the half years before and after now.
 */
times: number, 
/**
 * How long that is together, in minutes, whatever it counts for.
 */
minutes: number, };

/**
 * What a search found.
 */
export type SearchHits = { 
/**
 * The best of them, best first.
 */
hits: Array<SearchHit>, 
/**
 * How many events were found, listed or not; a thousand stands for that many or more.
 */
found: number, 
/**
 * How long all of them are in the half years before and after now, in minutes, whatever they count for.
 */
minutes: number, 
/**
 * The lines of reviews that have every word, the latest first.
 */
lines: Array<LineHit>, };

/**
 * Days that go by a name: a launch, covering for somebody on parental leave. Seasons may overlap.
 */
export type Season = { 
/**
 * What the user calls it.
 */
name: string, 
/**
 * The first day, on the home clock.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, };

/**
 * What a screen's question is about. What is absent is chosen for the asker; each screen says how.
 */
export type Selection = { 
/**
 * The first day, in the display zone.
 */
from?: string | null, 
/**
 * The last day, included.
 */
to?: string | null, 
/**
 * Which calendars; all of them where absent or empty.
 */
calendars?: Array<CalendarId> | null, 
/**
 * The id of the profile to compare with, where it is not the chosen one.
 */
profile?: string | null, };

/**
 * What can be done about a series.
 */
export type SeriesAction = "drop" | "shorten" | "halve" | "move";

/**
 * One change to a series, what it gives back and what it takes.
 */
export type SeriesChange = { 
/**
 * Names the change, the same in advice and asks: `halve:UID`.
 */
id: string, 
/**
 * Where it stands, where it was asked for.
 */
asked: AskState | null, 
/**
 * The series.
 */
uid: string, 
/**
 * What to do.
 */
action: SeriesAction, 
/**
 * Minutes taken off by [`SeriesAction::Shorten`], or the shift of [`SeriesAction::Move`] (negative: earlier); else 0.
 */
by_minutes: number, 
/**
 * In the imperative: `Make “Platform sync” fortnightly.`
 */
text: string, 
/**
 * What it buys, in a sentence with numbers.
 */
gain: string, 
/**
 * Focus time regained, hours a week.
 */
focus_hours_per_week: number, 
/**
 * Meeting time given back, hours a week.
 */
hours_per_week: number, 
/**
 * How many hours to move it saves, a week; negative where it adds some.
 */
hours_to_move_saved: number, 
/**
 * How much persuading it takes; 1 is a word to oneself.
 */
social_cost: number, 
/**
 * Why it takes that much, in words.
 */
social_cost_because: string, };

/**
 * What one series costs.
 */
export type SeriesCost = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * Its category.
 */
category: Category, 
/**
 * My hours a week.
 */
hours_per_week: number, 
/**
 * Length × people who have not declined × times, in hours a month of 30.44 days; `None` where people are not known.
 */
people_hours_per_month: number | null, 
/**
 * People who have not declined, me included; `None` where the calendar does not say.
 */
people: number | null, 
/**
 * Its occurrences in the period.
 */
times: number, };

/**
 * What one series took before and takes after.
 */
export type SeriesDifference = { 
/**
 * The series; `None` for all the smaller ones together.
 */
uid: string | null, 
/**
 * Its title.
 */
summary: string, 
/**
 * Its category.
 */
category: Category, 
/**
 * Hours a week before.
 */
before_hours: number, 
/**
 * Hours a week after.
 */
after_hours: number, 
/**
 * Their difference.
 */
change_hours: number, };

/**
 * One series' hours.
 */
export type SeriesHours = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title.
 */
summary: string, 
/**
 * Its category.
 */
category: Category, 
/**
 * My hours a week.
 */
hours_per_week: number, 
/**
 * Its counted occurrences in the period.
 */
times: number, };

/**
 * What the user thinks a series achieves.
 */
export type SeriesImpact = { 
/**
 * The series.
 */
uid: string, 
/**
 * How much it achieves.
 */
impact: Impact, };

/**
 * Something odd about a series.
 */
export type SeriesMark = { 
/**
 * What.
 */
mark: Oddity, 
/**
 * In words: `8 of its last 8 instances were cancelled`.
 */
text: string, 
/**
 * The series it repeats, for [`Oddity::Duplicate`].
 */
of: string | null, };

/**
 * One series (or single event) of a period.
 */
export type SeriesRow = { 
/**
 * The series.
 */
uid: string, 
/**
 * Its title, as its last occurrence has it.
 */
summary: string, 
/**
 * The name of its calendar.
 */
calendar: string, 
/**
 * Its category, as its last occurrence has it.
 */
category: Category, 
/**
 * Its kind, likewise.
 */
kind: Kind, 
/**
 * True where others are there; false for own blocks.
 */
meeting: boolean, 
/**
 * Whether it repeats.
 */
recurring: boolean, 
/**
 * How often, in words: `every 2 weeks on Tuesday`; `None` for a single event.
 */
cadence: string | null, 
/**
 * Its counted occurrences in the period.
 */
times: number, 
/**
 * Minutes my categories got from it, after conflicts.
 */
minutes: number, 
/**
 * The same in hours a week.
 */
hours_per_week: number, 
/**
 * Length × people who have not declined × times, in hours a month of 30.44 days.
 */
people_hours_per_month: number, 
/**
 * People who have not declined, me included; of the last occurrence.
 */
people: number, 
/**
 * False where the export hides who is there.
 */
people_known: boolean, 
/**
 * Whether I organize it, or placed it alone.
 */
mine: boolean, 
/**
 * Focus time without it − focus time with it, hours a week.
 */
focus_cost: number, 
/**
 * What each change to it would give back; empty for single events and own blocks.
 */
changes: Array<SeriesChange>, 
/**
 * What is odd about it.
 */
marks: Array<SeriesMark>, 
/**
 * Its first occurrence from now on, on the wall clock (`YYYY-MM-DDTHH:MM:SS`); `None` where there is none in the
 * next 26 weeks.
 */
next: string | null, 
/**
 * Its last one in the period, on the wall clock.
 */
last: string | null, 
/**
 * What the user thinks it achieves.
 */
impact: Impact | null, 
/**
 * How many single events of the file it is put together from; 0 where the file says that it repeats.
 */
gathered: number, };

/**
 * What a series is like, as far as a change to it can be seen: in the eight weeks after the one it
 * was looked at in.
 */
export type SeriesShape = { 
/**
 * How often it is held with me.
 */
times: number, 
/**
 * How long the last one is, in minutes; 0 where there is none.
 */
minutes: number, 
/**
 * When the last one begins, in minutes after Monday's midnight on the home clock.
 */
begins: number | null, 
/**
 * Whether I am only optional in it.
 */
optional: boolean, 
/**
 * How often it is held without me: declined, or I am not among the people.
 */
without_me: number, };

/**
 * One series' part of a step.
 */
export type SeriesStep = { 
/**
 * The series; `None` for all the smaller ones together.
 */
uid: string | null, 
/**
 * Its title.
 */
summary: string, 
/**
 * Minutes in the earlier period.
 */
before_minutes: number, 
/**
 * Minutes in the later one.
 */
after_minutes: number, 
/**
 * Their difference.
 */
change_minutes: number, };

/**
 * All series of a period together.
 */
export type SeriesTotals = { 
/**
 * Recurring meetings.
 */
recurring: number, 
/**
 * My hours in recurring meetings, a week.
 */
recurring_hours_per_week: number, 
/**
 * My hours in single meetings, a week.
 */
single_hours_per_week: number, 
/**
 * Everybody's hours in all meetings, a month of 30.44 days.
 */
people_hours_per_month: number, 
/**
 * Focus time without any recurring meeting − focus time as it is, hours a week.
 */
focus_cost: number, };

/**
 * What the user chose, as every stage needs it.
 */
export type Settings = { 
/**
 * My own addresses.
 */
me: Me, 
/**
 * The home zone: days are in it, working hours but on a stay elsewhere, and floating times are meant in it. An IANA name.
 */
zone: string, 
/**
 * When I work, on the wall clock of [`Settings::zone`], or of where I am on a date: see [`Whereabouts`](crate::Whereabouts).
 */
hours: WorkingHours, 
/**
 * The targets.
 */
profile: Profile, 
/**
 * The shortest free stretch that counts as open focus, in minutes (product.md section 5).
 */
focus_minutes: number, 
/**
 * Whether tentative and unanswered meetings count.
 */
count_tentative: boolean, 
/**
 * Whether whole days of work (an offsite, a conference), shown as busy, take the working hours nothing else claims.
 */
count_all_day_work: boolean, 
/**
 * Which category kinds belong to.
 */
kinds: KindMapping, 
/**
 * How times and weeks are written.
 */
display: Display, 
/**
 * The model on this computer that may answer questions.
 */
local_model: LocalModel, 
/**
 * Whether and when it is said that a week is ready to be reviewed.
 */
reminder: Reminder, 
/**
 * What the user wrote beside the calendar.
 */
marks: Marks, };

/**
 * How much a signal matters.
 */
export type Severity = "note" | "watch" | "alarm";

/**
 * Whether somebody else is there.
 */
export type Shape = "meeting" | "block" | "unknown";

/**
 * A share before and after an answer.
 */
export type ShareChange = { 
/**
 * Whose.
 */
category: Category, 
/**
 * As it is, 0–1.
 */
before: number, 
/**
 * As it would be.
 */
after: number, };

/**
 * One thing about a period that deserves a look, with its evidence (product.md section 6).
 *
 * Days and meetings are named as the problem, never a person.
 */
export type Signal = { 
/**
 * A stable name, in kebab case; the day or series follows after a colon where there can be several:
 * `overloaded-day:2026-11-10`.
 */
id: string, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * What it is about, in a word or two: `Tuesday`, `Load 52 %`.
 */
subject: string, 
/**
 * What was seen, in one sentence.
 */
text: string, 
/**
 * The threshold it crossed, in words.
 */
threshold: string, 
/**
 * Where that threshold comes from.
 */
basis: Basis, 
/**
 * The same in words, with what was measured where something was.
 */
source: string, 
/**
 * UIDs of the events behind it.
 */
evidence: Array<string>, 
/**
 * One thing to do about it: the first advice that lessens its figure, in words; empty where none does.
 */
next_step: string, 
/**
 * That advice, by its id.
 */
step: string | null, };

/**
 * A calendar as one import brought it.
 */
export type Snapshot = { 
/**
 * Names it in the library, for ever.
 */
key: number, 
/**
 * When it was imported: the wall clock of the user's zone, `2026-11-12T09:30:00`.
 */
imported_at: string, 
/**
 * The file it came in.
 */
file: string, 
/**
 * How many events it has.
 */
events: number, 
/**
 * Whether it is the one that holds.
 */
current: boolean, };

/**
 * What is different in a later snapshot. Each event is in one list.
 */
export type SnapshotChanges = { 
/**
 * Was not there, or was called off and is on again.
 */
added: Array<EventDifference>, 
/**
 * Starts at another time.
 */
moved: Array<EventDifference>, 
/**
 * Is called off.
 */
cancelled: Array<EventDifference>, 
/**
 * Starts when it did, but something else is different.
 */
changed: Array<EventDifference>, 
/**
 * Is not there any more.
 */
removed: Array<EventDifference>, };

/**
 * A calendar the library remembers.
 */
export type SourceCalendar = { 
/**
 * Names it in the library, for ever.
 */
key: number, 
/**
 * What the user can change.
 */
settings: CalendarSettings, 
/**
 * What its file calls it.
 */
own_name: string | null, 
/**
 * The file of the import that holds.
 */
file: string, 
/**
 * Its imports, newest first.
 */
snapshots: Array<Snapshot>, 
/**
 * What was wrong in the import that holds.
 */
diagnostics: Array<Diagnostic>, };

/**
 * Everything the Sources screen shows: what the library remembers, and the way back.
 */
export type SourcesView = { 
/**
 * The calendars, in the order they came.
 */
calendars: Array<SourceCalendar>, 
/**
 * What the last undoable actions were, newest first.
 */
history: Array<Action>, 
/**
 * The folder the library lies in.
 */
folder: string, 
/**
 * Copies of the library that can be restored, newest first.
 */
backups: Array<Backup>, 
/**
 * Calendars that are fetched from an address.
 */
subscriptions: Array<Subscription>, };

/**
 * `STATUS` of a VEVENT (RFC 5545 section 3.8.1.11).
 */
export type Status = "CONFIRMED" | "TENTATIVE" | "CANCELLED";

/**
 * Days on which the working hours are meant on the wall clock of another zone: a journey.
 *
 * Written as `2026-11-16..2026-11-20=Asia/Tokyo`, or with one day alone: `2026-11-16=Asia/Tokyo`.
 */
export type Stay = { 
/**
 * The first day, a date at the place.
 */
first: string, 
/**
 * The last day.
 */
last: string, 
/**
 * The zone of the place, an IANA name.
 */
zone: string, };

/**
 * What a step of a waterfall is.
 */
export type StepKind = "category" | "open_focus" | "fragments";

/**
 * What stops a plan.
 */
export type Stop = "past" | "no_working_time" | "contradiction" | "bookable" | "most_per_day" | "most_per_week" | "shortest" | "longest" | "no_changes" | "choice" | "breathing" | "meetings";

/**
 * Days from the first to the last one, included.
 */
export type Stretch = { 
/**
 * The first day, in the display zone.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, };

/**
 * The free stretches of one class.
 */
export type StretchClass = { 
/**
 * Which.
 */
length: StretchLength, 
/**
 * How many there are.
 */
count: number, 
/**
 * Their minutes.
 */
minutes: number, 
/**
 * The stretches, the latest first; at most a hundred.
 */
stretches: Array<GapView>, };

/**
 * A class of free stretches.
 */
export type StretchLength = "from_4_hours" | "from_3_hours" | "from_2_hours" | "from_90_minutes" | "from_1_hour" | "shorter";

/**
 * A calendar that is fetched from an address.
 */
export type Subscription = { 
/**
 * Names it.
 */
id: string, 
/**
 * The host of its address. The rest of the address is a secret and stays in the keyring.
 */
host: string, 
/**
 * Its calendar in the library, once there is one.
 */
calendar: number | null, 
/**
 * When it was last fetched: wall clock of the user's zone.
 */
fetched_at: string | null, 
/**
 * When it will be fetched next while the app runs.
 */
due_at: string | null, 
/**
 * How often it is fetched, in minutes, where the calendar itself asks for that.
 */
every_minutes: number | null, 
/**
 * What went wrong the last time, and what to do.
 */
problem: string | null, 
/**
 * The address is not in the keyring, so it will be forgotten when the app closes.
 */
until_close: boolean, };

/**
 * One of a team.
 */
export type TeamMember = { 
/**
 * As the calendar names them.
 */
name: string, 
/**
 * Their address.
 */
address: string, 
/**
 * Meetings with them in the period.
 */
meetings: number, };

/**
 * The name of a team.
 */
export type TeamName = { 
/**
 * [`TeamView::id`](crate::TeamView::id).
 */
team: string, 
/**
 * What the user calls it.
 */
name: string, };

/**
 * People who are met together.
 */
export type TeamView = { 
/**
 * Stays the same while most of the people do.
 */
id: string, 
/**
 * What the user calls it.
 */
name: string | null, 
/**
 * What it might be called: a word its meetings share, else its people.
 */
suggested_name: string, 
/**
 * Whether it is the team I meet most: mine.
 */
own: boolean, 
/**
 * Who, the one met most first; names as the calendar has them.
 */
members: Array<TeamMember>, 
/**
 * My hours with it, a week.
 */
hours_per_week: number, 
/**
 * Its meetings in the period.
 */
meetings: number, 
/**
 * UIDs of its meetings, the most hours first.
 */
evidence: Array<string>, 
/**
 * When it was last met.
 */
last: string | null, };

/**
 * What a condition looks at. Lists hold where any entry does; an empty one never does.
 */
export type Test = { "on": "title_words", 
/**
 * The words, with blanks between.
 */
words: string, } | { "on": "title_pattern", 
/**
 * The expression, as the crate `regex` writes them.
 */
pattern: string, } | { "on": "people", 
/**
 * At least.
 */
least: number | null, 
/**
 * At most.
 */
most: number | null, } | { "on": "addresses", 
/**
 * Addresses, or domains (`acme.example`, which its subdomains are part of).
 */
any_of: Array<string>, } | { "on": "organizer", 
/**
 * Addresses or domains; `me` is me.
 */
any_of: Array<string>, } | { "on": "calendar", 
/**
 * Names of calendars, without case.
 */
any_of: Array<string>, } | { "on": "length", 
/**
 * At least so many minutes.
 */
least_minutes: number | null, 
/**
 * At most so many minutes.
 */
most_minutes: number | null, } | { "on": "starts", 
/**
 * Weekdays, Monday as 1 and Sunday as 7; empty for any.
 */
weekdays: Array<number>, 
/**
 * From this time on.
 */
from: string | null, 
/**
 * Before this time. Where it is not after `from`, the night between them is meant.
 */
before: string | null, } | { "on": "recurrence", 
/**
 * Any of these.
 */
any_of: Array<Recurs>, } | { "on": "tag", 
/**
 * Without case.
 */
any_of: Array<string>, } | { "on": "response", 
/**
 * Answers.
 */
any_of: Array<Response>, };

/**
 * Part of a local day, on the wall clock; `end` not included.
 */
export type TimeRange = { 
/**
 * When it begins.
 */
start: string, 
/**
 * When it ends.
 */
end: string, };

/**
 * What to write in a title for a category.
 */
export type TitleTag = { 
/**
 * The category it asks for.
 */
category: Category, 
/**
 * The tag, with its `#`.
 */
tag: string, };

/**
 * What may be done to a meeting, the mildest of several that is needed.
 */
export type Touch = "fixed" | "may_move" | "may_shorten" | "may_go_async" | "may_decline";

/**
 * One period of a trend.
 */
export type TrendPeriod = { 
/**
 * `2026-W46`, `2026-11` or `2026-Q4`.
 */
id: string, 
/**
 * `Week 46`, `Nov 2026`, `Q4 2026`.
 */
label: string, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day, included.
 */
to: string, 
/**
 * True where it is not over yet, or the calendar starts or ends inside it: not to be compared with whole ones.
 */
partial: boolean, 
/**
 * True where the export tells of its series only: what happened besides is not in it, so nothing is compared or claimed.
 */
series_only: boolean, 
/**
 * True where it is all still to come: what stands in it is promised, not spent.
 */
promised: boolean, 
/**
 * Why the user marked it as unusual (a week), or how many of its weeks are; `None` for a usual one.
 */
unusual: string | null, 
/**
 * The week mix, beside the bands.
 */
mix: Mix, 
/**
 * Working hours less breaks, time off and personal occurrences.
 */
capacity_hours: number, 
/**
 * Union of meetings inside working time.
 */
meeting_hours: number, 
/**
 * `meeting_hours / capacity_hours`; 0 without capacity.
 */
meeting_load: number, 
/**
 * What the load amounts to.
 */
load_level: LoadLevel, 
/**
 * Free-or-focus stretches of at least the focus length, in minutes.
 */
focus_minutes: number, 
/**
 * Free gaps shorter than that, in minutes.
 */
fragmented_minutes: number, 
/**
 * Meeting time outside working time, in minutes.
 */
after_hours_minutes: number, 
/**
 * Un-invaded over booked focus time; `None` without booked focus.
 */
survival: number | null, 
/**
 * The least hours that must change category so that every band holds.
 */
hours_to_move: number, 
/**
 * Days whose morning is protected.
 */
mornings: number, 
/**
 * Meetings counted.
 */
meetings: number, };

/**
 * Everything the Trends screen draws.
 */
export type TrendsView = { 
/**
 * From the first period's start to the last one's end.
 */
period: PeriodJson, 
/**
 * How long each period is.
 */
grain: Grain, 
/**
 * Whose bands the mixes are compared with.
 */
profile: Profile, 
/**
 * In order, without gaps; a period without events has an empty mix.
 */
periods: Array<TrendPeriod>, 
/**
 * Where a level changed for good, the greatest change first.
 */
change_points: Array<ChangePoint>, 
/**
 * What changed between two periods: the two asked for, else the last two whole ones.
 */
waterfall: Waterfall | null, 
/**
 * The first and the last day the export tells all of, where it tells less than its series reach.
 */
told: Stretch | null, 
/**
 * How much each measure swings over the last 12 whole weeks.
 */
volatility: Array<Volatility>, 
/**
 * What limits the answer, in words.
 */
notes: Array<string>, };

/**
 * What can be wrong with a library.
 */
export type TroubleKind = "newer" | "damaged" | "not_a_library" | "in_use" | "read_only" | "disk_full" | "other";

/**
 * What limits an answer (the data-trust line).
 */
export type Trust = { 
/**
 * Occurrences counted.
 */
counted: number, 
/**
 * Occurrences in the period that are not counted.
 */
not_counted: number, 
/**
 * Share of counted occurrences that read as meetings but carry no attendees.
 */
without_people: number, 
/**
 * Counted hours that are tentative or unanswered.
 */
tentative_hours: number, 
/**
 * Counted hours whose category is a guess (confidence below 0.6).
 */
uncertain_hours: number, 
/**
 * Events the import left out.
 */
left_out: number, 
/**
 * Whether so little of the time is booked that the mix is not judged: nothing at all, or less than a tenth.
 */
too_little: boolean, 
/**
 * True when nobody confirmed who “me” is.
 */
me_guessed: boolean, 
/**
 * The questions behind its doubt, the one that sets most right first; three at most.
 */
questions: Array<DoubtBehind>, 
/**
 * The same in words, one sentence each; empty when nothing limits the answer.
 */
notes: Array<string>, };

/**
 * A week marked as unusual: a conference, an incident, the end of a year.
 */
export type UnusualWeek = { 
/**
 * The week.
 */
week: IsoWeek, 
/**
 * Why, in the user's words; may be empty.
 */
why: string, };

/**
 * How much a measure swings from week to week.
 */
export type Volatility = { 
/**
 * What swings.
 */
measure: Measure, 
/**
 * Mean of the weeks, in hours.
 */
mean_hours: number, 
/**
 * Standard deviation ÷ mean; `None` where the mean is 0 or there are fewer than 4 weeks.
 */
volatility: number | null, 
/**
 * How many whole, usual weeks it rests on; at most 12.
 */
weeks: number, };

/**
 * What changed between two periods. All the steps together are the difference of the denominators, to the minute.
 */
export type Waterfall = { 
/**
 * What it starts from.
 */
before: WaterfallEnd, 
/**
 * What it ends at.
 */
after: WaterfallEnd, 
/**
 * The categories in the order of [`Category::WORK`], then open focus and fragments.
 */
steps: Array<WaterfallStep>, 
/**
 * The greatest change in one sentence.
 */
text: string, };

/**
 * One end of a waterfall.
 */
export type WaterfallEnd = { 
/**
 * `Week 46`, or `1 Oct 2026 – 31 Oct 2026`.
 */
label: string, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, included.
 */
to: string, 
/**
 * The week mix's denominator.
 */
denominator_minutes: number, };

/**
 * One part of the difference between two periods.
 */
export type WaterfallStep = { 
/**
 * What it is.
 */
kind: StepKind, 
/**
 * Which category, where it is one.
 */
category: Category | null, 
/**
 * `Cross-team`, `Open focus`, `Fragments`.
 */
label: string, 
/**
 * Minutes in the earlier period.
 */
before_minutes: number, 
/**
 * Minutes in the later one.
 */
after_minutes: number, 
/**
 * Their difference.
 */
change_minutes: number, 
/**
 * The same by series, the greatest change first; sums to `change_minutes`. Empty for free time.
 */
series: Array<SeriesStep>, };

/**
 * Whether a week says what a usual one is like.
 */
export type WeekStanding = "ordinary" | "away" | "unusual" | "partly" | "sparse";

/**
 * Everything the Week screen draws.
 *
 * Wall-clock times are strings `YYYY-MM-DDTHH:MM:SS` without an offset, already in the display zone: the window
 * never converts a time.
 */
export type WeekView = { 
/**
 * The week shown.
 */
week: IsoWeek, 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * The week before.
 */
previous: IsoWeek, 
/**
 * The week after.
 */
next: IsoWeek, 
/**
 * Now, on the wall clock of the display zone.
 */
now: string, 
/**
 * The days the export tells all of, where none of this week's are among them: only its series are known.
 */
told: Stretch | null, 
/**
 * What the mix of this week is compared with.
 */
profile: Profile, 
/**
 * The report on this week.
 */
report: Report, 
/**
 * The week before's mix, for comparison; `None` where it is empty.
 */
previous_mix: Mix | null, 
/**
 * Its seven days.
 */
days: Array<DayView>, 
/**
 * Every occurrence that overlaps the week, by start.
 */
events: Array<EventView>, };

/**
 * Working hours of a week, on the wall clock. What lies between two ranges of a day is a break (lunch).
 *
 * Written as `09:00-17:00`, or `09:00-12:00,13:00-17:30`: the same on Monday to Friday, none at the weekend. Where days
 * differ, each says its own: `Mon-Wed 09:00-17:00; Thu 09:00-12:30; Fri-Sun off`. A day that is not named is off.
 * Shorter forms are understood: `8-12 13-17`.
 */
export type WorkingHours = { 
/**
 * Ranges of each day from Monday (0) to Sunday (6), in order, not overlapping.
 */
days: [Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>], };

/**
 * How early and late the meetings with people of one zone are, for them and for me.
 */
export type ZoneFairness = { 
/**
 * IANA name.
 */
zone: string, 
/**
 * People known to be there.
 */
people: number, 
/**
 * My meeting hours with them, in the period.
 */
hours: number, 
/**
 * Those of them outside 9–17 where they are.
 */
outside_theirs_hours: number, 
/**
 * Those of them outside my working hours.
 */
outside_mine_hours: number, 
/**
 * In one sentence.
 */
text: string, };
