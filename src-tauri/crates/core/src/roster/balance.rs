//! 值班次数: how often each deputy is on duty, and how evenly among those of one level and site.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ask::ProposedDay;
use super::deputies::{Deputy, Duty, deputies, duty};
use super::propose::groups;
use crate::error::Result;
use crate::store::Db;

/// How often each is on duty, and how evenly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DutyBalance"))]
pub struct Balance {
    /// First day that is counted.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Deputy by deputy, by level and site.
    pub rows: Vec<BalanceRow>,
    /// Level by level and site by site.
    pub groups: Vec<BalanceGroup>,
}

/// How often one deputy is on duty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BalanceRow {
    /// The deputy.
    pub person_id: String,
    /// Name.
    pub name: String,
    /// Highest level: 县.
    pub level: String,
    /// Whether that is above the station's own level.
    pub upper: bool,
    /// Own site.
    pub site: Option<String>,
    /// `东关联络点镇代表`: among whom it is to be even.
    pub group: String,
    /// Days on which they served or are rostered, a proposal included; excused days do not count.
    pub planned: usize,
    /// Of them, days of a proposal that is not accepted yet.
    pub proposed: usize,
    /// Days on which they served: held by the roster, or confirmed.
    pub served: usize,
    /// Of them, days that are confirmed.
    pub came: usize,
    /// 请假.
    pub excused: usize,
    /// 缺席.
    pub absent: usize,
    /// The last day on which they served.
    pub last: Option<String>,
}

/// How evenly it is among deputies of one level and site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BalanceGroup {
    /// `东关联络点镇代表`.
    pub group: String,
    /// How many deputies.
    pub deputies: usize,
    /// Days on duty of who has least.
    pub least: usize,
    /// Of who has most.
    pub most: usize,
}

/// How often each deputy is on duty in a period.
pub fn balance(db: Db<'_>, (from, to): (&str, &str), today: NaiveDate) -> Result<Balance> {
    let who = deputies(db, (from, to))?;
    let today = today.to_string();
    let mut all: HashMap<String, Vec<Duty>> = HashMap::new();
    for one in duty(db, (from, to))? {
        all.entry(one.person_id.clone()).or_default().push(one);
    }
    let ordered: Vec<usize> = groups(&who).into_iter().flatten().collect();
    let of = |at: usize| row(&who[at], all.get(&who[at].id).map_or(&[], Vec::as_slice), &today);
    let rows = ordered.into_iter().map(of).collect();
    let mut balance = Balance { from: from.to_owned(), to: to.to_owned(), rows, groups: Vec::new() };
    balance.group();
    Ok(balance)
}

fn row(deputy: &Deputy, duty: &[Duty], today: &str) -> BalanceRow {
    let marked = |mark: &str| duty.iter().filter(|d| d.mark == mark).count();
    let served = || duty.iter().filter(|d| d.counts() && d.day.as_str() <= today);
    BalanceRow {
        person_id: deputy.id.clone(),
        name: deputy.name.clone(),
        level: deputy.level().to_owned(),
        upper: deputy.is_upper(),
        site: deputy.site.clone(),
        group: super::propose::label(deputy),
        planned: duty.iter().filter(|d| d.counts()).count(),
        proposed: 0,
        served: served().count(),
        came: marked("came"),
        excused: marked("excused"),
        absent: marked("absent"),
        last: served().map(|d| d.day.clone()).max(),
    }
}

impl Balance {
    /// Adds a proposal; what stands on days that it rosters anew no longer counts.
    pub(super) fn propose(&mut self, days: &[ProposedDay], anew: &[Duty]) {
        let rostered = days.iter().filter(|day| !day.kept).flat_map(|day| &day.deputies);
        let mut proposed: HashMap<&str, usize> = HashMap::new();
        for id in rostered.filter_map(|d| d.person_id.as_deref()) {
            *proposed.entry(id).or_default() += 1;
        }
        for row in &mut self.rows {
            let gone = anew.iter().filter(|d| d.counts() && d.person_id == row.person_id).count();
            row.proposed = proposed.get(row.person_id.as_str()).copied().unwrap_or_default();
            row.planned = (row.planned + row.proposed).saturating_sub(gone);
        }
        self.group();
    }

    /// Least and most of each group, in the order of the rows.
    fn group(&mut self) {
        let mut seen = HashSet::new();
        let names: Vec<&str> = self.rows.iter().map(|r| r.group.as_str()).filter(|name| seen.insert(*name)).collect();
        let one = |name: &&str| {
            let counts = || self.rows.iter().filter(|r| r.group == **name).map(|r| r.planned);
            BalanceGroup {
                group: (*name).to_owned(),
                deputies: counts().count(),
                least: counts().min().unwrap_or_default(),
                most: counts().max().unwrap_or_default(),
            }
        };
        self.groups = names.iter().map(one).collect();
    }
}
