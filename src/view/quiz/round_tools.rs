//! What stands around the questions: how long a round is and what is left, the timer with its
//! switch, the ways to end a round and to forget answers.

use crate::browser::hooks::{CountdownSpec, new_seed};
use crate::session::{Action, Asked, Phase, RoundLength};
use crate::story::{MessageKey, Section, number};
use crate::view::context::ViewContext;
use crate::view::tag::{button, classed, live, nodes, nothing, tag};
use std::rc::Rc;
use yew::prelude::*;

/// How long the timer gives for a question where the author does not say.
const SECONDS: u32 = 30;

/// How long the timer gives for a question.
fn seconds(cx: &ViewContext) -> u32 {
    cx.story().trivia.seconds.unwrap_or(SECONDS)
}

/// The time for the question being asked, to be counted down; none where nothing hurries.
pub(in crate::view) fn countdown(cx: &ViewContext) -> Option<CountdownSpec> {
    let (session, quiz) = (cx.session(), cx.session().quiz());
    if !session.has_timer() || quiz.phase() != Phase::Asking {
        return None;
    }
    let question = quiz.current()?.question.to_string();
    let (speaker, clock) = (cx.clone(), cx.clone());
    Some(CountdownSpec {
        name: [&quiz.seed().to_string(), "-", &question].concat(),
        seconds: seconds(cx),
        is_running: session.open() == Section::Trivia,
        words: Rc::new(move |left| time_left(&speaker, left)),
        on_end: Callback::from(move |focus| clock.dispatch(Action::TimeUp { focus })),
    })
}

fn time_left(cx: &ViewContext, seconds: u32) -> String {
    cx.count(MessageKey::QuizTimeLeft, seconds as usize)
}

/// The time that is left, which the countdown keeps up to date, or that it is up.
pub(super) fn time(cx: &ViewContext, asked: &Asked) -> Html {
    let session = cx.session();
    if !session.has_timer() {
        return nothing();
    }
    let whole = seconds(cx);
    let left = match asked.reply {
        Some(_) => nothing(),
        None => classed("p", "sc-time")
            .tag(
                classed("progress", "sc-progress")
                    .set("aria-label", cx.say(MessageKey::QuizTimer))
                    .set("max", whole.to_string())
                    .set("value", whole.to_string()),
            )
            .tag(tag("span").words(time_left(cx, whole)))
            .done(),
    };
    let is_late = session.quiz().is_late();
    let up = classed("p", "sc-time").words(cx.say(MessageKey::QuizTimeUp));
    nodes(vec![left, live(if is_late { up.done() } else { nothing() })])
}

/// How long a round is, what is left for the next, the switch of the timer, the ways to end a round
/// and to forget all answers.
pub(super) fn tools(cx: &ViewContext) -> Html {
    let session = cx.session();
    let has_timer = session.has_timer();
    let mut tools = classed("p", "sc-switch sc-tools");
    let lengths = session.lengths(cx.story());
    let left = session.left(cx.story());
    if left > 0 && lengths.is_empty() {
        tools = tools.tag(tag("span").words(cx.count(MessageKey::QuizLeft, left)));
    }
    if session.quiz().can_finish() {
        let finish = cx.on_press(Action::Finish);
        tools = tools.tag(button("sc-link", cx.say(MessageKey::QuizFinishNow), finish));
    }
    if session.quiz().current().is_some() {
        let timer = cx.on_press(Action::Timer(!has_timer));
        let switch = button("sc-link", cx.say(MessageKey::QuizTimer), timer).attr("role", "switch");
        tools = tools.tag(switch.aria("aria-checked", has_timer));
    }
    if session.options().remember {
        let forget = with_seed(cx, |seed| Action::Forget { seed });
        tools = tools.tag(button("sc-link", cx.say(MessageKey::QuizForget), forget));
    }
    nodes(vec![length_choice(cx, &lengths), tools.done()])
}

/// The choice of how many questions a round asks, while nothing is answered.
fn length_choice(cx: &ViewContext, lengths: &[RoundLength]) -> Html {
    if lengths.is_empty() {
        return nothing();
    }
    let session = cx.session();
    let (asked, all) = (session.quiz().asked().len(), session.pool(cx.story()).len());
    let name = cx.say(MessageKey::QuizLength);
    let group = classed("div", "sc-switch sc-tools")
        .attr("role", "group")
        .set("aria-label", name.clone())
        .tag(tag("span").attr("aria-hidden", "true").words(name));
    let choice = |nth: usize| {
        let length = lengths[nth];
        let (words, count) = match length {
            RoundLength::Some(count) => (number::format(count as f64, cx.messages()), count),
            RoundLength::All => (cx.count(MessageKey::QuizLengthAll, all), all),
        };
        let choose = cx.on_press(Action::SetLength(length));
        button("sc-link", words, choose).aria("aria-pressed", asked == count).done()
    };
    group.each(lengths.len(), &choice).done()
}

/// A press that takes a fresh seed when it happens.
pub(super) fn with_seed(cx: &ViewContext, action: fn(u64) -> Action) -> Callback<MouseEvent> {
    let cx = cx.clone();
    Callback::from(move |_| cx.dispatch(action(new_seed())))
}
