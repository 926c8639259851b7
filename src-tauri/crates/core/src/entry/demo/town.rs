//! What the entries of the practice township need to know of it, and the dice.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use fastrand::Rng;

use super::{CONSTITUENCIES, words};
use crate::error::Result;
use crate::site;
use crate::store::Tx;

const SEED: u64 = 20_231_115;

/// A campaign and when it ran.
pub(super) struct Running {
    pub(super) id: String,
    pub(super) since: NaiveDate,
    pub(super) until: NaiveDate,
}

/// The practice township. Deputy `n` sits for constituency `n % 40` (three or two each), which belongs to village
/// `n % 20` and group `n % 5`.
pub(super) struct Town {
    rng: Rng,
    pub(super) today: NaiveDate,
    /// First day of the first month.
    pub(super) began: NaiveDate,
    pub(super) sites: Vec<String>,
    /// Groups, in the order of the points.
    pub(super) teams: Vec<String>,
    pub(super) constituencies: Vec<String>,
    pub(super) deputies: Vec<String>,
    /// Residents with whom each deputy keeps in touch.
    pub(super) kept: Vec<Vec<String>>,
    /// Deputies with whom each deputy is paired.
    pub(super) paired: Vec<Vec<usize>>,
    pub(super) campaigns: Vec<Running>,
    /// The newest visit, which a deed may answer.
    pub(super) visit: Option<String>,
}

impl Town {
    /// The township before anybody lives in it; it begins so many months before the month of today.
    pub(super) fn new(tx: &Tx<'_>, months: u32) -> Result<Self> {
        let today = tx.hand.today();
        let sites = site::edit::all(tx.db())?.into_iter().map(|site| site.id).collect();
        Ok(Self {
            rng: Rng::with_seed(SEED),
            today,
            began: today.checked_sub_months(Months::new(months)).and_then(|d| d.with_day(1)).unwrap_or(today),
            sites,
            teams: Vec::new(),
            constituencies: Vec::new(),
            deputies: Vec::new(),
            kept: Vec::new(),
            paired: Vec::new(),
            campaigns: Vec::new(),
            visit: None,
        })
    }

    /// A number from the first to the last.
    pub(super) fn number(&mut self, (first, last): (i64, i64)) -> i64 {
        self.rng.i64(first..=last)
    }

    /// One of them.
    pub(super) fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.rng.usize(0..of.len())]
    }

    /// Whether it happens, which it does so many times of a hundred.
    pub(super) fn chance(&mut self, of_hundred: i64) -> bool {
        self.number((1, 100)) <= of_hundred
    }

    /// So many deputies, none twice.
    pub(super) fn some(&mut self, count: usize) -> Vec<usize> {
        self.rng.choose_multiple(0..self.deputies.len(), count)
    }

    /// Their keys.
    pub(super) fn keys(&self, of: &[usize]) -> Vec<String> {
        of.iter().map(|at| self.deputies[*at].clone()).collect()
    }

    /// Deputies for a constituency.
    pub(super) fn of_constituency(&self, constituency: usize) -> Vec<usize> {
        (constituency..self.deputies.len()).step_by(CONSTITUENCIES).collect()
    }

    /// Deputies of a group.
    pub(super) fn of_team(&self, team: usize) -> Vec<usize> {
        (team..self.deputies.len()).step_by(words::POINTS.len()).collect()
    }

    /// Some day of a month that today has reached.
    pub(super) fn some_day(&mut self, (year, month): (i32, u32)) -> Option<NaiveDate> {
        let day = self.rng.u32(1..=28);
        NaiveDate::from_ymd_opt(year, month, day).filter(|date| *date <= self.today)
    }

    /// The day so many days later, if today has reached it.
    pub(super) fn later(&self, date: NaiveDate, days: u64) -> Option<NaiveDate> {
        date.checked_add_days(Days::new(days)).filter(|date| *date <= self.today)
    }

    /// 专项活动 to which a fact of that day belongs: about every third while one runs.
    pub(super) fn tags(&mut self, date: NaiveDate) -> Vec<String> {
        let running = self.campaigns.iter().filter(|c| c.since <= date && date <= c.until);
        let running: Vec<String> = running.map(|c| c.id.clone()).collect();
        running.into_iter().filter(|_| self.chance(33)).collect()
    }

    /// Surname and given name, with the sex that goes with it.
    pub(super) fn person(&mut self) -> (String, &'static str) {
        let (surname, (given, sex)) = (self.one(&words::SURNAMES), self.one(&words::GIVEN));
        (format!("{surname}{given}"), sex)
    }

    /// Number of a mobile telephone.
    pub(super) fn phone(&mut self) -> String {
        format!("1{}{:09}", self.rng.u8(3..10), self.rng.u32(0..1_000_000_000))
    }
}

/// The village of a deputy or constituency.
pub(super) fn village(at: usize) -> &'static str {
    words::VILLAGES[at % words::VILLAGES.len()]
}

/// Saturdays and Sundays become Mondays.
pub(super) fn working_day(date: NaiveDate) -> NaiveDate {
    let days = match date.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// A place in a list as a number of a record.
pub(super) fn counted(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(0)
}
