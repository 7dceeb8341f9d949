//! The built `dist/` in pages of strangers, driven as a reader would.
//!
//! `cargo xtask test` builds, finds the browsers and runs this; alone:
//! `cargo test --test e2e [-- NAME]`. Every test runs in Chromium, Firefox and WebKitGTK,
//! as far as they are there, one engine after the other; `ENGINES="firefox webkit"` takes
//! these and no other. In: the browsers ([`engine`]), one web server per test, the page objects ([`page::Page`], [`card::Card`]) and the tests, which
//! speak in their words and never in selectors. Out: what needs no browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test ends by panicking; clock and threads are forbidden in the card, not beside it"
)]

mod access;
mod arranging;
mod attributes;
mod card;
mod drawing;
mod driver;
mod engine;
mod failures;
mod figures;
mod files;
mod frames;
mod frameworks;
mod gestures;
mod item_pictures;
mod keys;
mod links;
mod loading;
mod looks;
mod morphs;
mod moving;
mod narrow;
mod neighbour;
mod neighbour_numbers;
mod neighbour_places;
mod neighbour_scripts;
mod neighbour_styles;
mod offline;
mod page;
mod pictures;
mod play;
mod preview;
mod properties;
mod quiz;
mod reading;
mod rounds;
mod sections;
mod server;
mod shape;
mod sight;
mod site;
mod spoilers;
mod static_quiz;
mod stories;
mod tabs;
mod takeover;
mod timeline;
mod translation;
mod traps;
mod typing;
mod world;
mod zoom;

use std::{num::NonZero, process::ExitCode, sync::Arc};

use driver::Driver;
use engine::Engine;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use world::World;

