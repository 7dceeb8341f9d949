//! Contestants taken in turn: in every round each once, in random order, so that a machine
//! that grows slower or faster does so for all.

use crate::{Outcome, quiet};

/// The figures of one run, in the order of the scene's columns; none where a contestant has none.
pub(crate) type Figures = Vec<Option<f64>>;

/// One run: a new browser from start to end.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// What was measured.
    pub(crate) figures: Figures,
    /// The share of the machine that others used meanwhile, where the kernel says it.
    pub(crate) foreign: Option<f64>,
}

/// All runs of one contestant.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    runs: Vec<Run>,
}

impl Run {
    fn is_disturbed(&self) -> bool {
        self.foreign.is_some_and(|share| share > quiet::DISTURBED_FROM)
    }
}

impl Runs {
    /// The runs that count: the undisturbed ones; all, if fewer than half of `wanted` are that.
    fn counted(&self, wanted: usize) -> Vec<&Run> {
        let quiet: Vec<&Run> = self.runs.iter().filter(|run| !run.is_disturbed()).collect();
        if quiet.len() * 2 >= wanted { quiet } else { self.runs.iter().collect() }
    }

    /// The values of a column in the runs that count.
    pub(crate) fn values(&self, column: usize, wanted: usize) -> Vec<f64> {
        let runs = self.counted(wanted).into_iter();
        runs.filter_map(|run| run.figures.get(column).copied().flatten()).collect()
    }

    /// How many runs were left out, and whether disturbed ones had to count.
    pub(crate) fn dropped(&self, wanted: usize) -> (usize, bool) {
        let counted = self.counted(wanted);
        (self.runs.len() - counted.len(), counted.iter().any(|run| run.is_disturbed()))
    }

    /// Shares of the machine that others used, run by run.
    pub(crate) fn foreign(&self) -> Vec<f64> {
        self.runs.iter().filter_map(|run| run.foreign).collect()
    }
}

/// Runs each of `count` contestants `wanted` times. A disturbed run is made again in a further
/// round; there are at most half as many of those again.
pub(crate) fn interleave(
    count: usize,
    wanted: usize,
    mut run: impl FnMut(usize) -> Outcome<Run>,
) -> Outcome<Vec<Runs>> {
    let mut all = vec![Runs::default(); count];
    for round in 0..wanted + wanted / 2 {
        let needed =
            |runs: &Runs| runs.runs.iter().filter(|run| !run.is_disturbed()).count() < wanted;
        let mut turn: Vec<usize> =
            (0..count).filter(|place| round < wanted || needed(&all[*place])).collect();
        fastrand::shuffle(&mut turn);
        for place in turn {
            all[place].runs.push(run(place)?);
        }
        if round < wanted {
            println!("      round {} of {wanted}", round + 1);
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(value: f64, foreign: f64) -> Run {
        Run { figures: vec![Some(value), None], foreign: Some(foreign) }
    }

    #[test]
    fn disturbed_runs_are_left_out_while_enough_remain() {
        let runs = Runs { runs: vec![run(1.0, 0.0), run(9.0, 0.5), run(2.0, 0.0)] };
        assert_eq!(runs.values(0, 3), [1.0, 2.0]);
        assert_eq!(runs.values(1, 3), [0.0; 0]);
        assert_eq!(runs.dropped(3), (1, false));
        assert_eq!(runs.values(0, 5), [1.0, 9.0, 2.0]);
        assert_eq!(runs.dropped(5), (0, true));
    }

    #[test]
    fn every_contestant_runs_in_every_round_and_disturbed_ones_again() {
        let mut counts = [0, 0];
        let all = interleave(2, 4, |place| {
            counts[place] += 1;
            Ok(run(0.0, if place == 1 { 0.9 } else { 0.0 }))
        });
        assert_eq!(counts, [4, 6]);
        assert_eq!(all.unwrap()[1].foreign().len(), 6);
    }
}
