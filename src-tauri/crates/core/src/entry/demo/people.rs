//! The deputies of the practice township, with everything that a record holds.

use super::town::{Town, counted, village};
use super::{CONSTITUENCIES, DEPUTIES, words};
use crate::entry::deputy::{self, DeputyDraft, MandateDraft};
use crate::error::Result;
use crate::person::PersonSays;
use crate::store::Tx;

/// Makes the deputies.
pub(super) fn settle(tx: &mut Tx<'_>, town: &mut Town) -> Result<()> {
    for at in 0..DEPUTIES {
        let draft = deputy(town, at);
        town.deputies.push(deputy::save(tx, &draft)?.id);
    }
    Ok(())
}

fn deputy(town: &mut Town, at: usize) -> DeputyDraft {
    let (post, occupation, life) = town.one(&words::POSTS);
    let work = (format!("{}村", village(at)), post, occupation, life);
    let led = |(unit, post): &(&str, &'static str)| {
        (unit.to_string(), *post, "occupation.official", "在乡镇工作，历任干事、办公室主任、副职")
    };
    let (unit, post, occupation, life) = words::LEADERS.get(at).map_or(work, led);
    let team = at % words::POINTS.len();
    let mut mandates = vec![mandate(town, ("镇", at))];
    mandates[0].constituency_id = Some(town.constituencies[at % CONSTITUENCIES].clone());
    for level in higher(at) {
        mandates.push(mandate(town, (level, at)));
    }
    DeputyDraft {
        person: person(town, at, (post, occupation, life)),
        unit: Some(unit),
        post: Some(post.to_owned()),
        team_id: Some(town.teams[team].clone()),
        team_role: match at / words::POINTS.len() {
            0 => Some("组长".to_owned()),
            1 => Some("副组长".to_owned()),
            _ => None,
        },
        site_id: town.sites.get(team + 1).cloned(),
        mandates,
        ..DeputyDraft::default()
    }
}

fn person(town: &mut Town, at: usize, (post, occupation, life): (&str, &str, &str)) -> PersonSays {
    // Thirty surnames by thirty-two given names, stepped so that no name comes twice.
    let (given, sex) = words::GIVEN[(at / 30 + at * 7) % 32];
    let birth = [town.number((1958, 1994)), town.number((1, 12)), town.number((1, 28))];
    let worked = birth[0] + town.number((18, 23));
    let party = town.one(&["party.01", "party.01", "party.13", "party.12"]);
    let party = if post.ends_with("书记") || occupation == "occupation.official" { "party.01" } else { party };
    let education = town.one(&["education.20", "education.30", "education.60", "education.70"]);
    let studied = matches!(education, "education.20" | "education.30");
    let honoured = town.chance(30).then(|| (town.number((2015, 2025)), town.one(&words::HONOURS)));
    PersonSays {
        name: format!("{}{given}", words::SURNAMES[at % 30]),
        name_note: words::RARE.iter().find(|(rare, _)| given.contains(*rare)).map(|(_, note)| (*note).to_owned()),
        sex: Some(sex.to_owned()),
        nation_id: Some(if town.chance(5) { "nation.03" } else { "nation.01" }.to_owned()),
        birth: Some(format!("{}-{:02}-{:02}", birth[0], birth[1], birth[2])),
        native_place: Some("清源县柳河镇".to_owned()),
        party_id: Some(party.to_owned()),
        party_joined: (party == "party.01").then(|| format!("{}-07", worked + 4)),
        work_started: Some(format!("{worked}-08")),
        education_id: Some(education.to_owned()),
        degree_id: Some(if education == "education.20" { "degree.bachelor" } else { "degree.none" }.to_owned()),
        school: studied.then(|| town.one(&words::SCHOOLS).to_owned()),
        occupation_id: Some(occupation.to_owned()),
        id_number: Some(id_number(birth, (at, sex))),
        phone: Some(town.phone()),
        address: Some(format!("{}村{}组", village(at), town.number((1, 9)))),
        resume: Some(format!("{worked}年参加工作；{life}。")),
        honours: honoured.map(|(year, honour)| format!("{year}年获{honour}")),
        pledge: Some(town.one(&words::PLEDGES).to_owned()),
        ..PersonSays::default()
    }
}

/// An ID number (GB 11643) with a right last digit, of a region that there is not, so that it is nobody's.
fn id_number([year, month, day]: [i64; 3], (at, sex): (usize, &str)) -> String {
    let order = counted(at) * 2 + i64::from(sex == "男");
    let first = format!("990101{year}{month:02}{day:02}{order:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 =
        first.chars().filter_map(|c| c.to_digit(10)).zip(weights).map(|(digit, weight)| digit * weight).sum();
    let last = "10X98765432".chars().zip(0..).find(|(_, rest)| *rest == sum % 11);
    format!("{first}{}", last.map(|(digit, _)| digit).unwrap_or_default())
}

fn mandate(town: &mut Town, (level, at): (&str, usize)) -> MandateDraft {
    let (elected_on, since, body) = match level {
        "镇" => ("2021-08-12", "2021-08-26", None),
        "县" => ("2021-08-12", "2021-09-08", Some("柳河镇第一选区")),
        "市" => ("2022-01-06", "2022-01-18", Some("清源县人民代表大会")),
        "省" => ("2023-01-05", "2023-01-14", Some("市人民代表大会")),
        _ => ("2023-01-16", "2023-03-05", Some("省人民代表大会")),
    };
    MandateDraft {
        level: level.to_owned(),
        electing_body: body.map(str::to_owned),
        certificate: Some(format!("{level}{:04}", at + 1)),
        began: Some("当选".to_owned()),
        elected_on: Some(elected_on.to_owned()),
        re_elected: Some(town.chance(40)),
        // Where the practice begins before the term, they sat in the terms before it too.
        since: Some(since.to_owned()).filter(|since| *since <= town.began.to_string()),
        ..MandateDraft::default()
    }
}

/// Who sits higher too: 20 in the county, four of them in the city, one each above.
fn higher(at: usize) -> &'static [&'static str] {
    match at {
        0 => &["县", "全国"],
        1 => &["县", "市", "省"],
        2..5 => &["县", "市"],
        5..COUNTY => &["县"],
        _ => &[],
    }
}

/// The first so many deputies sit in the county too.
pub(super) const COUNTY: usize = 20;
