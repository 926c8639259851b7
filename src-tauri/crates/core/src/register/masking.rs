//! 内部, 上报, 公示: what each leaves out and masks, in one place (ARCHITECTURE.md, invariant 14).

use chrono::Datelike;
use station_table::{Cell, Edition, Format, Mask, PartialDate};

use crate::text::{id_number, phones};

/// Stands where somebody asked for confidence.
const CONFIDENTIAL: &str = "保密";

/// Whether an edition has a column or box.
pub(crate) fn has(edition: Edition, public: bool) -> bool {
    edition != Edition::Public || public
}

/// Whether an edition has a row.
pub(crate) fn has_row(edition: Edition, confidential: bool) -> bool {
    edition != Edition::Public || !confidential
}

/// A cell that tells who came, as an edition shows it when that person asked for confidence: on paper never.
pub(crate) fn hidden((edition, printed): (Edition, bool), cell: Cell) -> Cell {
    match (edition, printed, &cell) {
        (Edition::Internal, false, _) | (.., Cell::Empty) => cell,
        _ => Cell::text(CONFIDENTIAL),
    }
}

/// A cell as an edition shows it.
pub(crate) fn masked(edition: Edition, mask: Mask, cell: Cell) -> Cell {
    let Cell::Text(text) = &cell else { return cell };
    match (mask, edition) {
        (Mask::IdNumber, _) => Cell::text(id_number(text)),
        (Mask::ResidentPhone, Edition::Upward | Edition::Public) => Cell::text(phones(text)),
        _ => cell,
    }
}

/// A date as an edition holds it: what leaves the station is no more than the column shows. A day of birth is part of the
/// ID number.
pub(crate) fn rounded(edition: Edition, format: Format, cell: Cell) -> Cell {
    match (edition, format, cell) {
        (Edition::Upward | Edition::Public, Format::Month, Cell::Date(PartialDate::Day(day))) => {
            PartialDate::month(day.year(), day.month()).map_or(Cell::Empty, Cell::Date)
        }
        (.., cell) => cell,
    }
}

#[cfg(test)]
mod tests {
    use station_table::{Cell, Edition, Format, Mask};

    use super::{masked, rounded};

    #[test]
    fn what_leaves_the_station_holds_no_day_where_a_month_is_shown() {
        let birth = || Cell::Date("1960-09-04".parse().unwrap());
        let month = || Cell::Date("1960-09".parse().unwrap());
        let cases = [
            (Edition::Internal, Format::Month, birth()),
            (Edition::Upward, Format::Month, month()),
            (Edition::Public, Format::Month, month()),
            (Edition::Upward, Format::Date, birth()),
        ];
        for (edition, format, kept) in cases {
            assert_eq!(rounded(edition, format, birth()), kept, "{edition:?} {format:?}: also a workbook's cell");
        }
    }

    #[test]
    fn what_is_masked_depends_on_the_edition() {
        let cases = [
            (Edition::Internal, Mask::IdNumber, "140426196009044450", "140426********4450"),
            (Edition::Internal, Mask::IdNumber, "14042", "*****"),
            (Edition::Internal, Mask::ResidentPhone, "13900000000", "13900000000"),
            (Edition::Upward, Mask::ResidentPhone, "13912340000、0355-1234567", "139****0000、035*****4567"),
            (Edition::Upward, Mask::ResidentPhone, "62200", "*****"),
            (Edition::Upward, Mask::DeputyPhone, "13912340000", "13912340000"),
            (Edition::Upward, Mask::None, "罗建", "罗建"),
        ];
        for (edition, mask, text, shown) in cases {
            assert_eq!(
                masked(edition, mask, Cell::text(text)),
                Cell::text(shown),
                "ID numbers are masked always, residents' phones when they leave the station: {edition:?} {mask:?}"
            );
        }
    }
}
