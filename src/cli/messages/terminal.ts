/** Words of the views in a terminal: headings, verdicts, totals and what to do next. */

import type { Entry } from "../../messages/entry.ts";

export const terminal = {
  "terminal.correct": { en: "right", de: "richtig" },
  "terminal.partial": { en: "partly", de: "teilweise" },
  "terminal.incorrect": { en: "wrong", de: "falsch" },
  "terminal.review": { en: "review", de: "offen" },
  "terminal.invalid": { en: "unreadable", de: "unlesbar" },
  "terminal.missing": { en: "missing", de: "fehlt" },
  "terminal.met": { en: "met", de: "erfüllt" },
  "terminal.partly": { en: "partly", de: "teilweise" },
  "terminal.unmet": { en: "not met", de: "fehlt" },

  "terminal.you-wrote": { en: "You wrote:", de: "Deine Antwort:" },
  "terminal.quoted": { en: "In your words:", de: "In deinen Worten:" },
  "terminal.item-review": {
    en: "A person decides about {points} more {n|point|points}.",
    de: "Über {points} {n|weiteren Punkt|weitere Punkte} entscheidet ein Mensch.",
  },
  "terminal.overridden": { en: "Decided by a person.", de: "Von einem Menschen entschieden." },
  "terminal.overridden-by": { en: "Decided by {by}.", de: "Entschieden von {by}." },
  "terminal.warning": { en: "Warning:", de: "Warnung:" },
  "terminal.no-items": { en: "This exercise has no questions.", de: "Diese Aufgabe hat keine Fragen." },

  "terminal.total": { en: "Total", de: "Summe" },
  "terminal.passed": { en: "passed", de: "bestanden" },
  "terminal.not-passed": { en: "not passed", de: "nicht bestanden" },
  "terminal.threshold": { en: "{percent} % needed", de: "nötig: {percent} %" },
  "terminal.under-review": {
    en: "{points} more {n|point is|points are} under review; {n|it counts|they count} as reached until a person decides.",
    de: "{points} {n|weiterer Punkt ist|weitere Punkte sind} noch offen; bis ein Mensch entscheidet, {n|zählt er|zählen sie} als erreicht.",
  },

  "terminal.next-fix": {
    en: "Fix the items marked {symbols} and run again:",
    de: "Verbessere, was mit {symbols} markiert ist, und starte noch einmal:",
  },
  "terminal.next-fill": {
    en: "Fill in the items marked {symbols} and run again:",
    de: "Ergänze, was mit {symbols} markiert ist, und starte noch einmal:",
  },
  "terminal.next-improve": {
    en: "Enough to pass. For the remaining points, go back to the items marked {symbols} and run again:",
    de: "Das reicht zum Bestehen. Für die übrigen Punkte sieh dir noch an, was mit {symbols} markiert ist, und starte noch einmal:",
  },
  "terminal.next-review": {
    en: "A person will decide about the items marked {symbols}; nothing is left for you to do there.",
    de: "Über das mit {symbols} Markierte entscheidet ein Mensch; dafür musst du nichts mehr tun.",
  },
  "terminal.next-done": {
    en: "All right. There is nothing left to do.",
    de: "Alles richtig. Es bleibt nichts zu tun.",
  },
  "terminal.next-repair": {
    en: "Repair the file and run again:",
    de: "Bring die Datei in Ordnung und starte noch einmal:",
  },

  "terminal.error": { en: "Error:", de: "Fehler:" },

  "terminal.place": { en: "line {line}, column {column}", de: "Zeile {line}, Spalte {column}" },

  "terminal.list-empty": { en: "There are no exercises here.", de: "Hier gibt es keine Aufgaben." },
  "terminal.column-exercise": { en: "Exercise", de: "Aufgabe" },
  "terminal.column-title": { en: "Title", de: "Titel" },
  "terminal.column-questions": { en: "Questions", de: "Fragen" },
  "terminal.column-points": { en: "Points", de: "Punkte" },
  "terminal.next-show": { en: "See what one of them asks:", de: "Sieh nach, was eine davon verlangt:" },

  "terminal.points": { en: "{points} {n|point|points}", de: "{points} {n|Punkt|Punkte}" },
  "terminal.keys-title": { en: "What an answer holds", de: "Was in die Antwort gehört" },
  "terminal.column-key": { en: "Key", de: "Schlüssel" },
  "terminal.column-kind": { en: "Kind", de: "Art" },
  "terminal.column-write": { en: "What to write", de: "Was hineingehört" },
  "terminal.example-title": {
    en: "An example of the form (not of the right answers)",
    de: "Ein Beispiel für die Form (nicht für die richtigen Antworten)",
  },
  "terminal.next-init": {
    en: "Get an empty answer sheet, fill it in and check it:",
    de: "Hol dir ein leeres Antwortblatt, füll es aus und prüfe es:",
  },

  "terminal.trace-forward": {
    en: "Forward pass, {steps} {n|step|steps}",
    de: "Vorwärtslauf, {steps} {n|Schritt|Schritte}",
  },
  "terminal.trace-case": { en: "case {name}", de: "Fall {name}" },
  "terminal.trace-values": { en: "With", de: "Mit" },
  "terminal.trace-outputs": { en: "Outputs", de: "Ausgaben" },
  "terminal.trace-gradients": { en: "Gradients", de: "Gradienten" },
  "terminal.trace-stored": {
    en: "Values of the forward pass that the backward pass reads",
    de: "Werte des Vorwärtslaufs, die der Rückwärtslauf liest",
  },
  "terminal.trace-plain": { en: "slope f'(u) from u", de: "Steigung f'(u) aus u" },
  "terminal.trace-reuse": { en: "slope f'(u) from f(u)", de: "Steigung f'(u) aus f(u)" },
  "terminal.trace-elided": {
    en: "{steps} {n|step|steps} not shown; --values shows {n|it|them}.",
    de: "{steps} {n|Schritt|Schritte} nicht gezeigt; mit --values {n|steht er|stehen sie} da.",
  },
  "terminal.trace-saturated": {
    en: "saturated: the slope here is almost 0, hardly any gradient comes back through it.",
    de: "gesättigt: Die Steigung ist hier fast 0, durch diese Stelle kommt kaum Gradient zurück.",
  },

  "terminal.progress-rate": { en: "{rate} per second", de: "{rate} pro Sekunde" },
  "terminal.progress-left": { en: "{time} left", de: "noch {time}" },
  "terminal.progress-invalid": { en: "{count} unreadable", de: "{count} unlesbar" },
} as const satisfies Record<string, Entry>;
