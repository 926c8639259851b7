//! A workbook: its sheets in order, the strings that they share, its styles and its calendar.

use crate::TemplateError;
use crate::package::{Package, is_xml, relations_of};
use crate::strings;
use crate::styles::Styles;
use crate::tree::{Element, Node};

/// An opened workbook.
pub(crate) struct Workbook<'a> {
    pub package: Package<'a>,
    /// Name of the part that lists the sheets.
    pub part: String,
    pub sheets: Vec<SheetPart>,
    pub strings: Vec<String>,
    pub styles: Styles,
    /// Whether days are counted from 1904 instead of 1900.
    pub from_1904: bool,
    strings_part: Option<String>,
}

/// A sheet by its name and its part.
#[derive(Clone, Debug)]
pub(crate) struct SheetPart {
    pub name: String,
    pub part: String,
    pub visible: bool,
}

impl<'a> Workbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, TemplateError> {
        let mut package = Package::open(bytes)?;
        let part = package.relations("")?.into_iter().find(|r| r.kind == "officeDocument").map(|r| r.target);
        let part = part.filter(|part| is_xml(part)).ok_or(TemplateError::NoWorkbook)?;
        let book = package.part(&part)?;
        let listed = book.root.child("sheets").ok_or(TemplateError::NoWorkbook)?;
        let relations = package.relations(&part)?;
        let target = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
        let sheet = |e: &Element| {
            let id = e.get("id")?;
            let relation = relations.iter().find(|r| r.id == id && r.kind == "worksheet")?;
            let visible = e.get("state").is_none_or(|state| state == "visible");
            Some(SheetPart { name: e.get("name")?, part: relation.target.clone(), visible })
        };
        let sheets = listed.elements().filter_map(sheet).collect();
        let strings_part = target("sharedStrings");
        let from_1904 = book.root.child("workbookPr").and_then(|e| e.get("date1904"));
        let from_1904 = from_1904.is_some_and(|text| text == "1" || text == "true");
        let styles = match target("styles") {
            Some(styles) => package.find(&styles)?.map(|tree| Styles::read(&tree)).unwrap_or_default(),
            None => Styles::default(),
        };
        let shared = strings_part.as_deref().map(|name| package.find(name)).transpose()?.flatten();
        let strings = shared.iter().flat_map(|tree| tree.root.elements()).map(strings::shown).collect();
        Ok(Self { package, part, sheets, strings, styles, from_1904, strings_part })
    }

    /// Puts words in the place of their names in braces, on all sheets.
    pub fn put_words(&mut self, words: &std::collections::BTreeMap<String, String>) -> Result<(), TemplateError> {
        let sheets = self.sheets.iter().map(|s| s.part.clone());
        for part in sheets.chain(self.strings_part.clone()).collect::<Vec<_>>() {
            self.package.edit(&part, |tree| strings::put_words(&mut tree.root, words))?;
        }
        Ok(())
    }

    /// Takes away the remembered results of formulas that the new values may change, and asks for new ones at the next
    /// opening: a total of an empty form would else be shown, and be read by other programs, as 0.
    pub fn forget_results(&mut self, filled: &str) -> Result<(), TemplateError> {
        let depending = self.depending(filled)?;
        if depending.is_empty() {
            return Ok(());
        }
        for part in depending {
            self.package.edit(&part, |tree| tree.root.each(&mut forget))?;
        }
        let book = self.part.clone();
        self.package.edit(&book, |tree| recalculated(&mut tree.root))
    }

    /// Parts with formulas: the filled sheet, and all that have a formula naming one of these sheets, however indirectly.
    fn depending(&mut self, filled: &str) -> Result<Vec<String>, TemplateError> {
        let mut formulas = Vec::new();
        for sheet in self.sheets.clone() {
            let tree = self.package.part(&sheet.part)?;
            let texts = tree.root.all("f").map(Element::text).collect::<Vec<_>>().join("\n");
            formulas.push((sheet, texts.to_lowercase()));
        }
        let mut names = self.named(filled)?;
        let mut at = 0;
        while let Some(name) = names.get(at) {
            let naming =
                formulas.iter().filter(|(_, texts)| texts.contains(name.as_str())).map(|(s, _)| s.name.to_lowercase());
            let new: Vec<String> = naming.filter(|n| !names.contains(n)).collect();
            names.extend(new);
            at += 1;
        }
        let depends =
            |sheet: &&(SheetPart, String)| !sheet.1.is_empty() && names.contains(&sheet.0.name.to_lowercase());
        Ok(formulas.iter().filter(depends).map(|(sheet, _)| sheet.part.clone()).collect())
    }

    /// The name of a sheet and the names that are given to places on it.
    fn named(&mut self, sheet: &str) -> Result<Vec<String>, TemplateError> {
        let book = self.package.part(&self.part.clone())?;
        let sheet = sheet.to_lowercase();
        let given = book.root.all("definedName").filter(|e| e.text().to_lowercase().contains(&sheet));
        let given = given.filter_map(|e| e.get("name")).map(|name| name.to_lowercase());
        Ok([sheet.clone()].into_iter().chain(given.collect::<Vec<_>>()).collect())
    }

    /// Leaves out the order of calculation, which programs make anew and which must not name a cell without formula.
    pub fn forget_order(&mut self) -> Result<(), TemplateError> {
        let relations = self.package.relations(&self.part)?;
        let Some(order) = relations.into_iter().find(|r| r.kind == "calcChain") else { return Ok(()) };
        self.package.remove(&order.target);
        self.package.edit(&relations_of(&self.part), |tree| {
            drop_elements(&mut tree.root, |e| e.get("Id").as_deref() == Some(&order.id));
        })?;
        let path = format!("/{}", order.target);
        self.package.edit("[Content_Types].xml", |tree| {
            drop_elements(&mut tree.root, |e| e.get("PartName").as_deref() == Some(&path));
        })
    }
}

/// Takes the elements away that `gone` names.
pub(crate) fn drop_elements(parent: &mut Element, gone: impl Fn(&Element) -> bool) {
    parent.children.retain(|node| !matches!(node, Node::Element(element) if gone(element)));
}

fn forget(cell: &mut Element) {
    if cell.local() == "c" && cell.child("f").is_some() {
        drop_elements(cell, |e| e.local() == "v");
        cell.unset(&["t"]);
    }
}

fn recalculated(book: &mut Element) {
    if book.child("calcPr").is_none() {
        let name = book.named("calcPr");
        let follows = ["sheets", "functionGroups", "externalReferences", "definedNames"];
        let after = book.children.iter().rposition(|n| matches!(n, Node::Element(e) if follows.contains(&e.local())));
        book.children.insert(after.map_or(0, |at| at + 1), Node::Element(Element::new(name)));
    }
    if let Some(settings) = book.child_mut("calcPr") {
        settings.set("fullCalcOnLoad", "1");
    }
}
