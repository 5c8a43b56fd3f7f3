// A button that opens a small menu: arrow keys move, Escape and a click elsewhere close it.

import { h } from "./dom.js";

let open = null;

document.addEventListener("click", (event) => {
  if (open && !open.place.contains(event.target)) open.close();
});

export function menu({ label, face, look = "", focus, items }) {
  const list = h("div", { class: "menu-list", role: "menu", "aria-label": label, hidden: true });
  const button = h("button", {
    class: `menu-button ${look}`, type: "button", "aria-haspopup": "menu", "aria-expanded": "false",
    "aria-label": label, title: label, "data-focus": focus, onclick: () => (list.hidden ? show() : close()),
  }, face);
  const place = h("div", { class: "menu" }, button, list);

  function show() {
    open?.close();
    open = { place, close };
    list.replaceChildren(...items.map((item) => itemNode(item, close, button)));
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    list.classList.toggle("upwards", button.getBoundingClientRect().bottom + list.offsetHeight > innerHeight - 8);
    list.firstElementChild?.focus();
  }

  function close() {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (open?.place === place) open = null;
  }

  place.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const nodes = [...list.children];
    const here = nodes.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) nodes.at((here + step + nodes.length) % nodes.length).focus();
    if (event.key === "Escape" || event.key === "Tab") {
      close();
      button.focus();
    }
    if (step || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  return place;
}

function itemNode({ name, act, danger }, close, button) {
  return h("button", {
    class: danger ? "menu-item danger" : "menu-item", type: "button", role: "menuitem", tabindex: -1,
    onclick: (event) => {
      event.stopPropagation();
      close();
      button.focus();
      act();
    },
  }, name);
}
