// The columns behind the boxes, with their headings.

import { FONT } from "./nodes.js";

export function drawBand(context, band) {
  context.fillStyle = band.fill;
  context.beginPath();
  context.roundRect(band.x, band.y, band.width, band.height, 14);
  context.fill();
  context.fillStyle = band.color;
  context.font = `600 ${band.size}px ${FONT}, sans-serif`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  band.lines.forEach((line, index) => {
    context.fillText(line, band.x + 14, band.y + band.size * (1.4 + 1.15 * index));
  });
}
