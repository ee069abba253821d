// Wires the page together; each part draws itself from the state.
import { byId, choices } from "./dom.js";
import { perform, problem, refresh, watch } from "./service.js";
import { setUpTalk } from "./talk.js";
import { setUpScreen } from "./screen.js";
import { setUpTabs } from "./tabs.js";

function setUpChoices() {
  byId("locale").addEventListener("change", (event) => perform({ do: "speak", locale: event.target.value }));
  byId("screen").addEventListener("change", (event) => perform({ do: "show", screen: event.target.value }));
  watch(({ state }) => {
    choices(byId("locale"), state.locales.map(({ code, name }) => [code, name]), state.locale);
    choices(byId("screen"), state.screens.map(({ name, label }) => [name, label]), state.screen);
  });
}

function setUpTheme() {
  const chosen = localStorage.getItem("theme") ?? "";
  const apply = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  byId("theme").value = chosen;
  apply(chosen);
  byId("theme").addEventListener("change", (event) => {
    localStorage.setItem("theme", event.target.value);
    apply(event.target.value);
  });
}

setUpTheme();
setUpChoices();
setUpTalk();
setUpScreen();
setUpTabs();
// Back from the log-in pages in another window: somebody may be linked now.
window.addEventListener("focus", () => refresh().catch((error) => problem(error.message)));
refresh().catch((error) => problem(error.message));
