// Puts the page together and draws it anew whenever the state changes.

import { blockNodes } from "./blocks.js";
import { cardNodes, stripNodes } from "./card.js";
import { Composer } from "./composer.js";
import { Desk } from "./desk.js";
import { byId, h, refresh } from "./dom.js";
import { showInspection } from "./inspector.js";
import { FIRST, Live } from "./live.js";
import { showMessages } from "./messages.js";
import { Modal } from "./modal.js";
import { showRoles } from "./roles.js";
import { showSidebar } from "./sidebar.js";
import { startTheme } from "./theme.js";

const NEAR = 80; // pixels from the end that still count as reading the latest

const live = new Live((state) => { desk.take(state); draw(); }, () => lost());
const desk = new Desk(live, byId("toasts"), draw);
desk.showInspection = (inspection) => showInspection(byId("inspector"), inspection, desk);
const modal = new Modal(byId("modal"), desk);
const write = new Composer(byId("composer"), {
  id: "write", label: "Message", offers, shortcuts: [], send: (text) => desk.write(text),
});
const reply = new Composer(byId("thread-composer"), {
  id: "thread-write", label: "Reply…", offers, shortcuts: [], send: (text) => desk.write(text, desk.thread),
});
desk.become = (id) => { localStorage.setItem("person", id); live.open(id); };

function offers(word) {
  if (word.startsWith("/")) {
    return desk.state.commands.filter(({ name }) => name.startsWith(word))
      .map(({ name, description, usage }) => ({ name, about: `${usage} — ${description}` }));
  }
  const people = Object.values(desk.state.people).map(({ name, real_name }) => ({ name: `@${name}`, about: real_name }));
  const groups = Object.values(desk.state.groups).map((handle) => ({ name: `@${handle}`, about: "user group" }));
  return [...people, ...groups].filter(({ name }) => name.startsWith(word));
}

function lost() {
  byId("connection").textContent = "The playground does not answer; trying again…";
  byId("connection").className = "bar-state off";
}

function draw() {
  if (!desk.state) return;
  const { state, here } = desk;
  showConnection(state.connected);
  showRoles(byId("roles"), desk);
  showSidebar(byId("sidebar"), desk);
  showHead(here);
  following(byId("scroll"), () => showConversation(here));
  following(byId("thread-scroll"), showThread);
  modal.show(state.modal);
  document.title = `${here.kind === "im" ? "Helpdesk" : `#${here.name}`} · Helpdesk playground`;
}

function showConnection(connected) {
  const place = byId("connection");
  place.className = connected ? "bar-state on" : "bar-state off";
  const words = connected ? "Helpdesk is connected" : "No bot is connected";
  if (place.textContent !== words) place.textContent = words;
}

function showHead(here) {
  const isApp = here.kind === "im";
  refresh(byId("head"), [here, desk.tab], () => [
    h("h1", {}, isApp ? "Helpdesk" : `# ${here.name}`),
    isApp ? h("div", { class: "tabs", role: "tablist", "aria-label": "Helpdesk" }, tab("home", "Home"), tab("messages", "Messages")) : h("p", {}, here.purpose),
    here.bot_in ? null : h("button", { class: "button", type: "button", "data-focus": "invite", onclick: () => desk.do("invite", { channel: here.id }) }, "Invite Helpdesk"),
  ]);
}

function tab(name, words) {
  const chosen = desk.tab === name;
  return h("button", {
    role: "tab", type: "button", class: "tab", "aria-selected": String(chosen), "data-focus": `tab ${name}`,
    tabindex: chosen ? 0 : -1, onclick: () => desk.showTab(name),
    onkeydown: (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      desk.showTab(name === "home" ? "messages" : "home");
      document.querySelector(".tab[aria-selected=true]")?.focus();
    },
  }, words);
}

