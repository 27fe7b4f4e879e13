/** What each step shows, made from what the library answered; nothing here asks it anything. */

const KEPT_AS_IT_IS = "";

function showSummary(plan) {
  const rows = [
    ["Plan", plan.title],
    ["Actions", `${plan.actions}`],
    ["Quarter", plan.quarter ?? "not said anywhere; write it under “How it was read”"],
    ["In all", plan.words],
    ["File", plan.file],
  ];
  return el("dl", {}, rows.flatMap(([term, words]) => [el("dt", {}, term), el("dd", {}, words)]));
}

/** How it was read, with what corrects it; ``choose`` is called with the name of an option and its value. */
function showColumns(plan, options, choose) {
  return [
    ...(plan.faults ?? []).map((fault) => paragraph(fault)),
    quarterChoice(plan, options, choose),
    plan.sheets ? sheetChoice(plan, options, choose) : null,
    ...(plan.tables ?? []).map((each, index) => columnChoice(plan, each, index, choose)),
    rowChoice(plan, options, choose),
    Object.keys(options.columns).length || options.sheet.length || options.header_row
      ? paragraph(el("button", { type: "button", class: "second", click: () => choose("all", null) }, "Read it as at first"))
      : null,
  ];
}

function quarterChoice(plan, options, choose) {
  return paragraph(
    el("label", { for: "quarter" }, "The quarter that is reported"),
    el("span", { class: "hint", id: "quarter-hint" }, "Such as Q3 2025/26. Leave it where the plan says it."),
    el("br"),
    el("input", {
      type: "text",
      id: "quarter",
      autocomplete: "off",
      "aria-describedby": "quarter-hint",
      value: options.quarter || plan.quarter || "",
      change: (event) => choose("quarter", event.target.value.trim()),
    }),
  );
}

function sheetChoice(plan, options, choose) {
  const boxes = () => [...document.querySelectorAll("#columns input[name=sheet]")];
  const rows = plan.sheets.map((sheet, index) => [
    el("input", {
      type: "checkbox",
      name: "sheet",
      id: `sheet-${index}`,
      value: sheet.name,
      "aria-label": `Read the sheet ${sheet.name}`,
      checked: sheet.is_read,
      change: () => choose("sheet", boxes().filter((box) => box.checked).map((box) => box.value)),
    }),
    sheet.name,
    sheet.is_read ? sheet.why : `Not read: ${sheet.why}`,
  ]);
  return table("Sheets", ["Read", "Sheet", "What became of it"], rows);
}

function columnChoice(plan, read, index, choose) {
  const rows = read.columns.map((column) => {
    const fields = column.field === "extra" ? plan.fields : [...new Set([column.field, ...plan.fields])];
    const select = el(
      "select",
      {
        id: `column-${index}-${column.letter}`,
        "aria-label": `Column ${column.letter}, headed “${column.heading}”`,
        change: (event) => choose("column", { field: event.target.value, letter: column.letter, was: column.field }),
      },
      column.field === "extra" ? el("option", { value: KEPT_AS_IT_IS, selected: true }, "kept as it is") : null,
      fields.map((field) => el("option", { value: field, selected: field === column.field }, field)),
    );
    return [column.letter, column.heading, select, column.quarter ?? ""];
  });
  const caption = `Columns of “${read.sheet}”: headings in row ${read.header_row}, ${counted(read.actions, "action")}`;
  return table(caption, ["Column", "Heading", "Read as", "Quarter"], rows);
}

/** The first rows of a sheet, of which one can be pointed at as the headings, and a column of it as the actions. */
function rowChoice(plan, options, choose) {
  const sheets = plan.all_sheets.filter((sheet) => sheet.rows.length);
  const wanted = options.sheet[0] ?? plan.tables?.[0]?.sheet;
  const sheet = sheets.find((each) => each.name === wanted) ?? sheets[0];
  if (!sheet) return null;
  const current = options.header_row ?? plan.tables?.[0]?.header_row;
  const rows = sheet.rows.map(({ row, cells }) => [
    el("input", {
      type: "radio",
      name: "header-row",
      id: `row-${row}`,
      value: row,
      "aria-label": `The headings stand in row ${row}`,
      checked: row === current,
      change: () => choose("header_row", row),
    }),
    `${row}`,
    cells.map((cell) => `${cell.letter}: ${cell.words}`).join(" · "),
  ]);
  const headings = sheet.rows.find(({ row }) => row === current) ?? sheet.rows[0];
  const picker = el(
    "select",
    { id: "action-column", change: (event) => choose("column", { field: "action", letter: event.target.value }) },
    el("option", { value: "" }, "choose a column"),
    headings.cells.map((cell) => el("option", { value: cell.letter, selected: cell.letter === options.columns.action }, `${cell.letter}: ${cell.words}`)),
  );
  const names = el(
    "select",
    { id: "row-sheet", change: (event) => choose("sheet", [event.target.value]) },
    sheets.map((each) => el("option", { selected: each.name === sheet.name }, each.name)),
  );
  return el(
    "details",
    { id: "row-choice", open: Boolean(plan.unread) || byId("row-choice")?.open },
    el("summary", {}, "The headings stand in another row"),
    paragraph(el("label", { for: "row-sheet" }, "Sheet"), names),
    table(`First rows of “${sheet.name}”`, ["Headings", "Row", "What stands there"], rows),
    paragraph(el("label", { for: "action-column" }, "The column that holds the actions"), picker),
  );
}

