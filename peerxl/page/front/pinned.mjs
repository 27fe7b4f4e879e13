// Runs a Python file in the very Python that the page will have: what it compiles and packs is the same on any computer.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [runtime, script, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${runtime}/pyodide.mjs`));
const python = await loadPyodide({
  indexURL: runtime,
  lockFileContents: JSON.stringify({ info: JSON.parse(process.env.PEERXL_LOCK_INFO), packages: {} }),
  env: { PYTHONHASHSEED: "0", HOME: "/home" },
});
python.FS.mkdirTree("/stage");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/stage");
python.runPython(readFileSync(script, "utf8"));
