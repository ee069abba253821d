// Elements from values; text is always text, never markup.
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// Fills an element with what there is; null stands for nothing.
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(Boolean));
}

// Draws anew what is inside an element; whoever had the keyboard there keeps it.
export function redraw(container, draw) {
  const held = container.contains(document.activeElement) && document.activeElement !== container ? document.activeElement : null;
  const again = held && ((one) => one.tagName === held.tagName && (held.id ? one.id === held.id : one.textContent === held.textContent));
  draw();
  if (!held || container.contains(document.activeElement)) return;
  const same = [...container.querySelectorAll(held.tagName)].find(again);
  (same && !same.disabled ? same : container).focus();
}

// The skill shows https pictures only; the fake Spotify on this machine has no TLS.
export const localPicture = (address) => address.replace("https://127.0.0.1:", "http://127.0.0.1:");

export const byId = (id) => document.getElementById(id);

// Replaces the options of a select and keeps what is chosen.
export function choices(select, options, chosen) {
  select.replaceChildren(...options.map(([value, label]) => el("option", { value }, label)));
  select.value = chosen;
}

// A labelled group of things: heading, explanation, contents.
export function group(title, about, ...contents) {
  return el("section", { class: "group" }, el("h3", {}, title),
    about ? el("p", { class: "about" }, about) : null, ...contents);
}

export function button(label, act, attributes = {}) {
  return el("button", { type: "button", ...attributes, onclick: act }, label);
}
