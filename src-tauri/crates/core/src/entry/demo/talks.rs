//! Talks and WeChat groups of the practice township: a group for each of three areas, a talk a month.

use chrono::NaiveDate;

use super::town::{Town, village};
use crate::entry::chat::{self, ChatGroupDraft};
use crate::entry::talk::{self, TalkDraft, TalkPartyDraft};
use crate::error::Result;
use crate::store::Tx;

/// Kind, subject, what was done, result.
const TALKS: [[&str; 4]; 6] = [
    ["conflict.neighbours", "两家因排水口朝向争吵", "分别听了两家的说法，到现场看了水路", "talk_result.settled"],
    ["conflict.homestead", "宅基地边界不清", "请村干部一起丈量，对照了批文", "talk_result.settled"],
    ["conflict.family", "老人赡养费没有商定", "请几个子女坐到一起，逐项商量", "talk_result.eased"],
    ["conflict.land", "田埂被耕掉半尺", "对照承包合同，重新立了界石", "talk_result.settled"],
    ["conflict.debt", "借款到期没有归还", "双方对账，约定分期归还", "talk_result.eased"],
    ["conflict.damage", "施工车辆压坏院墙", "双方对修墙费用分歧较大", "talk_result.court"],
];

const FAMILIES: [&str; 8] = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];

/// The groups.
pub(super) fn groups(tx: &mut Tx<'_>, town: &Town) -> Result<()> {
    (0..3).try_for_each(|at| {
        let area = village(at * 5);
        let group = ChatGroupDraft {
            name: format!("{area}片区代表联络群"),
            area: Some(format!("{area}村")),
            members: Some(86 + 31 * super::town::counted(at)),
            deputies: town.keys(&[at, at + 3]),
            sort: super::town::counted(at),
            ..ChatGroupDraft::default()
        };
        chat::save(tx, &group).map(drop)
    })
}

/// The talk of a month, as far as today has come; the month alone says which, so that nothing else of the township changes.
pub(super) fn month(tx: &mut Tx<'_>, town: &Town, (year, month): (i32, u32)) -> Result<()> {
    let Some(date) = NaiveDate::from_ymd_opt(year, month, 12).filter(|day| *day <= town.today) else { return Ok(()) };
    talk::save(tx, &draft(town, date, usize::try_from(month).unwrap_or_default())).map(drop)
}

fn draft(town: &Town, date: NaiveDate, at: usize) -> TalkDraft {
    let [kind, subject, process, result] = TALKS[at % TALKS.len()];
    let side = |side: &str, family: usize| TalkPartyDraft {
        side: side.to_owned(),
        name: format!("{}某", FAMILIES[family % FAMILIES.len()]),
        village: Some(format!("{}村", village(at))),
        ..TalkPartyDraft::default()
    };
    TalkDraft {
        happened_on: date.to_string(),
        time: Some("9:30".to_owned()),
        site_id: town.sites.first().cloned(),
        subject: subject.to_owned(),
        kind_id: Some(kind.to_owned()),
        parties: vec![side("甲方", at), side("乙方", at + 3)],
        deputies: town.keys(&[at, at + 7]),
        guests: Some("司法所工作人员".to_owned()),
        process: Some(process.to_owned()),
        result_id: Some(result.to_owned()),
        recorder: Some("镇人大专职秘书".to_owned()),
        ..TalkDraft::default()
    }
}
