//! The heading rows of a sheet: found under merged titles by the fields that they name.

use serde::{Deserialize, Serialize};

use crate::fields::{Field, Fields};
use crate::heading::{rank, squeezed};
use crate::kind::Kind;
use crate::place::letters;
use crate::read::Sheet;

/// How far down a table may begin.
const DEEPEST: u32 = 40;

/// A heading that somebody once matched by hand; it wins over what the program would find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The heading as the file has it.
    pub heading: String,
    /// Short key of the field; none when the column is to be passed over.
    pub field: Option<String>,
}

impl Remembered {
    fn names(&self, field: &Field) -> bool {
        self.field.as_deref().is_some_and(|key| key == field.short() || key == field.key)
    }
}

/// A column of a sheet and the field that it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchedColumn {
    /// Letters of the column.
    pub column: String,
    /// Its heading; under a merged heading, both: `工作单位及职务/单位`.
    pub heading: String,
    /// Short key of the field.
    pub field: Option<String>,
    /// Label of the field.
    pub label: Option<String>,
    /// Whether the column is hidden in the file.
    pub hidden: bool,
    /// Whether a row without this value is left out.
    pub required: bool,
}

/// The heading rows and what their columns mean.
#[derive(Clone, Debug)]
pub struct Header {
    /// First heading row, counted from 0.
    pub row: u32,
    /// Heading rows: one or two.
    pub height: u32,
    /// Columns with a heading, left to right, each with its number and its field.
    pub columns: Vec<(u32, String, Option<&'static Field>)>,
    /// Fields that are required and have no column.
    pub missing: Vec<&'static Field>,
}

impl Header {
    /// The first row under the heading.
    pub fn below(&self) -> u32 {
        self.row + self.height
    }

    /// How many columns mean something.
    fn matched(&self) -> usize {
        self.columns.iter().filter(|(_, _, f)| f.is_some_and(|f| f.key != "row.seq" && f.key != "row.note")).count()
    }

    /// As a screen shows it.
    pub fn shown(&self, sheet: &Sheet, required: &[&Field]) -> Vec<MatchedColumn> {
        let one = |(column, heading, field): &(u32, String, Option<&'static Field>)| MatchedColumn {
            column: letters(*column),
            heading: heading.clone(),
            field: field.map(|f| f.short().to_owned()),
            label: field.map(|f| f.label.clone()),
            hidden: sheet.hidden_columns.contains(column),
            required: field.is_some_and(|f| required.iter().any(|r| r.key == f.key)),
        };
        self.columns.iter().map(one).collect()
    }
}

/// Finds headings for one kind of import.
#[derive(Clone, Debug)]
pub struct Finder<'a> {
    own: Vec<&'static Field>,
    required: Vec<&'static Field>,
    remembered: &'a [Remembered],
}

impl<'a> Finder<'a> {
    /// For a kind, with the headings that were matched by hand.
    pub fn new(fields: &'static Fields, kind: Kind, remembered: &'a [Remembered]) -> Self {
        Self { own: fields.of(kind), required: fields.required(kind), remembered }
    }

    /// The heading rows that name most fields; none when no row names two, or all that is required.
    pub fn find(&self, sheet: &Sheet) -> Option<Header> {
        let mut best: Option<Header> = None;
        for row in sheet.row_range().take(DEEPEST as usize) {
            // Of equal finds the higher row wins, and two rows where the second holds lower headings.
            for height in [2, 1] {
                let Some(header) = self.at(sheet, row, height) else { continue };
                let better = best.as_ref().is_none_or(|b| header.matched() > b.matched());
                if better && (header.matched() >= 2 || header.missing.is_empty()) {
                    best = Some(header);
                }
            }
        }
        best
    }

