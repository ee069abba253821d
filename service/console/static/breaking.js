// What can be made to go wrong.
import { el, group, button } from "./dom.js";
import { perform } from "./service.js";

export function breakPanel(panel, { state }) {
  const kind = el("select", {});
  for (const one of state.fault_kinds) kind.append(el("option", { value: one }, one));
  panel.replaceChildren(group("Spotify", null,
    el("p", { class: "row" }, el("label", {}, "Fault ", kind),
      button("Break", () => perform({ do: "break", fault: { kind: kind.value } }), { class: "main" }),
      button("Heal everything", () => perform({ do: "heal" })))));
}
