//! The files of words, one a language.

macro_rules! files {
    ($($name:literal)*) => {
        /// Each language's name and file.
        pub(crate) const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../words/", $name, ".tsv"))),)*];
    };
}

// A language more is a name more. `any` is said everywhere.
files! {
    "any" "en" "ar" "bg" "ca" "cs" "cy" "da" "de" "el" "es" "et" "eu" "fa" "fi" "fr" "gl" "he" "hi" "hr" "hu" "id" "is"
    "it" "ja" "ko" "lt" "lv" "ms" "nl" "no" "pl" "pt" "ro" "ru" "sk" "sl" "sr" "sv" "th" "tr" "uk" "vi" "zh"
}

/// Where phrases may hold, in the order of their numbers.
pub(crate) const PLACES: [&str; 7] = [
    "any", "alone", "pair", "group", "across", "outside", "allday",
];

/// The languages of a file, by its place, as a set of bits.
pub(crate) fn languages_of(file: usize) -> u64 {
    match file {
        0 => u64::MAX,
        _ => 1 << file.min(62),
    }
}

/// A line of a language's file.
pub(crate) struct Line {
    /// The place of the file.
    pub(crate) file: usize,
    /// What the phrases mean.
    pub(crate) means: &'static str,
    /// Where that holds.
    pub(crate) place: &'static str,
    /// How sure it is.
    pub(crate) sure: &'static str,
    /// The phrases, divided by `|`.
    pub(crate) phrases: &'static str,
}

/// Every line of every file that says something.
pub(crate) fn lines() -> impl Iterator<Item = Line> {
    let files = FILES.iter().enumerate();
    files.flat_map(|(file, (_, text))| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.scan(("", "", ""), move |before, line| {
            let phrases = if let Some(more) = line.strip_prefix('\t') {
                more
            } else {
                let mut fields = line.splitn(4, '\t');
                *before = (fields.next()?, fields.next()?, fields.next()?);
                fields.next()?
            };
            Some(Line {
                file,
                means: before.0,
                place: before.1,
                sure: before.2,
                phrases,
            })
        })
    })
}
