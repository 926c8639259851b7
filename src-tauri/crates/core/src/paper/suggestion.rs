//! 代表建议专用纸: the form on which a deputy writes, one matter on each; what a voter said goes with it in their words.

use station_table::{Align, Document, Edition, FactRef, Part};

use super::case::Case;
use super::says::{Form, column, day_or_room, field, grid, joined, or_empty, row, table, tall, ticks};
use crate::error::Result;
use crate::store::Db;
use crate::text::numeral;

/// Lines for names and signatures at least.
const SIGNERS: usize = 5;

/// What is written on the form, a motion on one of its own.
const KINDS: [&str; 3] = ["建议", "批评", "意见"];
/// The kind of a motion.
const MOTION: &str = "议案";

/// The empty form, to be written by hand.
pub(super) fn blank(db: Db<'_>, motion: bool) -> Result<Document> {
    let case = super::case::blank(db, if motion { MOTION } else { "" })?;
    let name = if motion { "空白代表议案专用纸" } else { "空白代表建议专用纸" };
    form(db, &case, (name.to_owned(), None))
}

pub(super) fn form(db: Db<'_>, case: &Case, named: (String, impl Into<Option<FactRef>>)) -> Result<Document> {
    let motion = case.about.kind == MOTION;
    let title = if motion { "代表议案专用纸" } else { "代表建议、批评和意见专用纸" };
    let number = if case.number().is_empty() { "　　　　　　" } else { case.number() };
    Form {
        title: title.to_owned(),
        head: vec![case.station.clone(), format!("编号：{number}")],
        parts: vec![grid(about(case)), signers(case), grid(content(case))],
        signature: Vec::new(),
        edition: Edition::Upward,
    }
    .document(db, named)
}

fn about(case: &Case) -> Vec<station_table::BoxRow> {
    let about = &case.about;
    let session = about.term.zip(about.session);
    let session = session.map(|(term, session)| format!("第{}届第{}次会议", numeral(term), numeral(session)));
    let when = joined(&[session.as_deref(), about.period.as_deref()], "，");
    let kind = if about.kind == MOTION { MOTION.to_owned() } else { ticks(&KINDS, Some(&about.kind)) };
    vec![
        row([("提出时段", when), ("类型", kind)]),
        tall("案由", case.title(), 12.0),
        row([("内容分类", or_empty(about.category.as_ref())), ("提出日期", day_or_room(about.opened_on.as_deref()))]),
    ]
}

/// Who leads and who supports, each with room to sign.
fn signers(case: &Case) -> Part {
    let deputies = case.deputies.iter().filter(|d| ["领衔", "附议"].contains(&d.role.as_str()));
    let mut rows: Vec<Vec<String>> = deputies
        .map(|d| {
            vec![d.role.clone(), d.name.clone(), or_empty(d.team.as_ref()), or_empty(d.phone.as_ref()), String::new()]
        })
        .collect();
    while rows.len() < SIGNERS {
        let role = if rows.is_empty() { "领衔" } else { "附议" };
        rows.push([role, "", "", "", ""].map(str::to_owned).to_vec());
    }
    let columns = vec![
        column("领衔/附议", 20.0, Align::Center),
        column("代表姓名", 28.0, Align::Center),
        column("代表团/小组", 40.0, Align::Center),
        column("联系电话", 38.0, Align::Center),
        column("签名", 40.0, Align::Center),
    ];
    table(columns, rows, 8.0)
}

fn content(case: &Case) -> Vec<station_table::BoxRow> {
    let about = &case.about;
    let wishes = [("希望加强沟通", about.talk_wanted), ("仅供参考，不需书面答复", about.no_written_reply)];
    let wishes: Vec<String> = wishes.iter().map(|(wish, on)| ticks(&[wish], on.then_some(wish))).collect();
    let content =
        if about.kind == MOTION { "案据和方案（一事一议）" } else { "建议内容（一事一议）" };
    let mut rows = vec![tall(content, about.words.clone(), 62.0)];
    if !case.voters.is_empty() {
        let came = case.voters.first().map(super::case::Voter::came).unwrap_or_default();
        let source = joined(&[Some(&came), case.voters.first().and_then(|v| v.visit.as_deref())], " ");
        rows.push(tall("来自选民的原话", format!("{source}：{}", about.words), 12.0));
    }
    rows.extend([
        tall("公开意见", ticks(&["同意全文公开", "仅公开标题", "不公开"], about.publicity.as_deref()), 9.0),
        tall("是否多年提出", ticks(&["否", "两年", "三年", "三年以上"], about.repeated.as_deref()), 9.0),
        tall("办理要求", wishes.join("　"), 9.0),
        tall("建议承办单位", case.units(&["主办", "分办", "协办"]), 9.0),
    ]);
    rows.push(station_table::BoxRow {
        fields: vec![field("主席团意见", "", 0.6), field("收件人、日期", "", 0.4)],
        height: 20.0,
    });
    rows
}
