//! What may follow what in JSON, and what is wrong where something else does.
//!
//! A comma before a closing bracket is right here. Behind a slip that leaves no doubt what was
//! meant, the walk goes on; behind others it ends.

mod slips;

use std::ops::{ControlFlow, Range};

use super::brackets::{self, Bracket, Indents};
use super::cause::Cause;
use super::lexer::{Doubt, Kind, Lexer, Token};
use super::words::Place;
use crate::story::locate::Lines;

/// What was found in a text.
pub(super) struct Found {
    /// In the order of the text.
    pub(super) causes: Vec<Cause>,
    /// Comments and trailing commas, in the order of the text.
    pub(super) blanks: Vec<Range<usize>>,
}

/// Goes through a text.
pub(super) fn read(text: &str) -> Found {
    let mut grammar = Grammar {
        text,
        lexer: Lexer::new(text),
        open: Vec::new(),
        suspect: None,
        indents: Indents::default(),
        lines: Lines::new(text),
        expected: Expected::Value,
        last: None,
        resumed: None,
        comma: None,
        commas: Vec::new(),
        inserted: None,
        doubted: None,
    };
    while let Some(token) = grammar.lexer.next(grammar.place()) {
        grammar.doubted = grammar.inserted.take();
        let (goes_on, at) = (grammar.step(&token), token.at.start);
        grammar.last = Some(grammar.resumed.take().unwrap_or(token));
        if goes_on.is_break() {
            // What stands where it cannot be understood has no one right form.
            grammar.lexer.causes.iter_mut().filter(|it| it.at.start >= at).for_each(Cause::doubt);
            return grammar.found();
        }
    }
    grammar.end();
    grammar.found()
}

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    /// Something in a list or an object, or its end.
    Entry,
    Value,
    Colon,
    /// A comma, or the end of a list or object.
    Comma,
    /// Nothing more.
    End,
}

/// A comma, and the number directly before it.
type Comma = (Range<usize>, Option<Range<usize>>);

struct Grammar<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    open: Vec<Bracket>,
    /// The first bracket whose closing bracket stands further left than itself, and that.
    suspect: Option<(Bracket, usize)>,
    indents: Indents,
    /// For places that causes name, which ascend.
    lines: Lines<'a>,
    expected: Expected,
    last: Option<Token>,
    /// What was read last where a step has read on behind its token.
    resumed: Option<Token>,
    /// The comma before the entry that is expected, and the number before it, if there is one.
    comma: Option<Comma>,
    /// The commas before closing brackets.
    commas: Vec<Range<usize>>,
    /// Where a comma or colon was proposed in this step, and in the one before: what comes behind
    /// tells whether it was meant.
    inserted: Option<usize>,
    doubted: Option<usize>,
}

