// Saving and replaying a conversation.
import { el } from "./dom.js";

export function replayPanel(panel, { state }) {
  panel.replaceChildren(el("p", { class: "empty" }, `${state.steps} steps so far.`));
}
