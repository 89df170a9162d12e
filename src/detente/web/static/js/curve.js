// Cooperation and conflict over time: a point for each act, the mean of each period as a line, and a
// band for all that it could be.
import { areaY, axisX, axisY, dot, line, plot, ruleY } from "../vendor/plot.js";
import { dayName, load, tick } from "./draw.js";

export const draw = async (figure, canvas) => {
  const data = await load(figure.dataset.src);
  const style = getComputedStyle(canvas);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  // Each period is a level stretch; where nothing happened there is a gap, and no line across it.
  const points = data.points.flatMap((point) => {
    const start = new Date(point.start);
    const end = new Date(start);
    end.setUTCMonth(start.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[data.step]);
    const gap = { start: end, mean: NaN, low: NaN, high: NaN };
    return [{ ...point, start }, { ...point, start: end }, gap];
  });
  const acts = data.acts.map((act) => ({ ...act, day: new Date(act.day) }));
  const paint = () => {
    const drawing = plot({
      className: "plot",
      width: Math.max(canvas.clientWidth, 280),
      height: 340,
      marginLeft: 44,
      ariaLabel: canvas.dataset.label,
      x: { type: "utc", label: null },
      y: { domain: [-10, 10], label: null },
      marks: [
        ruleY([0], { stroke: colour("faint") }),
        axisX({ tickFormat: tick, ticks: Math.max(3, canvas.clientWidth / 110) }),
        axisY({ tickFormat: (value) => (value > 0 ? `+${value}` : `${value}`.replace("-", "−")) }),
        areaY(points, { x: "start", y1: "low", y2: "high", fill: colour("faint"), fillOpacity: 0.16 }),
        line(points, { x: "start", y: "mean", stroke: colour("ink"), strokeWidth: 1.6 }),
        dot(acts, {
          x: "day", y: "value", r: 4.5, symbol: (act) => (act.value < 0 ? "square" : "circle"),
          fill: (act) => (act.certain ? hue(act.value, colour) : colour("sheet")),
          stroke: (act) => hue(act.value, colour), strokeWidth: 1.5,
          href: (act) => `/events/${encodeURIComponent(act.id)}`,
          ariaLabel: (act) => `${dayName(act.day)}: ${act.value}`,
          title: (act) => `${dayName(act.day)}: ${act.value > 0 ? "+" : ""}${act.value}`,
        }),
      ],
    });
    const ends = document.createElement("p");
    ends.className = "hint faint";
    ends.textContent = `↑ ${canvas.dataset.cooperation}   ↓ ${canvas.dataset.conflict}`;
    canvas.replaceChildren(drawing, ends);
    for (const group of canvas.querySelectorAll("g[aria-label]")) group.setAttribute("role", "group");
    for (const link of canvas.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  };
  paint();
  let width = canvas.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(canvas.clientWidth - width) > 4) paint();
    width = canvas.clientWidth;
  }).observe(canvas);
};

const hue = (value, colour) => colour(value > 0 ? "cooperation" : value < 0 ? "conflict" : "neutral");
