//! A suggestion, criticism or opinion that deputies raise themselves.

use serde::{Deserialize, Serialize};

use super::checks::{clear, days, need_day, one_of};
use super::{Saved, performed, said, writes};
use crate::activity::PERIODS;
use crate::campaign;
use crate::error::{Error, Problem, Result};
use crate::matter::edit::{Source, open, raise, record_on, steps};
use crate::matter::rules::Kind;
use crate::matter::signatures;
use crate::matter::{HEARD, KINDS, Matter, MatterDeputy, Raised};
use crate::number;
use crate::person::joined::Who;
use crate::store::{Db, Tx};

/// What the clerk types of a suggestion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct MatterDraft {
    /// The matter that is corrected; none for a new one.
    pub id: Option<String>,
    /// 社情民意, 建议, 批评, 意见 or 议案.
    pub kind: String,
    /// 建议编号.
    pub number: Option<String>,
    /// 案由.
    pub title: Option<String>,
    /// 内容.
    pub words: Option<String>,
    /// 内容分类.
    pub category_id: Option<String>,
    /// 提出日期.
    pub submitted_on: String,
    /// 会议期间 or 闭会期间.
    pub period: Option<String>,
    /// 领衔代表: keys of persons.
    pub lead: Vec<String>,
    /// 附议代表: keys of persons.
    pub co: Vec<String>,
    /// 领衔代表 that the roster lacks.
    pub other_lead: Vec<String>,
    /// 附议代表 that the roster lacks.
    pub other_co: Vec<String>,
    /// 要求保密.
    pub confidential: bool,
    /// 诉求性质.
    pub nature_id: Option<String>,
    /// The session (次) at which it was put forward.
    pub session_id: Option<String>,
    /// 公开意见: 同意全文公开, 仅公开标题 or 不公开.
    pub publicity: Option<String>,
    /// 是否多年提出: 否, 两年, 三年 or 三年以上.
    pub repeated: Option<String>,
    /// 希望加强沟通.
    pub talk_wanted: bool,
    /// 仅供参考,不需书面答复.
    pub no_written_reply: bool,
    /// 重点督办 (代表法 art. 52).
    pub supervised: bool,
    /// 督办领导.
    pub supervisor: Option<String>,
    /// 报告人代会日期 (代表法 art. 51).
    pub congress_on: Option<String>,
    /// 公开日期 (代表法 art. 51).
    pub published_on: Option<String>,
    /// 专项活动 that it belongs to.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
    /// 议案, 质询案 …, where it is a 议案.
    pub motion_id: Option<String>,
    /// 按信访件办理.
    pub petition: bool,
}

/// What must be signed by several.
const MOTION: &str = "议案";

/// 公开意见, as the deputy gives it.
pub const PUBLICITY: [&str; 3] = ["同意全文公开", "仅公开标题", "不公开"];

/// 是否多年提出.
pub const REPEATED: [&str; 4] = ["否", "两年", "三年", "三年以上"];

impl MatterDraft {
    /// Each deputy once: whoever leads does not support as well, and signs once.
    fn once(mut self) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        for all in [&mut self.lead, &mut self.other_lead, &mut self.co, &mut self.other_co] {
            all.retain(|who| seen.insert(who.trim().to_owned()));
        }
        self
    }
}

/// Everything that keeps the draft from being saved.
pub fn problems(draft: &MatterDraft) -> Vec<Problem> {
    let mut found = Vec::new();
    if said(draft.title.as_deref()).is_none() && said(draft.words.as_deref()).is_none() {
        found.push(Problem::new("title", "没有写案由或内容，请至少填写一项。"));
    }
    need_day(&mut found, ("submitted_on", "提出日期"), &draft.submitted_on);
    if !KINDS.contains(&draft.kind.as_str()) {
        found.push(Problem::new("kind", "没有选类型，请选择建议、批评、意见或议案。"));
    }
    one_of(&mut found, ("period", "提出时段"), draft.period.as_deref(), &PERIODS);
    one_of(&mut found, ("publicity", "公开意见"), draft.publicity.as_deref(), &PUBLICITY);
    one_of(&mut found, ("repeated", "是否多年提出"), draft.repeated.as_deref(), &REPEATED);
    let dates =
        [("congress_on", "报告人代会日期", &draft.congress_on), ("published_on", "公开日期", &draft.published_on)];
    days(&mut found, &dates);
    found
}

