// The Stories page: the stories that are kept, and the editor of one.

import { askHow } from "./choices.js";
import { button, el, plural } from "./dom.js";
import { StoryEditor } from "./story-editor.js";

const pages = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  let page = pages.get(root);
  if (!page) {
    page = new StoriesPage(root);
    pages.set(root, page);
  }
  page.tell = (act) => component.setTriggerValue("act", act);
  page.show(component.data);
}

class StoriesPage {
  constructor(root) {
    this.said = el("p", { class: "said-of-all", role: "status" });
    this.list = el("div", { class: "told" });
    this.editor = new StoryEditor((act) => this.tell(act));
    this.dialog = el("dialog", { class: "ask-first" });
    this.frame = el("div", { class: "stories" }, this.said, this.editor.element, this.list, this.dialog);
    root.append(this.frame);
  }

  show(data) {
    this.data = data;
    this.said.textContent = data.said;
    this.said.classList.toggle("trouble", data.troubled);
    this.editor.show(data.edited, data.troubled);
    this.list.replaceChildren(...(data.own && !data.edited ? [this.begin()] : []), ...this.rows());
    this.frame.dataset.drawn = `${data.stories.length} ${data.edited?.id ?? ""} ${data.said}`;
  }

  begin() {
    const { snapshots } = this.data;
    if (!snapshots.length) {
      return el("p", { class: "empty" }, "A story is drawn from a snapshot, and none is kept yet: press Snapshot on ", el("a", { href: "./explore" }, "Explore"), ", then Keep snapshot.");
    }
    const choice = el("select", { "aria-label": "Snapshot" }, ...snapshots.map((one) => el("option", { value: one.id }, `${one.called} (${one.when})`)));
    return el("div", { class: "begin" }, el("label", {}, "A new story from ", choice), button("Begin", () => this.tell({ kind: "new", id: choice.value }), { class: "primary" }));
  }

  rows() {
    const { stories, own, snapshots } = this.data;
    if (!stories.length) return own && !snapshots.length ? [] : [el("p", { class: "empty" }, "No story is kept yet.")];
    return stories.map((one) =>
      el(
        "article",
        { class: "story", "data-id": one.id },
        el("div", {}, el("h2", {}, el("bdi", {}, one.called)), el("p", { class: "quiet" }, `${plural(one.steps, "step")} · saved ${one.when} · ${one.short_id}`)),
        el(
          "div",
          { class: "acts" },
          el("a", { class: "go", href: one.address, target: "_blank", rel: "noopener" }, "Present"),
          button("Download", () => askHow(this.dialog, one, this.data), { class: "link" }),
          own ? button("Edit", () => this.tell({ kind: "edit", id: one.id }), { class: "link" }) : null,
          own ? button("Delete", () => this.remove(one), { class: "link danger" }) : null,
        ),
      ),
    );
  }

  remove(one) {
    const close = () => this.dialog.close();
    const done = () => {
      close();
      this.tell({ kind: "delete", id: one.id });
    };
    this.dialog.setAttribute("aria-label", "Delete this story?");
    this.dialog.replaceChildren(
      el("h1", {}, "Delete this story?"),
      el("p", {}, el("strong", {}, el("bdi", {}, one.called))),
      el("p", { class: "quiet" }, "Its link stops working. Its snapshot stays."),
      el("div", { class: "choice" }, button("Keep it", close), button("Delete it", done, { class: "primary" })),
    );
    this.dialog.showModal();
  }
}
