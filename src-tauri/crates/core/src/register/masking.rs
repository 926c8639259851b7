//! 内部, 上报, 公示: what each leaves out and masks, in one place (ARCHITECTURE.md, invariant 14).

use station_table::{Cell, Edition, Mask};

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

/// A cell that tells who came, as an edition shows it when that person asked for confidence.
pub(crate) fn hidden(edition: Edition, cell: Cell) -> Cell {
    match (edition, &cell) {
        (Edition::Internal, _) | (_, Cell::Empty) => cell,
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

#[cfg(test)]
mod tests {
    use station_table::{Cell, Edition, Mask};

    use super::masked;

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
