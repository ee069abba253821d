// What the device shows: the skill's APL document, drawn by a real renderer in a frame
// that has no access to this page, or the same data as plain HTML.
import { byId, el } from "./dom.js";
import { current, perform, watch } from "./service.js";
import { plainView } from "./plain-view.js";
import { speak } from "./voice.js";

const FRAME = 12; // pixels of the glass's edges
let drawn = null;
let resize = null;

export function setUpScreen() {
  window.addEventListener("message", (event) => {
    const frame = byId("device").querySelector("iframe");
    if (!frame || event.source !== frame.contentWindow) return;
    hear(event.data, frame);
  });
  watch(draw);
}

function draw({ state, seen }) {
  const device = state.screens.find((one) => one.name === state.screen);
  const showing = device.width ? shownBy(seen) : null;
  const key = JSON.stringify([device.name, state.apl, showing?.number ?? null, theme()]);
  if (key === drawn) return;
  drawn = key;
  byId("renderer").textContent = described(device, showing, state);
  const frame = byId("device").querySelector("iframe");
  if (showing && state.apl && frame?.dataset.drawn && frame.dataset.device === device.name) {
    redraw(frame, device, showing.reply.screen);
    return;
  }
  resize?.disconnect();
  byId("device").replaceChildren(picture(device, showing, state));
}

// The frame draws the next screen, too: to load the renderer takes longest.
function redraw(frame, device, directive) {
  delete frame.dataset.drawn;
  frame.dataset.directive = toDraw(device, directive);
  frame.contentWindow.postMessage(JSON.parse(frame.dataset.directive), "*");
  byId("device").querySelector("details.words").replaceWith(inWords(directive));
}

function toDraw(device, directive) {
  return JSON.stringify({ directive, viewport: { ...device.viewport, theme: theme() } });
}

function inWords(directive) {
  return el("details", { class: "words" }, el("summary", {}, "The same in words"), plainView(directive, touch));
}

// The newest screen that is still there: a session that ended has put it away.
function shownBy(seen) {
  const last = seen.at(-1);
  if (!last) return null;
  const shown = seen.findLast((one) => one.reply.screen || one.heard?.kind === "launch");
  return last.open || last.reply.screen ? (shown?.reply.screen ? shown : null) : null;
}

// The device has the colours of the page.
function theme() {
  const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  return document.documentElement.dataset.theme ?? system;
}

function described(device, showing, state) {
  if (!device.width) return "no screen";
  if (!showing) return "nothing shown";
  return state.apl ? "APL, rendered" : "plain view (npm brings the renderer)";
}

function picture(device, showing, state) {
  if (!device.width) return el("p", { class: "empty" }, "This device has no screen; cards go to the Alexa app.");
  if (!showing) return el("p", { class: "empty" }, "The screen is dark.");
  const directive = showing.reply.screen;
  if (!state.apl) return plainView(directive, touch);
  const frame = el("iframe", { src: "/screen", sandbox: "allow-scripts", title: "The device's screen", scrolling: "no" });
  frame.dataset.device = device.name;
  frame.dataset.directive = toDraw(device, directive);
  frame.style.width = `${device.width}px`;
  frame.style.height = `${device.height}px`;
  const glass = el("div", { class: device.round ? "glass round" : "glass" }, frame);
  resize = new ResizeObserver(() => fit(glass, frame, device));
  resize.observe(byId("device"));
  return el("div", { class: "shown" }, glass, inWords(directive));
}

function fit(glass, frame, device) {
  const scale = Math.min(1, (byId("device").clientWidth - FRAME) / device.width, Math.max(440, window.innerHeight * 0.62) / device.height);
  frame.style.transform = `scale(${scale})`;
  glass.style.width = `${device.width * scale}px`;
  glass.style.height = `${device.height * scale}px`;
}

function hear(message, frame) {
  if (message.kind === "ready") frame.contentWindow.postMessage(JSON.parse(frame.dataset.directive), "*");
  if (message.kind === "touch") touch(message.arguments, message.token);
  if (message.kind === "drawn") frame.dataset.drawn = "true";
  if (message.kind === "failed") byId("renderer").textContent = `APL: ${message.text}`;
}

function touch(args, token) {
  perform({ do: "touch", arguments: args, token: token ?? "" }).then(speak);
}

export const shown = () => shownBy(current.seen);
