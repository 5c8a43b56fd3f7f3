// The `markdown` block's part of Markdown -> DOM nodes: headings, lists, code, quotes, links, tables.

import { h } from "./dom.js";
import { link } from "./mrkdwn.js";

const INLINE = new RegExp(
  [
    "`(?<code>[^`]+)`",
    "\\*\\*(?<bold>.+?)\\*\\*",
    "(?<![\\w*])[*_](?<italic>[^*_\\s](?:[^*_]*[^*_\\s])?)[*_](?![\\w*])",
    "~~(?<strike>.+?)~~",
    "\\[(?<label>[^\\]]+)\\]\\((?<url>[^)\\s]+)\\)",
    "(?<bare>https?://[^\\s<>)]+)",
  ].join("|"),
  "g",
);

export function markdown(text) {
  const rows = text.split("\n");
  const nodes = [];
  while (rows.length) nodes.push(...take(rows));
  return h("div", { class: "rich" }, ...nodes);
}

function take(rows) {
  const row = rows[0];
  if (!row.trim()) {
    rows.shift();
    return [];
  }
  if (row.startsWith("```")) return [fence(rows)];
  const heading = /^(#{1,6})\s+(.*)$/.exec(row);
  if (heading) {
    rows.shift();
    return [h("p", { class: "md-heading" }, h("strong", {}, ...inline(heading[2])))];
  }
  if (/^>/.test(row)) return [h("blockquote", {}, ...paragraph(run(rows, /^>\s?/)))];
  if (/^\s*[-*+]\s/.test(row)) return [items(rows, "ul", /^\s*[-*+]\s+/)];
  if (/^\s*\d+[.)]\s/.test(row)) return [items(rows, "ol", /^\s*\d+[.)]\s+/)];
  if (row.includes("|") && /^[\s|:-]+$/.test(rows[1] ?? "")) return [table(rows)];
  const own = [];
  while (rows.length && rows[0].trim() && !/^(```|#{1,6}\s|>|\s*[-*+]\s|\s*\d+[.)]\s)/.test(rows[0])) own.push(rows.shift());
  return [h("p", {}, ...paragraph(own))];
}

function fence(rows) {
  rows.shift();
  const own = [];
  while (rows.length && !rows[0].startsWith("```")) own.push(rows.shift());
  rows.shift();
  return h("pre", { tabindex: 0 }, h("code", {}, own.join("\n")));
}

function run(rows, mark) {
  const own = [];
  while (rows.length && mark.test(rows[0])) own.push(rows.shift().replace(mark, ""));
  return own;
}

function items(rows, tag, mark) {
  return h(tag, {}, ...run(rows, mark).map((item) => h("li", {}, ...inline(item))));
}

function table(rows) {
  const cells = (row) => row.replace(/^\||\|$/g, "").split("|").map((cell) => inline(cell.trim()));
  const head = cells(rows.shift());
  rows.shift();
  const body = [];
  while (rows.length && rows[0].includes("|")) body.push(cells(rows.shift()));
  return h("table", {},
    h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, ...cell)))),
    h("tbody", {}, ...body.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, ...cell))))));
}

function paragraph(own) {
  return own.flatMap((row, position) => [...(position ? [h("br")] : []), ...inline(row)]);
}

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index), piece(match.groups));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== "");
}

function piece({ code, bold, italic, strike, label, url, bare }) {
  if (code) return h("code", {}, code);
  if (bold) return h("strong", {}, ...inline(bold));
  if (italic) return h("em", {}, ...inline(italic));
  if (strike) return h("s", {}, ...inline(strike));
  return link(url ?? bare, label ?? bare);
}
