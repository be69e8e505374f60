//! A change and its effect in words and figures.

use std::collections::BTreeMap;

use chrono::Utc;
use weekwise_analyze::{Effect, hours_to_move, instant_of};
use weekwise_model::{
    Advice, AdviceAction, AdviceEffect, BandEffect, BandStatus, Category, Decides, Ghost, Mix,
    wall, words,
};

use crate::proposal::Proposal;
use crate::scene::Scene;

/// Hours below which a change of a figure is not told.
const FELT: f64 = 0.05;

pub(crate) fn advice(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect) -> Advice {
    let told = effect_of(scene, proposal, effect);
    Advice {
        id: proposal.id.clone(),
        action: proposal.action,
        uid: proposal.uid.clone(),
        text: proposal.text.clone(),
        gain: gain(scene, proposal, effect, &told),
        category: proposal.category,
        decides: proposal.decides,
        because: format!("{} · {}", decides(proposal), proposal.because),
        people: proposal.people,
        trouble: proposal.trouble,
        drafts: proposal.drafts.clone(),
        evidence: evidence(scene, proposal),
        effect: told,
        helps: Vec::new(),
    }
}

/// Who decides, in words.
pub(crate) fn decides(proposal: &Proposal) -> &'static str {
    match proposal.decides {
        Decides::Me => "only you decide",
        Decides::AsOrganizer => "you organize it",
        Decides::Others => "somebody else organizes it",
    }
}

/// UIDs of the events a change is about.
fn evidence(scene: &Scene<'_>, proposal: &Proposal) -> Vec<String> {
    let places = proposal
        .change
        .spans
        .keys()
        .chain(proposal.change.purposes.keys());
    let claims = places.filter_map(|&place| scene.trial.claims().get(place));
    let uids = claims.map(|claim| scene.trial.classified(claim).occurrence.event.uid.clone());
    let mut uids: Vec<String> = uids.collect();
    uids.extend(proposal.uid.clone());
    uids.sort_unstable();
    uids.dedup();
    uids
}

fn effect_of(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect) -> AdviceEffect {
    let trial = &scene.trial;
    let (before, after) = (trial.hours_to_move(), hours_to_move(&effect.mix));
    let focus = effect.focus();
    let stretch = effect.days.iter().filter(|day| day.focus > 0);
    let bands = band_effects(trial.mix(), &effect.mix);
    let (figures, now) = (trial.figures(), effect.figures);
    AdviceEffect {
        hours_to_move_before: before,
        hours_to_move_after: after,
        figure: figure(scene, proposal, effect, &bands),
        focus_hours: focus as f64 / 60.0,
        stretch_minutes: stretch.map(|day| day.stretch).max().unwrap_or(0),
        load_before: figures.load(),
        load_after: now.load(),
        mornings_before: figures.mornings,
        mornings_after: now.mornings,
        others_hours: others_hours(scene, proposal),
        after_hours: [figures.after_hours, now.after_hours],
        conflict: [figures.conflict, now.conflict],
        fragments: [figures.fragments, now.fragments],
        lighter: Vec::new(),
        bands,
        ghosts: ghosts(scene, proposal),
    }
}

/// The hours to move that go away, and of how many: `2.1` and `5.2 h`; of more than a week `1.1` and `8 h a week`, as everything
/// about a series is told. `None` where they are not felt.
fn moved(scene: &Scene<'_>, effect: &Effect) -> Option<(String, String)> {
    let before = scene.trial.hours_to_move();
    let saved = before - hours_to_move(&effect.mix);
    let (weeks, a_week) = if scene.is_short() {
        (1.0, "")
    } else {
        (scene.weeks(), " a week")
    };
    (saved / weeks >= FELT).then(|| {
        let moved = words::hours(saved / weeks);
        let moved = moved.trim_end_matches(" h").to_owned();
        (moved, format!("{}{a_week}", words::hours(before / weeks)))
    })
}

/// Every category, before and after.
pub(crate) fn band_effects(before: &Mix, after: &Mix) -> Vec<BandEffect> {
    let bands = before.categories.iter().zip(&after.categories);
    bands
        .map(|(before, after)| BandEffect {
            category: before.category,
            share_before: before.share,
            share_after: after.share,
            status_before: before.status,
            status_after: after.status,
            gap_hours_before: before.gap_hours,
            gap_hours_after: after.gap_hours,
        })
        .collect()
}

/// Minutes that stay as they are, because a block for deep work lies on them.
fn kept(proposal: &Proposal) -> i64 {
    let is_kept = proposal.action == AdviceAction::Block && proposal.category == Category::DeepWork;
    let added = proposal.change.added.iter().filter(|_| is_kept);
    added.map(|(span, _)| span.minutes()).sum()
}

/// `−2.1 of 12.4 h`; where no hour to move goes away, what comes instead, or what is kept.
fn figure(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect, bands: &[BandEffect]) -> String {
    let (focus, kept) = (effect.focus(), kept(proposal));
    if let Some((moved, of)) = moved(scene, effect) {
        return format!("−{moved} of {of}");
    }
    if let Some((band, hours)) = nearest(bands) {
        return format!(
            "{} {}",
            words::category(band.category),
            words::signed_hours(hours)
        );
    }
    if focus == 0 && kept > 0 {
        return format!("{} kept", words::amount(kept));
    }
    format!("{} focus", words::signed_hours(focus as f64 / 60.0))
}

/// The band that comes nearest, and by how much its time changes for that.
fn nearest(bands: &[BandEffect]) -> Option<(&BandEffect, f64)> {
    let nearer = |band: &BandEffect| band.gap_hours_before.abs() - band.gap_hours_after.abs();
    let best = bands
        .iter()
        .max_by(|a, b| nearer(a).total_cmp(&nearer(b)))?;
    let hours = nearer(best);
    let sign = if best.gap_hours_before < 0.0 {
        1.0
    } else {
        -1.0
    };
    (hours >= FELT).then_some((best, sign * hours))
}

