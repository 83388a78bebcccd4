// Elements whose text is always text: nothing here, or in its callers, parses HTML.

export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

// A link that leaves this machine: only https, in a new tab, telling the other side nothing.
export function outLink(text, address) {
  if (!address || !address.startsWith("https://")) return el("span", {}, text);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

// A link to another page of this dashboard, in a new tab: the view here stays.
export function inLink(text, address) {
  if (!address.startsWith("./")) return el("span", {}, text);
  return el("a", { href: address, target: "_blank", rel: "noopener" }, text);
}

export function button(text, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, text);
}

export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

// The hue of a compartment, in whatever theme the page wears.
export function hue(place) {
  return `--hue: var(--${place}-stroke); --fill: var(--${place}-fill)`;
}
