//! Answers that readers type, compared with those of a story.
//!
//! In: what of a text counts, and how far two may differ. Out: the answers themselves
//! (`question`), what they are worth (`crate::session`).
//!
//! Case, accents, punctuation and spaces do not count, nor do articles in front; in words of six
//! letters or more one slip is forgiven. Letters are folded by small tables of our own: Rust's and
//! those of crates for Unicode know every script there is, and weigh many times as much.

/// How an answer that counts as right is spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// With a slip in a long word, or in several.
    Slip,
    /// As it should be.
    Right,
}

/// A word of so many letters may have a slip.
const LONG_WORD: usize = 6;

impl Spelling {
    /// How `typed` is spelled if it is meant to say `answer`; none if it says something else.
    ///
    /// `articles` are those of the story's language, with spaces between.
    pub fn of(typed: &str, answer: &str, articles: &str) -> Option<Self> {
        let (typed, answer, articles) = (folded(typed), folded(answer), folded(articles));
        let typed = without_articles(&typed, &articles);
        let answer = without_articles(&answer, &articles);
        if typed.replace(' ', "") == answer.replace(' ', "") {
            return Some(Self::Right);
        }
        let mut words = answer.split(' ');
        let mut is_near =
            |typed| words.next().is_some_and(|word| typed == word || is_slip(typed, word));
        let is_slip = typed.split(' ').all(&mut is_near) && words.next().is_none();
        is_slip.then_some(Self::Slip)
    }
}

/// Whether a word differs from a long one of an answer by a letter that is another, is missing or
/// too much, or by two neighbours that changed places. A number with a slip is another number.
fn is_slip(typed: &str, word: &str) -> bool {
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let (letters, typed_letters) = (word.chars().count(), typed.chars().count());
    // The distance of two words costs the product of their lengths.
    letters >= LONG_WORD
        && letters.abs_diff(typed_letters) <= 1
        && !has_digit(typed)
        && !has_digit(word)
        && strsim::osa_distance(typed, word) <= 1
}

/// A folded text without words in front that are articles; the last word stays whatever it is.
fn without_articles<'a>(mut text: &'a str, articles: &str) -> &'a str {
    while let Some((word, rest)) = text.split_once(' ')
        && articles.split(' ').any(|article| article == word)
    {
        text = rest;
    }
    text
}

/// Whether a text has a part, both in the same letters; every text has the empty one.
pub fn has_part(text: &str, part: &str) -> bool {
    // The standard library's search would add its engine to the card.
    part.is_empty() || text.as_bytes().windows(part.len()).any(|it| it == part.as_bytes())
}

/// What counts of a text: its words, in letters without case and accents, with a space between;
/// empty if nothing does.
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    for letter in text.chars() {
        let letter = half_width(letter);
        if !is_in(GAPS, letter) {
            push_folded(&mut folded, letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_ascii_end().len());
    folded
}

/// The ASCII character for one that is as wide as an ideograph.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// What ends a word: blanks, punctuation and signs; each range by its first and last character.
const GAPS: &str = "\0/:@[`{\u{ac}\u{ae}\u{bf}\u{d7}\u{d7}\u{f7}\u{f7}\u{2b9}\u{2ff}\
    \u{37e}\u{37e}\u{387}\u{387}\u{55a}\u{55f}\u{589}\u{58a}\u{5be}\u{5be}\u{5c0}\u{5c0}\
    \u{5c3}\u{5c3}\u{5f3}\u{5f4}\u{60c}\u{60c}\u{61b}\u{61b}\u{61f}\u{61f}\u{6d4}\u{6d4}\
    \u{964}\u{965}\u{1680}\u{1680}\u{2000}\u{200a}\u{2010}\u{2029}\u{202f}\u{205f}\
    \u{2190}\u{2bff}\u{3000}\u{3004}\u{3008}\u{3020}\u{3030}\u{3030}\u{30fb}\u{30fb}";

/// What only marks the letter before it, and many leave out: accents, the points of Hebrew and
/// Arabic; and what nobody sees.
const MARKS: &str = "\u{ad}\u{ad}\u{300}\u{36f}\u{483}\u{489}\u{591}\u{5c7}\u{610}\u{61a}\
    \u{61c}\u{61c}\u{640}\u{640}\u{64b}\u{65f}\u{670}\u{670}\u{6d6}\u{6dc}\u{6df}\u{6e4}\
    \u{6e7}\u{6e8}\u{6ea}\u{6ed}\u{200b}\u{200f}\u{202a}\u{202e}\u{2060}\u{206f}\
    \u{fe00}\u{fe0f}\u{feff}\u{feff}";

/// Two characters after each other, again and again.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let mut letters = text.chars();
    std::iter::from_fn(move || Some((letters.next()?, letters.next()?)))
}

