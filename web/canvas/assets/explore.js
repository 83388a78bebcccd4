// The Explore page: search, filters and legend on the left, canvas in the middle, panel on the right.
// The server decides what is drawn and where; each choice goes back to it as one `act`.

import { Acts } from "./acts.js";
import { Canvas } from "./canvas.js";
import { button, el, plural } from "./dom.js";
import { Filters } from "./filters.js";
import { Folding } from "./folding.js";
import { HubDialog } from "./hub.js";
import { Keys } from "./keys.js";
import { drawLegend } from "./legend.js";
import { drawList } from "./list.js";
import { ThemeButton } from "./look.js";
import { drawPanel } from "./panel.js";
import { chooseStatement } from "./panel-choice.js";
import { Search } from "./search.js";
import { SelectionBar } from "./selection.js";
import { ShareDialog } from "./share.js";
import { SnapshotDialog } from "./snapshot.js";
import { Toolbar } from "./toolbar.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new ExplorePage(root);
    pages.set(root, page);
  }
  page.acts.told(component.data, (act) => component.setTriggerValue("act", act));
}

class ExplorePage {
  constructor(root) {
    const act = (one) => this.act(one);
    this.acts = new Acts((data) => this.show(data));
    this.search = new Search(act);
    this.filters = new Filters(act);
    this.folding = new Folding(act);
    this.legend = el("section", { class: "legend", "aria-label": "Legend" });
    this.stage = el("div", {
      class: "stage",
      tabindex: "0",
      role: "application",
      "aria-label": "Picture of the graph: arrows go from entity to entity, Enter chooses; the list has all of it as text",
    });
    this.selection = new SelectionBar(this);
    this.notice = el("p", { class: "notice", role: "status" });
    this.spoken = el("p", { class: "spoken", "aria-live": "polite" });
    this.list = el("div", { class: "list", hidden: true });
    this.panel = el("aside", { class: "panel", "aria-label": "What is known" });
    this.canvas = new Canvas(this.stage, act, (ids) => {
      this.selection.show(ids);
      this.toolbar.aim();
    });
    this.canvas.toRead = (id) => chooseStatement(this.panel, id);
    this.snapshot = new SnapshotDialog(() => this.drawn());
    this.share = new ShareDialog();
    this.hub = new HubDialog(act);
    this.toolbar = new Toolbar(this);
    this.keys = new Keys(this);
    this.theme = new ThemeButton((name) => this.act({ kind: "theme", name }));
    this.numbers = el("span", {});
    this.where = el("span", { class: "where" }, this.numbers, this.theme.element);
    this.frame = el(
      "div",
      { class: "explore" },
      el("div", { class: "side" }, this.search.element, el("div", { class: "below" }, this.filters.element, this.folding.element, this.legend)),
      el("main", { class: "middle" }, this.toolbar.element, this.stage, this.list, this.footer()),
      this.panel,
      this.where,
      this.spoken,
      this.snapshot.element,
      this.share.element,
      this.hub.element,
      this.keys.element,
    );
    this.nothing = el("p", { class: "nothing", hidden: true }, "Nothing is drawn: search for an entity, or clear the filters.");
    this.stage.append(this.selection.element, this.nothing);
    root.append(this.frame);
  }

  footer() {
    this.hiddenButton = button("", () => this.unhide(), { class: "quiet", hidden: true });
    this.startButton = button("Start again", () => this.act({ kind: "restart" }), { class: "quiet", hidden: true });
    this.listButton = button("Show as list", () => this.toggleList(), { class: "quiet", "aria-pressed": "false" });
    return el(
      "footer",
      {},
      this.notice,
      this.startButton,
      this.hiddenButton,
      el("span", { class: "last" }, button("Keys", () => this.keys.open(), { class: "quiet", title: "Keys (?)" }), this.listButton),
    );
  }

