//! Names as people say them, of names as directories write them.

/// A name, and what stands in brackets behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SpokenName {
    /// As it is said: `Ruth Okafor`.
    pub(crate) name: String,
    /// What a directory puts in brackets behind it, where that can be a team or a department: `Platform`.
    pub(crate) group: Option<String>,
}

/// What belongs behind a name although a comma stands before it.
const BEHIND_A_NAME: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "msc", "bsc", "ma", "ba", "esq", "cpa",
    "pmp", "pe", "dds", "jd",
];

/// What tells that a comma stands in the name of a company or a team, and not behind a surname.
const OF_COMPANIES: &[&str] = &[
    "inc",
    "gmbh",
    "ltd",
    "llc",
    "ag",
    "kg",
    "co",
    "corp",
    "plc",
    "bv",
    "nv",
    "sa",
    "sas",
    "sarl",
    "srl",
    "spa",
    "ab",
    "as",
    "oy",
    "team",
    "group",
    "department",
    "dept",
    "abteilung",
];

/// What stands in brackets and names no team: how somebody is spoken of, employed, or where they are just now.
const NO_TEAM: &[&str] = &[
    "ext",
    "extern",
    "external",
    "externe",
    "externer",
    "contractor",
    "consultant",
    "c",
    "v",
    "e",
    "x",
    "guest",
    "gast",
    "intern",
    "trainee",
    "vendor",
    "partner",
    "freelance",
    "freelancer",
    "temp",
    "ooo",
    "away",
    "on leave",
    "parental leave",
    "he",
    "she",
    "they",
    "him",
    "her",
    "them",
    "his",
    "hers",
    "theirs",
    "er",
    "sie",
    "ihr",
    "ihm",
    "il",
    "elle",
    "el",
    "ella",
    "ele",
    "ela",
    "any",
    "all",
    "me",
    "via google calendar",
    "via teams",
];

/// Reads a name: `Okafor, Ruth (Platform)`.
pub(crate) fn spoken(written: &str) -> SpokenName {
    let mut name = written.trim().trim_matches(['"', '\'']).trim();
    // `Ruth Okafor <ruth@example.org>`
    if let Some((before, _)) = name.split_once('<')
        && !before.trim().is_empty()
    {
        name = before.trim();
    }
    let mut group = None;
    while let Some((before, inside)) = in_brackets(name) {
        if before.is_empty() {
            break;
        }
        name = before;
        // Of several the first is what a directory sorts by.
        if is_a_team(inside) {
            group = Some(inside.to_owned());
        }
    }
    SpokenName {
        name: in_order(name),
        group,
    }
}

/// What stands before brackets at the end, and in them.
fn in_brackets(name: &str) -> Option<(&str, &str)> {
    [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| {
            let (before, inside) = name.strip_suffix(close)?.rsplit_once(open)?;
            Some((before.trim(), inside.trim()))
        })
}

fn is_a_team(inside: &str) -> bool {
    let lower = inside.to_lowercase();
    let known = |part: &str| {
        let part = part.trim();
        part.is_empty() || NO_TEAM.contains(&part)
    };
    let is_spoken_of = lower.split(['/', '|']).all(known);
    !is_spoken_of && inside.chars().any(char::is_alphabetic) && !inside.contains('@')
}

/// `Okafor, Ruth` as it is said.
fn in_order(name: &str) -> String {
    let (Some((last, first)), false) = (name.split_once(','), name.contains('@')) else {
        return name.to_owned();
    };
    let (last, first) = (last.trim(), first.trim().trim_matches(',').trim());
    let plain = |part: &str| part.trim_end_matches('.').replace('.', "").to_lowercase();
    if first.is_empty() || last.is_empty() {
        return last.to_owned() + first;
    }
    // `Ruth Okafor, PhD` keeps its order; `Okafor, Ruth, PhD` loses the title.
    let mut given = first.split(',').map(str::trim);
    let Some(head) = given.next() else {
        return name.to_owned();
    };
    let stays = |part: &str| {
        let mut words = part.split_whitespace();
        words.any(|word| {
            BEHIND_A_NAME.contains(&plain(word).as_str())
                || OF_COMPANIES.contains(&plain(word).as_str())
        })
    };
    if stays(head) || stays(last) {
        return name.to_owned();
    }
    format!("{head} {last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> (String, Option<String>) {
        let SpokenName { name, group } = spoken(written);
        (name, group)
    }

    #[test]
    fn names_of_directories() {
        for (written, name, group) in [
            ("Okafor, Ruth (Platform)", "Ruth Okafor", Some("Platform")),
            ("Okafor, Ruth", "Ruth Okafor", None),
            ("Okafor,Ruth", "Ruth Okafor", None),
            ("'Okafor, Ruth'", "Ruth Okafor", None),
            ("Okafor, Ruth [Platform]", "Ruth Okafor", Some("Platform")),
            ("Ruth Okafor (Platform)", "Ruth Okafor", Some("Platform")),
            (
                "Okafor, Ruth (Platform) (EXT)",
                "Ruth Okafor",
                Some("Platform"),
            ),
            ("Okafor, Ruth (EXT)", "Ruth Okafor", None),
            ("Ruth Okafor (she/her)", "Ruth Okafor", None),
            ("van der Berg, Jan", "Jan van der Berg", None),
            ("García López, María", "María García López", None),
            ("Okafor, Dr. Ruth", "Dr. Ruth Okafor", None),
            ("Ruth Okafor <ruth@example.org>", "Ruth Okafor", None),
            ("Okafor, Ruth, PhD", "Ruth Okafor", None),
        ] {
            let expected = (name.to_owned(), group.map(str::to_owned));
            assert_eq!(read(written), expected, "{written}");
        }
    }

    #[test]
    fn names_that_stay_as_they_are() {
        for written in [
            "Ruth Okafor",
            "Ruth Okafor, PhD",
            "Martin Luther King, Jr.",
            "Northwind, Inc.",
            "ruth@example.org",
            "Ruth",
            "",
        ] {
            assert_eq!(read(written).0, written, "{written}");
        }
        assert_eq!(
            read("(Platform)").0,
            "(Platform)",
            "nothing else to call it by"
        );
        assert_eq!(read("Okafor,").0, "Okafor");
    }
}
