//! The bench's story in the formats of the rivals, so that all say the same.

use serde_json::{Value, json};

use crate::Outcome;

/// What the rivals' scripts import: the story as `survey`, `timeline`, `charts` and `light`.
pub(crate) fn of(story: &Value) -> Outcome<Value> {
    let questions = list(story, "/trivia/questions")?;
    let events = list(story, "/timeline/events")?;
    let charts = list(story, "/charts")?;
    Ok(json!({
        "survey": survey(questions),
        "timeline": timeline(events),
        "charts": charts.iter().map(chart_js).collect::<Vec<_>>(),
        "light": {
            "questions": questions,
            "events": events,
            "charts": charts.iter().map(light_chart).collect::<Vec<_>>(),
        },
    }))
}

fn list<'a>(story: &'a Value, path: &str) -> Outcome<&'a Vec<Value>> {
    let found = story.pointer(path).and_then(Value::as_array);
    found.ok_or_else(|| format!("the bench's story has no {path}"))
}

/// SurveyJS: one question to a page, its explanation shown once it is answered.
fn survey(questions: &[Value]) -> Value {
    let page = |question: &Value| {
        let choices = array(&question["options"])
            .iter()
            .map(|option| json!({ "value": option["id"], "text": option["text"] }));
        let (id, explanation) = (text(&question["id"]), text(&question["explanation"]));
        json!({ "elements": [
            {
                "type": "radiogroup", "name": id, "title": question["prompt"],
                "choices": choices.collect::<Vec<_>>(), "correctAnswer": question["answer"],
            },
            {
                "type": "html", "name": format!("{id}-verdict"), "visibleIf": format!("{{{id}}} notempty"),
                "html": format!("<p class=\"verdict\" role=\"status\">{explanation}</p>"),
            },
        ] })
    };
    json!({ "pages": questions.iter().map(page).collect::<Vec<_>>() })
}

/// TimelineJS3.
fn timeline(events: &[Value]) -> Value {
    let event = |event: &Value| {
        let mut date = text(&event["date"]).split('-');
        json!({
            "unique_id": event["id"],
            "start_date": { "year": date.next(), "month": date.next(), "day": date.next() },
            "text": { "headline": event["title"], "text": event["text"] },
        })
    };
    json!({ "events": events.iter().map(event).collect::<Vec<_>>() })
}

/// Chart.js.
fn chart_js(chart: &Value) -> Value {
    let title = json!({ "display": true, "text": chart["title"] });
    let y = json!({ "beginAtZero": true, "title": { "display": true, "text": chart["unit"] } });
    let (kind, labels, names, data) = columns(chart);
    let datasets = names.iter().zip(&data).zip(COLORS).map(|((name, values), color)| {
        json!({ "label": name, "data": values, "borderColor": color, "backgroundColor": color })
    });
    json!({
        "type": kind,
        "data": { "labels": labels, "datasets": datasets.collect::<Vec<_>>() },
        "options": { "plugins": { "title": title }, "scales": { "y": y } },
    })
}

const COLORS: [&str; 2] = ["#8c2f39", "#2f5d8c"];

/// uPlot: places of bars, or numbers or seconds since 1970 of points, then one list for each series.
fn light_chart(chart: &Value) -> Value {
    let (kind, labels, names, values) = columns(chart);
    let is_bars = kind == "bar";
    let x: Vec<Value> = labels
        .iter()
        .enumerate()
        .map(|(place, label)| if is_bars { json!(place) } else { position(label) })
        .collect();
    let mut data = vec![json!(x)];
    data.extend(values);
    json!({
        "title": chart["title"],
        "labels": is_bars.then_some(&labels),
        "dates": chart["x"]["scale"] == "date",
        "names": names,
        "data": data,
    })
}

/// Kind in Chart.js's words, labels or places along x, and the name and values of each series.
fn columns(chart: &Value) -> (&'static str, Vec<Value>, Vec<Value>, Vec<Value>) {
    let pick = |of: &Value, key: &str| -> Vec<Value> {
        array(of).iter().map(|one| one[key].clone()).collect()
    };
    if chart["kind"] == "bars" {
        let rows = &chart["rows"];
        ("bar", pick(rows, "label"), vec![chart["unit"].clone()], vec![json!(pick(rows, "value"))])
    } else {
        let columns = &chart["columns"];
        ("line", array(&columns[0]["x"]).to_vec(), pick(columns, "label"), pick(columns, "y"))
    }
}

/// A number stays; of a date, seconds since 1970.
fn position(label: &Value) -> Value {
    let Some(date) = label.as_str() else { return label.clone() };
    let moment = humantime::parse_rfc3339(&format!("{date}T00:00:00Z"));
    let since = moment.ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    json!(since.map(|since| since.as_secs()))
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rival_gets_everything() {
        let story = include_str!("../stories/bench.story.json");
        let content = of(&serde_json::from_str(story).unwrap()).unwrap();
        assert_eq!(array(&content["survey"]["pages"]).len(), 10);
        assert_eq!(array(&content["timeline"]["events"]).len(), 12);
        assert_eq!(array(&content["charts"]).len(), 4);
        for chart in array(&content["light"]["charts"]) {
            let data = array(&chart["data"]);
            assert_eq!(data.len(), array(&chart["names"]).len() + 1);
            for column in data {
                assert!(
                    array(column).len() >= 4 && array(column).iter().all(Value::is_number),
                    "{chart}"
                );
            }
        }
        assert!(!content.to_string().contains(":null}"), "{content}");
    }

    #[test]
    fn a_day_is_placed_by_its_seconds() {
        assert_eq!(position(&json!("1970-01-02")), json!(86_400));
        assert_eq!(position(&json!(3)), json!(3));
    }
}
