// The parts of D3 that the page draws with.
export { extent, max } from "d3-array";
export { axisBottom, axisTop } from "d3-axis";
export {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from "d3-force";
export { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
export { scaleLinear, scaleSqrt, scaleUtc } from "d3-scale";
export { pointer, select } from "d3-selection";
export { timeFormatLocale } from "d3-time-format";
export { zoom, zoomIdentity } from "d3-zoom";
export { feature, mesh } from "topojson-client";
