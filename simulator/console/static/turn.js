// The step report: one turn as a waterfall of steps and Spotify calls within eight seconds.
import { el, fill, group } from "./dom.js";
import { selectedTurn } from "./service.js";

const ROLES = {
  memory: "from memory", redis: "from Redis", fetch: "fetched", follow: "shared another's fetch",
  stale: "stale, refreshed behind", off: "cache out, fetched",
};

export function turnPanel(panel, { state }) {
  const seen = selectedTurn();
  if (!seen) {
    panel.replaceChildren(el("p", { class: "empty" }, "Say something: here you see where the time went."));
    return;
  }
  const turn = seen.turn;
  fill(panel,
    turn ? summary(turn) : el("p", { class: "empty" }, "The skill was not asked: Alexa does this by herself."),
    turn ? waterfall(turn) : null,
    turn ? cache(turn) : null,
    brokenRules(seen),
    meanwhile(seen),
    understood(seen),
    names(state),
    log(seen),
  );
}

function summary(turn) {
  const used = Math.min(100, turn.ms / turn.waits_ms * 100);
  const meter = el("div", { class: "budget", role: "img", "aria-label": `${turn.ms} of ${turn.waits_ms} milliseconds` }, el("span"));
  meter.firstChild.style.width = `${Math.max(used, 0.4)}%`;
  return el("div", { class: "summary" },
    el("p", {}, el("strong", {}, `${ms(turn.ms)}`), ` of the ${turn.waits_ms / 1000} s that Alexa waits · `,
      el("span", { class: `outcome ${turn.outcome}` }, turn.reason ? `${turn.outcome}: ${turn.reason}` : turn.outcome)),
    meter);
}

function waterfall(turn) {
  const span = Math.max(turn.ms, 1);
  const rows = [
    ...turn.phases.map((phase) => ({ ...phase, kind: "phase" })),
    ...turn.calls.map((call) => ({ ...call, kind: "call", name: call.endpoint })),
  ].sort((one, other) => one.began_ms - other.began_ms || (one.kind === "phase" ? -1 : 1));
  return el("table", { class: "waterfall" },
    el("caption", {}, "Steps and Spotify calls"),
    el("thead", {}, el("tr", {}, ...["Step", "Result", "Time", "When"].map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...rows.map((row) => line(row, span))));
}

function line(row, span) {
  const bar = el("span", { class: `bar-${row.kind} ${row.status >= 400 || row.status === null ? "failed" : ""}` });
  bar.style.marginLeft = `${row.began_ms / span * 100}%`;
  bar.style.width = `${Math.max(row.ms / span * 100, 0.6)}%`;
  const retry = row.attempt > 1 ? ` (attempt ${row.attempt})` : "";
  const result = row.kind === "call" ? `${row.status ?? "no answer"}${row.outcome === "ok" ? "" : ` ${row.outcome}`}${retry}` : "";
  return el("tr", { class: row.kind },
    el("th", { scope: "row" }, row.name), el("td", {}, result), el("td", { class: "number" }, ms(row.ms)),
    el("td", { class: "bar" }, bar));
}

function cache(turn) {
  if (!turn.cache.length) return null;
  const times = new Map();
  for (const { kind, role } of turn.cache) {
    const text = `${kind.replaceAll("_", " ")}: ${ROLES[role] ?? role}`;
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  return group("Cache", null, el("ul", { class: "pills" },
    ...[...times].map(([text, count]) => el("li", {}, count > 1 ? `${text} (${count} times)` : text))));
}

function brokenRules({ violations }) {
  return violations.length ? group("Rules of Alexa's that the response breaks", null,
    el("ul", { class: "violations" }, ...violations.map((rule) => el("li", {}, rule)))) : null;
}

function meanwhile({ progressive }) {
  return progressive.length ? group("Said before the answer", null, ...progressive.map((text) => el("p", {}, text))) : null;
}

function understood({ heard, reply }) {
  if (!heard) return null;
  const slots = heard.slots.map((slot) => el("li", {}, el("b", {}, slot.name), ` = “${slot.value}”`,
    slot.matches.length ? ` → ${slot.matches.map((match) => `${match.name} (${match.dynamic ? "listener's own" : "model"}, ${match.id})`).join("; ")}` : ""));
  return group("Understood", null, el("p", {}, heard.intent ?? heard.kind,
    heard.sample ? ` – “${heard.sample}”` : ""), slots.length ? el("ul", {}, ...slots) : null,
  reply.reprompt ? el("p", {}, el("b", {}, "Reprompt: "), reply.reprompt) : null);
}

function names(state) {
  if (!state.entities.length) return null;
  return group("Names that Alexa knows now", "Dynamic entities that the skill sent; they live for half an hour.",
    ...state.entities.map(({ type, values }) => el("details", {}, el("summary", {}, `${type}: ${values.length}`),
      el("ul", { class: "columns" }, ...values.map((value) => el("li", {}, [value.name, ...value.synonyms].join(" / ")))))));
}

function log({ log }) {
  if (!log.length) return null;
  return group("Log", null, ...log.map((line) => el("pre", { tabindex: "0" }, pretty(line))));
}

function pretty(line) {
  try { return JSON.stringify(JSON.parse(line), null, 1).replace(/\n\s*/g, " "); } catch { return line; }
}

export const ms = (value) => value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
