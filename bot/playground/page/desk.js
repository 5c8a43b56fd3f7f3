// What a person at the page sees and does: the state from the server, and where they look.

import { unescape } from "./mrkdwn.js";
import { words } from "./blocks.js";
import { h } from "./dom.js";

const SHOWN = 7000; // milliseconds a toast stays

export class Desk {
  constructor(live, toasts, draw) {
    this.live = live;
    this.toasts = toasts;
    this.draw = draw;
    this.state = null;
    this.channel = null;
    this.thread = null;
    this.tab = "messages";
    this.editing = null;
    this.card = localStorage.getItem("card") ?? "open"; // or "strip", or "closed"
    this.tried = new Set();
    this.asked = new Set(); // own messages whose first reply opens their thread
    this.openedItself = false;
    this.seen = new Map();
    this.marks = new Map();
    this.names = {
      person: (id) => this.state.people[id]?.name ?? id,
      channel: (id) => this.state.channels.find((channel) => channel.id === id)?.name ?? id,
      group: (id) => this.state.groups[id] ?? id,
    };
  }

  get me() {
    return this.state.me;
  }

  get here() {
    return this.state?.channels.find((channel) => channel.id === this.channel);
  }

  person(id) {
    return this.state.people[id] ?? { id, name: id, real_name: id, role: "" };
  }

  // Takes a new state; another person's keeps the place where one looked.
  take(state) {
    const before = this.here;
    const another = this.state !== null && this.state.me !== state.me;
    this.state = state;
    if (!this.here) {
      const same = before?.kind === "im" ? state.channels.find((channel) => channel.kind === "im") : state.channels[0];
      this.channel = (same ?? state.channels[0]).id;
      this.thread = null;
    }
    if (another && this.here.kind === "im") this.do("home", { tab: this.tab });
    if (this.thread && !this.messages().some((message) => message.ts === this.thread)) this.thread = null;
    this.showAnswer();
  }

  // The answer to one's own question opens beside, where no other thread was opened by hand.
  showAnswer() {
    const answered = this.messages().find((message) => this.asked.has(message.ts) && message.reply_count);
    if (!answered) return;
    this.asked.delete(answered.ts);
    if ((this.thread && !this.openedItself) || this.narrow) return;
    this.thread = answered.ts;
    this.openedItself = true;
  }

  get narrow() {
    return matchMedia("(max-width: 60rem)").matches; // then a thread covers the conversation
  }

  messages() {
    return this.state.messages[this.channel] ?? [];
  }

  inChannel() {
    return this.messages().filter((message) => !message.thread_ts || message.thread_ts === message.ts);
  }

  inThread() {
    return this.messages().filter((message) => message.ts === this.thread || message.thread_ts === this.thread);
  }

  status(thread) {
    const found = this.state.statuses.filter((one) => one.channel === this.channel && (thread ? one.thread === thread : true));
    return found.map((one) => `${this.person(this.state.bot).real_name} ${one.text}`).join(" ");
  }

  isUnread(channel) {
    const latest = (this.state.messages[channel] ?? []).filter((message) => message.user !== this.me).at(-1)?.ts ?? "";
    const id = `${this.me} ${channel}`;
    if (channel === this.channel && document.hasFocus()) this.seen.set(id, latest);
    return latest > (this.seen.get(id) ?? "");
  }

  go(channel) {
    if (this.channel !== channel) this.thread = null;
    this.channel = channel;
    this.tab = "messages";
    this.draw();
    if (this.here.kind === "im") this.do("home", { tab: "messages" });
  }

  openThread(ts) {
    this.thread = ts;
    this.openedItself = false;
    this.draw();
    document.getElementById("thread-write")?.focus();
  }

  closeThread() {
    this.thread = null;
    this.draw();
    document.getElementById("write")?.focus();
  }

  showTab(tab) {
    this.tab = tab;
    this.draw();
    return this.do("home", { tab });
  }

  showCard(look) {
    this.card = look;
    localStorage.setItem("card", look);
    if (look === "open") this.tab = "messages";
    this.draw();
    this.toEnd("scroll", look === "open");
    if (look === "open") document.querySelector(".card button.try")?.focus();
  }

  edit(ts) {
    this.editing = ts;
    this.draw();
    if (ts) document.querySelector(".editor textarea")?.focus();
  }

  async saveEdit(ts, text) {
    await this.do("edit", { ts, text });
    this.edit(null);
  }

  // A message's text as its author typed it.
  typedForm(text) {
    const plain = text.replace(/<@([^|>]+)[^>]*>/g, (_, id) => `@${this.names.person(id)}`)
      .replace(/<#[^|>]+\|([^>]*)>/g, "#$1").replace(/<!subteam[^|>]*\|([^>]*)>/g, "$1")
      .replace(/<(?:[^|>]*\|)?([^>]*)>/g, "$1");
    return unescape(plain);
  }

  // Does something on the server; a refusal is shown, and gives undefined.
  async do(deed, fields) {
    try {
      return await this.live.ask(deed, fields);
    } catch (error) {
      this.toast(error.message);
      return undefined;
    }
  }

  async write(text, thread) {
    this.toEnd(thread ? "thread-scroll" : "scroll");
    try {
      const ts = await this.live.ask("write", { channel: this.channel, text, thread });
      if (ts && !thread) this.asked.add(ts);
      this.toasts.replaceChildren();
      return ts ?? true;
    } catch (error) {
      this.toast(error.message);
      return false;
    }
  }

  async tryOut({ title, channel, text }) {
    const found = this.state.channels.find((one) => (channel === "dm" ? one.kind === "im" : `#${one.name}` === channel));
    this.tried.add(title);
    this.go(found.id);
    if (this.card === "open") this.showCard(this.narrow ? "closed" : "strip");
    const ts = await this.write(text);
    if (typeof ts !== "string") return;
    this.openThread(ts);
    this.openedItself = true;
  }

  async inspect(ts) {
    const inspection = await this.do("inspect", { ts });
    if (inspection) this.showInspection(inspection);
  }

  toast(text) {
    const node = h("p", { class: "toast" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), SHOWN);
  }

  // Where blocks stand: what their elements need to know and do.
  place(where, held = this.heldIn(where), problem = undefined) {
    const id = (block, element) => `${block.block_id}/${element.action_id}`;
    return {
      names: this.names, me: this.me, where, problem,
      words: (text) => words(text, this.names),
      people: () => Object.values(this.state.people).filter((person) => person.role).map((person) => ({ id: person.id, name: person.real_name })),
      channels: () => this.state.channels.filter((channel) => channel.kind !== "im"),
      held: (block, element) => held[id(block, element)],
      keep: (block, element, value) => { held[id(block, element)] = value; },
      press: (block, element, value) => {
        held[id(block, element)] = value;
        return this.do("press", { where, action: element.action_id, block: block.block_id, value, state: held });
      },
    };
  }

  heldIn(where) {
    if (!this.marks.has(where)) this.marks.set(where, {});
    return this.marks.get(where);
  }
}
