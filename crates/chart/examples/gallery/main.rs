//! The gallery: a page a language with every chart of `charts`, and each chart as a file of its own.

#![expect(clippy::print_stderr, reason = "a program says how it is used, and what it could not write")]

mod charts;

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use nendo_chart::{Chart, Spec};

use charts::{Language, specs};

/// Files that are shown once more as pictures.
const PICTURES: [&str; 4] = ["progress-year-3", "share", "attainment-beyond", "moves"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, stylesheet, file] = &*arguments else {
        eprintln!(
            "usage: gallery OUT STYLESHEET FILE\n  writes the gallery of charts into the folder OUT; its pages are \
             styled by the file STYLESHEET,\n  and its SVG files as the chart in FILE, both of a built site \
             (make gallery)"
        );
        return ExitCode::from(2);
    };
    match write(Path::new(out), Path::new(stylesheet), Path::new(file)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{out}, {stylesheet}, {file}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(out: &Path, stylesheet: &Path, file: &Path) -> io::Result<()> {
    let style = fs::read_to_string(stylesheet)?;
    let file = fs::read_to_string(file)?;
    let file_style = between(&file, "<style>", "</style>");
    fs::create_dir_all(out)?;
    fs::write(out.join("style.css"), &style)?;
    for language in Language::ALL {
        let charts = specs(language);
        fs::write(out.join(format!("{}.html", language.tag())), page(language, &charts))?;
        for spec in &charts {
            fs::write(
                out.join(format!("{}.svg", spec.id)),
                Chart::of(spec).stand_alone(language.tag(), file_style),
            )?;
        }
    }
    Ok(())
}

/// What stands between two marks; nothing where they are missing.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or("", |(found, _)| found)
}

fn page(language: Language, charts: &[Spec]) -> String {
    let (lang, title) = (language.tag(), language.of(["図の見本", "Gallery of charts"]));
    let figures: String = charts.iter().map(figure).collect();
    let files =
        charts.iter().filter(|spec| PICTURES.iter().any(|picture| spec.id == format!("{picture}-{lang}")));
    let images: String = files.map(image).collect();
    let (other, other_name) = match language {
        Language::Ja => (Language::En.tag(), "English"),
        Language::En => (Language::Ja.tag(), "日本語"),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"style.css\">\n\
         <style>img {{ max-width: 100%; height: auto; }}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p><a href=\"{other}.html\" hreflang=\"{other}\" lang=\"{other}\">{other_name}</a></p>\n\
         {figures}<h2>{}</h2>\n{images}</main>\n</body>\n</html>\n",
        language.of(["単独のファイル", "Files of their own"])
    )
}

fn figure(spec: &Spec) -> String {
    let (name, sentence) = (escaped(&spec.title), escaped(&spec.description));
    let chart = Chart::of(spec);
    let drawing = chart.svg();
    let drawing = if chart.is_wide() {
        format!("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">{drawing}</div>")
    } else {
        drawing
    };
    format!(
        "<h2>{name}</h2>\n<figure class=\"chart-figure\">{drawing}\n<figcaption>{sentence}</figcaption></figure>\n"
    )
}

fn image(spec: &Spec) -> String {
    let (name, sentence) = (escaped(&spec.title), escaped(&spec.description));
    format!(
        "<figure class=\"chart-figure\"><img src=\"{}.svg\" alt=\"{name}\">\n<figcaption>{sentence}</figcaption></figure>\n",
        spec.id
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
