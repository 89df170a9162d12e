// Words that are selected in a report go into the open form that adds what the reading missed.
export const start = (forms) => {
  document.addEventListener("selectionchange", () => {
    const selected = document.getSelection();
    const words = selected?.toString().trim();
    const report = document.querySelector("article.report");
    if (!words || !report?.contains(selected.anchorNode)) return;
    for (const field of forms.querySelectorAll("details[open] [name=words]")) field.value = words;
  });
};
