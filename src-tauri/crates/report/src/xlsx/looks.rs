//! How cells look: fonts that every Chinese office has, thin borders.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use station_table::Align;

use super::units::SIZE;

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The document's title.
    Title,
    /// A line outside of tables: head, remark, signature.
    Outside,
    /// A heading over a table, without a box.
    Caption,
    /// A heading or label in a box.
    Heading,
    /// A value in a box.
    Value,
    /// A value too long for a row in the usual size: in so many points, from the top of its box.
    Long(u8),
    /// A total in a box.
    Total,
    /// What no reader sees: the fact behind a row.
    Hidden,
}

/// The look of a cell.
pub(super) fn look(role: Role, align: Align) -> Format {
    let format = Format::new().set_align(across(align)).set_align(FormatAlign::VerticalCenter).set_text_wrap();
    let boxed = |f: Format| f.set_border(FormatBorder::Thin);
    match role {
        Role::Title => format.set_font_name("宋体").set_font_size(18).set_bold(),
        Role::Hidden => Format::new(),
        Role::Outside => format.set_font_name("宋体").set_font_size(10),
        Role::Caption => format.set_font_name("黑体").set_font_size(11),
        Role::Value => boxed(format.set_font_name("宋体").set_font_size(SIZE)),
        Role::Long(size) => boxed(format.set_font_name("宋体").set_font_size(size).set_align(FormatAlign::Top)),
        Role::Heading | Role::Total => boxed(format.set_font_name("黑体").set_font_size(10)),
    }
}

fn across(align: Align) -> FormatAlign {
    match align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    }
}
