//! What the kernel says about the memory of a process. Linux only; elsewhere nothing is said.

use std::fs;

/// Bytes that only this process has, swapped out or not.
pub(crate) fn private_bytes(process: u64) -> Option<u64> {
    private_of(&fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?)
}

/// Whether a renderer draws the browser's own surface and not a page.
pub(crate) fn is_browser_surface(process: u64) -> bool {
    let line = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    let line = String::from_utf8_lossy(&line);
    line.contains("--top-chrome-webui") || line.contains("--extension-process")
}

fn private_of(rollup: &str) -> Option<u64> {
    let kilobytes = |name: &str| {
        let line = rollup.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    let swapped = kilobytes("Swap:").unwrap_or(0);
    Some((kilobytes("Private_Clean:")? + kilobytes("Private_Dirty:")? + swapped) * 1024)
}

#[cfg(test)]
mod tests {
    use super::private_of;

    #[test]
    fn private_memory_is_clean_dirty_and_swapped() {
        let rollup = "Rss:  900 kB\nPrivate_Clean:   10 kB\nPrivate_Dirty:  200 kB\nSwap:   3 kB\nSwapPss:  1 kB\n";
        assert_eq!(private_of(rollup), Some(213 * 1024));
        assert_eq!(private_of("Rss: 900 kB\n"), None);
    }
}
