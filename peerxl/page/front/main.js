/** The page at work: what was chosen, what the library is asked, and where its answers go. */

const library = new Library();
const disk = new Disk();
const plan = { name: "", options: noOptions(), files: {}, settled: new Set(), conflicts: new Map(), returns: [] };
const PROGRESS_AFTER = 500;
let ready = null;
let turn = 0;
// The records of plans that were open before in this page, and the names of those that nobody has saved yet.
const shelf = new Map();
const unsaved = new Set();

function noOptions() {
  return { quarter: "", sheet: [], header_row: null, columns: {} };
}

// Asking, with what is said meanwhile.

let running = [];

/** Do something that takes a while: its words and a way to end it are shown once it has taken half a second. */
async function during(words, work) {
  const mark = { words };
  running.push(mark);
  mark.timer = setTimeout(showProgress, PROGRESS_AFTER);
  document.body.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    clearTimeout(mark.timer);
    running = running.filter((each) => each !== mark);
    if (running.length) showProgress();
    else {
      byId("progress").hidden = true;
      document.body.removeAttribute("aria-busy");
    }
  }
}

function showProgress() {
  byId("progress-words").textContent = running[0]?.words ?? "";
  byId("progress").hidden = !running.length;
}

/** Ask the library; gives its answer, or null where it gave none: why not is then shown. */
async function ask(words, what, values = {}, files = {}, trouble = byId("trouble")) {
  const own = turn;
  if (trouble === byId("trouble")) hideTrouble();
  keepFiles(files);
  try {
    const reply = await during(words, async () => {
      await begin();
      return library.ask({ ask: what, plan: plan.name, now: now(), options: plan.options, ...values }, files);
    });
    if (own !== turn) return null;
    for (const path of reply.kept) plan.files[path] = reply.contents[path];
    for (const path of reply.gone) delete plan.files[path];
    if (reply.error) {
      showTrouble(reply.error, trouble);
      plan.lastKind = reply.kind;
      return null;
    }
    if (trouble !== byId("trouble") && trouble.querySelector(".bad")) trouble.replaceChildren();
    return reply;
  } catch (error) {
    if (own === turn && error.message !== "stopped") showTrouble(describeFault(error), trouble);
    return null;
  }
}

/** What lies beside the plan, for a worker that has to begin anew; what is null is gone. */
function keepFiles(files) {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) delete plan.files[path];
    else plan.files[path] = content;
  }
}

function begin() {
  if (typeof WebAssembly === "undefined") return Promise.reject(new Error("there is no WebAssembly"));
  ready ??= library.start(plan.files);
  ready.catch(() => (ready = null));
  return ready;
}

function describeFault(error) {
  if (typeof WebAssembly === "undefined") {
    return "This browser does not run WebAssembly here, most likely by a policy of your IT department; ask them to allow it for this file, or use the peerxl that is installed.";
  }
  const last = String(error.message).trim().split("\n").pop();
  return `The page could not do this, and nothing was changed (${last}). Choose the plan again; if it happens again, send this sentence to whoever gave you the page.`;
}

function showTrouble(words, place = byId("trouble")) {
  place.hidden = false;
  fill(place, el("p", { class: "bad" }, words));
  if (place === byId("trouble")) place.focus();
}

function hideTrouble() {
  byId("trouble").replaceChildren();
  byId("trouble").hidden = true;
}

/** End what runs: the worker is ended with it, and begins anew with the plan as it was before. */
function cancel() {
  turn += 1;
  library.stop();
  ready = null;
  showTrouble("Cancelled; nothing was changed. Do the step again when you like.");
}

// 1. The plan.

async function openPlan(file, handle = null) {
  disk.folder = null;
  const content = await during(`Opening ${file.name}…`, () => bytesOf(file));
  await openBytes(file.name, content, {}, handle);
}

