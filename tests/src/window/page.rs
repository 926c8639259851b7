//! What is on the page: found by `data-testid`, only what can be seen counts.

use std::path::Path;

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use station_machine::files;

use super::Window;

/// The elements of that testid that can be seen and hold the text.
const FIND: &str = "const [id, text] = arguments;
    const named = [...document.querySelectorAll(`[data-testid=\"${CSS.escape(id)}\"]`)];
    const seen = named.filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const found = seen.filter(e => (e.innerText ?? '').includes(text) || String(e.value ?? '').includes(text));";

impl Window {
    /// Waits until it can be seen.
    pub fn wait_for(&self, testid: &str) {
        self.wait(&format!("`{testid}` on the page"), || (self.count(testid) > 0).then_some(()));
    }

    /// Waits until it holds the text, in its words or as its value.
    pub fn wait_for_text(&self, testid: &str, text: &str) {
        self.wait(&format!("`{testid}` with “{text}”"), || self.find(testid, text));
    }

    /// Waits until it cannot be seen any more.
    pub fn wait_gone(&self, testid: &str) {
        self.wait(&format!("`{testid}` gone"), || (self.count(testid) == 0).then_some(()));
    }

    /// How many of them can be seen now.
    pub fn count(&self, testid: &str) -> usize {
        let count = self.run(&format!("{FIND} return found.length"), vec![json!(testid), json!("")]);
        count.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default()
    }

    /// Waits until so many of them can be seen.
    pub fn wait_count(&self, testid: &str, count: usize) {
        self.wait(&format!("{count} of `{testid}`"), || (self.count(testid) == count).then_some(()));
    }

    /// The words of the first one, without the blanks around them.
    pub fn text(&self, testid: &str) -> String {
        self.wait_for(testid);
        self.texts(testid).into_iter().next().unwrap_or_default()
    }

    /// The words of each that can be seen now, top to bottom.
    pub fn texts(&self, testid: &str) -> Vec<String> {
        self.strings(testid, "e.innerText.trim()")
    }

    /// What is typed into the field.
    pub fn value(&self, testid: &str) -> String {
        self.wait_for(testid);
        let inner = "(e.value !== undefined ? e : e.querySelector('input, textarea'))?.value ?? ''";
        self.strings(testid, inner).into_iter().next().unwrap_or_default()
    }

    /// Presses it.
    pub fn click(&self, testid: &str) {
        self.click_on(testid, "");
    }

    /// Presses the first one that holds the text: a row of a list, an option.
    pub fn click_on(&self, testid: &str, text: &str) {
        self.wait(&format!("pressing `{testid}` with “{text}”"), || {
            let element = self.find(testid, text)?;
            // Something may lie over it for a moment, or the page may just be drawn anew: then once more.
            let enabled = self.attempt(element.is_enabled()).is_ok_and(|enabled| enabled);
            if enabled { self.attempt(element.click()).ok() } else { None }
        });
    }

    /// A picture of the page as PNG, taken when what is on it has been drawn.
    pub fn picture(&self, path: &Path) {
        let drawn = "const done = arguments[0];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";
        self.step("drawing", self.client().execute_async(drawn, vec![]));
        let png = self.step("a picture", self.client().screenshot());
        files::write(path, &png).expect("a picture can be written");
    }

    /// The first one that can be seen and holds the text.
    pub(super) fn find(&self, testid: &str, text: &str) -> Option<Element> {
        let found = self.run(&format!("{FIND} return found[0] ?? null"), vec![json!(testid), json!(text)]);
        // An element comes as an object with one entry, whose key is fixed by the WebDriver standard.
        let id = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client().clone(), ElementRef::from(id)))
    }

    fn strings(&self, testid: &str, of: &str) -> Vec<String> {
        let found = self.run(&format!("{FIND} return found.map(e => {of})"), vec![json!(testid), json!("")]);
        let strings = found.as_array().into_iter().flatten().filter_map(Value::as_str);
        strings.map(str::to_owned).collect()
    }
}
