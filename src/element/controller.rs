//! One card: its story and session, the root that shows them, what the page is told.
//!
//! The state lives here and not in Yew, so that it outlasts the root: a card taken out
//! of the page gives its root back and keeps its place.

use super::event::{self, Told};
use super::report::{report, report_address};
use super::root::Root;
use crate::browser::frame::Frame;
use crate::browser::storage::StorageWatch;
use crate::browser::{hooks, scroll_into_view, static_card, storage, trap};
use crate::session::{
    Action, Expanded, Options, Played, RoundLink, Session, notices, saved, saved_beside,
};
use crate::story::{Item, Section, Story};
use crate::view::{CardProps, Face, Failure, Model, StoryRef};
use js_sys::{Function, WeakRef};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::Callback;
use yew::platform::spawn_local;

/// What stands behind one `<story-card>`.
pub(super) struct Controller {
    /// Weak, for the element holds the card, and a page lets go of elements.
    host: WeakRef,
    options: RefCell<Options>,
    face: RefCell<Face>,
    /// While the card is in the page.
    root: RefCell<Option<Root>>,
    /// What the page has not been told yet, and whether the reader did it.
    outbox: RefCell<VecDeque<(Told, bool)>>,
    is_telling: Cell<bool>,
    /// The next time that the session is kept.
    keeping: Frame,
    /// What the browser's storage is to do then.
    storing: Cell<Storing>,
    /// Tells what other cards and tabs keep of the story, while that is remembered.
    watch: RefCell<Option<StorageWatch>>,
    /// Takes the session as a text, for the loader.
    hold: Function,
}

/// What the browser's storage is to do with what the reader has done.
#[derive(Clone, Copy, Default)]
enum Storing {
    /// Nothing: it was the page's doing.
    #[default]
    Nothing,
    /// Keep it.
    Keep,
    /// Forget all that is kept of the story.
    Forget,
}

impl Controller {
    pub(super) fn new(host: &HtmlElement, hold: Function) -> Self {
        Self {
            host: WeakRef::new(host).unchecked_into(),
            options: RefCell::default(),
            face: RefCell::default(),
            root: RefCell::default(),
            outbox: RefCell::default(),
            is_telling: Cell::default(),
            keeping: Frame::default(),
            storing: Cell::default(),
            watch: RefCell::default(),
            hold,
        }
    }

    pub(super) fn set_attribute(self: &Rc<Self>, name: &str, value: Option<&str>) {
        let result = self.options.borrow_mut().set(name, value);
        if let Err(wrong) = result {
            report(wrong.to_string());
        }
        let options = self.options.borrow().clone();
        self.apply(Action::Configure(options), false);
        self.follow_storage();
    }

    /// Opens a story: where the page wants it, with what the browser has kept, or what the loader
    /// holds.
    pub(super) fn open(self: &Rc<Self>, story: &StoryRef, held: Option<&str>) {
        if let Some(root) = self.host().and_then(|host| host.shadow_root()) {
            scroll_into_view::forget_requests(&root);
        }
        let session = self.new_session(story, held);
        let sections = session.sections().to_vec();
        report_address(story, &session);
        self.put(Face::Card(Model { story: story.clone(), session: Rc::new(session) }));
        self.follow_storage();
        self.tell([Told::Ready(story.clone(), sections)], false);
    }

    fn new_session(&self, story: &Story, held: Option<&str>) -> Session {
        let options = self.options.borrow().clone();
        let kept = if options.remember { storage::kept(&story.id) } else { None };
        let session = Session::new(story, options, hooks::new_seed());
        let texts = kept.as_deref().into_iter().chain(held);
        texts.fold(session, |session, text| session.restored(story, text))
    }

    pub(super) fn fail(self: &Rc<Self>, failure: Failure) {
        self.put(Face::Failed(failure));
    }

    pub(super) fn close(self: &Rc<Self>) {
        self.put(Face::Empty);
        self.follow_storage();
    }

    /// Hears what other cards and tabs keep of the story that is open, if the page wants it
    /// remembered.
    fn follow_storage(self: &Rc<Self>) {
        let model = self.model().filter(|_| self.options.borrow().remember);
        let watch = model.map(|model| {
            let controller = Rc::downgrade(self);
            StorageWatch::new(&model.story.id, move || {
                controller.upgrade().into_iter().for_each(|controller| controller.join_kept());
            })
        });
        self.watch.replace(watch);
    }

