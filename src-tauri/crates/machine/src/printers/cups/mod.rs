//! CUPS, asked in its own language (IPP, RFC 8011) through its socket on this computer.

use std::env;
use std::path::{Path, PathBuf};

use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, Operation};
use ipp::value::IppValue;

use super::{Job, JobId, JobState, PrintError, PrintJob, Printer, Sides, checked, pages, read};

mod answer;
mod exchange;
mod words;

use answer::Answer;
use exchange::Question;

/// Where distributions put the socket.
const SOCKETS: [&str; 2] = ["/run/cups/cups.sock", "/var/run/cups/cups.sock"];
/// Bit of `printer-type` (CUPS): prints on both sides by itself.
const DUPLEX: i32 = 0x10;
/// What is asked of a document in the queue.
const OF_JOB: [&str; 7] = [
    "job-id",
    "job-name",
    "job-printer-uri",
    "job-state",
    "job-state-reasons",
    "job-printer-state-reasons",
    "job-printer-state-message",
];

/// A print service, by its socket.
#[derive(Clone, Debug)]
pub struct Cups {
    socket: PathBuf,
}

impl Cups {
    /// The service of this computer, or that of the socket named by `CUPS_SERVER`; never one on another computer.
    ///
    /// # Errors
    /// When none runs.
    pub fn of_this_computer() -> Result<Self, PrintError> {
        let named = env::var_os("CUPS_SERVER").map(PathBuf::from).filter(|path| path.is_absolute());
        let usual = SOCKETS.iter().map(PathBuf::from);
        let sockets = named.map_or_else(|| usual.collect(), |path| vec![path]);
        sockets.into_iter().find(|path| path.exists()).map(Self::at).ok_or(PrintError::NoService)
    }

    /// The service that listens at a socket.
    pub fn at(socket: PathBuf) -> Self {
        Self { socket }
    }

