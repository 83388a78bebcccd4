// What comes from packages on the server: vis-network, and the fonts the boxes were measured with.

import { el } from "./dom.js";

const SCRIPT = "/vendor/vis-network.min.js";
const FONTS = { 400: "/vendor/source-sans-pro-regular.ttf", 600: "/vendor/source-sans-pro-semibold.ttf" };

let loading;
let fonts;

// vis-network is a UMD script that sets `window.vis`: it comes by a script tag, once.
export function visNetwork() {
  loading ??= new Promise((resolve, reject) => {
    const script = el("script", { src: SCRIPT });
    script.addEventListener("load", () => resolve(window.vis));
    script.addEventListener("error", () => reject(new Error(`${SCRIPT} did not load`)));
    document.head.append(script);
  });
  return loading;
}

export function loadFonts() {
  fonts ??= Promise.all(
    Object.entries(FONTS).map(async ([weight, address]) => {
      const face = new FontFace("Source Sans Pro", `url(${address})`, { weight });
      document.fonts.add(await face.load());
    }),
  );
  return fonts;
}
