//! Rare characters on the screen: the page asks for our fonts by name, and the program itself answers.

use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Runtime, UriSchemeContext};

/// Scheme under which the page finds them.
pub const SCHEME: &str = "font";

/// The font that the address names.
pub fn serve<R: Runtime>(_: UriSchemeContext<'_, R>, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
    let name = request.uri().path().trim_start_matches('/');
    let found = station_api::font_bytes(name);
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let mut response = Response::new(found.map(|bytes| bytes.to_vec()).unwrap_or_default());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("font/ttf"));
    // The page and its fonts have different schemes, so to the engine they are different sites.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    response
}
