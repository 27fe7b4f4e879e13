// The library's side of the page: Python in a worker of its own, which answers one question after the other.
// What stands before this in the same script is Pyodide; see maker/runtime.py.

const WHOLE = "https://embedded.invalid/";
const PACKAGES = "/lib/python3.14/site-packages";
let python, answer;

self.onmessage = async ({ data }) => {
  try {
    if (data.parts) {
      await start(data);
      self.postMessage({ id: data.id, ready: true });
    } else {
      const answer = ask(data.question, data.files);
      // The files are handed over, as a copy of some hundred of them takes a while.
      self.postMessage({ id: data.id, answer }, Object.values(answer.contents).map((content) => content.buffer));
    }
  } catch (error) {
    self.postMessage({ id: data.id, failure: String(error?.message ?? error) });
  }
};

async function start({ parts, files }) {
  // All that Pyodide asks for is in the page; there is no other place to ask.
  self.fetch = async (url) => {
    const name = String(url).slice(WHOLE.length);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return name in parts ? new Response(parts[name], { headers: { "Content-Type": type } }) : Response.error();
  };
  python = await runtime.loadPyodide({
    indexURL: WHOLE,
    packageBaseUrl: WHOLE,
    createPyodideModule,
    env: { HOME: "/home" },
    lockFileContents: { info: LOCK_INFO, packages: {} },
    stdout: () => {},
    stderr: () => {},
  });
  for (const name of ["wheels.zip", "peerxl.zip"]) python.unpackArchive(parts[name], "zip", { extractDir: PACKAGES });
  python.FS.mkdirTree("/plan");
  python.FS.chdir("/plan");
  put(files);
  answer = python.pyimport("peerxl.page.desk").answer;
}

function put(files) {
  for (const [path, content] of Object.entries(files ?? {})) {
    if (content === null) {
      if (python.FS.analyzePath(path).exists) python.FS.unlink(path);
      continue;
    }
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (folder) python.FS.mkdirTree(folder);
    python.FS.writeFile(path, content);
  }
}

function ask(question, files) {
  put(files);
  const reply = JSON.parse(answer(JSON.stringify(question)));
  const contents = {};
  for (const path of reply.files ?? []) contents[path] = python.FS.readFile(path);
  return { ...reply, contents };
}
