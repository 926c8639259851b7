//! Headings as people write them, and how well one names a column.

/// Words that head the running number.
const NUMBERS: [&str; 4] = ["序号", "序", "顺序号", "NO"];

/// A heading without what does not matter: blanks, line breaks, width of signs, marks at its ends.
pub(crate) fn squeezed(heading: &str) -> String {
    let kept: String = heading.chars().map(narrow).filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let kept = kept.replace(['【', '〔', '[', '〈'], "(").replace(['】', '〕', ']', '〉'], ")");
    kept.trim_matches(|c: char| "*:、.★※。".contains(c)).to_uppercase()
}

/// The heading without brackets and what they say: `人次(人)` → `人次`.
fn bare(squeezed: &str) -> Option<String> {
    let (begin, end) = (squeezed.find('(')?, squeezed.rfind(')')?);
    let rest = squeezed.get(end + 1..)?;
    let bare = format!("{}{rest}", squeezed.get(..begin)?);
    (begin < end && !bare.is_empty()).then_some(bare)
}

/// Full-width letters, digits and brackets as their narrow ones; the wide blank as a blank.
fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// What stands over a column: a common heading and its own, either may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub group: String,
    pub label: String,
}

impl Heading {
    pub fn is_empty(&self) -> bool {
        self.group.trim().is_empty() && self.label.trim().is_empty()
    }

    /// Whether it heads the running number of the rows.
    pub fn numbers_rows(&self) -> bool {
        NUMBERS.contains(&squeezed(&self.label).as_str())
    }

    /// As a message says it: `来访群众/姓名`.
    pub fn shown(&self) -> String {
        let words = [&self.group, &self.label].map(|text| text.split_whitespace().collect::<String>());
        words.join("/").trim_matches('/').to_owned()
    }

    /// How well it names a column that is known under `names`, best first: 0 is best; none where it does not.
    /// `来访人`+`姓名` says more than `姓名` alone, and a name in full more than one without its brackets.
    pub fn rank(&self, names: &[String]) -> Option<usize> {
        let label = squeezed(&self.label);
        let joined = squeezed(&self.group) + &label;
        let loose = |text: &String| bare(text).unwrap_or_else(|| text.clone());
        let among = |wanted: &dyn Fn(&String) -> bool| names.iter().map(|n| squeezed(n)).position(|n| wanted(&n));
        let offers = [
            among(&|name| *name == joined),
            among(&|name| *name == label).map(|at| at + names.len()),
            among(&|name| loose(name) == loose(&joined)).map(|at| at + 2 * names.len()),
            among(&|name| loose(name) == loose(&label)).map(|at| at + 3 * names.len()),
        ];
        offers.into_iter().flatten().min().filter(|_| !label.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_its_column_in_any_dress() {
        let cases: [(&str, &str, &[&str], Option<usize>); 9] = [
            ("", " 接待\n日期 ", &["接待日期", "日期"], Some(0)),
            ("", "日　期：", &["接待日期", "日期"], Some(1)),
            ("来访群众", "姓　名", &["来访群众姓名", "姓名"], Some(0)),
            ("来访群众", "姓名", &["来访人", "姓名"], Some(3)),
            ("", "人次（个）", &["人次"], Some(2)),
            ("", "费用", &["费用（元）"], Some(2)),
            ("办理", "日期", &["反馈日期"], None),
            ("", "", &[""], None),
            ("", "ＮＯ．", &["No"], Some(0)),
        ];
        for (group, label, names, expected) in cases {
            let heading = Heading { group: group.to_owned(), label: label.to_owned() };
            let names: Vec<String> = names.iter().map(|&n| n.to_owned()).collect();
            assert_eq!(heading.rank(&names), expected, "{group:?} over {label:?} for {names:?}");
        }
    }
}
