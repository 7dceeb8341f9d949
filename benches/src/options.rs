//! What is asked for on the command line.

use pico_args::Arguments;

use crate::Outcome;

/// How often each measurement is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// For the committed table.
    Full,
    /// A look, in some minutes.
    Quick,
    /// Each part of the harness once, for CI.
    Smoke,
}

/// One run of the command.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// How often each measurement is repeated.
    pub(crate) effort: Effort,
    /// The scenes to run; all if empty.
    pub(crate) only: Vec<String>,
}

impl Options {
    /// From the command line; `scenes` are the names that there are.
    pub(crate) fn from_env(scenes: &[&str]) -> Outcome<Self> {
        let mut arguments = Arguments::from_env();
        let (quick, smoke) = (arguments.contains("--quick"), arguments.contains("--smoke"));
        let only: Vec<String> =
            arguments.values_from_str("--only").map_err(|error| error.to_string())?;
        if let Some(unknown) = arguments.finish().first() {
            return Err(format!("unknown argument {}", unknown.to_string_lossy()));
        }
        if let Some(unknown) = only.iter().find(|name| !scenes.contains(&name.as_str())) {
            return Err(format!("there is no scene {unknown}; there are: {}", scenes.join(", ")));
        }
        let effort = match (smoke, quick) {
            (true, _) => Effort::Smoke,
            (_, true) => Effort::Quick,
            _ => Effort::Full,
        };
        Ok(Self { effort, only })
    }

    /// Whether a scene is asked for.
    pub(crate) fn wants(&self, scene: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == scene)
    }

    /// Whether this run may replace the committed table.
    pub(crate) fn is_complete(&self) -> bool {
        self.effort == Effort::Full && self.only.is_empty()
    }

    /// How often to repeat: in a full run, in a quick one; once for CI.
    pub(crate) fn repeats(&self, full: usize, quick: usize) -> usize {
        match self.effort {
            Effort::Full => full,
            Effort::Quick => quick,
            Effort::Smoke => 1,
        }
    }
}
