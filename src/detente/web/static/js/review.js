// The queue by keyboard: J and K move, A R D judge, C opens the correction, U undoes.
const ACTS = { a: "accept", r: "reject", d: "doubt" };
let here = 0;

const items = (queue) => [...queue.querySelectorAll(".queue > li")];

const move = (queue, to) => {
  const all = items(queue);
  if (!all.length) return;
  here = Math.max(0, Math.min(to, all.length - 1));
  all.forEach((item, index) => item.classList.toggle("now", index === here));
  all[here].focus({ preventScroll: true });
  all[here].scrollIntoView({ block: "nearest" });
};

document.addEventListener("keydown", (event) => {
  const queue = document.querySelector("#queue");
  if (!queue || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const key = event.key.toLowerCase();
  const item = items(queue)[here];
  if (key === "j") move(queue, here + 1);
  else if (key === "k") move(queue, here - 1);
  else if (key === "u") queue.querySelector("[data-act=undo]")?.click();
  else if (key in ACTS) item?.querySelector(`button[data-act=${ACTS[key]}]`)?.click();
  else if (key === "c") {
    const form = item?.querySelector("details[data-act=correct]");
    if (form) {
      form.open = true;
      form.querySelector("select").focus();
    }
  } else return;
  event.preventDefault();
});

// A correction shows the one field that its attribute needs.
export const fields = (root) => {
  for (const select of root.querySelectorAll("[data-attribute]")) {
    const show = () => {
      const wanted = ["kind", "status"].includes(select.value) ? select.value : "text";
      for (const label of select.form.querySelectorAll("[data-for]")) {
        label.hidden = label.dataset.for !== wanted;
      }
    };
    select.addEventListener("change", show);
    show();
  }
};

export const start = (queue) => {
  fields(queue);
  if (queue.matches("#queue") && document.activeElement === document.body) move(queue, here);
};
