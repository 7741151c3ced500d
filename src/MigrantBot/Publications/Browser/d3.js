// What the charts need of d3; the build bundles it, since a strict policy allows no import map.
export { max } from 'd3-array';
export { axisLeft } from 'd3-axis';
export { scaleLinear, scalePoint } from 'd3-scale';
export { create, select } from 'd3-selection';
export { area, line } from 'd3-shape';
