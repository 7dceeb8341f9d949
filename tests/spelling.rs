//! Typed answers: what counts of a text, and how far two may differ.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use icu_normalizer::DecomposingNormalizer;
use proptest::prelude::*;
use std::ops::RangeInclusive;
use story_card::session::{Guess, credit, spelling};
use story_card::story::{Form, MessageKey, Messages, Spelling, Story, folded};

const ENGLISH: &str = "the a an";
const FRENCH: &str = "le la les l un une des";

const RIGHT: Option<Spelling> = Some(Spelling::Right);
const SLIP: Option<Spelling> = Some(Spelling::Slip);

#[test]
fn case_accents_punctuation_and_spaces_do_not_count() {
    for (typed, answer) in [
        ("ANA DE ARMAS", "Ana de Armas"),
        ("david castaneda", "David Castañeda"),
        ("DAVID CASTAN\u{303}EDA", "David Castañeda"),
        ("  jean luc ", "Jean-Luc"),
        ("jeanluc", "Jean-Luc"),
        ("kflay", "K.Flay"),
        ("mash", "M*A*S*H"),
        ("obrien", "O\u{2019}Brien"),
        ("lilo stitch", "Lilo & Stitch"),
        ("Canal", "Canal+"),
        ("strasse", "Straße"),
        ("STRASSE", "STRA\u{1e9e}E"),
        ("smorrebrod", "Smørrebrød"),
        ("lodz", "Łódź"),
        ("istanbul", "İstanbul"),
        ("DIYARBAKIR", "Diyarbakır"),
        ("thorsmork", "Þórsmörk"),
        ("Ha Noi", "Hà Nội"),
        ("ΑΘΗΝΑ", "Αθήνα"),
        ("οδός", "ΟΔΟΣ"),
        ("МОСКВА", "Москва"),
        ("елка", "Ёлка"),
        ("шалом", "Шалом!"),
        ("\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "\u{5e9}\u{5b8}\u{5c1}\u{5dc}\u{5d5}\u{5b9}\u{5dd}"),
        ("\u{627}\u{62d}\u{645}\u{62f}", "\u{623}\u{64e}\u{62d}\u{652}\u{645}\u{64e}\u{62f}"),
        ("\u{200f}\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "\u{5e9}\u{5dc}\u{5d5}\u{5dd}"),
        ("Ｗｉｃｋ\u{3000}４", "Wick 4"),
        ("君の名は", "君の名は。"),
    ] {
        assert_eq!(Spelling::of(typed, answer, ENGLISH), RIGHT, "{typed} for {answer}");
    }
}

#[test]
fn what_is_no_accent_counts() {
    for (typed, answer) in [
        // Another letter in Japanese, a vowel in Hindi.
        ("か", "が"),
        ("\u{915}\u{93f}", "\u{915}"),
        ("Москва", "Mockba"),
        ("john", "joan"),
    ] {
        assert_eq!(Spelling::of(typed, answer, ENGLISH), None, "{typed} for {answer}");
    }
}

#[test]
fn articles_in_front_do_not_count() {
    let of = |typed: &str, answer: &str| Spelling::of(typed, answer, ENGLISH);
    assert_eq!(of("crow", "The Crow"), RIGHT);
    assert_eq!(of("a Crow", "The Crow"), RIGHT);
    assert_eq!(of("The crow", "Crow"), RIGHT);
    assert_eq!(of("crow the", "The Crow"), None, "only those in front");
    assert_eq!(of("A", "a"), RIGHT, "the last word stays");
    assert_eq!(of("the", "The The"), RIGHT);
    assert_eq!(of("a", "the"), None);
    assert_eq!(of("le rouge", "rouge"), None, "they are those of the language");
    for (typed, answer) in [("arroseur", "L\u{2019}Arroseur"), ("etranger", "L'Étranger")] {
        assert_eq!(Spelling::of(typed, answer, FRENCH), RIGHT);
    }
    assert_eq!(Spelling::of("the crow", "crow", ""), None);
}

#[test]
fn one_slip_in_a_long_word_is_forgiven() {
    for typed in ["Redick", "Redddick", "Raddick", "Rediddck", "eRddick", "Reddickk", "eddick"] {
        let of = |typed: &str, answer: &str| Spelling::of(typed, answer, ENGLISH);
        let is_one = typed != "Rediddck";
        assert_eq!(of(typed, "Reddick"), SLIP.filter(|_| is_one), "{typed}");
        let whole = format!("Lance {typed}");
        assert_eq!(of(&whole, "Lance Reddick"), SLIP.filter(|_| is_one), "{whole}");
    }
    for (typed, answer) in [
        // Short words are others with a letter more or less.
        ("Lanse Reddick", "Lance Reddick"),
        ("Armaz", "Armas"),
        ("Iran", "Iraq"),
        // Two slips in one word.
        ("Raddik", "Reddick"),
        // A number with a slip is another number.
        ("1370000", "1371000"),
        ("Apollo1", "Apollo"),
        // A word too many or too few.
        ("Reddick", "Lance Reddick"),
        ("Lance Reddick Junior", "Lance Reddick"),
    ] {
        assert_eq!(Spelling::of(typed, answer, ENGLISH), None, "{typed} for {answer}");
    }
    assert_eq!(Spelling::of("Catalena Sandno", "Catalina Sandino", ENGLISH), SLIP, "one in each");
}

#[test]
fn every_answer_counts_and_the_best_spelling_of_all() {
    let story = story();
    let form = form("Munich", &["München", "Munchem"]);
    let of = |typed: &str| {
        let guess = Guess::Type(typed.into());
        (credit(&story, &form, &guess), spelling(&story, &form, &guess))
    };
    assert_eq!(of("munich"), (Some(1.0), RIGHT));
    assert_eq!(of("Munchen"), (Some(1.0), RIGHT));
    assert_eq!(of("Munchem"), (Some(1.0), RIGHT), "right here, and a slip there");
    assert_eq!(of("Munic"), (Some(1.0), SLIP));
    assert_eq!(of("Vienna"), (Some(0.0), None));
    for nothing in ["", "  ", "?!", "\u{200b}"] {
        assert_eq!(of(nothing), (None, None), "{nothing:?} is no answer");
    }
}

fn story() -> Story {
    Story::parse(include_bytes!("stories/good/minimal.story.json")).unwrap()
}

/// A question with these answers.
fn form(answer: &str, alternatives: &[&str]) -> Form {
    let mut json: serde_json::Value =
        serde_json::from_str(include_str!("stories/good/everything.story.json")).unwrap();
    let questions = json["trivia"]["questions"].as_array_mut().unwrap();
    let question = questions.iter_mut().find(|it| it["kind"] == "type").unwrap();
    (question["answer"], question["alternatives"]) = (answer.into(), alternatives.into());
    let story = Story::parse(json.to_string().as_bytes()).unwrap();
    let mut questions = story.trivia.questions.into_iter();
    questions.find(|it| matches!(it.form, Form::Type { .. })).unwrap().form
}

#[test]
fn the_articles_are_those_of_the_story() {
    let mut story = story();
    let form = form("Der Blaue Engel", &[]);
    let of = |story: &Story| spelling(story, &form, &Guess::Type("blaue engel".into()));
    assert_eq!(of(&story), None);
    story.messages = Messages::new(vec![(MessageKey::QuizArticles, "der die das".into())]);
    assert_eq!(of(&story), RIGHT);
    // Many languages have none.
    let text = include_str!("stories/good/minimal.story.json");
    let none =
        text.replacen("\"sections\"", "\"messages\": {\"quiz.articles\": \"\"}, \"sections\"", 1);
    let none = Story::parse(none.as_bytes()).unwrap();
    assert_eq!(none.messages.text(MessageKey::QuizArticles), "");
}

/// The letters of the blocks whose letters are folded.
const LETTERS: [RangeInclusive<char>; 11] = [
    '\u{c0}'..='\u{17f}',
    '\u{1a0}'..='\u{1a1}',
    '\u{1af}'..='\u{1b0}',
    '\u{1cd}'..='\u{1dc}',
    '\u{218}'..='\u{21b}',
    '\u{386}'..='\u{3ce}',
    '\u{400}'..='\u{45f}',
    '\u{5d0}'..='\u{5ea}',
    '\u{620}'..='\u{63f}',
    '\u{641}'..='\u{64a}',
    '\u{1e00}'..='\u{1ef9}',
];

/// Letters whose capitals are written with two signs.
const ODD: &str = "ŉẚ";

#[test]
fn letters_are_folded_as_unicode_takes_them_apart() {
    let nfd = DecomposingNormalizer::new_nfd();
    let letters = LETTERS.into_iter().flatten();
    let letters: Vec<char> =
        letters.filter(|it| it.is_alphabetic() && !ODD.contains(*it)).collect();
    assert!(letters.len() > 600);
    for letter in letters.into_iter().map(String::from) {
        let own = folded(&letter);
        assert_eq!(own, folded(&nfd.normalize(&letter)), "{letter} taken apart");
        assert_eq!(own, folded(&letter.to_lowercase()), "{letter} in lower case");
        assert_eq!(own, folded(&letter.to_uppercase()), "{letter} in upper case");
        assert_ne!(own, "", "{letter} counts");
    }
}

/// A text of letters in which slips can be told apart from accents.
fn any_word() -> impl Strategy<Value = String> {
    "[a-zà-öø-ÿа-я]{1,12}"
}

proptest! {
    #[test]
    fn folding_is_idempotent(text in any::<String>(), articles in any::<String>()) {
        let once = folded(&text);
        prop_assert_eq!(&folded(&once), &once);
        prop_assert_eq!(&folded(&text.to_ascii_uppercase()), &once);
        let own = Spelling::of(&text, &text, &articles);
        prop_assert_eq!(own, RIGHT);
    }

    #[test]
    fn spelling_right_goes_both_ways(one in any::<String>(), other in any::<String>()) {
        let right = |it: Option<Spelling>| it == RIGHT;
        let [there, back] = [(&one, &other), (&other, &one)]
            .map(|(typed, answer)| right(Spelling::of(typed, answer, ENGLISH)));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn an_answer_is_right_however_it_is_dressed(words in prop::collection::vec(any_word(), 1..4)) {
        let answer = words.join(" ");
        let dressed = format!("¡The \u{201c}{}\u{201d}!", words.join(" - ").to_uppercase());
        prop_assert_eq!(Spelling::of(&dressed, &answer, ENGLISH), RIGHT);
    }

    #[test]
    fn a_slip_is_one_letter_of_a_long_word(
        word in "[b-z]{2,12}", place in any::<prop::sample::Index>(), kind in 0..4_usize
    ) {
        let mut letters: Vec<char> = word.chars().collect();
        let place = place.index(letters.len());
        match kind {
            0 => letters[place] = 'a',
            1 => letters.insert(place, 'a'),
            2 => drop(letters.remove(place)),
            _ => letters.swap(place, (place + 1) % word.len()),
        }
        let typed: String = letters.into_iter().collect();
        // The ends are no neighbours, and two letters that are the same change nothing.
        prop_assume!(kind < 3 || place + 1 < word.len());
        let expected = if typed == word {
            RIGHT
        } else {
            SLIP.filter(|_| word.len() >= 6)
        };
        prop_assert_eq!(Spelling::of(&typed, &word, ""), expected);
        let further = [&typed, "aa"].concat();
        prop_assert_eq!(Spelling::of(&further, &word, ""), None);
    }

    #[test]
    fn whatever_counts_differs_by_little(typed in any_word(), answer in any_word()) {
        let [one, other] = [&typed, &answer].map(|it| folded(it));
        let distance = strsim::osa_distance(&one, &other);
        let expected = match distance {
            0 => RIGHT,
            1 => SLIP.filter(|_| other.chars().count() >= 6),
            _ => None,
        };
        prop_assert_eq!(Spelling::of(&typed, &answer, ""), expected);
    }
}
