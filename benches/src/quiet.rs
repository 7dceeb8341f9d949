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
    ended: f64,
}

impl Watch {
    /// Begins to watch.
    pub(crate) fn start() -> Self {
        Self { machine: machine(), own: own_ticks(), ended: ended_ticks() }
    }

    /// The share of all processors that neither this process nor what it has started since, and
    /// seen end, has used.
    pub(crate) fn foreign_share_after_end(&self) -> Option<f64> {
        self.share_without(ended_ticks() - self.ended)
    }

    /// The share of all processors that neither this process nor the family of `child`
    /// (born since the start, still alive) has used.
    pub(crate) fn foreign_share(&self, child: u32) -> Option<f64> {
        self.share_without(family_ticks(child))
    }

    fn share_without(&self, children: f64) -> Option<f64> {
        let (before, after) = (self.machine?, machine()?);
        let ours = own_ticks() - self.own + children;
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

/// What a process's `stat` says of it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Process {
    parent: u32,
    /// Ticks it has used.
    ticks: f64,
    /// Ticks of those of its children that it has seen end.
    ended: f64,
}

/// From a process's `stat`; its name may hold anything.
fn process_of(stat: &str) -> Option<Process> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let number = |place: usize| fields.get(place)?.parse::<f64>().ok();
    Some(Process {
        parent: fields.get(1)?.parse().ok()?,
        ticks: number(11)? + number(12)?,
        ended: number(13)? + number(14)?,
    })
}

fn own() -> Option<Process> {
    process_of(&fs::read_to_string("/proc/self/stat").ok()?)
}

fn own_ticks() -> f64 {
    own().map_or(0.0, |own| own.ticks)
}

fn ended_ticks() -> f64 {
    own().map_or(0.0, |own| own.ended)
}

/// Ticks of a process and all that descend from it.
fn family_ticks(first: u32) -> f64 {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let all: HashMap<u32, Process> = ids
        .filter_map(|id| {
            let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            Some((id, process_of(&stat)?))
        })
        .collect();
    let is_family = |id: u32| {
        let parent = |id: &u32| all.get(id).map(|process| process.parent);
        // Bounded, since what is read one after the other need not be a tree.
        std::iter::successors(Some(id), parent).take(64).any(|id| id == first)
    };
    all.iter().filter(|(id, _)| is_family(**id)).map(|(_, process)| process.ticks).sum()
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
        let stat = "7 (a) b) c) S 3 7 7 0 -1 4194560 0 0 0 0 11 4 5 1 20 0 1 0 0 0 0";
        let process = Process { parent: 3, ticks: 15.0, ended: 6.0 };
        assert_eq!(process_of(stat), Some(process));
    }
}
