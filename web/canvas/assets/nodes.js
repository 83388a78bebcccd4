// How a node looks: a box in the shape of its family, sized by the server to fit its text.

const ACCENT = "#205e97";

export function nodeRenderer(node, shownAs) {
  return ({ ctx: context, x, y }) => ({
    drawNode: () => drawNode(context, node, x, y, shownAs()),
    nodeDimensions: { width: node.width, height: node.height },
  });
}

function drawNode(context, node, x, y, shown) {
  context.save();
  if (shown === "aside") context.globalAlpha = 0.45;
  const left = x - node.width / 2;
  const top = y - node.height / 2;
  if (shown === "chosen") {
    outline(context, node.shape, left - 4, top - 4, node.width + 8, node.height + 8);
    context.strokeStyle = ACCENT;
    context.lineWidth = 3;
    context.stroke();
  }
  outline(context, node.shape, left, top, node.width, node.height);
  context.fillStyle = node.fill;
  context.fill();
  context.strokeStyle = node.stroke;
  context.lineWidth = node.stroke_width;
  context.stroke();
  write(context, node, x, y);
  if (node.more) badge(context, node, left + node.width, top);
  context.restore();
}

function outline(context, shape, left, top, width, height) {
  context.beginPath();
  if (shape === "hexagon") {
    const slant = height / 3;
    context.moveTo(left + slant, top);
    context.lineTo(left + width - slant, top);
    context.lineTo(left + width, top + height / 2);
    context.lineTo(left + width - slant, top + height);
    context.lineTo(left + slant, top + height);
    context.lineTo(left, top + height / 2);
    context.closePath();
    return;
  }
  const radius = { pill: height / 2, rounded: 8, rectangle: 2 }[shape] ?? 2;
  context.roundRect(left, top, width, height, radius);
}

function write(context, node, x, y) {
  context.font = `600 ${node.font_size}px 'Source Sans', 'Source Sans 3', sans-serif`;
  context.fillStyle = node.text;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  const first = y - ((node.lines.length - 1) * node.line_height) / 2 + node.font_size * 0.34;
  node.lines.forEach((line, index) => context.fillText(line, x, first + index * node.line_height));
}

function badge(context, node, right, top) {
  const text = `+${node.more}`;
  context.font = "600 10px 'Source Sans', sans-serif";
  const width = context.measureText(text).width + 8;
  context.beginPath();
  context.roundRect(right - width / 2 - 2, top - 8, width, 14, 7);
  context.fillStyle = "#ffffff";
  context.fill();
  context.strokeStyle = "#9aa5b1";
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = "#52606d";
  context.textAlign = "center";
  context.fillText(text, right - 2, top + 2.5);
}
