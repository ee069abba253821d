// Saving a conversation, and replaying one to the letter.
import { el, fill, group, button } from "./dom.js";
import { begin, carefully, restart, take } from "./service.js";

let verdict = null;

export function replayPanel(panel, { state }) {
  const file = el("input", { type: "file", id: "replay-file", accept: ".json,application/json", onchange: (event) => replay(event.target) });
  const seed = el("input", { type: "number", id: "seed", min: "0", max: "999999", value: state.scene.seed });
  fill(panel,
    group("Save", `${state.steps} steps so far. The file holds what was done, when, and every answer.`,
      el("p", { class: "row" }, el("a", { class: "button main", href: "/api/recording", download: "" }, "Save this conversation"))),
    group("Replay", "The same environment is started again and every step performed at its time; the answers must be the same to the letter.",
      el("p", { class: "row" }, el("label", {}, "Conversation ", file)),
      el("div", { role: "status" }, verdict ? told() : null)),
    group("Begin anew", "An empty conversation in a new environment, with music made from this seed.",
      el("p", { class: "row" }, el("label", {}, "Seed ", seed),
        button("Begin anew", () => { verdict = null; begin({ seed: Number(seed.value) }); }))));
}

function told() {
  const same = verdict.differences.length === 0;
  return el("div", { class: same ? "same" : "different" },
    el("p", {}, same ? "Every answer is the same." : `${verdict.differences.length} differences:`),
    verdict.edited ? el("p", {}, "The file was edited since it was saved.") : "",
    same ? "" : el("ul", {}, ...verdict.differences.map((text) => el("li", {}, text))));
}

const replay = (input) => carefully(async () => {
  const saved = await input.files[0].text();
  let recording;
  try { recording = JSON.parse(saved); } catch { throw new Error("not a saved conversation: this file is not JSON"); }
  const answer = await restart("/api/replay", recording);
  verdict = answer;
  take(answer);
});
