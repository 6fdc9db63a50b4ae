/** Messages about models that cannot be computed: for authors. */

import type { Entry } from "../messages/entry.ts";

export const model = {
  "model.cycle": {
    en: "The equation {equation} is cyclic: {name} needs {needs}, which needs {name}.",
    de: "Die Gleichung {equation} ist zyklisch: {name} braucht {needs}, und {needs} braucht {name}.",
  },
  "model.unknown-name": {
    en: "{name} in {equation} is neither a parameter nor an input and has no equation. Declare it under `parameters` or `inputs`, or give it an equation.",
    de: "{name} in {equation} ist weder Parameter noch Eingabe und hat keine Gleichung. Bitte unter `parameters` oder `inputs` nennen oder eine Gleichung dafür schreiben.",
  },
  "model.index-needed": {
    en: "{name} in {equation} is a sequence: write {name}[t], or {name}[T] for its last value.",
    de: "{name} in {equation} ist eine Folge: bitte {name}[t] schreiben, oder {name}[T] für den letzten Wert.",
  },
  "model.member-needed": {
    en: "{name} is a sequence: name one of its members, such as {name}[1] or {name}[2].",
    de: "{name} ist eine Folge: bitte ein Glied nennen, etwa {name}[1] oder {name}[2].",
  },
  "model.time-outside-sum": {
    en: "{equation} is a single value, so {name}[t] leaves open which t is meant: write sum(…) or prod(…) over all steps, or one step such as {name}[T].",
    de: "{equation} ist ein einzelner Wert; bei {name}[t] ist offen, welches t gemeint ist: bitte sum(…) oder prod(…) über alle Schritte schreiben oder einen Schritt nennen, etwa {name}[T].",
  },
  "model.no-index": {
    en: "{name} in {equation} is a single quantity and takes no time index.",
    de: "{name} in {equation} ist eine einzelne Größe und hat keinen Zeitindex.",
  },
  "model.equation-twice": {
    en: "{name} is given twice: {equation} contradicts another equation or its declaration.",
    de: "{name} ist doppelt gegeben: {equation} widerspricht einer anderen Gleichung oder der Deklaration.",
  },
  "model.missing": {
    en: "The exercise has no `model`, which this needs.",
    de: "Die Übung hat kein `model`, das hier gebraucht wird.",
  },
  "model.unknown-case": {
    en: 'There is no case "{name}".',
    de: "Es gibt keinen Fall „{name}“.",
  },
  "model.steps": {
    en: "The number of steps must be a whole number from 1 to {most}, not {found}.",
    de: "Die Zahl der Schritte muss eine ganze Zahl von 1 bis {most} sein, nicht {found}.",
  },
  "model.bad-value": {
    en: "{found} is no value for {name}: write a number, numbers separated by commas, or a formula in t.",
    de: "{found} ist kein Wert für {name}: bitte eine Zahl, Zahlen mit Kommas dazwischen oder eine Formel in t schreiben.",
  },
  "model.computed": {
    en: "{name} can't be set: it is computed by the equation {equation}.",
    de: "{name} lässt sich nicht setzen: Es wird durch die Gleichung {equation} berechnet.",
  },
  "model.single-value": {
    en: "{name} is a single quantity and takes one number, not several: {values}.",
    de: "{name} ist eine einzelne Größe und nimmt eine Zahl, nicht mehrere: {values}.",
  },
} as const satisfies Record<string, Entry>;
