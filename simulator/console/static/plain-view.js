// A screen's data without its layout: texts, and whatever can be touched.
import { button, el, localPicture } from "./dom.js";

export function plainView(directive, touch) {
  const touchable = (args) => touch(args, directive.token);
  const parts = Object.values(directive.datasources ?? {}).map((source) => view(source, touchable));
  return el("div", { class: "plain" }, ...parts.flat());
}

function view(value, touch) {
  if (typeof value === "string") return value ? [el("p", {}, value)] : [];
  if (Array.isArray(value)) {
    return value.length ? [el("ol", {}, ...value.map((one) => el("li", {}, ...entry(one, touch))))] : [];
  }
  if (value && typeof value === "object") return Object.entries(value).flatMap(([key, one]) => named(key, one, touch));
  return [];
}

function cover(address) {
  return el("img", { class: "cover", src: localPicture(address), alt: "" });
}

function named(key, value, touch) {
  if (key === "image" && value) return [cover(value)];
  if (/title|heading/i.test(key) && typeof value === "string") return [el("h3", {}, value)];
  if (/image|picture|art|url|src|link|colou?r|arguments/i.test(key)) return [];
  return view(value, touch);
}

// Something with arguments of its own is what a finger would press.
function entry(one, touch) {
  if (one === null || typeof one !== "object") return [String(one)];
  const args = one.arguments ?? one.event;
  const texts = Object.entries(one)
    .filter(([key, value]) => typeof value === "string" && !/image|picture|art|url|src|link|colou?r|id$/i.test(key))
    .map(([, value]) => value);
  const picture = one.image ? [cover(one.image)] : [];
  return Array.isArray(args) ? [...picture, button(texts.join(" – "), () => touch(args))] : [...picture, texts.join(" – ")];
}
