// The column on the left: the card, channels, and the app with its DM and Home tab.

import { h, refresh } from "./dom.js";
import { avatar } from "./messages.js";

export function showSidebar(place, desk) {
  const { channels } = desk.state;
  const unread = channels.filter((channel) => desk.isUnread(channel.id)).map((channel) => channel.id);
  const shown = { channels, unread, here: desk.channel, me: desk.me, notes: desk.state.notes };
  refresh(place, shown, () => [
    h("p", { class: "team" }, desk.state.workspace),
    h("button", { class: "side-item", type: "button", "data-focus": "card", onclick: () => desk.showCard("open") },
      h("span", { class: "side-mark", "aria-hidden": "true" }, "✨"), "Six things to try"),
    group("Channels", channels.filter((channel) => channel.kind !== "im"), unread, desk),
    group("Apps", channels.filter((channel) => channel.kind === "im"), unread, desk),
    h("div", { class: "side-foot" }, ...notes(desk)),
  ]);
}

function group(title, channels, unread, desk) {
  return h("section", { class: "side-group" }, h("h2", {}, title),
    h("ul", {}, ...channels.map((channel) => h("li", {}, item(channel, unread.includes(channel.id), desk)))));
}

function item(channel, unread, desk) {
  const isApp = channel.kind === "im";
  const here = channel.id === desk.channel;
  return h("button", {
    class: `side-item${here ? " here" : ""}${unread ? " unread" : ""}`, type: "button",
    "aria-current": here ? "page" : null, "data-focus": `channel ${channel.id}`, onclick: () => desk.go(channel.id),
  },
  isApp ? avatar(desk.person(desk.state.bot)) : h("span", { class: "side-mark", "aria-hidden": "true" }, channel.kind === "group" ? "🔒" : "#"),
  isApp ? desk.person(desk.state.bot).real_name : channel.name,
  unread ? h("span", { class: "dot" }, h("span", { class: "unseen" }, "unread")) : null);
}

function notes(desk) {
  const { dns, live } = desk.state.notes;
  const leaves = live ? " Nothing you type leaves it, but the names that a check asks DNS for." : " Nothing you type leaves it.";
  return [
    dns ? h("p", { class: "note" }, h("b", {}, "DNS "), dns) : null,
    h("p", { class: "note" }, "A stand-in for Slack on this machine.", dns ? leaves : null),
  ];
}
