/** The library in its worker: unpacked from the page, asked one question after the other, ended and begun anew. */
class Library {
  #parts = null;
  #worker = null;
  #waiting = new Map();
  #count = 0;

  /** What the worker runs, each part by its name; unpacked once, from the text that the page carries. */
  async unpack() {
    if (this.#parts) return this.#parts;
    const carrier = document.getElementById("library");
    const packed = decode(carrier.textContent);
    carrier.remove();
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const whole = new Uint8Array(await new Response(stream).arrayBuffer());
    const end = whole.indexOf(10);
    const parts = {};
    let start = end + 1;
    for (const [name, length] of JSON.parse(new TextDecoder().decode(whole.subarray(0, end)))) {
      parts[name] = whole.slice(start, (start += length));
    }
    const script = new Blob([parts["worker.js"]], { type: "text/javascript" });
    this.#parts = { ...parts, script: URL.createObjectURL(script) };
    return this.#parts;
  }

  /** Begin with these files beside the plan; resolves when it can be asked. */
  async start(files) {
    const { script, ...parts } = await this.unpack();
    this.#worker = new Worker(script);
    this.#worker.onmessage = ({ data }) => this.#take(data);
    this.#worker.onerror = (event) => this.#fail(event.message);
    await this.#send({ parts, files });
  }

  /** Ask a question; ``files`` are put beside the plan first, or taken away where they are null. */
  async ask(question, files = {}) {
    const { answer } = await this.#send({ question, files });
    return answer;
  }

  /** End whatever it does now; every question that waits for an answer fails. */
  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#fail("stopped");
  }

  #send(message) {
    const id = (this.#count += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #take(data) {
    const { resolve, reject } = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if ("failure" in data) reject(new Error(data.failure));
    else resolve(data);
  }

  #fail(why) {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}

function decode(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
