//! Reports to hand on: every form says the same, and nothing that was not meant for other eyes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lopdf::Document;
use proptest::prelude::*;
use weekwise_engine::{Clock, Opened, PeriodChoice, Reviews, SettingsChange, Source};
use weekwise_model::{
    EvidenceReport, EvidenceRequest, NamedPeriod, PaperFormat, Report, Selection,
};
use weekwise_report::{
    evidence_paper, evidence_pdf, look_back_paper, report_html, report_paper, report_pdf,
};

fn clock() -> Clock {
    Clock::fixed("2026-12-31T10:00:00Z".parse().unwrap())
}

fn opened(source: Source) -> Opened {
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@example.org".to_owned()]),
        ..SettingsChange::default()
    };
    let change = match source {
        Source::Demo => SettingsChange { me: None, ..berlin },
        _ => berlin,
    };
    Opened::read(source, &change, &clock()).unwrap()
}

/// What can be selected in a PDF, page by page, without spaces: where lines break is not what is said.
fn pages(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    let numbers = document.get_pages().into_keys();
    numbers
        .map(|number| dense(&document.extract_text(&[number]).unwrap()))
        .collect()
}

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of an answer in a form, without spaces.
fn said(format: PaperFormat, bytes: &[u8]) -> String {
    match format {
        PaperFormat::Pdf => pages(bytes).concat(),
        PaperFormat::Markdown => dense(&String::from_utf8_lossy(bytes).replace('\\', "")),
        PaperFormat::Text | PaperFormat::Html => dense(&String::from_utf8_lossy(bytes)),
    }
}

fn demo_week() -> Report {
    let week = PeriodChoice::Week("2026-W46".parse().unwrap());
    opened(Source::Demo).report(&week, &clock()).unwrap()
}

#[test]
fn the_pdf_says_what_the_page_says() {
    let report = demo_week();
    // Titles may hold what marks tags.
    let text = pages(&report_pdf(&report, "Staff+").unwrap()).concat();
    let text = text.replace('<', "‹").replace('>', "›");
    let page = report_html(&report, "Staff+").unwrap();
    let page = page.get(page.find("<main>").unwrap()..).unwrap();
    let page = page
        .replace("&amp;", "&")
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&#x2f;", "/")
        .replace("&lt;", "‹")
        .replace("&gt;", "›");
    let mut compared = 0;
    for part in page
        .split(['<', '>'])
        .step_by(2)
        .filter(|part| !part.trim().is_empty())
    {
        assert!(text.contains(&dense(part)), "{part}");
        compared += 1;
    }
    assert!(compared > 100, "{compared}");
    for share in &report.week_mix.categories {
        assert!(text.contains(&dense(share.category.label())));
    }
}

#[test]
fn the_document_is_tagged_and_knows_its_title_and_language() {
    let pdf = report_pdf(&demo_week(), "Staff+").unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo") && catalog.has(b"Outlines"));
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    let metadata = String::from_utf8_lossy(&pdf).into_owned();
    assert!(metadata.contains("pdfuaid:part"), "it says it is PDF/UA");
    assert_eq!(pages(&pdf).len(), document.get_pages().len());
    // Each page has its number.
    let all = pages(&pdf);
    for (number, page) in (1..).zip(&all) {
        assert!(
            page.contains(&format!("Page{number}of{}", all.len())),
            "{page}"
        );
    }
    assert_eq!(
        pdf,
        report_pdf(&demo_week(), "Staff+").unwrap(),
        "the same again"
    );
}

