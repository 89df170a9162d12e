// The map: countries and borders of Natural Earth, a circle for each place, as large as the number of
// its events.
import { feature, geoEqualEarth, geoPath, max, mesh, scaleSqrt, select, zoom } from "../vendor/d3.js";
import { load, svgElement, tip } from "./draw.js";

export const draw = async (figure, canvas) => {
  const [spots, world] = await Promise.all([load(figure.dataset.src), load(figure.dataset.world)]);
  const placed = spots.filter((spot) => spot.latitude !== null);
  const width = 960;
  const height = 480;
  const around = { type: "MultiPoint", coordinates: placed.map((spot) => [spot.longitude, spot.latitude]) };
  const projection = geoEqualEarth().fitExtent([[8, 8], [width - 8, height - 8]], { type: "Sphere" });
  const path = geoPath(projection);
  const svg = svgElement("svg", {
    viewBox: `0 0 ${width} ${height}`, role: "group", tabindex: "0", "aria-label": canvas.dataset.label,
  });
  const layer = svgElement("g");
  const land = svgElement("path", { class: "land", d: path(feature(world, world.objects.land ?? world.objects.countries)) });
  const borders = svgElement("path", { class: "borders", d: path(mesh(world, world.objects.countries, (a, b) => a !== b)) });
  layer.append(land, borders);
  svg.append(layer);
  canvas.replaceChildren(svg);
  const point = tip(canvas);
  const size = scaleSqrt([0, max(placed, (spot) => spot.events) || 1], [0, 22]);
  const circles = placed.map((spot) => {
    const [x, y] = projection([spot.longitude, spot.latitude]);
    const link = svgElement("a", { href: spot.link, tabindex: "-1", "aria-label": `${spot.name}: ${spot.label}` });
    const circle = svgElement("circle", { class: spot.precise ? "spot" : "spot country", cx: x, cy: y });
    link.append(circle);
    layer.append(link);
    point(link, `${spot.name}: ${spot.label}`);
    return [circle, Math.max(size(spot.events), 4)];
  });
  const zooming = zoom().scaleExtent([1, 24]).translateExtent([[0, 0], [width, height]]).on("zoom", ({ transform }) => {
    layer.setAttribute("transform", transform);
    for (const [circle, radius] of circles) circle.setAttribute("r", radius / transform.k);
  });
  const surface = select(svg).call(zooming);
  // It opens on the places themselves, not on the whole earth.
  const [[left, top], [right, bottom]] = path.bounds(around);
  const k = placed.length ? Math.min(8, 0.7 / Math.max((right - left) / width, (bottom - top) / height, 0.02)) : 1;
  surface.call(zooming.scaleTo, Math.max(k, 1));
  if (placed.length) surface.call(zooming.translateTo, (left + right) / 2, (top + bottom) / 2);
  svg.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (moves[event.key]) surface.call(zooming.translateBy, ...moves[event.key].map((m) => m / 2));
    else if (event.key === "+" || event.key === "=") surface.call(zooming.scaleBy, 1.5);
    else if (event.key === "-") surface.call(zooming.scaleBy, 1 / 1.5);
    else return;
    event.preventDefault();
  });
};
