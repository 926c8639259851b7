//! Typing. The driver drops characters beyond the BMP (rare names), its `clear` does not reach Vue, and it knows no
//! input method; what is here does what a keyboard does.

use serde_json::json;

use super::Window;

/// Keys for [`Window::press`], as WebDriver writes them; a modifier holds until its `\u{E000}`.
pub mod key {
    /// 回车.
    pub const ENTER: &str = "\u{E007}";
    /// Tab.
    pub const TAB: &str = "\u{E004}";
    /// Esc.
    pub const ESCAPE: &str = "\u{E00C}";
    /// 下.
    pub const DOWN: &str = "\u{E015}";
    /// 上.
    pub const UP: &str = "\u{E013}";
    /// F1.
    pub const F1: &str = "\u{E031}";
    /// Ctrl+Z.
    pub const UNDO: &str = "\u{E009}z\u{E000}";
    /// Ctrl+Y.
    pub const REDO: &str = "\u{E009}y\u{E000}";
    /// Ctrl+S.
    pub const SAVE: &str = "\u{E009}s\u{E000}";
    /// Ctrl+Enter.
    pub const SAVE_AND_NEW: &str = "\u{E009}\u{E007}\u{E000}";
    /// Ctrl+A, Backspace.
    pub(super) const EMPTY: &str = "\u{E009}a\u{E000}\u{E003}";
}

impl Window {
    /// Puts the text into the field in place of what is there. The field may be the testid's element or within it.
    pub fn type_into(&self, testid: &str, text: &str) {
        self.focus(testid);
        self.press(key::EMPTY);
        self.type_text(text);
    }

    /// Types the text where the caret is.
    pub fn type_text(&self, text: &str) {
        for piece in pieces(text) {
            if piece.chars().all(in_bmp) {
                self.press(piece);
            } else {
                self.run("document.execCommand('insertText', false, arguments[0])", vec![json!(piece)]);
            }
        }
    }

    /// Types what a clerk types into a form from the caret on, `0103↵dg↵罗建`: `↵` is Enter.
    pub fn type_through(&self, typed: &str) {
        for (at, words) in typed.split('↵').enumerate() {
            if at > 0 {
                self.press(key::ENTER);
            }
            if !words.is_empty() {
                self.type_text(words);
            }
        }
    }

    /// Sends keys to the element that has the focus.
    pub fn press(&self, keys: &str) {
        let active = self.step("the focused element", self.client().active_element());
        self.step("typing", active.send_keys(keys));
    }

    /// Commits Chinese text as an input method does in WebKitGTK: the Enter that takes the candidate comes as a
    /// keydown without a name (229) and an ordinary keyup, and must neither move on nor save.
    pub fn commit_with_enter(&self, text: &str) {
        let script = "const at = document.activeElement;
            const send = (type, key, code) =>
                at.dispatchEvent(new KeyboardEvent(type, { key, keyCode: code, which: code, bubbles: true, cancelable: true }));
            send('keydown', 'Unidentified', 229);
            document.execCommand('insertText', false, arguments[0]);
            send('keyup', 'Enter', 13);";
        self.run(script, vec![json!(text)]);
    }

    /// Waits until the field has the focus: a dialog gives it to its first one when it has opened.
    pub fn wait_focused(&self, testid: &str) {
        self.wait(&format!("`{testid}` focused"), || (self.focused() == testid).then_some(()));
    }

    /// The testid of the element that has the focus, or of the nearest one around it.
    pub fn focused(&self) -> String {
        let script = "return document.activeElement?.closest('[data-testid]')?.dataset.testid ?? ''";
        self.run(script, vec![]).as_str().unwrap_or_default().to_owned()
    }

    fn focus(&self, testid: &str) {
        self.click(testid);
        let script = "const box = [...document.querySelectorAll(`[data-testid=\"${CSS.escape(arguments[0])}\"]`)]
                .find(e => e.checkVisibility());
            const field = box?.matches('input, textarea') ? box : box?.querySelector('input, textarea');
            field?.focus(); return field != null && document.activeElement === field";
        let focused = self.run(script, vec![json!(testid)]);
        assert!(focused == json!(true), "`{testid}` is a field that takes text, the focus is on `{}`", self.focused());
    }
}

fn in_bmp(character: char) -> bool {
    u32::from(character) <= 0xFFFF
}

/// Runs of characters that the driver types, and of those that it would drop.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| in_bmp(c) != in_bmp(first)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_are_typed_apart() {
        assert_eq!(pieces("李𠮷𠮷明"), ["李", "𠮷𠮷", "明"], "𠮷 is beyond the BMP");
        assert_eq!(pieces("王"), ["王"]);
        assert_eq!(pieces(""), [""; 0]);
    }
}
