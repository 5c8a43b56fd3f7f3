// Who one is: agent, customer or admin, at a click or with the arrow keys.

import { h, refresh } from "./dom.js";

export function showRoles(place, desk) {
  const people = Object.values(desk.state.people).filter((person) => person.role);
  refresh(place, desk.me, () => people.map((person, position) => {
    const chosen = person.id === desk.me;
    return h("button", {
      type: "button", role: "radio", class: "role", "aria-checked": String(chosen), tabindex: chosen ? 0 : -1,
      "data-focus": `role ${person.id}`, title: `Be ${person.real_name}`, onclick: () => desk.become(person.id),
      onkeydown: (event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const next = people[(position + step + people.length) % people.length];
        place.children[people.indexOf(next)].focus();
        desk.become(next.id);
      },
    }, h("span", { class: `swatch ${person.role}`, "aria-hidden": "true" }), `${person.real_name.split(" ")[0]} · ${person.role}`);
  }));
}
