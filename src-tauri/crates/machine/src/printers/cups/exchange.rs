//! One question to the service and its answer: IPP in a POST of HTTP (RFC 8010) over a socket of this computer.

use std::env;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use ipp::model::{DelimiterTag, IppVersion, Operation, StatusCode};
use ipp::parser::IppParser;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

use super::answer::Answers;
use super::{attribute, refused};
use crate::printers::PrintError;

/// How long the service may think. It takes a document in at once and prints later.
const PATIENCE: Duration = Duration::from_secs(30);

/// A question that is being put together.
pub(super) struct Question {
    request: IppRequestResponse,
}

impl Question {
    pub fn new(operation: Operation) -> Result<Self, PrintError> {
        let request = IppRequestResponse::new(IppVersion::v2_0(), operation, None).map_err(refused)?;
        Ok(Self { request })
    }

    /// Adds what says which printer is meant, and who asks.
    pub fn of_printer(&mut self, printer: &str) -> Result<(), PrintError> {
        let uri = format!("ipp://localhost/printers/{}", encoded(printer));
        self.ask("printer-uri", IppValue::new_uri(uri).map_err(refused)?)?;
        let user = ["USER", "LOGNAME"].iter().find_map(|name| env::var(name).ok()).filter(|user| !user.is_empty());
        let user = IppValue::new_name_without_language(user.unwrap_or_else(|| "anonymous".to_owned()));
        self.ask("requesting-user-name", user.map_err(refused)?)
    }

    /// Adds an attribute of the question itself.
    pub fn ask(&mut self, name: &str, value: IppValue) -> Result<(), PrintError> {
        self.add(DelimiterTag::OperationAttributes, name, value)
    }

    /// Adds what the document is to be printed like.
    pub fn want(&mut self, name: &str, value: IppValue) -> Result<(), PrintError> {
        self.add(DelimiterTag::JobAttributes, name, value)
    }

    fn add(&mut self, group: DelimiterTag, name: &str, value: IppValue) -> Result<(), PrintError> {
        self.request.attributes_mut().add(group, attribute(name, value)?);
        Ok(())
    }

    /// Puts the question and takes the answer; a status that is no success is a refusal.
    pub fn put(&self, socket: &Path, path: &str, document: &[u8]) -> Result<Answers, PrintError> {
        let body = [&self.request.to_bytes(), document].concat();
        let answer = posted(socket, path, &body).map_err(|_| PrintError::NoService)?;
        let answer = content(&answer).ok_or_else(|| refused(first_line(&answer)))?;
        let answer = IppParser::new(IppReader::new(Cursor::new(answer))).parse().map_err(refused)?;
        let status = answer.header().status_code();
        if status.is_success() { Ok(Answers(answer)) } else { Err(refused(said(status, &answer))) }
    }
}

/// The status of an answer with the service's remark.
fn said(status: StatusCode, answer: &IppRequestResponse) -> String {
    let group = answer.attributes().first_of(DelimiterTag::OperationAttributes);
    let remark = group.and_then(|g| g.get("status-message")).map(|a| a.value().to_string());
    format!("{status}: {}", remark.unwrap_or_default())
}

fn posted(socket: &Path, path: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let length = body.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n"
    )?;
    stream.write_all(body)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

/// What an answer holds when it is a success (200), whole or in chunks.
fn content(answer: &[u8]) -> Option<Vec<u8>> {
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
    let body = &answer[end + 4..];
    let success = head.lines().next()?.split(' ').nth(1)? == "200";
    let chunked = head.lines().any(|line| line.starts_with("transfer-encoding:") && line.contains("chunked"));
    success.then_some(())?;
    if chunked { joined(body) } else { Some(body.to_vec()) }
}

/// Chunks joined: each has its length in hexadecimal in a line before it, the last is empty (RFC 9112, 7.1).
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|w| w == b"\r\n")?;
        let line = std::str::from_utf8(&body[..end]).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        let begin = end + 2;
        whole.extend_from_slice(body.get(begin..begin.checked_add(length)?)?);
        body = body.get(begin + length + 2..)?;
    }
}

fn first_line(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).lines().next().unwrap_or_default().to_owned()
}

/// The name of a printer, which may be Chinese, as a part of an address (RFC 3986).
pub(super) fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_in_either_way() {
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
        let chunks = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x\r\nc\r\n0\r\n\r\n";
        for answer in [&whole[..], &chunks[..]] {
            assert_eq!(content(answer).as_deref(), Some(&b"abc"[..]), "{}", first_line(answer));
        }
        let broken = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nab";
        for answer in [&b"HTTP/1.1 401 Unauthorized\r\n\r\n"[..], &broken[..], &b"nothing"[..]] {
            assert_eq!(content(answer), None, "{}", first_line(answer));
        }
    }

    #[test]
    fn a_chinese_name_becomes_an_address() {
        assert_eq!(encoded("HP-1020_二楼"), "HP-1020_%E4%BA%8C%E6%A5%BC");
    }
}
