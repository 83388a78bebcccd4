// How a node looks: a box in the shape of its family, its lines of text where the server put them.

import { insideBadge, pile } from "./folding.js";

export const FONT = "'Source Sans Pro'";

// vis-network keeps the first renderer it is given: this one asks each time what to draw.
export function nodeRenderer(lookUp, shownAs) {
  return ({ ctx: context, x, y }) => {
    const node = lookUp();
    return {
      drawNode: () => {
        const shown = shownAs();
        if (!shown.held) drawNode(context, node, x, y, shown);
      },
      nodeDimensions: { width: node.width, height: node.height },
    };
  };
}

function drawNode(context, node, x, y, shown) {
  const { form, width, height } = node;
  const [left, top] = [x - width / 2, y - height / 2];
  context.save();
  const { look } = shown;
  if (shown.ring || shown.cursor) {
    outline(context, form, left - 5, top - 5, width + 10, height + 10);
    context.strokeStyle = look.accent;
    context.lineWidth = shown.ring === "chosen" ? 3 : 2;
    context.setLineDash(shown.ring === "chosen" ? [] : shown.ring ? [6, 4] : [2, 4]);
    context.stroke();
    context.setLineDash([]);
  }
  if (node.inside) pile(context, node, left, top, outline, look);
  outline(context, form, left, top, width, height);
  // Paper first: a box that stands aside must not let the lines behind it through.
  context.fillStyle = look.paper;
  context.fill();
  if (shown.aside) context.globalAlpha = 0.5;
  context.fillStyle = form.fill;
  context.fill();
  context.strokeStyle = form.stroke;
  context.lineWidth = form.outline;
  context.stroke();
  write(context, node, x, y);
  if (node.more) badge(context, node, left + width, top, look);
  if (node.inside) insideBadge(context, node, left, top + height, look);
  if (shown.pinned) pin(context, left, top, look);
  context.restore();
}

function outline(context, form, left, top, width, height) {
  context.beginPath();
  if (form.shape !== "hexagon") {
    context.roundRect(left, top, width, height, form.corner * Math.min(height, 44));
    return;
  }
  const cut = Math.min(width / 4, 11);
  context.moveTo(left + cut, top);
  context.lineTo(left + width - cut, top);
  context.lineTo(left + width, top + height / 2);
  context.lineTo(left + width - cut, top + height);
  context.lineTo(left + cut, top + height);
  context.lineTo(left, top + height / 2);
  context.closePath();
}

function write(context, node, x, y) {
  context.fillStyle = node.form.text;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  for (const line of node.lines) {
    context.font = `600 ${line.size}px ${FONT}, sans-serif`;
    context.fillText(line.text, x, y + line.dy);
  }
}

// How many of its neighbours are not drawn.
function badge(context, node, right, top, look) {
  const text = `+${node.more.toLocaleString("en-GB")}`;
  context.font = `600 14px ${FONT}, sans-serif`;
  const width = context.measureText(text).width + 12;
  context.beginPath();
  context.roundRect(right - width + 8, top - 11, width, 19, 9.5);
  context.fillStyle = look.paper;
  context.fill();
  context.strokeStyle = look.faint;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = look.soft;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(text, right + 8 - width / 2, top + 3.5);
}

// A person put it there.
function pin(context, left, top, look) {
  context.beginPath();
  context.arc(left, top, 5.5, 0, 2 * Math.PI);
  context.fillStyle = look.accent;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = look.paper;
  context.stroke();
}
