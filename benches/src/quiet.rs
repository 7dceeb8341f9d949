//! Whether the machine was left alone during a run: what processors did, less what the
//! run itself used. Linux only; elsewhere nothing is known, and no run counts as disturbed.

use std::{collections::HashMap, fs};

/// With more than this share of all processors used by others, a run is disturbed.
pub(crate) const DISTURBED_FROM: f64 = 0.10;

/// Time of processors in clock ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Ticks {
    busy: f64,
    all: f64,
}

/// A stretch of time that is being watched.
pub(crate) struct Watch {
    machine: Option<Ticks>,
    own: f64,
}

impl Watch {
    /// Begins to watch.
    pub(crate) fn start() -> Self {
        Self { machine: machine(), own: own_ticks() }
    }

    /// The share of all processors that neither this process nor the family of `child`
    /// (born since the start, still alive) has used.
    pub(crate) fn foreign_share(&self, child: u32) -> Option<f64> {
        let (before, after) = (self.machine?, machine()?);
        let ours = own_ticks() - self.own + family_ticks(child);
        let all = after.all - before.all;
        (all > 0.0).then(|| ((after.busy - before.busy - ours) / all).max(0.0))
    }
}

fn machine() -> Option<Ticks> {
    ticks_of(&fs::read_to_string("/proc/stat").ok()?)
}

/// user, nice, system, idle, iowait, irq, softirq, steal; then guests, counted in user already.
fn ticks_of(stat: &str) -> Option<Ticks> {
    let first = stat.lines().next()?.strip_prefix("cpu ")?;
    let times: Vec<f64> = first.split_whitespace().take(8).flat_map(str::parse).collect();
    let (all, idle) = (times.iter().sum::<f64>(), times.get(3)? + times.get(4)?);
    Some(Ticks { busy: all - idle, all })
}

/// Parent and used ticks of a process, from its `stat`; its name may hold anything.
fn process_of(stat: &str) -> Option<(u32, f64)> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some((fields.get(1)?.parse().ok()?, number(11)? + number(12)?))
}

fn own_ticks() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").ok();
    stat.and_then(|stat| process_of(&stat)).map_or(0.0, |(_, ticks)| ticks)
}

/// Ticks of a process and all that descend from it.
fn family_ticks(first: u32) -> f64 {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let all: HashMap<u32, (u32, f64)> = ids
        .filter_map(|id| {
            let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            Some((id, process_of(&stat)?))
        })
        .collect();
    let is_family = |id: u32| {
        let parent = |id: &u32| all.get(id).map(|(parent, _)| *parent);
        // Bounded, since what is read one after the other need not be a tree.
        std::iter::successors(Some(id), parent).take(64).any(|id| id == first)
    };
    all.iter().filter(|(id, _)| is_family(**id)).map(|(_, (_, ticks))| ticks).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_and_waiting_are_not_busy() {
        let stat = "cpu  100 5 20 800 30 1 2 42 0 0\ncpu0 50 0 0 0 0 0 0 0 0 0\n";
        assert_eq!(ticks_of(stat), Some(Ticks { busy: 170.0, all: 1000.0 }));
        assert_eq!(ticks_of("intr 1\n"), None);
    }

    #[test]
    fn a_process_is_read_whatever_it_is_called() {
        let stat = "7 (a) b) c) S 3 7 7 0 -1 4194560 0 0 0 0 11 4 0 0 20 0 1 0 0 0 0";
        assert_eq!(process_of(stat), Some((3, 15.0)));
    }
}
