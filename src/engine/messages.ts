/** Messages about models that cannot be computed: for authors. */

import { messages } from "../messages/message.ts";

export const say = messages({
  "model.cycle": {
    en: "The equation {equation} is cyclic: {name} needs {needs}, which needs {name}.",
    de: "Die Gleichung {equation} ist zyklisch: {name} braucht {needs}, und {needs} braucht {name}.",
  },
  "model.unknown-name": {
    en: "{name} in {equation} is neither a parameter nor an input and has no equation. Declare it under `parameters` or `inputs`, or give it an equation.",
    de: "{name} in {equation} ist weder Parameter noch Eingabe und hat keine Gleichung. Nenne es unter `parameters` oder `inputs`, oder gib ihm eine Gleichung.",
  },
  "model.index-needed": {
    en: "{name} in {equation} is a sequence. Write {name}[t], or {name}[T] for its last value.",
    de: "{name} in {equation} ist eine Folge. Schreibe {name}[t], oder {name}[T] für den letzten Wert.",
  },
  "model.member-needed": {
    en: "{name} is a sequence. Name one of its members, such as {name}[1] or {name}[2].",
    de: "{name} ist eine Folge. Nenne eines ihrer Glieder, etwa {name}[1] oder {name}[2].",
  },
  "model.time-outside-sum": {
    en: "{equation} is a single value, so {name}[t] does not say which t is meant. Write sum(…) or prod(…) over all steps, or name one step, such as {name}[T].",
    de: "{equation} ist ein einzelner Wert, also sagt {name}[t] nicht, welches t gemeint ist. Schreibe sum(…) oder prod(…) über alle Schritte, oder nenne einen Schritt, etwa {name}[T].",
  },
  "model.no-index": {
    en: "{name} in {equation} is a single quantity and takes no time index.",
    de: "{name} in {equation} ist eine einzelne Größe und hat keinen Zeitindex.",
  },
  "model.equation-twice": {
    en: "{name} is defined twice: {equation} contradicts another equation or the declaration of {name}.",
    de: "{name} ist doppelt festgelegt: {equation} widerspricht einer anderen Gleichung oder der Deklaration von {name}.",
  },
  "model.shapes": {
    en: "The shapes don't fit in {equation}: {left} and {right}. `*` is the matrix product, `.*` goes entry by entry, `'` transposes.",
    de: "In {equation} passen die Formen nicht zusammen: {left} und {right}. `*` ist das Matrixprodukt, `.*` geht Eintrag für Eintrag, `'` transponiert.",
  },
  "model.entry": {
    en: "In {equation} an entry is asked for that a {shape} does not have. Write v[i] for a vector and A[i,j] for a matrix, counted from 1.",
    de: "In {equation} ist nach einem Eintrag gefragt, den es in der Form {shape} nicht gibt. Schreibe v[i] für einen Vektor und A[i,j] für eine Matrix, von 1 an gezählt.",
  },
  "model.not-a-number": {
    en: "{equation} has the shape {shape}, but a single number is needed here. Ask for one entry, such as v[1] or A[1,2].",
    de: "{equation} hat die Form {shape}, hier wird aber eine einzelne Zahl gebraucht. Frag nach einem Eintrag, etwa v[1] oder A[1,2].",
  },
  "model.missing": {
    en: "This exercise has no `model`, but one is needed here.",
    de: "Diese Aufgabe hat kein `model`, hier wird aber eines gebraucht.",
  },
  "model.unknown-case": { en: "There is no case “{name}”.", de: "Einen Fall „{name}“ gibt es nicht." },
  "model.steps": {
    en: "The number of steps must be a whole number from 1 to {most}, not {found}.",
    de: "Die Zahl der Schritte muss eine ganze Zahl von 1 bis {most} sein, nicht {found}.",
  },
  "model.bad-value": {
    en: "{found} is not a value for {name}. Write a number, numbers separated by commas, or a formula in t.",
    de: "{found} ist kein Wert für {name}. Schreibe eine Zahl, Zahlen mit Kommas dazwischen oder eine Formel in t.",
  },
  "model.computed": {
    en: "{name} can't be set, because the equation {equation} computes it.",
    de: "{name} lässt sich nicht setzen, denn die Gleichung {equation} berechnet es.",
  },
  "model.single-value": {
    en: "{name} is a single quantity and takes one number, not several ({values}).",
    de: "{name} ist eine einzelne Größe und nimmt eine Zahl, nicht mehrere ({values}).",
  },
});
