//! The surface beside the `plotters-canvas` in it, alone: the same pixels, fonts and errors.

use crate::canvas::{canvas, pixels};
use crate::page::Guest;
use crate::words::{BLACK, Words};
use js_sys::{Function, Reflect};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};
use plotters_canvas::CanvasBackend;
use story_card::browser::hooks::measure;
use story_card::browser::surface::Surface;
use story_card::layout::Font;
use story_card::paint::font_family;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

const WIDTH: u32 = 240;
const HEIGHT: u32 = 160;

/// Two colours that are seen through each other.
const COLORS: [BackendColor; 2] = [
    BackendColor { alpha: 1.0, rgb: (168, 18, 58) },
    BackendColor { alpha: 0.35, rgb: (1, 102, 204) },
];

type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A stroke of some width.
struct Stroke(BackendColor, u32);

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.0
    }

    fn stroke_width(&self) -> u32 {
        self.1
    }
}

/// The corners of a star, each a step further than the one before.
fn star(step: i32) -> [BackendCoord; 5] {
    [(60, 5), (95, 110), (5, 45), (115, 45), (25, 110)].map(|(x, y)| (x + step, y + step / 2))
}

fn points<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    for place in 0..40 {
        backend.draw_pixel((place * 3, place), COLORS[0])?;
        backend.draw_pixel((place * 2, place), COLORS[1])?;
    }
    Ok(())
}

fn lines<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    for width in 1..4 {
        let (stroke, at) = (Stroke(COLORS[0], width), 30 * width as i32);
        backend.draw_line((10, at), (200, at), &stroke)?;
        backend.draw_line((at, 10), (at, 140), &stroke)?;
        backend.draw_line((0, at), (at * 2, 150), &stroke)?;
    }
    Ok(())
}

fn paths<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    for width in 1..4 {
        backend.draw_path(star(30 * width as i32), &Stroke(COLORS[0], width))?;
    }
    Ok(())
}

fn polygons<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    backend.fill_polygon(star(0), &COLORS[0])?;
    backend.fill_polygon([(150, 10), (230, 20), (190, 150)], &COLORS[0])
}

fn circles<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    for width in 1..4 {
        let at = 45 * width as i32;
        backend.draw_circle((at, 50), 20 + width, &Stroke(COLORS[0], width), false)?;
        backend.draw_circle((at, 110), 10 * width, &COLORS[0], true)?;
    }
    Ok(())
}

fn rectangles<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    for width in 1..4 {
        let left = 60 * width as i32;
        let corners = ((left - 40, 20), (left, 60));
        backend.draw_rect(corners.0, corners.1, &Stroke(COLORS[0], width), false)?;
        backend.draw_rect((left - 40, 80), (left, 80 + left / 4), &COLORS[0], true)?;
    }
    Ok(())
}

/// Every kind of shape over another, all of them half seen through; a last one is not seen at all.
fn alpha<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    let stroke = Stroke(COLORS[1], 5);
    backend.draw_rect((10, 10), (120, 80), &COLORS[0], true)?;
    backend.draw_rect((60, 40), (200, 140), &COLORS[1], true)?;
    backend.draw_line((0, 60), (239, 60), &stroke)?;
    backend.draw_path(star(60), &stroke)?;
    backend.fill_polygon(star(90), &COLORS[1])?;
    backend.draw_circle((120, 80), 40, &COLORS[1], true)?;
    backend.draw_text("seen through", &Words { color: COLORS[1], ..Words::default() }, (20, 30))?;
    let unseen = BackendColor { alpha: 0.0, ..BLACK };
    backend.draw_rect((0, 0), (239, 159), &unseen, true)
}

fn texts<B: DrawingBackend>(backend: &mut B) -> Drawn<B> {
    let anchors = [HPos::Left, HPos::Center, HPos::Right];
    let lines = [VPos::Top, VPos::Center, VPos::Bottom];
    let styles = [FontStyle::Normal, FontStyle::Bold, FontStyle::Italic];
    for (row, (line, style)) in lines.into_iter().zip(styles).enumerate() {
        for anchor in anchors {
            let size = 11.5 + 3.25 * row as f64;
            let words = Words { size, style, anchor: (anchor, line), ..Words::default() };
            backend.draw_text("Ballerina, 2025", &words, (120, 30 + 20 * row as i32))?;
        }
    }
    let family = FontFamily::Name(font_family(true));
    for transform in [FontTransform::Rotate90, FontTransform::Rotate180, FontTransform::Rotate270] {
        let words = Words { family, transform, color: COLORS[0], ..Words::default() };
        backend.draw_text("John Wick", &words, (120, 120))?;
    }
    Ok(())
}

