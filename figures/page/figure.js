"use strict";
(() => {
  const stage = document.getElementById("stage");
  const picture = stage.querySelector("svg");
  const reading = document.getElementById("reading");
  const snapshot = JSON.parse(picture.querySelector("metadata").textContent);
  picture.setAttribute("role", "group");
  const whole = picture.getAttribute("viewBox").split(" ").map(Number);
  const claims = new Map(snapshot.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(snapshot.citations.map((source) => [source.number, source]));
  let view = [...whole];

  // --- what is seen of the figure -----------------------------------------------------------

  const show = (next) => {
    view = next;
    picture.setAttribute("viewBox", view.map((one) => one.toFixed(2)).join(" "));
  };

  const zoom = (factor, at) => {
    const width = Math.min(whole[2] * 1.5, Math.max(whole[2] / 20, view[2] / factor));
    const share = width / view[2];
    const [x, y] = at ?? [view[0] + view[2] / 2, view[1] + view[3] / 2];
    show([x - (x - view[0]) * share, y - (y - view[1]) * share, width, view[3] * share]);
  };

  const place = (event) => {
    const at = new DOMPoint(event.clientX, event.clientY);
    const { x, y } = at.matrixTransform(picture.getScreenCTM().inverse());
    return [x, y];
  };

  const move = (right, down) => show([
    view[0] + right * view[2], view[1] + down * view[3], view[2], view[3],
  ]);

  const acts = {
    in: () => zoom(1.25),
    out: () => zoom(0.8),
    all: () => show([...whole]),
  };
  const keys = {
    "+": acts.in, "=": acts.in, "-": acts.out, "0": acts.all,
    ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0),
    ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
  };

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-Math.sign(event.deltaY) * Math.min(0.3, Math.abs(event.deltaY) / 400)), place(event));
  }, { passive: false });

  // A pointer that moved was a drag; a click that ends it opens nothing.
  let held = null;
  let dragged = false;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    held = place(event);
    dragged = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = place(event);
    const [right, down] = [held[0] - x, held[1] - y];
    if (!dragged && Math.hypot(right, down) < (4 * view[2]) / stage.clientWidth) return;
    dragged = true;
    show([view[0] + right, view[1] + down, view[2], view[3]]);
  });
  window.addEventListener("pointerup", () => { held = null; });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") close();
    else if (reading.contains(event.target)) return;
    else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  for (const button of document.querySelectorAll("nav button")) {
    button.addEventListener("click", () => acts[button.dataset.act]());
  }

  // --- what the sources say -----------------------------------------------------------------

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const many = (count, one, several) => `${count} ${count === 1 ? one : several}`;

  const web = (address) => {
    try {
      return ["http:", "https:"].includes(new URL(address).protocol);
    } catch {
      return false;
    }
  };

  const told = (id) => picture.querySelector(`.claim[data-claim="${CSS.escape(id)}"] > title`).textContent;

  const close = () => {
    reading.hidden = true;
    document.body.classList.remove("reading");
    for (const one of picture.querySelectorAll(".open")) one.classList.remove("open");
  };

  const open = (group, title, parts) => {
    close();
    group.classList.add("open");
    const shut = element("button", "×", "close");
    shut.type = "button";
    shut.setAttribute("aria-label", "Close");
    shut.addEventListener("click", close);
    reading.replaceChildren(shut, element("h1", title), ...parts);
    reading.hidden = false;
    reading.scrollTop = 0;
    document.body.classList.add("reading");
  };

  const counted = ({ counts }) => [
    counts.certainty,
    counts.papers ? many(counts.papers, "paper", "papers") : "",
    counts.refuting_papers ? `${many(counts.refuting_papers, "paper", "papers")} against` : "",
  ].filter(Boolean).join(" · ");

  const struck = (one) => `The quote was struck${one.struck_on ? ` on ${one.struck_on}` : ""}.`;

  const statement = (one) => {
    const part = element("section");
    const source = sources.get(one.source);
    part.append(element("p", [one.stance, one.certainty, one.verdict].filter(Boolean).join(" · "), "says"));
    if (one.quote) part.append(element("blockquote", one.quote, one.stance));
    else if (one.struck) part.append(element("p", struck(one), "counts"));
    const line = element("p", `[${one.source}] `, "source");
    if (source) {
      const link = web(source.link) ? element("a", source.text) : element("span", source.text);
      if (link.localName === "a") {
        link.href = source.link;
        link.target = "_blank";
        link.rel = "noopener noreferrer";
      }
      line.append(link);
      if (source.retracted) line.append(element("span", " retracted", "warning"));
    }
    part.append(line);
    return part;
  };

  const readClaim = (group) => {
    const claim = claims.get(group.dataset.claim);
    const parts = [element("p", counted(claim), "counts")];
    if (claim.counts.agreement === "contested") {
      parts.push(element("p", "contested: sources disagree", "counts warning"));
    }
    const said = snapshot.statements.filter((one) => one.claim === claim.id);
    if (said.length) parts.push(...said.map(statement));
    else parts.push(element("p", "The snapshot keeps no statement of this claim.", "counts"));
    open(group, told(claim.id), parts);
  };

  const readEntity = (group) => {
    const id = group.dataset.entity;
    const entity = snapshot.entities.find((one) => one.id === id);
    const list = element("ul");
    for (const claim of picture.querySelectorAll(".claim")) {
      if (!claim.dataset.claim.split("~").includes(id)) continue;
      const button = element("button", told(claim.dataset.claim));
      button.type = "button";
      button.addEventListener("click", () => readClaim(claim));
      const item = element("li");
      item.append(button);
      list.append(item);
    }
    const parts = [element("p", `${entity.category} · ${id}`, "counts")];
    if (entity.description) parts.push(element("p", entity.description));
    open(group, entity.name, [...parts, list]);
  };

  const readable = (group, read) => {
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.setAttribute("aria-label", group.querySelector("title").textContent);
    group.addEventListener("click", () => { if (!dragged) read(group); });
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        read(group);
      }
    });
  };

  for (const group of picture.querySelectorAll(".claim")) {
    const touch = group.querySelector("path").cloneNode();
    for (const { name } of [...touch.attributes]) if (name !== "d") touch.removeAttribute(name);
    touch.setAttribute("class", "touch");
    group.append(touch);
    readable(group, readClaim);
  }
  for (const group of picture.querySelectorAll(".entity")) readable(group, readEntity);
})();
