// A modal of the app in the browser's own dialog, which keeps the focus inside by itself.

import { blockNodes, words } from "./blocks.js";
import { h } from "./dom.js";

export class Modal {
  constructor(dialog, desk) {
    this.dialog = dialog;
    this.desk = desk;
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    });
  }

  show(view) {
    if (!view) {
      this.view = null;
      this.dialog.close();
      return;
    }
    if (this.view?.id === view.id && this.view.hash === view.hash) return;
    if (this.view?.id !== view.id) this.held = {};
    this.view = view;
    this.problems = {};
    this.draw();
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.querySelector("[autofocus], .input input, .input textarea, .input select, footer button")?.focus();
  }

  draw() {
    const { view } = this;
    const { names } = this.desk;
    this.dialog.replaceChildren(h("form", { method: "dialog", novalidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      h("header", {}, h("h2", { id: "modal-title" }, ...words(view.title, names)),
        h("button", { class: "icon-button", type: "button", "aria-label": "Close", onclick: () => this.leave() }, "✕")),
      h("div", { class: "modal-body" }, ...blockNodes(view.blocks, this.desk.place(view.id, this.held, (block) => this.problems[block])),
        this.problems[""] ? h("p", { class: "hint problem", role: "alert" }, this.problems[""]) : null),
      h("footer", {},
        h("button", { class: "button", type: "button", onclick: () => this.leave() }, view.close?.text ?? "Close"),
        view.submit ? h("button", { class: "button primary", type: "submit" }, view.submit.text) : null)));
  }

  async submit() {
    const button = this.dialog.querySelector("[type=submit]");
    button.disabled = true;
    this.problems = (await this.desk.do("submit", { values: this.held })) ?? {};
    button.disabled = false;
    if (Object.keys(this.problems).length) {
      this.draw();
      this.dialog.querySelector(".problem")?.closest(".input")?.querySelector("input, textarea, select")?.focus();
    }
  }

  leave() {
    this.desk.do("close");
  }
}
