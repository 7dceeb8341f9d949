//! One card: its story and session, the root that shows them, what the page is told.
//!
//! The state lives here and not in Yew, so that it outlasts the root: a card taken out
//! of the page gives its root back and keeps its place.

use super::event;
use super::report::{report, report_address};
use super::root::Root;
use super::waiting::Waiting;
use crate::browser::frame::Frame;
use crate::browser::{address, hooks, rest, sight, storage, trap};
use crate::session::{Action, Link, Notice, Options, Session, notices, saved};
use crate::story::{Item, Section, Story};
use crate::view::{CardProps, Face, Failure, Model, StoryRef};
use js_sys::WeakRef;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::Callback;
use yew::platform::spawn_local;

/// What stands behind one `<story-card>`.
pub(super) struct Controller {
    /// Weak, for the element holds the card, and a page lets go of elements.
    host: WeakRef,
    options: RefCell<Options>,
    face: RefCell<Face>,
    /// For the next round, once anybody has asked what the story will need to open.
    seed: Cell<Option<u64>>,
    waiting: Waiting,
    /// While the card is in the page.
    root: RefCell<Option<Root>>,
    /// What the page has not been told yet, and whether the reader did it.
    outbox: RefCell<VecDeque<(Told, bool)>>,
    is_telling: Cell<bool>,
    /// Whether what is being told was the reader's own doing.
    is_readers: Cell<bool>,
    /// The next time that the session is kept in the browser.
    keeping: Frame,
    /// Whether the reader wants nothing kept of what was.
    is_forgotten: Cell<bool>,
}

/// What the page is told.
pub(super) enum Told {
    /// A story has opened.
    Ready(StoryRef, Vec<Section>),
    /// Something happened in it.
    Notice(Notice),
}

impl Controller {
    pub(super) fn new(host: &HtmlElement) -> Self {
        Self {
            host: WeakRef::new(host).unchecked_into(),
            options: RefCell::default(),
            face: RefCell::default(),
            seed: Cell::default(),
            waiting: Waiting::default(),
            root: RefCell::default(),
            outbox: RefCell::default(),
            is_telling: Cell::default(),
            is_readers: Cell::default(),
            keeping: Frame::default(),
            is_forgotten: Cell::default(),
        }
    }

    pub(super) fn set_attribute(self: &Rc<Self>, name: &str, value: Option<&str>) {
        let result = self.options.borrow_mut().set(name, value);
        if let Err(wrong) = result {
            report(wrong.to_string());
        }
        let options = self.options.borrow().clone();
        self.apply(Action::Configure(options), false);
    }

    /// Whether all code is there to open a story as the page chose, and to go to the element with
    /// the id `place` in its static card, or where the page's URL leads.
    pub(super) fn opens_early(&self, story: &Story, place: Option<&str>) -> bool {
        if rest::is_whole() {
            return true;
        }
        let hash = address::page_hash().unwrap_or_default();
        let linked = hash.strip_prefix(&*story.id).and_then(|address| address.strip_prefix('/'));
        let place = place
            .and_then(|id| id.strip_prefix("sc-")?.strip_prefix(&*story.id)?.strip_prefix('-'));
        self.options.borrow().is_early()
            && self.new_session(story).leads_early(story, [place, linked])
    }

    pub(super) fn open(self: &Rc<Self>, story: &StoryRef) {
        if let Some(root) = self.host().and_then(|host| host.shadow_root()) {
            sight::forget_wishes(&root);
        }
        let session = self.new_session(story);
        self.seed.take();
        let sections = session.sections().to_vec();
        report_address(story, &session);
        self.waiting.clear();
        self.put(Face::Card(Model { story: story.clone(), session: Rc::new(session) }));
        self.tell([Told::Ready(story.clone(), sections)], false);
    }

    /// Where the reader begins: as the page says, with what is kept.
    fn new_session(&self, story: &Story) -> Session {
        let options = self.options.borrow().clone();
        let kept = if options.remember { storage::kept(&story.id) } else { None };
        let seed = self.seed.get().unwrap_or_else(hooks::new_seed);
        self.seed.set(Some(seed));
        let session = Session::new(story, options, seed);
        kept.into_iter().fold(session, |session, kept| session.restored(story, &kept))
    }

    pub(super) fn fail(self: &Rc<Self>, failure: Failure) {
        self.waiting.clear();
        self.put(Face::Failed(failure));
    }

    pub(super) fn close(self: &Rc<Self>) {
        self.waiting.clear();
        self.put(Face::Empty);
    }

    pub(super) fn resume(self: &Rc<Self>) {
        let home = self.host().and_then(|host| host.shadow_root());
        let is_out = self.root.borrow().is_none();
        if let Some(home) = home.filter(|_| is_out) {
            let root = Root::take(&home, self.props());
            self.root.replace(root);
        }
    }

    pub(super) fn suspend(&self) {
        let root = self.root.take();
        root.into_iter().for_each(Root::give_back);
    }

    /// Goes to an address; false if it leads nowhere.
    pub(super) fn show(self: &Rc<Self>, address: &str, for_reader: bool) -> bool {
        let action = self.way_to(address, for_reader);
        action.is_some_and(|action| {
            self.apply(action, false);
            true
        })
    }

