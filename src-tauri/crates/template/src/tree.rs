//! A part of a workbook as a tree that is written as it was read: names, order, prefixes and texts are kept as they
//! stand, so that what nobody touches cannot change.

use quick_xml::Reader;
use quick_xml::escape::{escape, partial_escape, unescape};
use quick_xml::events::{BytesStart, Event};

/// An element with what is in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Element {
    /// With its prefix.
    pub name: String,
    /// Names with prefixes, and values as they are escaped in the file.
    attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    /// Text as it is escaped in the file.
    Text(String),
    /// A comment or an instruction, with its signs.
    Aside(String),
}

/// Elements within elements; a workbook needs some ten. What goes deeper would overflow whoever walks through it.
const DEEPEST: usize = 200;

/// A whole part.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    prolog: String,
    pub root: Element,
}

impl Tree {
    /// Reads a part; nothing where it is not XML to its end.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut prolog = String::new();
        let mut open: Vec<Element> = Vec::new();
        loop {
            let node = match reader.read_event().ok()? {
                Event::Start(_) if open.len() == DEEPEST => return None,
                Event::Start(start) => {
                    open.push(Element::opened(&start)?);
                    continue;
                }
                Event::Empty(start) => Node::Element(Element::opened(&start)?),
                Event::End(_) => Node::Element(open.pop()?),
                Event::Text(text) => Node::Text(text.to_string()),
                Event::GeneralRef(name) => Node::Text(format!("&{};", &*name)),
                Event::CData(text) => Node::Text(escape(&*text).into_owned()),
                Event::Comment(text) => Node::Aside(format!("<!--{}-->", &*text)),
                Event::PI(text) => Node::Aside(format!("<?{}?>", &*text)),
                Event::Decl(text) => Node::Aside(format!("<?{}?>", &*text)),
                Event::DocType(text) => Node::Aside(format!("<!DOCTYPE {}>", &*text)),
                Event::Eof => return None,
            };
            match (open.last_mut(), node) {
                (Some(parent), node) => parent.take(node),
                (None, Node::Element(root)) => return Some(Self { prolog, root }),
                (None, Node::Text(text) | Node::Aside(text)) => prolog.push_str(&text),
            }
        }
    }

    /// The part as it goes into the file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = self.prolog.clone();
        self.root.write(&mut text);
        text.into_bytes()
    }
}

impl Element {
    /// An empty element.
    pub fn new(name: String) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    fn opened(start: &BytesStart) -> Option<Self> {
        let mut element = Self::new(start.name().as_ref().to_owned());
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.ok()?;
            let value = attribute.value.replace('"', "&quot;");
            element.attributes.push((attribute.key.as_ref().to_owned(), value));
        }
        Some(element)
    }

    /// Adds a node; texts that follow each other become one.
    fn take(&mut self, node: Node) {
        match (self.children.last_mut(), node) {
            (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
            (_, node) => self.children.push(node),
        }
    }

    /// The name without its prefix.
    pub fn local(&self) -> &str {
        local(&self.name)
    }

    /// A name for an element beside or in this one, with the same prefix.
    pub fn named(&self, name: &str) -> String {
        self.name.split_once(':').map_or_else(|| name.to_owned(), |(prefix, _)| format!("{prefix}:{name}"))
    }

    /// The value of an attribute, whatever its prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let (_, value) = self.attributes.iter().find(|(known, _)| local(known) == name)?;
        Some(unescape(value).map_or_else(|_| value.clone(), std::borrow::Cow::into_owned))
    }

    /// The value of an attribute as a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.parse().ok()
    }

    /// Sets an attribute, in its place where it is there.
    pub fn set(&mut self, name: &str, value: &str) {
        let value = escape(value).into_owned();
        match self.attributes.iter_mut().find(|(known, _)| local(known) == local(name)) {
            Some((_, old)) => *old = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }

    /// Takes attributes away.
    pub fn unset(&mut self, names: &[&str]) {
        self.attributes.retain(|(known, _)| !names.contains(&local(known)));
    }

    /// The elements in it.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.children.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    /// The elements in it, to be changed.
    pub fn elements_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    /// The first element in it of that name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|e| e.local() == name)
    }

    /// The first element in it of that name, to be changed.
    pub fn child_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.elements_mut().find(|e| e.local() == name)
    }

    /// All elements of that name below it, at any depth.
    pub fn all<'a>(&'a self, name: &'a str) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.elements().flat_map(move |e| {
            let own = Some(e).filter(|e| e.local() == name);
            own.into_iter().chain(e.all(name))
        }))
    }

    /// Shows each element below it, at any depth, and itself.
    pub fn each(&mut self, change: &mut impl FnMut(&mut Self)) {
        change(self);
        for element in self.elements_mut() {
            element.each(change);
        }
    }

    /// The text that stands directly in it.
    pub fn text(&self) -> String {
        let texts =
            self.children.iter().filter_map(|n| if let Node::Text(text) = n { Some(text.as_str()) } else { None });
        let text: String = texts.collect();
        unescape(&text).map_or_else(|_| text.clone(), std::borrow::Cow::into_owned)
    }

    /// Exchanges all that is in it for a text.
    pub fn set_text(&mut self, text: &str) {
        self.children = vec![Node::Text(partial_escape(text).into_owned())];
    }

    fn write(&self, into: &mut String) {
        into.push('<');
        into.push_str(&self.name);
        for (name, value) in &self.attributes {
            into.extend([" ", name, "=\"", value, "\""]);
        }
        if self.children.is_empty() {
            return into.push_str("/>");
        }
        into.push('>');
        for node in &self.children {
            match node {
                Node::Element(element) => element.write(into),
                Node::Text(text) | Node::Aside(text) => into.push_str(text),
            }
        }
        into.extend(["</", &self.name, ">"]);
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_deeper_than_any_workbook_is_refused() {
        let nested = |deep: usize| "<a>".repeat(deep) + &"</a>".repeat(deep);
        assert!(Tree::read(nested(DEEPEST).as_bytes()).is_some(), "a part may be deep");
        assert!(Tree::read(nested(100_000).as_bytes()).is_none(), "but not so deep that the program would fall");
    }

    #[test]
    fn a_part_is_written_as_it_was_read() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<x:a xmlns:x=\"u\" r:id=\"1 &lt; 2\">\
            <x:t xml:space=\"preserve\"> 甲 &amp; &#10;乙 </x:t><!-- 丙 --><x:e/></x:a>";
        let tree = Tree::read(text.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(tree.bytes()).unwrap(), text, "nothing was touched");
        assert_eq!(tree.root.child("t").unwrap().text(), " 甲 & \n乙 ", "a text is read as it is meant");
        assert_eq!(tree.root.get("id").as_deref(), Some("1 < 2"), "so is a value");
    }

    #[test]
    fn what_breaks_off_is_no_part() {
        for text in ["", "<a><b></b>", "<a>", "no xml"] {
            assert!(Tree::read(text.as_bytes()).is_none(), "{text:?} breaks off");
        }
    }
}
