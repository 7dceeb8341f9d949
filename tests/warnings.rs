//! Likely slips in a valid story: each is found, and a good story has none.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;

use serde_json::{Value, json};
use story_card::story::{PictureFile, Story};

fn minimal() -> Value {
    let text = fs::read("tests/stories/good/minimal.story.json").unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// The warnings of the minimal story after a change, sorted: path and what is wrong.
fn warnings(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut story = minimal();
    change(&mut story);
    let text = serde_json::to_string_pretty(&story).unwrap();
    let story = Story::parse(text.as_bytes()).unwrap();
    let warnings = story.warnings(&text, &beside);
    assert!(warnings.is_sorted_by_key(|warning| warning.at));
    // The order of keys, and with it of warnings, depends on how serde_json is built.
    let mut warnings: Vec<String> =
        warnings.iter().map(|warning| format!("{}: {}", warning.path, warning.wrong)).collect();
    warnings.sort();
    warnings
}

/// What stands beside the stories of these tests.
fn beside(name: &str) -> PictureFile {
    match name {
        "missing.png" => PictureFile::Missing,
        "text.png" => PictureFile::Other,
        _ => PictureFile::Picture {
            width: 400,
            height: 300,
            may_turn: name.ends_with(".jpg"),
            bytes: 1000,
        },
    }
}

/// So many questions with one right answer, made by a function of their number.
fn questions(count: usize, question: impl Fn(usize) -> Value) -> Value {
    (0..count).map(question).collect()
}

fn one(number: usize, options: [&str; 3], answer: usize) -> Value {
    let ids = ["a", "b", "c"];
    let options: Vec<Value> =
        ids.iter().zip(options).map(|(id, text)| json!({ "id": id, "text": text })).collect();
    json!({
        "id": format!("q{number}"), "kind": "one", "prompt": "Which?", "options": options,
        "answer": ids[answer], "explanation": "So.", "see": ["timeline/lit"],
    })
}

#[test]
fn a_good_story_has_no_warning() {
    assert_eq!(warnings(|_| {}), [""; 0]);
}

/// The warnings of a story of the repository: path and what is wrong.
fn warnings_of(file: &str) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let story = Story::parse(text.as_bytes()).unwrap();
    let warnings = story.warnings(&text, &beside);
    warnings.iter().map(|warning| format!("{}: {}", warning.path, warning.wrong)).collect()
}

#[test]
fn the_stories_of_the_repository_have_those_warnings_that_are_right() {
    assert_eq!(warnings_of("static/stories/ballerina.story.json"), [""; 0]);
    assert_eq!(
        warnings_of("tests/stories/good/figures.story.json"),
        [": no item links to another"]
    );
    let everything = warnings_of("tests/stories/good/everything.story.json");
    let [english, cover, era] = &everything[..] else { panic!("{everything:?}") };
    assert!(english.ends_with("messages are in English, the story in he"), "{english}");
    // "What did it cost?" asks for the figure "What it cost to build".
    let wrong = "the cover answers this question, in its figure \"cost\"";
    assert_eq!(cover, &format!("trivia.questions[4].id: {wrong}"));
    assert_eq!(era, "timeline.events[0].date: \"-0043\" is 44 BCE");
}

#[test]
fn a_source_that_nothing_rests_on_is_named() {
    let found = warnings(|story| {
        let sources = story["sources"].as_array_mut().unwrap();
        sources.push(json!({ "id": "spare", "title": "Spare" }));
    });
    assert_eq!(found, ["sources[1].id: nothing rests on the source \"spare\""]);
}

#[test]
fn markup_of_other_tools_is_named() {
    let found = warnings(|story| {
        let event = &mut story["timeline"]["events"][0];
        event["title"] = json!("The light is <b>lit</b>");
        event["text"] = json!("Fish &amp; chips, 1 < 2 & 3 > 2; a&b");
        story["charts"][0]["note"] = json!("See https://example.org/x");
        story["charts"][0]["subtitle"] = json!("See [this](https://example.org/x)");
    });
    assert_eq!(
        found,
        [
            "charts[0].note: this address is not a link",
            "timeline.events[0].text: \"&amp;\" looks like HTML",
            "timeline.events[0].title: \"<b>\" looks like HTML",
        ]
    );
}

