//! One door between window and api: the message names the command, the api's list routes it.

use std::sync::Arc;

use serde_json::{Value, json};
use station_api::{Desk, Rank, rank};
use tauri::ipc::{Invoke, InvokeBody, InvokeResponseBody};
use tauri::{Emitter, Manager, Wry};

/// Handles a message of the window: off the window's thread, so that it never waits.
pub fn handle(invoke: Invoke<Wry>) -> bool {
    let name = invoke.message.command().to_owned();
    let input = match invoke.message.payload() {
        InvokeBody::Json(body) => body.get("input").cloned().unwrap_or(Value::Null),
        InvokeBody::Raw(_) => Value::Null,
    };
    let app = invoke.message.webview().app_handle().clone();
    invoke.resolver.respond_async(async move {
        let desk = Arc::clone(&app.state::<Arc<Desk>>());
        let called = name.clone();
        let work = tauri::async_runtime::spawn_blocking(move || station_api::answer(&desk, &called, input));
        let answer = work.await.unwrap_or_else(|e| Err(station_api::Failure::internal(e)));
        if answer.is_ok() && rank(&name) == Some(Rank::Changes) {
            let _ = app.emit("changed", json!(name));
        }
        let answer = answer.map(InvokeResponseBody::Json);
        answer.map_err(|failure| tauri::ipc::InvokeError::from(json!(failure)))
    });
    true
}