    /// The printers that the service knows, in its order; none is no error here.
    ///
    /// # Errors
    /// When the service does not answer.
    pub fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        let wanted = ["printer-name", "printer-info", "printer-location", "printer-type", "printer-state-reasons"];
        let mut question = Question::new(Operation::CupsGetPrinters)?;
        question.ask("requested-attributes", keywords(&wanted)?)?;
        let answer = question.put(&self.socket, "/", &[])?;
        let default = self.default()?;
        let printer = |group: Answer| {
            let name = group.text("printer-name")?;
            Some(Printer {
                label: label(group).unwrap_or_else(|| name.clone()),
                is_default: default.as_ref() == Some(&name),
                accepts_two_sided: group.number("printer-type").is_some_and(|bits| bits & DUPLEX != 0),
                trouble: words::trouble(&group.texts("printer-state-reasons")),
                name,
            })
        };
        Ok(answer.groups(DelimiterTag::PrinterAttributes).filter_map(printer).collect())
    }

    /// The printer that is taken when none is named.
    fn default(&self) -> Result<Option<String>, PrintError> {
        let answer = Question::new(Operation::CupsGetDefault)?.put(&self.socket, "/", &[]);
        match answer {
            Ok(answer) => {
                Ok(answer.groups(DelimiterTag::PrinterAttributes).next().and_then(|g| g.text("printer-name")))
            }
            // A service without default says so by an error.
            Err(PrintError::Refused { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Hands a PDF over.
    ///
    /// # Errors
    /// As [`print`](super::print).
    pub fn print(&self, file: &Path, job: &PrintJob) -> Result<JobId, PrintError> {
        self.print_bytes(&read(file)?, job)
    }

    /// Hands the bytes of a PDF to a printer; they lie in no file of ours.
    ///
    /// # Errors
    /// As of [`Self::print`].
    pub fn print_bytes(&self, bytes: &[u8], job: &PrintJob) -> Result<JobId, PrintError> {
        let pdf = checked(bytes, job)?;
        let ranges = pages::ranges(job.pages.as_deref(), pdf.pages)?;
        let printer = self.chosen(job.printer.as_deref())?;
        let mut question = Question::new(Operation::PrintJob)?;
        question.of_printer(&printer)?;
        question.ask("job-name", IppValue::new_name_without_language(shortened(&job.title)).map_err(refused)?)?;
        question.ask("document-format", IppValue::new_mime_media_type("application/pdf").map_err(refused)?)?;
        question.want("copies", IppValue::new_integer(i32::try_from(job.copies).map_err(refused)?))?;
        question.want("sides", IppValue::new_keyword(sides(job.sides)).map_err(refused)?)?;
        if let Some(paper) = pdf.paper {
            // Else the printer takes its own usual size, and shrinks what is larger.
            question.want("media", IppValue::new_keyword(paper).map_err(refused)?)?;
        }
        if !ranges.is_empty() {
            let ranges = ranges.into_iter().map(|(first, last)| IppValue::new_range_of_integer(first, last));
            question.want("page-ranges", IppValue::Array(ranges.collect()))?;
        }
        let answer = question.put(&self.socket, &format!("/printers/{}", exchange::encoded(&printer)), bytes)?;
        let number = answer.groups(DelimiterTag::JobAttributes).find_map(|g| g.number("job-id"));
        let number = number.ok_or_else(|| PrintError::Refused { detail: "no job-id".to_owned() })?;
        Ok(JobId { printer, number })
    }

    /// The named printer, when there is one of that name; else the default one.
    fn chosen(&self, name: Option<&str>) -> Result<String, PrintError> {
        let printers = self.printers()?;
        match name {
            Some(name) if printers.iter().any(|p| p.name == name) => Ok(name.to_owned()),
            Some(name) => Err(PrintError::UnknownPrinter { name: name.to_owned() }),
            None => printers.into_iter().find(|p| p.is_default).map(|p| p.name).ok_or(PrintError::NoPrinter),
        }
    }

    /// What has still to be printed, oldest first.
    ///
    /// # Errors
    /// When the service does not answer.
    pub fn jobs(&self) -> Result<Vec<Job>, PrintError> {
        let mut question = Question::new(Operation::GetJobs)?;
        question.ask("printer-uri", IppValue::new_uri("ipp://localhost/").map_err(refused)?)?;
        question.ask("requested-attributes", keywords(&OF_JOB)?)?;
        let answer = question.put(&self.socket, "/", &[])?;
        let mut jobs: Vec<Job> = answer.groups(DelimiterTag::JobAttributes).filter_map(Answer::job).collect();
        jobs.sort_by_key(|job| job.id.number);
        self.explain(&mut jobs)?;
        Ok(jobs)
    }

    /// What became of a document.
    ///
    /// # Errors
    /// When the service does not answer or does not know it.
    pub fn job(&self, id: &JobId) -> Result<Job, PrintError> {
        let mut question = Question::new(Operation::GetJobAttributes)?;
        question.of_printer(&id.printer)?;
        question.ask("job-id", IppValue::new_integer(id.number))?;
        question.ask("requested-attributes", keywords(&OF_JOB)?)?;
        let unknown = || PrintError::UnknownJob { number: id.number };
        let answer = question.put(&self.socket, "/jobs/", &[]).map_err(|error| match error {
            PrintError::Refused { .. } => unknown(),
            other => other,
        })?;
        let mut found = answer.groups(DelimiterTag::JobAttributes).find_map(Answer::job);
        self.explain(found.as_mut_slice())?;
        found.ok_or_else(unknown)
    }

    /// A document that waits does not say so itself when its printer is what it waits for.
    fn explain(&self, jobs: &mut [Job]) -> Result<(), PrintError> {
        let waits = |job: &&mut Job| job.state == JobState::Waiting && job.reason.is_none();
        let mut waiting = jobs.iter_mut().filter(waits).peekable();
        let printers = if waiting.peek().is_some() { self.printers()? } else { Vec::new() };
        for job in waiting {
            job.reason = printers.iter().find(|p| p.name == job.id.printer).and_then(|p| p.trouble.clone());
        }
        Ok(())
    }
}

fn label(printer: Answer) -> Option<String> {
    let said = |name: &str| printer.text(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let info = said("printer-info")?;
    Some(said("printer-location").map_or_else(|| info.clone(), |place| format!("{info}（{place}）")))
}

fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::One => "one-sided",
        Sides::TwoLongEdge => "two-sided-long-edge",
        Sides::TwoShortEdge => "two-sided-short-edge",
    }
}

/// A name of the protocol has at most 255 bytes.
fn shortened(title: &str) -> String {
    title.char_indices().take_while(|(at, c)| at + c.len_utf8() <= 255).map(|(_, c)| c).collect()
}

fn keywords(names: &[&str]) -> Result<IppValue, PrintError> {
    let values = names.iter().map(|&name| IppValue::new_keyword(name).map_err(refused));
    Ok(IppValue::Array(values.collect::<Result<_, _>>()?))
}

fn attribute(name: &str, value: IppValue) -> Result<IppAttribute, PrintError> {
    IppAttribute::with_name(name, value).map_err(refused)
}

fn refused(error: impl std::fmt::Display) -> PrintError {
    PrintError::Refused { detail: error.to_string() }
}
