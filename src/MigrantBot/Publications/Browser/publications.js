// Puts a chart in the place of each table that has one, and closes the table under it.
import { bars } from './bars.js';
import { rowsOf } from './table.js';
import { trend } from './trend.js';

const kinds = { bars, trend };
const figures = [...document.querySelectorAll('[data-chart]')].map(figure => ({
  place: figure.querySelector('.drawing'),
  draw: kinds[figure.dataset.chart],
  rows: rowsOf(figure.querySelector('table')),
  details: figure.querySelector('details'),
}));

const paint = ({ place, draw, rows }, isPaper = false) => place.replaceChildren(draw(place, rows, isPaper));

const resized = new ResizeObserver(entries => {
  for (const { target } of entries)
    paint(figures.find(({ place }) => place === target));
});

for (const figure of figures) {
  paint(figure);
  figure.details.open = false;
  resized.observe(figure.place);
}

addEventListener('beforeprint', () => {
  resized.disconnect();
  for (const figure of figures)
    paint(figure, true);
});
addEventListener('afterprint', () => {
  for (const figure of figures) {
    paint(figure);
    resized.observe(figure.place);
  }
});
