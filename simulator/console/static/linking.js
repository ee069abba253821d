// Whose account is linked, how that ends, and who is speaking.
import { button, el, fill, group } from "./dom.js";
import { begin, carefully, perform, post, take } from "./service.js";

const HALF_A_YEAR = 184 * 24 * 3600;

export function linkPanel(panel, { state }) {
  fill(panel, account(state), state.real ? "" : speaker(state), ends(state), real(state));
}

function chooser(id, state, chosen) {
  const select = el("select", { id });
  for (const one of state.accounts) select.append(el("option", { value: one.name }, `${one.label} (${one.name})`));
  select.value = chosen ?? state.accounts[0].name;
  return select;
}

function account(state) {
  const linked = state.account;
  const told = linked ? `${linked.name ?? "An account"} is linked; Alexa's token lasts until ${new Date(linked.until).toLocaleString()}.` : "No account is linked.";
  const choose = chooser("account", state, linked?.name);
  return group("The listener's account", told,
    el("p", { class: "row" }, el("a", { class: "button main", id: "link-pages", href: "/link", target: "_blank", rel: "opener" },
      "Link through the log-in pages"), button("Unlink", () => perform({ do: "link", account: null }), { id: "unlink", disabled: !linked })),
    state.real ? "" : el("p", { class: "row" }, el("label", {}, "or at once: ", choose),
      button("Link it", () => perform({ do: "link", account: choose.value }), { id: "link-now" })));
}

function speaker(state) {
  const choose = chooser("speaker", state, state.speaker?.name ?? "ben");
  return group("Speaker", state.speaker ? `Alexa recognises ${state.speaker.name}, who linked an account of their own.` : "Alexa does not recognise the speaker: the account's own link counts.",
    el("p", { class: "row" }, el("label", {}, "Speaker ", choose),
      button("Recognise", () => perform({ do: "recognise", account: choose.value }), { id: "recognise" }),
      button("Recognise nobody", () => perform({ do: "recognise", account: null }), { disabled: !state.speaker })));
}

function ends(state) {
  const off = !state.account;
  return group("How a link ends", "Alexa refreshes a token that is an hour old without a word. After half a year, or when the permission is taken back, the listener has to link again.",
    el("p", { class: "row" },
      state.real ? "" : button("An hour passes", () => perform({ do: "wait", seconds: 3600 }), { disabled: off }),
      state.real ? "" : button("Half a year passes", () => perform({ do: "wait", seconds: HALF_A_YEAR }), { id: "half-year", disabled: off }),
      state.real ? "" : button("The listener takes it back", () => perform({ do: "revoke" }), { id: "revoke", disabled: off }),
      button("Disable the skill", () => perform({ do: "disable" }), { id: "disable" })));
}

function real(state) {
  const about = "Your own account and the real Web API, through your own Spotify app: its client id in SPOTIFY_CLIENT_ID, http://127.0.0.1/callback among its redirect URIs. Nothing of it is saved.";
  const act = state.real
    ? button("Back to the fake Spotify", () => begin({}))
    : button("Use the real Spotify", () => carefully(async () => take({ seen: [], state: (await post("/api/real", {})).state })), { disabled: !state.can_be_real });
  return group("Real Spotify", about, el("p", { class: "row" }, act, state.can_be_real ? "" : el("span", { class: "about" }, "SPOTIFY_CLIENT_ID is not set.")));
}
