//! What a program asks of the network: the sockets that it and its children hold open now, by `/proc`, and those that
//! it opens in its whole life, by strace. Sockets to the display or the bus are no network.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Output;

use crate::programs;

const TABLES: [&str; 8] = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6", "icmp", "icmp6"];

/// The process and all that it started, directly or not.
pub fn tree(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = processes().filter_map(|pid| Some((pid, parent(pid)?))).collect();
    let mut tree = vec![root];
    let mut at = 0;
    while let Some(&pid) = tree.get(at) {
        tree.extend(parents.iter().filter(|(_, parent)| *parent == pid).map(|(child, _)| child));
        at += 1;
    }
    tree
}

/// Network sockets of the process and its children, each as its line in `/proc`. Under a driver the web view listens
/// for it on a local port: lines with `driver` at either end are left out.
pub fn open(root: u32, driver: Option<u16>) -> Vec<String> {
    let found = tree(root).into_iter().flat_map(|pid| {
        let inodes = inodes(pid);
        let table = move |name: &str| fs::read_to_string(format!("/proc/{pid}/net/{name}")).unwrap_or_default();
        TABLES.iter().flat_map(move |name| lines(&table(name), &inodes, driver)).collect::<Vec<_>>()
    });
    found.collect()
}

/// The port on which the web view of that process waits for its driver.
pub fn driver_port(pid: u32) -> Option<u16> {
    let environment = fs::read(format!("/proc/{pid}/environ")).ok()?;
    let text = String::from_utf8_lossy(&environment).into_owned();
    let address = text.split('\0').find_map(|line| line.strip_prefix("WEBKIT_INSPECTOR_SERVER="))?;
    address.rsplit_once(':')?.1.parse().ok()
}

/// Runs a program to its end and tells each network socket that it asked for, however short its life.
pub fn asked_for<A: AsRef<OsStr>>(program: &Path, args: &[A], home: &Path) -> io::Result<(Output, Vec<String>)> {
    let trace = home.join("sockets.trace");
    let mut command = programs::command("strace", home);
    command.args(["-f", "-qq", "--seccomp-bpf", "-e", "trace=socket", "-o"]).arg(&trace).arg(program).args(args);
    let output = command.output()?;
    let text = fs::read_to_string(&trace)?;
    Ok((output, text.lines().filter(|line| line.contains("AF_INET")).map(str::to_owned).collect()))
}

/// Whether all threads of the process have ended, though its parent may not have asked for it yet.
pub fn ended(pid: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).map_or(0, Iterator::count);
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().next());
    threads <= 1 && state.is_none_or(|state| matches!(state, "Z" | "X"))
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|e| e.file_name().to_str()?.parse().ok())
}

/// `4711 (name, which may hold anything) S 1 …`: the parent is the second field after the name.
fn parent(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// Numbers of the sockets that the process holds; its links read `socket:[12345]`.
fn inodes(pid: u32) -> HashSet<String> {
    let entries = fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten();
    let links = entries.filter_map(|e| fs::read_link(e.path()).ok());
    links.filter_map(|l| Some(l.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())).collect()
}

/// Lines of one table of `/proc/PID/net` whose socket is among `inodes` and has no end at 127.0.0.1:`driver`.
fn lines(table: &str, inodes: &HashSet<String>, driver: Option<u16>) -> Vec<String> {
    let local = driver.map(|port| format!("0100007F:{port:04X}"));
    let ours = table.lines().skip(1).filter(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let held = fields.get(9).is_some_and(|inode| inodes.contains(*inode));
        held && !fields.iter().skip(1).take(2).any(|end| local.as_deref() == Some(*end))
    });
    ours.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, UdpSocket};

    #[test]
    fn a_socket_is_seen_and_the_drivers_is_not() {
        let own = std::process::id();
        let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = tcp.local_addr().unwrap().port();
        let line = |sockets: Vec<String>, port: u16| sockets.iter().any(|l| l.contains(&format!(":{port:04X} ")));
        assert!(line(open(own, None), port), "a listening socket is a network socket");
        assert!(!line(open(own, Some(port)), port), "the driver's port is not counted");
        let udp = UdpSocket::bind("[::1]:0").or_else(|_| UdpSocket::bind("127.0.0.1:0")).unwrap();
        assert!(line(open(own, Some(port)), udp.local_addr().unwrap().port()), "another one still is");
    }

    #[test]
    fn children_belong_to_the_tree() {
        let mut child = std::process::Command::new("sh").args(["-c", "sleep 5; :"]).spawn().unwrap();
        assert!(tree(std::process::id()).contains(&child.id()), "what a program starts acts for it");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    #[test]
    fn a_short_connection_is_told() {
        let home = tempfile::tempdir().unwrap();
        let run = |script: &str| asked_for(Path::new("/bin/bash"), &["-c", script], home.path()).unwrap().1;
        assert_eq!(run("true"), [""; 0], "bash alone opens nothing");
        assert_ne!(run("exec 3<>/dev/tcp/127.0.0.1/9; :"), [""; 0], "an attempt counts, though nobody listens");
    }
}
