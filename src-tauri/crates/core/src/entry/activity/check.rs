//! What keeps an activity from being saved: no date, no title; and what cannot be true.

use super::ActivityDraft;
use crate::activity::edit::{RECEPTION_DAY, find_day};
use crate::activity::{Activity, PERIODS, STATUSES};
use crate::congress::LEVELS;
use crate::entry::checks::{counts, days, need_day, one_of, span};
use crate::entry::opinion;
use crate::error::{Problem, Result};
use crate::store::Db;

/// Everything that keeps the draft from being saved; empty when it may be.
pub fn problems(db: Db<'_>, draft: &ActivityDraft) -> Result<Vec<Problem>> {
    let mut found = Vec::new();
    need_day(&mut found, ("since", "活动时间"), &draft.since);
    if draft.title.trim().is_empty() {
        found.push(Problem::new("title", "没有活动名称，请填写。"));
    }
    let dates = [
        ("until", "结束日期", &draft.until),
        ("notified_on", "通知日期", &draft.notified_on),
        ("reported_on", "报告转交日期", &draft.reported_on),
        ("feedback_due", "反馈期限", &draft.feedback_due),
    ];
    days(&mut found, &dates);
    span(&mut found, Some(&draft.since), draft.until.as_deref());
    one_of(&mut found, ("period", "会议期间或闭会期间"), draft.period.as_deref(), &PERIODS);
    let sums = [
        ("opinion_count", "形成意见建议条数", draft.opinion_count),
        ("recovered", "监督挽回资金", draft.recovered),
        ("households", "宣传户数", draft.households),
        ("people", "宣传人数", draft.people),
        ("half_days", "半天数", draft.half_days),
    ];
    counts(&mut found, 0, &sums);
    attendance(&mut found, draft);
    opinion::problems(&mut found, &draft.opinions);
    if let Some(number) = draft.number.as_deref().map(str::trim).filter(|number| !number.is_empty())
        && db.having::<Activity>("number", number)?.iter().any(|other| Some(&other.id) != draft.id.as_ref())
    {
        found.push(Problem::new("number", format!("编号“{number}”已有另一次活动使用，请改一个，或留空由程序编号。")));
    }
    if draft.kind_id == RECEPTION_DAY
        && find_day(db, &draft.since, draft.site_id.as_deref())?.is_some_and(|day| draft.id.as_ref() != Some(&day.id))
    {
        found.push(Problem::new("since", "这个站点当天已有接待日，请打开那一天修改。"));
    }
    Ok(found)
}

fn attendance(found: &mut Vec<Problem>, draft: &ActivityDraft) {
    for (at, one) in draft.attendance.iter().enumerate() {
        let field = |name: &str| format!("attendance.{at}.{name}");
        one_of(found, (&field("status"), "出勤"), one.status.as_deref(), &STATUSES);
        one_of(found, (&field("capacity"), "以哪一级代表身份参加"), one.capacity.as_deref(), &LEVELS);
        counts(found, 0, &[(&field("half_days"), "半天数", one.half_days)]);
    }
}
