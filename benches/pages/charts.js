// Chart.js, without the second that it animates a chart by default.
export function drawCharts(charts) {
  const { Chart } = globalThis;
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  document.querySelectorAll('#charts canvas').forEach((canvas, nth) => new Chart(canvas, charts[nth]));
}
