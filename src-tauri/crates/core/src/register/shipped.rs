//! The registers and reports that ship: layout and queries of each, compiled in.

use super::layout::{Layout, parse};
use crate::error::{Error, Problem, Result};

/// A register's files.
pub(crate) struct Shipped {
    /// Number of the form.
    pub(crate) number: i64,
    layout: &'static str,
    /// Queries by the name that the layout calls them.
    pub(crate) queries: &'static [(&'static str, &'static str)],
}

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!("../../../../../assets/registers/", $path))
    };
}

/// A report's file; with a second one, that stands before it: both together are one query.
macro_rules! report {
    ($path:literal) => {
        include_str!(concat!("../../../../../assets/reports/", $path))
    };
    ($begin:literal, $path:literal) => {
        concat!(
            include_str!(concat!("../../../../../assets/reports/", $begin)),
            include_str!(concat!("../../../../../assets/reports/", $path))
        )
    };
}

/// Who belongs to a site, as the JSON list that other queries take as `:site_people`.
pub(crate) const PEOPLE_OF_SITE: &str = asset!("people_of_site.sql");

pub(crate) const DEPUTIES: (&str, &str) = ("deputies", asset!("deputies.sql"));

/// The ten, by number.
pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped { number: 1, layout: asset!("01-deeds/layout.toml"), queries: &[("deeds", asset!("01-deeds/deeds.sql"))] },
    Shipped {
        number: 2,
        layout: asset!("02-deputy-card/layout.toml"),
        queries: &[DEPUTIES, ("mandates", asset!("02-deputy-card/mandates.sql"))],
    },
    Shipped {
        number: 3,
        layout: asset!("03-activities/layout.toml"),
        queries: &[("activities", asset!("03-activities/activities.sql"))],
    },
    Shipped {
        number: 4,
        layout: asset!("04-receptions/layout.toml"),
        queries: &[("receptions", asset!("04-receptions/receptions.sql"))],
    },
    Shipped {
        number: 5,
        layout: asset!("05-standing/layout.toml"),
        queries: &[("standing", asset!("05-standing/standing.sql"))],
    },
    Shipped {
        number: 6,
        layout: asset!("06-contacts/layout.toml"),
        queries: &[("contacts", asset!("06-contacts/contacts.sql"))],
    },
    Shipped {
        number: 7,
        layout: asset!("07-constituencies/layout.toml"),
        queries: &[
            ("constituencies", asset!("07-constituencies/constituencies.sql")),
            ("visits", asset!("07-constituencies/visits.sql")),
            ("activities", asset!("07-constituencies/activities.sql")),
        ],
    },
    Shipped {
        number: 8,
        layout: asset!("08-performance/layout.toml"),
        queries: &[DEPUTIES, ("performance", asset!("08-performance/performance.sql"))],
    },
    Shipped { number: 9, layout: asset!("09-roster/layout.toml"), queries: &[DEPUTIES] },
    Shipped {
        number: 10,
        layout: asset!("10-suggestions/layout.toml"),
        queries: &[("suggestions", asset!("10-suggestions/suggestions.sql"))],
    },
];

/// Reports to the county that are made as registers are, and stand in no set.
pub(crate) const REPORTS: &[Shipped] = &[
    Shipped {
        number: 103,
        layout: report!("reception-summary/layout.toml"),
        queries: &[
            ("receptions", report!("reception-summary/begin.sql", "reception-summary/receptions.sql")),
            ("matrix", report!("reception-summary/begin.sql", "reception-summary/matrix.sql")),
            ("numbers", report!("reception-summary/begin.sql", "reception-summary/numbers.sql")),
        ],
    },
    Shipped {
        number: 104,
        layout: report!("suggestion-summary/layout.toml"),
        queries: &[
            ("suggestions", report!("suggestion-summary/begin.sql", "suggestion-summary/suggestions.sql")),
            ("rates", report!("suggestion-summary/begin.sql", "suggestion-summary/rates.sql")),
            ("shares", report!("suggestion-summary/begin.sql", "suggestion-summary/shares.sql")),
        ],
    },
];

impl Shipped {
    /// The ten and the reports.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        SHIPPED.iter().chain(REPORTS)
    }

    /// The report of that title.
    pub(crate) fn titled(title: &str) -> Option<&'static Self> {
        REPORTS.iter().find(|s| s.layout().is_ok_and(|layout| layout.title == title))
    }

    /// Whether it is a report, not one of the ten.
    pub(crate) fn is_report(number: i64) -> bool {
        REPORTS.iter().any(|s| s.number == number)
    }

    /// The register or report of that number.
    pub(crate) fn of(number: i64) -> Result<&'static Self> {
        Self::all().find(|s| s.number == number).ok_or_else(|| unknown(&number.to_string()))
    }

    /// The register or report of that key, `04`.
    pub(crate) fn of_key(key: &str) -> Result<&'static Self> {
        Self::all().find(|s| s.key() == key).ok_or_else(|| unknown(key.trim_start_matches('0')))
    }

    /// Its key: the number in two digits.
    pub(crate) fn key(&self) -> String {
        format!("{:02}", self.number)
    }

    /// Its layout.
    pub(crate) fn layout(&self) -> Result<Layout> {
        parse(self.layout)
    }

    /// The SQL of one of its queries.
    pub(crate) fn query(&self, name: &str) -> Result<&'static str> {
        let found = self.queries.iter().find(|(known, _)| *known == name);
        found.map(|(_, sql)| *sql).ok_or_else(|| Error::BadAsset(format!("{} {name}", self.number)))
    }
}

fn unknown(number: &str) -> Error {
    let known: Vec<String> = SHIPPED.iter().map(|s| s.number.to_string()).collect();
    let message = format!("没有编号为{number}的台账，请从 {} 中选择。", known.join("、"));
    Error::Problems(vec![Problem::new("number", message)])
}
