// How a figure is written: its sheet, width, ground and parts, a template of one's own; then the file.

import { button, el } from "./dom.js";

const LARGEST = 20_000_000; // bytes of a template; the server holds it against the same

export class FigureChoices {
  // offered: { formats: [{ suffix, label }], parts: [{ name, label }] }
  // asked(suffix): { address, body } of the request that draws it.
  // words: where is said what became of it.
  constructor(offered, asked, words) {
    this.asked = asked;
    this.words = words;
    this.sheet = choice("Sheet", [["16:9", "16:9"], ["4:3", "4:3"], ["1:1", "square"], ["a4", "A4"]]);
    this.pixels = choice("Width of a PNG", [["1920", "1,920 px"], ["3840", "4K"], ["1280", "1,280 px"]]);
    this.ground = el("input", { type: "checkbox" });
    this.parts = offered.parts.map(({ name, label }) => [name, el("input", { type: "checkbox", checked: true }), label]);
    this.template = el("input", { type: "file", accept: ".pptx,.potx", "aria-label": "Template for PowerPoint" });
    const pictured = offered.formats.some(({ suffix }) => suffix === "png");
    // Filled when it is opened: until then, only what is asked for most stands there.
    this.more = el("details", { ontoggle: () => this.fill() }, el("summary", {}, "Parts and template"));
    this.element = el(
      "div",
      { class: "writing" },
      el("div", { class: "choices" }, el("label", {}, "Sheet", this.sheet), pictured ? el("label", {}, "PNG", this.pixels) : null, el("label", { class: "pick" }, this.ground, "transparent")),
      this.more,
      el(
        "div",
        { class: "formats", role: "group", "aria-label": "Download" },
        ...offered.formats.map(({ suffix, label }) => button(suffix.toUpperCase(), () => this.save(suffix), { title: label })),
      ),
    );
  }

  fill() {
    if (this.more.children.length > 1) return;
    this.more.append(
      el("div", { class: "parts", role: "group", "aria-label": "On the figure" }, ...this.parts.map(([, check, label]) => el("label", { class: "pick" }, check, label))),
      el("label", { class: "template" }, "Template for PowerPoint", this.template, el("span", { class: "small" }, "Its theme and layouts are taken; it is not kept.")),
    );
  }

  get choices() {
    const without = this.parts.filter(([, check]) => !check.checked).map(([name]) => name).join(",");
    return { aspect: this.sheet.value, pixels: this.pixels.value, transparent: this.ground.checked, without };
  }

  async save(format) {
    const file = format === "pptx" ? this.template.files[0] : undefined;
    if (file && file.size > LARGEST) {
      this.words.textContent = `${file.name} has ${Math.ceil(file.size / 1e6)} MB; a template may have ${LARGEST / 1e6}. Take its pictures out.`;
      return;
    }
    this.words.textContent = `Drawing the ${format.toUpperCase()} …`;
    const { address, body } = this.asked(format);
    const template = file ? await encoded(file) : "";
    const response = await ask(address, { ...body, choices: this.choices, template }, this.words);
    if (!response) return;
    const name = response.headers.get("x-file-name");
    download(await response.blob(), name);
    const advice = decodeURIComponent(response.headers.get("x-advice") ?? "");
    this.words.textContent = `Saved ${name}${advice ? `. ${advice}` : ""}`;
  }
}

// Fill a dialog with the choices for a file of something that is kept.
// one: { called, address } – its files lie under the address with a suffix.
export function askHow(dialog, one, offered) {
  const words = el("p", { class: "small", role: "status" });
  const choices = new FigureChoices(offered, (suffix) => ({ address: `${one.address}.${suffix}`, body: {} }), words);
  dialog.setAttribute("aria-label", "Download");
  dialog.replaceChildren(
    el("h1", {}, "Download"),
    el("p", { class: "quiet" }, el("bdi", {}, one.called)),
    choices.element,
    words,
    el("div", { class: "choice" }, button("Close", () => dialog.close())),
  );
  dialog.showModal();
}

// Send what is asked for; what went wrong is said, and nothing is given back then.
export async function ask(address, body, words) {
  let response;
  try {
    response = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    words.textContent = "The dashboard does not answer. Is gutgraph serve still running?";
    return null;
  }
  if (response.ok) return response;
  words.textContent = (await response.json()).detail;
  return null;
}

function choice(name, options) {
  return el("select", { "aria-label": name }, ...options.map(([value, label]) => el("option", { value }, label)));
}

// A file in base 64, as JSON can carry it.
function encoded(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.readAsDataURL(file);
  });
}

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
