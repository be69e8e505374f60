//! The TypeScript twins of the answers: written from the types here, so that the window cannot drift from them. And what each
//! of their texts is, for a host without an engine.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

use crate::texts::{Shape, Shapes};
use crate::*;

/// Everything the window asks with and is answered with. What these are made of comes with them.
macro_rules! for_each_root {
    ($with:ident) => {
        $with!(
            AnswerOutcome,
            AskRequest,
            AsksView,
            AnswerPreview,
            AnswerRequest,
            Answerer,
            Backup,
            Behind,
            CheckReport,
            CorrectionPreview,
            CorrectionRequest,
            DayCorrection,
            DayCorrectionRequest,
            BlockTrial,
            DayJudgement,
            DaysOff,
            EventsBehind,
            EvidenceReport,
            EvidenceRequest,
            Explanation,
            FiguresView,
            Introduction,
            IntroductionAnswer,
            LensesView,
            Library,
            LookBack,
            Marks,
            MeetingsView,
            ModelProposal,
            PaperFormat,
            PaperPreview,
            PeopleView,
            Plan,
            PlanWishes,
            QuestionList,
            ReportRequest,
            ReviewRequest,
            ReviewView,
            RuleMatches,
            RulesView,
            SearchHits,
            Selection,
            SnapshotChanges,
            SourcesView,
            Stretch,
            TrendsView,
            WeekView,
        )
    };
}

/// Collects declarations, with their comments.
struct Declared {
    config: Config,
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, (String, String)>,
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let declared = (T::docs().unwrap_or_default(), T::decl(&self.config));
            self.by_name.insert(T::ident(&self.config), declared);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn types() -> String {
    let mut all = Declared {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        by_name: BTreeMap::new(),
    };
    macro_rules! visit {
        ($($name:ident),+ $(,)?) => { $(all.visit::<$name>();)+ };
    }
    for_each_root!(visit);
    let mut text = written_from_here();
    for (docs, declaration) in all.by_name.values() {
        text.push('\n');
        text.push_str(docs.trim_start());
        if !docs.is_empty() && !docs.ends_with('\n') {
            text.push('\n');
        }
        text.push_str("export ");
        text.push_str(declaration);
        text.push('\n');
    }
    text
}

/// What the texts of each type are: `title`, `own`, …; other types by their names.
fn texts() -> String {
    let mut shapes = Shapes::new();
    macro_rules! shape {
        ($($name:ident),+ $(,)?) => { $(<$name as Texts>::shape(&mut shapes);)+ };
    }
    for_each_root!(shape);
    let mut text = written_from_here();
    text.push_str("\nexport const TEXTS: Record<string, Record<string, string>> = {\n");
    let with_fields = shapes.iter().filter(|(_, fields)| !fields.is_empty());
    for (place, (name, fields)) in with_fields.enumerate() {
        if place > 0 {
            text.push_str(",\n");
        }
        let fields: BTreeMap<&str, String> = fields
            .iter()
            .map(|(field, shape)| {
                let said = match shape {
                    Shape::Text(sort) => format!("{sort:?}").to_lowercase(),
                    Shape::Of(other) => (*other).to_owned(),
                };
                (*field, said)
            })
            .collect();
        let fields: Vec<String> = fields.iter().map(|(f, s)| format!("{f}: '{s}'")).collect();
        let _ = write!(text, "  {name}: {{ {} }}", fields.join(", "));
    }
    text.push_str("\n}\n");
    text
}

fn written_from_here() -> String {
    "// Written from crates/model by `WEEKWISE_WRITE_TYPES=1 cargo test -p weekwise-model`. Do not edit.\n".to_owned()
}

fn is_fresh(file: &str, wanted: &str) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(file);
    if std::env::var_os("WEEKWISE_WRITE_TYPES").is_some() {
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(&place, wanted).unwrap();
    }
    let found = std::fs::read_to_string(&place).unwrap_or_default();
    assert!(
        found.replace('\r', "") == wanted,
        "{file} is out of date: run `WEEKWISE_WRITE_TYPES=1 cargo test -p weekwise-model`"
    );
}

#[test]
fn the_windows_types_are_fresh() {
    is_fresh("ui/src/host/types.ts", &types());
}

#[test]
fn what_the_texts_are_is_fresh() {
    is_fresh("ui/src/host/memory/texts.ts", &texts());
}
