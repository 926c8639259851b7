//! What the service answered, by the names of its attributes.

use ipp::attribute::IppAttributeGroup;
use ipp::model::DelimiterTag;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

use super::words;
use crate::printers::{Job, JobId};

/// A whole answer: one group of attributes for each printer or document.
pub(super) struct Answers(pub IppRequestResponse);

/// One group.
#[derive(Clone, Copy)]
pub(super) struct Answer<'a>(&'a IppAttributeGroup);

impl Answers {
    pub fn groups(&self, of: DelimiterTag) -> impl Iterator<Item = Answer<'_>> {
        self.0.attributes().groups_of(of).map(Answer)
    }
}

impl Answer<'_> {
    /// The texts of an attribute; one value is a list of one.
    pub fn texts(self, name: &str) -> Vec<String> {
        match self.0.get(name).map(ipp::attribute::IppAttribute::value) {
            Some(IppValue::Array(values)) => values.iter().map(ToString::to_string).collect(),
            Some(value) => vec![value.to_string()],
            None => Vec::new(),
        }
    }

    pub fn text(self, name: &str) -> Option<String> {
        self.texts(name).into_iter().next()
    }

    pub fn number(self, name: &str) -> Option<i32> {
        match self.0.get(name).map(ipp::attribute::IppAttribute::value) {
            Some(IppValue::Integer(number) | IppValue::Enum(number)) => Some(*number),
            _ => None,
        }
    }

    /// The document of the group.
    pub fn job(self) -> Option<Job> {
        let printer = self.text("job-printer-uri")?;
        let printer = decoded(printer.rsplit('/').next()?);
        let reasons = self.texts("job-state-reasons");
        let state = words::state(self.number("job-state")?, &reasons);
        let at_printer = self.texts("job-printer-state-reasons");
        Some(Job {
            id: JobId { printer, number: self.number("job-id")? },
            title: self.text("job-name").unwrap_or_default(),
            state,
            reason: words::reason(state, &[reasons, at_printer].concat(), self.text("job-printer-state-message")),
        })
    }
}

/// `%E4%BA%8C` back into what it stands for.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| byte == b'%').and_then(|d| std::str::from_utf8(d).ok());
        if let Some(value) = digits.and_then(|d| u8::from_str_radix(d, 16).ok()) {
            bytes.push(value);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gives_its_name_back() {
        for name in ["PDF", "HP-1020_二楼", "100%"] {
            assert_eq!(decoded(&super::super::exchange::encoded(name)), name);
        }
    }
}
