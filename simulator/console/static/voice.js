// Reading aloud and dictation: both off until asked for, both done by the browser.
import { byId } from "./dom.js";
import { current } from "./service.js";

export function speak(seen) {
  if (!seen || !byId("aloud").checked || !("speechSynthesis" in window)) return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(seen.reply.speech);
  words.lang = current.state.locale;
  speechSynthesis.speak(words);
}

export function setUpDictation(say, problem) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  byId("dictation").hidden = !Recognition;
  if (!Recognition) return;
  let listening = null;
  byId("dictate").addEventListener("change", (event) => {
    byId("dictation-notice").hidden = !event.target.checked;
    listening?.abort();
    listening = event.target.checked ? dictate(Recognition, say, problem) : null;
  });
}

function dictate(Recognition, say, problem) {
  const recognition = new Recognition();
  recognition.lang = current.state.locale;
  recognition.onresult = (event) => say(event.results[0][0].transcript);
  recognition.onerror = (event) => problem(`dictation: ${event.error}`);
  recognition.onend = () => { if (byId("dictate").checked) recognition.start(); };
  recognition.start();
  return recognition;
}