    /// Takes over what another card or tab has kept or forgotten.
    fn join_kept(self: &Rc<Self>) {
        let Some(Model { story, session }) = self.model() else { return };
        let next = match storage::kept(&story.id) {
            Some(kept) => session.joined(&story, &kept),
            None => session.forgotten(&story, hooks::new_seed()),
        };
        if let Some(next) = next {
            self.put(Face::Card(Model { story, session: Rc::new(next) }));
        }
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

    /// Takes over what the reader did in the static card, question by question, so that the page is
    /// told of each; `asked` is the address that was pressed there.
    pub(super) fn adopt(self: &Rc<Self>, asked: Option<&str>) {
        let Some((Model { story, .. }, host)) = self.model().zip(self.host()) else { return };
        let mut opened = static_card::opened(&host);
        if let Some(question) = asked.and_then(|asked| asked.strip_prefix("trivia/")) {
            opened += question;
            opened.push('/');
        }
        self.apply(Action::Expand(Expanded::read(&story, &opened)), true);
        for played in Played::read(&story, &opened) {
            self.apply(Action::Adopt(played), true);
        }
    }

    /// Goes to an address, which then stands `top` CSS px below the upper edge of the window; false
    /// if it leads nowhere.
    pub(super) fn show(self: &Rc<Self>, address: &str, for_reader: bool, top: Option<f64>) -> bool {
        let Some(action) = self.way_to(address, for_reader) else { return false };
        let root = self.host().and_then(|host| host.shadow_root());
        if let (Some(root), Some(top)) = (root, top) {
            scroll_into_view::place_next(&root, top);
        }
        self.apply(action, false);
        true
    }

    fn way_to(&self, address: &str, for_reader: bool) -> Option<Action> {
        let Model { story, session } = self.model()?;
        // The address of a round that the reader was sent.
        if let Some(link) = RoundLink::parse(address) {
            return Some(Action::Play { link, focus: for_reader });
        }
        let address = story.find(address)?;
        let item = address.item.map(|index| Item { section: address.section, index });
        session.leads_anywhere(&story, address.section, item).then_some(match item {
            _ if !for_reader => Action::Show(address),
            Some(_) => Action::Follow { address, question: None },
            None => Action::Open(address.section),
        })
    }

    pub(super) fn restart(self: &Rc<Self>) {
        self.apply(Action::Restart { seed: hooks::new_seed(), focus: false }, false);
    }

    pub(super) fn sections(&self) -> Vec<Section> {
        self.model().map(|model| model.session.sections().to_vec()).unwrap_or_default()
    }

    /// The one way in which a session changes.
    fn apply(self: &Rc<Self>, action: Action, is_readers: bool) {
        #[cfg(feature = "traps")]
        trap::spring();
        let Some(Model { story, session: before }) = self.model() else { return };
        let is_forgetting = matches!(action, Action::Forget { .. });
        let Some(mut after) = before.apply(&story, action) else { return };
        if after.quiz().name() != before.quiz().name() {
            // Some of the other round may be kept.
            after = with_kept(&story, after);
        }
        match is_readers {
            true if is_forgetting => self.storing.set(Storing::Forget),
            true => self.storing.set(Storing::Keep),
            false => {}
        }
        self.keep();
        let facts = notices(&story, &before, &after);
        self.put(Face::Card(Model { story, session: Rc::new(after) }));
        self.tell(facts.into_iter().map(Told::Notice), is_readers);
    }

    /// Has the session kept with the next frame, when what came of it was drawn: by the loader in
    /// any case, by the browser if the page wants that and the reader has done something.
    fn keep(self: &Rc<Self>) {
        let controller = Rc::downgrade(self);
        self.keeping.request(move || {
            let Some(controller) = controller.upgrade() else { return };
            let Some(Model { story, session }) = controller.model() else { return };
            let text = saved(&story, &session);
            controller.store(&story, &session);
            // What the loader does with it throws nothing.
            let host = JsValue::from(controller.host());
            let _ = controller.hold.call2(&JsValue::NULL, &host, &text.into());
        });
    }

    fn store(&self, story: &Story, session: &Session) {
        match self.storing.take() {
            _ if !session.options().remember => {}
            Storing::Nothing => {}
            Storing::Keep => {
                // Another tab may have kept what this one has not heard of yet.
                let kept = storage::kept(&story.id).unwrap_or_default();
                let joined = session.joined(story, &kept);
                let text = saved_beside(story, joined.as_ref().unwrap_or(session), &kept);
                storage::keep(&story.id, Some(&text));
            }
            Storing::Forget => storage::keep(&story.id, None),
        }
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
        CardProps { face, on_action }
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
                event::dispatch(&host, told, is_readers);
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

/// The session with what is kept of its round, where that is remembered.
fn with_kept(story: &Story, session: Session) -> Session {
    let is_remembered = session.options().remember;
    let kept = if is_remembered { storage::kept(&story.id) } else { None };
    kept.and_then(|kept| session.joined(story, &kept)).unwrap_or(session)
}

impl Drop for Controller {
    fn drop(&mut self) {
        self.suspend();
    }
}
