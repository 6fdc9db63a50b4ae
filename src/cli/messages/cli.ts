/** Messages of the command line: files, usage, answer sheets. */

import type { Entry } from "../../messages/entry.ts";

export const cli = {
  "file.missing": {
    en: "There is no file {file}. Check the name and the folder.",
    de: "Die Datei {file} gibt es nicht. Prüfe Name und Ordner.",
  },
  "file.missing-nearest": {
    en: "There is no file {file}. Did you mean {nearest}?",
    de: "Die Datei {file} gibt es nicht. Meintest du {nearest}?",
  },
  "file.is-folder": {
    en: "{file} is a folder, not an answer.",
    de: "{file} ist ein Ordner, keine Antwort.",
  },
  "file.no-permission": {
    en: "{file} can't be opened: you have no permission to read it.",
    de: "{file} lässt sich nicht öffnen: Dir fehlt das Recht, die Datei zu lesen.",
  },
  "file.unreadable": {
    en: "{file} can't be read ({reason}).",
    de: "{file} lässt sich nicht lesen ({reason}).",
  },
  "usage.unknown-exercise": {
    en: "There is no exercise “{wanted}”. There are: {known}.",
    de: "Eine Aufgabe „{wanted}“ gibt es nicht. Es gibt: {known}.",
  },
  "usage.unknown-exercise-nearest": {
    en: "There is no exercise “{wanted}”. Did you mean {nearest}? There are: {known}.",
    de: "Eine Aufgabe „{wanted}“ gibt es nicht. Meintest du {nearest}? Es gibt: {known}.",
  },
  "usage.unknown-command": {
    en: "“{wanted}” is neither a command nor an exercise. Did you mean {nearest}?",
    de: "„{wanted}“ ist weder ein Befehl noch eine Aufgabe. Meintest du {nearest}?",
  },
  "usage.answer-missing": {
    en: "Which answer? Give a file, or - for standard input.",
    de: "Welche Antwort? Gib eine Datei an, oder - für die Standardeingabe.",
  },
  "usage.argument-missing": {
    en: "`{command}` needs one more argument: {name}.",
    de: "Für `{command}` fehlt noch eine Angabe: {name}.",
  },
  "usage.too-many": {
    en: "One answer at a time. For several: rnn-check batch FILES --exercise {exercise}",
    de: "Immer nur eine Antwort auf einmal. Mehrere gehen so: rnn-check batch DATEIEN --exercise {exercise}",
  },
  "usage.two-words": {
    en: "There is no exercise “{wanted}”, but there is {joined}.",
    de: "Eine Aufgabe „{wanted}“ gibt es nicht, aber {joined}.",
  },
  "usage.too-many-arguments": {
    en: "These are too many arguments for `{command}`.",
    de: "Das sind zu viele Angaben für `{command}`.",
  },
  "usage.unknown-option": {
    en: "There is no option {option}.",
    de: "Eine Option {option} gibt es nicht.",
  },
  "usage.unknown-option-nearest": {
    en: "There is no option {option}. Did you mean {nearest}?",
    de: "Eine Option {option} gibt es nicht. Meintest du {nearest}?",
  },
  "usage.option-value-missing": {
    en: "The option {option} needs a value.",
    de: "Die Option {option} braucht einen Wert.",
  },
  "usage.option-value": {
    en: "“{found}” is no value for {option}. Possible: {expected}.",
    de: "„{found}“ ist kein Wert für {option}. Möglich: {expected}.",
  },
  "usage.no-json": {
    en: "`{command}` asks questions and has no result that could be JSON.",
    de: "`{command}` stellt Fragen und hat kein Ergebnis, das JSON sein könnte.",
  },
  "usage.option-gone": {
    en: "There is no {option}: a run takes seconds and is all or nothing. Just run it again, or share it out with --shard.",
    de: "{option} gibt es nicht: Ein Lauf dauert Sekunden und gelingt ganz oder gar nicht. Starte ihn neu, oder teile ihn mit --shard auf.",
  },
  "usage.see-help": {
    en: "All commands and options: rnn-check --help",
    de: "Alle Befehle und Optionen: rnn-check --help",
  },
  "exercise.broken": {
    en: "This exercise can't be used. That is for its author to mend, not for students: {problem}",
    de: "Diese Aufgabe ist nicht verwendbar. Beheben muss das ihr Autor, nicht die Studierenden: {problem}",
  },
  "internal.defect": {
    en: "This is a defect of rnn-check, not of your answer: {problem}. Please report it.",
    de: "Das ist ein Fehler in rnn-check, nicht in deiner Antwort: {problem}. Bitte melde ihn.",
  },
  "init.written": {
    en: "{file} is ready.",
    de: "{file} ist angelegt.",
  },
  "init.exists": {
    en: "{file} exists already and stays as it is. Choose another name, or overwrite it with --force.",
    de: "{file} gibt es schon, und die Datei bleibt, wie sie ist. Nimm einen anderen Namen, oder überschreib sie mit --force.",
  },
  "init.not-written": {
    en: "{file} can't be written ({reason}).",
    de: "{file} lässt sich nicht schreiben ({reason}).",
  },
  "trace.missing": {
    en: "No value for {names}: what depends on it can't be computed. Set it, for example: --set {example}",
    de: "Kein Wert für {names}: Was davon abhängt, lässt sich nicht berechnen. Setz ihn, zum Beispiel: --set {example}",
  },
  "trace.set-form": {
    en: "--set takes NAME=VALUE, such as W=0.9 or x=0.5,-1; “{found}” is not of this form.",
    de: "--set erwartet NAME=WERT, etwa W=0.9 oder x=0.5,-1; „{found}“ hat nicht diese Form.",
  },
  "trace.decimal-comma": {
    en: "{found} is a single quantity; a comma separates the values of a sequence. With a decimal point: --set {assignment}",
    de: "{found} ist eine einzelne Größe; ein Komma trennt die Werte einer Folge. Mit Dezimalpunkt: --set {assignment}",
  },
  "file.nothing-arrives": {
    en: "{file} is a pipe, and nobody writes to it.",
    de: "{file} ist eine Pipe, in die niemand schreibt.",
  },
  "file.typing": {
    en: "Type or paste the answer, then press Ctrl-D on an empty line.",
    de: "Tippe die Antwort ein oder füge sie ein, dann in einer leeren Zeile Strg-D.",
  },
  "usage.no-help": {
    en: "There is no command “{wanted}”.",
    de: "Einen Befehl „{wanted}“ gibt es nicht.",
  },
  "usage.exercise-missing": {
    en: "Which exercise?",
    de: "Welche Aufgabe?",
  },
  "usage.which-exercise": {
    en: "{file} does not say which exercise it answers. There are: {known}.",
    de: "In {file} steht nicht, zu welcher Aufgabe die Antwort gehört. Es gibt: {known}.",
  },
  "usage.option-missing": {
    en: "The option {option} is needed.",
    de: "Die Option {option} muss angegeben werden.",
  },
  "usage.see": {
    en: "More: {help}",
    de: "Mehr dazu: {help}",
  },
  "usage.type": {
    en: "Type, for example:",
    de: "Schreib zum Beispiel:",
  },
  "exercises.no-folder": {
    en: "--exercises: there is no folder {folder}.",
    de: "--exercises: Den Ordner {folder} gibt es nicht.",
  },
  "exercises.not-a-folder": {
    en: "--exercises: {folder} is a file, not a folder. A single exercise is given by its path: rnn-check {folder} answer.json",
    de: "--exercises: {folder} ist eine Datei, kein Ordner. Eine einzelne Aufgabe gibst du mit ihrem Pfad an: rnn-check {folder} antwort.json",
  },
  "exercises.unreadable": {
    en: "--exercises: the folder {folder} can't be read.",
    de: "--exercises: Der Ordner {folder} ist nicht lesbar.",
  },
  "exercise.more": {
    en: "More in the same file:",
    de: "Weiteres in derselben Datei:",
  },
  "list.built-in": {
    en: "built in",
    de: "eingebaut",
  },
  "output.not-written": {
    en: "The result could not be written: {reason}",
    de: "Das Ergebnis ließ sich nicht schreiben: {reason}",
  },
  "init.no-permission": {
    en: "{file} can't be written: you have no permission there.",
    de: "{file} lässt sich nicht schreiben: Dir fehlt dort das Recht dazu.",
  },
  "init.is-folder": {
    en: "{file} is a folder. Name a file in it: {file}/answer.json",
    de: "{file} ist ein Ordner. Nenn eine Datei darin: {file}/antwort.json",
  },
  "completion.unknown-shell": {
    en: "There is a script for {known}, but none for “{wanted}”.",
    de: "Es gibt ein Skript für {known}, aber keins für „{wanted}“.",
  },
  "next.new-sheet": {
    en: "Get an empty answer sheet to fill in:",
    de: "Hol dir ein leeres Antwortblatt zum Ausfüllen:",
  },
  "next.batch": {
    en: "Give one file of it, or grade everything in it:",
    de: "Gib eine Datei daraus an, oder bewerte alles darin:",
  },
  "next.other-exercise": {
    en: "Grade it there:",
    de: "Bewerte sie dort:",
  },
  "next.try": {
    en: "Type:",
    de: "Schreib:",
  },
  "next.fill": {
    en: "Fill it in, then check it:",
    de: "Füll das Blatt aus, dann prüfe es:",
  },
  "trace.unknown-case": {
    en: "There is no case “{found}”. There are: {known}.",
    de: "Einen Fall „{found}“ gibt es nicht. Es gibt: {known}.",
  },
  "trace.no-cases": {
    en: "There is no case “{found}”: this exercise has none.",
    de: "Einen Fall „{found}“ gibt es nicht: Diese Aufgabe hat keine Fälle.",
  },
  "trace.unknown-name": {
    en: "The model of this exercise has no quantity “{found}”. It has: {known}.",
    de: "Das Modell dieser Aufgabe hat keine Größe „{found}“. Es hat: {known}.",
  },
  "trace.no-model": {
    en: "This exercise has no model that could be run.",
    de: "Diese Aufgabe hat kein Modell, das sich rechnen ließe.",
  },
  "init.not-a-folder": {
    en: "{folder} is a file, so nothing can be written into it.",
    de: "{folder} ist eine Datei, darin lässt sich nichts anlegen.",
  },
  "usage.no-exercise-file": {
    en: "There is no exercise file {wanted}.",
    de: "Eine Aufgabendatei {wanted} gibt es nicht.",
  },
  "usage.no-exercise-in-folder": {
    en: "The folder {wanted} holds no exercise.yaml.",
    de: "Im Ordner {wanted} liegt keine exercise.yaml.",
  },
} as const satisfies Record<string, Entry>;