  show(data) {
    this.data = data;
    this.frame.dataset.theme = data.theme;
    this.theme.show(data.theme);
    this.frame.classList.toggle("embedded", data.embed);
    const width = this.stage.clientWidth;
    this.frame.classList.toggle("unread", !data.focus);
    const resized = width !== this.stage.clientWidth; // a projector shows the panel when it is read
    this.search.suggestions = data.suggestions;
    this.filters.show(data);
    this.folding.show(data);
    drawLegend(this.legend, data.legend, (act) => this.act(act));
    if (!this.list.hidden) this.drawList();
    drawPanel(this.panel, data.panel, (act) => this.act(act));
    this.numbers.textContent =
      `${plural(data.overview.entities, "entity", "entities")} · ` +
      `${plural(data.overview.claims, "claim")} · data ${data.overview.version}`;
    const lead = data.lead ? [" ", el("a", { href: data.lead.href, target: "_blank", rel: "noopener" }, data.lead.words)] : [];
    this.notice.replaceChildren(data.notice, ...lead);
    if (data.opened) {
      this.notice.append(" · ", el("span", { class: data.opened.troubled ? "since" : null }, data.opened.words), " ", el("a", { href: data.opened.href, target: "_blank", rel: "noopener" }, "As it was"));
    }
    this.notice.classList.toggle("troubled", data.troubled);
    this.hiddenButton.hidden = !data.hidden.length;
    this.hiddenButton.textContent = `${data.hidden.length} hidden: show`;
    this.hiddenButton.title = data.hidden.map((one) => one.name).join(", ");
    this.startButton.hidden = !data.missing.length;
    this.nothing.hidden = data.nodes.length > 0;
    if (data.hub) this.hub.open(data.hub);
    this.canvas.show(data).then(() => {
      if (resized) this.canvas.fit();
      this.toolbar.show(data);
      this.frame.dataset.drawn = data.signature;
      this.frame.dataset.exploded = data.exploded.map((one) => one.claim).join(" ");
      this.frame.dataset.focus = data.focus;
    });
  }

  act(one) {
    if (this.data?.embed && one.kind !== "focus") return;
    this.acts.do(this.asked(one));
  }

  // A hub is asked about before it grows.
  asked(one) {
    if (one.kind !== "grow" || one.limit) return one;
    const ids = one.ids ?? [one.id];
    const node = this.data.nodes.find(({ id }) => id === ids[0]);
    return ids.length === 1 && !node?.inside && node?.more > this.data.neighbours ? { kind: "ask", id: ids[0] } : one;
  }

  // What a snapshot is made from: the picture as it is on this screen.
  drawn() {
    return { query: this.data.query, signature: this.data.signature };
  }

  grow() {
    this.aimed("grow");
  }

  hide() {
    this.aimed("hide");
  }

  aimed(kind) {
    const ids = this.canvas.targets();
    if (ids.length) this.act({ kind, ids });
  }

  collapse() {
    const id = this.canvas.targets().find((one) => this.data.growers.includes(one));
    if (id) this.act({ kind: "collapse", id });
  }

  unhide() {
    if (this.data.hidden.length) this.act({ kind: "unhide", ids: [] });
  }

  pin() {
    const ids = this.canvas.targets();
    if (!ids.length) return;
    if (this.toolbar.pinned) this.act({ kind: "unpin", ids });
    else this.act({ kind: "move", moves: ids.map((id) => this.canvas.placeOf(id)) });
  }

  travel(kind) {
    if (this.data[`can_${kind}`]) this.act({ kind });
  }

  letGo() {
    if (this.canvas.selection.size) this.canvas.selection.set([]);
    else if (this.data.focus) this.act({ kind: "focus", id: "" });
  }

  toggleList() {
    const listed = this.list.hidden;
    this.list.hidden = !listed;
    if (listed) this.drawList();
    else this.list.replaceChildren();
    this.stage.hidden = listed;
    this.listButton.textContent = listed ? "Show as picture" : "Show as list";
    this.listButton.setAttribute("aria-pressed", String(listed));
  }

  // Hundreds of rows take the browser longer than the picture: they are made when they are seen.
  drawList() {
    drawList(this.list, this.data, (act) => this.act(act), (piece) => this.canvas.read(piece));
  }

  say(words) {
    this.spoken.textContent = words;
  }
}
