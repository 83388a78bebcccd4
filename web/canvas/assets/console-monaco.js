// Monaco, from its package on the server: loaded once, with Cypher and this page's colours.

import { offers } from "./console-complete.js";
import { el } from "./dom.js";

const LANGUAGE = "gutgraph-cypher";
const THEME = "gutgraph";
const MORE_FUNCTIONS = ["all", "any", "none", "single", "elementId", "shortestPath", "reduce", "isEmpty"];
const KINDS = { label: "Class", type: "Event", property: "Field", parameter: "Value", variable: "Variable", keyword: "Keyword", function: "Function" };

const defined = new Map();

let loading;
let words = { labels: [], types: [], properties: [] };

// The words that completion offers, wherever an editor is.
export function know(graph) {
  words = graph;
}

export function monaco(files) {
  loading ??= load(files).catch((error) => {
    loading = undefined; // another visit of the page tries again
    throw error;
  });
  return loading;
}

async function load(files) {
  self.MonacoEnvironment = { getWorker: () => new Worker(files.worker, { name: "editor" }) };
  const [api, cypher] = await Promise.all([module(files.api), module(files.cypher)]);
  const found = api.monaco ?? api;
  teach(found, cypher);
  dress(found);
  document.addEventListener("gutgraph-theme", () => setTimeout(() => dress(found)));
  return found;
}

// Its files are AMD modules that need nothing but a place for what they export. Monaco's own loader
// would do, but other scripts of the page (vis-network, Streamlit's tables) would take it for theirs:
// they look for `define.amd`, which this one does not have.
function module(src) {
  window.define ??= (name, _, factory) => defined.set(name, factory);
  return new Promise((resolve, reject) => {
    const tag = el("script", { src });
    tag.addEventListener("load", () => made(src, resolve, reject));
    tag.addEventListener("error", () => reject(new Error(`${src} did not load`)));
    document.head.append(tag);
  });
}

function made(src, resolve, reject) {
  const name = [...defined.keys()].find((one) => src.endsWith(`/${one.replace(/^vs\//, "")}.js`));
  if (!name) return reject(new Error(`${src} is no module`));
  const module = {};
  defined.get(name)(module);
  return resolve(module);
}

function teach(found, { conf, language }) {
  const { tokenizer } = language;
  const common = [[/\$[A-Za-z_]\w*/, "variable"], [/\|\s*:?[A-Za-z_]\w*/, "type.identifier"], ...tokenizer.common];
  const builtinFunctions = [...language.builtinFunctions, ...MORE_FUNCTIONS];
  found.languages.register({ id: LANGUAGE });
  found.languages.setLanguageConfiguration(LANGUAGE, conf);
  found.languages.setMonarchTokensProvider(LANGUAGE, { ...language, builtinFunctions, tokenizer: { ...tokenizer, common } });
  found.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: [":", ".", "$", "|", "{"],
    provideCompletionItems: (model, position) => ({ suggestions: suggestions(found, model, position) }),
  });
}

function suggestions(found, model, position) {
  const { lineNumber, column } = position;
  const before = model.getValueInRange({ startLineNumber: 1, startColumn: 1, endLineNumber: lineNumber, endColumn: column });
  const word = model.getWordUntilPosition(position);
  const range = { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn: word.startColumn, endColumn: word.endColumn };
  const { CompletionItemKind, CompletionItemInsertTextRule } = found.languages;
  return offers(before, model.getValue(), words).map((one, at) => ({
    label: one.detail ? { label: one.label, description: one.detail } : one.label,
    kind: CompletionItemKind[KINDS[one.kind]],
    insertText: one.insert,
    insertTextRules: one.insert.includes("$0") ? CompletionItemInsertTextRule.InsertAsSnippet : undefined,
    sortText: String(at).padStart(4, "0"),
    range,
  }));
}