    /// The row that looks most like a heading though it names nothing, so that somebody can match it by hand.
    pub fn guess(&self, sheet: &Sheet) -> Option<Header> {
        let separate = |row: u32| {
            let cells = sheet.filled(row);
            let merged = |c: u32| sheet.merge(row, c).is_some_and(|m| m.right > m.left);
            cells.iter().filter(|(c, words)| !merged(*c) && words.chars().any(|c| !c.is_ascii_digit())).count()
        };
        let widest = sheet.row_range().take(DEEPEST as usize).map(separate).max().filter(|n| *n >= 2)?;
        let row = sheet.row_range().find(|row| separate(*row) * 2 > widest)?;
        self.at(sheet, row, 1)
    }

    fn at(&self, sheet: &Sheet, row: u32, height: u32) -> Option<Header> {
        if height == 2 && !is_second(sheet, row) {
            return None;
        }
        let headings: Vec<(u32, Heading)> =
            sheet.column_range().map(|c| (c, heading(sheet, row, height, c))).filter(|(_, h)| !h.is_empty()).collect();
        let fields = self.assign(&headings);
        let columns: Vec<_> = headings.into_iter().zip(fields).map(|((c, h), f)| (c, h.shown(), f)).collect();
        let has = |field: &Field| columns.iter().any(|(_, _, f)| f.is_some_and(|f| f.key == field.key));
        let missing = self.required.iter().filter(|f| !has(f)).copied().collect();
        Some(Header { row, height, columns, missing })
    }

    /// A field for each heading: by hand first, then the best-named; no field is given twice.
    fn assign(&self, headings: &[(u32, Heading)]) -> Vec<Option<&'static Field>> {
        let by_hand: Vec<Option<&Remembered>> = headings.iter().map(|(_, h)| self.by_hand(h)).collect();
        let field = |r: &Remembered| self.own.iter().find(|f| r.names(f)).copied();
        let mut given: Vec<Option<&'static Field>> = by_hand.iter().map(|r| r.and_then(field)).collect();
        let mut offers: Vec<(u8, usize, usize)> = Vec::new();
        for (at, (_, heading)) in headings.iter().enumerate().filter(|(at, _)| matches!(by_hand.get(*at), Some(None))) {
            let ranked = self.own.iter().enumerate().filter_map(|(f, field)| Some((heading.rank(field)?, at, f)));
            offers.extend(ranked);
        }
        offers.sort_unstable();
        for (_, at, field) in offers {
            let Some(field) = self.own.get(field).copied() else { continue };
            let taken = given.iter().flatten().any(|f| f.key == field.key);
            if let Some(slot @ None) = given.get_mut(at).filter(|_| !taken) {
                *slot = Some(field);
            }
        }
        given
    }

    fn by_hand(&self, heading: &Heading) -> Option<&Remembered> {
        let words = squeezed(&heading.shown());
        self.remembered.iter().find(|r| squeezed(&r.heading) == words)
    }
}

/// The words over a column: one row, or two.
#[derive(Clone, Debug)]
struct Heading {
    top: String,
    sub: String,
}

impl Heading {
    fn is_empty(&self) -> bool {
        self.top.is_empty() && self.sub.is_empty()
    }

    fn shown(&self) -> String {
        let join: String = [self.top.as_str(), self.sub.as_str()].join("/");
        let join: String = join.chars().filter(|c| !c.is_whitespace()).collect();
        join.trim_matches('/').to_owned()
    }

    fn rank(&self, field: &Field) -> Option<u8> {
        if self.sub.is_empty() {
            return rank(&self.top, field);
        }
        // 受益+户数 says more than 户数; a lower heading alone counts a little less.
        let both = rank(&format!("{}{}", self.top, self.sub), field);
        both.or_else(|| rank(&self.sub, field).map(|r| r + 1))
    }
}

fn heading(sheet: &Sheet, row: u32, height: u32, column: u32) -> Heading {
    let over = sheet.merge(row, column);
    let top = over.map_or_else(|| sheet.words(row, column), |m| sheet.words(m.top, m.left));
    // A title merged over the whole table is no heading of its columns.
    let top = if over.is_some_and(|m| m.right - m.left > 7) && height == 1 { String::new() } else { top };
    if height == 1 {
        let repeated = over.is_some_and(|m| m.left != column);
        return Heading { top: if repeated { String::new() } else { top }, sub: String::new() };
    }
    let sub = if over.is_some_and(|m| m.bottom > row) { String::new() } else { sheet.words(row + 1, column) };
    let top = if top.is_empty() && !sub.is_empty() { left_of(sheet, row, column) } else { top };
    Heading { top, sub }
}

