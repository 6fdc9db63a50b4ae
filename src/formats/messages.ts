/** Words of the report formats: verdicts, headings, totals and the labels of the HTML report. */

import { messages } from "../messages/message.ts";

export type Code = keyof typeof say.words;

export const say = messages({
  "report.correct": { en: "correct", de: "richtig" },
  "report.partial": { en: "partly correct", de: "teilweise richtig" },
  "report.review": { en: "needs review", de: "noch zu prüfen" },
  "report.incorrect": { en: "wrong", de: "falsch" },
  "report.invalid": { en: "unreadable", de: "unlesbar" },
  "report.missing": { en: "no answer", de: "keine Antwort" },
  "report.met": { en: "met", de: "erfüllt" },
  "report.partly": { en: "partly met", de: "teilweise erfüllt" },
  "report.unmet": { en: "not met", de: "nicht erfüllt" },

  "report.passed": { en: "passed", de: "bestanden" },
  "report.not-passed": { en: "not passed", de: "nicht bestanden" },
  "report.not-gradable": { en: "not gradable", de: "nicht bewertbar" },
  "report.nothing-handed-in": { en: "nothing handed in", de: "nichts abgegeben" },
  "report.of-points": { en: "{points} of {max} points", de: "{points} von {max} Punkten" },
  "report.provisional": { en: "Provisional: {total} · {more}", de: "Vorläufig: {total} · {more}" },
  "report.provisional-mark": { en: "provisional", de: "vorläufig" },
  "report.canvas-column": {
    en: 'The roster has no column for {exercise}, so Canvas would make a new assignment. Choose one with --canvas-column "{exercise}=…": {titles}',
    de: 'Die Teilnehmerliste hat keine Spalte für {exercise}, Canvas würde also eine neue Aufgabe anlegen. Wähle eine mit --canvas-column "{exercise}=…": {titles}',
  },
  "report.not-in-worksheet": {
    en: "{n} {n|student is|students are} in no row of the worksheet, or in several: {students}",
    de: "{n} {n|Person steht|Personen stehen} in keiner Zeile der Bewertungstabelle oder in mehreren: {students}",
  },
  "report.no-participant": {
    en: "Moodle's participant number is not known of {n} {n|student|students}, so Moodle takes no feedback file for: {students}. The grading worksheet as --roster or --worksheet tells it.",
    de: "Von {n} {n|Person|Personen} ist Moodles Teilnehmernummer nicht bekannt, darum nimmt Moodle keine Feedbackdatei für: {students}. Die Bewertungstabelle als --roster oder --worksheet nennt sie.",
  },
  "report.more-under-review": {
    en: "{points} more {n|point|points} under review",
    de: "{points} {n|weiterer Punkt|weitere Punkte} noch zu prüfen",
  },
  "report.item-under-review": {
    en: "A person still has to decide about {points} {n|point|points}.",
    de: "Über {points} {n|Punkt|Punkte} muss noch ein Mensch entscheiden.",
  },
  "report.no-grade": {
    en: "This submission could not be graded: {message}",
    de: "Diese Abgabe konnte nicht bewertet werden: {message}",
  },
  "report.at-line": { en: "{message} (line {line})", de: "{message} (Zeile {line})" },
  "report.at-position": {
    en: "{message} (line {line}, column {column})",
    de: "{message} (Zeile {line}, Spalte {column})",
  },

  "report.title": { en: "Results", de: "Ergebnisse" },
  "report.title-of": { en: "Results of {exercises}", de: "Ergebnisse zu {exercises}" },
  "report.submissions": { en: "Submissions", de: "Abgaben" },
  "report.students": { en: "Students", de: "Studierende" },
  "report.student": { en: "Student", de: "Name" },
  "report.exercise": { en: "Exercise", de: "Aufgabe" },
  "report.item": { en: "Item", de: "Teilaufgabe" },
  "report.points": { en: "Points", de: "Punkte" },
  "report.status": { en: "Status", de: "Status" },
  "report.verdict": { en: "Verdict", de: "Bewertung" },
  "report.feedback": { en: "Feedback", de: "Rückmeldung" },
  "report.answer": { en: "Answer", de: "Antwort" },
  "report.evidence": { en: "Based on", de: "Beruht auf" },
  "report.file": { en: "File", de: "Datei" },
  "report.mean": { en: "Mean", de: "Mittelwert" },
  "report.median": { en: "Median", de: "Median" },
  "report.deviation": { en: "Standard deviation", de: "Standardabweichung" },
  "report.facility": { en: "Facility", de: "Lösungsquote" },
  "report.discrimination": { en: "Discrimination", de: "Trennschärfe" },
  "report.consistency": { en: "Cronbach’s α", de: "Cronbachs α" },
  "report.standard-error": { en: "Standard error", de: "Standardfehler" },
  "report.mistakes": { en: "Most frequent mistakes", de: "Häufigste Fehler" },
  "report.needs-review": { en: "Needs review", de: "Noch zu prüfen" },
  "report.count": { en: "Count", de: "Anzahl" },
  "report.example": { en: "Example", de: "Beispiel" },
  "report.and-more": { en: "… and {count} more", de: "… und {count} weitere" },
  "report.shortened": {
    en: "The rest is left out because GitHub accepts no longer summary.",
    de: "Der Rest fehlt, weil GitHub keine längere Zusammenfassung annimmt.",
  },

  "report.annotation-more": {
    en: "{count} more like this; the step summary lists them",
    de: "{count} weitere dieser Art; sie stehen in der Zusammenfassung",
  },

  "report.page-generated": { en: "Generated on {date}", de: "Erstellt am {date}" },
  "report.page-empty": { en: "There are no results yet.", de: "Es gibt noch keine Ergebnisse." },
  "report.page-nothing-graded": {
    en: "None of the submissions for this exercise could be graded.",
    de: "Keine Abgabe zu dieser Aufgabe konnte bewertet werden.",
  },
  "report.page-distribution": { en: "Distribution of points", de: "Verteilung der Punkte" },
  "report.page-items": { en: "Items", de: "Teilaufgaben" },
  "report.page-items-hint": {
    en: "Facility: the average share of the points. Discrimination: whether those who do well elsewhere also do well here. Take a look at items below 20 %.",
    de: "Lösungsquote: der durchschnittliche Anteil der Punkte. Trennschärfe: ob hier punktet, wer auch sonst gut ist. Sieh dir Teilaufgaben unter 20 % an.",
  },
  "report.page-no-mistakes": { en: "No mistakes.", de: "Keine Fehler." },
  "report.page-review-hint": {
    en: "The checker is not sure about these answers, so a person has to decide. Their open points are not counted yet.",
    de: "Bei diesen Antworten ist das Programm nicht sicher; ein Mensch muss entscheiden. Die offenen Punkte zählen noch nicht mit.",
  },
  "report.page-no-review": {
    en: "No answer is waiting for a decision.",
    de: "Keine Antwort wartet auf eine Entscheidung.",
  },
  "report.page-search": { en: "Search", de: "Suchen" },
  "report.page-search-hint": { en: "Name or file", de: "Name oder Datei" },
  "report.page-show": { en: "Show", de: "Anzeigen" },
  "report.page-all": { en: "everyone", de: "alle" },
  "report.page-sort": { en: "Sort by", de: "Sortieren nach" },
  "report.page-sort-name": { en: "name", de: "Name" },
  "report.page-sort-most": { en: "most points", de: "meiste Punkte" },
  "report.page-sort-fewest": { en: "fewest points", de: "wenigste Punkte" },
  "report.page-shown": { en: "{shown} of {all}", de: "{shown} von {all}" },
  "report.page-nobody": { en: "No student matches.", de: "Niemand passt dazu." },
  "report.page-total": { en: "Total", de: "Summe" },
  "report.page-compact": {
    en: "With this many submissions, the page shows verdicts only. Answers and feedback are in results.jsonl.",
    de: "Bei so vielen Abgaben zeigt die Seite nur die Bewertungen. Antworten und Rückmeldungen stehen in results.jsonl.",
  },
});
