/** Messages about answers that list quantities. */

import type { Entry } from "../../messages/entry.ts";

export const names = {
  "names.not-a-list": {
    en: 'Expected a list of names, such as `["a", "b"]`; found: {found}.',
    de: 'Erwartet wird eine Liste von Namen, etwa `["a", "b"]`; gefunden: {found}.',
  },
  "names.not-text": {
    en: "Every entry must be a name in quotes; entry {position} is {found}.",
    de: "Jeder Eintrag muss ein Name in Anführungszeichen sein; Eintrag {position} ist {found}.",
  },
  "names.excludes": {
    en: "This answer says what is left out, so a person has to read it. A plain list of what belongs is marked at once.",
    de: "Diese Antwort sagt, was nicht dazugehört; das muss ein Mensch lesen. Eine einfache Liste wird sofort bewertet.",
  },
  "names.none": {
    en: "The list is empty, but there is something to list.",
    de: "Die Liste ist leer, es gibt aber etwas aufzuzählen.",
  },
  "names.index-missing": {
    en: "Which time step? Write {names} with the indices that you mean.",
    de: "Welcher Zeitschritt? Schreibe {names} mit den Indizes, die du meinst.",
  },
  "names.missing": {
    en: "{right} of the names {right|is|are} right; {missing} {missing|is|are} still missing.",
    de: "{right} {right|Name ist|Namen sind} richtig; {missing} {missing|fehlt|fehlen} noch.",
  },
  "names.none-right": {
    en: "None of the names is right; {missing} {missing|is|are} missing.",
    de: "Keiner der Namen ist richtig; {missing} {missing|fehlt|fehlen}.",
  },
  "names.formula-missing": {
    en: "A value is missing that has no name of its own in this model. Write such a value as the formula that it is.",
    de: "Es fehlt ein Wert, der in diesem Modell keinen eigenen Namen hat. Schreib einen solchen Wert als Formel auf.",
  },
  "names.extra-parameter": {
    en: "{names} {count|is a parameter|are parameters} and {count|does|do} not belong in this list.",
    de: "{names} {count|ist ein Parameter|sind Parameter} und {count|gehört|gehören} nicht in diese Liste.",
  },
  "names.extra-input": {
    en: "{names} {count|is an input|are inputs} and {count|does|do} not belong in this list.",
    de: "{names} {count|ist eine Eingabe|sind Eingaben} und {count|gehört|gehören} nicht in diese Liste.",
  },
  "names.extra-initial": {
    en: "{names} {count|is an initial state|are initial states} and {count|does|do} not belong in this list.",
    de: "{names} {count|ist ein Anfangszustand|sind Anfangszustände} und {count|gehört|gehören} nicht in diese Liste.",
  },
  "names.extra-intermediate": {
    en: "{names} {count|is computed|are computed} on the way, but {count|does|do} not belong in this list.",
    de: "{names} {count|wird|werden} zwar unterwegs berechnet, {count|gehört|gehören} aber nicht in diese Liste.",
  },
  "names.extra-output": {
    en: "{names} {count|is an output|are outputs} and {count|does|do} not belong in this list.",
    de: "{names} {count|ist eine Ausgabe|sind Ausgaben} und {count|gehört|gehören} nicht in diese Liste.",
  },
  "names.unknown": {
    en: "There is no quantity called {names} in this model.",
    de: "In diesem Modell gibt es keine Größe namens {names}.",
  },
  "names.unknown-nearest": {
    en: "There is no quantity called {name} in this model. Did you mean {nearest}?",
    de: "In diesem Modell gibt es keine Größe namens {name}. War {nearest} gemeint?",
  },
  "names.solution": { en: "Right: {names}.", de: "Richtig: {names}." },
  "names.solution-none": { en: "Right: none at all.", de: "Richtig: gar keine." },
} as const satisfies Record<string, Entry>;
