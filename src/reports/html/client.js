// The script of the HTML report: fills the list of students, sorts and searches it, shows a student's details.
// Knows the arrays that data.ts packs. Puts texts into the page as text only, never as HTML.

(() => {
  const data = JSON.parse(element("data").textContent);
  const { labels, exercises, messages, language } = data;
  const several = exercises.length > 1;
  const pageSize = 200;

  /** Verdicts by the letters of data.ts: the class that colours them and the symbol beside the colour. */
  const verdicts = {
    c: ["correct", "✓"],
    p: ["partial", "◐"],
    r: ["review", "?"],
    i: ["incorrect", "✗"],
    u: ["invalid", "!"],
    m: ["missing", "–"],
  };
  const criterionLabels = { c: labels.met, p: labels.partly, i: labels.unmet, r: labels.r };

  const reports = data.reports.map(
    ([student, exercise, status, points, review, passed, file, letters, ...rest], index) => {
      const texts = status === 1 ? { error: rest[0] } : { warnings: rest[0] ?? [], items: rest[1] };
      return { index, student, exercise, status, points, review, passed, file, letters, ...texts };
    },
  );
  const students = studentsOf(reports);

  const state = { sort: "student", descending: false, query: "", filter: "all", shown: pageSize };
  let matching = [];
  let current = -1;

  function element(id) {
    return document.getElementById(id);
  }

  /** A new element with a class, attributes and children; strings become text. */
  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children.flat());
    return node;
  }

  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  function number(value) {
    const text = String(Math.round(value * 100) / 100);
    return language === "de" ? text.replace(".", ",") : text;
  }

  /** For searching: without case and accents. */
  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /** A row for each student; a second report for the same exercise makes a second row. */
  function studentsOf(all) {
    const rows = new Map();
    for (const report of all) {
      const list = rows.get(report.student) ?? [];
      rows.set(report.student, list);
      let row = list.find((candidate) => candidate.reports[report.exercise] === undefined);
      if (row === undefined) {
        row = { student: report.student, reports: [], text: plain(report.student) };
        list.push(row);
      }
      row.reports[report.exercise] = report;
      row.text += ` ${plain(report.file)}`;
    }
    return [...rows.values()].flat().map(summed);
  }

  function summed(row) {
    const handedIn = row.reports.filter(Boolean);
    const sum = (pick) => handedIn.reduce((total, report) => total + pick(report), 0);
    const status = handedIn.some((report) => report.status === 1)
      ? "invalid"
      : handedIn.every((report) => report.status === 2)
        ? "absent"
        : handedIn.length === exercises.length && handedIn.every((report) => report.passed)
          ? "passed"
          : "failed";
    return {
      ...row,
      points: sum((report) => report.points),
      review: sum((report) => report.review),
      status,
      underReview: handedIn.some((report) => report.review > 0 || report.letters.includes("r")),
    };
  }

  const maxPoints = exercises.reduce((total, exercise) => total + exercise.maxPoints, 0);
  const byName = new Intl.Collator(language, { numeric: true });
  const statusOrder = ["invalid", "absent", "failed", "passed"];

  function compare(a, b) {
    if (state.sort === "points") return a.points - b.points;
    if (state.sort === "status") {
      return statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || b.underReview - a.underReview;
    }
    if (state.sort === "student") return byName.compare(a.student, b.student);
    const index = Number(state.sort.slice("exercise-".length));
    return (a.reports[index]?.points ?? -1) - (b.reports[index]?.points ?? -1);
  }

  function matches(row) {
    if (state.filter === "review" ? !row.underReview : state.filter !== "all" && row.status !== state.filter)
      return false;
    return state.query.split(/\s+/).every((word) => row.text.includes(word));
  }

  function update() {
    const sign = state.descending ? -1 : 1;
    matching = students.filter(matches).sort((a, b) => sign * compare(a, b) || byName.compare(a.student, b.student));
    for (const button of document.querySelectorAll("[data-sort]")) {
      const order = state.descending ? "descending" : "ascending";
      button.parentElement.setAttribute("aria-sort", button.dataset.sort === state.sort ? order : "none");
    }
    showRows();
  }

  function showRows() {
    const body = element("list").tBodies[0];
    const visible = matching.slice(0, state.shown);
    const nobody = make(
      "tr",
      {},
      make("td", { colspan: String(several ? exercises.length + 3 : 4), class: "nobody" }, labels.nobody),
    );
    body.replaceChildren(...(visible.length === 0 ? [nobody] : visible.map(rowElement)));
    element("shown").textContent = fill(labels.shown, { shown: matching.length, all: students.length });
    element("more").hidden = matching.length <= state.shown;
  }

  function rowElement(row, index) {
    const name = make("button", { type: "button", class: "link" }, row.student);
    name.addEventListener("click", () => openDetails(index));
    const cells = several
      ? exercises.map((_, exercise) => make("td", { class: "number" }, exerciseCell(row.reports[exercise])))
      : [];
    const strip = several ? [] : [make("td", { class: "strip" }, verdictStrip(row.reports[0]))];
    return make(
      "tr",
      { class: row.status },
      make("th", { scope: "row" }, name),
      cells,
      totalCell(row),
      strip,
      make("td", {}, statusElement(row)),
    );
  }

  function exerciseCell(report) {
    if (report === undefined || report.status === 2) return "–";
    return report.status === 1
      ? make("span", { class: "verdict invalid", title: labels.invalid }, "!")
      : pointsWithReview(report);
  }

  function pointsWithReview({ points, review }) {
    return review > 0
      ? [number(points), make("small", { class: "plus", title: labels.r }, ` + ${number(review)}?`)]
      : [number(points)];
  }

  function totalCell(row) {
    if (!several && row.status !== "passed" && row.status !== "failed") return make("td", { class: "number" }, "–");
    const width = (value) => `width:${maxPoints > 0 ? Math.min(100, (100 * value) / maxPoints) : 0}%`;
    const meter = make(
      "span",
      { class: "meter", "aria-hidden": "true" },
      make("i", { style: width(row.points) }),
      make("i", { class: "open", style: width(row.review) }),
    );
    return make("td", { class: "number total" }, make("span", {}, pointsWithReview(row)), meter);
  }

  /** One square an item, with its symbol; read aloud as counts. */
  function verdictStrip(report) {
    const counts = new Map();
    for (const letter of report.letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const spoken = [...counts].map(([letter, count]) => `${count} ${labels[letter]}`).join(", ");
    const squares = [...report.letters].map((letter, item) => {
      const [kind, symbol] = verdicts[letter];
      const title = `${exercises[report.exercise].items[item][0]}: ${labels[letter]}`;
      return make("span", { class: `verdict ${kind}`, title }, symbol);
    });
    return make("span", { role: "img", "aria-label": spoken }, squares);
  }

  function statusElement(row) {
    const word = make("span", { class: `status ${row.status}` }, labels[row.status]);
    return row.underReview ? [word, " ", make("span", { class: "status review" }, labels.r)] : [word];
  }

  function openDetails(index) {
    const row = matching[index];
    if (row === undefined) return;
    current = index;
    // Not `disabled`: that would take the focus away from whoever steps through with the keyboard.
    element("previous").setAttribute("aria-disabled", String(index === 0));
    element("next").setAttribute("aria-disabled", String(index === matching.length - 1));
    showDetails(row);
  }

  function showDetails(row) {
    element("details-name").textContent = row.student;
    element("details-total").replaceChildren(`${number(row.points)} / ${number(maxPoints)} `, ...statusElement(row));
    element("details-body").replaceChildren(...row.reports.filter(Boolean).map(reportElement));
    if (!element("details").open) element("details").showModal();
    element("details-body").scrollTop = 0;
  }

  function reportElement(report) {
    const exercise = exercises[report.exercise];
    const points =
      report.status === 0 ? [" ", make("small", {}, `${number(report.points)} / ${number(exercise.maxPoints)}`)] : [];
    const parts = [];
    if (several) parts.push(make("h3", {}, exercise.id, points));
    if (report.file !== "") parts.push(make("p", { class: "meta file" }, `${labels.file}: ${report.file}`));
    if (report.status === 1) parts.push(make("p", { class: "notice" }, report.error || labels.invalid));
    if (report.status === 2) parts.push(make("p", {}, labels.absent));
    for (const warning of report.warnings ?? []) parts.push(make("p", { class: "notice soft" }, messages[warning]));
    if (report.status === 0) {
      const items = exercise.items.map(([id, most], index) => itemElement(report, index, id, most));
      parts.push(make("ul", { class: "answers-list" }, items));
    }
    return make("section", {}, parts);
  }

  function itemElement(report, index, id, most) {
    const letter = report.letters[index];
    const [kind, symbol] = verdicts[letter];
    const [points, review, answer, feedback, criteria, decision] = report.items?.[index] || [];
    const score = points === undefined ? number(most) : `${number(points)} / ${number(most)}`;
    const plus = review > 0 ? [make("small", { class: "plus" }, ` + ${number(review)}?`)] : [];
    const head = make(
      "p",
      { class: "head" },
      make("span", { class: `verdict ${kind}`, "aria-hidden": "true" }, symbol),
      make("b", {}, id),
      make("span", { class: "word" }, labels[letter]),
      make("span", { class: "score" }, score, plus),
    );
    const parts = [head];
    if (answer)
      parts.push(
        make(
          "p",
          { class: "answer" },
          make("span", { class: "unseen" }, `${labels.answer}: `),
          make("code", {}, answer),
        ),
      );
    parts.push(...decisionElements(decision));
    for (const message of feedback ?? []) parts.push(make("p", {}, messages[message]));
    if (criteria?.length > 0) parts.push(make("ul", { class: "criteria" }, criteria.map(criterionElement)));
    return make("li", { class: kind }, parts);
  }

  function criterionElement([id, letter, points, most, evidence, feedback, decision]) {
    const [kind, symbol] = verdicts[letter];
    const head = make(
      "p",
      {},
      make("span", { class: `verdict small ${kind}`, "aria-hidden": "true" }, symbol),
      ` ${id}: ${criterionLabels[letter]} `,
      make("small", {}, `${number(points)} / ${number(most)}`),
    );
    const quotes =
      evidence.length === 0
        ? []
        : [
            make(
              "p",
              { class: "meta" },
              `${labels.evidence}: `,
              evidence.flatMap((words) => [make("q", {}, words), " "]),
            ),
          ];
    return make(
      "li",
      {},
      head,
      quotes,
      decisionElements(decision),
      feedback.map((message) => make("p", {}, messages[message])),
    );
  }

  function decisionElements(decision) {
    if (!decision) return [];
    const [by, comment] = decision;
    const who = by === "" ? labels.decided : fill(labels.decidedBy, { by });
    return [make("p", { class: "decision" }, comment === "" ? who : `${who} ${comment}`)];
  }

  /** From elsewhere on the page: the student whose submission has this number, whatever the list is limited to. */
  function openReport(index) {
    const holds = (row) => row.reports.some((report) => report?.index === index);
    const place = matching.findIndex(holds);
    if (place >= 0) return openDetails(place);
    limitTo("all", "");
    openDetails(matching.findIndex(holds));
  }

  function limitTo(filter, query) {
    element("filter").value = filter;
    element("search").value = query;
    Object.assign(state, { filter, query: plain(query).trim(), shown: pageSize });
    update();
  }

  function step(distance) {
    if (matching[current + distance] !== undefined) openDetails(current + distance);
  }

  element("search").addEventListener("input", (event) => limitTo(state.filter, event.target.value));
  element("filter").addEventListener("change", (event) => limitTo(event.target.value, element("search").value));
  element("more").addEventListener("click", () => {
    const first = state.shown;
    state.shown += pageSize;
    showRows();
    element("list").tBodies[0].rows[first]?.querySelector("button").focus();
  });
  for (const button of document.querySelectorAll("[data-sort]")) {
    button.addEventListener("click", () => {
      const key = button.dataset.sort;
      // Names are wanted from A on, points from the best on, the status from what needs attention on.
      state.descending = state.sort === key ? !state.descending : key !== "student" && key !== "status";
      state.sort = key;
      update();
    });
  }
  for (const button of document.querySelectorAll("[data-report]")) {
    button.addEventListener("click", () => openReport(Number(button.dataset.report)));
  }
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.addEventListener("click", () => {
      limitTo(button.dataset.filter, "");
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
    if (event.key !== "/" || event.target.closest("input, select, dialog")) return;
    event.preventDefault();
    element("search").focus();
  });
  addEventListener("beforeprint", () => {
    state.shown = Number.POSITIVE_INFINITY;
    showRows();
  });
  addEventListener("afterprint", () => {
    state.shown = pageSize;
    showRows();
  });

  update();
})();
