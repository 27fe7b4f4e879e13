/** How the plan comes into the page: dropped, with its record or among others, or in a folder that is chosen. */

function takeDrops(place, take) {
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) place.addEventListener(name, () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer);
  });
}

/** Take what was dropped where the plan goes: it, its folder, or it with its record; of several it is asked which. */
async function takeDroppedPlan(dropped) {
  const items = [...dropped.items].filter((each) => each.kind === "file");
  const files = [...dropped.files];
  hideTrouble();
  const handles = await Promise.all(items.map((each) => each.getAsFileSystemHandle?.().catch(() => null)));
  const folder = handles.find((each) => each?.kind === "directory");
  if (folder) {
    await openFolder(folder);
    return;
  }
  const record = files.find((each) => each.name.endsWith("-record.zip"));
  const plans = files.flatMap((file, index) => (file === record ? [] : [{ file, handle: handles[index] ?? null }]));
  const open = async ({ file, handle }) => {
    await openPlan(file, handle);
    if (record) await takeRecord(record);
  };
  byId("plan-choice").hidden = plans.length < 2;
  if (plans.length > 1) offerPlans(plans.map(({ file }) => file.name), (index) => open(plans[index]));
  else if (plans.length) await open(plans[0]);
  else if (record) await takeRecord(record);
}

/** Ask which of several workbooks is the plan; ``open`` is given its place among them. */
function offerPlans(names, open) {
  const buttons = names.map((name, index) => [el("button", { type: "button", class: "second", click: () => open(index) }, name), " "]);
  fill(byId("plan-choice"), paragraph("Which of them is the plan?"), el("p", {}, buttons.flat()));
}

/** Take what was dropped beside all places for it, which a browser would open in place of the page. */
async function takeStray({ target, dataTransfer }) {
  if (target.closest?.(".drop") || !dataTransfer.files.length) return;
  if (plan.name) showTrouble("Nothing was taken: drop the plan in step 1, and what came back in step 5.");
  else await takeDroppedPlan(dataTransfer);
}

async function chooseFolder() {
  const folder = await globalThis.showDirectoryPicker({ mode: "readwrite" }).catch(() => null);
  if (folder) await openFolder(folder);
}

async function openFolder(folder) {
  disk.folder = folder;
  const { workbooks, record } = await during("Looking into the folder…", () => disk.readFolder());
  const open = async (name) => openBytes(name, await bytesOf(await (await folder.getFileHandle(name)).getFile()), record, null);
  const place = byId("plan-choice");
  place.hidden = workbooks.length === 1;
  if (!workbooks.length) fill(place, paragraph("There is no workbook in that folder; choose the folder in which the plan lies."));
  else offerPlans(workbooks, (index) => open(workbooks[index]));
  if (workbooks.length === 1) await open(workbooks[0]);
}
