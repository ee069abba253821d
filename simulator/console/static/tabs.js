// The panels of the step report, as tabs that arrow keys move through.
import { byId, el, redraw } from "./dom.js";
import { current, watch } from "./service.js";
import { turnPanel } from "./turn.js";
import { wirePanel } from "./wire.js";
import { spotifyPanel } from "./spotify.js";
import { linkPanel } from "./linking.js";
import { breakPanel } from "./breaking.js";
import { replayPanel } from "./replaying.js";

const PANELS = [
  ["turn", "What happened", turnPanel],
  ["wire", "On the wire", wirePanel],
  ["spotify", "Spotify", spotifyPanel],
  ["link", "Link", linkPanel],
  ["break", "Break things", breakPanel],
  ["replay", "Replay", replayPanel],
];
let shown = "turn";

export function setUpTabs() {
  byId("tabs").append(...PANELS.map(([id, label]) => el("button", {
    type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}`,
    onclick: () => openTab(id), onkeydown: (event) => move(event, id),
  }, label)));
  byId("panels").append(...PANELS.map(([id]) => el("div", {
    role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, tabindex: "0", class: "panel",
  })));
  watch(draw);
}

export function openTab(id) {
  shown = id;
  draw(current);
  byId(`tab-${id}`).focus();
}

function move(event, id) {
  const at = PANELS.findIndex(([one]) => one === id);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: PANELS.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  openTab(PANELS[(to + PANELS.length) % PANELS.length][0]);
}

function draw(now) {
  for (const [id, , panel] of PANELS) {
    const on = id === shown;
    byId(`tab-${id}`).setAttribute("aria-selected", on);
    byId(`tab-${id}`).tabIndex = on ? 0 : -1;
    byId(`panel-${id}`).hidden = !on;
    if (on && now.state) redraw(byId(`panel-${id}`), () => panel(byId(`panel-${id}`), now));
  }
}
