// Messages as Slack shows them: author, time, body, reactions, replies, and the bar of actions.

import { blockNodes } from "./blocks.js";
import { h, refreshList } from "./dom.js";
import { menu } from "./menu.js";
import { emoji, mrkdwn } from "./mrkdwn.js";

const TOGETHER = 300; // seconds in which messages of one author stand under one name

export function showMessages(list, messages, desk, { inThread }) {
  const items = messages.map((message, position) => ({
    message, inThread, me: desk.me,
    compact: isCompact(messages[position - 1], message, inThread),
    editing: desk.editing === message.ts,
  }));
  refreshList(list, items, ({ message }) => message.ts, (item) => messageNode(item, desk));
}

function isCompact(before, message, inThread) {
  if (!before || before.user !== message.user || message.only_for || before.only_for) return false;
  if (before.reply_count && !inThread) return false;
  return Number(message.ts) - Number(before.ts) < TOGETHER;
}

function messageNode({ message, compact, inThread, editing }, desk) {
  const person = desk.person(message.user);
  const body = editing ? editor(message, desk) : h("div", { class: "body" }, ...bodyNodes(message, desk));
  const name = compact ? null : h("p", { class: "author" },
    h("strong", {}, person.real_name),
    person.bot ? h("span", { class: "badge" }, "App") : null,
    person.guest ? h("span", { class: "badge" }, "Guest") : null,
    timeNode(message.ts, "time"));
  return h("article", {
    class: `message${compact ? " compact" : ""}${message.only_for ? " hidden-from-others" : ""}`,
    "aria-label": `${person.real_name}, ${clock(message.ts)}`,
  },
  message.only_for ? onlyYou(message, desk) : null,
  compact ? timeNode(message.ts, "gutter") : avatar(person),
  h("div", { class: "content" }, name, body, reactions(message, desk), inThread ? null : replies(message, desk)),
  bar(message, desk, inThread));
}

function bodyNodes(message, desk) {
  const edited = message.edited && !desk.person(message.user).bot ? h("span", { class: "edited" }, " (edited)") : null;
  if (!message.blocks) return [h("div", { class: "text" }, ...mrkdwn(message.text, { ...desk.names, auto: desk.person(message.user).bot }), edited)];
  return blockNodes(message.blocks, desk.place(message.ts));
}

function onlyYou(message, desk) {
  return h("p", { class: "only-you" }, h("span", { "aria-hidden": "true" }, "👁 "), "Only visible to you · ",
    h("button", { class: "link", type: "button", "data-focus": `dismiss ${message.ts}`, onclick: () => desk.do("dismiss", { ts: message.ts }) }, "Dismiss"));
}

export function avatar(person) {
  const initials = person.real_name.split(" ").map((word) => word[0]).join("").slice(0, 2);
  return h("span", { class: `avatar ${person.bot ? "bot" : person.role || "slackbot"}`, "aria-hidden": "true" }, initials);
}

export function clock(ts) {
  return new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

function timeNode(ts, look) {
  const words = look === "gutter" ? clock(ts).replace(/\s?[AP]M$/, "") : clock(ts);
  return h("time", { class: look, datetime: new Date(Number(ts) * 1000).toISOString(), title: new Date(Number(ts) * 1000).toLocaleString() }, words);
}

function reactions(message, desk) {
  if (!message.reactions?.length) return null;
  return h("div", { class: "reactions" }, ...message.reactions.map(({ name, users, count }) =>
    h("span", { class: "reaction", title: users.map((user) => desk.person(user).real_name).join(", ") }, emoji(name), ` ${count}`)));
}

function replies(message, desk) {
  if (!message.reply_count) return null;
  const words = message.reply_count === 1 ? "1 reply" : `${message.reply_count} replies`;
  return h("button", { class: "replies", type: "button", "data-focus": `replies ${message.ts}`, onclick: () => desk.openThread(message.ts) },
    ...message.reply_users.map((user) => avatar(desk.person(user))), h("span", {}, words),
    h("span", { class: "last" }, `Last reply at ${clock(message.latest_reply)}`));
}

function bar(message, desk, inThread) {
  const mine = message.user === desk.me;
  const shortcuts = desk.state.shortcuts.filter((shortcut) => shortcut.on_message && !message.only_for)
    .map(({ id, name }) => ({ name: `${name} · Helpdesk`, act: () => desk.do("shortcut", { id, ts: message.ts }) }));
  const items = [
    ...shortcuts,
    ...(message.only_for ? [] : ["thumbsup", "eyes"].map((name) => ({ name: `React with :${name}:`, act: () => desk.do("react", { ts: message.ts, name }) }))),
    ...(mine ? [
      { name: "Edit message", act: () => desk.edit(message.ts) },
      { name: "Delete message", danger: true, act: () => desk.do("delete", { ts: message.ts }) },
    ] : []),
    { name: "Inspect: blocks, events, why", act: () => desk.inspect(message.ts) },
  ];
  const reply = inThread || message.only_for ? null : h("button", {
    class: "menu-button", type: "button", title: "Reply in thread", "aria-label": "Reply in thread",
    "data-focus": `reply ${message.ts}`, onclick: () => desk.openThread(message.ts),
  }, h("span", { "aria-hidden": "true" }, "💬"));
  return h("div", { class: "message-bar" }, reply,
    h("button", { class: "menu-button", type: "button", title: "Inspect", "aria-label": "Inspect", "data-focus": `inspect ${message.ts}`, onclick: () => desk.inspect(message.ts) },
      h("span", { "aria-hidden": "true" }, "🔎")),
    menu({ label: "More actions", face: h("span", { "aria-hidden": "true" }, "⋮"), focus: `more ${message.ts}`, items }));
}

function editor(message, desk) {
  const text = h("textarea", { class: "text-field", rows: 3, "aria-label": "Edit message", autofocus: true }, desk.typedForm(message.text));
  const save = () => desk.saveEdit(message.ts, text.value);
  return h("form", { class: "editor", onsubmit: (event) => { event.preventDefault(); save(); },
    onkeydown: (event) => { if (event.key === "Escape") desk.edit(null); } }, text,
  h("div", { class: "actions" },
    h("button", { class: "button", type: "button", onclick: () => desk.edit(null) }, "Cancel"),
    h("button", { class: "button primary", type: "submit" }, "Save")));
}