/// The warnings of the minimal story with these opening paragraphs.
fn opening(text: &Value) -> Vec<String> {
    warnings(|story| {
        story["sections"].as_array_mut().unwrap().push(json!("overview"));
        story["sources"].as_array_mut().unwrap().push(json!({ "id": "diary", "title": "Diary" }));
        story["overview"] = json!({ "sources": ["diary"], "text": text });
    })
}

#[test]
fn a_number_in_the_opening_without_a_source_of_its_own_is_named() {
    let wrong = "this paragraph has a number and no source of its own";
    let found = opening(&json!("It burnt 137 days."));
    assert_eq!(found, [format!("overview.text: {wrong}")]);
    let found = opening(&json!([
        "It follows *Chapter 3* and [its end](https://example.org/4).",
        { "text": "It burnt 137 days.", "sources": ["log"] },
        "Since then [90 people](https://example.org/x) have seen it.",
    ]));
    assert_eq!(found, [format!("overview.text[2]: {wrong}")]);
}

#[test]
fn what_only_a_paragraph_rests_on_is_used() {
    let found = opening(&json!({ "text": "It stood.", "sources": ["diary"] }));
    assert_eq!(found, [""; 0]);
    let found = opening(&json!({ "text": "It stood.", "sources": ["log"] }));
    assert_eq!(found, ["sources[1].id: nothing rests on the source \"diary\""]);
}

#[test]
fn a_story_without_links_is_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"][0].as_object_mut().unwrap().remove("see");
    });
    assert_eq!(found, [": no item links to another"]);
}

#[test]
fn a_lane_without_events_is_named() {
    let found = warnings(|story| {
        let lanes = story["timeline"]["lanes"].as_array_mut().unwrap();
        lanes.push(json!({ "id": "film", "title": "Film", "scale": "order" }));
    });
    assert_eq!(found, ["timeline.lanes[1].id: the lane \"film\" has no event"]);
}

#[test]
fn messages_missing_in_another_language_are_counted() {
    let found = warnings(|story| {
        story["lang"] = json!("de");
        story["messages"] = json!({ "quiz.next": "Weiter" });
    });
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("messages are in English, the story in de"), "{}", found[0]);
    assert_eq!(warnings(|story| story["lang"] = json!("en-GB")), [""; 0]);
}

#[test]
fn an_answer_that_is_always_first_or_longest_is_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = questions(4, |n| one(n, ["long one", "b", "c"], 0));
    });
    assert_eq!(
        found,
        [
            "trivia.questions[0].id: the first option is always right",
            "trivia.questions[0].id: the longest option is always right",
        ]
    );
    let varied = warnings(|story| {
        story["trivia"]["questions"] = questions(4, |n| one(n, ["long one", "b", "c"], n % 3));
    });
    assert_eq!(varied, [""; 0]);
}

#[test]
fn an_answer_that_is_mostly_first_or_longest_is_named() {
    let eight = |first: usize, options: [&str; 3]| {
        warnings(|story| {
            story["trivia"]["questions"] =
                questions(8, |n| one(n, options, usize::from(n >= first)));
        })
    };
    assert_eq!(
        eight(6, ["long one", "b", "c"]),
        [
            "trivia.questions[0].id: the first option is right in 6 of 8 questions",
            "trivia.questions[0].id: the longest option is right in 6 of 8 questions",
        ]
    );
    assert_eq!(
        eight(6, ["eleven long", "ten letter", "c"]),
        ["trivia.questions[0].id: the first option is right in 6 of 8 questions"],
        "a letter more does not show"
    );
    assert_eq!(eight(5, ["long one", "b", "c"]), [""; 0]);
}

