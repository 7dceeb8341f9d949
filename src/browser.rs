//! The platform.
pub mod hooks;
