/**
 * What `--help` says: `help.<command>` in the list of commands and above its own help, `help.<command>.after` below it,
 * `help.<command>.--option` or `help.--option` for options.
 */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "help.usage": { en: "Usage:", de: "Aufruf:" },
  "help.options": { en: "Options:", de: "Optionen:" },
  "help.commands": { en: "Commands:", de: "Befehle:" },
  "help.global-options": { en: "Options of all commands:", de: "Optionen aller Befehle:" },
  "help.default": { en: "default: {value}", de: "Vorgabe: {value}" },

  "help.rnn-check": {
    en: "Grades answers to exercises on recurrent neural networks and says what is wrong with them.",
    de: "Bewertet Antworten zu Aufgaben über rekurrente neuronale Netze und sagt, was daran nicht stimmt.",
  },
  "help.rnn-check.after": {
    en: `Exit status: 0 passed, 1 graded but not passed, 2 not gradable, 3 a defect of rnn-check itself.

Examples:
  rnn-check ex6 answer.json               grade one answer
  rnn-check show ex6                      what the exercise asks
  rnn-check init ex6 answer.json          an empty answer sheet to fill in
  rnn-check trace ex2 --set W=0.5         run the model with other numbers
  rnn-check batch submissions --out out   grade a whole course`,
    de: `Exit-Status: 0 bestanden, 1 bewertet, aber nicht bestanden, 2 nicht bewertbar, 3 ein Fehler in rnn-check selbst.

Beispiele:
  rnn-check ex6 antwort.json              eine Antwort bewerten
  rnn-check show ex6                      was die Aufgabe verlangt
  rnn-check init ex6 antwort.json         ein leeres Antwortblatt zum Ausfüllen
  rnn-check trace ex2 --set W=0.5         das Modell mit anderen Zahlen rechnen
  rnn-check batch abgaben --out out       einen ganzen Kurs bewerten`,
  },
  "help.--version": { en: "print the version", de: "die Version ausgeben" },
  "help.--help": { en: "print help, also for one command", de: "Hilfe ausgeben, auch zu einem Befehl" },
  "help.--json": { en: "one JSON document and nothing else", de: "ein JSON-Dokument und sonst nichts" },
  "help.--feedback": { en: "how much is told", de: "wie viel verraten wird" },
  "help.--min": { en: "share of the points needed to pass", de: "zum Bestehen nötiger Anteil der Punkte" },
  "help.--lang": { en: "language of the messages", de: "Sprache der Meldungen" },
  "help.--watch": { en: "grade again whenever the answer is saved", de: "bei jedem Speichern neu bewerten" },
  "help.--color": { en: "colour, even when piped", de: "Farben, auch in einer Pipe" },
  "help.--no-color": { en: "no colour", de: "keine Farben" },
  "help.--exercises": { en: "add a folder of exercises (repeatable)", de: "Ordner mit Aufgaben dazunehmen (mehrfach)" },

  "help.check": { en: "grade one answer; “check” may be left out", de: "eine Antwort bewerten; auch ohne „check“" },
  "help.list": { en: "the exercises, with points", de: "die Aufgaben mit ihren Punkten" },
  "help.show": { en: "what the exercise asks and how to answer", de: "was die Aufgabe verlangt und wie du antwortest" },
  "help.init": { en: "write an empty answer sheet", de: "ein leeres Antwortblatt anlegen" },
  "help.practice": { en: "practise with fresh numbers", de: "mit frischen Zahlen üben" },
  "help.--seed": { en: "any text: draws the same numbers", de: "irgendein Text: lost dieselben Zahlen aus" },
  "help.new": { en: "write an exercise to start from", de: "eine Aufgabe als Anfang anlegen" },
  "help.test": { en: "check exercises that you write", de: "eigene Aufgaben prüfen" },
  "help.test.after": {
    en: "Exit status: 0 fine, 1 a sample answer gets other marks or a wrong answer full points, 2 a broken exercise.",
    de: "Exit-Status: 0 in Ordnung, 1 andere Punkte für eine Beispielantwort oder alle für eine falsche, 2 fehlerhafte Aufgabe.",
  },
  "help.test.--strict": { en: "exit status 1 for warnings, too", de: "Exit-Status 1 auch bei Warnungen" },
  "help.test.--junit": { en: "write JUnit XML into a file, too", de: "auch JUnit-XML in eine Datei schreiben" },
  "help.test.--format": { en: "what is printed", de: "was ausgegeben wird" },
  "help.--force": { en: "overwrite files that exist", de: "vorhandene Dateien überschreiben" },
  "help.trace": {
    en: "run the model: forward values, gradients, what must be stored",
    de: "das Modell rechnen: Vorwärtswerte, Gradienten, was gespeichert werden muss",
  },
  "help.trace.--steps": { en: "number of time steps", de: "Zahl der Zeitschritte" },
  "help.trace.--case": {
    en: "a case of the exercise (default: one that is not graded)",
    de: "ein Fall der Aufgabe (Vorgabe: einer, der nicht bewertet wird)",
  },
  "help.trace.--set": {
    en: "set a quantity: W=0.9, x=0.5,-1 or x=sin(0.1*t) (repeatable)",
    de: "eine Größe setzen: W=0.9, x=0.5,-1 oder x=sin(0.1*t) (mehrfach möglich)",
  },
  "help.trace.--wrt": {
    en: "differentiate with respect to these: W,h0 (default: the parameters)",
    de: "nach diesen Größen ableiten: W,h0 (Vorgabe: die Parameter)",
  },
  "help.trace.--values": { en: "all values, also of long runs", de: "alle Werte, auch bei langen Läufen" },
  "help.trace.--seed": {
    en: "draw numbers instead; with --case, those of practice",
    de: "stattdessen Zahlen auslosen; mit --case die von practice",
  },
  "help.trace.--solution": {
    en: "also what the exercise asks: graded numbers, stored values",
    de: "auch, was die Aufgabe fragt: bewertete Zahlen, gespeicherte Werte",
  },
  "help.solve": { en: "the solution, step by step", de: "die Lösung, Schritt für Schritt" },
  "help.solve.--format": { en: "how it is written", de: "wie sie geschrieben wird" },
  "help.hint": { en: "one hint on a question, then the next", de: "ein Hinweis zu einer Frage, dann der nächste" },
  "help.hint.--level": {
    en: "1: where to look, 2: which rule, 3: the first step, 4: all but the end",
    de: "1: wo du suchst, 2: welche Regel, 3: der erste Schritt, 4: alles bis auf den Schluss",
  },
  "help.help": { en: "print help, also for one command", de: "Hilfe ausgeben, auch zu einem Befehl" },

  "help.batch": { en: "grade folders, patterns and zip archives", de: "Ordner, Muster und Zip-Archive bewerten" },
  "help.batch.after": {
    en: `Exit status: 0 done, 1 with --fail-below and someone below or nothing gradable, or with --require and something missing, 2 nothing to grade or a broken exercise, 4 the computer failed (earlier results stay).

Examples:
  rnn-check batch submissions --exercise ex6 --out results --format csv,html
  rnn-check batch moodle-download.zip --out results --roster students.csv --format moodle
  rnn-check batch submissions --out results --overrides results/overrides.csv`,
    de: `Exit-Status: 0 fertig, 1 mit --fail-below und jemandem darunter oder nichts Bewertbarem oder mit --require, wenn etwas fehlt, 2 nichts zu bewerten oder eine fehlerhafte Aufgabe, 4 der Rechner hat versagt (frühere Ergebnisse bleiben).

Beispiele:
  rnn-check batch abgaben --exercise ex6 --out ergebnisse --format csv,html
  rnn-check batch moodle-download.zip --out ergebnisse --roster kurs.csv --format moodle
  rnn-check batch abgaben --out ergebnisse --overrides ergebnisse/overrides.csv`,
  },
  "help.--exercise": { en: "the exercise of all files (id or path)", de: "Aufgabe aller Dateien (Kennung oder Pfad)" },
  "help.batch.--student": { en: "all files are this student's", de: "alle Dateien gehören dieser Person" },
  "help.--out": { en: "folder for results; replaces earlier ones", de: "Ordner für die Ergebnisse; ersetzt frühere" },
  "help.batch.--shard": {
    en: "grade part i of n, split by student; join the parts with merge",
    de: "Teil i von n bewerten, geteilt nach Person; merge fügt die Teile zusammen",
  },
  "help.--roster": { en: "CSV of all students: adds who is missing", de: "CSV mit allen im Kurs: ergänzt, wer fehlt" },
  "help.--overrides": { en: "CSV of decisions, as review writes it", de: "CSV mit Entscheidungen aus review" },
  "help.batch.--require": {
    en: "exercises that nobody may leave out (ex6,ex7): absent ones count 0, exit status 1",
    de: "Aufgaben, die niemand auslassen darf (ex6,ex7): fehlende zählen 0, Status 1",
  },
  "help.batch.--deadline": {
    en: "what is late: after 2026-05-31T23:59+02:00 (no zone: UTC)",
    de: "was zu spät ist: nach 2026-05-31T23:59+02:00 (ohne Zone: UTC)",
  },
  "help.batch.--late": {
    en: "cost: 10%/day, 1 point/hour, 5%, none",
    de: "Kosten: 10%/Tag, 1 Punkt/Stunde, 5%, keine",
  },
  "help.batch.--fail-below": { en: "exit status 1 if someone has less", de: "Status 1, wenn jemand weniger erreicht" },
  "help.--format": {
    en: "reports to write, each with a feedback level if you like (feedback=hints): {own}",
    de: "Berichte, die geschrieben werden, auf Wunsch mit eigener Ausführlichkeit (feedback=hints): {own}",
  },
  "help.--final": { en: "no formats while a mark is provisional", de: "Formate nur, wenn nichts vorläufig ist" },
  "help.--worksheet": { en: "Moodle's grading worksheet to fill in", de: "Moodles Bewertungstabelle zum Ausfüllen" },
  "help.--title": { en: "heading of reports for people", de: "Überschrift der Berichte für Menschen" },
  "help.--bom": { en: "CSV files with a byte order mark", de: "CSV-Dateien mit Byte Order Mark" },
  "help.--moodle-id": { en: "Moodle's column of student ids", de: "die Spalte der Kennungen in Moodle" },
  "help.--canvas-id": { en: "Canvas's column of student ids", de: "die Spalte der Kennungen in Canvas" },
  "help.--canvas-column": {
    en: "Canvas's column for an exercise: ex6=Sheet 6 (1234)",
    de: "die Spalte einer Aufgabe in Canvas: ex6=Sheet 6 (1234)",
  },

  "help.merge": { en: "join the results of shards", de: "die Ergebnisse von Teilen zusammenfügen" },
  "help.merge.--partial": { en: "even if a shard is missing", de: "auch wenn ein Teil fehlt" },
  "help.review": { en: "decide what is under review", de: "über Offenes entscheiden" },
  "help.review.--names": { en: "show who wrote an answer", de: "zeigen, von wem eine Antwort ist" },
  "help.review.--export-labelled": {
    en: "add decisions to labelled answers in DIR",
    de: "Entscheidungen zu markierten Antworten in DIR",
  },
  "help.--by": { en: "who decides; stands in reports", de: "wer entscheidet; steht in Berichten" },
});
