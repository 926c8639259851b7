//! Taking the data folder, and the password from where passwords may come from: never an argument.

use std::sync::Arc;

use serde_json::{Value, json};
use station_api::{Clock, Desk, Failure, Setting, call};

use crate::arguments::Common;

/// Takes the data folder.
pub fn take(common: &Common) -> Result<Desk, Failure> {
    let missing = || Failure::new("no_folder", "没有数据文件夹，请用 --data 指定一个文件夹。");
    let data = common.data.clone().or_else(station_api::data_folder).ok_or_else(missing)?;
    Desk::take(Setting { data, clock: clock(common), progress: Arc::new(|_, _, _| {}) })
}

/// Takes the data folder and opens the station in it.
pub fn open(common: &Common) -> Result<Desk, Failure> {
    let desk = take(common)?;
    call(&desk, "unlock", json!({ "password": password(common)? }))?;
    Ok(desk)
}

/// Whether a founded station lies in the folder that was named, and there is a password for it.
pub fn has_station(common: &Common) -> bool {
    let founded = common.data.as_ref().is_some_and(|data| data.join("station.keys").is_file());
    founded && password(common).is_ok()
}

/// Calls one command of an open station.
pub fn once(common: &Common, name: &str, input: Value) -> Result<Value, Failure> {
    call(&open(common)?, name, input)
}

/// The password from the file that is named, else from the environment.
pub fn password(common: &Common) -> Result<String, Failure> {
    if let Some(file) = &common.password_file {
        let text = std::fs::read_to_string(file).map_err(|error| {
            Failure::new("password_file", format!("密码文件“{}”读不出来，请检查路径。", file.display()))
                .with_detail(error)
        })?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    let missing = "没有密码，请设置环境变量 STATION_PASSWORD 或用 --password-file 指定密码文件。";
    std::env::var("STATION_PASSWORD").map_err(|_| Failure::new("no_password", missing))
}

/// Only the day is pretended: what is done one after the other keeps its order.
#[expect(clippy::disallowed_methods, reason = "the one clock of the command line")]
pub fn clock(common: &Common) -> Clock {
    let today = common.today;
    Arc::new(move || {
        let now = chrono::Local::now().naive_local();
        today.map_or(now, |day| day.and_time(now.time()))
    })
}
