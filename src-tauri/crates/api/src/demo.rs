//! The practice township: its data folder and every document made from it.

use std::path::Path;
use std::sync::Arc;

use chrono::{Days, Months, NaiveDate, NaiveTime};
use serde_json::{Value, json};
use station_core::Op;
use station_core::entry::demo;

use crate::desk::{Clock, Desk, Opened, Setting};
use crate::exports::{ExportAsk, FileKind, export_registers};
use crate::failure::Failure;
use crate::locking::{SetUp, set_up};
use crate::months::{SendAsk, send_month};

/// Opens the practice township; it protects nothing, since everything in it is invented.
pub const PASSWORD: &str = "practice-only";

/// Makes it in `out`: folder 数据, and folder 材料 with the registers and reports of its last twelve months.
pub fn make(out: &Path, years: u32, clock: &Clock) -> Result<Value, Failure> {
    let data = out.join("数据");
    let desk = Desk::take(Setting { data, clock: Arc::clone(clock), progress: Arc::new(|_, _, _| {}) })?;
    set_up(&desk, SetUp { station: demo::station(), account: "练习".to_owned(), password: PASSWORD.to_owned() })?;
    let mut guard = desk.opened();
    let opened = guard.as_mut().ok_or_else(Failure::locked)?;
    let mut hand = station_core::Hand::counted("练习", clock().date().and_time(NaiveTime::MIN), 1);
    opened.store.transact(&mut hand, Op::Demo, |tx| demo::fill(tx, years, &mut |_, _| Ok(())))?;
    let files = documents(opened, &out.join("材料"))?;
    Ok(json!({
        "folder": out.display().to_string(),
        "files": files,
        "password": PASSWORD,
        "warnings": [format!("练习台账的密码：{PASSWORD}。打开方法：liaison-station --data {}", out.join("数据").display())],
    }))
}

fn documents(opened: &mut Opened, folder: &Path) -> Result<Vec<Value>, Failure> {
    let today = opened.today();
    let mut files = Vec::new();
    for format in [FileKind::Xlsx, FileKind::Pdf, FileKind::Csv] {
        let (from, to) = (year_before(today).to_string(), today.to_string());
        let out = folder.join("台账");
        let ask = ExportAsk { numbers: Vec::new(), from, to, format, out, edition: None };
        let written = export_registers(opened, ask)?;
        files
            .extend(written.files.iter().map(|f| json!({ "name": format!("材料/台账/{}", f.name), "bytes": f.bytes })));
    }
    for back in (0..12).rev() {
        let month = today.checked_sub_months(Months::new(back)).unwrap_or(today).format("%Y-%m").to_string();
        let ask = SendAsk { out: folder.join(format!("{month}月报")), month, with: vec![2, 9], draft: false };
        let written = send_month(opened, ask.clone())?;
        let named = |name: &str| format!("材料/{}月报/{name}", ask.month);
        files.extend(written.files.iter().map(|f| json!({ "name": named(&f.name), "bytes": f.bytes })));
    }
    Ok(files)
}

/// The day after today a year ago.
fn year_before(today: NaiveDate) -> NaiveDate {
    let then = today.checked_sub_months(Months::new(12)).and_then(|day| day.checked_add_days(Days::new(1)));
    then.unwrap_or(today)
}
