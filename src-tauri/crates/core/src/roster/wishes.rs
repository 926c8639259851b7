//! What the station wishes of its roster: how many sit together, own point first, how long before a day its notice goes out.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Problem, Result};
use crate::store::{Db, Tx};

/// Setting under which it is kept.
const KEY: &str = "roster";

/// More than so many chairs no room has.
const MOST: u32 = 20;

/// What the station wishes of its roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RosterWishes"))]
#[serde(default)]
pub struct Wishes {
    /// How many deputies of the station's own level sit on a day.
    pub own: u32,
    /// How many of the levels above sit with them, where there are enough.
    pub upper: u32,
    /// Whether deputies of another point help out where a point has nobody.
    pub borrow: bool,
    /// How many days before a reception day its notice goes out.
    pub notice_days: u32,
    /// Sites that wish for other numbers.
    pub sites: Vec<SiteWishes>,
}

/// How many sit together at one site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RosterSiteWishes"))]
#[serde(default)]
pub struct SiteWishes {
    /// The site.
    pub site_id: String,
    /// How many of the station's own level.
    pub own: u32,
    /// How many of the levels above.
    pub upper: u32,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { own: 1, upper: 1, borrow: true, notice_days: 3, sites: Vec::new() }
    }
}

impl Wishes {
    /// How many of the own level, and how many of those above, sit at a site.
    pub(crate) fn at(&self, site_id: Option<&str>) -> (usize, usize) {
        let own = self.sites.iter().find(|site| Some(site.site_id.as_str()) == site_id);
        let (own, upper) = own.map_or((self.own, self.upper), |site| (site.own, site.upper));
        (count(own), count(upper))
    }
}

fn count(n: u32) -> usize {
    usize::try_from(n.min(MOST)).unwrap_or_default()
}

/// What the station wishes; what nobody said is as shipped.
///
/// # Errors
/// Those of the store.
pub fn load(db: Db<'_>) -> Result<Wishes> {
    let said = db.setting(KEY)?.map(|text| serde_json::from_str(&text));
    said.transpose().map(Option::unwrap_or_default).map_err(bad)
}

/// Saves it.
///
/// # Errors
/// `Problems` where nobody is wished for, or more than a room holds.
pub fn save(tx: &mut Tx<'_>, wishes: &Wishes) -> Result<()> {
    let problems = problems(wishes);
    if !problems.is_empty() {
        return Err(Error::Problems(problems));
    }
    tx.set(KEY, &serde_json::to_string(wishes).map_err(bad)?)
}

fn bad(error: serde_json::Error) -> Error {
    Error::BadRow { what: "排班要求", detail: error.to_string() }
}

/// Everything that keeps wishes from being used.
pub(crate) fn problems(wishes: &Wishes) -> Vec<Problem> {
    let mut found = Vec::new();
    let sites = wishes.sites.iter().enumerate().map(|(at, s)| (format!("sites.{at}.own"), s.own, s.upper));
    for (field, own, upper) in std::iter::once(("own".to_owned(), wishes.own, wishes.upper)).chain(sites) {
        if own == 0 && upper == 0 {
            found.push(Problem::new(field, "每次值班的人数都是0，请至少填1人。"));
        } else if own > MOST || upper > MOST {
            found.push(Problem::new(field, format!("每次值班的人数超过{MOST}人，请改小。")));
        }
    }
    found
}
