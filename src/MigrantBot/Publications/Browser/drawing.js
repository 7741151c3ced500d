// What all charts have in common: a drawing as wide as its place, with a name for whoever does not see it.
import { create } from './d3.js';

/** How wide the places are on paper, where nothing can be measured before it is printed. */
const PAPER = { whole: 700, half: 338 };

export const widthFor = (place, isPaper) =>
  isPaper ? (place.closest('.pair') ? PAPER.half : PAPER.whole) : Math.max(240, Math.floor(place.clientWidth));

/** An empty drawing. Where the numbers are invented it says so in itself, however it is cut out or copied. */
export function drawing(place, width, height) {
  const figure = place.closest('figure');
  const svg = create('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height)
    .attr('role', 'img').attr('aria-label', figure.dataset.label);
  svg.append('title').text(figure.dataset.label);
  const { mark } = document.body.dataset;
  if (mark)
    svg.append('text').attr('class', 'made-up').attr('x', width / 2).attr('y', height / 2).attr('text-anchor', 'middle').text(mark);
  return svg;
}
