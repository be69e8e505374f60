use anstyle::{AnsiColor, Color, Style as Ansi};
use weekwise_model::Category;

/// How text is dressed: with or without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to write ANSI colours.
    pub color: bool,
}

impl Style {
    /// No colours: for files, pipes and `NO_COLOR`.
    pub const PLAIN: Self = Self { color: false };

    pub(crate) fn strong(self, text: &str) -> String {
        self.dressed(Ansi::new().bold(), text)
    }

    pub(crate) fn muted(self, text: &str) -> String {
        self.dressed(Ansi::new().dimmed(), text)
    }

    pub(crate) fn alarm(self, text: &str) -> String {
        self.dressed(
            Ansi::new().fg_color(Some(Color::Ansi(AnsiColor::Red))),
            text,
        )
    }

    /// In the category's own tone (Okabe–Ito, as in the window).
    pub(crate) fn category(self, category: Category, text: &str) -> String {
        let (r, g, b) = match category {
            Category::DeepWork => (0, 114, 178),
            Category::OneOnOne => (230, 159, 0),
            Category::CrossTeam => (213, 94, 0),
            Category::Review => (0, 158, 115),
            Category::Strategy => (204, 121, 167),
            Category::OtherWork | Category::Personal => (143, 150, 161),
        };
        self.dressed(
            Ansi::new().fg_color(Some(Color::Rgb(anstyle::RgbColor(r, g, b)))),
            text,
        )
    }

    fn dressed(self, ansi: Ansi, text: &str) -> String {
        if self.color {
            format!("{ansi}{text}{ansi:#}")
        } else {
            text.to_owned()
        }
    }
}