async function openBytes(name, content, record, handle) {
  turn += 1;
  // Another plan has nothing of the last one; the same plan, as it was saved since, has its record still.
  const gone = name === plan.name ? {} : Object.fromEntries(Object.keys(plan.files).map((path) => [path, null]));
  shelf.set(plan.name, ownRecord());
  record = { ...(disk.folder ? {} : shelf.get(name)), ...record };
  if (name !== plan.name) byId("record-file-chosen").textContent = "";
  Object.assign(plan, { name, options: noOptions() });
  forgetReturns();
  // Nothing of another plan may stay in sight.
  for (const id of [...OUTCOMES, "findings", "asked", "papers", "publish-trouble", "published", "began", "saved", "keep"]) byId(id).replaceChildren();
  clearPaper();
  disk.file = handle;
  disk.remember(content);
  await readPlan({ ...gone, ...record, [name]: content });
}

/** Read the plan, then all that follows from it, each part shown as soon as it is there. */
async function readPlan(files = {}) {
  const read = await ask(`Reading ${plan.name}…`, "read", {}, files);
  if (!read) {
    showSteps(false);
    return;
  }
  const result = read.result;
  showSteps(!result.unread);
  byId("step-read").hidden = false;
  markSteps();
  fill(byId("columns"), showColumns(result, plan.options, choose));
  byId("row-choice")?.toggleAttribute("open", Boolean(result.unread) || Boolean(plan.options.header_row));
  byId("unread").hidden = !result.unread;
  if (result.unread) {
    // Beside what puts it right.
    showTrouble(result.unread, byId("unread"));
    byId("unread").focus();
    return;
  }
  byId("summary").hidden = false;
  fill(byId("summary"), showSummary(result));
  await refresh();
}

function showSteps(isRead) {
  for (const section of document.querySelectorAll("main section")) {
    if (section.id !== "step-plan") section.hidden = !isRead;
  }
  byId("summary").hidden = !isRead;
  markSteps();
}

async function refresh() {
  const own = turn;
  const found = await ask("Checking the plan…", "findings");
  if (found) fill(byId("findings"), showFindings(found.result, plan.name, putRight, saveReport));
  if (own === turn) await showWhoIsAsked();
  if (own === turn) await preview();
  if (own === turn && plan.returns.length) await merge();
}

const choices = {
  quarter: (value) => (plan.options.quarter = value),
  sheet: (value) => (plan.options.sheet = value),
  header_row: (value) => (plan.options.header_row = value),
  column: ({ field, letter, was }) => {
    // A column that is said to be something else is no longer what it was said to be before.
    for (const [known, at] of Object.entries(plan.options.columns)) if (at === letter) delete plan.options.columns[known];
    if (field && field !== was) plan.options.columns[field] = letter;
  },
  all: () => (plan.options = noOptions()),
};

async function choose(name, value) {
  choices[name](value);
  turn += 1;
  await readPlan();
}

// Saving: in its place where that can be, else as a file of its own.

// What came of a change of the plan is said beside its step until the next change.
const OUTCOMES = ["fixed", "merged", "moved", "undone"];

async function deliver(reply, place, words) {
  const kept = {};
  for (const path of reply.kept) kept[path] = reply.contents[path];
  for (const path of reply.gone) kept[path] = null;
  const content = kept[plan.name];
  if (disk.isInPlace) {
    try {
      await disk.save(plan.name, kept);
    } catch (error) {
      showTrouble(error.message);
      return false;
    }
  } else if (content) {
    offer(plan.name, content);
  }
  if (content && place) {
    for (const id of OUTCOMES) byId(id).replaceChildren();
    const where = disk.isInPlace ? `${plan.name} was saved in its place.` : `${plan.name} was saved among your downloads; put it where the plan lies.`;
    fill(place, el("div", { class: "done" }, ...words, paragraph(where), disk.isInPlace ? null : paragraph(saveLink(plan.name, content, `Save ${plan.name} again`)), recordReminder()));
  }
  if (!disk.folder && reply.kept.some((path) => path.startsWith(".peerxl/record/"))) unsaved.add(plan.name);
  offerRecord();
  return true;
}

