// Who met whom: the more often, the thicker the line and the nearer the names. Laid out once, then still.
import { extent, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, max, scaleSqrt } from "../vendor/d3.js";
import { load, svgElement, tip } from "./draw.js";

const NAMED = 40; // names written in the drawing; the others are told when pointed at

export const draw = async (figure, canvas) => {
  const edges = await load(figure.dataset.src);
  const nodes = new Map();
  for (const edge of edges) {
    for (const side of ["a", "b"]) {
      const node = nodes.get(edge[side]) ?? { id: edge[side], name: edge[`${side}_name`], weight: 0 };
      node.weight += edge.times;
      nodes.set(node.id, node);
    }
  }
  const all = [...nodes.values()].sort((a, b) => b.weight - a.weight);
  const links = edges.map((edge) => ({ source: edge.a, target: edge.b, times: edge.times }));
  const width = Math.max(canvas.clientWidth, 320);
  const height = Math.min(560, Math.max(300, 120 + all.length * 9));
  const most = max(edges, (edge) => edge.times);
  const radius = scaleSqrt([0, all[0].weight], [3, 13]);
  forceSimulation(all)
    .force("link", forceLink(links).id((node) => node.id).distance((link) => 90 - (40 * link.times) / most))
    .force("charge", forceManyBody().strength(-170))
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.11))
    .force("collide", forceCollide((node) => radius(node.weight) + 12))
    .stop()
    .tick(260);
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "group", "aria-label": canvas.dataset.label });
  const inside = (value, least, highest) => Math.max(least, Math.min(highest, value));
  // Few names are spread over the whole field; many are kept within it.
  const [left, right] = extent(all, (node) => node.x);
  const [top, bottom] = extent(all, (node) => node.y);
  const wide = Math.min((width - 220) / Math.max(right - left, 1), 2.2);
  const tall = Math.min((height - 60) / Math.max(bottom - top, 1), 2.2);
  for (const node of all) {
    node.x = inside(width / 2 + (node.x - (left + right) / 2) * wide, 16, width - 16);
    node.y = inside(height / 2 + (node.y - (top + bottom) / 2) * tall, 16, height - 16);
  }
  for (const link of links) {
    svg.append(svgElement("line", {
      x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y,
      "stroke-width": 1 + (5 * link.times) / most,
    }));
  }
  canvas.replaceChildren(svg);
  const point = tip(canvas);
  all.forEach((node, index) => {
    const a = svgElement("a", { href: `/people/${encodeURIComponent(node.id)}`, tabindex: "-1", "aria-label": `${node.name}: ${node.weight}` });
    a.append(svgElement("circle", { cx: node.x, cy: node.y, r: radius(node.weight) }));
    if (index < NAMED) {
      const left = node.x > width - 140;
      const text = svgElement("text", {
        x: node.x + (left ? -1 : 1) * (radius(node.weight) + 3), y: node.y + 4, "text-anchor": left ? "end" : "start",
      });
      text.textContent = node.name;
      a.append(text);
    }
    svg.append(a);
    point(a, `${node.name}: ${node.weight}`);
  });
};