impl Grammar<'_> {
    fn found(self) -> Found {
        let (mut causes, mut blanks) = (self.lexer.causes, self.lexer.comments);
        blanks.extend(self.commas);
        blanks.sort_by_key(|part| part.start);
        causes.sort_by_key(|cause| cause.at.start);
        Found { causes, blanks }
    }

    /// Where the next part stands.
    fn place(&self) -> Place {
        match self.open.last() {
            Some(_) if self.expected == Expected::Value => Place::Value,
            Some(open) if open.is_list => Place::List,
            _ => Place::Object,
        }
    }

    /// Takes one part; breaks where nothing that follows can be understood.
    fn step(&mut self, token: &Token) -> ControlFlow<()> {
        if token.kind == Kind::Other {
            return self.stray(token);
        }
        match self.expected {
            Expected::Entry => self.entry(token),
            Expected::Value => self.value(token),
            Expected::Colon => self.colon(token),
            Expected::Comma => self.comma(token),
            Expected::End => self.behind_end(token),
        }
    }

    fn entry(&mut self, token: &Token) -> ControlFlow<()> {
        let comma = self.comma.take();
        let is_list = self.open.last().is_some_and(|open| open.is_list);
        match token.kind {
            Kind::Close => {
                self.commas.extend(comma.map(|(at, _)| at));
                self.close(token)
            }
            Kind::Comma => {
                self.comma = comma;
                let (at, wrong) = (token.at.clone(), "nothing stands before this comma");
                self.lexer.causes.push(if is_list {
                    // A value may be missing, and those behind it would move.
                    Cause::new(at, wrong, "Remove it, or write null where a value is missing.")
                } else {
                    Cause::new(at.clone(), wrong, "Remove it.").or_write(at, "")
                });
                ControlFlow::Continue(())
            }
            _ if is_list => self.value(token),
            Kind::Text => {
                self.expected = Expected::Colon;
                ControlFlow::Continue(())
            }
            Kind::Number => self.number_as_key(token, comma),
            Kind::Open => {
                if let Some(open) = self.open.last().copied() {
                    self.crossed(open, token.at.start);
                }
                ControlFlow::Break(())
            }
            _ => {
                let right = "Write \"key\": before a value in an object.";
                self.note(token.at.clone(), "a key is missing here", right);
                ControlFlow::Break(())
            }
        }
    }

    fn value(&mut self, token: &Token) -> ControlFlow<()> {
        match token.kind {
            Kind::Text | Kind::Number | Kind::Word => self.behind_value(),
            Kind::Open => {
                let is_list = self.text.get(token.at.clone()) == Some("[");
                let line = self.indents.line(self.text, token.at.start);
                self.open.push(Bracket { at: token.at.start, is_list, line });
                self.comma = None;
                self.expected = Expected::Entry;
            }
            Kind::Comma | Kind::Close if !self.open.is_empty() => {
                self.expected = Expected::Comma;
                self.no_value();
                return self.comma(token);
            }
            _ => {
                let right = "A story is one object between { and }.";
                self.note(token.at.clone(), "a value is missing here", right);
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    }

    fn behind_value(&mut self) {
        self.expected = if self.open.is_empty() { Expected::End } else { Expected::Comma };
    }

    fn colon(&mut self, token: &Token) -> ControlFlow<()> {
        let key = self.last.as_ref().map_or(0..0, |last| last.at.clone());
        match token.kind {
            Kind::Colon => self.expected = Expected::Value,
            Kind::Equals => {
                let at = token.at.clone();
                let sign = self.text.get(at.clone()).unwrap_or("=");
                let wrong = format!("a key and its value are joined by {sign}");
                let cause = Cause::new(at.clone(), wrong, "Write a colon.");
                self.lexer.causes.push(cause.or_write(at, ":"));
                self.expected = Expected::Value;
            }
            Kind::Comma | Kind::Close => {
                self.withdraw();
                let right = "Write a colon and a value behind it, or leave the key out.";
                self.note(key, "no value follows this key", right);
                self.expected = Expected::Comma;
                return self.comma(token);
            }
            _ => {
                self.withdraw();
                let (at, wrong) = (key.end, "no colon follows this key");
                let cause = Cause::new(key, wrong, "Write a colon behind it.");
                self.insert(cause, at, ":", self.are_sure(token));
                self.expected = Expected::Value;
                return self.value(token);
            }
        }
        ControlFlow::Continue(())
    }

    fn comma(&mut self, token: &Token) -> ControlFlow<()> {
        let last =
            self.last.clone().unwrap_or(Token { kind: Kind::Other, at: 0..0, doubt: Doubt::Open });
        match token.kind {
            Kind::Comma => {
                let is_cut = last.at.end == token.at.start && self.is_plain_number(&last);
                let number = is_cut.then_some(last.at);
                self.comma = Some((token.at.clone(), number));
                self.expected = Expected::Entry;
            }
            Kind::Close => return self.close(token),
            Kind::Colon | Kind::Equals => {
                self.colon_behind_value(&last, token);
                return ControlFlow::Break(());
            }
            _ if self.is_within_text(&last, token) => return self.quote_within(&last, token),
            _ => {
                let is_sure = self.are_sure(token) && self.may_follow(&last, token);
                let at = last.at.end;
                let cause =
                    Cause::new(last.at, "no comma follows this", "Write a comma behind it.");
                self.insert(cause, at, ",", is_sure);
                self.comma = None;
                self.expected = Expected::Entry;
                return self.entry(token);
            }
        }
        ControlFlow::Continue(())
    }

    fn close(&mut self, token: &Token) -> ControlFlow<()> {
        let closes_list = self.text.get(token.at.clone()) == Some("]");
        let Some(open) = self.open.pop() else { return self.behind_end(token) };
        if open.is_list == closes_list {
            let line = self.indents.line(self.text, token.at.start);
            if self.suspect.is_none() && line.stands_left_of(&open) {
                self.suspect = Some((open, token.at.start));
            }
            self.behind_value();
            return ControlFlow::Continue(());
        }
        self.crossed(open, token.at.start);
        if self.open.iter().any(|outer| outer.is_list == closes_list) {
            while self.open.pop().is_some_and(|outer| outer.is_list != closes_list) {}
            self.behind_value();
        } else {
            self.open.push(open);
            self.expected = Expected::Comma;
        }
        ControlFlow::Continue(())
    }

    fn behind_end(&mut self, token: &Token) -> ControlFlow<()> {
        let key = self.last.as_ref().filter(|last| last.kind == Kind::Text);
        let key = key.filter(|_| token.kind == Kind::Colon).map(|key| key.at.clone());
        let (wrong, right) = if token.kind == Kind::Close {
            ("this bracket closes nothing", "Remove it.")
        } else if key.is_some() {
            (
                "this key stands in no object",
                "Write { before the first key of the story, and } behind all.",
            )
        } else {
            ("the story ends before this", "A file holds one story: one object between { and }.")
        };
        self.note(key.unwrap_or_else(|| token.at.clone()), wrong, right);
        ControlFlow::Break(())
    }

    /// The end of the text, where something may be left open.
    fn end(&mut self) {
        if self.lexer.is_cut {
            return;
        }
        if let Some(innermost) = self.open.last() {
            let cause = brackets::unclosed_at_end(self.text, *innermost, self.suspect);
            self.lexer.causes.push(cause);
        } else if self.expected != Expected::End {
            let right = "`story-card new NAME` writes a small complete story to start from.";
            self.note(0..0, "the file holds only comments", right);
        }
    }
}
