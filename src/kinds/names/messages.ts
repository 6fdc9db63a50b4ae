/** What is said about an answer that lists quantities. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "names.not-a-list": {
    en: 'Please give a list of names, such as `["a", "b"]`, instead of {found}.',
    de: 'Gib bitte eine Liste von Namen an, etwa `["a", "b"]`, statt {found}.',
  },
  "names.not-text": {
    en: "Write each name in quotes: entry {position} is {found}.",
    de: "Setze jeden Namen in Anführungszeichen: Eintrag {position} ist {found}.",
  },
  "names.excludes": {
    en: "I could not judge this, as it says what does not belong. List what does belong, and compare it with what is asked.",
    de: "Das konnte ich nicht beurteilen, denn es sagt, was nicht dazugehört. Zähl auf, was dazugehört, und vergleich es mit dem, was gefragt ist.",
  },
  "names.none": { en: "The list is empty; something belongs in it.", de: "Die Liste ist leer; etwas gehört hinein." },
  "names.index-missing": {
    en: "Which time steps of {names} do you mean? Write the indices as well.",
    de: "Welche Zeitschritte von {names} meinst du? Schreib die Indizes dazu.",
  },
  "names.missing": {
    en: "{right} of your names {right|is|are} right; {missing} {missing|is|are} still missing.",
    de: "{right} {right|Name ist|Namen sind} richtig; {missing} {missing|fehlt|fehlen} noch.",
  },
  "names.none-right": {
    en: "None of your names is right; {missing} {missing|is|are} missing.",
    de: "Keiner deiner Namen ist richtig; {missing} {missing|fehlt|fehlen}.",
  },
  "names.formula-missing": {
    en: "One of the missing values has no name of its own in this model. Write such a value as a formula.",
    de: "Einer der fehlenden Werte hat in diesem Modell keinen eigenen Namen. Schreib einen solchen Wert als Formel auf.",
  },
  "names.extra": {
    en: "{count} of your names {count|does|do} not belong in this list.",
    de: "{count} deiner Namen {count|gehört|gehören} nicht in diese Liste.",
  },
  "names.extra-parameter": {
    en: "{names} {count|is a parameter and does|are parameters and do} not belong in this list.",
    de: "{names} {count|ist ein Parameter und gehört|sind Parameter und gehören} nicht in diese Liste.",
  },
  "names.extra-input": {
    en: "{names} {count|is an input and does|are inputs and do} not belong in this list.",
    de: "{names} {count|ist eine Eingabe und gehört|sind Eingaben und gehören} nicht in diese Liste.",
  },
  "names.extra-initial": {
    en: "{count} of your names {count|is an initial state and does|are initial states and do} not belong in this list.",
    de: "{count} {count|deiner Namen ist ein Anfangszustand und gehört|deiner Namen sind Anfangszustände und gehören} nicht in diese Liste.",
  },
  "names.extra-intermediate": {
    en: "{count} of your names {count|is|are} computed along the way but {count|does|do} not belong in this list.",
    de: "{count} deiner Namen {count|wird|werden} zwar unterwegs berechnet, {count|gehört|gehören} aber nicht in diese Liste.",
  },
  "names.extra-output": {
    en: "{count} of your names {count|is an output and does|are outputs and do} not belong in this list.",
    de: "{count} {count|deiner Namen ist eine Ausgabe und gehört|deiner Namen sind Ausgaben und gehören} nicht in diese Liste.",
  },
  "names.unknown": { en: "This model has no quantity {names}.", de: "In diesem Modell gibt es keine Größe {names}." },
  "names.unknown-nearest": {
    en: "This model has no quantity called {name}. Did you mean {nearest}?",
    de: "In diesem Modell gibt es keine Größe namens {name}. Meintest du {nearest}?",
  },
  "names.solution": { en: "The right list is {names}.", de: "Richtig ist {names}.", solution: true },
  "names.solution-none": { en: "The right list is empty.", de: "Richtig ist die leere Liste.", solution: true },
  "names.kind": { en: "names", de: "Namen" },
  "names.ask": { en: 'a list of names: `["a1", "b2"]`', de: 'eine Liste von Namen: `["a1", "b2"]`' },
});
