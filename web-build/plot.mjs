// The parts of Observable Plot that the page draws with.
export { areaY, axisX, axisY, dot, line, plot, ruleY, text } from "@observablehq/plot";