#[test]
fn several_answers_that_are_always_first_are_named() {
    let several = |answers: &[&str]| {
        warnings(|story| {
            story["trivia"]["questions"] = questions(4, |n| {
                let mut question = one(n, ["x", "y", "z"], 0);
                question["kind"] = json!("several");
                question["answer"] = json!(answers);
                question
            });
        })
    };
    assert_eq!(several(&["a", "b"]), ["trivia.questions[0].id: the first option is always right"]);
    assert_eq!(several(&["a", "c"]), [""; 0]);
    assert_eq!(several(&["a", "b", "c"]), [""; 0], "where all are right, no place tells");
}

#[test]
fn statements_that_are_all_true_are_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = questions(4, |n| {
            json!({
                "id": format!("q{n}"), "kind": "true-false", "prompt": "It was red.",
                "answer": true, "explanation": "So.", "see": ["timeline/lit"],
            })
        });
    });
    assert_eq!(found, ["trivia.questions[0].id: every statement to judge is true"]);
}

#[test]
fn options_that_read_the_same_are_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = questions(1, |n| one(n, ["Red", "Blue", "Red"], 1));
    });
    assert_eq!(found, ["trivia.questions[0].id: two options read \"Red\""]);
}

#[test]
fn options_that_differ_in_nothing_that_is_read_are_named() {
    let found = warnings(|story| {
        story["trivia"]["questions"] = json!([
            one(0, ["*Red*", "Blue", "red."], 1),
            one(1, ["C", "C++", "-C"], 1),
            {
                "id": "q2", "kind": "match", "prompt": "Who?", "explanation": "So.",
                "see": ["timeline/lit"],
                "pairs": [
                    { "id": "a", "left": "Ana", "right": "Lamp" },
                    { "id": "b", "left": "Ana", "right": "Bell" },
                ],
            },
        ]);
    });
    assert_eq!(
        found,
        [
            "trivia.questions[0].id: two options read \"red.\"",
            "trivia.questions[2].id: two left sides read \"Ana\"",
        ]
    );
}

#[test]
fn a_prompt_that_is_a_text_is_named() {
    let prompt = |words: usize| {
        warnings(|story| {
            let mut question = one(0, ["x", "y", "z"], 0);
            question["prompt"] = json!(format!("{} – why?", vec!["word"; words - 1].join(" ")));
            story["trivia"]["questions"] = json!([question]);
        })
    };
    assert_eq!(prompt(20), [""; 0], "a dash is no word");
    assert_eq!(prompt(21), ["trivia.questions[0].id: the prompt has 21 words"]);
}

/// The warnings of the minimal story with this one question, with a hint.
fn hinted(hint: &str, question: &Value) -> Vec<String> {
    let mut question = question.clone();
    let defaults = json!({
        "id": "q", "prompt": "Which was it?", "explanation": "The log names a red light.",
        "see": ["timeline/lit"], "hint": hint,
    });
    for (key, value) in defaults.as_object().unwrap() {
        question[key] = question.get(key).unwrap_or(value).clone();
    }
    warnings(|story| story["trivia"]["questions"] = json!([question]))
}

