// The field to write in: Enter sends, Shift+Enter breaks the line, "/" and "@" offer completions.

import { h } from "./dom.js";
import { menu } from "./menu.js";

const drafts = new Map();

export class Composer {
  constructor(place, { id, label, send, offers, shortcuts }) {
    this.send = send;
    this.offers = offers;
    this.chosen = -1;
    this.list = h("ul", { class: "offers", role: "listbox", id: `${id}-offers`, "aria-label": "Completions", hidden: true });
    this.field = h("textarea", {
      id, rows: 1, class: "write", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list",
      "aria-controls": `${id}-offers`, "aria-label": label, placeholder: label,
      oninput: () => this.typed(), onkeydown: (event) => this.key(event), onblur: () => setTimeout(() => this.hide(), 150),
    });
    this.shortcuts = h("div", { class: "composer-tools" });
    place.replaceChildren(this.list, h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.field,
      h("div", { class: "composer-row" }, this.shortcuts,
        h("span", { class: "composer-hint", "aria-hidden": "true" }, h("b", {}, "Enter"), " sends · ", h("b", {}, "/"), " commands · ", h("b", {}, "@"), " names"),
        h("button", { class: "send", type: "submit", "aria-label": "Send", title: "Send" }, "➤"))));
    this.offerShortcuts(shortcuts);
  }

  offerShortcuts(items) {
    this.shortcuts.replaceChildren(...(items.length ? [menu({ label: "Shortcuts", face: "⚡", items, focus: "shortcuts" })] : []));
  }

  about(draft, label) {
    if (this.draft !== draft) {
      drafts.set(this.draft, this.field.value);
      this.draft = draft;
      this.field.value = drafts.get(draft) ?? "";
      this.grow();
    }
    this.field.placeholder = label;
    this.field.setAttribute("aria-label", label);
  }

  typed() {
    this.grow();
    const before = this.field.value.slice(0, this.field.selectionStart);
    this.word = /(?:^\/|(?<=^|\s)@)[\w.-]*$/.exec(before)?.[0];
    const found = this.word === undefined ? [] : this.offers(this.word);
    this.chosen = found.length ? 0 : -1;
    this.found = found;
    this.list.replaceChildren(...found.map((offer, position) => h("li", {
      role: "option", id: `${this.list.id}-${position}`, "aria-selected": position === 0 ? "true" : "false",
      onmousedown: (event) => { event.preventDefault(); this.take(position); },
    }, h("b", {}, offer.name), h("span", {}, offer.about))));
    this.list.hidden = found.length === 0;
    this.announce();
  }

  announce() {
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    if (this.chosen < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `${this.list.id}-${this.chosen}`);
    [...this.list.children].forEach((node, position) => node.setAttribute("aria-selected", String(position === this.chosen)));
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!this.list.hidden && step) {
      this.chosen = (this.chosen + step + this.found.length) % this.found.length;
      this.announce();
    } else if (!this.list.hidden && (event.key === "Tab" || event.key === "Enter") && this.word !== this.found[this.chosen].name) {
      this.take(this.chosen);
    } else if (!this.list.hidden && event.key === "Escape") {
      this.hide();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      this.submit();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(position) {
    const end = this.field.selectionStart;
    const start = end - this.word.length;
    const { value } = this.field;
    const name = `${this.found[position].name} `;
    this.field.value = value.slice(0, start) + name + value.slice(end).trimStart();
    this.field.setSelectionRange(start + name.length, start + name.length);
    this.hide();
    this.field.focus();
  }

  hide() {
    this.list.hidden = true;
    this.chosen = -1;
    this.announce();
  }

  grow() {
    this.field.rows = Math.min(10, Math.max(1, this.field.value.split("\n").length));
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    this.hide();
    this.field.value = "";
    this.grow();
    if (!(await this.send(text))) {
      this.field.value ||= text;
      this.grow();
    }
  }
}
