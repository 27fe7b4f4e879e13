"use strict";
/** An element with its attributes and children; an attribute that is false is left out, a function listens. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

/** Put children in the place of all that an element has; whatever is focused there stays so, by its id. */
function fill(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.id : "";
  parent.replaceChildren(...children.flat().filter((child) => child));
  if (focused) byId(focused)?.focus();
}

/** A table with its caption and headings, in a region that scrolls by itself; a cell is text, an element, or several.
 * On a narrow screen its cells stand below one another, each with its heading; its roles are said, as it is no table to
 * a browser then. */
function table(caption, headings, rows, attributes = {}) {
  const head = el("thead", { role: "rowgroup" }, tableRow(headings.map((heading) => el("th", { scope: "col", role: "columnheader" }, heading))));
  const body = el("tbody", { role: "rowgroup" }, rows.map((cells) => tableRow(cells.map((cell, index) => tableCell(headings[index], cell)))));
  return el(
    "div",
    { class: "table", tabindex: "0", role: "group", "aria-label": caption, ...attributes },
    el("table", { role: "table" }, el("caption", {}, caption), head, body),
  );
}

function tableRow(cells) {
  return el("tr", { role: "row" }, cells);
}

function tableCell(heading, cell) {
  return el("td", { role: "cell", "data-heading": heading, class: cell === "" && "blank" }, el("div", {}, cell));
}

function list(items) {
  return items.length ? el("ul", {}, items.map((item) => el("li", {}, item))) : null;
}

function paragraph(...children) {
  return el("p", {}, ...children);
}

function counted(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}

const MOST = 100;
/** Rows of a table, the first hundred at once and the others when they are asked for: a large plan must not stall. */
function longTable(caption, headings, rows, attributes = {}) {
  const shown = table(caption, headings, rows.slice(0, MOST).map((row) => row()), attributes);
  if (rows.length <= MOST) return [shown];
  const more = el("button", { type: "button", class: "second", click: showAll }, `Show all ${counted(rows.length, "row")}`);
  function showAll() {
    const whole = table(caption, headings, rows.map((row) => row()), attributes);
    shown.replaceWith(whole);
    more.remove();
    whole.focus();
  }
  return [shown, paragraph(more)];
}
