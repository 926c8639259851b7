//! Files as offices have them, taken into a station that knows nothing but its name and level.

mod facts;
mod names;
mod oddities;
mod other_layout;
mod rules;
mod samples;

use serde_json::Value as Json;

use super::{Answer, Ask, ImportKind, ImportPreview, Match, run};
use crate::entry::station::{Station, found};
use crate::error::Result;
use crate::op::Op;
use crate::store::tests::World;

/// A station newly founded.
pub(super) fn station() -> World {
    let mut world = World::new();
    let station = Station { name: "清河镇人大代表联络站".into(), level: "镇".into(), ..Station::default() };
    world.store.transact(&mut world.hand, Op::SetUp, |tx| found(tx, &station)).expect("a station is founded");
    world
}

/// Bytes of a fixture.
pub(super) fn fixture(path: &str) -> Vec<u8> {
    let path = format!("{}/../../../tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is asked for: files by name and bytes, answers, headings matched by hand.
#[derive(Default)]
pub(super) struct Asked<'a> {
    pub(super) files: Vec<(String, Vec<u8>)>,
    pub(super) answers: Vec<(&'a str, &'a str)>,
    pub(super) matches: Vec<(&'a str, Option<&'a str>)>,
    pub(super) all_or_nothing: bool,
}

impl Asked<'_> {
    pub(super) fn fixture(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        Self { files: vec![(name, fixture(path))], ..Self::default() }
    }

    pub(super) fn csv(text: &str) -> Self {
        Self { files: vec![("表.csv".to_owned(), text.as_bytes().to_vec())], ..Self::default() }
    }
}

fn with<T>(asked: &Asked<'_>, kind: ImportKind, body: impl FnOnce(&Ask<'_>) -> T) -> T {
    let own = |t: &str| t.to_owned();
    let answers: Vec<Answer> = asked.answers.iter().map(|(k, v)| Answer { key: own(k), value: own(v) }).collect();
    let matches: Vec<Match> = asked.matches.iter().map(|(h, f)| Match { heading: own(h), field: f.map(own) }).collect();
    body(&Ask { kind, files: &asked.files, matches: &matches, answers: &answers, all_or_nothing: asked.all_or_nothing })
}

/// Takes files in; what was said, and the operation.
pub(super) fn import(world: &mut World, kind: ImportKind, asked: &Asked<'_>) -> Result<(ImportPreview, Option<i64>)> {
    with(asked, kind, |ask| {
        let op = Op::Import { what: kind.label().into(), files: String::new() };
        let done = world.store.transact(&mut world.hand, op, |tx| run(tx, ask, &mut |_, _| Ok(())))?;
        Ok((done.value, done.operation))
    })
}

/// What an import would say.
pub(super) fn preview(world: &mut World, kind: ImportKind, asked: &Asked<'_>) -> Result<ImportPreview> {
    with(asked, kind, |ask| world.store.rehearse(&mut world.hand, |tx| run(tx, ask, &mut |_, _| Ok(()))))
}

/// Rows of a query as the truth writes them.
pub(super) fn rows(world: &World, sql: &str) -> Vec<Json> {
    world.store.db().all(sql, []).expect("the query runs")
}

/// The one value of a query.
pub(super) fn count(world: &World, sql: &str) -> i64 {
    world.store.db().value(sql, []).expect("the query runs").unwrap_or(-1)
}
