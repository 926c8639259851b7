//! Linux: what is mounted (`/proc/self/mountinfo`), and whether its device is a stick (`/sys`).

use std::fs;
use std::path::{Path, PathBuf};

use super::Drive;

/// Where desktops mount what was plugged in.
const MEDIA: [&str; 2] = ["/media", "/run/media"];
/// Places of the system itself, which may run from a stick.
const SYSTEM: [&str; 7] = ["/boot", "/usr", "/var", "/home", "/lib", "/run/live", "/snap"];
/// Discs and images that cannot be written.
const READ_ONLY_KINDS: [&str; 3] = ["iso9660", "udf", "squashfs"];

/// One line of mountinfo.
#[derive(Debug, PartialEq, Eq)]
struct Mount {
    /// Number of the device, `8:17`.
    device: String,
    path: PathBuf,
    /// `vfat`, `exfat` …
    kind: String,
    /// `/dev/sdb1`.
    source: String,
}

pub(super) fn list() -> Vec<Drive> {
    // A mount point may be in any encoding; one that is not UTF-8 would not survive the way to the window anyway.
    let text = fs::read("/proc/self/mountinfo").map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default();
    let found = sticks(&text, Path::new("/sys"));
    found.into_iter().filter_map(|(mount, removable)| drive(mount, removable)).collect()
}

/// Mounted sticks, each once, with what the hardware says about them.
fn sticks(mountinfo: &str, sys: &Path) -> Vec<(Mount, bool)> {
    let mut found: Vec<(Mount, bool)> = Vec::new();
    for mount in mountinfo.lines().filter_map(mount) {
        let known = found.iter().any(|(m, _)| m.device == mount.device);
        if known || !mount.source.starts_with("/dev/") || READ_ONLY_KINDS.contains(&mount.kind.as_str()) {
            continue;
        }
        let removable = removable(&mount.device, sys);
        let within = |places: &[&str]| places.iter().any(|place| mount.path.starts_with(place));
        let system = mount.path == Path::new("/") || within(&SYSTEM);
        if !system && (removable || within(&MEDIA)) {
            found.push((mount, removable));
        }
    }
    found
}

/// `36 35 8:17 / /media/wang/U盘 rw,nosuid shared:1 - vfat /dev/sdb1 rw`; optional fields end with the dash.
fn mount(line: &str) -> Option<Mount> {
    let (left, right) = line.split_once(" - ")?;
    let mut left = left.split(' ').skip(2);
    let device = left.next()?.to_owned();
    let path = PathBuf::from(unescape(left.nth(1)?));
    let mut right = right.split(' ');
    let kind = right.next()?.to_owned();
    Some(Mount { device, path, kind, source: unescape(right.next()?) })
}

/// The kernel writes space, tab, newline and backslash as three octal digits.
fn unescape(text: &str) -> String {
    let mut parts = text.split('\\');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some(byte) = part.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            plain.push(char::from(byte));
            plain.push_str(&part[3..]);
        } else {
            plain.push('\\');
            plain.push_str(part);
        }
    }
    plain
}

/// Whether the device, or the disk that the partition is on, can be taken out or hangs on USB.
fn removable(device: &str, sys: &Path) -> bool {
    let Ok(place) = fs::canonicalize(sys.join("dev/block").join(device)) else { return false };
    let says_so = |folder: &Path| fs::read_to_string(folder.join("removable")).is_ok_and(|text| text.trim() == "1");
    let on_usb = place.components().any(|c| c.as_os_str().to_str().is_some_and(|name| name.starts_with("usb")));
    on_usb || place.ancestors().take(2).any(says_so)
}

fn drive(mount: Mount, removable: bool) -> Option<Drive> {
    let space = rustix::fs::statvfs(&mount.path).ok()?;
    let name = mount.path.file_name()?.to_string_lossy().into_owned();
    let bytes = |blocks: u64| blocks.saturating_mul(space.f_frsize);
    Some(Drive { name, free: bytes(space.f_bavail), total: bytes(space.f_blocks), path: mount.path, removable })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// sda: the hard disk; sdb: a stick; sdc: a USB disk, whose `removable` is 0; loop0: an image.
    fn sys() -> tempfile::TempDir {
        let sys = tempfile::tempdir().unwrap();
        let disks = [
            ("8:1", "devices/pci0/ata1/block/sda/sda1", "0"),
            ("8:17", "devices/pci0/usb1/1-1/block/sdb/sdb1", "1"),
            ("8:33", "devices/pci0/usb2/2-1/block/sdc/sdc1", "0"),
            ("179:1", "devices/platform/mmc0/block/mmcblk0/mmcblk0p1", "1"),
            ("7:0", "devices/virtual/block/loop0", "0"),
        ];
        fs::create_dir_all(sys.path().join("dev/block")).unwrap();
        for (number, place, flag) in disks {
            let place = sys.path().join(place);
            fs::create_dir_all(&place).unwrap();
            let disk = if number == "7:0" { place.as_path() } else { place.parent().unwrap() };
            crate::files::write(&disk.join("removable"), flag.as_bytes()).unwrap();
            symlink(&place, sys.path().join("dev/block").join(number)).unwrap();
        }
        sys
    }

    #[test]
    fn sticks_are_told_from_disks() {
        let cases = [
            ("22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw", None),
            ("23 22 8:1 / /home rw - ext4 /dev/sda1 rw", None),
            ("23 22 8:1 / /srv rw - ext4 /dev/sda1 rw", None),
            (
                "36 22 8:17 / /media/wang/U盘 rw,nosuid shared:9 master:1 - vfat /dev/sdb1 rw",
                Some(("/media/wang/U盘", true)),
            ),
            ("36 22 8:17 / /mine rw - exfat /dev/sdb1 rw", Some(("/mine", true))),
            ("36 22 8:17 / / rw - ext4 /dev/sdb1 rw", None),
            (
                "37 22 8:33 / /run/media/wang/MY\\040DISK ro - exfat /dev/sdc1 ro",
                Some(("/run/media/wang/MY DISK", true)),
            ),
            ("38 22 179:1 / /media/card rw - vfat /dev/mmcblk0p1 rw", Some(("/media/card", true))),
            ("39 22 7:0 / /media/x rw - vfat /dev/loop0 rw", Some(("/media/x", false))),
            ("39 22 7:0 / /snap/core/1 ro - squashfs /dev/loop0 ro", None),
            ("40 22 11:0 / /media/cdrom ro - iso9660 /dev/sr0 ro", None),
            ("41 22 0:44 / /run/media/tmp rw - tmpfs tmpfs rw", None),
            ("42 22 0:45 / /mediator rw - fuse.gvfsd-fuse gvfsd-fuse rw", None),
            ("broken line", None),
        ];
        let sys = sys();
        for (line, expected) in cases {
            let found = sticks(line, sys.path());
            let found = found.first().map(|(mount, removable)| (mount.path.to_str().unwrap(), *removable));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn a_stick_mounted_twice_is_one_stick() {
        let line = "36 22 8:17 / /media/a rw - vfat /dev/sdb1 rw";
        let found = sticks(&format!("{line}\n{}", line.replace("/media/a", "/media/b")), sys().path());
        assert_eq!(found.len(), 1, "the second mount is the same device");
    }

    #[test]
    fn a_name_keeps_what_is_not_an_escape() {
        for (written, plain) in [(r"a\040b", "a b"), (r"a\134040", r"a\040"), (r"a\9", r"a\9"), ("U盘\\011", "U盘\t")]
        {
            assert_eq!(unescape(written), plain, "{written}");
        }
    }
}
