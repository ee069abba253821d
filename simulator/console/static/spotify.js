// What plays at Spotify, on which device, and the listener's library as it changes.
import { button, el, fill, group } from "./dom.js";
import { begin } from "./service.js";

export function spotifyPanel(panel, { state }) {
  if (!state.spotify) {
    panel.replaceChildren(el("p", { class: "empty" }, state.real ? "What plays at the real Spotify is not shown here." : "No account is linked: nothing plays."), switches(state));
    return;
  }
  fill(panel, playing(state.spotify.player), library(state.spotify.library), switches(state));
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function playing(player) {
  const silent = !player.track && !player.advertisement;
  const name = player.advertisement ? "An advertisement" : player.track;
  const line = silent ? el("p", { id: "now-playing" }, "Nothing plays.")
    : el("p", { id: "now-playing" }, el("strong", {}, name), ` · ${player.playing ? "plays" : "paused"}`,
      player.advertisement ? "" : ` at ${clock(player.seconds)} of ${clock(player.length)}`, player.shuffled ? " · shuffled" : "");
  const devices = el("ul", { class: "pills", id: "devices", "aria-label": "Devices" }, ...player.devices.map((one) =>
    el("li", {}, one.name, one.active ? " · active" : "", one.restricted ? " · takes no commands" : "")));
  return group("Now playing", null, line,
    player.next.length ? el("p", { class: "about" }, `Then ${player.next.join("; ")}`) : null,
    player.devices.length ? devices : el("p", { class: "about" }, "No device is open."));
}

function library(shelf) {
  return group("The listener's library", null,
    el("p", { id: "saved" }, `${shelf.saved} saved songs${shelf.saved_last.length ? `, the last: ${shelf.saved_last.join("; ")}` : ""}`),
    el("p", { id: "playlists" }, `${shelf.playlists} playlists${shelf.changed.length ? "; changed:" : ", none changed so far"}`),
    shelf.changed.length ? el("ul", {}, ...shelf.changed.map((one) => el("li", {}, `${one.name}, now with ${one.size} ${one.size === 1 ? "song" : "songs"}`))) : null);
}

// The two switches of the operator; each begins a new conversation.
function switches({ scene, real }) {
  if (real) return "";
  const plays = scene.playback !== "off";
  const saves = scene.library_writes === "on";
  return group("What the skill may do", "PLAYBACK and LIBRARY_WRITES are settings of the operator, both off by default; here saving begins switched on. A change begins anew.",
    el("p", { class: "row" },
      button("Play on devices", () => begin({ playback: plays ? "off" : "spotify-connect" }), { id: "playback", "aria-pressed": String(plays) }),
      button("Save and add", () => begin({ library_writes: saves ? "off" : "on" }), { id: "writes", "aria-pressed": String(saves) })));
}
