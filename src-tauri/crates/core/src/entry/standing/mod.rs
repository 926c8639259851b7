//! A standing contact: a deputy keeps in touch with a resident, or (结对) with a deputy.

mod save;

use serde::{Deserialize, Serialize};

use super::village;
use crate::campaign;
use crate::contact::StandingContact;
use crate::error::Result;
use crate::resident::Resident;
use crate::store::Db;

pub use save::{problems, save, void};

/// What the clerk types of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct StandingDraft {
    /// The standing contact that is corrected; none for a new one.
    pub id: Option<String>,
    /// The deputy who keeps in touch.
    pub person_id: String,
    /// The other deputy; then nothing is said of a resident.
    pub partner_id: Option<String>,
    /// 联系对象类型; of a pairing 结对类型.
    pub kind_id: Option<String>,
    /// 建立联系日期.
    pub since: Option<String>,
    /// 终止日期.
    pub until: Option<String>,
    /// 年度联系目标次数.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub target: Option<i64>,
    /// 主要情况与需求.
    pub situation: Option<String>,
    /// The resident, where already known; then what follows corrects them, unless it names nobody.
    pub resident_id: Option<String>,
    /// 选民姓名(户主).
    pub voter: Option<String>,
    /// 男 or 女.
    pub sex: Option<String>,
    /// 出生年.
    pub birth: Option<String>,
    /// 政治面貌.
    pub party_id: Option<String>,
    /// 家庭人口.
    #[cfg_attr(feature = "bindings", ts(type = "number | null"))]
    pub household: Option<i64>,
    /// 村, as typed.
    pub village: Option<String>,
    /// 住址(村组).
    pub address: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 专项活动.
    pub campaigns: Vec<String>,
    /// 备注.
    pub note: Option<String>,
}

/// The draft of a standing contact that stands.
pub fn load(db: Db<'_>, id: &str) -> Result<StandingDraft> {
    let s: StandingContact = db.get(id)?;
    let resident: Option<Resident> = s.resident_id.as_deref().map(|id| db.get(id)).transpose()?;
    let r = resident.unwrap_or_default();
    Ok(StandingDraft {
        campaigns: campaign::edit::of(db, ("standing_contact", id))?,
        village: village(db, r.place_id.as_deref())?,
        voter: s.resident_id.as_ref().map(|_| r.name),
        id: Some(s.id),
        person_id: s.person_id,
        partner_id: s.partner_id,
        kind_id: s.kind_id,
        since: s.since,
        until: s.until,
        target: s.target,
        situation: s.situation,
        resident_id: s.resident_id,
        sex: r.sex,
        birth: r.birth,
        party_id: r.party_id,
        household: r.household,
        address: r.address,
        phone: r.phone,
        note: s.note,
    })
}
