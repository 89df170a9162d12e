// What every page does beside showing: the filter bar that applies itself, drawings loaded where
// there is something to draw, and words of a report lit with what was taken from them.

const draw = (root) => {
  for (const figure of root.querySelectorAll("[data-chart]")) {
    if (figure.dataset.drawn) continue;
    figure.dataset.drawn = "yes";
    const canvas = figure.querySelector("[data-canvas]");
    import(`./${figure.dataset.chart}.js`)
      .then((module) => module.draw(figure, canvas))
      .catch((error) => {
        console.error(error);
        canvas.textContent = canvas.dataset.failed ?? "";
      });
  }
};

const enhance = (root) => {
  for (const element of root.querySelectorAll("[data-script]")) {
    if (element.dataset.run) continue;
    element.dataset.run = "yes";
    import(`./${element.dataset.script}.js`).then((module) => module.start(element));
  }
};

// A change in the filter bar is applied at once; facets close when one clicks elsewhere.
document.addEventListener("change", (event) => {
  const bar = event.target.closest?.("form[data-bar]");
  if (bar && event.target.name !== "find") bar.requestSubmit();
});
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.facet[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details.facet[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// In a report, what stands under the pointer lights up beside it, and the other way round.
const light = (event, on) => {
  const from = event.target.closest?.("[data-facts], [data-fact]");
  if (!from) return;
  const numbers = (from.dataset.facts ?? from.dataset.fact).split(" ");
  for (const n of numbers) {
    for (const other of document.querySelectorAll(`[data-fact="${n}"], [data-facts~="${n}"]`)) {
      other.classList.toggle("lit", on);
    }
  }
};
for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(kind, (event) => light(event, on));
}

document.body.addEventListener("htmx:afterSettle", () => {
  draw(document);
  enhance(document);
});
document.body.addEventListener("htmx:configRequest", (event) => {
  // Empty fields are left out of the address, which others are to read.
  const parameters = event.detail.parameters;
  for (const name of [...parameters.keys?.() ?? Object.keys(parameters)]) {
    if (parameters[name] === "" || parameters[name] == null) delete parameters[name];
  }
});
draw(document);
enhance(document);
