// Asks "Are you sure?" as Block Kit's `confirm` describes it.

import { h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

const NAMES = { person: String, channel: String, group: String };

export function confirmed(question) {
  return new Promise((resolve) => {
    const answer = (value) => () => {
      dialog.close();
      resolve(value);
    };
    const dialog = h("dialog", { class: "modal confirm", "aria-labelledby": "confirm-title", onclose: () => dialog.remove(), oncancel: answer(false) },
      h("h2", { id: "confirm-title" }, question.title.text),
      h("p", {}, ...mrkdwn(question.text.text, NAMES)),
      h("footer", {},
        h("button", { class: "button", type: "button", onclick: answer(false) }, question.deny.text),
        h("button", { class: `button ${question.style ?? "primary"}`, type: "button", onclick: answer(true) }, question.confirm.text)));
    document.body.append(dialog);
    dialog.showModal();
  });
}
