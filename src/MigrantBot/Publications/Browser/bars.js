// A bar for each category, from zero, with the range in which the true number very likely lies.
import { max, scaleLinear } from './d3.js';
import { drawing, widthFor } from './drawing.js';

const NARROW = 430;
const LABELS = { wide: 178, paper: 128 };

export function bars(place, rows, isPaper) {
  const width = widthFor(place, isPaper);
  const isStacked = !isPaper && width < NARROW;
  const left = isStacked ? 1 : isPaper ? LABELS.paper : LABELS.wide;
  const step = isPaper ? 19 : isStacked ? 46 : 32;
  const thick = isPaper ? 12 : 16;
  const x = scaleLinear().domain([0, max(rows, row => row.high)]).range([left, width - 58]);
  const svg = drawing(place, width, (rows.length * step) + 6);
  const row = svg.selectAll('g').data(rows).join('g')
    .attr('class', one => one.isTogether ? 'bar together' : one.value === null ? 'bar unshown' : 'bar')
    .attr('transform', (_, number) => `translate(0 ${(number * step) + 3})`);
  const middle = isStacked ? step - (thick / 2) - 6 : step / 2;

  row.append('text').attr('class', 'label').attr('x', isStacked ? 0 : left - 9).attr('y', isStacked ? 15 : middle).attr('dy', isStacked ? 0 : '.35em')
    .attr('text-anchor', isStacked ? 'start' : 'end').text(one => one.label).each(isStacked ? () => {} : wrap);
  row.append('rect').attr('x', left).attr('y', middle - (thick / 2)).attr('height', thick).attr('width', one => x(one.value ?? one.high) - left);
  const shown = row.filter(one => one.value !== null);
  shown.append('path').attr('class', 'whisker').attr('d', one => {
    const [low, high, cap] = [x(one.low), x(one.high), thick / 4];
    return `M${low} ${middle}H${high}M${low} ${middle - cap}V${middle + cap}M${high} ${middle - cap}V${middle + cap}`;
  });
  row.append('text').attr('class', 'value').attr('x', one => x(one.high) + 7).attr('y', middle).attr('dy', '.35em').text(one => one.text);
  row.append('title').text(one => one.value === null ? `${one.label}: ${one.text}` : `${one.label}: ${one.text} (${one.range})`);
  svg.append('path').attr('class', 'zero').attr('d', `M${left} 0V${(rows.length * step) + 6}`);
  return svg.node();
}

/** A long label takes two lines, broken at the blank nearest to its middle. */
function wrap({ label }) {
  if (label.length <= 22)
    return;
  const blanks = [...label.matchAll(/ /g)].map(({ index }) => index);
  const at = blanks.reduce((best, one) => Math.abs(one - (label.length / 2)) < Math.abs(best - (label.length / 2)) ? one : best, blanks[0]);
  if (at === undefined)
    return;
  const x = this.getAttribute('x');
  this.textContent = '';
  for (const [number, part] of [label.slice(0, at), label.slice(at + 1)].entries()) {
    const line = document.createElementNS(this.namespaceURI, 'tspan');
    line.setAttribute('x', x);
    line.setAttribute('dy', number === 0 ? '-.25em' : '1.1em');
    line.textContent = part;
    this.append(line);
  }
}