/// Whether a character is in one of these ranges.
fn is_in(ranges: &str, c: char) -> bool {
    pairs(ranges).any(|(first, last)| (first..=last).contains(&c))
}

/// The letters from U+00C0 to U+017F, of Latin-1 and Latin Extended-A, then those from U+1E00 to
/// U+1EF9, of Latin Extended Additional. A capital is two letters.
const LATIN: &str = "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTyaaaaaaccccccccddddee\
    eeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrsssssssstttttt\
    uuuuuuuuuuuuwwyyyzzzzzzsaabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllll\
    llmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyy\
    zzzzzzhtwyasssSdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo\
    uuuuuuuuuuuuuuyyyyyyyy";

/// Other letters, each before the one that it folds to: Vietnamese, Romanian, Pinyin, African
/// languages and Azerbaijani; Greek; Cyrillic; Arabic, whose alef, waw and yeh may carry a hamza,
/// and whose yeh, kaf and teh are written in several ways.
const OTHERS: &str = "ƠoơoƯuưuȘsșsȚtțtǍaǎaǏiǐiǑoǒoǓuǔuǕuǖuǗuǘuǙuǚuǛuǜuǦgǧgǨkǩkƁbɓbƊdɗdƘkƙkƳyƴyƆɔƐɛƎǝƏə\
    ΆαΈεΉηΊιΌοΎυΏωΐιΰυΪιΫυάαέεήηίιϊιϋυόούυώωςσ\
    ЁеёеЀеѐеЍиѝиЙийиЃгѓгЌкќкЎуўуЇіїі\
    \u{622}\u{627}\u{623}\u{627}\u{625}\u{627}\u{671}\u{627}\u{624}\u{648}\u{626}\u{64a}\
    \u{649}\u{64a}\u{6cc}\u{64a}\u{6a9}\u{643}\u{629}\u{647}";

/// Adds to a text what counts of a letter.
fn push_folded(text: &mut String, letter: char) {
    if is_in(MARKS, letter) {
        return;
    }
    let other = || pairs(OTHERS).find(|(from, _)| *from == letter).map(|(_, to)| to);
    text.push_str(match latin(letter) {
        Some('A') => "ae",
        Some('I') => "ij",
        Some('O') => "oe",
        Some('S') => "ss",
        Some('T') => "th",
        Some(one) => return text.push(one),
        None => return text.push(other().unwrap_or_else(|| lower_case(letter))),
    });
}

/// What a Latin letter with an accent folds to.
fn latin(letter: char) -> Option<char> {
    let place = match u32::from(letter) {
        code @ 0xc0..=0x17f => code - 0xc0,
        code @ 0x1e00..=0x1ef9 => code - 0x1e00 + 0xc0,
        _ => return None,
    };
    LATIN.as_bytes().get(place as usize).map(|byte| char::from(*byte))
}

/// The small letter for a capital that stands a fixed way from it.
fn lower_case(c: char) -> char {
    let code = u32::from(c);
    let away = match code {
        0x41..=0x5a | 0x391..=0x3a9 | 0x410..=0x42f => 0x20,
        0x400..=0x40f => 0x50,
        0x531..=0x556 => 0x30,
        // Pairs of a capital and a small letter.
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => (code + 1) % 2,
        0x4c1..=0x4ce => code % 2,
        _ => 0,
    };
    char::from_u32(code + away).unwrap_or(c)
}
