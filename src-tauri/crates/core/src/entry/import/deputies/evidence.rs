//! What a row says that tells one person from another; sex and birth completed by the ID number where they agree.

use station_intake::{IdNumber, SkipReason, TakenSheet, Value};
use station_table::PartialDate;

use super::super::Import;
use super::super::people::Evidence;
use super::super::row::Row;
use super::Deputies;
use crate::entry::said;

impl Deputies {
    pub(super) fn evidence(
        &self,
        import: &mut Import<'_, '_>,
        row: &Row<'_>,
        (levels, own): (&[String], bool),
    ) -> Evidence {
        let list = format!("{}#{}#{}", row.file, row.sheet.name, levels.join("、"));
        let id = match row.value("idno") {
            Some(Value::Id(id)) => Some(id),
            _ => None,
        };
        let (unit, post, joined) = (row.text("unit"), row.text("post"), row.text("unit_post"));
        let both = unit.clone().zip(post).map(|(unit, post)| unit + &post);
        let constituencies = row.number("constituency").filter(|_| own).map(|n| self.constituencies.numbered(n));
        let birth = birth(import, row, id);
        doubt_birth(import, row, birth);
        Evidence {
            name: row.text("name").unwrap_or_default(),
            sex: sex(import, row, id).or_else(|| self.blank_is_male.then(|| "男".to_owned())),
            birth,
            id_number: id.map(|id| id.number.clone()),
            id_sound: id.is_some_and(|id| id.sound),
            phones: row.phones("phone").to_vec(),
            constituencies,
            work: both.or(joined),
            unit,
            list,
        }
    }
}

/// 注:性别栏空白为男。
pub(super) fn blank_is_male(sheet: &TakenSheet) -> bool {
    let notes = sheet.skipped.iter().filter(|s| s.reason == SkipReason::Note).map(|s| &s.text);
    let squeezed = |text: &String| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let says = ["空白为男", "空白者为男", "空白的为男", "空白均为男", "空白表示男", "空白即男"];
    notes.chain(&sheet.title.lines).map(squeezed).any(|text| says.iter().any(|words| text.contains(words)))
}

/// As written, else as the brackets behind the name say, else as a sound ID number tells.
fn sex(import: &mut Import<'_, '_>, row: &Row<'_>, id: Option<&IdNumber>) -> Option<String> {
    let written = row.code("sex").filter(|c| c.known).map(|c| c.label.clone());
    let noted = row.names("name").first().and_then(|n| n.sex.clone());
    let by_number = id.and_then(|id| id.sex.clone());
    let says = written.clone().or(noted.clone());
    if let Some(unknown) = row.code("sex").filter(|c| !c.known) {
        import.said.left_out(row.at("sex"), Some(&unknown.label), "性别应为男或女，没有导入；请核对。");
    }
    if written.is_some() && noted.is_some() && written != noted {
        import.said.kept(row.at("sex"), written.as_deref(), "性别与姓名后的说明不一致，按性别栏保留；请核对。");
    }
    if let (Some(says), Some(by_number)) = (&says, &by_number)
        && says != by_number
    {
        let message = format!("性别写的是{says}，身份证号表明是{by_number}，按所写的保留；请核对。");
        import.said.kept(row.at("sex"), Some(says), message);
    }
    says.or(by_number)
}

/// As written, to the day where the ID number agrees.
fn birth(import: &mut Import<'_, '_>, row: &Row<'_>, id: Option<&IdNumber>) -> Option<PartialDate> {
    let by_number = id.and_then(|id| id.birth).map(PartialDate::Day);
    match (row.date("birth"), by_number) {
        (Some(written), Some(by_number)) if written.agrees_with(&by_number) => Some(by_number),
        (Some(written), Some(by_number)) => {
            let message = format!(
                "出生年月写的是{}，身份证号表明是{}，按所写的保留；请核对。",
                written.in_words(),
                by_number.in_words()
            );
            import.said.kept(row.at("birth"), said(row.raw("birth")).as_deref(), message);
            Some(written)
        }
        (written, by_number) => written.or(by_number),
    }
}

/// Names a birth that has not come yet.
fn doubt_birth(import: &mut Import<'_, '_>, row: &Row<'_>, birth: Option<PartialDate>) {
    let Some(written) = birth.map(|birth| birth.to_string()) else { return };
    let today = import.tx.hand.today().to_string();
    // Shorter dates compare as far as they go.
    if written.as_str() > today.get(..written.len()).unwrap_or(&today) {
        import.said.kept(row.at("birth"), Some(&written), "出生年月在今天以后；请核对。");
    }
}
