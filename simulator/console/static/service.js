// The console's JSON interface: every change of the page's state goes through this module.
import { byId } from "./dom.js";

const watchers = [];
export const current = { state: null, seen: [], selected: null };

export function watch(watcher) {
  watchers.push(watcher);
}

export function tellAll() {
  for (const watcher of watchers) watcher(current);
}

export function select(number) {
  current.selected = number;
  tellAll();
}

export function selectedTurn() {
  return current.seen.find((seen) => seen.number === current.selected) ?? null;
}

export function problem(text) {
  const line = byId("problem");
  line.textContent = text ?? "";
  line.hidden = !text;
}

async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({ error: response.statusText }));
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}

export const post = (path, body) => ask(path, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

export async function refresh() {
  take(await ask("/api/state"));
}

// Takes an answer: the whole conversation, or only the new turn.
export function take(answer) {
  if (Array.isArray(answer.seen)) {
    const kept = answer.seen.length === current.seen.length;
    current.seen = answer.seen;
    if (!kept) current.selected = answer.seen.at(-1)?.number ?? null;
  } else if (answer.seen) {
    current.seen = [...current.seen, answer.seen];
    current.selected = answer.seen.number;
  }
  current.state = answer.state;
  tellAll();
}

async function carefully(work) {
  problem(null);
  document.body.setAttribute("aria-busy", "true");
  try {
    return await work();
  } catch (error) {
    problem(error.message);
    return null;
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

// Performs a step and returns its report; null where nothing was heard.
export const perform = (step) => carefully(async () => {
  const answer = await post("/api/do", step);
  take(answer);
  return answer.seen;
});

// Asks for a new environment. The old turns go first: their pictures end with the old one.
export async function restart(path, body) {
  take({ seen: [], state: current.state });
  try {
    return await post(path, body);
  } catch (error) {
    await refresh();
    throw error;
  }
}

// Starts a new environment, with another seed, account or cache.
export const begin = (changes) => carefully(async () => {
  const answer = await restart("/api/begin", changes);
  take({ seen: [], state: answer.state });
});

export { carefully };
