// Where the query is written: a plain field at once, Monaco in its place when it has come.

import { editor, monaco } from "./console-monaco.js";
import { el } from "./dom.js";

const LABEL = "Cypher";
const [LEAST, NARROW, MOST] = [190, 150, 420]; // pixels of height; a narrow page has the card below
const SIDE_BY_SIDE = "(min-width: 1101px)";

export class Pad {
  // acts: {run, recall(step), changed}
  constructor(acts) {
    this.acts = acts;
    this.field = el("textarea", {
      "aria-label": LABEL,
      rows: 7,
      spellcheck: "false",
      autocapitalize: "off",
      oninput: () => acts.changed(),
      onkeydown: (event) => this.key(event),
    });
    this.place = el("div", { class: "monaco", hidden: true });
    this.element = el("div", { class: "pad" }, this.field, this.place);
  }

  // Put Monaco in the field's place; where it does not load, the field stays.
  async dress(files) {
    if (this.dressed) return;
    this.dressed = true;
    this.sheet(files.css);
    try {
      const found = await monaco(files);
      if (!this.element.isConnected) return;
      this.build(found);
    } catch {
      this.element.dataset.editor = "plain"; // what it says would be of no use to whoever asks
    }
  }

  build(found) {
    const here = this.field.getRootNode().activeElement === this.field;
    this.place.hidden = false;
    this.monaco = editor(found, this.place, this.field.value, LABEL);
    this.field.hidden = true;
    this.grow();
    this.monaco.onDidContentSizeChange(() => this.grow());
    this.monaco.onDidChangeModelContent(() => this.acts.changed());
    const { KeyMod, KeyCode } = found;
    const command = (id, label, keybindings, run) => this.monaco.addAction({ id, label, keybindings, run });
    command("run", "Run the query", [KeyMod.CtrlCmd | KeyCode.Enter], () => this.acts.run());
    command("earlier", "The query before", [KeyMod.Alt | KeyCode.UpArrow], () => this.acts.recall(1));
    command("later", "The query after", [KeyMod.Alt | KeyCode.DownArrow], () => this.acts.recall(-1));
    if (here) this.monaco.focus();
    this.element.dataset.editor = "monaco";
  }

  // Its styles are needed here, and its icons' font in the page.
  sheet(href) {
    this.element.prepend(el("link", { rel: "stylesheet", href }));
    if (!document.head.querySelector("link[data-monaco]")) document.head.append(el("link", { rel: "stylesheet", href, "data-monaco": "" }));
  }

  grow() {
    const least = matchMedia(SIDE_BY_SIDE).matches ? LEAST : NARROW;
    const height = Math.min(Math.max(this.monaco.getContentHeight(), least), MOST);
    if (this.place.style.height !== `${height}px`) this.place.style.height = `${height}px`;
  }

  get text() {
    return this.monaco ? this.monaco.getValue() : this.field.value;
  }

  set text(text) {
    if (text === this.text) return;
    if (this.monaco) this.replace(this.monaco.getModel().getFullModelRange(), text);
    else this.field.value = text;
    this.acts.changed();
  }

  // Write at the cursor, over what is chosen.
  insert(text) {
    if (this.monaco) this.replace(this.monaco.getSelection(), text);
    else this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, "end");
    this.focus();
    this.acts.changed();
  }

  replace(range, text) {
    this.monaco.pushUndoStop();
    this.monaco.executeEdits("gutgraph", [{ range, text, forceMoveMarkers: true }]);
    this.monaco.pushUndoStop();
  }

  // Take the list of offers away.
  settle() {
    this.monaco?.trigger("gutgraph", "hideSuggestWidget", {});
  }

  focus() {
    (this.monaco ?? this.field).focus();
  }

  key(event) {
    const steps = { ArrowUp: 1, ArrowDown: -1 };
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.acts.run();
    else if (event.altKey && event.key in steps) this.acts.recall(steps[event.key]);
    else return;
    event.preventDefault();
  }

  close() {
    this.monaco?.dispose();
  }
}
