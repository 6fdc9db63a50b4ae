/** Messages of the command line: files, usage, answer sheets. */

import type { Entry } from "./catalogue.ts";

export const cli = {
  "file.missing": {
    en: "There is no file {file}. Check the name and the folder; `rnn-check init EXERCISE {file}` makes an answer sheet.",
    de: "Die Datei {file} gibt es nicht. Prüfe Name und Ordner; `rnn-check init ÜBUNG {file}` legt ein Antwortblatt an.",
  },
  "file.missing-nearest": {
    en: "There is no file {file}. Did you mean {nearest}?",
    de: "Die Datei {file} gibt es nicht. War {nearest} gemeint?",
  },
  "file.is-folder": {
    en: "{file} is a folder. Give one answer file, or grade the folder with: rnn-check batch {file}",
    de: "{file} ist ein Ordner. Bitte eine Antwortdatei angeben, oder den Ordner bewerten mit: rnn-check batch {file}",
  },
  "file.no-permission": {
    en: "{file} must not be read: permission denied.",
    de: "{file} darf nicht gelesen werden: Zugriff verweigert.",
  },
  "file.unreadable": { en: "{file} can't be read ({reason}).", de: "{file} ist nicht lesbar ({reason})." },
  "usage.unknown-exercise": {
    en: "There is no exercise “{wanted}”. The exercises are {known}.",
    de: "Es gibt keine Übung „{wanted}“. Die Übungen sind {known}.",
  },
  "usage.unknown-exercise-nearest": {
    en: "There is no exercise “{wanted}”. Did you mean {nearest}? The exercises are {known}.",
    de: "Es gibt keine Übung „{wanted}“. War {nearest} gemeint? Die Übungen sind {known}.",
  },
  "usage.unknown-command": {
    en: "“{wanted}” is no command and no exercise. Did you mean {nearest}?",
    de: "„{wanted}“ ist weder Befehl noch Übung. War {nearest} gemeint?",
  },
  "usage.answer-missing": {
    en: "Which answer? Give a file, or - for standard input.",
    de: "Welche Antwort? Bitte eine Datei angeben, oder - für die Standardeingabe.",
  },
  "usage.argument-missing": { en: "“{name}” is missing.", de: "„{name}“ fehlt." },
  "usage.too-many": {
    en: "One answer at a time. For several: rnn-check batch FILES --exercise {exercise}",
    de: "Immer nur eine Antwort. Für mehrere: rnn-check batch DATEIEN --exercise {exercise}",
  },
  "usage.too-many-arguments": { en: "There are too many arguments.", de: "Das sind zu viele Argumente." },
  "usage.unknown-option": { en: "There is no option {option}.", de: "Die Option {option} gibt es nicht." },
  "usage.unknown-option-nearest": {
    en: "There is no option {option}. Did you mean {nearest}?",
    de: "Die Option {option} gibt es nicht. War {nearest} gemeint?",
  },
  "usage.option-value-missing": { en: "{option} needs a value.", de: "{option} braucht einen Wert." },
  "usage.option-value": {
    en: "“{found}” is no value for {option}. Expected: {expected}.",
    de: "„{found}“ ist kein Wert für {option}. Erwartet: {expected}.",
  },
  "usage.see-help": {
    en: "All commands and options: rnn-check --help",
    de: "Alle Befehle und Optionen: rnn-check --help",
  },
  "exercise.broken": {
    en: "The exercise is broken; this is for its author, not for students: {problem}",
    de: "Die Übung ist fehlerhaft; das betrifft ihren Autor, nicht Studierende: {problem}",
  },
  "internal.defect": {
    en: "This is a defect of rnn-check, not of your answer: {problem}. Please report it.",
    de: "Das ist ein Fehler in rnn-check, nicht in deiner Antwort: {problem}. Bitte melden.",
  },
  "init.written": {
    en: "{file} is ready. Fill it in, then: rnn-check {exercise} {file}",
    de: "{file} ist angelegt. Ausfüllen, dann: rnn-check {exercise} {file}",
  },
  "init.exists": {
    en: "{file} exists already and stays as it is. Choose another name, or overwrite it with --force.",
    de: "{file} gibt es schon und bleibt, wie sie ist. Anderen Namen wählen, oder mit --force überschreiben.",
  },
  "init.not-written": { en: "{file} can't be written ({reason}).", de: "{file} ist nicht schreibbar ({reason})." },
  "trace.missing": {
    en: "No value for {names}: what depends on it can't be computed. Set it, for example: --set {example}",
    de: "Kein Wert für {names}: Was davon abhängt, ist nicht berechenbar. Setzen, zum Beispiel: --set {example}",
  },
  "trace.set-form": {
    en: "--set takes NAME=VALUE, such as W=0.9 or x=0.5,-1; “{found}” is not of this form.",
    de: "--set erwartet NAME=WERT, etwa W=0.9 oder x=0.5,-1; „{found}“ hat nicht diese Form.",
  },
  "ask.number": { en: 'a number: 0.25, "0,25" or "1/4"', de: 'eine Zahl: 0.25, "0,25" oder "1/4"' },
  "ask.expression": {
    en: 'a formula as text: "V*h0*(1-tanh(tau1)^2)"',
    de: 'eine Formel als Text: "V*h0*(1-tanh(tau1)^2)"',
  },
  "ask.names": { en: 'a list of names: ["h1", "tau1"]', de: 'eine Liste von Namen: ["h1", "tau1"]' },
  "ask.graph": {
    en: 'a list of arrows [["x1", "h1"], …], or a drawing in DOT or Mermaid as text',
    de: 'eine Liste von Pfeilen [["x1", "h1"], …] oder eine Zeichnung in DOT oder Mermaid als Text',
  },
  "ask.choice": { en: "one of: {options}", de: "eines von: {options}" },
  "ask.text": { en: "your answer in words, English or German", de: "deine Antwort in Worten, Deutsch oder Englisch" },
  "ask.list": { en: 'a list of short statements: ["…", "…"]', de: 'eine Liste kurzer Aussagen: ["…", "…"]' },
} as const satisfies Record<string, Entry>;