/** Where to save what was remembered of a step, said beside it. */
function recordReminder() {
  return disk.folder ? null : paragraph("What was done is in the ", el("a", { href: "#keep" }, "record of this plan"), ": save that too before you close the page.");
}

function ownRecord() {
  return Object.fromEntries(Object.entries(plan.files).filter(([path]) => path.startsWith(".peerxl/")));
}

/** Where nothing can be kept beside the plan, its record goes with it as one file. */
function offerRecord() {
  if (disk.folder) return;
  const has = Object.keys(plan.files).some((path) => path.startsWith(".peerxl/record/"));
  byId("keep").hidden = !has;
  if (!has) return;
  const button = el("button", { type: "button", class: "second", id: "save-record", "data-testid": "save-record", click: saveRecord }, "Save the record of this plan");
  fill(byId("keep"), el("div", { class: "inset" }, paragraph("Who was asked and what was changed is remembered in the plan’s record. Save it beside the plan before you close the page, and choose it with the plan next time."), paragraph(button)));
}

async function saveRecord() {
  const reply = await ask("Packing the record…", "record");
  if (!reply) return;
  offerAll(reply);
  unsaved.delete(plan.name);
}

function offerAll(reply) {
  for (const path of reply.result.downloads) offer(baseName(path), reply.contents[path]);
}

async function takeRecord(file) {
  const content = await during(`Opening ${file.name}…`, () => bytesOf(file));
  const path = `out/${file.name}`;
  if (!plan.name) {
    plan.recordFile = { path, content };
    fill(byId("saved"), paragraph(`${file.name} will be taken with the plan that you choose.`));
    return;
  }
  const reply = await ask("Taking the record…", "take-record", { file: path }, { [path]: content });
  if (!reply) return;
  fill(byId("saved"), paragraph(`${file.name} was taken: what was done before is known again.`));
  await refresh();
}

// 3. What to look at.

async function putRight(cells) {
  if (!cells.length) {
    fill(byId("fixed"), paragraph("Nothing is ticked; tick what is to be put right."));
    return;
  }
  const reply = await ask("Putting right what is ticked…", "fix", { cells });
  if (!reply) return;
  const words = [paragraph(`${counted(reply.result.fixes.length, "cell")} put right.`), list(reply.result.fixes.map((each) => `${each.cell}: “${each.before}” is now “${each.after}”`))];
  if (!(await deliver(reply, byId("fixed"), words))) return;
  await readPlan();
}

async function saveReport() {
  const reply = await ask("Writing the findings…", "report");
  if (reply) offerAll(reply);
}

// 4. Who is asked.

function days() {
  return { today: byId("ask-today").value, reply_by: byId("ask-reply").value };
}

async function showWhoIsAsked() {
  if (!byId("ask-today").value) byId("ask-today").value = now().slice(0, 10);
  const reply = await ask("Finding out who is to be asked…", "asked", days(), {}, byId("asked"));
  if (reply) fill(byId("asked"), showAsked(reply.result));
}

async function makePapers() {
  byId("papers").replaceChildren();
  const reply = await ask("Making the forms and mails…", "papers", days(), {}, byId("papers"));
  if (!reply) return;
  if (!(await deliver(reply, null, []))) return;
  fill(byId("papers"), showPapers(reply.result, reply.contents), reply.result.files ? recordReminder() : null);
  await showWhoIsAsked();
}

// 5. What came back.

function forgetReturns() {
  plan.returns = [];
  plan.settled.clear();
  plan.conflicts.clear();
  byId("merge").replaceChildren();
  byId("save-plan").disabled = true;
}

async function takeReturns(files) {
  const contents = Object.fromEntries(plan.returns.map((path) => [path, null]));
  forgetReturns();
  byId("merged").replaceChildren();
  await during("Opening what came back…", async () => {
    for (const file of files) contents[`out/returned/${file.name}`] = await bytesOf(file);
  });
  plan.returns = Object.keys(contents).filter((path) => contents[path]);
  if (plan.returns.length) await merge(contents);
}

