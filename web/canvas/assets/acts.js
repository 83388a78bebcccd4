// What the person does, one act after the other: the canvas asks the server itself, which draws at
// once, and tells the page afterwards. What the server will not do here, the page does.

const ROUTE = "/api/canvas";
const LOOK = "look";
const OF_THE_PAGE = new Set(["review"]); // it writes
const PATIENCE = 30_000; // milliseconds that the page has for an act
const CALM = 60; // milliseconds without an act before the page is told

export class Acts {
  // show: given what is to be shown; tell: the page's run is asked for with an act.
  constructor(show) {
    this.show = show;
    this.forget();
  }

  forget() {
    this.waiting = [];
    this.busy = false;
    this.number = 0; // of the last act that was sent
    this.turn = 0; // of what is shown: the server counts what it put together
    this.latest = 0; // turn that the page knows of
    this.paged = 0; // number of an act that the page does
    clearTimeout(this.telling);
    clearTimeout(this.giving);
  }

  // The page ran: it shows something, or says how far it is.
  told(data, tell) {
    this.tell = tell;
    if (data.visit !== this.visit) this.forget();
    this.visit = data.visit;
    this.latest = Math.max(this.latest, data.turn);
    if (data.nodes) this.arrived(data);
    else this.next();
  }

  arrived(data) {
    if (data.turn > this.turn) {
      [this.turn, this.latest] = [data.turn, Math.max(this.latest, data.turn)];
      this.number = Math.max(this.number, data.number);
      this.show(data);
    }
    if (this.paged && data.number >= this.paged) this.release();
    else this.next();
  }

  do(act) {
    this.waiting.push(act);
    this.next();
  }

  next() {
    if (this.busy) return;
    if (this.turn < this.latest) this.look();
    else if (this.waiting.length) this.send(this.waiting.shift());
  }

  async send(act) {
    this.busy = true;
    clearTimeout(this.telling);
    this.number += 1;
    const { visit } = this;
    const answer = OF_THE_PAGE.has(act.kind) ? null : await ask(visit, act, this.number);
    if (visit !== this.visit) return; // begun again in the meantime
    if (answer) {
      this.busy = false;
      lead(answer.search);
      this.telling = setTimeout(() => this.tell({ kind: "follow", number: this.number }), CALM);
      this.arrived(answer);
    } else {
      this.paged = this.number; // the next act waits until the page has done this one
      this.giving = setTimeout(() => this.release(), PATIENCE);
      this.tell({ ...act, number: this.number });
    }
  }

  // The page has done its act, or never will.
  release() {
    [this.paged, this.busy] = [0, false];
    clearTimeout(this.giving);
    this.next();
  }

  // The page says that something is shown which this canvas does not have: it was made anew.
  async look() {
    this.busy = true;
    const { visit } = this;
    const answer = await ask(visit, { kind: LOOK }, this.number);
    if (visit !== this.visit) return;
    this.busy = false;
    if (answer) this.arrived(answer);
    else this.tell({ kind: LOOK });
  }
}

async function ask(visit, act, number) {
  try {
    const response = await fetch(ROUTE, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ visit, act, number }),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null; // the page, which has its own way to the server, says what is the matter
  }
}

// The address of what is shown; a frame keeps what makes it one.
function lead(search) {
  const now = new URLSearchParams(window.location.search);
  const next = new URLSearchParams(search);
  for (const name of ["embed", "embed_options"]) now.getAll(name).forEach((value) => next.append(name, value));
  const there = next.has("embed") ? `${next}` : search;
  if (window.location.search.slice(1) !== there) window.history.pushState({}, "", `${window.location.pathname}?${there}`);
}
