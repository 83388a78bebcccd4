// The Snapshots page: a card for each kept snapshot, with all that can be done with it.

import { askHow } from "./choices.js";
import { CopyField } from "./copying.js";
import { button, el, plural } from "./dom.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new SnapshotsPage(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class SnapshotsPage {
  constructor(root) {
    this.chosen = [];
    this.bar = el("div", { class: "comparing", role: "region", "aria-label": "Comparing", hidden: true });
    this.said = el("p", { class: "said-of-all", role: "status" });
    this.compared = el("section", { class: "compared", hidden: true, tabindex: "-1" });
    this.cards = el("ol", { class: "cards", "aria-label": "Snapshots" });
    this.pager = el("nav", { class: "pager", "aria-label": "Pages" });
    this.dialog = el("dialog", { class: "ask-first" });
    this.frame = el("div", { class: "snapshots" }, this.said, this.bar, this.compared, this.cards, this.pager, this.dialog);
    this.frame.addEventListener("keydown", (event) => this.key(event));
    root.append(this.frame);
  }

  show(data) {
    this.data = data;
    this.chosen = this.chosen.filter((id) => data.snapshots.some((one) => one.id === id));
    this.said.textContent = data.said;
    this.said.classList.toggle("trouble", data.troubled);
    this.cards.replaceChildren(...(data.snapshots.length ? data.snapshots.map((one) => this.card(one)) : [empty(data)]));
    this.showCompared();
    this.showPager();
    this.showBar();
    this.frame.dataset.drawn = `${data.total} ${data.page} ${data.snapshots.map((one) => one.name).join("|")}`;
  }

  card(one) {
    const image = el("img", { src: one.image, alt: `Figure: ${one.called}`, loading: "lazy", decoding: "async" });
    image.addEventListener("error", () => image.replaceWith(el("span", { class: "quiet" }, "This snapshot cannot be drawn: open it to read why.")));
    const check = el("input", { type: "checkbox", "aria-label": `Compare ${one.called}` });
    check.checked = this.chosen.includes(one.id);
    check.addEventListener("change", () => this.choose(one.id, check.checked));
    return el(
      "li",
      { class: "card", "data-id": one.id },
      el("a", { class: "thumb", href: one.live, target: "_blank", rel: "noopener", title: "Open it live" }, image),
      el(
        "div",
        { class: "about" },
        el("h2", {}, el("bdi", {}, one.called)),
        one.name && one.title !== one.name ? el("p", { class: "quiet" }, el("bdi", {}, one.title)) : null,
        el("p", { class: "facts" }, [plural(one.entities, "entity", "entities"), plural(one.claims, "claim"), plural(one.sources, "source")].join(" · ")),
        el("p", { class: "quiet" }, `${one.when} · data ${one.version || "–"} · ${one.short_id}`),
        one.since ? el("p", { class: "since" }, one.since) : null,
        one.notes ? el("p", { class: "notes" }, el("bdi", {}, one.notes)) : null,
      ),
      el(
        "div",
        { class: "acts" },
        el("a", { class: "go", href: one.live, target: "_blank", rel: "noopener" }, "Open live"),
        button("Download", () => askHow(this.dialog, { called: one.called, address: one.file }, this.data), { class: "link" }),
        this.menu("Link", [new CopyField("Link", this.absolute(one.link, one.live)).element, new CopyField("Frame for a page", this.framed(one)).element]),
        el("span", { class: "last" },
          el("label", { class: "quiet pick" }, check, "Compare"),
          this.data.own ? button("Rename", () => this.rename(one), { class: "link" }) : null,
          this.data.own ? button("Delete", () => this.remove(one), { class: "link danger" }) : null),
      ),
    );
  }

  // Opens one at a time; Esc and a click elsewhere close it.
  menu(name, entries) {
    const menu = el("details", { class: "menu" }, el("summary", {}, name), el("div", { class: "entries" }, ...entries));
    menu.addEventListener("toggle", () => {
      if (!menu.open) return;
      for (const other of this.frame.querySelectorAll("details.menu[open]")) if (other !== menu) other.open = false;
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    return menu;
  }

  absolute(link, path) {
    return link || new URL(path, window.location.href).href;
  }

  framed(one) {
    const src = `${this.absolute(one.link, one.live)}?embed=true`;
    return el("iframe", { src, title: one.called, width: "960", height: "600", style: "border:0", loading: "lazy" }).outerHTML;
  }

  choose(id, on) {
    this.chosen = this.chosen.filter((one) => one !== id);
    if (on) this.chosen = [...this.chosen.slice(-1), id];
    for (const card of this.cards.children) {
      const check = card.querySelector("input[type=checkbox]");
      if (check) check.checked = this.chosen.includes(card.dataset.id);
    }
    this.showBar();
  }

  showBar() {
    const names = this.chosen.map((id) => this.data.snapshots.find((one) => one.id === id).called);
    this.bar.hidden = !names.length;
    this.bar.replaceChildren(
      el("span", {}, names.length < 2 ? `${names[0] ?? ""}: choose another one to compare it with` : names.join(" and ")),
      button("Compare", () => this.tell({ kind: "compare", ids: this.chosen }), { class: "primary", disabled: names.length < 2 }),
      button("Clear", () => this.clear()),
    );
  }

  clear() {
    this.chosen = [];
    this.tell({ kind: "compare", ids: [] });
    this.choose("", false);
  }

  showCompared() {
    const found = this.data.compared;
    this.compared.hidden = !found;
    if (!found) return;
    this.compared.replaceChildren(
      el("header", {}, el("h2", {}, el("bdi", {}, found.before), " → ", el("bdi", {}, found.after)), button("Close", () => this.clear())),
      el("p", {}, found.words),
      ...found.parts.filter((part) => part.lines.length).map((part) =>
        el("details", { open: part.lines.length <= 12 },
          el("summary", {}, `${part.label} (${part.lines.length.toLocaleString("en-GB")})`),
          el("ul", {}, ...part.lines.map((line) => el("li", { class: part.kind }, el("bdi", {}, line)))))),
    );
  }

  showPager() {
    const { page, pages } = this.data;
    this.pager.hidden = pages < 2;
    this.pager.replaceChildren(
      button("← Newer", () => this.tell({ kind: "page", page: page - 1 }), { disabled: page <= 1 }),
      el("span", {}, `Page ${page} of ${pages}`),
      button("Older →", () => this.tell({ kind: "page", page: page + 1 }), { disabled: page >= pages }),
    );
  }

  rename(one) {
    const name = el("input", { type: "text", maxlength: "200", "aria-label": "Name", value: one.name });
    const notes = el("textarea", { rows: "4", maxlength: "4000", "aria-label": "Notes" }, one.notes);
    this.ask(
      "Name and notes",
      [el("p", { class: "quiet" }, "For this gallery alone: the snapshot itself, and its id, stay as they are."), el("label", {}, "Name", name), el("label", {}, "Notes", notes)],
      "Save",
      () => this.tell({ kind: "rename", id: one.id, name: name.value, notes: notes.value }),
    );
    name.focus();
  }

  remove(one) {
    this.ask(
      "Delete this snapshot?",
      [el("p", {}, el("strong", {}, el("bdi", {}, one.called))), el("p", { class: "quiet" }, "Its link and frames of it stop working. Files that were saved stay as they are.")],
      "Delete it",
      () => this.tell({ kind: "delete", id: one.id }),
    );
  }

  ask(title, content, word, done) {
    const close = () => this.dialog.close();
    this.dialog.setAttribute("aria-label", title);
    this.dialog.replaceChildren(
      el("h1", {}, title),
      ...content,
      el("div", { class: "choice" }, button("Keep it as it is", close), button(word, () => { close(); done(); }, { class: "primary" })),
    );
    this.dialog.showModal();
  }

  // Arrows go from card to card.
  key(event) {
    if (event.key === "Escape") for (const menu of this.frame.querySelectorAll("details.menu[open]")) menu.open = false;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const card = event.target.closest?.(".card");
    if (!step || !card || event.target.matches("input[type=text], textarea")) return;
    const next = [...this.cards.children].at([...this.cards.children].indexOf(card) + step);
    next?.querySelector("a.thumb")?.focus();
    event.preventDefault();
  }
}

function empty(data) {
  return el(
    "li",
    { class: "empty" },
    el("p", {}, "No snapshot is kept yet."),
    el("p", { class: "quiet" }, data.own ? "Open a view on " : "Whoever keeps this graph takes them on ", el("a", { href: "./explore" }, "Explore"), ", press Snapshot, then Keep snapshot: it is frozen with its sources, and shows the same for ever."),
  );
}