const SEVERITIES = { error: "Error", warning: "Warning", advice: "Advice" };

/** The findings by rule, and what can be put right at once; ``fix`` is called with the cells that are ticked. */
function showFindings(found, file, fix, report) {
  // A period in the house form may still be the wrong period, so that it is offered by itself.
  const fixes = new Map(found.fixes.filter((each) => each.field === "status").map((each) => [each.cell, each]));
  const inFindings = new Set(found.groups.flatMap((group) => group.findings.flatMap((each) => each.cells)));
  const others = found.fixes.filter((each) => each.field !== "status" || !inFindings.has(each.cell));
  const number = (severity) => found.groups.filter((group) => group.severity === severity).reduce((sum, group) => sum + group.findings.length, 0);
  const total = found.groups.reduce((sum, group) => sum + group.findings.length, 0);
  const words = Object.keys(SEVERITIES).filter(number).map((each) => (each === "advice" ? `${number(each)} of advice` : counted(number(each), each)));
  const ticks = () => [...document.querySelectorAll("#findings input[name=fix]")];
  const groups = el("div", { id: "finding-groups" }, found.groups.map((group) => showGroup(group, fixes, total)));
  const empty = el("p", { id: "none-left", hidden: true }, "No finding has these words.");
  return [
    el("p", { id: "finding-words" }, total ? `${words.join(", ")}.` : "Nothing was found that needs a look."),
    total ? findingFilter(groups, empty) : null,
    groups,
    empty,
    others.length
      ? el(
          "details",
          {},
          el("summary", {}, `${counted(others.length, "period")} that can be written in the house form`),
          longTable("Periods, as they are and in the house form", ["Write so", "Cell", "Action", "Is", "Would be"], others.map((each) => () => [tick(each), each.cell, each.ref, each.before, each.after])),
        )
      : null,
    found.left.length ? list(found.left.map((each) => `${each.cell}: “${each.text}” stays, as ${each.why}.`)) : null,
    paragraph(
      found.fixes.length ? el("button", { type: "button", id: "fix", "data-testid": "fix", click: () => fix(ticks().filter((box) => box.checked).map((box) => box.value)) }, "Put right what is ticked, and save the plan") : null,
      found.fixes.length ? " " : null,
      found.fixes.length ? el("button", { type: "button", class: "second", id: "tick-all", click: () => ticks().forEach((box) => (box.checked ||= box.dataset.field === "status")) }, "Tick all spellings of statuses") : null,
      found.fixes.length ? " " : null,
      el("button", { type: "button", class: "second", id: "report", click: report }, "Save these findings as a workbook"),
    ),
  ];
}

function showGroup(group, fixes, total) {
  const rows = group.findings.map((each) => () => {
    const fixable = each.cells.map((cell) => fixes.get(cell)).filter(Boolean);
    return [each.place, each.ref, [each.message, each.suggestion ? ` Suggestion: ${each.suggestion}.` : "", fixable.map(tickWithWords)].flat()];
  });
  const summary = el("summary", {}, el("span", { class: `tag tag-${group.severity}` }, SEVERITIES[group.severity]), ` ${group.about || group.code} (${group.findings.length})`);
  return el(
    "details",
    { open: total <= 60 || group.severity === "error", "data-severity": group.severity },
    summary,
    longTable(`${group.code}, ${counted(group.findings.length, "finding")}`, ["Cell", "Ref", "What was found and what to do"], rows, { class: "table findings" }),
  );
}

function tick(fix) {
  return el("input", { type: "checkbox", name: "fix", value: fix.cell, "data-field": fix.field, "aria-label": `Put right ${fix.cell}: “${fix.before}” to “${fix.after}”` });
}

let ticksMade = 0;

function tickWithWords(fix) {
  const id = `fix-${(ticksMade += 1)}`;
  return el("span", { class: "check" }, el("input", { type: "checkbox", name: "fix", value: fix.cell, "data-field": fix.field, id }), el("label", { for: id }, `Put right ${fix.cell}: “${fix.before}” to “${fix.after}”`));
}