#[test]
fn redacted_papers_hold_no_title_no_name_and_no_address() {
    let opened = opened(Source::Demo);
    let half_a_year = PeriodChoice::Range {
        from: "2026-06-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    };
    let met = opened.people(&Selection::default(), &clock()).unwrap();
    let members = met.teams.iter().flat_map(|team| &team.members);
    let people: BTreeSet<&str> = members.map(|member| member.name.as_str()).collect();
    assert!(people.len() > 5);
    for choice in [PeriodChoice::Default, half_a_year] {
        let report = opened.redacted_report(&choice, &clock()).unwrap();
        let plain = opened.report(&choice, &clock()).unwrap();
        for format in PaperFormat::ALL {
            let hidden = said(format, &report_paper(&report, "Staff+", format).unwrap());
            let shown = said(format, &report_paper(&plain, "Staff+", format).unwrap());
            assert!(
                !hidden.contains("@d") && !hidden.contains(".example"),
                "an address"
            );
            // Short and common titles may be a word of a sentence.
            let titles = plain.metrics.series_cost.iter().map(|cost| &cost.summary);
            let telling: Vec<String> = titles.map(|t| dense(t)).filter(|t| t.len() > 9).collect();
            let listed = telling
                .iter()
                .filter(|title| shown.contains(*title))
                .count();
            assert!(
                listed > 2,
                "{format:?} lists the titles where they are not hidden, {listed}"
            );
            for title in &telling {
                assert!(!hidden.contains(title), "{format:?}: {title}");
            }
            for person in &people {
                assert!(!hidden.contains(&dense(person)), "{format:?}: {person}");
            }
        }
    }
}

/// A quarter of mentoring and reviews, each series with its own title and person.
fn quarter(titles: &[String]) -> Source {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n".to_owned();
    for (number, title) in titles.iter().enumerate() {
        let (day, hour) = (1 + number % 28, 8 + number % 9);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:uid-{number}\r\nDTSTAMP:20261001T080000Z\r\nDTSTART:202611{day:02}T{hour:02}0000Z\r\n\
             DTEND:202611{day:02}T{hour:02}4500Z\r\nSUMMARY:{title}\r\nORGANIZER:mailto:me@example.org\r\n\
             ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\n\
             ATTENDEE;PARTSTAT=ACCEPTED;CN=Nora Kestrel{number}x:mailto:kestrel{number}x@example.org\r\nEND:VEVENT\r\n"
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: "quarter.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn evidence(opened: &Opened, ticked: BTreeSet<String>, names: bool) -> EvidenceReport {
    let request = EvidenceRequest {
        from: "2026-10-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        ticked,
        names,
    };
    opened.evidence_to_share(&request, &clock()).unwrap()
}

#[test]
fn a_long_record_goes_over_many_pages_and_repeats_its_heads() {
    let titles: Vec<String> = (0..400)
        .map(|n| format!("Design review: Quartz{n}x"))
        .collect();
    let opened = opened(quarter(&titles));
    let ticked = (0..400).map(|n| format!("uid-{n}")).collect();
    let pages = pages(&evidence_pdf(&evidence(&opened, ticked, false)).unwrap());
    assert!(pages.len() > 8, "{}", pages.len());
    let all = pages.concat();
    for number in 0..400 {
        assert!(all.contains(&format!("Quartz{number}x")), "{number}");
    }
    let inner = pages.get(2..5).unwrap();
    assert!(inner.iter().all(|page| page.contains("WhatTimesHoursDays")));
}

#[test]
fn every_form_of_a_look_back_says_the_same_and_says_it_again() {
    let opened = opened(Source::Demo);
    let days = "2026-Q3".parse::<NamedPeriod>().unwrap().days();
    let request = |names| EvidenceRequest {
        from: days.from,
        to: days.to,
        ticked: BTreeSet::new(),
        names,
    };
    let shared = |names| {
        opened
            .look_back_to_share(&request(names), &Reviews::new(), &clock())
            .unwrap()
    };
    let (found, named) = (shared(false), shared(true));
    let person = &named.people.one_on_ones[0].name;
    for format in PaperFormat::ALL {
        let bytes = look_back_paper(&found, format).unwrap();
        assert_eq!(bytes, look_back_paper(&found, format).unwrap());
        let text = said(format, &bytes).replace("&#x2f;", "/");
        for sentence in [
            &found.title,
            &found.headline,
            &found.lead,
            &found.weeks_text,
            &found.series_text,
            &found.people.text,
            &found.record[0].text,
        ] {
            assert!(text.contains(&dense(sentence)), "{format:?}: {sentence}");
        }
        assert!(!text.contains(".example"), "{format:?}: an address");
        assert!(!text.contains(&dense(person)), "{format:?}: {person}");
        let open = said(format, &look_back_paper(&named, format).unwrap());
        assert!(open.contains(&dense(person)), "{format:?}: {person}");
    }
}

#[test]
fn letters_the_font_lacks_are_told_and_break_nothing() {
    for (title, lacks) in [
        ("Design review 設計レビュー：決済", true),
        ("Design review 👩‍💻🚀 🇩🇪", true),
        ("مراجعة التصميم design review", true),
        (
            "Design review \u{feff}\u{200d}\u{0}\u{fffe}\u{e000}x",
            false,
        ),
        (
            "Revue de conception – Łódź, Αθήνα, Київ design review",
            false,
        ),
    ] {
        let opened = opened(quarter(&[title.to_owned()]));
        let found = evidence(&opened, BTreeSet::from(["uid-0".to_owned()]), false);
        let text = pages(&evidence_pdf(&found).unwrap()).concat();
        assert_eq!(text.contains("notinthisdocument"), lacks, "{title}: {text}");
        assert!(text.contains("Evidencereport"));
    }
}

#[test]
fn a_title_without_end_is_shortened() {
    let opened = opened(quarter(&[format!("Design review {}", "w".repeat(20_000))]));
    let found = evidence(&opened, BTreeSet::from(["uid-0".to_owned()]), false);
    assert!(pages(&evidence_pdf(&found).unwrap()).len() < 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_unticked_ever_appears(ticks in prop::collection::vec(any::<bool>(), 12), names in any::<bool>()) {
        let kinds = ["Design review", "Mentoring", "Strategy workshop", "Focus", "RFC review", "Coaching"];
        let titles: Vec<String> = (0..12).map(|n| format!("{}: Quartz{n}x", kinds[n % kinds.len()])).collect();
        let opened = opened(quarter(&titles));
        let ticked = ticks.iter().enumerate().filter(|(_, tick)| **tick).map(|(n, _)| format!("uid-{n}")).collect();
        let found = evidence(&opened, ticked, names);
        for format in PaperFormat::ALL {
            let text = said(format, &evidence_paper(&found, format).unwrap());
            for (number, tick) in ticks.iter().enumerate() {
                let appears = text.contains(&format!("Quartz{number}x"));
                prop_assert!(*tick || !appears, "{format:?}: title {number}");
                let named = text.contains(&format!("NoraKestrel{number}x"));
                prop_assert!(names || !named, "{format:?}: name {number}");
            }
            prop_assert!(!text.contains("@example"), "{format:?}: an address");
            // Ticks are not in vain: what counts as evidence is there by its title.
            if ticks[0] {
                prop_assert!(text.contains("Quartz0x"), "{format:?}: {text}");
            }
        }
        let json = serde_json::to_string(&found).unwrap();
        for (number, tick) in ticks.iter().enumerate() {
            let appears = json.contains(&format!("Quartz{number}x"));
            prop_assert!(*tick || !appears, "JSON: title {}", number);
        }
    }
}
