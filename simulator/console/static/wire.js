// Request and response of the selected turn, as they travelled.
import { el, group } from "./dom.js";
import { selectedTurn } from "./service.js";

export function wirePanel(panel) {
  const seen = selectedTurn();
  if (!seen?.request) {
    panel.replaceChildren(el("p", { class: "empty" }, "Nothing travelled yet."));
    return;
  }
  panel.replaceChildren(
    group("Request", "Signed, and sent to POST /alexa.", json(seen.request, "Request")),
    group("Response", seen.reply.status === 200 ? null : `Status ${seen.reply.status}: ${seen.reply.problem}`, json(seen.response, "Response")));
}

function json(value, name) {
  return el("pre", { tabindex: "0", "aria-label": name }, value === null ? "(none)" : JSON.stringify(value, null, 2));
}