/// The heading to the left that a blank cell belongs to, where the file does not tell of merged cells.
fn left_of(sheet: &Sheet, row: u32, column: u32) -> String {
    let columns = sheet.first_column..column;
    columns.rev().map(|c| sheet.words(row, c)).find(|words| !words.is_empty()).unwrap_or_default()
}

/// Whether the row below holds lower headings: each of its cells lies under a heading that spans several columns.
fn is_second(sheet: &Sheet, row: u32) -> bool {
    let next: Vec<u32> = sheet.filled(row + 1).into_iter().map(|(c, _)| c).collect();
    let tall = |c: u32| sheet.merge(row, c).is_some_and(|m| m.bottom > row);
    let lower: Vec<u32> = next.into_iter().filter(|c| !tall(*c)).collect();
    let spanned = |c: u32| match sheet.merge(row, c) {
        Some(m) => m.right > m.left && m.right - m.left <= 7,
        None => sheet.words(row, c).is_empty() || sheet.words(row, c + 1).is_empty() && lower.contains(&(c + 1)),
    };
    // A title spans everything; beside headings that span there are some that do not.
    let alone = |c: u32| {
        let wide = sheet.merge(row, c).is_some_and(|m| m.right > m.left);
        !sheet.words(row, c).is_empty() && !wide && !lower.contains(&c)
    };
    lower.len() >= 2 && lower.iter().all(|c| spanned(*c)) && sheet.column_range().any(alone)
}

#[cfg(test)]
mod tests {
    use crate::kind::Kind;
    use crate::take::{Ask, take};

    /// Heading row and fields of the columns, in short.
    fn found(kind: Kind, text: &str) -> (u32, String) {
        let taken = take(kind, "a.csv", text.as_bytes(), &Ask::default());
        let Ok(sheet) = taken.map(|mut t| t.sheets.remove(0)) else { panic!("{text} is read") };
        let fields: Vec<&str> = sheet.columns.iter().map(|c| c.field.as_deref().unwrap_or("-")).collect();
        (sheet.header_row, fields.join(" "))
    }

    #[test]
    fn headings_are_found_in_any_order_and_under_any_name() {
        let cases = [
            (
                Kind::Deputies,
                "党派,代表姓名,文化程度,手机号\n党员,张三,大学,13092285142\n",
                (1, "party name edu phone"),
            ),
            (
                Kind::Deputies,
                "名册\n填报单位：某镇\n\n姓名*,出生日期,\"手机\n号码\",所属片区\n张三,1975.8,,\n",
                (4, "name birth phone -"),
            ),
            (
                Kind::Deputies,
                "名册\n姓名,工作单位及职务,,联系方式\n,单位,职务,\n张三,某村,支书,13092285142\n",
                (2, "name unit post phone"),
            ),
            (Kind::Deputies, "姓名,单位,单位,备注\n张三,某村,某站,\n", (1, "name unit - note")),
            (
                Kind::Receptions,
                "时间,地点,来访群众,反映问题,处理意见\n1月5日,站,张三,修路,转村\n",
                (1, "date place visitor content route"),
            ),
            (Kind::Suggestions, "编号,建议标题,领衔人,附议人\n1,修路,张三,\n", (1, "no title lead co")),
            (Kind::Suggestions, "序号,建议编号,案由,领衔代表\n1,5-1,修路,张三\n", (1, "seq no title lead")),
            (
                Kind::Districts,
                "选区,所辖村组,人口数,选民数,名额\n第1选区,东关村,730,569,3\n",
                (1, "no villages population voters seats"),
            ),
        ];
        for (kind, text, (row, fields)) in cases {
            assert_eq!(found(kind, text), (row, fields.to_owned()), "{text:?}");
        }
    }
}
