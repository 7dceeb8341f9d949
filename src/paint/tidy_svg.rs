//! A picture as SVG text that is short: for pages without script, and for snapshots.

use super::svg::svg_as_drawn;
use super::{PaintError, Picture, Theme};

/// How colours are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// As they are: `#a8123a`.
    Hex,
    /// As the card's custom properties: `var(--story-accent, #a8123a)`.
    Tokens,
}

/// Draws a picture as an `<svg>` element.
pub fn svg(picture: &Picture, theme: &Theme, colors: Colors) -> Result<String, PaintError> {
    let text = tidy(&svg_as_drawn(picture, theme)?);
    Ok(if colors == Colors::Tokens { with_tokens(&text, theme) } else { text })
}

/// Rounds what scaling left, writes colours in small letters and drops what goes without saying.
///
/// A quotation mark in a label is written `&quot;`, so these words stand in tags alone.
fn tidy(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    for (index, part) in svg.replace(" opacity=\"1\"", "").split("=\"").enumerate() {
        if index > 0 {
            out.push_str("=\"");
        }
        let (value, rest) = match part.split_once('"') {
            Some(split) if index > 0 => split,
            _ => {
                out.push_str(part);
                continue;
            }
        };
        out.push_str(&tidy_value(value));
        out.push('"');
        out.push_str(rest);
    }
    out
}

/// A number with at most two decimals, a colour in small letters, anything else as it is.
fn tidy_value(value: &str) -> String {
    if value.starts_with('#') {
        return value.to_ascii_lowercase();
    }
    match value.parse::<f64>() {
        Ok(number) if number.is_finite() => format!("{}", (number * 100.0).round() / 100.0),
        _ => value.trim_end().to_owned(),
    }
}

/// Writes the theme's colours as custom properties, each with its value for where there are none.
fn with_tokens(svg: &str, theme: &Theme) -> String {
    theme.tokens().iter().fold(svg.to_owned(), |svg, (token, color)| {
        let hex = color.hex();
        svg.replace(&format!("=\"{hex}\""), &format!("=\"var({token}, {hex})\""))
    })
}
