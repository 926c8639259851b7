//! A print service of the test's own: CUPS with its settings, queues and spool in a temporary folder, one queue that
//! writes PDFs (cups-pdf) and one like a printer that takes PDFs and turns the paper, its cable ending in a file.
//! It needs root and the packages of `tests/setup.sh`; a test says so where they are missing, and proves nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::programs::command;

/// The queue of cups-pdf.
pub const PDF: &str = "PDF";
/// The queue of a printer that prints on both sides.
pub const DUPLEX: &str = "Fuyin_二楼";
const PATIENCE: Duration = Duration::from_secs(20);

/// A running service; stopped when dropped.
pub struct PrintService {
    folder: tempfile::TempDir,
    daemon: Child,
}

impl PrintService {
    /// Starts one with its two queues; why not, where this machine cannot.
    ///
    /// # Errors
    /// What is missing, or what a program of CUPS said.
    pub fn start() -> Result<Self, String> {
        let folder = tempfile::Builder::new().prefix("station-cups").tempdir().map_err(|e| e.to_string())?;
        prepare(folder.path()).map_err(|e| e.to_string())?;
        // cups-pdf looks for its settings in /etc/cups alone: for this one process that is our folder.
        let script = "mount --bind \"$0/etc\" /etc/cups && exec /usr/sbin/cupsd -f -c \"$0/etc/cupsd.conf\" -s \"$0/etc/cups-files.conf\"";
        let log = fs::File::options().create(true).append(true).open(folder.path().join("log/out"));
        let log = log.map_err(|e| e.to_string())?;
        let mut daemon = command("unshare", folder.path());
        daemon.args(["--mount", "sh", "-c", script]).arg(folder.path()).stderr(log);
        let daemon = daemon.spawn().map_err(|e| e.to_string())?;
        let service = Self { folder, daemon };
        service.wait()?;
        let model = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd";
        service.add(PDF, "cups-pdf:/", model, &["-D", "打印成文件", "-L", "办公室"])?;
        let cable = format!("file:{}", service.cable().display());
        service.add(DUPLEX, &cable, "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd", &[])?;
        Ok(service)
    }

    /// Its socket, for `CUPS_SERVER`.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("run/cups.sock")
    }

    /// What came out of the second printer's cable last.
    pub fn cable(&self) -> PathBuf {
        self.folder.path().join("cable")
    }

    /// The PDFs that cups-pdf wrote, oldest first.
    pub fn written(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.folder.path().join("out")).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|e| e.path()).collect();
        files.sort_by_key(|file| fs::metadata(file).and_then(|m| m.modified()).ok());
        files
    }

    /// What the service itself has noted of a document: its attributes, as they go over the wire.
    pub fn noted(&self, job: i32) -> Vec<u8> {
        fs::read(self.folder.path().join(format!("spool/c{job:05}"))).unwrap_or_default()
    }

    /// Runs a program of CUPS against it.
    ///
    /// # Errors
    /// What the program complained of.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(program);
        let output = command.env("CUPS_SERVER", self.socket()).env("LC_ALL", "C.UTF-8").args(arguments).output();
        let output = output.map_err(|e| format!("{program}: {e}"))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
    }

    fn add(&self, name: &str, device: &str, model: &str, more: &[&str]) -> Result<(), String> {
        let arguments = [&["-p", name, "-E", "-v", device, "-P", model], more].concat();
        self.run("/usr/sbin/lpadmin", &arguments).map(drop)
    }

    fn wait(&self) -> Result<(), String> {
        let until = Instant::now() + PATIENCE;
        while self.run("/usr/bin/lpstat", &["-r"]).is_ok_and(|said| !said.contains("is running")) {
            if Instant::now() > until || !self.socket().parent().is_some_and(Path::is_dir) {
                return Err(fs::read_to_string(self.folder.path().join("log/out")).unwrap_or_default());
            }
            sleep(Duration::from_millis(50));
        }
        if self.socket().exists() { Ok(()) } else { Err("cups or cups-client is not installed".to_owned()) }
    }
}

impl Drop for PrintService {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Settings and folders. Everybody may do everything; nobody listens to the network.
fn prepare(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let home = folder.display();
    let daemon = format!(
        "LogLevel debug\nListen {home}/run/cups.sock\nBrowsing No\nWebInterface No\nDefaultAuthType None\n\
         PreserveJobHistory Yes\nPreserveJobFiles Yes\nDirtyCleanInterval 0\n<Location />\nOrder allow,deny\nAllow all\n\
         </Location>\n<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
    );
    let files = format!(
        "SystemGroup root\nFileDevice Yes\nServerRoot {home}/etc\nStateDir {home}/run\nCacheDir {home}/cache\n\
         RequestRoot {home}/spool\nTempDir {home}/spool/tmp\nAccessLog {home}/log/access\nErrorLog {home}/log/error\n\
         PageLog {home}/log/page\n"
    );
    let pdf =
        format!("Out {home}/out\nAnonDirName {home}/out\nAnonUser root\nSpool {home}/pdf\nLog {home}/log\nGrp root\n");
    for (name, mode) in [
        (".", 0o755),
        ("etc", 0o755),
        ("etc/ppd", 0o755),
        ("run", 0o755),
        ("cache", 0o777),
        ("spool", 0o777),
        ("spool/tmp", 0o777),
        ("log", 0o777),
        ("out", 0o777),
        ("pdf", 0o777),
    ] {
        fs::create_dir_all(folder.join(name))?;
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(mode))?;
    }
    for (name, text) in [("cupsd.conf", daemon), ("cups-files.conf", files), ("cups-pdf.conf", pdf)] {
        station_machine::files::write(&folder.join("etc").join(name), text.as_bytes())
            .map_err(std::io::Error::other)?;
    }
    Ok(())
}
