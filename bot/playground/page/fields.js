// Menus, choices and text fields of Block Kit, as the browser's own controls.

import { h } from "./dom.js";

const TEXT = { email_text_input: "email", url_text_input: "url", number_input: "text", datepicker: "date", timepicker: "time" };
const PEOPLE = /users_select$/;
const CHANNELS = /(conversations|channels)_select$/;

export function field(block, item, place, { id, describedBy, asks = false } = {}) {
  const change = (value) => (asks && !block.dispatch_action ? place.keep(block, item, value) : place.press(block, item, value));
  const held = place.held(block, item) ?? initial(item);
  const common = {
    id, "data-focus": `${place.where} ${block.block_id} ${item.action_id}`, "aria-describedby": describedBy,
    "aria-label": id ? null : item.placeholder?.text ?? "Choose", "aria-labelledby": id ? `${id}-label` : null,
    autofocus: item.focus_on_load,
  };
  if (item.type === "checkboxes" || item.type === "radio_buttons") return choices(item, held, change, common);
  if (item.type.startsWith("multi_")) return several(item, place, held, change, common);
  if (item.type.endsWith("_select")) return one(item, place, held, change, common);
  return typed(block, item, held, { place, change, common });
}

function initial(item) {
  return item.initial_option?.value ?? item.initial_options?.map((option) => option.value) ?? item.initial_value
    ?? item.initial_user ?? item.initial_users ?? item.initial_conversation ?? item.initial_conversations
    ?? item.initial_channel ?? item.initial_channels ?? item.initial_date ?? item.initial_time ?? null;
}

function listed(item, place) {
  if (PEOPLE.test(item.type)) return place.people().map(({ id, name }) => ({ value: id, words: name }));
  if (CHANNELS.test(item.type)) return place.channels().map(({ id, name }) => ({ value: id, words: `#${name}` }));
  return (item.options ?? []).map((option) => ({ value: option.value, words: option.text.text }));
}

function one(item, place, held, change, common) {
  const optionNode = ({ value, words }) => h("option", { value, selected: value === held }, words);
  const groups = (item.option_groups ?? []).map((group) =>
    h("optgroup", { label: group.label.text }, ...listed({ type: item.type, options: group.options }, place).map(optionNode)));
  return h("select", { class: "select", ...common, onchange: (event) => change(event.currentTarget.value || null) },
    h("option", { value: "", selected: held === null }, item.placeholder?.text ?? "Choose an option"),
    ...listed(item, place).map(optionNode), ...groups);
}

function several(item, place, held, change, common) {
  const chosen = new Set(held ?? []);
  const options = [...listed(item, place), ...(item.option_groups ?? []).flatMap((group) => listed({ type: item.type, options: group.options }, place))];
  const toggle = (value, on) => {
    if (on) chosen.add(value);
    else chosen.delete(value);
    change([...chosen]);
  };
  return h("fieldset", { class: "choices several", ...common },
    ...options.map(({ value, words }) => box("checkbox", common.id, { value, words, on: chosen.has(value) }, (on) => toggle(value, on))));
}

function choices(item, held, change, common) {
  const many = item.type === "checkboxes";
  const chosen = new Set(many ? held ?? [] : [held]);
  const toggle = (value, on) => {
    if (!many) chosen.clear();
    if (on) chosen.add(value);
    else chosen.delete(value);
    change(many ? [...chosen] : value);
  };
  return h("fieldset", { class: "choices", ...common },
    ...item.options.map((option) => box(many ? "checkbox" : "radio", common["data-focus"],
      { value: option.value, words: option.text.text, on: chosen.has(option.value), more: option.description?.text },
      (on) => toggle(option.value, on))));
}

function box(type, name, { value, words, on, more }, change) {
  return h("label", { class: "choice" },
    h("input", { type, name, value, checked: on, onchange: (event) => change(event.currentTarget.checked) }),
    h("span", {}, words, more ? h("small", {}, more) : null));
}

function typed(block, item, held, { place, change, common }) {
  const attributes = {
    class: "text-field", ...common, placeholder: item.placeholder?.text, maxlength: item.max_length,
    oninput: (event) => place.keep(block, item, event.currentTarget.value),
    onkeydown: (event) => {
      if (event.key === "Enter" && block.dispatch_action && !item.multiline) change(event.currentTarget.value);
    },
  };
  if (item.multiline) return h("textarea", { ...attributes, rows: 6 }, held ?? "");
  return h("input", { ...attributes, type: TEXT[item.type] ?? "text", inputmode: item.type === "number_input" ? "decimal" : null, value: held });
}