/** What would come of it; conflicts that are settled stay in sight, to be settled otherwise. */
async function merge(files = {}) {
  byId("save-plan").disabled = true;
  const reply = await ask("Reading what came back…", "returns", { accept: [...plan.settled] }, files, byId("merge"));
  if (!reply) return;
  const open = reply.result.conflicts;
  for (const each of open) plan.conflicts.set(`${each.cell} ${each.what} ${each.file} ${each.owner}`, each);
  const shown = { ...reply.result, open, conflicts: [...plan.conflicts.values()] };
  fill(byId("merge"), showMerge(shown, plan.settled, settle));
  byId("save-plan").disabled = !reply.result.changes.length && !reply.result.settled.length;
}

async function settle(ways, chosen) {
  for (const way of ways) plan.settled.delete(way);
  if (chosen) plan.settled.add(chosen);
  await merge();
}

async function savePlan() {
  const reply = await ask("Saving the plan…", "save", { accept: [...plan.settled] });
  if (!reply) return;
  const [report] = reply.result.downloads;
  const words = [
    paragraph(`${counted(reply.result.changes, "change")} put into the plan${reply.result.conflicts ? `; ${counted(reply.result.conflicts, "conflict")} left for now` : ""}.`),
    reply.result.replies ? paragraph(reply.result.replies) : null,
    report ? paragraph(saveLink(baseName(report), reply.contents[report], `Save the report of it (${baseName(report)})`)) : null,
  ];
  if (!(await deliver(reply, byId("merged"), words.filter(Boolean)))) return;
  const gone = Object.fromEntries(plan.returns.map((path) => [path, null]));
  forgetReturns();
  byId("returns-files-chosen").textContent = "";
  await readPlan(gone);
}

// 6. Publish.

function paper() {
  return { layout: byId("layout").value, number: byId("number").value.trim(), allow_personal_data: byId("personal").checked };
}

async function preview() {
  const reply = await ask("Drawing the appendix…", "preview", paper(), {}, byId("publish-trouble"));
  if (!reply && plan.lastKind === "PersonalDataError") byId("personal-choice").hidden = false;
  if (reply) drawPaper(reply.result);
  else clearPaper();
}

/** Show a paper in its own frame; its style is put in as one, as the page's policy knows no other style. */
function drawPaper({ html, style }) {
  const frame = byId("publish-preview");
  byId("paper").hidden = false;
  const paper = new DOMParser().parseFromString(html, "text/html");
  for (const part of paper.querySelectorAll("script, meta[http-equiv]")) part.remove();
  frame.onload = () => {
    const { contentDocument: inner, contentWindow } = frame;
    const sheet = new contentWindow.CSSStyleSheet();
    sheet.replaceSync(style);
    // The style before the words: a large paper takes a second to be laid out, and without it would be so twice.
    inner.adoptedStyleSheets = [sheet];
    inner.replaceChild(inner.importNode(paper.documentElement, true), inner.documentElement);
  };
  frame.srcdoc = "<!DOCTYPE html><title>Appendix</title>";
}

/** Take the paper out of sight where there is none of this plan, as it is chosen and read now. */
function clearPaper() {
  byId("publish-preview").onload = null;
  byId("publish-preview").srcdoc = "";
  byId("paper").hidden = true;
}

/** Print the paper alone, from its own frame, as the page around it is none of it. */
function printPaper() {
  byId("publish-preview").contentWindow.print();
}

async function publish() {
  byId("published").replaceChildren();
  const endings = [...document.querySelectorAll("#step-publish fieldset input:checked")].map((box) => box.value);
  if (!endings.length) {
    fill(byId("published"), paragraph("Tick at least one kind of file."));
    return;
  }
  const reply = await ask("Making the files…", "publish", { ...paper(), endings }, {}, byId("published"));
  if (!reply) return;
  if (!(await deliver(reply, null, []))) return;
  const links = reply.result.downloads.map((path) => paragraph(saveLink(baseName(path), reply.contents[path], `Save ${baseName(path)}`, { class: "button" })));
  fill(byId("published"), el("div", { class: "done" }, paragraph("Checked, and ready to be saved."), ...links, list([...reply.result.personal.map((each) => `Published with personal data: ${each}`), ...reply.result.unread])));
}

