//! The browsers of the tests, which use them in turn.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Arc, Mutex},
};

use thirtyfour::support::block_on;

use crate::{
    Outcome,
    engine::{Browser, Engine},
    page::Page,
    site::Site,
    world::{Running, World},
};

/// Keeps browsers for the next test.
#[derive(Default)]
pub(crate) struct Driver {
    idle: Mutex<Vec<Arc<Browser>>>,
}

impl Driver {
    /// Runs one test with a web server of its own and a clean browser.
    ///
    /// The browser is used again only if the test passed: a failed one may have left anything.
    pub(crate) fn run(&self, engine: Engine, name: &str, test: fn(World) -> Running) -> Outcome {
        let browser = self.browser(engine)?;
        let run = AssertUnwindSafe(|| block_on(with_world(Arc::clone(&browser), test)));
        let outcome = catch_unwind(run);
        if matches!(outcome, Ok(Ok(()))) {
            self.idle.lock().expect("no test panics while it holds this").push(browser);
        } else {
            block_on(dismiss(&browser, name));
        }
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// A browser of this engine. Those of others are ended: the engines take turns.
    fn browser(&self, engine: Engine) -> Outcome<Arc<Browser>> {
        let mut idle = self.idle.lock().expect("no test panics while it holds this");
        let (mut fitting, others): (Vec<_>, Vec<_>) =
            idle.drain(..).partition(|browser| browser.engine() == engine);
        let found = fitting.pop();
        *idle = fitting;
        drop(idle);
        others.iter().for_each(|browser| block_on(browser.quit()));
        found.map_or_else(|| Ok(Arc::new(block_on(engine.start())?)), Ok)
    }

    /// Ends every browser.
    pub(crate) fn stop(&self) {
        for browser in self.idle.lock().expect("all tests are through").drain(..) {
            block_on(browser.quit());
        }
    }
}

async fn with_world(browser: Arc<Browser>, test: fn(World) -> Running) -> Outcome {
    let page = Page::new(browser).await?;
    test(World { site: Site::start()?, page }).await
}

/// Keeps a picture of what a failed test saw, and ends its browser.
async fn dismiss(browser: &Arc<Browser>, name: &str) {
    let picture = format!("failed-{}", name.replace("::", "-"));
    // A browser that cannot even do this has said so already, as the test's failure.
    drop(Page::of(Arc::clone(browser)).save_picture(&picture).await);
    browser.quit().await;
}