/// Saves a suggestion.
///
/// # Errors
/// `Problems` without title and words, without a date or a kind.
pub fn save(tx: &mut Tx<'_>, draft: &MatterDraft) -> Result<Saved> {
    let draft = &draft.clone().once();
    let mut found = problems(draft);
    found.extend(too_few(tx, draft)?);
    clear(found)?;
    let id = put_matter(tx, draft)?;
    set_deputies(tx, &id, &deputies(draft))?;
    link_to_lead(tx, &id, draft)?;
    campaign::edit::set(tx, ("matter", &id), &draft.campaigns)?;
    let title = said(draft.title.as_deref()).or_else(|| said(draft.words.as_deref())).unwrap_or_default();
    let label = format!("已保存{}：{title}", draft.kind);
    let writes = [writes(&[10], "建议办理"), performed(draft.lead.len() + draft.co.len())].concat();
    Ok(Saved { id, number: draft.number.clone(), label, writes })
}

/// Voids a suggestion with what links it to its deputy.
///
/// # Errors
/// `Problems` where it was raised in a visit, an activity or a contact, which keeps it: that is to be corrected there.
pub fn void(tx: &mut Tx<'_>, id: &str) -> Result<Saved> {
    let matter: Matter = tx.db().get(id)?;
    let raised: Vec<Raised> = tx.db().having("matter_id", id)?;
    if raised.iter().any(|r| r.person_id.is_none()) {
        let message = "这件事是在接待、活动或联系中登记的，请打开那一条登记删去它。";
        return Err(Error::Problems(vec![Problem::new("id", message)]));
    }
    for link in raised {
        tx.void::<Raised>(&link.id)?;
    }
    tx.void::<Matter>(id)?;
    let title = matter.title.or(matter.words).unwrap_or_default();
    Ok(Saved {
        id: matter.id,
        number: matter.number,
        label: format!("已作废{} {title}", matter.kind),
        writes: Vec::new(),
    })
}

/// A motion that fewer have signed than the law asks for is none: it may be put forward as a suggestion.
fn too_few(tx: &Tx<'_>, draft: &MatterDraft) -> Result<Option<Problem>> {
    if draft.kind != MOTION {
        return Ok(None);
    }
    let named = [&draft.other_lead, &draft.other_co].into_iter().flatten().filter(|n| !n.trim().is_empty()).count();
    let signed = draft.lead.len() + draft.co.len() + named;
    let needed = signatures::needed(tx.db(), draft.motion_id.as_deref(), tx.hand.today())?;
    Ok(needed.filter(|n| signed < n.count).map(|n| {
        let message = format!(
            "{}须有{}名以上代表联名（{}），现在只有{signed}名；请补上联名代表，或把类型改为建议。",
            n.name, n.count, n.article
        );
        Problem::new("co", message)
    }))
}

fn put_matter(tx: &mut Tx<'_>, draft: &MatterDraft) -> Result<String> {
    let new = |id, created| Matter { id, created, ..Matter::default() };
    let base = tx.known_or(draft.id.as_deref(), new)?;
    let mut matter = matter(draft.clone(), base);
    if draft.id.is_none() && matter.number.is_none() && matter.kind != HEARD {
        matter.number = Some(number::suggestion(tx.db(), draft.session_id.as_deref(), &draft.submitted_on)?);
    }
    if draft.id.is_some() {
        tx.update(&matter)?;
        record_on(tx, &matter.id, &draft.submitted_on)?;
    } else {
        open(tx, &matter, &draft.submitted_on)?;
    }
    Ok(matter.id)
}

fn matter(d: MatterDraft, base: Matter) -> Matter {
    let text = |t: Option<String>| said(t.as_deref());
    Matter {
        kind: d.kind,
        number: text(d.number),
        title: text(d.title),
        words: text(d.words),
        category_id: d.category_id,
        nature_id: d.nature_id,
        submitted_on: Some(d.submitted_on),
        session_id: d.session_id,
        period: text(d.period),
        publicity: text(d.publicity),
        confidential: d.confidential,
        repeated: text(d.repeated),
        talk_wanted: d.talk_wanted,
        no_written_reply: d.no_written_reply,
        supervised: d.supervised,
        supervisor: text(d.supervisor),
        congress_on: text(d.congress_on),
        published_on: text(d.published_on),
        note: text(d.note),
        motion_id: d.motion_id,
        petition: d.petition,
        ..base
    }
}