/// The questions whose hint is tried, each with hints that leave no doubt, and with others.
fn hints() -> [(Value, &'static [&'static str], &'static [&'static str]); 6] {
    let options = json!([
        { "id": "white", "text": "White" }, { "id": "red", "text": "A *deep* red" },
        { "id": "green", "text": "Green" },
    ]);
    let items = json!([
        { "id": "one", "text": "Ana" }, { "id": "two", "text": "Bram" },
        { "id": "three", "text": "Cato" },
    ]);
    let pairs = json!([
        { "id": "one", "left": "Ana", "right": "Lamp" },
        { "id": "two", "left": "Bram", "right": "Bell" },
        { "id": "three", "left": "Cato", "right": "Log" },
    ]);
    [
        (
            json!({ "kind": "one", "options": options, "answer": "red" }),
            &["It was a deep red.", "Neither white nor green.", "Read: the log names a red light!"],
            &["Not white.", "A deep red, white or green.", "Deep, it was.", "A deep redness."],
        ),
        (
            json!({ "kind": "several", "options": options, "answer": ["white", "green"] }),
            &["White and green.", "All but a deep red."],
            &["White is one.", "One of green and a deep red."],
        ),
        (
            json!({ "kind": "order", "items": items }),
            &["Ana came before Bram, and he before Cato."],
            &["Cato after Ana and Bram? Cato came late.", "Bram, Cato, Ana.", "Ana, Bram."],
        ),
        (
            json!({ "kind": "match", "pairs": pairs }),
            &["Ana has the lamp, Bram the bell."],
            &["Ana has the lamp.", "Ana, Bram and Cato have lamp, bell and log."],
        ),
        (
            json!({
                "kind": "estimate", "answer": { "value": 1250, "high": 1300 }, "min": 0,
                "max": 2000, "step": 10, "full": 10, "none": 300,
            }),
            &["It was 1,250.", "Some say 1300 metres."],
            &["More than 1,200, below 1,400.", "It was 1.25."],
        ),
        (
            json!({ "kind": "draw", "chart": "charts/height", "tolerance": 0.2 }),
            &["One has 41, the other 28.5."],
            &["One has 41."],
        ),
    ]
}

#[test]
fn a_hint_that_leaves_no_doubt_is_named() {
    for (question, telling, others) in hints() {
        for hint in telling {
            let found = hinted(hint, &question);
            assert_eq!(found, ["trivia.questions[0].id: the hint gives the answer away"], "{hint}");
        }
        for hint in others {
            assert_eq!(hinted(hint, &question), [""; 0], "{hint}");
        }
    }
}

#[test]
fn what_the_prompt_names_is_no_giveaway() {
    let mut question = one(0, ["White", "Red", "Green"], 1);
    question["prompt"] = json!("It shone white, not red. Which colour had the door?");
    assert_eq!(hinted("Look at the red lamp.", &question), [""; 0]);
}

/// The warnings of the minimal story with this overview and question.
fn covered(overview: &Value, question: &Value) -> Vec<String> {
    let mut question = question.clone();
    for (key, value) in
        [("id", json!("q")), ("explanation", json!("So.")), ("see", json!(["timeline/lit"]))]
    {
        question[key] = value;
    }
    warnings(|story| {
        story["sections"].as_array_mut().unwrap().push(json!("overview"));
        story["overview"] = overview.clone();
        story["overview"]["sources"] = json!(["log"]);
        story["trivia"]["questions"] = json!([question, one(1, ["x", "y", "z"], 1)]);
    })
}

#[test]
fn a_question_that_the_cover_answers_is_named() {
    let overview = json!({
        "text": "Ana Holt kept the light through the great storm.",
        "figures": [{ "id": "gross", "value": 137.2, "unit": "million", "label": "Taken in cinemas worldwide" }],
        "facts": [
            { "id": "age", "text": "The keeper was 23 when the owners bought his boat." },
            { "id": "folded", "text": "The boat sank near Holm.", "spoiler": true },
        ],
    });
    let keeper = |prompt: &str| {
        let mut question = one(0, ["Bram", "Ana Holt", "Cato"], 1);
        question["prompt"] = json!(prompt);
        question
    };
    let estimate = |prompt: &str, answer: f64| {
        json!({
            "kind": "estimate", "prompt": prompt, "answer": answer, "min": 0, "max": 200,
            "step": 0.1, "full": 1, "none": 30,
        })
    };
    let statement = |prompt: &str, answer: bool| json!({ "kind": "true-false", "prompt": prompt, "answer": answer });
    let mut sank = one(0, ["Ness", "Holm", "Skerry"], 1);
    sank["prompt"] = json!("Where did the boat sink?");
    let told = [
        (keeper("Who kept the light in the storm?"), "opening"),
        (estimate("How much was taken in cinemas?", 137.2), "figure \"gross\""),
        (estimate("How old was the keeper when his boat was bought?", 23.0), "fact \"age\""),
        (statement("The keeper was 23 when the owners bought the boat.", true), "fact \"age\""),
    ];
    for (question, place) in told {
        let wrong =
            format!("trivia.questions[0].id: the cover answers this question, in its {place}");
        assert_eq!(covered(&overview, &question), [wrong]);
    }
    let others = [
        keeper("Who painted the door of the tower green?"),
        keeper("Who was the brother of Ana Holt, who kept the light in the storm?"),
        estimate("How much was taken in cinemas?", 58.0),
        estimate("How many windows has the tower?", 23.0),
        statement("The keeper was 24 when the owners bought the boat.", true),
        statement("The keeper was 23 when the owners bought the boat.", false),
        sank,
    ];
    for question in others {
        assert_eq!(covered(&overview, &question), [""; 0], "{question}");
    }
}