function findingFilter(groups, empty) {
  const severity = el("select", { id: "finding-severity", change: apply }, el("option", { value: "" }, "All"), Object.entries(SEVERITIES).map(([value, words]) => el("option", { value }, words)));
  const words = el("input", { type: "search", id: "finding-search", autocomplete: "off", input: apply });
  function apply() {
    const wanted = words.value.trim().toLocaleLowerCase();
    let left = 0;
    for (const group of groups.children) {
      let shown = 0;
      for (const row of group.querySelectorAll("tbody tr")) {
        row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
        shown += row.hidden ? 0 : 1;
      }
      group.hidden = (severity.value && group.dataset.severity !== severity.value) || !shown;
      left += group.hidden ? 0 : shown;
    }
    empty.hidden = left > 0;
  }
  return el(
    "div",
    { class: "fields" },
    paragraph(el("label", { for: "finding-severity" }, "Show"), severity),
    paragraph(el("label", { for: "finding-search" }, "With these words, as an owner, a ref or a cell"), words),
  );
}

function showAsked(asked) {
  const going = asked.owners.filter((owner) => owner.step);
  const rows = asked.owners.map((owner) => () => [
    owner.owner,
    owner.step || "Nothing today",
    [owner.why, owner.to.length ? ` To ${owner.to.join(", ")}.` : owner.step ? " No address is known." : ""].join(""),
    owner.questions.length ? el("details", {}, el("summary", {}, counted(owner.questions.length, "question")), list(owner.questions.map((each) => `${each.action}: ${each.text} (${each.why})`))) : "None",
    owner.reply_by,
  ]);
  return [
    going.length
      ? paragraph(`${counted(going.length, "owner")} would be written to on ${asked.today}, to reply by ${asked.reply_by_words}.`)
      : paragraph(`Nothing goes out on ${asked.today}${asked.next_on ? `; the next is on ${asked.next_on}` : ""}.`),
    ...asked.notes.map((note) => paragraph(note)),
    rows.length ? longTable("Owners", ["Owner", "Today", "Why", "Questions", "Reply by"], rows) : null,
    asked.nobody.length ? [el("h3", {}, "Nobody can be asked about these"), list(asked.nobody.map((each) => `${each.action}: ${each.why}`))] : null,
    asked.not_asked.length ? [el("h3", {}, "Not asked"), list(asked.not_asked)] : null,
  ].flat();
}

/** What was made: one file of all, and each mail by itself. */
function showPapers(papers, contents) {
  if (!papers.files) return [paragraph("Nothing goes out on that day, so no file was made.")];
  const zip = papers.downloads.find((path) => path.endsWith(".zip"));
  const rows = papers.drafts.map((draft) => () => [
    draft.owner,
    draft.to.join(", ") || "no address is known",
    lateLink(draft.name, contents[draft.path], "Open in mail", { "aria-label": `Open in mail: ${draft.owner}` }),
  ]);
  return [
    el(
      "div",
      { class: "done" },
      paragraph(`${counted(papers.files, "file")}: each owner’s form, their mails, and the list of who was asked.`),
      paragraph(saveLink(baseName(zip), contents[zip], "Save them all in one file (papers.zip)", { class: "button", "data-testid": "papers-download" })),
    ),
    ...(rows.length ? longTable("Mails, each with its form attached", ["Owner", "To", "Mail"], rows) : []),
  ];
}

/** What would change, what is to be settled, and what was refused; ``settle`` is called when a choice is made. */
function showMerge(merge, settled, settle) {
  const rows = merge.changes.map((each) => () => [each.action, each.what, each.cell, each.before.trim() || "(blank)", each.after, `${each.owner}, ${each.file}`]);
  return [
    paragraph(`${countAll(merge)}.`),
    el(
      "div",
      { "data-testid": "changes" },
      rows.length ? longTable("What would change in the plan", ["Action", "What", "Cell", "Is", "Would be", "From"], rows) : paragraph("Nothing would change in the plan."),
    ),
    merge.conflicts.length ? el("h3", {}, "Two answers: choose which one counts") : null,
    ...merge.conflicts.map((each, index) => showConflict(each, index, settled, settle)),
    merge.doubts.length ? el("h3", {}, "To be asked about") : null,
    ...merge.doubts.map((each, index) => showDoubt(each, index, settled, settle)),
    merge.refusals.length ? el("h3", {}, "Refused") : null,
    ...merge.refusals.map((each, index) => showRefusal(each, index, settled, settle)),
    merge.notes.length ? [el("h3", {}, "Also"), list(merge.notes)] : null,
    merge.faults.length ? list(merge.faults) : null,
    merge.replies ? paragraph(merge.replies) : null,
  ].flat();
}

