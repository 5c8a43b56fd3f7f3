// `rich_text` blocks -> DOM nodes.

import { h } from "./dom.js";
import { emoji, link, mention } from "./mrkdwn.js";

const BULLETS = ["disc", "circle", "square"];

export function richText(block, names) {
  return h("div", { class: "rich" }, block.elements.map((part) => partNode(part, names)));
}

function partNode(part, names) {
  const inside = () => part.elements.flatMap((piece) => pieceNode(piece, names));
  if (part.type === "rich_text_list") return list(part, names);
  if (part.type === "rich_text_preformatted") return h("pre", { tabindex: 0 }, h("code", {}, ...inside()));
  if (part.type === "rich_text_quote") return h("blockquote", {}, ...inside());
  return h("p", {}, ...inside());
}

function list(part, names) {
  const indent = part.indent ?? 0;
  const ordered = part.style === "ordered";
  const items = part.elements.map((item) => h("li", {}, ...item.elements.flatMap((piece) => pieceNode(piece, names))));
  const look = `indent-${Math.min(indent, 8)} ${ordered ? "ordered" : BULLETS[indent % 3]}`;
  return h(ordered ? "ol" : "ul", { class: look, start: ordered ? (part.offset ?? 0) + 1 : null }, ...items);
}

const PIECES = {
  text: (piece) => broken(piece.text),
  link: (piece) => [link(piece.url, piece.text || piece.url)],
  user: (piece, names) => [mention(`@${names.person(piece.user_id)}`)],
  usergroup: (piece, names) => [mention(`@${names.group(piece.usergroup_id)}`)],
  channel: (piece, names) => [mention(`#${names.channel(piece.channel_id)}`)],
  broadcast: (piece) => [mention(`@${piece.range}`)],
  emoji: (piece) => [emoji(piece.name)],
  date: (piece) => [new Date(piece.timestamp * 1000).toLocaleString()],
  color: (piece) => [piece.value],
};

const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u" };

function pieceNode(piece, names) {
  let nodes = PIECES[piece.type]?.(piece, names) ?? [piece.text ?? ""];
  for (const [style, tag] of Object.entries(STYLES)) {
    if (piece.style?.[style]) nodes = [h(tag, {}, ...nodes)];
  }
  return nodes;
}

function broken(text) {
  return text.split("\n").flatMap((line, position) => (position ? [h("br"), line] : [line]));
}
