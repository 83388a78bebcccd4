// Cypher as the editor needs it: the $names of a text, and what fits where somebody types.

// Comments, strings and quoted names, closed or not; else a parameter.
const PARTS = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)|"(?:\\[\s\S]|[^"\\])*(?:"|$)|`(?:``|[^`])*(?:`|$)|\$([\p{L}_][\p{L}\p{N}_]*)/gu;
const OPENED = { "(": ")", "[": "]", "{": "}" };

export const KEYWORDS =
  "MATCH|OPTIONAL MATCH|WHERE|RETURN|RETURN DISTINCT|WITH|UNWIND|ORDER BY|LIMIT|SKIP|UNION|CALL|YIELD|AS|AND|OR|XOR|NOT|IN|IS NULL|IS NOT NULL|STARTS WITH|ENDS WITH|CONTAINS|DISTINCT|DESC|CASE|WHEN|THEN|ELSE|END|EXISTS|COUNT|true|false|null".split("|");
export const FUNCTIONS =
  "count collect size type labels properties nodes relationships length startNode endNode id keys coalesce head last tail range reverse toLower toUpper toString toInteger toFloat trim replace split substring sum avg min max round abs floor ceil sqrt all any none single exists shortestPath reduce".split(" ");

// The $names of a text, each once, in the order they come.
export function parameters(text) {
  return [...new Set([...text.matchAll(PARTS)].map((found) => found[1]).filter(Boolean))];
}

// The variables of a text with the labels or types they stand for: {a: "Entity", r: ""}.
export function variables(text) {
  const named = bare(text).matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*(?::\s*([\p{L}_][\p{L}\p{N}_]*))?/gu);
  const found = {};
  for (const [, name, kind] of named) found[name] = found[name] || kind || "";
  return found;
}

// What fits at the end of what stands before the cursor: {kind, of}.
export function fitting(before) {
  if (hidden(before)) return { kind: "nothing" };
  const text = bare(before);
  const typed = text.replace(/[\p{L}\p{N}_]*$/u, "");
  const open = lastOpen(typed);
  if (typed.endsWith("$")) return { kind: "parameters" };
  if (/[:|&!]\s*$/.test(typed)) {
    if (open === "{") return { kind: "words" };
    return { kind: open === "[" ? "types" : "labels" };
  }
  const owner = typed.match(/([\p{L}_][\p{L}\p{N}_]*)\s*\.\s*$/u);
  if (owner) return { kind: "properties", of: owner[1] };
  if (open === "{" && /[{,]\s*$/.test(typed)) return { kind: "properties", of: mapOf(typed) };
  return { kind: "words" };
}

// The text with blanks for what is hidden in comments, strings and quoted names.
function bare(text) {
  return text.replace(PARTS, (part, name) => (name ? part : " ".repeat(part.length)));
}

// Whether a text ends within a comment, a string or a quoted name.
function hidden(text) {
  const last = [...text.matchAll(PARTS)].at(-1);
  return Boolean(last) && !last[1] && last.index + last[0].length === text.length && !closed(last[0]);
}

function closed(part) {
  if (part.startsWith("//")) return false; // to the end of its line
  if (part.startsWith("/*")) return part.length > 3 && part.endsWith("*/");
  return part.length > 1 && part.endsWith(part[0]) && !/(^|[^\\])(\\\\)*\\.$/.test(part);
}

function lastOpen(text) {
  const open = [];
  for (const one of text) {
    if (one in OPENED) open.push(one);
    else if (OPENED[open.at(-1)] === one) open.pop();
  }
  return open.at(-1) ?? "";
}

// The label of the pattern that a map belongs to: `(n:Entity {`.
function mapOf(text) {
  return text.match(/:\s*([\p{L}_][\p{L}\p{N}_]*)\s*\{[^{}]*$/u)?.[1] ?? "";
}
