/** The plan where it lies: in a folder that was chosen, in a file that was dropped, or only in the page. */
class Disk {
  folder = null;
  file = null;
  #before = null;

  static canChooseFolder = "showDirectoryPicker" in globalThis;

  /** What the plan's file held when it was last read or saved. */
  remember(bytes) {
    this.#before = bytes;
  }

  get isInPlace() {
    return Boolean(this.folder || this.file);
  }

  /** The workbooks of a folder that was chosen, and its record. */
  async readFolder() {
    const workbooks = [];
    for await (const [name, handle] of this.folder.entries()) {
      if (handle.kind === "file" && /\.(xlsx|xlsm)$/i.test(name) && !name.startsWith("~$")) workbooks.push(name);
    }
    const record = {};
    const home = await this.folder.getDirectoryHandle(".peerxl").catch(() => null);
    if (home) await this.#readAll(home, ".peerxl", record);
    return { workbooks: workbooks.sort(), record };
  }

  async #readAll(folder, path, files) {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await this.#readAll(handle, `${path}/${name}`, files);
      else if (!/^(job-)?lock$/.test(name)) files[`${path}/${name}`] = await bytesOf(await handle.getFile());
    }
  }

  /** Save what changed beside the plan, then the plan; an Error says why not, and then nothing of it was changed. */
  async save(name, kept) {
    const handle = this.folder ? await this.folder.getFileHandle(name) : this.file;
    const there = await bytesOf(await handle.getFile());
    if (!isSame(there, this.#before)) throw new Error(`${name} was changed since it was read, so it was not saved; choose it again.`);
    if (this.folder) {
      for (const mark of [`~$${name}`, `.~lock.${name}#`]) {
        if (await this.folder.getFileHandle(mark).catch(() => null)) {
          throw new Error(`${name}: somebody has the workbook open, so it was not saved; close it and do this step again.`);
        }
      }
      for (const [path, content] of Object.entries(kept)) if (path !== name) await this.#write(path, content);
    } else if (kept[name]) {
      // A file that was dropped has no folder to keep a copy in.
      offer(`${name.replace(/\.[^.]*$/, "")} before ${stamp()}${name.match(/\.[^.]*$/)?.[0] ?? ""}`, there);
    }
    if (kept[name]) {
      await write(handle, kept[name]);
      this.#before = kept[name];
    }
  }

  async #write(path, content) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = this.folder;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    if (content === null) await folder.removeEntry(name).catch(() => {});
    else await write(await folder.getFileHandle(name, { create: true }), content);
  }
}

async function write(handle, content) {
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
}

async function bytesOf(file) {
  return new Uint8Array(await file.arrayBuffer());
}

function isSame(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The moment as the library is told it, by this computer's clock. */
function now() {
  const moment = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const day = [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join("-");
  return `${day}T${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(pad).join(":")}`;
}

function stamp() {
  return now().replace("T", " ").replaceAll(":", "");
}

const TYPES = {
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
  ".zip": "application/zip",
  ".eml": "message/rfc822",
  ".html": "text/html",
  ".csv": "text/csv",
};

/** A link that saves a file under its name. */
function saveLink(name, content, words, attributes = {}) {
  return el("a", { href: addressOf(name, content), download: name, ...attributes }, words);
}

/** The same of one file among hundreds: the browser is given it once it is wanted. */
function lateLink(name, content, words, attributes = {}) {
  const give = ({ currentTarget: link }) => link.protocol === "blob:" || (link.href = addressOf(name, content));
  return el("a", { href: "#", download: name, click: give, ...attributes }, words);
}

function addressOf(name, content) {
  const type = TYPES[name.slice(name.lastIndexOf(".")).toLowerCase()] ?? "application/octet-stream";
  return URL.createObjectURL(new Blob([content], { type }));
}

/** Save a file at once, as if its link had been pressed. */
function offer(name, content) {
  saveLink(name, content, name).click();
}

function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
