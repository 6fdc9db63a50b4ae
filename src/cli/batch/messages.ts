/** What the commands for whole courses say. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  // What a run can't work with.
  "batch.missing-input": { en: "No such file or folder: {input}", de: "Datei oder Ordner fehlt: {input}" },
  "batch.unusable-input": { en: "{input}: {reason}", de: "{input}: {reason}" },
  "batch.nothing-to-grade": {
    en: "There is nothing to grade: no *.json below {inputs}.",
    de: "Es gibt nichts zu bewerten: keine *.json unter {inputs}.",
  },
  "batch.unknown-format": {
    en: "There is no format {format}. Choose from: {known}",
    de: "Das Format {format} gibt es nicht. Zur Wahl stehen: {known}",
  },
  "batch.unknown-level": { en: "{level} is none of: {known}", de: "{level} ist nichts davon: {known}" },
  "batch.no-worksheet": {
    en: "moodle-worksheet fills in the grading worksheet that Moodle gave you. Give it with --worksheet; {file} is none.",
    de: "moodle-worksheet füllt die Bewertungstabelle aus, die Moodle dir gegeben hat. Gib sie mit --worksheet an; {file} ist keine.",
  },
  "batch.provisional": { en: "Provisional marks ({n}): {students}", de: "Vorläufige Noten ({n}): {students}" },
  "batch.not-final": {
    en: "Not final ({n}), so no report is written: {students}",
    de: "Nicht endgültig ({n}), darum ohne Berichte: {students}",
  },
  "batch.format-needs-out": {
    en: "Format {format} makes more than one file. Say with --out which folder they go to.",
    de: "Das Format {format} besteht aus mehreren Dateien. Gib mit --out einen Ordner dafür an.",
  },
  "batch.one-format": {
    en: "Only one format can be printed. For more, give a folder with --out.",
    de: "Ausgeben lässt sich nur ein Format. Gib für mehrere mit --out einen Ordner an.",
  },
  "batch.json-and-format": {
    en: "--json prints the summary. To get a --format as well, give a folder with --out.",
    de: "--json gibt die Übersicht aus. Gib für ein --format dazu mit --out einen Ordner an.",
  },
  "batch.unusable-roster": {
    en: "{file} can't be used as a roster: no column of student ids was found ({reason}).",
    de: "{file} ist als Teilnehmerliste unbrauchbar: keine Spalte mit Kennungen gefunden ({reason}).",
  },
  "batch.bad-extension": {
    en: "Extension of {student}: “{extension}” is no time.",
    de: "Verlängerung von {student}: „{extension}“ ist keine Zeit.",
  },
  "batch.no-deadline": { en: "--late needs a --deadline.", de: "--late braucht eine --deadline." },
  "batch.unusable-overrides": {
    en: "{file} can't be used for decisions ({reason}).",
    de: "{file} ist für Entscheidungen unbrauchbar ({reason}).",
  },
  "batch.unusable-results": {
    en: "{folder} holds no batch results ({reason}).",
    de: "{folder} enthält keine Ergebnisse eines Laufs ({reason}).",
  },
  "batch.foreign-folder": {
    en: "{folder} holds other files and no results, so it is not replaced. Give another folder with --out.",
    de: "{folder} enthält andere Dateien und keine Ergebnisse und wird darum nicht ersetzt. Gib mit --out einen anderen Ordner an.",
  },
  "batch.out-is-input": {
    en: "--out {out} would replace what is to be graded. Give another folder.",
    de: "--out {out} würde ersetzen, was bewertet werden soll. Gib einen anderen Ordner an.",
  },
  "batch.file-problem": { en: "{file}: {reason}.", de: "{file}: {reason}." },
  "batch.file-permission": { en: "no permission to read or write this", de: "Lesen oder Schreiben ist nicht erlaubt" },
  "batch.file-not-a-folder": { en: "a file where a folder is needed", de: "wo ein Ordner nötig ist, liegt eine Datei" },
  "batch.file-missing": { en: "there is no such file or folder", de: "Datei oder Ordner fehlt" },
  "batch.file-busy": {
    en: "this can't be replaced as a whole; give a folder inside it",
    de: "das lässt sich nicht als Ganzes ersetzen; gib einen Ordner darin an",
  },

  // What a run says.
  "batch.defect-detail": {
    en: "The program failed on {file}. Please report it:\n{detail}",
    de: "Das Programm ist an {file} gescheitert. Bitte melde das:\n{detail}",
  },
  "batch.not-applied": { en: "Not applied (--overrides): {file}", de: "Nicht angewandt (--overrides): {file}" },
  "batch.unused-override": {
    en: "Decision not used, because the answer has changed or is not there: {student}, {exercise}, {item}",
    de: "Entscheidung nicht verwendet, weil die Antwort geändert ist oder fehlt: {student}, {exercise}, {item}",
  },
  "batch.and-more": { en: "… and {n} more.", de: "… und {n} weitere." },
  "batch.found": { en: "Found", de: "Gefunden" },
  "batch.found-roster": { en: "on the roster", de: "auf der Teilnehmerliste" },
  "batch.found-matched": { en: "of them handed in", de: "davon abgegeben" },
  "batch.found-unreadable": { en: "unreadable, or of another type", de: "unlesbar oder von anderer Art" },
  "batch.found-ambiguous": { en: "name of several people", de: "Name mehrerer Personen" },
  "batch.found-misnamed": { en: "name another student", de: "nennen jemand anderen" },
  "batch.found-late": { en: "late", de: "zu spät" },
  "batch.found-unknown": { en: "name an unknown exercise", de: "nennen eine unbekannte Aufgabe" },
  "batch.found-strangers": { en: "not on the roster", de: "nicht auf der Teilnehmerliste" },
  "batch.found-nobodys": { en: "belong to nobody", de: "gehören niemandem" },
  "batch.found-nameless": { en: "name somebody unknown", de: "nennen jemand Unbekannten" },
  "batch.found-superseded": { en: "replaced by the same student", de: "von derselben Person ersetzt" },
  "batch.found-other": { en: "hidden and project files", de: "versteckte und Projektdateien" },
  "batch.lost": {
    en: "{n} {n|student|students} lost a result: {students}",
    de: "{n} {n|Person hat|Personen haben} ein Ergebnis verloren: {students}",
  },
  "batch.roster-encoding": {
    en: "{file} is not UTF-8 and was read as Windows-1252. If names look wrong, save it as UTF-8.",
    de: "{file} ist kein UTF-8 und wurde als Windows-1252 gelesen. Sehen Namen falsch aus, speichere sie als UTF-8.",
  },
  "batch.column-results": { en: "Results", de: "Ergebnisse" },
  "batch.column-invalid": { en: "Unreadable", de: "Unlesbar" },
  "batch.column-absent": { en: "Absent", de: "Fehlend" },
  "batch.column-passed": { en: "Passed", de: "Bestanden" },
  "batch.column-review": { en: "To review", de: "Zu prüfen" },
  "batch.column-mean": { en: "Mean", de: "Mittel" },
  "batch.results-in": { en: "Results: {path}", de: "Ergebnisse: {path}" },
  "batch.next-review": { en: "Decide what is under review:", de: "Offenes entscheiden:" },

  // merge and diff
  "batch.shard-missing": {
    en: "Shard {shards} of {count} is missing. To merge what there is, add --partial.",
    de: "Teil {shards} von {count} fehlt. Mit --partial wird vereinigt, was da ist.",
  },
  "batch.mixed-shards": { en: "Parts of different runs: {shards}.", de: "Teile verschiedener Läufe: {shards}." },
  "batch.mixed-runs": {
    en: "These folders are parts of runs over different files, or with different options (--lang, --feedback, …). To merge them all the same, add --partial.",
    de: "Diese Ordner sind Teile von Läufen über verschiedene Dateien oder mit verschiedenen Optionen (--lang, --feedback, …). Mit --partial werden sie trotzdem vereinigt.",
  },
  "batch.merge-conflict": {
    en: "{file} has two different results, in {first} and {second}; the second one counts.",
    de: "{file} hat zwei verschiedene Ergebnisse, in {first} und {second}; das zweite zählt.",
  },

  // review
  "batch.review-none": { en: "Nothing is under review.", de: "Es ist nichts zu prüfen." },
  "batch.review-place": {
    en: "{index} of {total}: {exercise}, {item} – {n} {n|answer|answers}",
    de: "{index} von {total}: {exercise}, {item} – {n} {n|Antwort|Antworten}",
  },
  "batch.review-earns": { en: "{points} {n|point|points}: {criterion}", de: "{points} {n|Punkt|Punkte}: {criterion}" },
  "batch.review-answer": { en: "Answer", de: "Antwort" },
  "batch.review-saw": { en: "What the program saw", de: "Was das Programm sah" },
  "batch.review-before": { en: "Decided before: {points}", de: "Schon entschieden: {points}" },
  "batch.labelled": { en: "{path}: {n} labelled", de: "{path}: {n} markiert" },
  "batch.labelled-none": { en: "Nothing is decided in these results.", de: "Hier ist nichts entschieden." },
  "batch.review-prompt": {
    en: "[a]ward, [d]eny, points (0.5), [c]omment TEXT, [s]kip, [u]ndo, [q]uit, [?]",
    de: "[a] anerkennen, [d] ablehnen, Punkte (0,5), [c] Kommentar TEXT, [s] später, [u] zurück, [q] Ende, [?]",
  },
  "batch.review-done": {
    en: "{n} {n|decision|decisions} in {path}, {left} still open. To apply them: rnn-check batch … --overrides {path}",
    de: "{n} {n|Entscheidung|Entscheidungen} in {path}, {left} noch offen. So gelten sie: rnn-check batch … --overrides {path}",
  },
});
