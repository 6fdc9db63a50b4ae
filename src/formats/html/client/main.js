/** Starts the script: fills the list and connects what can be clicked, typed and pressed. */

import { step } from "./details.js";
import { limitTo, openReport, showAll, showMore, sortBy, update } from "./list.js";
import { element, elementsWith } from "./page.js";

element("search").addEventListener("input", () => limitTo({}));
element("filter").addEventListener("change", () => limitTo({}));
element("more").addEventListener("click", showMore);
for (const button of elementsWith("data-sort")) {
  button.addEventListener("click", () => sortBy(button.dataset.sort));
}
for (const button of elementsWith("data-report")) {
  button.addEventListener("click", () => openReport(Number(button.dataset.report)));
}
for (const button of elementsWith("data-filter")) {
  button.addEventListener("click", () => {
    limitTo({ filter: button.dataset.filter, query: "" });
    element("students").scrollIntoView();
    element("filter").focus({ preventScroll: true });
  });
}
element("previous").addEventListener("click", () => step(-1));
element("next").addEventListener("click", () => step(1));
element("close").addEventListener("click", () => element("details").close());
element("details").addEventListener("click", (event) => {
  if (event.target === element("details")) element("details").close();
});
element("details").addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowLeft") step(-1);
  if (event.key === "ArrowRight") step(1);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || /** @type {Element} */ (event.target).closest("input, select, dialog")) return;
  event.preventDefault();
  element("search").focus();
});
addEventListener("beforeprint", () => showAll(true));
addEventListener("afterprint", () => showAll(false));

update();
