// The timeline drawn: a lane for each kind or party, a bar as wide as its date is vague. Too many
// events come counted by period; zooming in asks for those of the part that is looked at.
import { axisTop, scaleUtc, select, zoom, zoomIdentity } from "../vendor/d3.js";
import { dateOf, load, svgElement, tick, tip } from "./draw.js";

const BAR = 9; // height of an event, and least width
const GAP = 3;
const TOP = 24;
const DAY = 864e5;

export const draw = async (figure, canvas) => {
  const by = figure.querySelector("[data-by]");
  const source = figure.dataset.src;
  const state = { data: null, shown: null, transform: zoomIdentity };
  const refresh = async () => {
    const address = `${source}${source.includes("?") ? "&" : "?"}by=${by.value}`;
    state.data = await load(address);
    state.source = address;
    paint(canvas, figure, state);
  };
  by.addEventListener("change", refresh);
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (state.data && Math.abs(entry.contentRect.width - width) > 4) paint(canvas, figure, state);
    width = entry.contentRect.width;
  }).observe(canvas);
  await refresh();
};

// Lanes with their events put into rows, so that none covers another at the whole view.
const stack = (data, x) => {
  const lanes = data.lanes.map((lane) => ({ ...lane, rows: [], items: [] }));
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  for (const event of data.events) {
    for (const id of event.lanes) {
      const lane = byId.get(id);
      if (!lane) continue;
      const from = x(dateOf(event.first));
      const to = Math.max(x(dateOf(event.last + 1)), from + BAR);
      let row = lane.rows.findIndex((end) => end + 2 <= from);
      if (row < 0) row = lane.rows.length < 8 ? lane.rows.push(0) - 1 : lane.items.length % 8;
      lane.rows[row] = Math.max(lane.rows[row], to);
      lane.items.push({ event, row });
    }
  }
  for (const bin of data.bins) byId.get(bin.lane)?.items.push({ bin });
  return lanes.filter((lane) => lane.items.length);
};

const paint = (canvas, figure, state) => {
  const data = state.data;
  canvas.replaceChildren();
  if (!data.lanes.length) return;
  const width = Math.max(canvas.clientWidth, 280);
  const left = Math.min(150, width * 0.3);
  const counted = data.bins.length > 0;
  const days = counted
    ? [data.from, data.to + data.step]
    : data.events.flatMap((event) => [event.first, event.last + 1]);
  const [low, high] = days.reduce(([a, b], d) => [Math.min(a, d), Math.max(b, d)], [Infinity, -Infinity]);
  const margin = Math.max((high - low) * 0.02, 1);
  const whole = scaleUtc([dateOf(low - margin), dateOf(high + margin)], [left, width - 22]);
  const lanes = stack(data, whole);
  let y = TOP;
  for (const lane of lanes) {
    lane.y = y;
    lane.height = counted ? 26 : Math.max(lane.rows.length, 1) * (BAR + GAP) + 8;
    y += lane.height;
  }
  const svg = svgElement("svg", {
    width, height: y + 4, viewBox: `0 0 ${width} ${y + 4}`, role: "group", tabindex: "0",
    "aria-label": canvas.dataset.label,
  });
  const clip = svgElement("clipPath", { id: "lanes" });
  clip.append(svgElement("rect", { x: left, y: 0, width: width - left, height: y }));
  const axis = svgElement("g", { transform: `translate(0,${TOP - 4})` });
  const field = svgElement("g", { "clip-path": "url(#lanes)" });
  svg.append(clip, axis, field);
  if (counted) {
    const word = document.createElement("p");
    word.className = "faint hint";
    word.textContent = canvas.dataset.binned;
    canvas.append(word);
  }
  canvas.append(svg);
  const point = tip(canvas);
  const most = Math.max(...data.bins.map((bin) => bin.count), 1);
  const marks = [];
  for (const lane of lanes) {
    svg.append(svgElement("line", { class: "lane", x1: 0, x2: width, y1: lane.y, y2: lane.y }));
    const name = svgElement("text", { class: "lanename", x: 2, y: lane.y + Math.min(lane.height / 2 + 4, 16) });
    name.textContent = shorten(lane.label, left / 6.4);
    svg.append(name);
    for (const item of lane.items) {
      marks.push(item.bin ? countedBar(field, lane, item.bin, data, most, point) : bar(field, lane, item, point));
    }
  }
  const today = svgElement("line", { class: "today", y1: TOP - 4, y2: y });
  field.append(today);

  const place = () => {
    const x = state.transform.rescaleX(whole);
    select(axis).call(axisTop(x).ticks(Math.max(2, (width - left) / 90)).tickFormat(tick).tickSizeOuter(0));
    for (const { shape, from, to, lane, row } of marks) {
      const a = x(from);
      const w = Math.max(x(to) - a - (row === null ? 1 : 0), row === null ? 1 : BAR);
      shape.setAttribute("x", a);
      shape.setAttribute("width", w);
      if (row !== null) shape.setAttribute("y", lane.y + 4 + row * (BAR + GAP));
    }
    today.setAttribute("x1", x(Date.now()));
    today.setAttribute("x2", x(Date.now()));
  };
  const zooming = zoom()
    .scaleExtent([1, Math.max(((high - low + 2 * margin) * DAY) / (6 * 36e5), 1)])
    .extent([[left, 0], [width, y]])
    .translateExtent([[left, 0], [width, y]])
    .filter((event) => !event.button && (event.type !== "wheel" || event.ctrlKey || event.target.closest("svg")))
    .on("zoom", (event) => {
      state.transform = event.transform;
      place();
    })
    .on("end", (event) => {
      if (event.sourceEvent && counted) ask(figure, canvas, state, event.transform.rescaleX(whole));
    });
  const surface = select(svg).call(zooming);
  if (state.transform !== zoomIdentity) surface.call(zooming.transform, zoomIdentity);
  state.transform = zoomIdentity;
  figure.querySelector("[data-reset]").onclick = async () => {
    state.data = await load(state.source);
    paint(canvas, figure, state);
  };
  svg.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0] };
    if (moves[event.key]) surface.call(zooming.translateBy, moves[event.key][0] / state.transform.k, 0);
    else if (event.key === "+" || event.key === "=") surface.call(zooming.scaleBy, 1.5);
    else if (event.key === "-") surface.call(zooming.scaleBy, 1 / 1.5);
    else return;
    event.preventDefault();
  });
  place();
};

