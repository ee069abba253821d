// What can be made to go wrong: Spotify, the cache, the device, the signature, time.
import { button, choices, el, fill, group } from "./dom.js";
import { begin, perform } from "./service.js";

const PLACES = ["*", "GET /me", "GET /me/playlists", "GET /playlists/*/items", "GET /me/top/*", "GET /me/player/recently-played",
  "GET /me/tracks", "GET /me/following", "GET /search", "GET /artists/*/albums"];
const FORGERIES = { unsigned: "without a signature", forged: "signed by somebody else", altered: "altered on the way" };
const wish = { kind: "error_html", endpoint: "*", times: "", seconds: "1", retry_after: "" };

export function breakPanel(panel, { state }) {
  fill(panel, spotify(state), cache(state), requests(state));
}

function field(label, name, attributes) {
  return el("label", {}, `${label} `, el("input", { ...attributes, value: wish[name], oninput: (event) => { wish[name] = event.target.value; } }));
}

function selection(label, name, options, attributes = {}) {
  const select = el("select", { ...attributes, onchange: (event) => { wish[name] = event.target.value; } });
  choices(select, options, wish[name]);
  return el("label", {}, `${label} `, select);
}

function fault() {
  const [kind, quirk] = wish.kind.split(":");
  const made = { kind, endpoint: wish.endpoint, ...(quirk ? { quirk } : {}) };
  if (wish.times) made.times = Number(wish.times);
  if (wish.retry_after) made.retry_after = Number(wish.retry_after);
  return { ...made, seconds: Number(wish.seconds) || 1 };
}

const odd = (quirk) => `odd answers: ${quirk.replaceAll("_", " ")}`;
const label = (state, one) => one.quirk ? odd(one.quirk) : state.fault_kinds.find(({ kind }) => kind === one.kind)?.label ?? one.kind;
const kinds = (state) => [...state.fault_kinds.map(({ kind, label }) => [kind, label]), ...state.quirks.map((quirk) => [`quirk:${quirk}`, odd(quirk)])];

function spotify(state) {
  const inForce = state.faults.map((one) => el("li", {}, `${label(state, one)} at ${one.endpoint === "*" ? "every call" : one.endpoint}, ${one.struck} struck${one.times ? ` of ${one.times}` : ""}`));
  return group("Spotify", inForce.length ? "In force:" : "Nothing is broken.",
    inForce.length ? el("ul", { id: "faults" }, ...inForce) : "",
    el("p", { class: "row" }, selection("Fault", "kind", kinds(state), { id: "fault" }), selection("at", "endpoint", PLACES.map((one) => [one, one === "*" ? "every call" : one]), { id: "endpoint" }),
      field("times", "times", { type: "number", min: 1, max: 999, placeholder: "all" }),
      field("seconds", "seconds", { type: "number", min: 0, max: 60, step: 0.1 }),
      field("Retry-After", "retry_after", { type: "number", min: 0, max: 86400, placeholder: "none" })),
    el("p", { class: "row" }, button("Break it", () => perform({ do: "break", fault: fault() }), { id: "break-it", class: "main" }),
      button("Heal everything", () => perform({ do: "heal" }), { id: "heal", disabled: !state.faults.length })));
}

function cache(state) {
  const where = state.scene.cache === "redis"
    ? ["up", "slow", "down"].map((one) => button(`Redis is ${one}`, () => perform({ do: "redis", state: one }), { "aria-pressed": String(state.redis === one), disabled: state.redis === one }))
    : [button("Begin anew with Redis", () => begin({ cache: "redis" }), { id: "with-redis" })];
  const back = state.scene.cache === "redis" ? button("Begin anew without Redis", () => begin({ cache: "memory" })) : "";
  return group("Cache", state.scene.cache === "redis" ? `The cache is in Redis, which is ${state.redis}.` : "The cache is in this process.", el("p", { class: "row" }, ...where, back));
}

function requests(state) {
  const skew = el("input", { type: "number", id: "skew", min: -86400, max: 86400, value: state.skew });
  const forgery = el("select", { id: "tampering" });
  choices(forgery, [["", "Alexa's own"], ...state.tamperings.map((one) => [one, FORGERIES[one] ?? one])], state.tampering ?? "");
  forgery.addEventListener("change", () => perform({ do: "tamper", with: forgery.value || null }));
  return group("Requests", "Alexa's clock may be 150 seconds off; what is not signed by her is refused.",
    el("p", { class: "row" }, el("label", {}, "Requests are ", forgery), el("label", {}, "The device's clock is off by ", skew, " seconds"),
      button("Set", () => perform({ do: "skew", seconds: Number(skew.value) }))),
    el("p", { class: "row" }, button("A day passes", () => perform({ do: "wait", seconds: 86400 })), el("span", { class: "about" }, `It is ${new Date(state.now).toLocaleString()}.`)));
}