/// The warnings of the minimal story in a language, apart from those of messages it lacks.
fn forms(lang: &str, messages: &Value) -> Vec<String> {
    let mut found = warnings(|story| {
        story["lang"] = json!(lang);
        story["messages"] = messages.clone();
    });
    found.retain(|warning| !warning.contains("are in English"));
    found
}

#[test]
fn forms_that_a_language_lacks_or_never_picks_are_named() {
    let sources = |forms: &[&str]| {
        let forms: serde_json::Map<String, Value> =
            forms.iter().map(|form| ((*form).to_owned(), json!("{n}"))).collect();
        json!({ "card.sources": forms })
    };
    let lacking = |forms: &str| {
        format!("messages[\"card.sources\"]: \"card.sources\" lacks the form {forms}")
    };
    assert_eq!(forms("en", &sources(&["other"])), [lacking("\"one\"")]);
    assert_eq!(forms("pl", &sources(&["one", "other"])), [lacking("\"few\" and \"many\"")]);
    assert_eq!(forms("pl", &sources(&["one", "few", "many", "other"])), [""; 0]);
    assert_eq!(
        forms("de", &sources(&["one", "two", "few", "other"])),
        [
            "messages[\"card.sources\"]: \"card.sources\" has the form \"two\" and \"few\", which de never picks"
        ]
    );
    assert_eq!(
        forms("ja", &sources(&["one", "other"])),
        ["messages[\"card.sources\"]: \"card.sources\" has the form \"one\", which ja never picks"]
    );
    // Only fractions, or whole millions, take this form there.
    for lang in ["cs", "fr"] {
        let mut all = vec!["one", "many", "other"];
        all.extend((lang == "cs").then_some("few"));
        assert_eq!(forms(lang, &sources(&all)), [""; 0]);
        all.retain(|form| *form != "many");
        assert_eq!(forms(lang, &sources(&all)), [""; 0]);
    }
    let unknown = ["lang: \"qqq-x\" is no language"];
    assert_eq!(forms("qqq-x", &sources(&["two", "other"])), unknown, "nobody knows its forms");
}

#[test]
fn a_counted_noun_with_one_form_is_named_where_nouns_bend() {
    let plain = json!({
        "card.sources": "{n} Quellen", "card.statements": "{n}\u{a0}Aussagen",
        "section.holds-trivia": "Fragen: {n}", "overview.more": "Noch {n}", "quiz.next": "Weiter",
    });
    let found = forms("de", &plain);
    let wrong = "a number stands before a noun that has one form, in 2 messages";
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with(wrong), "{found:?}");
    for lang in ["ja", "tr", "tr-CY"] {
        assert_eq!(forms(lang, &plain), [""; 0]);
    }
}

#[test]
fn a_warning_says_what_to_do() {
    let mut story = minimal();
    story["lang"] = json!("pl");
    story["messages"] =
        json!({ "card.sources": { "one": "x", "few": "x", "two": "x", "other": "x" } });
    let mut question = one(0, ["Red", "White", "Green"], 0);
    question["hint"] = json!("It was red.");
    story["trivia"]["questions"] = json!([question]);
    let text = story.to_string();
    let warnings = Story::parse(text.as_bytes()).unwrap().warnings(&text, &beside);
    let rights: Vec<&str> = warnings.iter().map(|warning| warning.right.as_str()).collect();
    for right in [
        "Numbers in pl take \"one\", \"few\", \"many\" and \"other\".",
        "Leave it out. Numbers in pl take \"one\", \"few\", \"many\" and \"other\".",
        "Let it narrow the choice down without naming the answer.",
    ] {
        assert!(rights.contains(&right), "{right} in {rights:?}");
    }
}

