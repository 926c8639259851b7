//! Opening the window on a data folder, and bringing it to the front when asked.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;
use station_api::{Clock, Desk, Lock, ProgressSink, Setting};
use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::arguments::Arguments;
use crate::{commands, fonts};

const TITLE: &str = "代表联络站台账";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A Chinese sentence when there is no data folder, another program has it, or no window can be opened.
pub fn run(arguments: Arguments) -> Result<(), String> {
    let handle: Arc<OnceLock<AppHandle>> = Arc::default();
    let setting = setting(arguments, &handle)?;
    let data = setting.data.clone();
    let desk = Desk::take(setting).map_err(|failure| {
        // The window that has the folder comes to the front by itself.
        let _ = Lock::call_to_front(&data);
        failure.message
    })?;
    let desk = Arc::new(desk);
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .register_uri_scheme_protocol(fonts::SCHEME, fonts::serve)
        .manage(Arc::clone(&desk))
        .invoke_handler(commands::handle)
        .setup(move |app| {
            let _ = handle.set(app.handle().clone());
            open(app)?;
            come_when_called(app.handle().clone(), desk);
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(|error| format!("窗口打不开，请重新启动程序；若仍打不开，请把这行交给维护人员：{error}。"))
}

fn open(app: &tauri::App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title(TITLE)
        .inner_size(1366.0, 740.0)
        .min_inner_size(1024.0, 640.0)
        // Files dropped on the window must not replace the page; the page itself takes none.
        .disable_drag_drop_handler()
        .on_navigation(|url| {
            matches!(url.scheme(), "tauri" | "http") && url.host_str().is_none_or(|h| h.ends_with("localhost"))
        })
        .build()?;
    if std::env::var_os("STATION_PREEDIT").is_some() {
        letters_in_text(&window)?;
    }
    Ok(())
}

/// Shows the letters of an input method in the text itself while they are typed. Without it they stand in the input
/// method's own window, which some desktops place badly.
fn letters_in_text(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        #[cfg(target_os = "linux")]
        if let Some(context) = webkit2gtk::WebViewExt::input_method_context(&webview.inner()) {
            webkit2gtk::InputMethodContextExt::set_enable_preedit(&context, true);
        }
        #[cfg(not(target_os = "linux"))]
        drop(webview);
    })
}

fn setting(arguments: Arguments, handle: &Arc<OnceLock<AppHandle>>) -> Result<Setting, String> {
    let no_home = || "找不到本用户的数据文件夹，请用 --data 指定一个文件夹。".to_owned();
    let data = arguments.data.or_else(station_api::data_folder).ok_or_else(no_home)?;
    Ok(Setting { data, clock: clock(arguments.today.as_deref()), progress: progress(Arc::clone(handle)) })
}

#[expect(clippy::disallowed_methods, reason = "the one clock of the window")]
fn clock(today: Option<&str>) -> Clock {
    match today.and_then(|day| day.parse::<NaiveDate>().ok()) {
        // Only the day is pretended: what happens after something else must also be later.
        Some(day) => Arc::new(move || NaiveDateTime::new(day, chrono::Local::now().time())),
        None => Arc::new(|| chrono::Local::now().naive_local()),
    }
}

fn progress(handle: Arc<OnceLock<AppHandle>>) -> ProgressSink {
    Arc::new(move |label, done, total| {
        if let Some(app) = handle.get() {
            let _ = app.emit("progress", json!({ "label": label, "done": done, "total": total }));
        }
    })
}

/// A second start leaves a note in the data folder; the first window answers it.
fn come_when_called(app: AppHandle, desk: Arc<Desk>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(500));
            if desk.called_to_front()
                && let Some(window) = app.get_webview_window("main")
            {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }
    });
}
