// Builds DOM nodes from plain values; text always becomes a text node, never markup.

export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

const signatures = new WeakMap();

// Rebuilds a place only where what it shows has changed, and keeps the focus inside it.
export function refresh(place, shown, build) {
  const signature = JSON.stringify(shown);
  if (signatures.get(place) === signature) return false;
  signatures.set(place, signature);
  keepingFocus(place, () => place.replaceChildren(...[build()].flat(Infinity).filter(Boolean)));
  return true;
}

// Brings the children of a place in line with items, reusing the nodes of those that are unchanged.
export function refreshList(place, items, key, build) {
  const old = new Map([...place.children].map((node) => [node.dataset.key, node]));
  keepingFocus(place, () => {
    const nodes = items.map((item) => {
      const signature = JSON.stringify(item);
      const kept = old.get(key(item));
      if (kept && signatures.get(kept) === signature) return kept;
      const node = build(item);
      node.dataset.key = key(item);
      signatures.set(node, signature);
      return node;
    });
    for (const node of [...place.children]) if (!nodes.includes(node)) node.remove();
    nodes.forEach((node, position) => {
      if (place.children[position] !== node) place.insertBefore(node, place.children[position] ?? null);
    });
  });
}

function keepingFocus(place, change) {
  const focused = document.activeElement;
  const name = place.contains(focused) ? focused.dataset.focus : undefined;
  change();
  if (name && document.activeElement !== focused) {
    place.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus();
  }
}
