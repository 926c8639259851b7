//! What axe finds on a page, and whether the page fits the window.

use std::path::Path;

use serde_json::Value;

use super::Window;

/// Runs axe on what is shown; a line for each serious or critical finding: rule, what is wrong, where.
const AUDIT: &str = "const done = arguments[0];
    axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations
        .filter(v => v.impact === 'serious' || v.impact === 'critical')
        .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`)), e => done([String(e)]))";

/// What sticks out of the window to the right, or cannot be reached by scrolling.
const OVERFLOW: &str = "const page = document.documentElement;
    const wide = page.scrollWidth > page.clientWidth + 1 ? [`the page is ${page.scrollWidth} wide in ${page.clientWidth}`] : [];
    const main = document.querySelector('main');
    const cut = main && main.scrollWidth > main.clientWidth + 1 ? [`main is ${main.scrollWidth} wide in ${main.clientWidth}`] : [];
    return [...wide, ...cut]";

impl Window {
    /// Goes to an address of the window, `/deeds/new`, and waits until the page is there and asks for nothing more.
    pub fn go(&self, path: &str) {
        self.run("location.hash = '#' + arguments[0]", vec![path.into()]);
        let ready = "const main = document.querySelector('main');
            return main?.dataset.at === arguments[0] && main.innerText.trim() !== '' && !document.querySelector('.loading')";
        let is_there = || self.run(ready, vec![path.into()]).as_bool().filter(|ready| *ready);
        self.wait(&format!("the page {path}"), is_there);
        std::thread::sleep(std::time::Duration::from_millis(400));
    }

    /// Loads axe into the page; it stays there while the window is open.
    ///
    /// # Panics
    /// When the node modules of the window are not installed.
    pub fn load_axe(&self) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&path).expect("axe is a module of the window's tests");
        self.run(&source, vec![]);
    }

    /// What is wrong with the page that is shown; empty when nothing is.
    pub fn audit(&self) -> Vec<String> {
        let found = self.step("axe", self.client().execute_async(AUDIT, vec![]));
        let lines = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        lines(&found).into_iter().chain(lines(&self.run(OVERFLOW, vec![]))).collect()
    }
}