#[test]
fn an_answer_that_is_accepted_anyway_is_named() {
    let typed = |alternatives: &[&str]| {
        warnings(|story| {
            story["trivia"]["questions"] = json!([{
                "id": "q", "kind": "type", "prompt": "Which film?", "answer": "*The Bird*",
                "alternatives": alternatives, "explanation": "So.", "see": ["charts/height"],
            }]);
        })
    };
    assert_eq!(
        typed(&["Gannet", "b\u{ef}rd!", "A Gannet"]),
        [
            "trivia.questions[0].id: \"A Gannet\" is the same answer as \"Gannet\"",
            "trivia.questions[0].id: \"b\u{ef}rd!\" is the same answer as \"The Bird\"",
        ]
    );
    assert_eq!(typed(&["Gannet", "Gannets", "Le Gannet"]), [""; 0]);
}

#[test]
fn an_estimate_that_nobody_can_hit_is_named() {
    let estimate = |step: f64| {
        warnings(|story| {
            story["trivia"]["questions"] = json!([{
                "id": "q", "kind": "estimate", "prompt": "How tall?", "answer": 41, "min": 0,
                "max": 100, "step": step, "full": 1, "none": 30, "explanation": "So.",
                "see": ["charts/height"],
            }]);
        })
    };
    assert_eq!(estimate(25.0), ["trivia.questions[0].id: no setting of the scale has full credit"]);
    assert_eq!(estimate(2.0), [""; 0]);
}

#[test]
fn dates_before_our_era_are_said_once_with_what_they_mean() {
    let dated = |dates: &[&str]| {
        warnings(|story| {
            story["sources"][0]["published"] = json!(dates[0]);
            let events = story["timeline"]["events"].as_array_mut().unwrap();
            events[0]["date"] = json!(dates[0]);
            for (nth, date) in dates.iter().enumerate() {
                let (id, lane) = (format!("e{nth}"), events[0]["lane"].clone());
                events.push(json!({
                    "id": id, "lane": lane, "date": date, "title": "A day", "sources": ["log"],
                }));
            }
        })
    };
    let found = dated(&["-0044-03-15", "0000", "0079", "-0026/0014", "-66000000"]);
    let wrong = "\"-0044-03-15\" is 15 March 45 BCE, \"0000\" is 1 BCE, \
                 \"-0026/0014\" is 27 BCE to 14 CE";
    assert_eq!(found, [format!("sources[0].published: {wrong}")]);
    let many: Vec<String> = (1..=20).map(|year| format!("-{year:04}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(dated(&many)[0].ends_with("\"-0008\" is 9 BCE, and 12 more"));
    assert_eq!(dated(&["0001", "-66000000", "1960s", "/1945"]), [""; 0]);
}

#[test]
fn a_setting_in_a_lane_of_dates_is_named() {
    let setting = |scale: &str| {
        warnings(|story| {
            let timeline = &mut story["timeline"];
            timeline["lanes"][0]["scale"] = json!(scale);
            timeline["events"][0]["setting"] = json!("Prologue");
            if scale == "order" {
                timeline["events"][0].as_object_mut().unwrap().remove("date");
                timeline["events"][0]["order"] = json!(1);
            }
        })
    };
    let wrong = "a \"setting\" is not shown in a lane of dates";
    assert_eq!(setting("dates"), [format!("timeline.events[0].setting: {wrong}")]);
    assert_eq!(setting("order"), [""; 0]);
}

