// Whose Spotify account is linked.
import { el, group, button } from "./dom.js";
import { perform } from "./service.js";

export function linkPanel(panel, { state }) {
  const account = el("select", { id: "account" });
  for (const one of state.accounts) account.append(el("option", { value: one.name }, `${one.label} (${one.name})`));
  account.value = state.account ?? state.accounts[0].name;
  panel.replaceChildren(group("Account", state.account ? `${state.account} is linked.` : "No account is linked.",
    el("p", { class: "row" }, el("label", {}, "Account ", account),
      button("Link it", () => perform({ do: "link", account: account.value }), { class: "main" }),
      button("Unlink", () => perform({ do: "link", account: null }), { disabled: !state.account }))));
}