function showConversation(here) {
  const home = atHome();
  byId("card").hidden = desk.card !== "open" || home;
  byId("strip").hidden = desk.card !== "strip" || home;
  byId("home").hidden = !home;
  byId("nothing").hidden = home || desk.card === "open" || desk.inChannel().length > 0;
  byId("messages").hidden = byId("composer").hidden = home;
  if (desk.card === "open") refresh(byId("card"), desk.state.notes, () => cardNodes(desk));
  if (desk.card === "strip") refresh(byId("strip"), [desk.state.notes, ...desk.tried], () => stripNodes(desk));
  if (home) showHome();
  showMessages(byId("messages"), desk.inChannel(), desk, { inThread: false });
  byId("status").textContent = home ? "" : desk.status();
  write.about(`${desk.me} ${here.id}`, here.kind === "im" ? "Message Helpdesk" : `Message #${here.name}`);
  write.offerShortcuts(desk.state.shortcuts.filter((one) => !one.on_message)
    .map(({ id, name }) => ({ name, act: () => desk.do("shortcut", { id }) })));
}

function showHome() {
  const view = desk.state.home;
  refresh(byId("home"), view, () => (view
    ? blockNodes(view.blocks, desk.place(view.id))
    : h("p", { class: "empty" }, "The app has not published a Home tab for you yet.")));
}

function showThread() {
  const open = desk.thread !== null;
  document.body.classList.toggle("with-thread", open);
  byId("thread").hidden = !open;
  if (!open) return;
  refresh(byId("thread-head"), [desk.here.name], () => [
    h("h2", {}, "Thread"), h("p", {}, desk.here.kind === "im" ? "Helpdesk" : `# ${desk.here.name}`),
    h("button", { class: "icon-button", type: "button", "aria-label": "Close the thread", title: "Close", onclick: () => desk.closeThread() }, "✕"),
  ]);
  showMessages(byId("thread-messages"), desk.inThread(), desk, { inThread: true });
  byId("thread-status").textContent = desk.status(desk.thread);
  reply.about(`${desk.me} ${desk.thread}`, "Reply…");
}

// Keeps the end in sight where it was in sight, and shows the end of a place just opened; of a
// message that is longer than the place, its beginning.
const places = new WeakMap();
const ends = new WeakMap();
const near = new WeakMap();
const atHome = () => desk.tab === "home" && desk.here.kind === "im";
function following(scroll, change) {
  const where = `${desk.me} ${desk.channel} ${scroll.id === "scroll" ? desk.tab : desk.thread}`;
  const moved = places.get(scroll) !== where;
  const wasNear = isNear(scroll);
  places.set(scroll, where);
  change();
  const grew = ends.get(scroll) !== scroll.scrollHeight;
  ends.set(scroll, scroll.scrollHeight);
  if (scroll.id === "scroll" && atHome()) scroll.scrollTop = moved ? 0 : scroll.scrollTop;
  else if (moved || (wasNear && grew)) scroll.scrollTop = endOf(scroll);
}

const isNear = (scroll) => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;

desk.toEnd = (id, toStart = false) => { byId(id).scrollTop = toStart ? 0 : byId(id).scrollHeight; };

// Whoever reads the latest goes on reading it where the place becomes narrower or lower.
const resized = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    if (near.get(target) && !(desk.state && atHome())) target.scrollTop = target.scrollHeight;
  }
});
for (const id of ["scroll", "thread-scroll"]) {
  const place = byId(id);
  place.addEventListener("scroll", () => near.set(place, isNear(place)));
  resized.observe(place);
}

function endOf(scroll) {
  const last = scroll.querySelector(".message:last-child");
  if (!last) return 0;
  return last.offsetHeight > scroll.clientHeight - NEAR ? last.offsetTop - scroll.offsetTop - 8 : scroll.scrollHeight;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && desk.thread && !event.defaultPrevented && !document.querySelector("dialog[open]")) desk.closeThread();
});
addEventListener("focus", draw);
startTheme(byId("theme"));
live.open(localStorage.getItem("person") ?? FIRST);