/// What is said of a language, without what is said of missing messages.
fn of_language(lang: &str, dir: Option<&str>) -> Vec<String> {
    let found = warnings(|story| {
        story["lang"] = json!(lang);
        if let Some(dir) = dir {
            story["dir"] = json!(dir);
        }
    });
    found.into_iter().filter(|it| it.starts_with("lang: ")).collect()
}

#[test]
fn what_is_no_language_is_named() {
    for lang in ["english", "jp", "xx", "qqz"] {
        assert_eq!(of_language(lang, None), [format!("lang: \"{lang}\" is no language")]);
    }
    assert_eq!(of_language("eng", None), ["lang: \"eng\" has a shorter code"]);
    for lang in ["en", "pt-BR", "zh-Hant", "EN-gb", "haw", "mul"] {
        assert_eq!(of_language(lang, None), [""; 0], "{lang}");
    }
}

#[test]
fn a_language_from_the_right_needs_its_direction() {
    for lang in ["ar", "he", "fa-IR", "ur", "az-Arab", "ckb", "yi", "dv"] {
        let wrong = format!("lang: \"{lang}\" is written from the right");
        assert_eq!(of_language(lang, None), [wrong]);
        assert_eq!(of_language(lang, Some("rtl")), [""; 0], "{lang}");
        assert_eq!(of_language(lang, Some("ltr")), [""; 0], "it is the author's word");
    }
    assert_eq!(of_language("az-Latn", None), [""; 0]);
}

#[test]
fn a_picture_that_is_not_there_is_named() {
    let picture =
        |url: &str| warnings(|story| story["image"] = json!({ "url": url, "alt": "The tower." }));
    let wrong = "image.url: there is no file \"missing.png\" beside the story";
    assert_eq!(picture("missing.png"), [wrong]);
    assert_eq!(picture("there.png"), [""; 0]);
    assert_eq!(picture("https://example.org/missing.png"), [""; 0]);
}

/// A picture of an item, with some of it replaced.
fn item_picture(change: &Value) -> Value {
    let mut picture = json!({
        "url": "there.png", "alt": "A tower at dusk.", "credit": "Me", "width": 400, "height": 300,
    });
    picture.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    picture
}

#[test]
fn pictures_of_items_are_looked_at() {
    let of_event = |change: Value| {
        warnings(|story| story["timeline"]["events"][0]["image"] = item_picture(&change))
    };
    let at = "timeline.events[0].image";
    assert_eq!(of_event(json!({})), [""; 0]);
    assert_eq!(of_event(json!({"alt": ""})), [""; 0], "decoration");
    assert_eq!(
        of_event(json!({"url": "missing.png"})),
        [format!("{at}.url: there is no file \"missing.png\" beside the story")]
    );
    assert_eq!(
        of_event(json!({"url": "text.png"})),
        [format!("{at}.url: the file \"text.png\" is no picture that browsers show")]
    );
    assert_eq!(
        of_event(json!({"height": 301})),
        [format!("{at}.width: the picture is 400 pixels wide and 300 high")]
    );
    let turned = json!({"width": 300, "height": 400});
    assert_eq!(of_event(turned.clone()).len(), 1);
    let mut of_telephone = turned;
    of_telephone["url"] = json!("turned.jpg");
    assert_eq!(of_event(of_telephone), [""; 0], "a telephone saves it so");
    assert_eq!(of_event(json!({"url": "https://example.org/missing.png"})), [""; 0]);
    let credit = json!({"credit": "c".repeat(101)});
    assert_eq!(of_event(credit), [format!("{at}.credit: this text has 101 characters")]);
}

#[test]
fn the_words_of_a_question_s_picture_are_looked_at() {
    let of_question = |change: Value| {
        warnings(|story| story["trivia"]["questions"][0]["image"] = item_picture(&change))
    };
    let at = "trivia.questions[0].image";
    assert_eq!(of_question(json!({})), [""; 0]);
    assert_eq!(
        of_question(json!({"alt": ""})),
        [format!("{at}.alt: the picture of a question has no words")]
    );
    let gives_away = [format!("{at}.alt: the words of the picture give the answer away")];
    assert_eq!(of_question(json!({"alt": "A red light over the sea."})), gives_away);
    assert_eq!(of_question(json!({"credit": "Red Pictures Ltd."})), gives_away);
}

