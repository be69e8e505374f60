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
 * Where a share lies, seen from its band.
 */
export type BandStatus = "under" | "within" | "over" | "untargeted";

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
 * The greatest share it could have if every uncertain event with this runner-up belonged here.
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
runner_up: RunnerUp | null, };

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
 * One day's column.
 */
export type DayView = { 
/**
 * The day.
 */
day: string, 
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
 * How many people, me included.
 */
people: number, 
/**
 * Its category.
 */
category: Category, 
/**
 * Its kind.
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
calendar: string, };

/**
 * One occurrence in the window.
 */
export type EventView = { 
/**
 * Unique among the week's occurrences: UID, a space, and the start.
 */
key: string, 
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
would_change: Array<string>, };

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
 * How its minutes are counted, in words.
 */
counting: string, };

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
removed: number, };

/**
 * An ISO 8601 week: `2026-W46`, Monday to Sunday.
 */
export type IsoWeek = string;

/**
 * What an occurrence is, finely. Each kind belongs to one category by default (product.md section 2).
 */
export type Kind = "focus" | "coding" | "design_work" | "writing" | "preparation" | "one_on_one" | "skip_level" | "mentoring" | "pairing" | "coffee" | "cross_team_sync" | "guild" | "leads" | "partner" | "status_review" | "code_review" | "design_review" | "rfc_review" | "architecture_review" | "readiness_review" | "post_mortem" | "triage" | "review_preparation" | "strategy" | "roadmap" | "leadership" | "org_design" | "strategy_preparation" | "standup" | "team_planning" | "retro" | "demo" | "team_meeting" | "all_hands" | "interview" | "people_admin" | "on_call" | "incident" | "release" | "training" | "social" | "travel" | "admin" | "placeholder" | "other" | "private" | "time_off" | "public_holiday" | "lunch_break";

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
 * Names of the calendars in them.
 */
calendars: Array<string>, 
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
 * Profiles to choose from.
 */
profiles: Array<Profile>, 
/**
 * The addresses most often seen, likeliest “me” first, at most eight.
 */
candidates: Array<string>, 
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
 * What a meeting load amounts to.
 */
export type LoadLevel = "fine" | "watch" | "high" | "overload";

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
 * Share of counted hours I organize or placed alone.
 */
control: number, 
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
 * Meetings with 9 people or more.
 */
large: number, 
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
prep_debt: number, };

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
fragment_minutes: number, };

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
export type NotCounted = "cancelled" | "declined" | "free" | "all_day" | "twelve_hours_or_longer" | "personal" | "duplicate" | "no_length" | "tentative";

/**
 * What was done about a problem (product.md section 3).
 */
export type Outcome = "repaired" | "kept_as_is" | "left_out";

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
 * Somebody named in a calendar. Two are the same person when their addresses are equal.
 */
export type Person = { 
/**
 * The address in lower case, without `mailto:`. Where an export gives no address, the name in lower case.
 */
address: string, 
/**
 * The display name (`CN`), where there is one.
 */
name: string | null, };

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
 * The profiles that ship.
 */
export type ProfileId = "staff-plus" | "tech-lead" | "architect" | "solver" | "right-hand" | "senior" | "principal";

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
 * What limits the answer.
 */
trust: Trust, };

/**
 * Participation status (`PARTSTAT`, RFC 5545 section 3.2.12).
 */
export type Response = "needs_action" | "accepted" | "declined" | "tentative" | "delegated";

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
cancelled: boolean, };

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
 * Length × people who have not declined × times, in hours a month of 30.44 days.
 */
people_hours_per_month: number, 
/**
 * People who have not declined, me included.
 */
people: number, 
/**
 * Its occurrences in the period.
 */
times: number, };

/**
 * What the user chose, as every stage needs it.
 */
export type Settings = { 
/**
 * My own addresses.
 */
me: Me, 
/**
 * The zone days and working hours are in, and floating times are meant in. An IANA name.
 */
zone: string, 
/**
 * When I work.
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
count_tentative: boolean, };

/**
 * How much a signal matters.
 */
export type Severity = "note" | "watch" | "alarm";

/**
 * Whether somebody else is there.
 */
export type Shape = "meeting" | "block";

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
 * UIDs of the events behind it.
 */
evidence: Array<string>, 
/**
 * One thing to do about it.
 */
next_step: string, };

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
 * What went wrong the last time, and what to do.
 */
problem: string | null, 
/**
 * The address is not in the keyring, so it will be forgotten when the app closes.
 */
until_close: boolean, };

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
 * True when nobody confirmed who “me” is.
 */
me_guessed: boolean, 
/**
 * The same in words, one sentence each; empty when nothing limits the answer.
 */
notes: Array<string>, };

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
 * Its Monday.
 */
from: string, 
/**
 * Its Sunday.
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
 * Monday to Sunday.
 */
days: Array<DayView>, 
/**
 * Every occurrence that overlaps the week, by start.
 */
events: Array<EventView>, };

/**
 * Working hours of a week, on the wall clock. What lies between two ranges of a day is a break (lunch).
 *
 * Written as `09:00-17:00`, or `09:00-12:00,13:00-17:30`: the same on Monday to Friday, none at the weekend.
 */
export type WorkingHours = { 
/**
 * Ranges of each day from Monday (0) to Sunday (6), in order, not overlapping.
 */
days: [Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>, Array<TimeRange>], };