// 7. Move on.

async function moveOn(isDry) {
  const place = byId("moved");
  place.replaceChildren();
  const reply = await ask(isDry ? "Seeing what would change…" : "Moving the plan on…", "next", { is_dry: isDry }, {}, place);
  if (!reply) return;
  const words = showMoved(reply.result, isDry);
  if (isDry) {
    fill(place, words);
    return;
  }
  if (!(await deliver(reply, place, [...words.children]))) return;
  // A plan that does not say its quarter is read at the next one from now on.
  plan.options.quarter = reply.result.is_said ? "" : reply.result.quarter;
  await readPlan();
}

async function beginYear() {
  const place = byId("began");
  place.replaceChildren();
  const reply = await ask("Making next year’s plan…", "new-year", { with_closed: byId("with-closed").checked }, {}, place);
  if (reply) fill(place, showBegan(reply.result, reply.contents[reply.result.downloads[0]]));
}

async function takeBack() {
  const place = byId("undone");
  place.replaceChildren();
  const reply = await ask("Taking the last change back…", "undo", {}, {}, place);
  if (!reply) return;
  fill(place, showUndone(reply.result));
  if (!(await deliver(reply, place, [...showUndone(reply.result).children]))) return;
  await readPlan();
}

// Where one is.

function markSteps() {
  for (const link of document.querySelectorAll("nav a")) {
    const section = document.querySelector(link.hash);
    if (!section.hidden) link.removeAttribute("aria-disabled");
    else link.setAttribute("aria-disabled", "true");
  }
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      for (const link of document.querySelectorAll("nav a")) {
        if (link.hash === `#${target.id}`) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
    }
  },
  { rootMargin: "-25% 0px -70% 0px" },
);

function listen(id, name, act) {
  byId(id).addEventListener(name, act);
}

/** What was chosen in a field for files, whose name is then said beside it; the field is emptied, as a browser says
 * nothing of a file that is chosen a second time. */
function listenToFiles(id, take) {
  listen(id, "change", ({ target }) => {
    const files = [...target.files];
    if (!files.length) return;
    target.value = "";
    byId(`${id}-chosen`).textContent = `Chosen: ${files.map((file) => file.name).join(", ")}`;
    take(files);
  });
}

listenToFiles("plan-file", async ([file]) => {
  byId("plan-choice").hidden = true;
  await openPlan(file);
  if (plan.recordFile) {
    const { path, content } = plan.recordFile;
    plan.recordFile = null;
    await takeRecord(new File([content], baseName(path)));
  }
});
listenToFiles("record-file", ([file]) => takeRecord(file));
listen("choose-folder", "click", chooseFolder);
listen("ask-today", "change", showWhoIsAsked);
listen("ask-reply", "change", showWhoIsAsked);
listen("make-papers", "click", makePapers);
listenToFiles("returns-files", takeReturns);
listen("save-plan", "click", savePlan);
for (const id of ["layout", "number", "personal"]) listen(id, "change", preview);
listen("print", "click", printPaper);
listen("publish", "click", publish);
listen("next-quarter", "click", () => moveOn(false));
listen("next-dry", "click", () => moveOn(true));
listen("new-year", "click", beginYear);
listen("undo", "click", takeBack);
listen("cancel", "click", cancel);
addEventListener("beforeunload", (event) => unsaved.size && event.preventDefault());
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
addEventListener("drop", takeStray);
takeDrops(byId("plan-drop"), takeDroppedPlan);
takeDrops(byId("returns-drop"), ({ files }) => takeReturns(files));
byId("folder-choice").hidden = !Disk.canChooseFolder;
document.querySelectorAll("main section").forEach((section) => watcher.observe(section));
markSteps();
during("Getting ready…", begin).catch((error) => error.message === "stopped" || showTrouble(describeFault(error)));
