// The conversation: what was said, what came back, and what one could say next.
import { byId, button, el } from "./dom.js";
import { current, perform, problem, select, watch } from "./service.js";
import { card } from "./cards.js";
import { setUpDictation, speak } from "./voice.js";

const SILENT = { open: "(opens the skill)", silence: "(stays silent)", leave: "(leaves)", touch: "(touches the screen)", link: "(links an account)", disable: "(disables the skill)" };

const SAYS_NOTHING = "(no words)";

export function setUpTalk() {
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("say").value.trim();
    if (text) say(text);
  });
  byId("open").addEventListener("click", () => perform({ do: "open" }).then(speak));
  byId("silence").addEventListener("click", () => perform({ do: "silence" }).then(speak));
  byId("leave").addEventListener("click", () => perform({ do: "leave" }));
  byId("first").addEventListener("click", converse);
  setUpDictation(say, problem);
  watch(draw);
}

// The first conversation: the skill is opened, then one sentence after the other.
async function converse() {
  byId("say").focus();
  if (!await perform({ do: "open" })) return;
  for (const text of current.state.first) {
    if (!await perform({ do: "say", text })) return;
  }
}

export async function say(text) {
  byId("say").value = "";
  const seen = await perform({ do: "say", text });
  byId("say").focus();
  speak(seen);
}

function draw({ state, seen, selected }) {
  drawLog(seen, selected, state);
  byId("welcome").hidden = seen.length > 0;
  byId("session").textContent = status(state.session);
  byId("session").dataset.on = state.session.microphone;
  byId("leave").disabled = !state.session.open;
  byId("silence").disabled = !state.session.open;
  byId("suggestions").replaceChildren(...state.suggestions.map((text) => button(text, () => say(text))));
  byId("say").placeholder = state.suggestions[0] ?? "";
  byId("sentences").replaceChildren(...state.sentences.map((value) => el("option", { value })));
}

function status({ open, microphone }) {
  if (microphone) return "Alexa is listening";
  return open ? "session open" : "no session";
}

// Only what is new is added, so that a screen reader hears it once.
function drawLog(seen, selected, state) {
  const log = byId("log");
  if (log.children.length > seen.length || (log.firstElementChild && !seen.length)) log.replaceChildren();
  const fresh = seen.slice(log.children.length);
  log.append(...fresh.map((one) => turn(one, state)));
  for (const entry of log.children) entry.classList.toggle("selected", Number(entry.dataset.number) === selected);
  if (fresh.length) byId("scroll").scrollTop = log.scrollHeight;
}

function turn(seen, state) {
  const { reply } = seen;
  return el("li", { "data-number": seen.number },
    el("p", { class: "you", lang: state.locale }, el("span", { class: "hidden" }, "You: "), seen.said ?? SILENT[seen.kind]),
    ...seen.progressive.map((text) => el("p", { class: "alexa early", lang: state.locale }, text)),
    answer(seen, state.locale),
    reply.card ? card(reply.card, state) : null,
    facts(seen));
}

function answer({ reply }, lang) {
  const name = el("span", { class: "hidden" }, "Alexa: ");
  if (reply.problem) return el("p", { class: "alexa refused" }, name, `${reply.status === 200 ? "" : `${reply.status} `}${reply.problem}`);
  return el("p", { class: "alexa", lang }, name, reply.speech || SAYS_NOTHING);
}

function facts(seen) {
  const heard = seen.heard?.intent ?? (seen.heard?.kind === "launch" ? "LaunchRequest" : null);
  const parts = [heard ?? seen.turn?.type, seen.ms === null ? null : `${seen.ms.toFixed(0)} ms`,
    seen.turn ? `${seen.turn.calls.length} Spotify calls` : null].filter(Boolean);
  return el("p", { class: "facts" }, el("span", {}, parts.join(" · ")),
    button("What happened", () => select(seen.number), { "aria-label": `What happened in turn ${seen.number}` }));
}
