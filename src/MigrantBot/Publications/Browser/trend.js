// The totals as a line, with the band of their margins. The newest comes last.
import { area, axisLeft, line, max, scaleLinear, scalePoint } from './d3.js';
import { drawing, widthFor } from './drawing.js';

const EDGE = { top: 22, right: 44, bottom: 28, left: 46 };

export function trend(place, newestFirst, isPaper) {
  const rows = newestFirst.toReversed();
  const width = widthFor(place, isPaper);
  const height = isPaper ? 155 : width < 480 ? 230 : 290;
  const svg = drawing(place, width, height);
  const x = scalePoint().domain(rows.keys()).range([EDGE.left, width - EDGE.right]);
  const y = scaleLinear().domain([0, max(rows, row => row.high)]).nice(4).range([height - EDGE.bottom, EDGE.top]);

  svg.append('g').attr('class', 'grid').attr('transform', `translate(${EDGE.left - 6} 0)`)
    .call(axisLeft(y).ticks(4).tickSize(-(width - EDGE.left - EDGE.right + 12)).tickFormat(new Intl.NumberFormat(document.documentElement.lang).format));
  svg.append('path').attr('class', 'band').attr('d', area().x((_, at) => x(at)).y0(row => y(row.low)).y1(row => y(row.high))(rows));
  svg.append('path').attr('class', 'line').attr('d', line().x((_, at) => x(at)).y(row => y(row.value))(rows));
  svg.append('g').attr('class', 'points').selectAll('circle').data(rows).join('circle')
    .attr('cx', (_, at) => x(at)).attr('cy', row => y(row.value)).attr('r', (_, at) => at === rows.length - 1 ? 5 : 3)
    .append('title').text(row => `${row.label}: ${row.text} (${row.range})`);

  const last = rows.length - 1;
  const every = Math.max(1, Math.ceil(54 / x.step()));
  svg.append('g').attr('class', 'periods').selectAll('text').data(rows).join('text')
    .attr('x', (_, at) => x(at)).attr('y', height - 8).attr('text-anchor', 'middle').text((row, at) => (last - at) % every === 0 ? row.short : '');

  const highest = rows.reduce((best, row, at) => row.value > rows[best].value ? at : best, 0);
  svg.append('g').attr('class', 'named').selectAll('text').data([...new Set([highest, last])]).join('text')
    .attr('class', at => at === last ? 'newest' : '').attr('x', at => x(at) + (at === last ? 9 : 0)).attr('y', at => at === last ? y(rows[at].value) : y(rows[at].high) - 5)
    .attr('dy', at => at === last ? '.35em' : 0).attr('text-anchor', at => at === last ? 'start' : 'middle').text(at => rows[at].text);
  return svg.node();
}
