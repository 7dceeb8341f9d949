//! The DevTools protocol over a pair of pipes: JSON texts, each ended by a zero byte.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use crate::{Outcome, doing};

/// How long an answer may take: twice as long as the probe itself waits for a page.
const PATIENCE: Duration = Duration::from_secs(120);

/// Both directions.
pub(super) struct Pipe {
    to: ChildStdin,
    from: Receiver<Value>,
    last: u64,
}

impl Pipe {
    /// The pipes of a process started with both standard streams piped.
    pub(super) fn of(process: &mut Child) -> Outcome<Self> {
        let to = process.stdin.take().ok_or("the browser has no pipe")?;
        let output = process.stdout.take().ok_or("the browser has no pipe")?;
        let (sender, from) = channel();
        thread::spawn(move || {
            for text in BufReader::new(output).split(0).map_while(Result::ok) {
                let Ok(message) = serde_json::from_slice(&text) else { continue };
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Ok(Self { to, from, last: 0 })
    }

    /// Asks and waits for the answer; events on the way are not looked at.
    pub(super) fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        parameters: &Value,
    ) -> Outcome<Value> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut text = message.to_string().into_bytes();
        text.push(0);
        self.to.write_all(&text).and_then(|()| self.to.flush()).map_err(doing(method))?;
        loop {
            let answer = self
                .from
                .recv_timeout(PATIENCE)
                .map_err(|_| format!("{method}: the browser does not answer"))?;
            if answer["id"] == self.last {
                return match answer.get("error") {
                    Some(error) => Err(format!("{method}: {error}")),
                    None => Ok(answer["result"].clone()),
                };
            }
        }
    }
}
