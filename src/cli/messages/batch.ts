/** Messages about grading many files: what went wrong with a file, decisions, and what a run says on the way. */

import type { Entry } from "../../messages/entry.ts";

export const batch = {
  // Of single files, in reports.
  "batch.unreadable-file": {
    en: "The file can't be read ({reason}).",
    de: "Die Datei ist nicht lesbar ({reason}).",
  },
  "batch.broken-archive-entry": {
    en: "The file can't be unpacked from its archive ({reason}).",
    de: "Die Datei lässt sich nicht aus ihrem Archiv entpacken ({reason}).",
  },
  "batch.encrypted": {
    en: "The file is encrypted. Hand it in without a password.",
    de: "Die Datei ist verschlüsselt. Bitte ohne Passwort abgeben.",
  },
  "batch.archive-in-archive": {
    en: "This is an archive inside an archive, and those are not opened: unpack it, or hand in the .json file itself.",
    de: "Das ist ein Archiv im Archiv, und solche werden nicht geöffnet: bitte entpacken oder die .json-Datei selbst abgeben.",
  },
  "batch.archive-broken": {
    en: "This is no zip archive, or it is cut off or broken.",
    de: "Das ist kein Zip-Archiv, oder es ist abgeschnitten oder beschädigt.",
  },
  "batch.archive-empty": { en: "The file is empty.", de: "Die Datei ist leer." },
  "batch.name-not-utf8": {
    en: "The folder's name is not UTF-8, so it can't be opened. Rename it, and grade it again.",
    de: "Der Name des Ordners ist kein UTF-8, daher lässt er sich nicht öffnen. Bitte umbenennen und neu bewerten.",
  },
  "batch.no-exercise": {
    en: 'Which exercise this answers is not said: neither by "exercise" in the file nor by its name.',
    de: 'Zu welcher Aufgabe das gehört, steht weder unter "exercise" in der Datei noch in ihrem Namen.',
  },
  "batch.own-result": {
    en: "This is a result of this program, not an answer.",
    de: "Das ist ein Ergebnis dieses Programms, keine Antwort.",
  },
  "batch.unknown-exercise": {
    en: 'There is no exercise "{exercise}".',
    de: "Eine Aufgabe „{exercise}“ gibt es nicht.",
  },
  "batch.broken-exercise": {
    en: 'Exercise "{exercise}" is broken, so answers to it can\'t be graded.',
    de: "Die Aufgabe „{exercise}“ ist fehlerhaft, Antworten darauf lassen sich nicht bewerten.",
  },
  "batch.too-slow": {
    en: "Grading this file took too long and was given up.",
    de: "Die Bewertung dieser Datei dauerte zu lange und wurde abgebrochen.",
  },
  "batch.defect": {
    en: "The tool failed on this file, through no fault of the answer. A person has to look at it.",
    de: "Das Programm ist an dieser Datei gescheitert, ohne Schuld der Antwort. Ein Mensch muss sie ansehen.",
  },
  "batch.other-student": {
    en: 'The file names "{named}" as its student, but the folder that it was handed in through is {student}\'s; it counts for {student}.',
    de: "Die Datei nennt „{named}“, abgegeben wurde sie aber über den Ordner von {student}; sie zählt für {student}.",
  },
  "batch.same-student": {
    en: "Another submission names the same student ({student}), so this one is kept apart.",
    de: "Noch eine Abgabe nennt diese Person ({student}); diese hier wird davon getrennt geführt.",
  },

  // Decisions of a person, in reports.
  "batch.decided": { en: "Decided by a person.", de: "Von einem Menschen entschieden." },
  "batch.decided-by": { en: "Decided by {by}.", de: "Entschieden von {by}." },

  // What a run cannot work with.
  "batch.missing-input": { en: "There is no such file or folder: {input}", de: "Datei oder Ordner fehlt: {input}" },
  "batch.unknown-exercise-option": {
    en: "--exercise {exercise}: there is no such exercise.",
    de: "--exercise {exercise}: Diese Aufgabe gibt es nicht.",
  },
  "batch.broken-exercise-detail": { en: "Exercise {exercise}: {reason}", de: "Aufgabe {exercise}: {reason}" },
  "batch.unknown-format": {
    en: "There is no format {format}. Formats: {known}",
    de: "Das Format {format} gibt es nicht. Formate: {known}",
  },
  "batch.format-needs-out": {
    en: "Format {format} makes more than one file: give a folder with --out.",
    de: "Das Format {format} ergibt mehrere Dateien; dafür ist mit --out ein Ordner nötig.",
  },
  "batch.one-format": {
    en: "Without --out only one format can be printed.",
    de: "Ohne --out lässt sich nur ein Format ausgeben.",
  },
  "batch.json-and-format": {
    en: "--json prints the summary; for --format as well, give a folder with --out.",
    de: "--json gibt die Übersicht aus; für --format dazu ist mit --out ein Ordner nötig.",
  },
  "batch.resume-needs-out": {
    en: "--resume needs the folder of the earlier run: --out DIR",
    de: "--resume braucht den Ordner des früheren Laufs: --out DIR",
  },
  "batch.bad-option": {
    en: "{option} {value}: expected {expected}.",
    de: "{option} {value}: Erwartet wird {expected}.",
  },
  "batch.unusable-roster": {
    en: "{file}: no roster with a column of student ids ({reason}).",
    de: "{file}: keine Teilnehmerliste mit einer Spalte für Kennungen ({reason}).",
  },
  "batch.unusable-overrides": {
    en: "{file}: no usable overrides ({reason}).",
    de: "{file}: keine brauchbare Datei mit Entscheidungen ({reason}).",
  },
  "batch.unusable-results": {
    en: "{folder}: no results of a batch ({reason}).",
    de: "{folder}: keine Ergebnisse eines Laufs ({reason}).",
  },
  "batch.file-problem": { en: "{file}: {reason}.", de: "{file}: {reason}." },
  "batch.file-permission": {
    en: "there is no permission to write or read this",
    de: "Schreiben oder Lesen ist hier nicht erlaubt",
  },
  "batch.file-disk-full": { en: "the disk is full", de: "der Datenträger ist voll" },
  "batch.file-not-a-folder": {
    en: "there is a file where a folder is needed",
    de: "wo ein Ordner nötig ist, liegt eine Datei",
  },
  "batch.file-missing": { en: "there is no such file or folder", de: "Datei oder Ordner fehlt" },
  "batch.folder-in-use": {
    en: "{folder}: another run is writing its results there. If it was stopped for good, delete {lock}.",
    de: "{folder}: Dorthin schreibt gerade ein anderer Lauf. Falls er endgültig beendet ist: {lock} löschen.",
  },
  "batch.nothing-to-grade": {
    en: "Nothing to grade: no *.json below {inputs}.",
    de: "Nichts zu bewerten: keine *.json unter {inputs}.",
  },

  // What a run says.
  "batch.defect-detail": {
    en: "Defect of the tool at {file}; please report it:\n{detail}",
    de: "Fehler des Programms bei {file}, bitte melden:\n{detail}",
  },
  "batch.unused-override": {
    en: "Override not used (the answer has changed, or there is no such thing): {student}, {exercise}, {item}",
    de: "Entscheidung nicht verwendet (die Antwort ist geändert, oder es gibt sie nicht): {student}, {exercise}, {item}",
  },
  "batch.and-more": { en: "… and {n} more.", de: "… und {n} weitere." },
  "batch.interrupted": {
    en: "Stopped. {done} of {total} files are done; the same command with --resume goes on.",
    de: "Angehalten. {done} von {total} Dateien sind fertig; derselbe Befehl mit --resume macht weiter.",
  },
  "batch.superseded": {
    en: "{n} {n|file|files} replaced by newer ones of the same student (see summary.json).",
    de: "{n} {n|Datei|Dateien} durch neuere derselben Person ersetzt (siehe summary.json).",
  },
  "batch.kept-apart": {
    en: "{file} names {student} as someone else's submission does; it is kept as {as}.",
    de: "{file} nennt {student} wie auch eine fremde Abgabe; sie steht als {as} in den Ergebnissen.",
  },
  "batch.kept-apart-advice": {
    en: "{n} files were kept apart like this. A roster (--roster) with ids and the names that folders have tells whose they are.",
    de: "So wurden {n} Dateien getrennt. Eine Teilnehmerliste (--roster) mit Kennungen und den Namen der Ordner klärt, wessen sie sind.",
  },
  "batch.formats-interrupted": {
    en: "Stopped. The results are complete, but not the files of the formats ({formats}); the same command with --resume writes them.",
    de: "Angehalten. Die Ergebnisse sind vollständig, die Dateien der Formate ({formats}) nicht; derselbe Befehl mit --resume schreibt sie.",
  },
  "batch.foreign-summary": {
    en: "{folder} holds a summary.json that is no batch's. Give another folder with --out.",
    de: "In {folder} liegt eine summary.json, die von keinem Lauf stammt. Bitte mit --out einen anderen Ordner angeben.",
  },
  "batch.misnamed": {
    en: '{file} names "{named}" as its student, but was handed in by {student}; it counts for {student}.',
    de: "{file} nennt „{named}“, abgegeben wurde es aber von {student}; es zählt für {student}.",
  },
  "batch.not-on-roster": {
    en: "Not on the roster, so left out of files for gradebooks: {students} ({n} in all, see summary.json).",
    de: "Nicht in der Teilnehmerliste und darum nicht in Dateien für Notenlisten: {students} (insgesamt {n}, siehe summary.json).",
  },
  "batch.roster-encoding": {
    en: "{file} is not UTF-8; it is read as Windows-1252. If names look wrong, save it as UTF-8.",
    de: "{file} ist kein UTF-8 und wird als Windows-1252 gelesen. Falls Namen falsch aussehen: als UTF-8 speichern.",
  },
  "batch.skipped": {
    en: "{n} {n|other file|other files} passed over (see summary.json).",
    de: "{n} {n|andere Datei|andere Dateien} übergangen (siehe summary.json).",
  },
  "batch.skipped-file": { en: "Passed over: {file} ({reason})", de: "Übergangen: {file} ({reason})" },
  "batch.reason-link": {
    en: "a link, but not one to a file in the folder",
    de: "eine Verknüpfung, aber nicht auf eine Datei im Ordner",
  },
  "batch.reason-not-a-file": { en: "not a regular file", de: "keine gewöhnliche Datei" },
  "batch.reason-archive-entry": {
    en: "a name that leads out of the archive",
    de: "ein Name, der aus dem Archiv führt",
  },
  "batch.reason-archive-in-archive": { en: "an archive in an archive", de: "ein Archiv im Archiv" },
  "batch.reason-archive-limit": { en: "too much in the archive", de: "zu viel im Archiv" },
  "batch.column-results": { en: "Results", de: "Ergebnisse" },
  "batch.column-invalid": { en: "Unreadable", de: "Unlesbar" },
  "batch.column-absent": { en: "Absent", de: "Fehlend" },
  "batch.column-passed": { en: "Passed", de: "Bestanden" },
  "batch.column-review": { en: "To review", de: "Zu prüfen" },
  "batch.column-mean": { en: "Mean", de: "Mittel" },
  "batch.results-in": { en: "Results: {path}", de: "Ergebnisse: {path}" },
  "batch.next-review": { en: "Decide what is under review:", de: "Offenes entscheiden:" },

  // merge
  "batch.shard-missing": {
    en: "Shard {shards} of {count} is missing. --partial merges what is there.",
    de: "Teil {shards} von {count} fehlt. --partial vereinigt, was da ist.",
  },
  "batch.mixed-shards": {
    en: "These folders are parts of different runs ({shards}).",
    de: "Diese Ordner sind Teile verschiedener Läufe ({shards}).",
  },
  "batch.mixed-runs": {
    en: "These folders are parts of runs over different files, or with different options (--lang, --feedback, …). --partial merges them all the same.",
    de: "Diese Ordner sind Teile von Läufen über verschiedene Dateien oder mit verschiedenen Optionen (--lang, --feedback, …). --partial vereinigt sie trotzdem.",
  },
  "batch.merge-conflict": {
    en: "{file} has two different results, in {first} and {second}; the second one is used.",
    de: "{file} hat zwei verschiedene Ergebnisse, in {first} und {second}; das zweite gilt.",
  },
  "batch.incomplete-run": {
    en: "{folder} is of a run that was interrupted.",
    de: "{folder} stammt von einem unterbrochenen Lauf.",
  },

  // diff
  "batch.diff-none": { en: "No result differs.", de: "Kein Ergebnis ist anders." },
  "batch.diff-added": { en: "new", de: "neu" },
  "batch.diff-removed": { en: "gone", de: "entfallen" },
  "batch.diff-answer": { en: "another answer", de: "andere Antwort" },
  "batch.diff-total": {
    en: "{n} {n|result differs|results differ}: {up} up, {down} down, {added} new, {removed} gone.",
    de: "{n} {n|Ergebnis ist|Ergebnisse sind} anders: {up} besser, {down} schlechter, {added} neu, {removed} entfallen.",
  },

  // review
  "batch.review-none": { en: "Nothing is under review.", de: "Nichts ist offen." },
  "batch.review-place": {
    en: "{index} of {total}: {student}, {exercise}",
    de: "{index} von {total}: {student}, {exercise}",
  },
  "batch.review-question": { en: "Question {item}", de: "Frage {item}" },
  "batch.review-criterion": {
    en: "Criterion {criterion} ({points} {points|point|points})",
    de: "Kriterium {criterion} ({points} {points|Punkt|Punkte})",
  },
  "batch.review-answer": { en: "Answer", de: "Antwort" },
  "batch.review-saw": { en: "The tool saw", de: "Das Programm sah" },
  "batch.review-prompt": {
    en: "[a]ward, [d]eny, points (0.5), [c]omment TEXT, [s]kip, [u]ndo, [q]uit, [?]",
    de: "[a] anerkennen, [d] ablehnen, Punkte (0,5), [c] Kommentar TEXT, [s] später, [u] zurück, [q] Ende, [?]",
  },
  "batch.review-help": {
    en: "a: all points. d: none. A number: so many points. c TEXT: goes with the next decision. s: leave it open for now. u: take the last decision back. q: stop; what is decided is saved, and the same command goes on later.",
    de: "a: alle Punkte. d: keine. Eine Zahl: so viele Punkte. c TEXT: gehört zur nächsten Entscheidung. s: vorerst offen lassen. u: die letzte Entscheidung zurücknehmen. q: aufhören; Entschiedenes ist gespeichert, und derselbe Befehl macht später weiter.",
  },
  "batch.review-unknown": { en: "Not understood: {input}", de: "Nicht verstanden: {input}" },
  "batch.review-bounds": { en: "Points go from 0 to {max}.", de: "Punkte gehen von 0 bis {max}." },
  "batch.review-nothing-to-undo": { en: "Nothing to take back.", de: "Nichts zurückzunehmen." },
  "batch.review-done": {
    en: "{n} {n|decision|decisions} in {path}, {left} still open. Use it: rnn-check batch … --overrides {path}",
    de: "{n} {n|Entscheidung|Entscheidungen} in {path}, {left} noch offen. Anwenden: rnn-check batch … --overrides {path}",
  },

  // scaffold
  "batch.scaffold-exists": {
    en: "{path} is already there; --force replaces it.",
    de: "{path} gibt es schon; --force ersetzt es.",
  },
  "batch.scaffold-unknown": {
    en: "There is no scaffold {kind}. There is: {known}",
    de: "{kind} gibt es nicht. Es gibt: {known}",
  },
  "batch.scaffold-not-counted": {
    en: "{file} does not count: {by} answers the same exercise and is newer.",
    de: "{file} zählt nicht: {by} beantwortet dieselbe Aufgabe und ist neuer.",
  },
  "batch.scaffold-done": {
    en: "Written: {files}\nZip the content of {folder} and upload it as the autograder.",
    de: "Geschrieben: {files}\nDen Inhalt von {folder} als Zip-Datei bei Gradescope als Autograder hochladen.",
  },
} as const satisfies Record<string, Entry>;
