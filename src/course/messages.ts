/** What is said about submitted files, whose they are, and while a person decides what is under review. */

import { messages } from "../messages/message.ts";

export const say = messages({
  // Why a file has no points.
  "batch.unreadable-file": { en: "The file can't be read ({reason}).", de: "Die Datei ist nicht lesbar ({reason})." },
  "batch.broken-archive-entry": {
    en: "The file can't be unpacked from its archive ({reason}). Zip it again, or hand in the .json file itself.",
    de: "Die Datei lässt sich nicht aus ihrem Archiv entpacken ({reason}). Packe sie neu, oder gib die .json-Datei selbst ab.",
  },
  "batch.encrypted": {
    en: "The file is encrypted. Hand it in without a password.",
    de: "Die Datei ist verschlüsselt. Gib sie ohne Passwort ab.",
  },
  "batch.not-json": {
    en: "This is {what}, which can't be graded. Hand in your answers as a .json file.",
    de: "Das ist {what}; so lässt sich nichts bewerten. Gib deine Antworten als .json-Datei ab.",
  },
  "batch.archive-limit": {
    en: "The archive holds too many files, or files that share their bytes, so the rest of it was not opened.",
    de: "Das Archiv enthält zu viele Dateien oder solche, die sich ihre Bytes teilen; der Rest wurde nicht geöffnet.",
  },
  "batch.student-limit": {
    en: "All your files together are too large. Hand in only the .json file of each exercise.",
    de: "Alle deine Dateien zusammen sind zu groß. Gib nur die .json-Datei jeder Aufgabe ab.",
  },
  "batch.archive-in-archive": {
    en: "This is an archive inside an archive, which is not opened. Hand in the .json file itself.",
    de: "Das ist ein Archiv in einem Archiv und wird nicht geöffnet. Gib die .json-Datei selbst ab.",
  },
  "batch.archive-broken": {
    en: "This is no zip archive, or it is cut off or broken. Download or zip it again.",
    de: "Das ist kein Zip-Archiv, oder es ist abgeschnitten oder beschädigt. Lade oder packe es noch einmal.",
  },
  "batch.archive-empty": { en: "The file is empty.", de: "Die Datei ist leer." },
  "batch.name-not-utf8": {
    en: "The folder's name is not UTF-8, so it can't be opened. Rename it and grade it again.",
    de: "Der Name des Ordners ist kein UTF-8, darum lässt er sich nicht öffnen. Benenne ihn um und bewerte ihn noch einmal.",
  },
  "batch.no-exercise": {
    en: "Neither “exercise” in the file nor its name says which exercise this answers. Add “exercise”.",
    de: "Weder „exercise“ in der Datei noch ihr Name sagt, zu welcher Aufgabe sie gehört. Ergänze „exercise“.",
  },
  "batch.own-result": { en: "This is a result, not an answer.", de: "Das ist ein Ergebnis, keine Antwort." },
  "batch.unknown-exercise": { en: "There is no exercise “{exercise}”.", de: "Es gibt keine Aufgabe „{exercise}“." },
  "batch.defect": {
    en: "The program failed on this file. That is not the answer's fault; someone has to look at it.",
    de: "Das Programm ist an dieser Datei gescheitert. Die Antwort kann nichts dafür; jemand muss sie ansehen.",
  },

  // Whose a file is.
  "batch.other-student": {
    en: "The file names “{claimed}”, but it was handed in by {student}, so it counts for {student}.",
    de: "Die Datei nennt „{claimed}“, abgegeben wurde sie aber von {student}; darum zählt sie für {student}.",
  },
  "batch.by-group": {
    en: "Handed in by {by} for the group, so it counts for {student}, too.",
    de: "Von {by} für die Gruppe abgegeben; darum zählt es auch für {student}.",
  },
  "batch.ambiguous-student": {
    en: "Several people on the roster are called {name} ({students}), and nothing here tells which of them this is.",
    de: "Mehrere auf der Teilnehmerliste heißen {name} ({students}), und nichts sagt hier, wer von ihnen es ist.",
  },
  "batch.same-student": {
    en: "Someone else also hands in under the name {namesake}, so this submission is listed under {student}.",
    de: "Auch jemand anderes gibt unter dem Namen {namesake} ab; darum steht diese Abgabe unter {student}.",
  },

  // Grading keys.

  // Late work.
  "batch.late": { en: "Handed in late ({by}).", de: "Zu spät abgegeben ({by})." },
  "batch.late-taken": { en: "{taken} of {before} points are taken off.", de: "{taken} von {before} Punkten gehen ab." },
  "batch.late-counts": {
    en: "On time: {points} points; the late file counts.",
    de: "Rechtzeitig: {points} Punkte; die spätere Datei zählt.",
  },
  "batch.punctual-counts": {
    en: "Late: {points} points; the file on time counts.",
    de: "Verspätet: {points} Punkte; die rechtzeitige zählt.",
  },

  // Review.
  "batch.review-help": {
    en: "a: all points. d: none. A number: that many points. c TEXT: a comment for the next decision. s: skip it for now. u: take the last decision back. q: stop. What you have decided is saved, and the same command goes on from there.",
    de: "a: alle Punkte. d: keine. Eine Zahl: so viele Punkte. c TEXT: ein Kommentar zur nächsten Entscheidung. s: vorerst überspringen. u: die letzte Entscheidung zurücknehmen. q: aufhören. Was du entschieden hast, ist gespeichert, und derselbe Befehl macht dort weiter.",
  },
  "batch.review-unknown": { en: "Not understood: {input}", de: "Nicht verstanden: {input}" },
  "batch.review-bounds": { en: "Give from 0 to {max} points.", de: "Gib zwischen 0 und {max} Punkten." },
  "batch.review-nothing-to-undo": { en: "There is nothing to take back.", de: "Es gibt nichts zurückzunehmen." },
});
