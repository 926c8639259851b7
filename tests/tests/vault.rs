//! What protects the books: noise without the password, and a password that is dear to guess.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails loudly")]

use serde_json::Value;
use station_tests::station::{PASSWORD, Station};

#[test]
fn the_parameters_in_the_slots_are_dear_whatever_the_environment_says() {
    let station = Station::empty();
    let file = station.path("station.toml");
    station_machine::files::write(&file, "name='甲'\nlevel='镇'".as_bytes()).expect("written");
    let mut program = station.program(&["init", "--station", file.to_str().expect("a plain path")]);
    for name in ["ARGON2_MEMORY", "STATION_KDF_MEMORY", "STATION_PASSES", "STATION_TEST"] {
        program.env(name, "1");
    }
    assert!(program.output().expect("it runs").status.success(), "the station is founded");
    let text = std::fs::read_to_string(station.data().join("station.keys")).expect("the slots are there");
    let slots: Value = serde_json::from_str(&text).expect("as JSON");
    let slots = slots["slots"].as_array().expect("a list of slots");
    assert_eq!(slots.len(), 2, "one for the password, one for the recovery code");
    for slot in slots {
        assert_eq!(slot["kdf"], "argon2id", "RFC 9106");
        assert!(slot["memory_kib"].as_i64() >= Some(64 * 1024), "64 MiB a guess at least");
        assert!(slot["passes"].as_i64() >= Some(3), "three passes at least");
    }
}

#[test]
fn a_wrong_password_says_so_and_the_recovery_code_opens() {
    let station = Station::empty();
    let file = station.path("station.toml");
    station_machine::files::write(&file, "name='甲'\nlevel='镇'".as_bytes()).expect("written");
    let made = station.json(&["init", "--station", file.to_str().expect("a plain path")]);
    let code = made["recovery_code"].as_str().expect("it is shown once").to_owned();
    for (password, opens) in [(PASSWORD, true), ("wrong password", false), (code.as_str(), true)] {
        let ran = station.program(&["list", "deputies"]).env("STATION_PASSWORD", password).output().expect("it runs");
        assert_eq!(ran.status.code() == Some(0), opens, "{password}");
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(said.contains("密码不对"), !opens, "a wrong password is called one: {said}");
    }
}

#[test]
fn nothing_of_the_samples_can_be_read_in_the_data_folder() {
    let station = Station::with_samples();
    for entry in std::fs::read_dir(station.data()).expect("the data folder").flatten() {
        let bytes = std::fs::read(entry.path()).unwrap_or_default();
        for word in ["罗建", "13092285142", "140426196009044450", "CREATE TABLE", "SQLite format"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} stands readable in {}", entry.path().display());
        }
    }
}

#[test]
fn one_program_at_a_time() {
    let station = Station::founded();
    let mut first = station.program(&["call", "-"]);
    let mut held =
        first.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().expect("it starts");
    // It answers once it has the folder.
    let mut input = held.stdin.take().expect("piped");
    std::io::Write::write_all(&mut input, b"state null\n").expect("asked");
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(held.stdout.take().expect("piped")), &mut line)
        .expect("answered");
    let second = station.run(&["list", "deputies"]);
    assert_eq!(
        (second.code, second.err.contains("已经打开")),
        (2, true),
        "the second says that it is open: {}",
        second.err
    );
    drop(input);
    held.wait().expect("the first ends");
    assert_eq!(station.run(&["list", "deputies"]).code, 0, "then the folder is free again");
}

/// Whatever is wrong with the file, the sentence names the remedy and nothing is made anew over it.
#[test]
fn a_missing_or_damaged_file_is_called_that() {
    let station = Station::with_samples();
    let file = station.data().join("station.db");
    let whole = std::fs::read(&file).expect("the store is there");
    for at in [100, 5_000, whole.len() / 2] {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        station_machine::files::write(&file, &bytes).expect("written");
        let ran = station.run(&["check"]);
        assert!(ran.code == 2 && ran.err.contains("有损坏"), "byte {at} flipped: {}{}", ran.out, ran.err);
    }
    std::fs::remove_file(&file).expect("taken away");
    let gone = station.run(&["check"]);
    assert!(gone.code == 2 && gone.err.contains("station.db 不见了"), "{}{}", gone.out, gone.err);
    assert!(!file.exists(), "an empty store must not take the place of the lost one");
    station_machine::files::write(&file, &whole).expect("put back");
    assert_eq!(station.run(&["check"]).code, 0, "put back whole, it is sound");
}
