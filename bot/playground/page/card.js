// The first-visit card: six things to try, one click each, and how to go on. Once one was tried, a
// strip of their names stays above the messages, so that the card hides no result.

import { h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

const BOUNCE = `Your message could not be sent.

The mail server smtp.ionos.de answered:
550-Requested action not taken: mailbox unavailable
550 Sender address is not allowed.

From: max@gmail.com
User name: info@example.com`;

export function tries({ broken, sound }) {
  return [
    { channel: "#support", text: "@helpdesk Why does IONOS say \"Sender address is not allowed\"?", title: "Ask a question", about: "A mention in #support; the answer comes into its thread." },
    { channel: "#support", text: "@helpdesk Warum lehnt IONOS meine Absenderadresse ab?", title: "Auf Deutsch fragen", about: "Dieselbe Frage; geantwortet wird in Ihrer Sprache.", lang: "de" },
    { channel: "#support", text: "/checksender max@gmail.com info@example.com", title: "Check a sender", about: "May this address send through that mailbox? Only you see it." },
    { channel: "#support", text: `/checkspf ${sound}`, title: "Check an SPF record", about: `Which servers may send mail for ${sound}: the whole record, from DNS.` },
    { channel: "dm", text: BOUNCE, title: "Paste a bounce", about: "A refused mail, pasted into the direct message as a customer would." },
    { channel: "#support", text: `/checkspf ${broken}`, title: "Mend a broken record", about: `What is wrong with ${broken}, and the record to enter instead.` },
  ];
}

const listed = (desk) => tries({ broken: "two-records.example", sound: "ionos.de", ...desk.state.notes });

const closing = (desk) => h("button", { class: "icon-button", type: "button", "aria-label": "Close the card", title: "Close", "data-focus": "card-close", onclick: () => desk.showCard("closed") }, "✕");

export function stripNodes(desk) {
  return [
    ...listed(desk).map((one, position) => h("button", {
      class: "chip", type: "button", lang: one.lang, title: one.about, "data-focus": `try ${position}`, onclick: () => desk.tryOut(one),
    }, desk.tried.has(one.title) ? h("span", { "aria-hidden": "true" }, "✓ ") : null, one.title)),
    closing(desk),
  ];
}

export function cardNodes(desk) {
  return [
    h("div", { class: "card-head" }, h("h2", {}, "Six things to try"), closing(desk)),
    h("p", {}, "This is a small Slack on your own machine, with the real Helpdesk in it. One click tries a thing. Then change who you are at the top: agent, customer and admin see and may do different things; the customer is answered in #support even without a mention, where Helpdesk is sure."),
    h("ol", { class: "tries" }, ...listed(desk).map((one, position) => h("li", { lang: one.lang },
      h("button", { class: "try", type: "button", "data-focus": `try ${position}`, onclick: () => desk.tryOut(one) },
        h("b", {}, one.title), h("span", {}, one.about), h("code", {}, one.text.split("\n")[0]))))),
    demoDomains(desk),
    h("p", { class: "card-foot" }, h("b", {}, "Ask what no article answers, "), "then open Helpdesk → Home on the left, write the answer there as agent, and ask again in other words."),
    h("p", { class: "card-foot" }, h("b", {}, "Then for real: "),
      "the README says how to run it in Slack, in five steps: create the app from manifest.yaml, install it, set ",
      h("code", {}, "SLACK_BOT_TOKEN"), " and ", h("code", {}, "SLACK_APP_TOKEN"), ", and run ", h("code", {}, "make run"), " again."),
  ];
}

function demoDomains(desk) {
  const { domains, live } = desk.state.notes;
  if (!domains) return null;
  return h("details", { class: "card-more" }, h("summary", {}, `${live ? "With typical faults" : "No Internet here"}: ${Object.keys(domains).length} demo domains to check`),
    h("dl", { class: "facts" }, ...Object.entries(domains).flatMap(([name, about]) => [
      h("dt", {}, h("button", { class: "link", type: "button", onclick: () => desk.tryOut({ channel: "#support", text: `/checkspf ${name}` }) }, name)),
      h("dd", {}, ...mrkdwn(about, desk.names))])));
}
