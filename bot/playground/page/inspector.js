// The inspector: why this answer, what happened when, and the message as JSON.

import { h } from "./dom.js";

const KINDS = { events_api: "event", slash_commands: "command", interactive: "interaction" };

export function showInspection(dialog, { message, steps, why }, desk) {
  const start = steps[0]?.at ?? 0;
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "inspector-title" }, "Inspector"),
      h("button", { class: "icon-button", type: "button", "aria-label": "Close", onclick: () => dialog.close() }, "✕")),
    h("div", { class: "modal-body" },
      why ? h("section", {}, h("h3", {}, "Why this answer"), facts(why)) : null,
      h("section", {}, h("h3", {}, "What happened"),
        steps.length ? h("ol", { class: "steps" }, ...steps.map((step) => stepNode(step, start))) : h("p", {}, "Nothing was sent to the app about this message.")),
      h("section", {}, h("h3", {}, "Blocks as JSON"), json(message.blocks ?? []), copyButton(message.blocks ?? [], desk)),
      h("section", {}, h("h3", {}, "The whole message"), json(message))));
  if (!dialog.open) dialog.showModal();
}

function facts(why) {
  return h("dl", { class: "facts" }, ...Object.entries(why).flatMap(([name, value]) => [
    h("dt", {}, name.replaceAll("_", " ")),
    h("dd", {}, Array.isArray(value) ? h("ol", { class: "ranked" }, ...value.map((one) => h("li", {}, String(one)))) : typeof value === "object" ? json(value) : String(value)),
  ]));
}

function stepNode(step, start) {
  const when = `+${Math.round((step.at - start) * 1000)} ms`;
  return h("li", { class: step.kind }, h("details", {},
    h("summary", {}, h("time", {}, when), h("b", {}, step.title), h("span", {}, outcome(step))),
    json(step.json)));
}

function outcome(step) {
  if (step.kind === "call") return step.error ? `refused: ${step.error}` : "call of the app, accepted";
  const kind = KINDS[step.type] ?? step.type;
  const again = step.attempts > 1 ? `, attempt ${step.attempts}` : "";
  if (step.acked_after === null) return `${kind}, not acknowledged${again}`;
  return `${kind}, acknowledged after ${(step.acked_after * 1000).toFixed(0)} ms${again}`;
}

function json(value) {
  return h("pre", { class: "json", tabindex: 0 }, h("code", {}, JSON.stringify(value, null, 2)));
}

function copyButton(value, desk) {
  return h("button", { class: "button", type: "button", onclick: async () => {
    await navigator.clipboard.writeText(JSON.stringify({ blocks: value }, null, 2));
    desk.toast("Copied; Slack's Block Kit Builder takes it.");
  } }, "Copy blocks");
}
