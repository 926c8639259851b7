//! Rules on the text of source files.

use std::path::Path;

use super::{each, files};

const LINES: usize = 400;

/// What must not be handed in. Written in two parts, so that this file keeps its own rule.
const UNFINISHED: [&str; 11] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!"),
    concat!("db", "g!("),
    concat!("#[ig", "nore"),
    concat!("it.s", "kip"),
    concat!("it.o", "nly"),
    concat!("test.s", "kip"),
    concat!("test.o", "nly"),
    concat!("describe.s", "kip"),
    concat!("describe.o", "nly"),
];

/// How a statement begins in a string literal. BEGIN, COMMIT, SAVEPOINT, PRAGMA, ATTACH, VACUUM are no questions to
/// the facts and stay where they are used.
const STATEMENTS: [&str; 8] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE FROM ", "CREATE ", "DROP ", "ALTER ", "WITH "];

/// The one question that cannot stand in a file that is checked against the schema: SQLCipher's own.
const SQL_ALLOWED: [&str; 1] = ["sqlcipher_export"];

/// The one file that builds statements, from a fact's own list of columns.
const SQL_BUILT: &str = "core/src/store/fact.rs";

/// Files of more than 400 lines.
pub fn long_files(root: &Path) -> Vec<String> {
    let mut written = files(root, &[".rs", ".ts", ".vue", ".sql"]);
    written.retain(|path| !generated(root, path));
    each(root, written, |text| {
        let lines = text.lines().count();
        (lines > LINES).then(|| format!("{lines} lines, {LINES} are enough")).into_iter().collect()
    })
}

/// Rust files that do not open with what they are for.
pub fn no_opening(root: &Path) -> Vec<String> {
    each(root, files(root, &[".rs"]), |text| {
        let opens = text.starts_with("//! ");
        (!opens).then(|| "opens without `//!`".to_owned()).into_iter().collect()
    })
}

/// Marks of unfinished work, and tests that are switched off.
pub fn unfinished(root: &Path) -> Vec<String> {
    each(root, files(root, &[".rs", ".ts", ".vue", ".sql", ".sh", ".toml"]), |text| {
        lines_with(text, |line| UNFINISHED.iter().find(|word| line.contains(**word)).map(|w| format!("`{w}`")))
    })
}

/// Files of the window outside `ui/src/backend` that know Tauri.
pub fn one_backend(root: &Path) -> Vec<String> {
    let mut window = files(&root.join("ui/src"), &[".ts", ".vue"]);
    window.retain(|path| !path.starts_with(root.join("ui/src/backend")));
    each(root, window, |text| {
        lines_with(text, |line| line.contains("@tauri-apps").then(|| "imports Tauri outside the backend".to_owned()))
    })
}

/// SQL in Rust: statements stand in `.sql` files, where each is prepared against the schema by a test.
pub fn sql_outside_files(root: &Path) -> Vec<String> {
    let mut code_files = files(&root.join("src-tauri"), &[".rs"]);
    let test = |path: &Path| path.ends_with("tests.rs") || path.components().any(|c| c.as_os_str() == "tests");
    code_files.retain(|path| !path.ends_with(SQL_BUILT) && !test(path.strip_prefix(root).unwrap_or(path)));
    each(root, code_files, |text| lines_with(code(text), sql))
}

/// Statements that delete rows of anything but drafts, which are outside of history; facts are voided.
pub fn deletions(root: &Path) -> Vec<String> {
    each(root, files(&root.join("src-tauri"), &[".sql"]), |text| {
        lines_with(text, |line| {
            let upper = line.split("--").next()?.to_ascii_uppercase();
            let (_, table) = upper.split_once("DELETE FROM ")?;
            let draft = table.split([' ', ';']).next() == Some("DRAFT");
            (!draft).then(|| "deletes; facts are voided".to_owned())
        })
    })
}

/// The part before the unit tests, which may ask the tables what they like.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

fn sql(line: &str) -> Option<String> {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") || SQL_ALLOWED.iter().any(|allowed| line.contains(allowed)) {
        return None;
    }
    let mut literals = line.split('"').skip(1).step_by(2).map(str::trim_start);
    let begins = |text: &str| STATEMENTS.iter().any(|s| text.get(..s.len()).is_some_and(|t| t.eq_ignore_ascii_case(s)));
    // A literal over several lines may hold the statement on a line of its own, then in capitals.
    let own = Some(trimmed).filter(|text| STATEMENTS.iter().any(|s| text.starts_with(s)));
    literals.find(|text| begins(text)).or(own).map(|text| format!("SQL in code: {text}"))
}

fn lines_with(text: &str, breach: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let told = text.lines().enumerate().filter_map(|(at, line)| Some(format!("line {}: {}", at + 1, breach(line)?)));
    told.collect()
}

fn generated(root: &Path, path: &Path) -> bool {
    let bindings = root.join("ui/src/backend/bindings");
    let named = path.to_string_lossy();
    let made = [".snapshot.sql", "components.d.ts"].iter().any(|end| named.ends_with(end));
    path.starts_with(&bindings) || path == bindings.with_extension("ts") || made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_is_told_from_words() {
        let cases = [
            (r#"    db.prepare("SELECT id FROM person")?;"#, true),
            (r#"    db.execute("insert into person values (?1)", [])?;"#, true),
            ("        SELECT id", true),
            (r#"    db.execute_batch("BEGIN IMMEDIATE")?;"#, false),
            (r#"    db.execute_batch("SELECT sqlcipher_export('e')")?;"#, false),
            (r#"    include_str!("sql/select_person.sql")"#, false),
            (r#"    // never "SELECT * FROM person""#, false),
            (r#"    help("Selection of 10 deputies")"#, false),
        ];
        for (line, expected) in cases {
            assert_eq!(sql(line).is_some(), expected, "{line}");
        }
    }

    #[test]
    fn a_breach_names_its_line() {
        let found = lines_with("fine\n// later: FIX ME\n", |line| line.contains("FIX ME").then(|| "here".to_owned()));
        assert_eq!(found, ["line 2: here"]);
    }

    #[test]
    fn tests_may_ask_the_tables() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    \"SELECT 1\"\n}\n";
        assert_eq!(lines_with(code(text), sql), [""; 0]);
    }
}
