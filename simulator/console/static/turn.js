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

// The eight seconds as a frame, and in it the phases where they were.
function summary(turn) {
  const frame = el("div", { class: "budget", role: "img", "aria-label": `${turn.ms} of ${turn.waits_ms} milliseconds` },
    ...turn.phases.map((phase) => placed(phase, turn.waits_ms, `bar-phase bar-${phase.name}`)),
    ...turn.calls.map((call) => placed(call, turn.waits_ms, "bar-call")));
  const seconds = Array.from({ length: turn.waits_ms / 2000 + 1 }, (_, at) => el("span", {}, `${at * 2} s`));
  return el("div", { class: "summary" },
    el("p", {}, el("strong", {}, `${ms(turn.ms)}`), ` of the ${turn.waits_ms / 1000} s that Alexa waits · `,
      el("span", { class: `outcome ${turn.outcome}` }, turn.reason ? `${turn.outcome}: ${turn.reason}` : turn.outcome)),
    frame, el("div", { class: "ticks", "aria-hidden": "true" }, ...seconds));
}

function placed({ began_ms: began, ms: lasted }, span, className) {
  const bar = el("span", { class: className });
  bar.style.left = `${began / span * 100}%`;
  bar.style.width = `${lasted / span * 100}%`;
  return bar;
}

// Calls that overlap are a wave: the next wave waited for them.
function waves(calls) {
  const found = [];
  for (const call of [...calls].sort((one, other) => one.began_ms - other.began_ms)) {
    const last = found.at(-1);
    if (last && call.began_ms < last.end) {
      last.calls.push(call);
      last.end = Math.max(last.end, call.began_ms + call.ms);
    } else found.push({ began_ms: call.began_ms, end: call.began_ms + call.ms, calls: [call] });
  }
  return found;
}

function waveRows(wave, at) {
  const many = wave.calls.length === 1 ? "1 call" : `${wave.calls.length} calls at once`;
  const head = { kind: "wave", name: `wave ${at + 1}: ${many}`, began_ms: wave.began_ms, ms: wave.end - wave.began_ms };
  return [head, ...wave.calls.map((call) => ({ ...call, kind: "call", name: call.endpoint }))];
}

function waterfall(turn) {
  const span = Math.max(turn.ms, 1);
  const groups = [
    ...turn.phases.map((phase) => [{ ...phase, kind: "phase" }]),
    ...waves(turn.calls).map(waveRows),
  ].sort(([one], [other]) => one.began_ms - other.began_ms || (one.kind === "phase" ? -1 : 1));
  return el("table", { class: "waterfall" },
    el("caption", {}, "Steps and Spotify calls"),
    el("thead", {}, el("tr", {}, ...["Step", "Result", "Time", "When"].map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, ...groups.flat().map((row) => line(row, span))));
}

function line(row, span) {
  const failed = row.kind === "call" && (row.status >= 400 || row.status === null);
  const colour = row.kind === "phase" ? `bar-${row.name}` : "";
  const bar = el("span", { class: `bar-${row.kind} ${colour} ${failed ? "failed" : ""}` });
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
