//! Native tool.
fn main() {}