/// Others' hours that come back.
fn others_hours(scene: &Scene<'_>, proposal: &Proposal) -> f64 {
    let all = proposal.is_about_others() && proposal.decides == Decides::AsOrganizer;
    if !all {
        return 0.0;
    }
    let spans = proposal.change.spans.iter();
    let minutes = spans.filter_map(|(&place, span)| {
        let claim = scene.trial.claims().get(place)?;
        let less = claim.span.minutes() - span.map_or(0, weekwise_analyze::Interval::minutes);
        let others = scene.trial.classified(claim).people.saturating_sub(1);
        Some(less * i64::from(others))
    });
    minutes.sum::<i64>() as f64 / 60.0
}

fn ghosts(scene: &Scene<'_>, proposal: &Proposal) -> Vec<Ghost> {
    let zone = scene.trial.period().zone;
    let at = |minute: i64| wall(instant_of(minute).with_timezone(&Utc), zone);
    let changed = proposal.change.spans.iter().filter_map(|(&place, span)| {
        let claim = scene.trial.claims().get(place)?;
        let classified = scene.trial.classified(claim);
        Some(Ghost {
            uid: Some(classified.occurrence.event.uid.clone()),
            title: classified.occurrence.event.summary.clone(),
            category: classified.category(),
            start: Some(at(claim.span.start)),
            end: Some(at(claim.span.end)),
            to_start: span.map(|span| at(span.start)),
            to_end: span.map(|span| at(span.end)),
        })
    });
    let given = proposal
        .change
        .purposes
        .iter()
        .filter_map(|(&place, &category)| {
            let claim = scene.trial.claims().get(place)?;
            let classified = scene.trial.classified(claim);
            let (start, end) = (at(claim.span.start), at(claim.span.end));
            Some(Ghost {
                uid: Some(classified.occurrence.event.uid.clone()),
                title: classified.occurrence.event.summary.clone(),
                category,
                start: Some(start.clone()),
                end: Some(end.clone()),
                to_start: Some(start),
                to_end: Some(end),
            })
        });
    let added = proposal.change.added.iter().map(|&(span, category)| Ghost {
        uid: None,
        title: category.label().to_owned(),
        category,
        start: None,
        end: None,
        to_start: Some(at(span.start)),
        to_end: Some(at(span.end)),
    });
    changed.chain(given).chain(added).collect()
}

/// `Takes 2.1 of the 5.2 h to move away: cross-team 30 → 25 %; Monday gets 2 h in one piece. No band is left.`
fn gain(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect, told: &AdviceEffect) -> String {
    let shares = shares(&told.bands);
    let mut parts = Vec::new();
    if let Some((moved, of)) = moved(scene, effect) {
        parts.push(format!("takes {moved} of the {of} to move away"));
    }
    if !shares.is_empty() {
        parts.push(shares.join(", "));
    }
    parts.extend(if scene.is_short() {
        stretch(scene, effect)
    } else {
        weekdays(scene, effect)
    });
    if parts.is_empty() {
        parts.push(match kept(proposal) {
            0 => "no figure changes by much".to_owned(),
            kept => format!(
                "keeps {} that nobody has asked for yet",
                words::amount(kept)
            ),
        });
    }
    let once = if scene.is_short() && proposal.every < 1.0 {
        "in a week it changes: "
    } else {
        ""
    };
    let text = format!("{once}{}.", parts.join("; "));
    words::capital(&text)
}

/// `Monday gets 2 h in one piece`.
fn stretch(scene: &Scene<'_>, effect: &Effect) -> Option<String> {
    let days = effect.days.iter().filter(|day| day.focus >= 30);
    let best = days.max_by_key(|day| day.stretch)?;
    let date = scene.trial.days().get(best.day)?.date;
    (best.stretch > 0).then(|| {
        let length = words::length(best.stretch);
        format!("{} gets {length} in one piece", words::weekday(date))
    })
}

/// `12 Tuesdays get 1.5 h of focus time back each`.
fn weekdays(scene: &Scene<'_>, effect: &Effect) -> Option<String> {
    let days = effect.days.iter().filter(|day| day.focus >= 30);
    let mut by_weekday: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for day in days {
        let date = scene.trial.days().get(day.day)?.date;
        let sum = by_weekday.entry(words::weekday(date)).or_default();
        (sum.0, sum.1) = (sum.0 + 1, sum.1 + day.focus);
    }
    let most = by_weekday.into_iter().max_by_key(|(_, (_, focus))| *focus);
    let (weekday, (times, focus)) = most?;
    let each = words::amount(focus / times.max(1));
    Some(if times == 1 {
        format!("one {weekday} gets {each} of focus time back")
    } else {
        format!("{times} {weekday}s get {each} of focus time back each")
    })
}

/// The categories with a target whose share changes: `cross-team 30 → 25 %`, and whether that mends them.
fn shares(bands: &[BandEffect]) -> Vec<String> {
    let percent = |share: f64| words::percent(share);
    let told = bands.iter().filter_map(|band| {
        let (before, after) = (percent(band.share_before), percent(band.share_after));
        if before == after || band.status_before == BandStatus::Untargeted {
            return None;
        }
        let before = before.trim_end_matches(" %").to_owned();
        let mended =
            band.status_before != BandStatus::Within && band.status_after == BandStatus::Within;
        let mended = if mended { ", which is in its band" } else { "" };
        Some(format!(
            "{} {before} → {after}{mended}",
            words::category(band.category)
        ))
    });
    told.collect()
}
