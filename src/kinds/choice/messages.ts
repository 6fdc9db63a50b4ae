/** Messages about choices among given options. */

import type { Entry } from "../../messages/entry.ts";

export const choice = {
  "choice.wrong": { en: "That is not the right choice.", de: "Das ist nicht die richtige Wahl." },
  "choice.several": {
    en: "Give one choice only ({options}); found: {found}.",
    de: "Gib nur eine Wahl an ({options}); gefunden: {found}.",
  },
  "choice.unknown": {
    en: "Expected one of: {options}. Found: {found}.",
    de: "Erwartet wird eins von: {options}. Gefunden: {found}.",
  },
  "choice.unknown-nearest": {
    en: "Expected one of: {options}. Found: {found}. Did you mean {nearest}?",
    de: "Erwartet wird eins von: {options}. Gefunden: {found}. War {nearest} gemeint?",
  },
  "choice.solution": { en: "Right: {options}.", de: "Richtig: {options}." },
} as const satisfies Record<string, Entry>;