/// A deputy of a matter, and as what.
pub type Role = (Who, &'static str);

/// Who leads it.
pub(super) const LEAD: &str = "领衔";

/// As what a deputy may belong to a matter.
pub(super) const ROLES: [&str; 3] = [LEAD, "附议", "接单"];

/// The deputies of a matter, in order.
pub(super) fn of_matter(db: Db<'_>, id: &str) -> Result<Vec<MatterDeputy>> {
    db.all(include_str!("sql/matter_deputies.sql"), [id])
}

fn deputies(draft: &MatterDraft) -> Vec<Role> {
    let persons = |ids: &[String], role| ids.iter().cloned().map(move |id| (Who::Person(id), role)).collect::<Vec<_>>();
    let names = |names: &[String], role| {
        names.iter().filter_map(|n| said(Some(n))).map(move |n| (Who::Name(n), role)).collect::<Vec<_>>()
    };
    [
        persons(&draft.lead, LEAD),
        names(&draft.other_lead, LEAD),
        persons(&draft.co, "附议"),
        names(&draft.other_co, "附议"),
    ]
    .concat()
}

/// Says which deputies a matter belongs to, replacing what was said before where it differs.
pub fn set_deputies(tx: &mut Tx<'_>, matter_id: &str, deputies: &[Role]) -> Result<()> {
    let old: Vec<MatterDeputy> = tx.db().having("matter_id", matter_id)?;
    let same = |d: &MatterDeputy, (who, role): &Role| {
        (d.person_id.clone(), d.name.clone()) == who.columns() && d.role == *role
    };
    for gone in old.iter().filter(|d| !deputies.iter().any(|new| same(d, new))) {
        tx.void::<MatterDeputy>(&gone.id)?;
    }
    for (sort, new) in (0_i64..).zip(deputies) {
        match old.iter().find(|d| same(d, new)) {
            Some(kept) if kept.sort == sort => {}
            Some(kept) => tx.update(&MatterDeputy { sort, ..kept.clone() })?,
            None => {
                let (id, created) = tx.fresh();
                let (person_id, name) = new.0.columns();
                let (matter_id, role) = (matter_id.to_owned(), new.1.to_owned());
                tx.insert(&MatterDeputy { id, created, voided: None, matter_id, person_id, name, role, sort })?;
            }
        }
    }
    Ok(())
}

/// A suggestion is raised by the deputy who leads it, so that telling can name whom.
fn link_to_lead(tx: &mut Tx<'_>, matter_id: &str, draft: &MatterDraft) -> Result<()> {
    let raised: Vec<Raised> = tx.db().having("matter_id", matter_id)?;
    match draft.lead.first() {
        Some(lead) if raised.is_empty() => raise(tx, matter_id, Source::Deputy(lead.clone()), 0).map(drop),
        _ => Ok(()),
    }
}

/// The draft of a matter that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<MatterDraft> {
    let m: Matter = db.get(id)?;
    let deputies = of_matter(db, id)?;
    let persons = |role: &str| deputies.iter().filter(|d| d.role == role).filter_map(|d| d.person_id.clone()).collect();
    let names = |role: &str| deputies.iter().filter(|d| d.role == role).filter_map(|d| d.name.clone()).collect();
    let recorded = steps(db, id)?.into_iter().find(|s| s.kind == Kind::Recorded.key());
    Ok(MatterDraft {
        campaigns: campaign::edit::of(db, ("matter", id))?,
        lead: persons(LEAD),
        co: persons("附议"),
        other_lead: names(LEAD),
        other_co: names("附议"),
        id: Some(m.id),
        kind: m.kind,
        number: m.number,
        title: m.title,
        words: m.words,
        category_id: m.category_id,
        submitted_on: m.submitted_on.or_else(|| recorded.map(|s| s.happened_on)).unwrap_or_default(),
        period: m.period,
        confidential: m.confidential,
        nature_id: m.nature_id,
        session_id: m.session_id,
        publicity: m.publicity,
        repeated: m.repeated,
        talk_wanted: m.talk_wanted,
        no_written_reply: m.no_written_reply,
        supervised: m.supervised,
        supervisor: m.supervisor,
        congress_on: m.congress_on,
        published_on: m.published_on,
        note: m.note,
        motion_id: m.motion_id,
        petition: m.petition,
    })
}
