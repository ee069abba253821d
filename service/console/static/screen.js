// What the device shows.
import { byId, el } from "./dom.js";
import { watch } from "./service.js";

export function setUpScreen() {
  watch(({ state }) => {
    byId("renderer").textContent = state.screen === "none" ? "no screen" : "screen";
    byId("device").replaceChildren(el("p", { class: "empty" }, "Nothing on the screen."));
  });
}