// Counted bars looked at closely: the events of that part themselves, where they are few enough.
let asked = 0;
const ask = async (figure, canvas, state, x) => {
  const [from, to] = x.domain();
  const number = ++asked;
  await new Promise((done) => setTimeout(done, 250));
  if (number !== asked) return;
  const address = new URL(state.source, location.href);
  const iso = (date) => date.toISOString().slice(0, 10);
  address.searchParams.set("since", iso(from));
  address.searchParams.set("until", iso(to));
  const data = await load(address);
  if (number !== asked || !data.lanes.length || data.bins.length) return;
  state.data = data;
  paint(canvas, figure, state);
};

const bar = (field, lane, { event, row }, point) => {
  const link = svgElement("a", { href: `/events/${encodeURIComponent(event.id)}`, tabindex: "-1" });
  const label = [event.when, event.what, event.who, event.where].filter(Boolean).join(", ");
  link.setAttribute("aria-label", label);
  const kinds = ["bar-event", event.tone, event.told ? "" : "untold", event.dated ? "" : "undated"];
  const shape = svgElement("rect", {
    class: kinds.filter(Boolean).join(" "), height: BAR, rx: event.tone === "conflict" ? 0 : BAR / 2,
  });
  link.append(shape);
  field.append(link);
  point(link, label);
  return { shape, lane, row, from: dateOf(event.first), to: dateOf(event.last + 1) };
};

const countedBar = (field, lane, bin, data, most, point) => {
  const tall = Math.max(2, 22 * Math.sqrt(bin.count / most));
  const up = bin.tone !== "conflict";
  const middle = lane.y + lane.height / 2;
  const half = tall / 2;
  const shape = svgElement("rect", {
    class: `bar-event ${bin.tone}`, height: half, y: up ? middle - half : middle,
  });
  field.append(shape);
  point(shape, `${dateOf(bin.first).toISOString().slice(0, 10)}: ${bin.count}`);
  return { shape, lane, row: null, from: dateOf(bin.first), to: dateOf(bin.first + data.step) };
};

const shorten = (text, most) => (text.length > most ? `${text.slice(0, Math.max(most - 1, 4))}…` : text);
