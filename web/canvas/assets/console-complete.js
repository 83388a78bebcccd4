// Completion in the editor: labels, relation types and properties of this graph; keywords elsewhere.

import { FUNCTIONS, fitting, KEYWORDS, parameters, variables } from "./console-cypher.js";

// What may be written next: [{label, kind, detail, insert}], of the words of a graph.
export function offers(before, whole, words) {
  const place = fitting(before);
  switch (place.kind) {
    case "labels":
      return words.labels.map((one) => offer(one.name, "label", one.meaning || (one.entity ? "entity" : "")));
    case "types":
      return words.types.map((one) => offer(one.name, "type", one.claim ? `claim: ${one.meaning}` : one.meaning));
    case "properties":
      return properties(place.of, whole, words);
    case "parameters":
      return parameters(whole).map((name) => offer(name, "parameter", ""));
    case "words":
      return [
        ...Object.keys(variables(whole)).map((name) => offer(name, "variable", "")),
        ...KEYWORDS.map((name) => offer(name, "keyword", "")),
        ...FUNCTIONS.map((name) => ({ ...offer(name, "function", ""), insert: `${name}($0)` })),
      ];
    default:
      return [];
  }
}

// Those of the label or type that a variable stands for; of all where that is not said.
function properties(of, whole, words) {
  const kind = variables(whole)[of] || of;
  const claim = words.types.some((one) => one.claim && one.name === kind);
  const entity = words.labels.some((one) => one.entity && one.name === kind);
  const group = claim ? "claim" : entity ? "Entity" : kind;
  const chosen = words.properties.filter((one) => one.of === group);
  const rows = chosen.length ? chosen : words.properties;
  const seen = new Map();
  for (const one of rows) {
    const known = seen.get(one.name);
    seen.set(one.name, known ? { ...known, of: `${known.of}, ${one.of}` } : one);
  }
  return [...seen.values()].map((one) => offer(one.name, "property", chosen.length ? one.meaning : one.of));
}

function offer(label, kind, detail) {
  return { label, kind, detail, insert: label };
}
