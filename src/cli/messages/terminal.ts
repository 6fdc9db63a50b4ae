/** Words of the views in a terminal: headings, verdicts, totals and what to do next. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "terminal.correct": { en: "right", de: "richtig" },
  "terminal.partial": { en: "partly", de: "teilweise" },
  "terminal.incorrect": { en: "wrong", de: "falsch" },
  "terminal.review": { en: "open", de: "offen" },
  "terminal.invalid": { en: "unreadable", de: "unlesbar" },
  "terminal.missing": { en: "missing", de: "fehlt" },
  "terminal.met": { en: "met", de: "erfüllt" },
  "terminal.partly": { en: "partly", de: "teilweise" },
  "terminal.unmet": { en: "not met", de: "fehlt" },

  "terminal.you-wrote": { en: "You wrote:", de: "Deine Antwort:" },
  "terminal.quoted": { en: "In your words:", de: "In deinen Worten:" },
  "terminal.warning": { en: "Warning:", de: "Warnung:" },
  "terminal.no-items": { en: "This exercise has no questions.", de: "Diese Aufgabe hat keine Fragen." },

  "terminal.total": { en: "Total", de: "Summe" },
  "terminal.passed": { en: "passed", de: "bestanden" },
  "terminal.not-passed": { en: "not passed", de: "nicht bestanden" },
  "terminal.threshold": { en: "{percent} % needed", de: "nötig: {percent} %" },
  "terminal.under-review": {
    en: "{points} more {n|point is|points are} open and not counted.",
    de: "{points} {n|weiterer Punkt ist|weitere Punkte sind} offen und {n|zählt|zählen} nicht mit.",
  },

  "terminal.next-fix": {
    en: "Work on the items marked {symbols}, then check again:",
    de: "Verbessere, was mit {symbols} markiert ist, und prüfe noch einmal:",
  },
  "terminal.next-fill": {
    en: "Fill in the items marked {symbols}, then check again:",
    de: "Ergänze, was mit {symbols} markiert ist, und prüfe noch einmal:",
  },
  "terminal.next-improve": {
    en: "That is enough to pass. For the remaining points, go back to the items marked {symbols} and check again:",
    de: "Das reicht zum Bestehen. Für die übrigen Punkte sieh dir noch an, was mit {symbols} markiert ist, und prüfe noch einmal:",
  },
  "terminal.next-review": {
    en: "I could not judge what is marked {symbols}. Compare it with what the exercise asks:",
    de: "Was mit {symbols} markiert ist, konnte ich nicht beurteilen. Vergleich es mit dem, was die Aufgabe verlangt:",
  },
  "terminal.next-done": { en: "All correct. Well done!", de: "Alles richtig. Gut gemacht!" },
  "terminal.next-repair": { en: "Fix the file, then check again:", de: "Repariere die Datei und prüfe noch einmal:" },

  "terminal.error": { en: "Error:", de: "Fehler:" },

  "terminal.place": { en: "line {line}, column {column}", de: "Zeile {line}, Spalte {column}" },

  "terminal.list-empty": { en: "There are no exercises here.", de: "Hier gibt es keine Aufgaben." },
  "terminal.column-exercise": { en: "Exercise", de: "Aufgabe" },
  "terminal.column-title": { en: "Title", de: "Titel" },
  "terminal.column-points": { en: "Points", de: "Punkte" },
  "terminal.next-show": { en: "See what one of them asks:", de: "Sieh dir an, was eine davon verlangt:" },

  "terminal.points": { en: "{points} {n|point|points}", de: "{points} {n|Punkt|Punkte}" },
  "terminal.keys-title": { en: "What to put in your answer", de: "Was in die Antwort gehört" },
  "terminal.column-key": { en: "Key", de: "Schlüssel" },
  "terminal.column-kind": { en: "Kind", de: "Art" },
  "terminal.column-write": { en: "What to write", de: "Was hineingehört" },
  "terminal.example-title": {
    en: "What an answer looks like (the values are made up)",
    de: "So sieht eine Antwort aus (die Werte sind erfunden)",
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
  "terminal.trace-seed": { en: "numbers drawn with --seed {seed}", de: "Zahlen ausgelost mit --seed {seed}" },
  "terminal.trace-asked": {
    en: "What must be stored for {names} is asked in this exercise.",
    de: "Was für {names} zu speichern ist, fragt diese Aufgabe.",
  },
  "terminal.trace-solution": { en: "--solution shows it.", de: "--solution zeigt es." },
  "terminal.trace-values": { en: "With", de: "Mit" },
  "terminal.trace-outputs": { en: "Outputs", de: "Ausgaben" },
  "terminal.trace-gradients": { en: "Gradients", de: "Gradienten" },
  "terminal.trace-stored": { en: "Values to store for the backward pass", de: "Für den Rückwärtslauf zu speichern" },
  "terminal.trace-plain": { en: "with f'(u) computed from u", de: "mit f'(u) aus u berechnet" },
  "terminal.trace-reuse": { en: "with f'(u) computed from f(u)", de: "mit f'(u) aus f(u) berechnet" },
  "terminal.trace-elided": { en: "--values shows all {steps} steps.", de: "--values zeigt alle {steps} Schritte." },

  "watch.needs-file": {
    en: "--watch is for an answer in a file, and for people: leave out --json and -.",
    de: "--watch ist für eine Antwort in einer Datei und für Menschen: Lass --json und - weg.",
  },
  "watch.waiting": { en: "Waiting for {file}. Ctrl-C ends this.", de: "Wartet auf {file}. Strg-C beendet das." },
  "watch.same": { en: "No points have changed.", de: "An den Punkten hat sich nichts geändert." },
  "watch.changed": {
    en: "Since the last time: {changes}. In all {total} points.",
    de: "Seit dem letzten Mal: {changes}. Insgesamt {total} Punkte.",
  },
});
