// The elements of Block Kit that people use. `place` says where they stand and what a press does:
// { names, where, press(block, element, value), keep(block, element, value), held(block, element) }

import { h } from "./dom.js";
import { field } from "./fields.js";
import { menu } from "./menu.js";
import { confirmed } from "./confirm.js";

const rated = new Map(); // which feedback was given, so that it stays marked

const key = (place, block, element) => `${place.where} ${block.block_id} ${element.action_id}`;

export function element(block, item, place, options = {}) {
  const build = BUILD[item.type] ?? field;
  return build(block, item, place, options);
}

async function press(block, item, place, value) {
  if (item.confirm && !(await confirmed(item.confirm))) return;
  await place.press(block, item, value);
}

function button(block, item, place) {
  const look = `button ${item.style ?? ""}`;
  const common = {
    class: look, "data-focus": key(place, block, item), "aria-label": item.accessibility_label,
  };
  if (item.url && /^(https?:|mailto:)/i.test(item.url)) {
    return h("a", {
      ...common, href: item.url, target: "_blank", rel: "noopener noreferrer nofollow",
      onclick: () => press(block, item, place, item.value),
    }, item.text.text);
  }
  return h("button", { ...common, type: "button", onclick: (event) => busy(event.currentTarget, () => press(block, item, place, item.value)) }, label(item.text, place));
}

async function busy(node, work) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

function label(text, place) {
  return place.words(text);
}

function overflow(block, item, place) {
  return menu({
    label: "More choices", face: "⋯", look: "button", focus: key(place, block, item),
    items: item.options.map((option) => ({
      name: option.text.text, act: () => press(block, item, place, option.value),
    })),
  });
}

function feedback(block, item, place) {
  const id = `${place.me} ${key(place, block, item)}`;
  const one = (name, face) => {
    const choice = item[`${name}_button`];
    return h("button", {
      class: "icon-button rate", type: "button", "data-focus": `${id} ${name}`, title: choice.text.text,
      "aria-label": choice.accessibility_label ?? choice.text.text,
      "aria-pressed": rated.get(id) === name ? "true" : "false",
      onclick: (event) => {
        rated.set(id, name);
        for (const node of event.currentTarget.parentNode.children) node.setAttribute("aria-pressed", node === event.currentTarget ? "true" : "false");
        press(block, item, place, name);
      },
    }, h("span", { "aria-hidden": "true" }, face));
  };
  return h("div", { class: "feedback" }, one("positive", "👍"), one("negative", "👎"));
}

function icon(block, item, place) {
  return h("button", {
    class: "icon-button", type: "button", "data-focus": key(place, block, item), title: item.text.text,
    "aria-label": item.accessibility_label ?? item.text.text,
    onclick: () => press(block, item, place, item.value),
  }, h("span", { "aria-hidden": "true" }, "🗑"));
}

const BUILD = { button, workflow_button: button, overflow, feedback_buttons: feedback, icon_button: icon };
