// TimelineJS3, without the web fonts it would ask a foreign host for.
export function showTimeline(timeline) {
  new globalThis.TL.Timeline('timeline', timeline, { font: null, hash_bookmark: false, script_path: '/rivals/@knight-lab/timelinejs/dist/js/' });
}
