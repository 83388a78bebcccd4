// Runs before Streamlit does. THEMES, the themes as Streamlit takes them, stands above.
// The theme is in the address, so that the first thing drawn is drawn in it.
(() => {
  const { history, location } = window;
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search).get("theme");
  const name = Object.hasOwn(THEMES, asked) ? asked : "light";
  root.dataset.theme = name;

  // Told where its server is, Streamlit asks nowhere else; no other page may send it messages.
  window.__streamlit = {
    BACKEND_BASE_URL: new URL(".", location.href).href,
    HOST_CONFIG: {
      allowedOrigins: [location.origin],
      useExternalAuthToken: false,
      enableCustomParentMessages: false,
      blockErrorDialogs: false,
    },
    LIGHT_THEME: THEMES[name],
    DARK_THEME: THEMES[name],
  };

  // Another theme: ours by an attribute, that of Streamlit's widgets by its own message.
  document.addEventListener("gutgraph-theme", ({ detail }) => {
    if (!Object.hasOwn(THEMES, detail) || root.dataset.theme === detail) return;
    root.dataset.theme = detail;
    window.postMessage({ stCommVersion: 1, type: "SET_CUSTOM_THEME_CONFIG", themeInfo: THEMES[detail] }, location.origin);
  });

  // A link to another page takes the theme along.
  for (const kind of ["pointerdown", "contextmenu", "click"]) document.addEventListener(kind, dress, true);

  function dress(event) {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link?.href || link.origin !== location.origin || link.pathname.includes(".") || link.download) return;
    const address = new URL(link.href);
    const theme = root.dataset.theme === "light" ? null : root.dataset.theme;
    if (address.searchParams.get("theme") === theme) return;
    if (theme) address.searchParams.set("theme", theme);
    else address.searchParams.delete("theme");
    link.href = address.href;
  }

  // A theme that joins the address is no step back, and no more is what Explore fills in by itself.
  const push = history.pushState.bind(history);
  const explore = new URL(".", location.href).pathname;
  history.pushState = (state, unused, address) => {
    const [here, there] = [bare(location.href), bare(address)];
    if (here === there || (here === `${explore}?` && there.startsWith(here))) history.replaceState(state, unused, address);
    else push(state, unused, address);
  };

  function bare(address) {
    const { pathname, searchParams } = new URL(address ?? "", location.href);
    searchParams.delete("theme");
    return `${pathname}?${searchParams}`;
  }
})();