    /// Whether anything waits for code.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_under_way()
    }

    fn way_to(&self, address: &str, for_reader: bool) -> Option<Action> {
        let Model { story, session } = self.model()?;
        // The address of a round that the reader was sent.
        if let Some(link) = Link::parse(address) {
            return Some(Action::Play { link, focus: for_reader });
        }
        let address = story.find(address)?;
        let item = address.item.map(|index| Item { section: address.section, index });
        session.leads_anywhere(&story, address.section, item).then_some(match item {
            _ if !for_reader => Action::Show(address),
            Some(_) => Action::Follow(address),
            None => Action::Open(address.section),
        })
    }

    pub(super) fn restart(self: &Rc<Self>) {
        self.apply(Action::Restart { seed: hooks::new_seed(), focus: false }, false);
    }

    pub(super) fn is_readers(&self) -> bool {
        self.is_readers.get()
    }

    pub(super) fn sections(&self) -> Vec<Section> {
        self.model().map(|model| model.session.sections().to_vec()).unwrap_or_default()
    }

    /// The one way in which a session changes. What needs code that is not there yet waits for it,
    /// and so does what comes behind.
    fn apply(self: &Rc<Self>, action: Action, is_readers: bool) {
        let Some(Model { story, session: before }) = self.model() else { return };
        let is_whole = rest::is_whole();
        if self.waiting.is_under_way() || !(is_whole || action.is_early()) {
            return self.put_off(action, is_readers);
        }
        let is_forgetting = matches!(action, Action::Forget { .. });
        let Some(after) = before.apply(&story, action.clone()) else { return };
        if !(is_whole || after.is_early(&story)) {
            return self.put_off(action, is_readers);
        }
        self.waiting.clear();
        if is_readers {
            self.keep(is_forgetting);
        }
        let facts = notices(&story, &before, &after);
        self.put(Face::Card(Model { story, session: Rc::new(after) }));
        self.tell(facts.into_iter().map(Told::Notice), is_readers);
    }

    /// Lets an action wait until all code is there.
    fn put_off(self: &Rc<Self>, action: Action, is_readers: bool) {
        if self.waiting.push(action, is_readers) {
            self.render();
            let controller = Rc::downgrade(self);
            rest::when_whole(move |came| {
                controller.upgrade().iter().for_each(|controller| controller.catch_up(came));
            });
        }
    }

    fn catch_up(self: &Rc<Self>, came: bool) {
        for (action, is_readers) in self.waiting.end(came) {
            self.apply(action, is_readers);
        }
        self.render();
    }

    /// Keeps the session in the browser with the next frame, or forgets what was kept.
    fn keep(self: &Rc<Self>, is_forgotten: bool) {
        if !self.options.borrow().remember {
            return;
        }
        self.is_forgotten.set(is_forgotten);
        let controller = Rc::downgrade(self);
        self.keeping.request(move || {
            let Some(controller) = controller.upgrade() else { return };
            let Some(Model { story, session }) = controller.model() else { return };
            let text = (!controller.is_forgotten.get()).then(|| saved(&story, &session));
            storage::keep(&story.id, text.as_deref());
        });
    }

    fn model(&self) -> Option<Model> {
        match &*self.face.borrow() {
            Face::Card(model) => Some(model.clone()),
            Face::Empty | Face::Failed(_) => None,
        }
    }

    fn put(self: &Rc<Self>, face: Face) {
        self.face.replace(face);
        self.render();
    }

    fn render(self: &Rc<Self>) {
        let props = self.props();
        if let Some(root) = self.root.borrow_mut().as_mut() {
            root.show(props);
        }
    }

    fn props(self: &Rc<Self>) -> CardProps {
        let controller = Rc::downgrade(self);
        let on_action = Callback::from(move |action| {
            if let Some(controller) = controller.upgrade().filter(|_| !trap::is_set()) {
                controller.apply(action, true);
            }
        });
        let face = self.face.borrow().clone();
        CardProps { face, wait: self.waiting.wait(), on_action }
    }

    /// Tells the page in a task of its own, after the render, when no call of ours is
    /// under way: a listener may do with the card what it likes.
    fn tell(self: &Rc<Self>, facts: impl IntoIterator<Item = Told>, is_readers: bool) {
        let facts = facts.into_iter().map(|told| (told, is_readers));
        self.outbox.borrow_mut().extend(facts);
        let is_empty = self.outbox.borrow().is_empty();
        if !is_empty && !self.is_telling.replace(true) {
            let controller = Rc::clone(self);
            spawn_local(async move { controller.empty_outbox() });
        }
    }

    fn empty_outbox(&self) {
        while let Some((told, is_readers)) = self.next_told() {
            if let Some(host) = self.host() {
                self.is_readers.set(is_readers);
                event::dispatch(&host, told);
                self.is_readers.set(false);
            }
        }
        self.is_telling.set(false);
    }

    fn next_told(&self) -> Option<(Told, bool)> {
        self.outbox.borrow_mut().pop_front()
    }

    fn host(&self) -> Option<HtmlElement> {
        self.host.deref().and_then(|host: js_sys::Object| host.dyn_into().ok())
    }
}

impl Drop for Controller {
    fn drop(&mut self) {
        self.suspend();
    }
}
