/** What the command line says about files, words on the line, answer sheets and models. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "file.missing": {
    en: "There is no file {file}. Check the name and the folder.",
    de: "Die Datei {file} gibt es nicht. Prüfe Name und Ordner.",
  },
  "file.missing-nearest": {
    en: "There is no file {file}. Did you mean {nearest}?",
    de: "Die Datei {file} gibt es nicht. Meintest du {nearest}?",
  },
  "file.is-folder": { en: "{file} is a folder, not an answer.", de: "{file} ist ein Ordner, keine Antwort." },
  "file.no-permission": { en: "You don't have permission to read {file}.", de: "Du darfst {file} nicht lesen." },
  "file.unreadable": { en: "{file} can't be read ({reason}).", de: "{file} lässt sich nicht lesen ({reason})." },
  "file.typing": {
    en: "Type or paste the answer, then press Ctrl-D on an empty line.",
    de: "Tippe die Antwort ein oder füge sie ein und drücke dann in einer leeren Zeile Strg-D.",
  },

  "usage.unknown-exercise": {
    en: "There is no exercise “{wanted}”. Choose one of: {known}.",
    de: "Eine Aufgabe „{wanted}“ gibt es nicht. Wähle eine von: {known}.",
  },
  "usage.unknown-exercise-nearest": {
    en: "There is no exercise “{wanted}”. Did you mean {nearest}? There are: {known}.",
    de: "Eine Aufgabe „{wanted}“ gibt es nicht. Meintest du {nearest}? Es gibt: {known}.",
  },
  "usage.unknown-command": {
    en: "“{wanted}” is neither a command nor an exercise. Did you mean {nearest}?",
    de: "„{wanted}“ ist weder ein Befehl noch eine Aufgabe. Meintest du {nearest}?",
  },
  "usage.no-exercise-file": {
    en: "There is no exercise file {wanted}. Check the name and the folder.",
    de: "Die Aufgabendatei {wanted} gibt es nicht. Prüfe Name und Ordner.",
  },
  "usage.no-exercise-in-folder": {
    en: "The folder {wanted} has no exercise.yaml in it.",
    de: "Im Ordner {wanted} liegt keine exercise.yaml.",
  },
  "usage.answer-missing": {
    en: "Which answer should be graded? Add a file, or - to read standard input.",
    de: "Welche Antwort soll bewertet werden? Gib eine Datei an, oder - für die Standardeingabe.",
  },
  "usage.argument-missing": { en: "`{command}` also needs {name}.", de: "Zu `{command}` fehlt noch: {name}." },
  "usage.exercise-missing": { en: "Which exercise?", de: "Welche Aufgabe?" },
  "usage.which-exercise": {
    en: "{file} doesn't say which exercise it answers. Choose one of: {known}.",
    de: "In {file} steht nicht, zu welcher Aufgabe die Antwort gehört. Wähle eine von: {known}.",
  },
  "usage.too-many": {
    en: "This grades one answer at a time. To grade several: rnn-check batch FILES --exercise {exercise} --out results",
    de: "So wird immer nur eine Antwort bewertet. Für mehrere: rnn-check batch DATEIEN --exercise {exercise} --out ergebnisse",
  },
  "usage.two-words": {
    en: "There is no exercise “{wanted}”, but there is {joined}.",
    de: "Eine Aufgabe „{wanted}“ gibt es nicht, aber {joined}.",
  },
  "usage.unknown-item": {
    en: "This exercise has no question “{wanted}”. Choose one of: {known}.",
    de: "Eine Frage „{wanted}“ hat diese Aufgabe nicht. Wähle eine von: {known}.",
  },
  "usage.too-many-arguments": { en: "`{command}` takes fewer arguments.", de: "Zu viele Angaben für `{command}`." },
  "usage.unknown-option": { en: "There is no option {option}.", de: "Eine Option {option} gibt es nicht." },
  "usage.unknown-option-nearest": {
    en: "There is no option {option}. Did you mean {nearest}?",
    de: "Eine Option {option} gibt es nicht. Meintest du {nearest}?",
  },
  "usage.option-missing": { en: "{option} is missing. Please add it.", de: "{option} fehlt. Bitte gib es an." },
  "usage.option-value-missing": { en: "{option} needs a value.", de: "{option} braucht einen Wert." },
  "usage.option-value": {
    en: "{option} takes {expected}, not “{found}”.",
    de: "{option} nimmt {expected}, nicht „{found}“.",
  },
  "usage.no-json": {
    en: "`{command}` asks you questions, so there is no result to print as JSON. Leave out --json.",
    de: "`{command}` stellt dir Fragen und hat kein Ergebnis für JSON. Lass --json weg.",
  },
  "usage.no-help": { en: "There is no command “{wanted}”.", de: "Einen Befehl „{wanted}“ gibt es nicht." },
  "usage.see-help": { en: "All commands and options: rnn-check --help", de: "Befehle und Optionen: rnn-check --help" },
  "usage.see": { en: "For more: {help}", de: "Mehr dazu: {help}" },
  "usage.type": { en: "For example:", de: "Zum Beispiel:" },

  "exercise.broken": {
    en: "There is a mistake in this exercise, and its author has to fix it: {problem}",
    de: "In dieser Aufgabe steckt ein Fehler, den ihre Autorin oder ihr Autor beheben muss: {problem}",
  },
  "exercise.more": { en: "Also in this file:", de: "Außerdem in dieser Datei:" },
  "exercises.no-folder": { en: "--exercises: no folder {folder}.", de: "--exercises: kein Ordner {folder}." },
  "exercises.not-a-folder": {
    en: "--exercises takes a folder, and {folder} is a file. To use a single exercise, give its path: rnn-check {folder} answer.json",
    de: "--exercises nimmt einen Ordner, und {folder} ist eine Datei. Eine einzelne Aufgabe gibst du mit ihrem Pfad an: rnn-check {folder} antwort.json",
  },
  "internal.defect": {
    en: "This is a bug in rnn-check and not a problem with your answer: {problem}. Please report it.",
    de: "Das ist ein Fehler in rnn-check und keiner in deiner Antwort: {problem}. Bitte melde ihn.",
  },
  "machine.failed": {
    en: "This computer failed: {lack}. That says nothing about any answer, and earlier results are as they were. Mend it and run the same command again.",
    de: "Dieser Rechner hat versagt: {lack}. Über eine Antwort sagt das nichts, und frühere Ergebnisse sind, wie sie waren. Behebe das und gib den Befehl noch einmal.",
  },
  "machine.handles": { en: "too many open files (see ulimit -n)", de: "zu viele offene Dateien (siehe ulimit -n)" },
  "machine.disk": { en: "the disk is full", de: "der Datenträger ist voll" },
  "output.not-written": { en: "Writing the result failed: {reason}", de: "Ergebnis nicht geschrieben: {reason}" },
  "list.built-in": { en: "built in", de: "eingebaut" },

  "init.written": { en: "{file} is ready.", de: "{file} ist angelegt." },
  "init.exists": {
    en: "{file} already exists and was left alone. Choose another name, or overwrite it with --force.",
    de: "{file} gibt es schon; die Datei ist unverändert. Nimm einen anderen Namen, oder überschreib sie mit --force.",
  },
  "init.is-folder": {
    en: "{file} is a folder. Name a file in it, such as {file}/answer.json",
    de: "{file} ist ein Ordner. Nenn eine Datei darin, etwa {file}/antwort.json",
  },

  "practice.none": {
    en: "{exercise} comes with no other numbers to draw from: its author would list them as `variants`.",
    de: "Zu {exercise} gehören keine anderen Zahlen zum Auslosen: Wer die Aufgabe schreibt, nennt sie als `variants`.",
  },

  "test.differs": { en: "expected {expected}, got {got}", de: "erwartet: {expected}; bekommen: {got}" },
  "test.differs-in": {
    en: "{question}: expected {expected}, got {got}",
    de: "{question}: erwartet: {expected}; bekommen: {got}",
  },
  "test.unmarked": { en: "marks.yaml says nothing about it.", de: "In marks.yaml steht nichts dazu." },
  "test.counts": {
    en: "Sample answers and questions: {n}, with errors: {wrong}",
    de: "Beispielantworten und Fragen: {n}, davon fehlerhaft: {wrong}",
  },

  "trace.missing": {
    en: "There is no value for {names}, so whatever depends on it is missing. Set one, for example: --set {example}",
    de: "Für {names} gibt es keinen Wert, deshalb fehlt alles, was davon abhängt. Setz einen, zum Beispiel: --set {example}",
  },
  "trace.graded": {
    en: "With these numbers the exercise asks for {question}, so they are only run with --solution. Without --case you get others; --set changes them, --seed draws some.",
    de: "Mit diesen Zahlen fragt die Aufgabe nach {question}, deshalb rechnet sie nur --solution vor. Ohne --case bekommst du andere; --set ändert sie, --seed lost welche aus.",
  },
  "trace.graded-hidden": {
    en: "With these numbers the exercise asks for {question}. Without --case you get others; --set changes them, --seed draws some.",
    de: "Mit diesen Zahlen fragt die Aufgabe nach {question}. Ohne --case bekommst du andere; --set ändert sie, --seed lost welche aus.",
  },
  "trace.hidden": { en: "This exercise does not show its solution.", de: "Diese Aufgabe zeigt ihre Lösung nicht." },
  "trace.set-form": {
    en: "--set takes NAME=VALUE, such as W=0.9 or x=0.5,-1, not “{found}”.",
    de: "--set nimmt NAME=WERT, etwa W=0.9 oder x=0.5,-1, nicht „{found}“.",
  },
  "trace.decimal-comma": {
    en: "{found} is a single number, and a comma separates the values of a sequence. Use a decimal point: --set {assignment}",
    de: "{found} ist eine einzelne Zahl, und ein Komma trennt die Werte einer Folge. Nimm den Dezimalpunkt: --set {assignment}",
  },
  "trace.unknown-case": {
    en: "There is no case “{found}”. Choose one of: {known}.",
    de: "Einen Fall „{found}“ gibt es nicht. Wähle einen von: {known}.",
  },
  "trace.no-cases": {
    en: "There is no case “{found}”: this exercise has no cases.",
    de: "Einen Fall „{found}“ gibt es nicht: Diese Aufgabe hat keine Fälle.",
  },
  "trace.unknown-name": {
    en: "This exercise's model has no quantity “{found}”. It has: {known}.",
    de: "Das Modell dieser Aufgabe hat keine Größe „{found}“. Es hat: {known}.",
  },
  "trace.no-model": { en: "This exercise has no model to run.", de: "Diese Aufgabe hat kein Modell." },

  "hint.level": { en: "{item}: hint {level} of {levels}", de: "{item}: Hinweis {level} von {levels}" },
  "hint.right": { en: "Your answer is right.", de: "Deine Antwort stimmt." },
  "hint.nothing": { en: "There is nothing to say at this level.", de: "Auf dieser Stufe gibt es nichts zu sagen." },
  "next.hint": { en: "For the next hint:", de: "Zum nächsten Hinweis:" },
  "next.solve": { en: "For the whole solution:", de: "Zur ganzen Lösung:" },

  "next.new-sheet": { en: "Get an empty sheet to fill in:", de: "Hol dir ein leeres Antwortblatt zum Ausfüllen:" },
  "next.batch": { en: "Choose one file in it, or grade all of it:", de: "Nimm eine Datei daraus, oder bewerte alle:" },
  "next.other-exercise": { en: "Grade it as that exercise:", de: "Bewerte sie als diese Aufgabe:" },
  "next.try": { en: "Try:", de: "Versuch:" },
  "next.exercise": { en: "Look at it and run its model:", de: "Sieh sie dir an und rechne ihr Modell:" },
  "next.fill": { en: "Fill it in, then check it:", de: "Füll das Blatt aus, dann prüfe es:" },
});
