//! Registers of a small world, row by row.
