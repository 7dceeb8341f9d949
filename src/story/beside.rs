//! Addresses that lead to what stands beside a story.

/// Whether an address leads on from the story, and not to somewhere on the web.
pub fn is_beside(address: &str) -> bool {
    !address.contains("://")
}

/// Whether a path leads from the folder of the story to a file in it or below it, on every system.
pub fn is_in_folder(path: &str) -> bool {
    let is_step = |step: &str| !step.is_empty() && step != "." && step != "..";
    !path.contains(['\\', ':', '\0']) && path.split('/').all(is_step)
}

#[cfg(test)]
mod tests {
    use super::is_in_folder;

    #[test]
    fn only_what_leads_down_stays_in_the_folder() {
        assert!(["a.png", "images/a.png", "a..b/.c"].into_iter().all(is_in_folder));
        let others =
            ["", ".", "./a", "../a", "a/../b", "/a", "a/", "a//b", "a\\b", "C:a", "https://a/b"];
        assert!(!others.into_iter().any(is_in_folder));
    }
}
