//! Times and memory on invented data, beside yardsticks of the same run: `make bench`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot be taken says why and stops")]

use station_tests::bench;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.split_first() {
        // A job measures itself in a process of its own, so that memory is that of the job alone.
        Some((&"--job", job)) => bench::jobs::run(job),
        _ => bench::run(),
    }
}
