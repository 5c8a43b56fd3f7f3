// Slack's mrkdwn -> DOM nodes: tokens, code, bold, italic, strike, quotes, emoji.

import { h } from "./dom.js";
import { EMOJI } from "./emoji.js";

const SAFE = /^(https?:|mailto:)/i;
const BLOCK = /```\n?([\s\S]*?)\n?```/g;
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<token>[^<>\\n]+)>",
    "(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])",
    "(?<![\\w_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])",
    "(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])",
    "(?<emoji>:[a-z0-9_+-]+:)",
  ].join("|"),
  "g",
);

export const unescape = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// What Slack links by itself in an app's text, unless the app says `verbatim`.
const TYPED = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"\]]|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|info|biz|eu|[a-z]{2})(?![\w-]|\.\w)/gi;

// A whole text. `names` knows people, groups and channels by their ids; `names.auto` links what
// looks like an address.
export function mrkdwn(text, names) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(BLOCK)) {
    nodes.push(...lines(text.slice(end, match.index), names));
    nodes.push(h("pre", {}, h("code", {}, ...unlinked(match[1]))));
    end = match.index + match[0].length;
    if (text[end] === "\n") end += 1;
  }
  return [...nodes, ...lines(text.slice(end), names)];
}

// In code Slack shows a link as its words.
function unlinked(text) {
  return [unescape(text.replace(/<(?:[^<>|\n]+\|)?([^<>\n]+)>/g, "$1"))];
}

function lines(text, names) {
  const nodes = [];
  let quote = [];
  const closeQuote = () => {
    if (quote.length) nodes.push(h("blockquote", {}, ...quote.slice(0, -1)));
    quote = [];
  };
  const all = text.split("\n");
  all.forEach((line, position) => {
    if (/^(&gt;|>)/.test(line)) {
      quote.push(...inline(line.replace(/^(&gt;|>)\s*/, ""), names), h("br"));
      return;
    }
    closeQuote();
    nodes.push(...inline(line, names));
    if (position < all.length - 1) nodes.push(h("br"));
  });
  closeQuote();
  return nodes;
}

export function inline(text, names) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(...plain(text.slice(end, match.index), names), piece(match, names));
    end = match.index + match[0].length;
  }
  return [...nodes, ...plain(text.slice(end), names)];
}

function plain(text, names) {
  const shown = unescape(text);
  if (!names.auto) return shown ? [shown] : [];
  const nodes = [];
  let end = 0;
  for (const match of shown.matchAll(TYPED)) {
    nodes.push(shown.slice(end, match.index), link(match[0].includes("://") ? match[0] : `http://${match[0]}`, match[0]));
    end = match.index + match[0].length;
  }
  return [...nodes, shown.slice(end)].filter((node) => node !== "");
}

function piece(match, names) {
  const { code, token, bold, italic, strike, emoji: named } = match.groups;
  if (code) return h("code", {}, ...unlinked(code));
  if (token) return tokenNode(token, names);
  if (bold) return h("strong", {}, ...inline(bold, names));
  if (italic) return h("em", {}, ...inline(italic, names));
  if (strike) return h("s", {}, ...inline(strike, names));
  return emoji(named.slice(1, -1));
}

export function emoji(name) {
  const shown = EMOJI[name];
  return shown ? h("span", { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " ") }, shown) : `:${name}:`;
}

export function mention(words) {
  return h("span", { class: "mention" }, words);
}

export function link(url, words) {
  if (!SAFE.test(url)) return words;
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, words);
}

function tokenNode(token, names) {
  const [target, label] = splitOnce(token);
  if (target.startsWith("@")) return mention(`@${names.person(target.slice(1))}`);
  if (target.startsWith("#")) return mention(`#${label || names.channel(target.slice(1))}`);
  if (target.startsWith("!subteam^")) return mention(label || `@${names.group(target.slice(9))}`);
  if (target.startsWith("!date^")) return label ?? "";
  if (target.startsWith("!")) return mention(label || `@${target.slice(1)}`);
  return link(unescape(target), unescape(label || target.replace(/^mailto:/, "")));
}

function splitOnce(token) {
  const bar = token.indexOf("|");
  return bar < 0 ? [token, ""] : [token.slice(0, bar), token.slice(bar + 1)];
}
