//! Before and around unlocking: what there is, founding a station, opening and locking it.

use serde::{Deserialize, Serialize};
use station_core::entry::station::{Station, found, problems};
use station_core::store::{Store, Tx};
use station_core::vault::{self, Account, Slots};
use station_core::{Error, Hand, Op, code, phrase};
use station_machine::{FileError, files};

use crate::desk::Desk;
use crate::failure::Failure;

/// Whether there is a station, and whether it is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct State {
    /// A station was founded in this data folder.
    pub exists: bool,
    /// A password is needed.
    pub locked: bool,
    /// Its name, once open.
    pub name: Option<String>,
    /// Today.
    pub today: String,
    /// Version of the program.
    pub version: String,
    /// The data folder.
    pub data: String,
}

/// What founds a station.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SetUp {
    /// What the station says of itself.
    pub station: Station,
    /// Who opens it.
    pub account: String,
    /// The password, eight characters at least.
    pub password: String,
}

/// What founding gives back, once.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Founded {
    /// Opens the station when the password is lost; shown once, kept nowhere.
    pub recovery_code: String,
}

/// A password or a recovery code.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Unlock {
    /// As typed.
    pub password: String,
}

/// What there is.
pub fn state(desk: &Desk, _: ()) -> Result<State, Failure> {
    let opened = desk.opened();
    let name = opened.as_ref().map(|o| o.db().setting("name")).transpose()?.flatten();
    Ok(State {
        exists: desk.keys().exists() && desk.database().exists(),
        locked: opened.is_none(),
        name,
        today: desk.now().date().to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data: desk.setting.data.display().to_string(),
    })
}

/// Founds a station and opens it.
pub fn set_up(desk: &Desk, ask: SetUp) -> Result<Founded, Failure> {
    if desk.database().exists() {
        return Err(Failure::new("exists", "这个文件夹里已有台账，请直接打开，或另选文件夹。"));
    }
    let problems = problems(&ask.station);
    if !problems.is_empty() {
        return Err(Error::Problems(problems).into());
    }
    let now = desk.now();
    let account =
        if ask.account.trim().is_empty() { "人大专职秘书".to_owned() } else { ask.account.trim().to_owned() };
    let founded = vault::found(&account, &ask.password, now)?;
    // The slots come first: a store without them would be lost.
    set_aside(desk)?;
    files::write(&desk.keys(), &founded.slots.bytes()?)?;
    let mut store = Store::create(&desk.database(), &founded.key)?;
    let mut hand = Hand::new(&account, now);
    store.transact(&mut hand, Op::SetUp, |tx| {
        let (id, created) = tx.fresh();
        tx.insert(&Account { id, created, voided: None, name: account.clone() })?;
        found(tx, &ask.station)
    })?;
    *desk.opened() = Some(desk.open(store, account));
    Ok(Founded { recovery_code: founded.recovery_code.to_string() })
}

/// Opens the station.
pub fn unlock(desk: &Desk, ask: Unlock) -> Result<State, Failure> {
    let bytes = std::fs::read(desk.keys()).map_err(|e| without_slots(desk, &e))?;
    let (key, account) = Slots::read(&bytes)?.open(&ask.password)?;
    if !desk.database().exists() {
        return Err(Failure::new(
            "no_database",
            "台账文件 station.db 不见了，请从备份中找回它放到数据文件夹后再打开。",
        ));
    }
    // The slot has opened, so the password is right: a key that does not fit means that the file is not what it was.
    let mut store = Store::open(&desk.database(), &key).map_err(damaged)?;
    // A store of an older program lacks what this one ships; otherwise nothing changes and nothing is recorded.
    store.transact(&mut Hand::new(&account, desk.now()), Op::Upgrade, complete)?;
    *desk.opened() = Some(desk.open(store, account));
    state(desk, ())
}

/// Puts into a store what this program ships and it lacks.
fn complete(tx: &mut Tx<'_>) -> station_core::Result<usize> {
    Ok(code::edit::seed(tx)? + phrase::edit::seed(tx)?)
}

/// Locks the station.
pub fn lock(desk: &Desk, _: ()) -> Result<State, Failure> {
    *desk.opened() = None;
    station_machine::printers::forget();
    state(desk, ())
}

/// Asks long work to stop.
pub fn cancel(desk: &Desk, _: ()) -> Result<(), Failure> {
    desk.cancel();
    Ok(())
}

fn damaged(error: Error) -> Failure {
    match error {
        Error::WrongPassword => Error::Damaged.into(),
        other => other.into(),
    }
}

/// Slots without their store may still open a copy of it somewhere: they are kept under another name.
fn set_aside(desk: &Desk) -> Result<(), Failure> {
    let keys = desk.keys();
    if !keys.exists() {
        return Ok(());
    }
    let kept = keys.with_extension(desk.now().format("keys-%Y%m%d%H%M%S").to_string());
    Ok(std::fs::rename(&keys, kept).map_err(|e| FileError::new(&keys, e))?)
}

fn without_slots(desk: &Desk, error: &std::io::Error) -> Failure {
    if desk.database().exists() {
        return Failure::new(
            "no_slots",
            "台账还在，但钥匙文件 station.keys 不见了，请从备份中找回它放到数据文件夹后再打开。",
        )
        .with_detail(error);
    }
    Failure::new("no_station", "这个文件夹里还没有台账，请先建站，或检查数据文件夹是否选对。").with_detail(error)
}

/// The station that a `station.toml` describes, and the keys in it that mean nothing here.
pub fn station_from_toml(text: &str) -> Result<(Station, Vec<String>), Failure> {
    Ok(station_core::entry::station::read(text)?)
}
