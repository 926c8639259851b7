//! Harness of the black-box tests: the built programs, the window under a driver, what they ask of the network, and
//! the house rules on the sources.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a harness of tests: failing loudly is its work"
)]

pub mod bench;
pub mod ime;
pub mod paper;
pub mod printer;
pub mod programs;
pub mod screen;
pub mod sockets;
pub mod station;
pub mod stick;
pub mod tidy;
pub mod window;
