// The Explore page: search, filter and legend on the left, canvas in the middle, panel on the right.
// The server decides what is drawn and where; each choice goes back to it as one `act`.

import { Canvas } from "./canvas.js";
import { button, el, plural } from "./dom.js";
import { drawFilter, drawLegend } from "./legend.js";
import { drawList } from "./list.js";
import { drawPanel } from "./panel.js";
import { chooseStatement } from "./panel-choice.js";
import { Search } from "./search.js";
import { SnapshotDialog } from "./snapshot.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new ExplorePage(root);
    pages.set(root, page);
  }
  page.act = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class ExplorePage {
  constructor(root) {
    this.act = () => {};
    const act = (one) => this.act(one);
    this.search = new Search(act);
    this.filter = el("section", { class: "filter", "aria-label": "Show only" });
    this.legend = el("section", { class: "legend", "aria-label": "Legend" });
    this.stage = el("div", { class: "stage" });
    this.notice = el("p", { class: "notice", role: "status" });
    this.list = el("div", { class: "list", hidden: true });
    this.panel = el("aside", { class: "panel", "aria-label": "What is known" });
    this.canvas = new Canvas(this.stage, act);
    this.canvas.choose = (id) => chooseStatement(this.panel, id);
    this.snapshot = new SnapshotDialog(() => this.drawn());
    this.frame = el(
      "div",
      { class: "explore" },
      el("div", { class: "side" }, this.search.element, el("div", { class: "below" }, this.filter, this.legend)),
      el(
        "main",
        { class: "middle" },
        this.toolbar(),
        this.stage,
        this.list,
        el("footer", {}, this.notice, this.listButton()),
      ),
      this.panel,
      this.snapshot.element,
    );
    root.append(this.frame);
    this.listenToKeys();
  }

  toolbar() {
    this.backButton = button("Back", () => this.act({ kind: "back" }), {
      title: "Take the last step away",
    });
    this.awayButton = button("Hide", () => this.act({ kind: "hide", id: this.data.focus }), {
      title: "Hide the chosen entity",
    });
    this.growButton = button("Grow", () => this.act({ kind: "grow", id: this.data.focus }), {
      title: "Add the neighbours of the chosen entity",
    });
    this.copyButton = button("Copy link", () => this.copyLink(), {
      title: "Copy the address of this view",
    });
    return el(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": "View" },
      el("span", { class: "where" }, ""),
      this.growButton,
      this.awayButton,
      this.backButton,
      button("Fit", () => this.canvas.fit(), { title: "Show all of it" }),
      this.copyButton,
      button("Snapshot", () => this.snapshot.open(this.data.title), { class: "primary" }),
    );
  }

  listButton() {
    const toggle = button("Show as list", () => {
      const listed = this.list.hidden;
      this.list.hidden = !listed;
      this.stage.hidden = listed;
      toggle.textContent = listed ? "Show as picture" : "Show as list";
      toggle.setAttribute("aria-pressed", String(listed));
    }, { class: "quiet", "aria-pressed": "false" });
    return toggle;
  }

  show(data) {
    this.data = data;
    this.search.suggestions = data.suggestions;
    drawFilter(this.filter, data, (act) => this.act(act));
    drawLegend(this.legend, data.legend);
    drawList(this.list, data, (act) => this.act(act), (piece) => this.canvas.choosePiece(piece));
    drawPanel(this.panel, data.panel, (act) => this.act(act));
    this.frame.querySelector(".where").textContent =
      `${plural(data.overview.entities, "entity", "entities")} · ` +
      `${plural(data.overview.claims, "claim")} · data ${data.overview.version}`;
    this.notice.textContent = data.notice;
    this.backButton.disabled = !data.can_go_back;
    const entityChosen = data.nodes.some((node) => node.id === data.focus);
    this.awayButton.disabled = !entityChosen;
    this.growButton.disabled = !entityChosen;
    this.copyButton.disabled = !data.address_holds_view;
    this.canvas.show(data).then(() => {
      this.frame.dataset.drawn = data.signature;
      this.frame.dataset.exploded = data.exploded.map((one) => one.claim).join(" ");
      this.frame.dataset.focus = data.focus;
    });
  }

  // What a snapshot is made from: the picture as it is on this screen.
  drawn() {
    return { query: this.data.query, signature: this.data.signature };
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      this.copyButton.textContent = "Copied";
    } catch {
      this.notice.textContent = "This browser does not let the page copy: take the link from the address bar.";
      return;
    }
    setTimeout(() => { this.copyButton.textContent = "Copy link"; }, 1500);
  }

  listenToKeys() {
    document.addEventListener("keydown", (event) => {
      if (!this.frame.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
      const inside = event.composedPath()[0];
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(inside.tagName || "")) return;
      if (event.key === "/") {
        event.preventDefault();
        this.search.focus();
      } else if (event.key === "f") this.canvas.fit();
    });
  }
}
