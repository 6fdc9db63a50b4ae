/** What is said about a choice among given options. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "choice.wrong": { en: "That is not the right choice.", de: "Das ist nicht die richtige Wahl." },
  "choice.hint": { en: "{hint}", de: "{hint}" },
  "choice.several": {
    en: "This names more than one option: {found}. Pick just one of {options}.",
    de: "Hier steht mehr als eine Möglichkeit: {found}. Entscheide dich für eine von {options}.",
  },
  "choice.unknown": {
    en: "{found} is none of the options. Pick one of {options}.",
    de: "{found} gehört nicht zu den Möglichkeiten. Wähle eine von {options}.",
  },
  "choice.unknown-nearest": {
    en: "{found} is none of the options ({options}). Did you mean {nearest}?",
    de: "{found} gehört nicht zu den Möglichkeiten ({options}). Meintest du {nearest}?",
  },
  "choice.solution": { en: "The right choice is {options}.", de: "Richtig ist {options}.", solution: true },
  "choice.score": { en: "Option {option}:", de: "Möglichkeit {option}:" },
  "choice.kind": { en: "choice", de: "Auswahl" },
  "choice.ask": { en: "one of: {options}", de: "eins von: {options}" },
});
