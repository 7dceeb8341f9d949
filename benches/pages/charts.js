// Chart.js, without the second that it animates a chart by default.
export function drawCharts(charts) {
  const { Chart } = globalThis;
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  for (const chart of charts) {
    const figure = document.createElement('figure');
    const plot = Object.assign(document.createElement('div'), { className: 'plot' });
    const canvas = document.createElement('canvas');
    plot.append(canvas);
    figure.append(plot);
    document.getElementById('charts').append(figure);
    new Chart(canvas, chart);
  }
}
