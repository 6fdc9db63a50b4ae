/** Messages about answers in words. Hints come from the exercise's author: `{hint}` English, `{hint_de}` German. */

import type { Entry } from "../../messages/entry.ts";

export const text = {
  "text.empty": { en: "Nothing is written here.", de: "Hier steht nichts." },
  "text.wrong-type": {
    en: "Text is expected at {field}: write it between quotes, or as a list of texts.",
    de: "Bei {field} wird Text erwartet: in Anführungszeichen oder als Liste von Texten.",
  },
  "text.criterion-missing": { en: "Something is still missing: {hint}", de: "Es fehlt noch etwas: {hint_de}" },
  "text.vague": { en: "{words}: right, but vague. {hint}", de: "{words}: richtig, aber ungenau. {hint_de}" },
  "text.wrong-claim": { en: "{words}: this is not so. {hint}", de: "{words}: Das stimmt so nicht. {hint_de}" },
  "text.denied": {
    en: "{words}: as you put it, this says the opposite of what holds. {hint}",
    de: "{words}: So formuliert ist es das Gegenteil von dem, was gilt. {hint_de}",
  },
  "text.wrong-slot": {
    en: "{words}: this does not answer the question asked here. {hint}",
    de: "{words}: Das beantwortet nicht die Frage, die hier gestellt ist. {hint_de}",
  },
  "text.duplicate": {
    en: "{words} says the same as an entry before it and counts once.",
    de: "{words} sagt dasselbe wie ein Eintrag davor und zählt einmal.",
  },
  "text.contradiction": {
    en: "These statements contradict each other, so a person will look at them: {words}",
    de: "Diese Aussagen widersprechen sich, deshalb schaut eine Person darauf: {words}",
  },
  "text.review": {
    en: "Not sure how this is meant, so a person will look at it: {words}",
    de: "Es ist nicht sicher, wie das gemeint ist, deshalb schaut eine Person darauf: {words}",
  },
  "text.too-long": {
    en: "The answer has {length} characters (at most {most} are judged), so a person will read it.",
    de: "Die Antwort hat {length} Zeichen (höchstens {most} werden beurteilt), deshalb liest sie eine Person.",
  },
} as const satisfies Record<string, Entry>;