/// The pixels of a canvas that was drawn on by `plotters-canvas` alone.
fn alone(draw: fn(&mut CanvasBackend) -> Drawn<CanvasBackend>) -> Vec<u8> {
    let guest = Guest::new("canvas");
    let canvas = canvas(&guest);
    canvas.set_width(WIDTH);
    canvas.set_height(HEIGHT);
    draw(&mut CanvasBackend::with_canvas_object(canvas.clone()).unwrap()).unwrap();
    pixels(&canvas, 0, 0, WIDTH, HEIGHT)
}

/// The pixels of a surface that was drawn on.
fn on_surface(draw: fn(&mut Surface) -> Drawn<Surface>) -> Vec<u8> {
    let guest = Guest::new("canvas");
    let canvas = canvas(&guest);
    draw(&mut Surface::new(&canvas, (WIDTH, HEIGHT), 1.0).unwrap()).unwrap();
    pixels(&canvas, 0, 0, WIDTH, HEIGHT)
}

fn compare(surface: &[u8], alone: &[u8]) {
    assert_eq!(surface.len(), alone.len());
    let ink = alone.chunks(4).filter(|pixel| pixel[3] > 0).count();
    assert!(ink > 50, "{ink} pixels have ink");
    let other = surface.chunks(4).zip(alone.chunks(4)).position(|(one, other)| one != other);
    let place = other.map(|at| (at as u32 % WIDTH, at as u32 / WIDTH));
    assert_eq!(place, None, "the first pixel that is another");
}

/// A drawing looks the same on a surface as on `plotters-canvas` alone.
macro_rules! same_pixels {
    ($($test:ident: $draw:ident;)+) => {$(
        #[wasm_bindgen_test]
        fn $test() {
            compare(&on_surface($draw), &alone($draw));
        }
    )+};
}

same_pixels! {
    points_are_those_of_plotters_canvas: points;
    lines_are_those_of_plotters_canvas: lines;
    paths_are_those_of_plotters_canvas: paths;
    polygons_are_those_of_plotters_canvas: polygons;
    circles_are_those_of_plotters_canvas: circles;
    rectangles_are_those_of_plotters_canvas: rectangles;
    alpha_is_that_of_plotters_canvas: alpha;
    text_is_that_of_plotters_canvas: texts;
}

fn context(canvas: &HtmlCanvasElement) -> CanvasRenderingContext2d {
    canvas.get_context("2d").unwrap().unwrap().unchecked_into()
}

#[wasm_bindgen_test]
fn texts_are_measured_in_the_font_they_are_drawn_in() {
    let guest = Guest::new("canvas");
    let canvas = canvas(&guest);
    let mut surface = Surface::new(&canvas, (WIDTH, HEIGHT), 2.0).unwrap();
    let context = context(&canvas);
    for (size, bold, serif) in [(16.0, false, false), (13.3, true, false), (20.25, false, true)] {
        let words = Words {
            size,
            style: if bold { FontStyle::Bold } else { FontStyle::Normal },
            family: FontFamily::Name(font_family(serif)),
            ..Words::default()
        };
        surface.draw_text("John Wick", &words, (0, 20)).unwrap();
        let drawn = (context.font(), context.measure_text("John Wick").unwrap().width());
        context.set_font("10px monospace");
        let (width, height) = surface.estimate_text_size("John Wick", &words).unwrap();
        assert_eq!(context.font(), drawn.0);
        assert_eq!((f64::from(width), f64::from(height)), (drawn.1.ceil(), size.ceil()));
        let font = Font { size_px: size, bold, serif };
        assert_eq!(measure().width("John Wick", font), drawn.1, "{}", drawn.0);
    }
}

#[wasm_bindgen_test]
fn what_the_canvas_refuses_is_told() {
    let guest = Guest::new("canvas");
    let canvas = canvas(&guest);
    let mut surface = Surface::new(&canvas, (WIDTH, HEIGHT), 1.0).unwrap();
    let refuse = Function::new_no_args("throw new TypeError('no more ink')");
    for method in ["fillText", "arc", "measureText"] {
        Reflect::set(&context(&canvas), &method.into(), &refuse).unwrap();
    }
    let text = surface.draw_text("John Wick", &Words::default(), (0, 20));
    assert!(matches!(text, Err(DrawingErrorKind::DrawingError(_))));
    let circle = surface.draw_circle((20, 20), 5, &BLACK, true);
    assert!(matches!(circle, Err(DrawingErrorKind::DrawingError(_))));
    let measured = surface.estimate_text_size("John Wick", &Words::default());
    assert_eq!(measured.unwrap_err().to_string(), "Font loading error: no more ink");
}
