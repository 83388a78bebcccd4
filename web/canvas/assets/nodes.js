// How a node looks: a box in the shape of its family, its lines of text where the server put them.

const ACCENT = "#205e97";
export const FONT = "'Source Sans Pro'";

// vis-network keeps the first renderer it is given: this one asks each time what to draw.
export function nodeRenderer(lookUp, shownAs) {
  return ({ ctx: context, x, y }) => {
    const node = lookUp();
    return {
      drawNode: () => drawNode(context, node, x, y, shownAs()),
      nodeDimensions: { width: node.width, height: node.height },
    };
  };
}

function drawNode(context, node, x, y, shown) {
  const { form, width, height } = node;
  const [left, top] = [x - width / 2, y - height / 2];
  context.save();
  if (shown === "chosen") {
    outline(context, form, left - 5, top - 5, width + 10, height + 10);
    context.strokeStyle = ACCENT;
    context.lineWidth = 3;
    context.stroke();
  }
  outline(context, form, left, top, width, height);
  // Paper first: a box that stands aside must not let the lines behind it through.
  context.fillStyle = "#ffffff";
  context.fill();
  if (shown === "aside") context.globalAlpha = 0.5;
  context.fillStyle = form.fill;
  context.fill();
  context.strokeStyle = form.stroke;
  context.lineWidth = form.outline;
  context.stroke();
  write(context, node, x, y);
  if (node.more) badge(context, node, left + width, top);
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
function badge(context, node, right, top) {
  const text = `+${node.more.toLocaleString("en-GB")}`;
  context.font = `600 14px ${FONT}, sans-serif`;
  const width = context.measureText(text).width + 12;
  context.beginPath();
  context.roundRect(right - width + 8, top - 11, width, 19, 9.5);
  context.fillStyle = "#ffffff";
  context.fill();
  context.strokeStyle = "#9aa5b1";
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = "#4a5764";
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(text, right + 8 - width / 2, top + 3.5);
}
