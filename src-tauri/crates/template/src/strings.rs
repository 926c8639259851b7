//! Texts of cells, plain or in runs of several looks, and the words in braces that stand for something: `{unit}`.

use std::collections::BTreeMap;

use crate::tree::Element;

/// What a shared or an inline string says; the reading above the signs (`rPh`) is no part of it.
pub(crate) fn shown(string: &Element) -> String {
    let own = string.elements().filter(|e| e.local() == "t").map(Element::text);
    let runs = string.elements().filter(|e| e.local() == "r").filter_map(|r| r.child("t")).map(Element::text);
    own.chain(runs).collect()
}

/// Puts words in the place of their names in braces, in all strings below `root`.
pub(crate) fn put_words(root: &mut Element, words: &BTreeMap<String, String>) {
    root.each(&mut |element| {
        if element.local() != "si" && element.local() != "is" {
            return;
        }
        for (name, word) in words {
            let name = format!("{{{name}}}");
            // A name is put again as long as it is there, unless its word holds it.
            while shown(element).contains(&name) {
                replace(element, &name, word);
                if word.contains(&name) {
                    break;
                }
            }
        }
    });
}

/// Replaces the first `name` of a string. Where it runs over several looks the word takes the first one's.
fn replace(string: &mut Element, name: &str, word: &str) {
    let Some(from) = shown(string).find(name) else { return };
    let (mut at, mut word) = (0, Some(word));
    let end = from + name.len();
    let texts = string.elements_mut().filter_map(|e| match e.local() {
        "t" => Some(e),
        "r" => e.child_mut("t"),
        _ => None,
    });
    for text in texts {
        let old = text.text();
        let (begin, until) = (at, at + old.len());
        at = until;
        if until <= from || begin >= end {
            continue;
        }
        let cut = |place: usize| place.clamp(begin, until) - begin;
        let new = format!("{}{}{}", &old[..cut(from)], word.take().unwrap_or_default(), &old[cut(end)..]);
        text.set("xml:space", "preserve");
        text.set_text(&new);
    }
}

/// Exchanges the content of a cell for a text.
pub(crate) fn put_text(cell: &mut Element, text: &str) {
    let mut string = Element::new(cell.named("is"));
    let mut inner = Element::new(cell.named("t"));
    inner.set("xml:space", "preserve");
    inner.set_text(&text.chars().filter(|c| writable(*c)).collect::<String>());
    string.children.push(crate::tree::Node::Element(inner));
    cell.set("t", "inlineStr");
    cell.children = vec![crate::tree::Node::Element(string)];
}

/// Whether XML can hold the character at all; control characters from a pasted text cannot stand in a workbook.
fn writable(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    fn put(string: &str) -> String {
        let words = [("unit", "清河镇"), ("period", "2023年12月"), ("self", "{self}")];
        let words = words.map(|(name, word)| (name.to_owned(), word.to_owned())).into();
        let mut tree = Tree::read(string.as_bytes()).unwrap();
        put_words(&mut tree.root, &words);
        String::from_utf8(tree.bytes()).unwrap()
    }

    #[test]
    fn words_stand_where_their_names_stood() {
        let cases = [
            ("<si><t>单位：{unit}</t></si>", "<si><t xml:space=\"preserve\">单位：清河镇</t></si>"),
            ("<si><t>{unit}{period}{unit}</t></si>", "<si><t xml:space=\"preserve\">清河镇2023年12月清河镇</t></si>"),
            ("<si><t>{else} {self} unit</t></si>", "<si><t xml:space=\"preserve\">{else} {self} unit</t></si>"),
            ("<si><t>没有</t></si>", "<si><t>没有</t></si>"),
            ("<c><f>\"{unit}\"</f></c>", "<c><f>\"{unit}\"</f></c>"),
            (
                "<is><r><t>报{un</t></r><r><rPr><b/></rPr><t>it}（章）</t></r></is>",
                "<is><r><t xml:space=\"preserve\">报清河镇</t></r><r><rPr><b/></rPr>\
                 <t xml:space=\"preserve\">（章）</t></r></is>",
            ),
        ];
        for (string, expected) in cases {
            assert_eq!(put(string), expected, "{string}");
        }
    }
}