/** How much of everything there is, leaving out what there is none of. */
function countAll(merge) {
  const held = merge.doubts.filter((doubt) => doubt.held).length;
  const parts = [
    merge.open.length && `${counted(merge.open.length, "conflict")} to settle`,
    merge.refusals.length && `${merge.refusals.length} refused`,
    held && `${counted(held, "date")} held back`,
    merge.doubts.length > held && `${merge.doubts.length - held} to ask about`,
  ];
  return [counted(merge.changes.length, "change"), ...parts.filter(Boolean)].join(", ");
}

function showConflict(conflict, index, settled, settle) {
  const name = `conflict-${index}`;
  const ways = [
    ["", "Leave it for now: the plan keeps its words"],
    [conflict.accept_mine, "The plan’s words count"],
    [conflict.accept_theirs, `The answer of ${conflict.owner} counts`],
    [conflict.accept_both, "Put both in, one below the other"],
  ].filter(([words], place) => place === 0 || words);
  const current = ways.map(([words]) => words).find((words) => words && settled.has(words)) ?? "";
  return el(
    "fieldset",
    { "data-testid": "conflict" },
    el("legend", {}, `${conflict.action}: the ${conflict.what} in ${conflict.cell}`),
    conflict.text ? paragraph(conflict.text) : null,
    el(
      "div",
      { class: "sides" },
      side("The plan says", conflict.mine),
      side(`${conflict.owner} answers (${conflict.file})`, conflict.theirs),
    ),
    el("p", { class: "small" }, conflict.why.replace(/^./, (letter) => letter.toUpperCase()).replace(/(?<![.?!]”?)$/, ".")),
    ways.length === 1
      ? paragraph("Settle it in the plan, as its action cannot be told from another of the same name.")
      : ways.map(([words, label], place) =>
          el(
            "p",
            { class: "check" },
            el("input", { type: "radio", name, id: `${name}-${place}`, value: words, checked: words === current, change: () => settle(ways.map(([each]) => each), words) }),
            el("label", { for: `${name}-${place}` }, label),
          ),
        ),
  );
}

function side(who, words) {
  return el("div", { class: "side" }, el("strong", {}, who), el("blockquote", {}, words || "(blank)"));
}

function showDoubt(doubt, index, settled, settle) {
  if (!doubt.accept) return paragraph(doubt.message);
  return choice(`doubt-${index}`, doubt.accept, `${doubt.message} Put it in all the same`, settled, settle);
}

function showRefusal(refusal, index, settled, settle) {
  const place = [refusal.file, refusal.cell, refusal.sender ? `from ${refusal.sender}` : ""].filter(Boolean).join(", ");
  if (!refusal.accept) return paragraph(`${place}: ${refusal.message}`);
  return choice(`refusal-${index}`, refusal.accept, `${place}: ${refusal.message} Take it all the same`, settled, settle);
}

function choice(id, words, label, settled, settle) {
  return el(
    "p",
    { class: "check" },
    el("input", { type: "checkbox", id, checked: settled.has(words), change: (event) => settle([words], event.target.checked ? words : "") }),
    el("label", { for: id }, label),
  );
}

function showMoved(move, isDry) {
  const unchanged = "The plan stays as it is: nothing in the workbook says the quarter, and no column is to be added.";
  const moved = isDry ? `The plan would move on from ${move.was} to ${move.quarter}; nothing was changed.` : `The plan has moved on from ${move.was} to ${move.quarter}.`;
  return el(
    "div",
    { class: "done" },
    paragraph(move.is_changed ? moved : unchanged),
    ...move.notes.map((note) => paragraph(`${note}.`)),
    list([
      ...move.cells.map((each) => `${each.cell}: ${each.text}`),
      ...move.columns.map((each) => `new on ${each}`),
      ...move.unprinted.map((sheet) => `${sheet}: the print area ends before the new columns; set it anew in Excel (Page Layout, Print Area)`),
    ]),
    move.is_said ? null : paragraph(`Nothing in the workbook says the quarter; write ${move.quarter} under “How it was read” from now on.`),
  );
}

function showUndone(back) {
  return el(
    "div",
    { class: "done" },
    paragraph(`Taken back: ${back.step}, of ${back.at}.`),
    back.is_whole ? paragraph("The whole plan is as it was before.") : null,
    list([...back.cells.map((each) => `${each.cell}: ${each.text.trim() || "blank"} again`), ...back.left.map((each) => `Left alone: ${each}`)]),
  );
}

function showBegan(year, content) {
  const [path] = year.downloads;
  return el(
    "div",
    { class: "done" },
    paragraph(`${year.title}, from ${year.quarter}: ${year.words}${year.left ? `; left behind as closed: ${year.left}` : ""}.`),
    list([...year.differences.map((each) => `Reads otherwise: ${each}`), ...year.unread]),
    paragraph(saveLink(baseName(path), content, `Save ${baseName(path)}`, { class: "button" })),
  );
}