#[test]
fn texts_over_their_measure_are_named() {
    let found = warnings(|story| {
        story["title"] = json!("t".repeat(71));
        story["charts"][0]["rows"][1]["label"] = json!("é".repeat(41));
        let address = format!("[so](https://example.org/{})", "x".repeat(400));
        story["timeline"]["events"][0]["text"] = json!(address);
    });
    assert_eq!(
        found,
        [
            "charts[0].rows[1].label: this text has 41 characters",
            "title: this text has 71 characters",
        ]
    );
    assert_eq!(warnings(|story| story["title"] = json!("t".repeat(70))), [""; 0]);
}

#[test]
fn paragraphs_over_their_measure_are_named() {
    let long = "So. ".repeat(101);
    let wrong = "this text has 404 characters";
    assert_eq!(opening(&json!(long)), [format!("overview.text: {wrong}")]);
    let both = opening(&json!([long, { "text": long, "sources": ["log"] }]));
    assert_eq!(
        both,
        [format!("overview.text[0]: {wrong}"), format!("overview.text[1].text: {wrong}")]
    );
}

#[test]
fn twelve_values_to_draw_are_named() {
    let draw = |count: usize| {
        warnings(|story| {
            story["charts"][0]["rows"] = (0..count)
                .map(|n| json!({ "id": format!("r{n}"), "label": "So", "value": n }))
                .collect();
            story["trivia"]["questions"][0] = json!({
                "id": "q", "kind": "draw", "prompt": "How tall?", "chart": "charts/height", "tolerance": 0.1,
                "explanation": "So.", "see": ["timeline/lit"],
            });
        })
    };
    assert_eq!(draw(12), ["trivia.questions[0].id: there are 12 values to draw"]);
    assert_eq!(draw(11), [""; 0]);
}

#[test]
fn a_statement_that_ages_needs_its_day() {
    let fact = |text: &str, more: &dyn Fn(&mut Value)| {
        warnings(|story| {
            story["sections"].as_array_mut().unwrap().push(json!("overview"));
            story["overview"] =
                json!({ "facts": [{ "id": "f", "text": text, "sources": ["log"] }] });
            more(story);
        })
    };
    let wrong = |phrase: &str| {
        let wrong = format!("\"{phrase}\" may change, and the card does not know when it was so");
        [format!("overview.facts[0].text: {wrong}")]
    };
    let nothing = |_: &mut Value| {};
    assert_eq!(fact("It stood as of June 1911.", &nothing), wrong("as of June 1911"));
    assert_eq!(fact("It has stood so far.", &nothing), wrong("so far"));
    assert_eq!(fact("It stood as of old.", &nothing), [""; 0]);
    let dated = |story: &mut Value| story["overview"]["facts"][0]["as_of"] = json!("1911-06");
    assert_eq!(fact("It stood as of June 1911.", &dated), [""; 0]);
    let researched = |story: &mut Value| story["as_of"] = json!("1911");
    assert_eq!(fact("It has stood so far.", &researched), [""; 0], "the foot says when");
    let german = |story: &mut Value| story["lang"] = json!("de");
    assert!(fact("Es stand so far.", &german).iter().all(|it| !it.contains("may change")));
}

#[test]
fn a_window_beside_all_events_and_more_of_them_than_can_be_read_are_told() {
    let found = warnings(|story| story["timeline"]["window"] = json!("1700/1750"));
    assert_eq!(found, ["timeline.window: the window shows no event of a lane of dates"]);
    let found = warnings(|story| {
        let events = story["timeline"]["events"].as_array_mut().unwrap();
        let event = events[0].clone();
        for nth in events.len()..5001 {
            let mut event = event.clone();
            event["id"] = json!(format!("e{nth}"));
            events.push(event);
        }
    });
    assert!(found.contains(&"timeline.events: the timeline has 5001 events".to_owned()));
}
