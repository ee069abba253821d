// Cards as the Alexa app shows them.
import { button, el, localPicture } from "./dom.js";
import { openTab } from "./tabs.js";

export function card(card, state) {
  if (card.type === "LinkAccount") {
    return el("article", { class: "card", "aria-label": "Card in the Alexa app" },
      el("h3", {}, "Link your account"),
      el("p", {}, "The skill would like to see your Spotify library."),
      button("Link account", () => openTab("link"), { class: "main" }));
  }
  const picture = card.image?.largeImageUrl ?? card.image?.smallImageUrl;
  return el("article", { class: "card", lang: state.locale, "aria-label": "Card in the Alexa app" },
    picture ? el("img", { src: localPicture(picture), alt: "" }) : null,
    el("h3", {}, card.title ?? ""),
    el("p", {}, card.text ?? card.content ?? ""));
}
