"use strict";
// Without this script the page says all it has to say; with it, rows can be picked by topic and sorted by heading.
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

for (const tools of document.querySelectorAll("form.tools")) {
  const table = tools.parentElement.querySelector("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];
  const choices = [...tools.querySelectorAll("select")];
  const status = tools.querySelector("[role=status]");

  const matches = (row) => ({ value, dataset }) =>
    value === "" || row.cells[dataset.column].dataset.topics.split(" ").includes(value);

  const pick = () => {
    for (const row of rows) row.hidden = !choices.every(matches(row));
    status.textContent = `Showing ${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
  };

  const key = (row, column) => row.cells[column].dataset.order ?? row.cells[column].textContent;

  const sort = (column, way) => {
    headings.forEach((heading) => heading.removeAttribute("aria-sort"));
    if (way) headings[column].setAttribute("aria-sort", way);
    const sign = way === "descending" ? -1 : 1;
    const order = (one, other) => sign * collator.compare(key(one, column), key(other, column));
    body.classList.toggle("sorted", Boolean(way));
    body.append(...(way ? [...rows].sort(order) : rows));
  };

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    const put = () => {
      button.append(...heading.childNodes);
      heading.append(button);
    };
    button.type = "button";
    button.addEventListener("click", () => {
      sort(column, heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending");
    });
    // Browsers leave buttons out of the headings that they repeat on each printed page.
    addEventListener("beforeprint", () => heading.replaceChildren(...button.childNodes));
    addEventListener("afterprint", put);
    put();
  });

  tools.addEventListener("input", pick);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("reset", () => {
    sort(0, null);
    setTimeout(pick); // the choices are empty only after this
  });
  tools.hidden = false;
  pick();
}