// The colours of the page's theme.
function dress(found) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => hex(style.getPropertyValue(`--${name}`).trim());
  const rule = (token, name, fontStyle) => ({ token, foreground: colour(name).slice(1, 7), ...(fontStyle ? { fontStyle } : {}) });
  found.editor.defineTheme(THEME, {
    base: style.getPropertyValue("--scheme").trim() === "dark" ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      rule("", "ink"),
      rule("keyword", "accent", "bold"),
      rule("predefined", "accent"),
      rule("type.identifier", "barrier-stroke"),
      rule("variable", "intervention-stroke", "bold"),
      rule("string", "for"),
      rule("number", "intervention-stroke"),
      rule("comment", "soft", "italic"),
      ...["delimiter", "delimiter.curly", "delimiter.square", "delimiter.parenthesis"].map((token) => rule(token, "soft")),
      rule("identifier", "ink"),
    ],
    colors: {
      "editor.background": colour("paper"),
      "editor.foreground": colour("ink"),
      "editor.lineHighlightBackground": colour("paper"),
      "editor.lineHighlightBorder": colour("paper"),
      "editor.selectionBackground": colour("cue"),
      "editor.inactiveSelectionBackground": colour("hair"),
      "editor.wordHighlightBackground": colour("tint"),
      "editor.wordHighlightStrongBackground": colour("tint"),
      "editorCursor.foreground": colour("accent"),
      "editorLineNumber.foreground": colour("faint"),
      "editorLineNumber.activeForeground": colour("ink"),
      "editorBracketMatch.background": colour("tint"),
      "editorBracketMatch.border": colour("accent"),
      "editorBracketHighlight.foreground1": colour("ink"),
      "editorSuggestWidget.background": colour("paper"),
      "editorSuggestWidget.border": colour("edge"),
      "editorSuggestWidget.foreground": colour("ink"),
      "editorSuggestWidget.selectedBackground": colour("tint"),
      "editorSuggestWidget.selectedForeground": colour("ink"),
      "editorSuggestWidget.highlightForeground": colour("accent"),
      "editorSuggestWidget.focusHighlightForeground": colour("accent"),
      "list.hoverBackground": colour("hair"),
      "list.focusHighlightForeground": colour("accent"),
      "editorWidget.background": colour("paper"),
      "editorWidget.border": colour("edge"),
      focusBorder: colour("accent"),
    },
  });
  found.editor.setTheme(THEME);
  for (const one of found.editor.getEditors()) one.updateOptions(type());
}

// As large as the theme has its type.
function type() {
  const zoom = Number(getComputedStyle(document.documentElement).getPropertyValue("--zoom")) || 1;
  return { fontSize: 15 * zoom, lineHeight: 23 * zoom };
}

function hex(colour) {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#808080";
}

// An editor in a place; it stays as high as its text, within bounds.
export function editor(found, place, text, label) {
  return found.editor.create(place, {
    value: text,
    language: LANGUAGE,
    theme: THEME,
    ariaLabel: label,
    editContext: false, // a plain textarea takes the keys: every screen reader knows one
    automaticLayout: true,
    acceptSuggestionOnEnter: "smart", // a name that is all there already leaves Enter a new line
    bracketPairColorization: { enabled: false },
    contextmenu: false,
    fixedOverflowWidgets: true,
    folding: false,
    fontFamily: '"Source Code", "Source Code Pro", ui-monospace, monospace',
    ...type(),
    glyphMargin: false,
    guides: { indentation: false },
    lineDecorationsWidth: 8,
    lineNumbersMinChars: 3,
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: "off",
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    padding: { top: 10, bottom: 10 },
    quickSuggestions: { other: true, comments: false, strings: false },
    renderLineHighlight: "none",
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    selectionHighlight: false,
    suggest: { showWords: false, showStatusBar: false, preview: false },
    stickyScroll: { enabled: false },
    tabFocusMode: true, // Tab goes on to the next field; Ctrl+M lets it indent
    tabSize: 2,
    wordBasedSuggestions: "off",
    wordWrap: "on",
  });
}