/// What a test ends with; the error says what went wrong.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert_with(threads);
    match Engine::chosen() {
        Ok(engines) => {
            let driver = Arc::new(Driver::default());
            let conclusion = libtest_mimic::run(&arguments, trials(&driver, &engines));
            driver.stop();
            conclusion.exit_code()
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Two for each core: a test mostly waits for its browser.
fn threads() -> usize {
    2 * std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// A test, in the engines that can run it.
struct Test {
    /// `module::function`.
    name: &'static str,
    run: fn(World) -> world::Running,
    /// The only engines for it, with the reason.
    only: Option<(&'static [Engine], &'static str)>,
}

/// One test per function. `name(Firefox WebKit: "reason")` runs in these engines only.
macro_rules! tests {
    ($($module:ident: $($name:ident $(($($engine:ident)+: $reason:literal))?)+;)+) => {
        [$($(Test {
            name: concat!(stringify!($module), "::", stringify!($name)),
            run: |world| Box::pin($module::$name(world)),
            only: [$((&[$(Engine::$engine),+] as &[Engine], $reason))?].first().copied(),
        }),+),+]
    };
}

#[allow(clippy::too_many_lines, reason = "a list of names")]
fn trials(driver: &Arc<Driver>, engines: &[Engine]) -> Vec<Trial> {
    let tests = tests! {
        files: dist_holds_the_documented_files the_demo_page_has_nothing_inline the_demo_page_shows_three_cards
            the_pages_of_the_story_hold_together;
        frames: a_frame_is_as_high_as_its_card a_host_script_may_come_late a_frame_without_host_script_keeps_its_height
            only_the_frame_that_speaks_is_followed a_page_as_high_as_its_frame_does_not_run_away
            a_page_that_grows_in_equal_steps_is_followed
            borders_are_counted_where_they_count the_address_sets_attributes a_wrong_parameter_is_said_once
            links_leave_the_frame a_sandboxed_frame_works_where_its_host_allows_it
            a_sandboxed_frame_without_permission_shows_the_static_card the_offline_file_framed_needs_no_header
            a_page_of_its_own_has_margins the_framed_page_passes_a_strict_policy;
        frameworks: props_reach_the_card
            new_props_keep_the_round(Chromium: "frameworks do alike everywhere")
            an_equal_story_keeps_the_round(Chromium: "frameworks do alike everywhere")
            markup_of_the_server_is_taken_over(Chromium: "frameworks do alike everywhere")
            a_story_reaches_markup_of_the_server(Chromium: "frameworks do alike everywhere")
            the_loader_may_come_after_the_card(Chromium: "frameworks do alike everywhere")
            a_card_comes_and_goes_with_its_page(Chromium: "its driver alone counts what is held");
        morphs: a_morph_of_htmx_keeps_the_round(Chromium: "frameworks do alike everywhere")
            visits_of_turbo_bring_new_cards(Chromium: "frameworks do alike everywhere")
            a_permanent_card_goes_along_with_turbo(Chromium: "frameworks do alike everywhere")
            a_refresh_of_turbo_keeps_the_round(Chromium: "frameworks do alike everywhere");
        offline: everything_works_from_disk the_file_asks_nobody no_barrier_from_disk
            another_copy_stands_beside_it;
        loading: the_state_goes_to_ready nothing_is_fetched_far_below_the_window eager_cards_start_at_once
            touching_a_card_starts_it only_the_runtimes_own_files_are_requested nothing_moves_and_nothing_is_said
            cards_share_one_instance the_strict_policy_is_enough an_inline_story_wins_over_src
            a_story_property_wins_over_all a_card_without_src_shows_the_bundled_story
            a_second_loader_is_silent a_page_of_another_origin_can_embed;
        takeover: nothing_moves the_height_is_kept_until_the_reader_acts_or_the_width_changes
            a_card_in_use_is_left_alone_until_a_link_is_pressed what_is_unfolded_stays_unfolded a_click_before_the_runtime_counts
            a_click_far_from_the_window_starts_the_card the_name_of_a_spoiler_leads_to_its_section
            the_page_may_ask_for_the_live_card_at_any_time a_waiting_card_shows_the_latest_story
            links_to_elsewhere_are_left_alone without_scripts_every_word_is_there
            paper_gets_the_static_card(Chromium Firefox: "WebKitGTK has no preview to steer")
            on_paper_nothing_is_folded_and_answers_come_last(Chromium Firefox: "WebKitGTK has no preview to steer");
        static_quiz: one_option_answers_and_locks_the_others keys_answer_and_go_on a_finger_answers
            several_are_told_one_by_one_and_why_with_the_last
            what_was_answered_counts_whichever_way_one_goes_on what_is_pressed_keeps_its_place
            half_an_answer_is_a_selection a_round_that_the_page_fixes_takes_over_nothing
            it_goes_on_without_a_runtime_and_says_so_where_one_pressed passing_by_fetches_nothing
            the_first_sign_of_a_reader_fetches_it ten_cards_wait_and_share_one_runtime
            what_is_not_in_the_static_card_comes_by_itself a_link_stays_in_its_own_card
            a_form_around_the_card_does_no_harm what_a_filter_of_tags_leaves_can_be_played
            options_stay_whole_at_200_percent no_barrier_in_any_state;
        links: the_url_follows_the_reader off_leaves_the_url_alone a_card_in_the_url_starts_at_once_and_is_seen
            every_item_has_its_address other_hashes_are_left_alone back_and_forth_is_followed
            of_several_cards_the_first_takes_part a_first_card_that_fails_gives_way
            a_base_and_a_patched_history_do_no_harm a_click_in_the_static_card_counts a_spoiler_is_not_named;
        moving: a_card_can_come_later a_moved_card_keeps_its_place a_removed_card_leaves_nothing_behind
            a_new_src_shows_the_new_story;
        attributes: section_opens_there sections_are_chosen_and_ordered heading_levels_follow_the_page
            seed_fixes_the_order questions_are_drawn_from_the_pool spoilers_can_be_shown_from_the_start
            a_wrong_value_is_said_once show_goes_to_an_address show_starts_a_waiting_card restart_begins_anew
            themes_follow_the_page a_theme_can_be_fixed;
        properties: every_attribute_has_a_property_that_reflects a_property_is_heeded
            properties_set_early_are_taken_over an_equal_story_is_the_same what_is_no_story_is_told_and_not_thrown
            the_state_is_for_reading_and_for_style_sheets a_browser_without_states_shows_cards;
        failures: a_missing_story_is_told a_page_instead_of_a_story_is_told broken_json_is_told_with_its_place
            every_fault_is_told a_story_too_large_is_told other_cards_are_unaffected
            a_refused_wasm_names_the_policy a_missing_wasm_leaves_the_content
            without_webassembly_the_content_stays another_version_is_refused a_wasm_of_another_type_is_taken
            what_is_no_wasm_leaves_the_content a_wasm_cut_off_midway_leaves_the_content
            whatever_is_wrong_with_a_story_its_static_card_stands the_limit_holds_for_stories_from_anywhere
            each_file_of_the_runtime_may_fail a_file_of_the_runtime_may_be_late after_a_failure_the_next_action_tries_again a_message_can_be_clicked_away a_story_put_right_is_read_again;
        traps: a_trap_in_a_callback_sends_every_card_back a_trap_in_a_call_sends_every_card_back
            a_card_in_use_goes_back_too the_next_press_goes_on_with_the_round a_press_on_a_place_leads_there
            a_second_trap_is_the_last a_card_out_of_the_page_is_not_called what_waits_for_a_card_is_answered
            a_runtime_brought_along_is_used_and_its_traps_are_known
            other_peoples_traps_are_theirs;
        sections: tabs_open_by_click every_section_has_content links_lead_to_their_item
            a_tap_opens_a_section the_wheel_scrolls_the_page showing_is_told
            a_bar_of_the_page_covers_nothing;
        shape: no_section_is_higher_than_a_glance the_covers_are_alike lists_show_the_rest_in_place
            entries_unfold_and_stay_as_they_were_left a_link_unfolds_what_it_leads_to
            charts_are_chosen_by_their_question a_mark_shows_its_sources_where_it_stands a_mark_closes_its_panel_and_another_takes_it
            from_all_that_rests_on_a_source_there_is_a_way_back a_list_in_groups_goes_on_at_what_has_come a_narrow_cover_lays_out_no_drawing
            marks_are_large_enough_for_a_finger a_source_is_found_by_its_words
            a_section_opens_without_moving_the_row panels_and_menus_have_no_barrier
            the_ways_in_lead_on_without_a_question the_picked_event_leads_to_its_neighbours;
        keys: the_row_of_sections_is_walked_by_keys what_has_no_room_in_the_row_is_behind_more the_quiz_is_played_by_keyboard the_pages_own_keys_are_left_alone
            charts_are_walked_by_keyboard;
        quiz: an_answer_gets_its_verdict_at_once a_round_ends_with_a_review every_form_can_be_answered
            another_round_begins
            a_round_may_be_short_end_early_and_be_followed_by_another;
        rounds: a_result_is_copied_without_spoilers without_a_clipboard_the_text_is_selected the_share_sheet_gets_the_text
            a_picture_is_saved a_chart_is_taken_along a_link_opens_the_same_round_in_every_engine a_link_followed_in_the_page_opens_its_round
            a_page_of_its_own_follows_a_link
            answers_and_place_survive_a_reload answers_are_forgotten_on_demand off_keeps_nothing
            a_storage_that_throws_is_not_noticed what_no_longer_fits_is_dropped two_cards_of_a_story_share_what_is_kept
            time_that_is_up_skips_the_question the_timer_waits_and_can_be_switched_off
            there_is_a_way_back_to_the_question a_verdict_is_found_again;
        play: every_form_by_keyboard every_form_by_mouse the_focus_follows_a_moved_entry
            an_entry_is_dragged_and_given_up a_drag_scrolls_at_the_edge no_barrier_in_any_state
            every_form_by_touch(Chromium: "its driver alone has fingers")
            a_finger_plays(Chromium: "its driver alone has fingers that scroll");
        sight: nothing_is_out_of_sight_by_mouse nothing_is_out_of_sight_by_keys keys_of_a_field_answer_nothing
            nothing_is_out_of_sight_by_touch(Chromium: "its driver alone has fingers");
        timeline: buttons_zoom_and_nothing_below_moves a_drag_moves_along_and_a_press_picks keys_walk_zoom_and_move
            the_wheel_is_the_pages_unless_control_is_held two_fingers_pinch_and_two_taps_zoom
            chips_and_words_choose_events an_event_is_placed
            a_finger_drags_along_and_scrolls_the_page(Chromium: "its driver alone has fingers that scroll");
        zoom: buttons_zoom_a_chart_and_nothing_below_moves keys_walk_and_zoom_a_chart
            a_part_without_values_leads_back what_is_read_stays_in_sight
            a_drag_moves_a_chart_and_its_strip the_wheel_over_a_chart_is_the_pages_unless_control_is_held
            two_fingers_pinch_a_chart_and_two_taps_zoom
            a_finger_moves_a_chart_and_scrolls_the_page(Chromium: "its driver alone has fingers that scroll");
        arranging: a_chart_is_sorted_and_searched a_stack_is_shown_in_part_and_as_shares
            marks_move_unless_the_reader_wants_no_motion;
        drawing: one_stroke_draws_a_line a_bar_is_dragged_alone keys_pick_and_set buttons_lead_from_value_to_value
            the_truth_comes_in_the_same_place a_question_begins_in_the_window
            an_estimate_is_unset_until_it_is_touched no_barrier_in_either_scheme the_page_scrolls_over_a_guess
            a_finger_scrolls_over_bars_and_drags_them(Chromium: "its driver alone has fingers that scroll")
            a_finger_draws_a_line_and_scrolls_beside_its_grips(Chromium: "its driver alone has fingers that scroll");
        spoilers: none_is_in_the_page_before_it_is_asked_for opening_one_opens_that_one one_switch_opens_all
            the_quiz_leaves_them_out;
        translation: every_section_survives_translation every_form_survives_translation
            the_timer_goes_on_in_translation;
        tabs: answers_of_two_tabs_are_joined
            a_tab_that_hears_nothing_overwrites_nothing
            cards_of_a_page_share_a_round_unless_it_is_fixed;
        typing: what_is_typed_stays_and_counts a_word_is_typed_and_nothing_else_stands_there a_word_half_typed_is_not_lost
            no_number_is_no_answer a_drawn_value_is_typed_as_well
            the_wheel_over_a_field_scrolls_the_page typing_sets_off_no_shortcut
            a_key_that_gives_up_closes_nothing_else;
        access: no_barrier_in_any_section no_barrier_in_the_quiz no_barrier_around_the_quiz no_barrier_with_spoilers_open no_barrier_in_a_message;
        item_pictures: folded_pictures_are_not_fetched the_live_card_fetches_what_its_section_shows
            a_picture_has_its_room_whatever_comes_of_it;
        narrow: nothing_is_wider_than_the_card nothing_is_wider_than_the_static_card;
        reading: drawings_grow_with_the_text spacing_that_a_reader_sets_is_heeded
            five_series_have_five_colors_in_forced_colors(Chromium: "its driver alone forces colours")
            a_card_takes_few_sheets_of_paper(Chromium Firefox: "WebKitGTK's driver prints nothing")
            spoilers_stay_folded_on_paper(Chromium Firefox: "WebKitGTK has no preview to steer")
            folds_open_for_paper_where_the_sheet_cannot
            a_saved_page_shows_the_static_card(Chromium: "its driver alone saves pages")
            a_file_from_disk_tells_no_path a_reader_mode_finds_the_post_and_the_card;
        looks: nothing_scrolls_sideways_at_280_px targets_are_large_enough charts_are_drawn_and_crisp
            nothing_animates_under_reduced_motion links_are_underlined sizes_hold_where_a_rem_is_10_px
            buttons_keep_their_words_in_forced_colors(Chromium: "its driver alone forces colours");
        pictures: the_guide_has_its_pictures;
        figures: counts_take_the_form_of_their_language a_number_keeps_its_unit a_right_option_is_not_grey;
        neighbour_styles: hostile_styles_stay_outside a_fixed_theme_holds_under_all_unset a_page_may_hide_a_card
            the_static_card_stays_readable our_styles_leave_the_page_alone;
        neighbour_scripts: hostile_scripts_do_no_harm a_fetch_replaced_later_is_not_ours
            a_second_loader_of_another_version_is_silent a_card_leaves_no_trace_in_the_page the_pages_shortcuts_work_on;
        neighbour_places: a_page_from_right_to_left a_page_with_another_base a_card_in_a_hidden_tab
            a_card_in_closed_details a_card_in_a_box_without_size
            a_card_in_a_print_preview(Chromium Firefox: "WebKitGTK has no preview to steer");
        neighbour_numbers: coming_and_going_500_times_keeps_memory(Chromium WebKit: "Firefox does not let go of elements with internals, see DESIGN.md")
            fifty_cards_of_one_story cards_among_others_play_alone;
    };
    let pictures = tests! { pictures: screenshots guide; preview: picture; };
    let each = |engine: &Engine| {
        let tests = tests.iter().map(|test| trial(driver, *engine, test));
        let pictures =
            pictures.iter().map(|test| trial(driver, *engine, test).with_ignored_flag(true));
        tests.chain(pictures).collect::<Vec<_>>()
    };
    engines.iter().flat_map(each).collect()
}

/// A test that gets a fresh world in a browser of this engine; or the reason why it does not run there.
fn trial(driver: &Arc<Driver>, engine: Engine, test: &Test) -> Trial {
    let name = format!("{}::{}", engine.name(), test.name);
    if let Some((_, reason)) = test.only.filter(|(engines, _)| !engines.contains(&engine)) {
        return Trial::ignorable_test(name, move || Ok(Completion::ignored_with(reason)));
    }
    let (driver, run, label) = (Arc::clone(driver), test.run, name.clone());
    Trial::test(name, move || {
        driver.run(engine, &label, run).map_err(|error| Failed::from(error.to_string()))
    })
}
