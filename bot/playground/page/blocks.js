// Block Kit -> DOM nodes. `place` is described in elements.js.

import { h } from "./dom.js";
import { element } from "./elements.js";
import { markdown } from "./markdown.js";
import { emoji, mrkdwn } from "./mrkdwn.js";
import { richText } from "./richtext.js";

export function blockNodes(blocks, place) {
  return blocks.map((block) => (BUILD[block.type] ?? unknown)(block, place));
}

// A text object: mrkdwn as such, plain text with its emoji codes.
export function words(text, names) {
  if (text.type === "mrkdwn") return mrkdwn(text.text, { ...names, auto: !text.verbatim });
  return text.text.split(/(:[a-z0-9_+-]+:)/).filter(Boolean)
    .map((part) => (/^:.+:$/.test(part) ? emoji(part.slice(1, -1)) : part));
}

function section(block, place) {
  const text = block.text ? h("div", { class: "text" }, ...words(block.text, place.names)) : null;
  const fields = block.fields
    ? h("div", { class: "fields" }, ...block.fields.map((one) => h("div", { class: "text" }, ...words(one, place.names))))
    : null;
  const accessory = block.accessory
    ? h("div", { class: "accessory" }, block.accessory.type === "image" ? image(block.accessory) : element(block, block.accessory, place))
    : null;
  return h("div", { class: "block section" }, h("div", { class: "section-body" }, text, fields), accessory);
}

function header(block, place) {
  return h("h3", { class: "block block-header" }, ...words(block.text, place.names));
}

function context(block, place) {
  return h("div", { class: "block context" }, ...block.elements.map((item) =>
    item.type === "image" ? image(item) : h("span", {}, ...words(item, place.names))));
}

function actions(block, place) {
  return h("div", { class: "block actions" }, ...block.elements.map((item) => element(block, item, place)));
}

function input(block, place) {
  const id = `field-${place.where}-${block.block_id}`.replace(/[^\w-]/g, "_");
  const problem = place.problem?.(block.block_id);
  const group = /^(checkboxes|radio_buttons|multi_)/.test(block.element.type);
  return h("div", { class: "block input" },
    h(group ? "span" : "label", { class: "input-label", for: group ? null : id, id: `${id}-label` },
      block.label.text, block.optional ? h("span", { class: "optional" }, " (optional)") : null),
    element(block, block.element, place, { id, describedBy: `${id}-hint`, asks: true }),
    h("p", { class: problem ? "hint problem" : "hint", id: `${id}-hint`, role: problem ? "alert" : null }, problem ?? block.hint?.text ?? ""));
}

// Nothing is loaded from outside: an image is named, not shown.
function image(item) {
  return h("figure", { class: "image", role: "img", "aria-label": item.alt_text },
    h("figcaption", {}, `🖼 ${item.title?.text ?? item.alt_text}`, h("small", {}, "Images are not loaded here.")));
}

function table(block, place) {
  const align = (column) => `align-${block.column_settings?.[column]?.align ?? "left"}`;
  const cell = (tag) => (item, column) => h(tag, { class: align(column), scope: tag === "th" ? "col" : null },
    item.type === "rich_text" ? richText(item, place.names) : item.text);
  const [first, ...rest] = block.rows;
  return h("div", { class: "block table", tabindex: 0, role: "region", "aria-label": "Table" }, h("table", {},
    h("thead", {}, h("tr", {}, ...first.map(cell("th")))),
    h("tbody", {}, ...rest.map((row) => h("tr", {}, ...row.map(cell("td")))))));
}

function alert(block, place) {
  return h("div", { class: `block alert ${block.level ?? ""}`, role: "note" }, ...words(block.text, place.names));
}

function unknown(block) {
  return h("div", { class: "block context" }, `[a block of the type ${block.type}]`);
}

const BUILD = {
  section, header, context, actions, input, table, alert,
  context_actions: actions,
  divider: () => h("hr", { class: "block" }),
  image: (block) => h("div", { class: "block" }, image(block)),
  markdown: (block) => h("div", { class: "block" }, markdown(block.text)),
  rich_text: (block, place) => h("div", { class: "block" }, richText(block, place.names)),
};
