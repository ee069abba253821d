// What is wrong with the screen that the renderer has drawn, as a list of sentences.
// Class names are those of apl-viewhost-web 1.4.0: apl-c touch wrapper, apl-z text.
({ dp, round, width, height }) => {
  const found = [];
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim().slice(0, 40);

  // The part of a box that no ancestor cuts off.
  const shown = (element, box) => {
    let { left, top, right, bottom } = box;
    for (let at = element.parentElement; at && at.id !== "view"; at = at.parentElement) {
      if (getComputedStyle(at).overflow === "visible") continue;
      const edge = at.getBoundingClientRect();
      left = Math.max(left, edge.left);
      right = Math.min(right, edge.right);
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    return { left, top, right: Math.min(right, width), bottom: Math.min(bottom, height) };
  };
  const seen = ({ left, top, right, bottom }) => right - left > 1 && bottom - top > 1;

  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((channels(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(0, 0, 0)";
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  for (const target of document.querySelectorAll(".apl-c")) {
    const box = target.getBoundingClientRect();
    const part = shown(target, box);
    if (!seen(part)) continue;
    if (box.height < 47.5 * dp || box.width < 47.5 * dp) {
      found.push(`target too small: ${words(target)} ${Math.round(box.width / dp)} x ${Math.round(box.height / dp)}`);
    }
    if (part.top - box.top > 1 || box.bottom - part.bottom > 1) {
      found.push(`cut through: ${words(target)}`);
    }
  }
  for (const outline of document.querySelectorAll(".apl-c > .apl-q")) {
    const style = getComputedStyle(outline);
    const box = outline.getBoundingClientRect();
    if (parseFloat(style.borderRadius) < 20 || !seen(shown(outline, box))) continue;
    const ratio = contrast(style.borderTopColor, behind(outline.parentElement));
    if (ratio < 3) found.push(`outline ${ratio.toFixed(1)}: ${words(outline)}`);
    const corner = Math.min(parseFloat(style.borderRadius) * dp, box.height / 2);
    const edges = [[box.left + corner, box.top], [box.right - corner, box.top],
      [box.left + corner, box.bottom], [box.right - corner, box.bottom]];
    const room = width / 2 - 8 * dp; // nearer to the edge a button seems cut off
    if (round && edges.some(([x, y]) => Math.hypot(x - width / 2, y - height / 2) > room)) {
      found.push(`outside the circle: ${words(outline)}`);
    }
  }
  // A text without buttons that scrolls is whole, though not all of it is in sight.
  const scrolls = (text) => {
    const view = text.closest(".scrollView");
    return view && !view.querySelector(".apl-c");
  };
  for (const text of document.querySelectorAll(".apl-z p")) {
    if (!words(text)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const part = shown(text, box);
    if (!seen(part)) continue;
    const ratio = contrast(getComputedStyle(text).color, behind(text));
    if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(1)}: ${words(text)}`);
    const cut = part.top - box.top > 1 || box.bottom - part.bottom > 1;
    // A line's last space hangs over its end.
    const space = parseFloat(getComputedStyle(text).fontSize) / 2;
    const aside = box.right - part.right > space && !text.closest(".scrollView");
    if ((cut && !scrolls(text)) || aside) found.push(`text cut: ${words(text)}`);
    if (round) {
      const middle = (part.top + part.bottom) / 2 - height / 2;
      const half = Math.sqrt(Math.max(0, (width / 2) ** 2 - middle ** 2));
      if (part.left < width / 2 - half - 2 || part.right > width / 2 + half + 2) {
        found.push(`outside the circle: ${words(text)}`);
      }
    }
  }
  return found;
}
