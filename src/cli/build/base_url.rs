//! Where on the web the files of a story will stand.

use std::str::FromStr;

/// The address of a folder: http or https, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    /// The address of the site, without a slash at its end.
    pub(super) fn site(&self) -> &str {
        let host = self.0.find("://").map_or(0, |scheme| scheme + "://".len());
        let end = self.0.get(host..).and_then(|rest| rest.find('/'));
        self.0.get(..host + end.unwrap_or(0)).unwrap_or_default()
    }

    /// The address of a file in the folder.
    pub(super) fn join(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }
}

impl FromStr for BaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let rest = rest.ok_or("it must begin with https:// or http://")?;
        if rest.is_empty() || rest.starts_with(['/', '.', ':']) {
            return Err("it names no host, such as https://example.org/card/".into());
        }
        let strange =
            rest.chars().find(|char| char.is_whitespace() || "?#&<>\"'`\\{}".contains(*char));
        if let Some(strange) = strange {
            return Err(format!("{strange:?} cannot stand in the address of a folder"));
        }
        Ok(Self(if text.ends_with('/') { text.into() } else { format!("{text}/") }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_ends_with_a_slash() {
        for text in ["https://a.b/card", "https://a.b/card/"] {
            assert_eq!(text.parse::<BaseUrl>().unwrap().join("x.js"), "https://a.b/card/x.js");
        }
        assert_eq!("http://a.b".parse::<BaseUrl>().unwrap().join("x.js"), "http://a.b/x.js");
    }

    #[test]
    fn a_site_ends_without_one() {
        for (text, site) in
            [("https://a.b/c/d", "https://a.b"), ("http://a.b:8080", "http://a.b:8080")]
        {
            assert_eq!(text.parse::<BaseUrl>().unwrap().site(), site);
        }
    }

    #[test]
    fn what_is_no_folder_is_refused() {
        for text in
            ["", "a.b", "//a.b/", "ftp://a.b/", "https://", "https:///x", "https://a.b/?x=1"]
        {
            assert!(text.parse::<BaseUrl>().is_err(), "{text}");
        }
        let error = "https://a.b/a&b".parse::<BaseUrl>().unwrap_err();
        assert!(error.contains('&'), "{error}");
    }
}
