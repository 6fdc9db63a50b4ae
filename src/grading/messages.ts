/** What is said about an answer file as a whole: reading it, its envelope, its keys. */

import { messages } from "../messages/message.ts";

export const say = messages({
  "submission.not-utf8": {
    en: "This is not a text file in UTF-8. Save it as plain text with the encoding UTF-8.",
    de: "Das ist keine Textdatei in UTF-8. Speichere sie als reinen Text mit der Kodierung UTF-8.",
  },
  "submission.utf-16": {
    en: "This file is saved as UTF-16. Save it again with the encoding UTF-8.",
    de: "Diese Datei ist als UTF-16 gespeichert. Speichere sie noch einmal mit der Kodierung UTF-8.",
  },
  "submission.too-large": {
    en: "This file is larger than {limit} bytes, but an answer needs only a few lines. Is it the right file?",
    de: "Diese Datei ist größer als {limit} Bytes, eine Antwort braucht aber nur wenige Zeilen. Ist es die richtige Datei?",
  },
  "submission.too-deep": {
    en: "Objects and lists are nested more than {limit} levels deep here, but an answer needs only a few levels.",
    de: "Hier sind Objekte und Listen mehr als {limit} Ebenen tief verschachtelt, eine Antwort braucht aber nur wenige.",
  },
  "submission.empty": {
    en: "This file is empty. `init` writes an answer sheet for you to fill in.",
    de: "Diese Datei ist leer. `init` schreibt dir ein Antwortblatt zum Ausfüllen.",
  },
  "submission.not-an-object": {
    en: 'An answer file must contain an object, `{ "key": answer, … }`. This one contains {found}.',
    de: 'Eine Antwortdatei muss ein Objekt enthalten, `{ "schlüssel": Antwort, … }`. Diese enthält {found}.',
  },
  "submission.answers-not-an-object": {
    en: '"answers" must contain an object, `{ "key": answer, … }`. Here it contains {found}.',
    de: '"answers" muss ein Objekt enthalten, `{ "schlüssel": Antwort, … }`. Hier enthält es {found}.',
  },
  "submission.json-no-object": {
    en: "This is not JSON: an answer file starts with `{`, but this one starts with {found}.",
    de: "Das ist kein JSON: Eine Antwortdatei beginnt mit `{`, diese aber mit {found}.",
  },
  "submission.json-ended": {
    en: "The file ends in the middle of an entry. Was something cut off?",
    de: "Die Datei endet mitten in einem Eintrag. Wurde etwas abgeschnitten?",
  },
  "submission.json-not-closed": {
    en: "The `{open}` in line {openLine} is never closed. Add `{bracket}` where it should end.",
    de: "Die `{open}` in Zeile {openLine} wird nie geschlossen. Ergänze `{bracket}`, wo sie enden soll.",
  },
  "submission.json-single-quotes": {
    en: 'JSON puts text in double quotes. Write " instead of {found}.',
    de: 'In JSON steht Text in doppelten Anführungszeichen. Schreib " statt {found}.',
  },
  "submission.json-typographic-quotes": {
    en: 'JSON needs straight quotes. Write " instead of {found}, and turn “smart quotes” off in your editor.',
    de: 'JSON braucht gerade Anführungszeichen. Schreib " statt {found} und schalte typografische Anführungszeichen ab.',
  },
  "submission.json-comment": {
    en: "JSON has no comments. Remove this one.",
    de: "JSON kennt keine Kommentare. Entferne diesen.",
  },
  "submission.json-trailing-comma": {
    en: "Remove the comma before the closing `{bracket}`.",
    de: "Entferne das Komma vor der schließenden `{bracket}`.",
  },
  "submission.json-extra-comma": { en: "One comma too many. Remove it.", de: "Ein Komma zu viel. Entferne es." },
  "submission.json-decimal-comma": {
    en: 'Numbers in JSON have a decimal point. Write `0.5`, or put the number in quotes: `"0,5"`.',
    de: 'Zahlen haben in JSON einen Dezimalpunkt. Schreib `0.5` oder setz die Zahl in Anführungszeichen: `"0,5"`.',
  },
  "submission.json-no-value": {
    en: "The value after the colon is missing. If you have no answer yet, write `null`.",
    de: "Nach dem Doppelpunkt fehlt der Wert. Wenn du noch keine Antwort hast, schreib `null`.",
  },
  "submission.json-no-colon": {
    en: "Put a colon between the key and its value.",
    de: "Setz einen Doppelpunkt zwischen den Schlüssel und seinen Wert.",
  },
  "submission.json-no-comma": {
    en: "A comma is missing here, before the next entry.",
    de: "Hier fehlt ein Komma vor dem nächsten Eintrag.",
  },
  "submission.json-extra-bracket": {
    en: "Nothing is open here that `{found}` could close. Remove it, or add the opening bracket.",
    de: "Hier ist nichts offen, was `{found}` schließen könnte. Entferne die Klammer oder ergänze die öffnende.",
  },
  "submission.json-wrong-bracket": {
    en: "The bracket in line {openLine} must be closed with `{bracket}`, but here stands `{found}`.",
    de: "Die Klammer in Zeile {openLine} muss mit `{bracket}` geschlossen werden, hier steht aber `{found}`.",
  },
  "submission.json-more-after-end": {
    en: "The object ends here, but more text follows: {found}. A file contains just one object.",
    de: "Das Objekt endet hier, aber es folgt noch Text: {found}. Eine Datei enthält nur ein Objekt.",
  },
  "submission.json-quote-inside": {
    en: 'This quotation mark ends the text, but the text goes on. Inside a text, write \\" instead of ".',
    de: 'Dieses Anführungszeichen beendet den Text, aber er geht weiter. Schreib im Text \\" statt ".',
  },
  "submission.json-open-quote": {
    en: 'The text that starts here has no closing " in its line. (A line break inside a text is written \\n.)',
    de: 'Dem Text, der hier beginnt, fehlt in seiner Zeile das schließende ". (Einen Zeilenumbruch im Text schreibst du \\n.)',
  },
  "submission.json-control-character": {
    en: "There is an invisible control character here. Delete it, or type the line again.",
    de: "Hier steht ein unsichtbares Steuerzeichen. Lösch es oder tipp die Zeile neu.",
  },
  "submission.json-bare-formula": { en: 'Quote formulas: `"3*4"`.', de: 'Setz Formeln in Anführungszeichen: `"3*4"`.' },
  "submission.json-number": {
    en: "JSON doesn't write a number as {found}, but as `0.5`, `-3` or `1e-3`. In quotes, any form will do.",
    de: "JSON schreibt eine Zahl nicht als {found}, sondern etwa als `0.5`, `-3` oder `1e-3`. In Anführungszeichen geht jede Form.",
  },
  "submission.json-not-finite": {
    en: "JSON has no number {found}. Write a finite number, or `null` if you have no answer.",
    de: "JSON kennt keine Zahl {found}. Schreib eine endliche Zahl oder `null`, wenn du keine Antwort hast.",
  },
  "submission.json-word": {
    en: "Write {found} as `{meant}`, in lower case and without quotes.",
    de: "Schreib {found} als `{meant}`, klein und ohne Anführungszeichen.",
  },
  "submission.json-bare-key": {
    en: 'Put the key {found} in double quotes: ".',
    de: 'Setz den Schlüssel {found} in doppelte Anführungszeichen: ".',
  },
  "submission.json-bare-text": {
    en: 'Put this text in double quotes ("): {found}',
    de: 'Setz diesen Text in doppelte Anführungszeichen ("): {found}',
  },
  "submission.json-unexpected": {
    en: "This is not valid JSON: {found} doesn't belong here.",
    de: "Das ist kein gültiges JSON: {found} gehört nicht hierher.",
  },
  "submission.not-yaml": {
    en: "This is not YAML. Indent each line with spaces as far as those beside it, and put text with a colon, brackets or quotation marks in quotes, or below a `|`.",
    de: "Das ist kein YAML. Rück jede Zeile mit Leerzeichen so weit ein wie die neben ihr, und setz Text mit Doppelpunkt, Klammern oder Anführungszeichen in Anführungszeichen oder unter ein `|`.",
  },
  "submission.yaml-sign": {
    en: "In YAML, `&`, `*`, `!` or `?` at the start of a value means something else. Put it in quotes.",
    de: "In YAML heißt `&`, `*`, `!` oder `?` am Anfang eines Werts etwas anderes. Setz ihn in Anführungszeichen.",
  },
  "submission.other-exercise": {
    en: "This is an answer to {found}, not to {exercise}.",
    de: "Das ist eine Antwort zu {found}, nicht zu {exercise}.",
  },
  "submission.other-numbers": {
    en: "This sheet is for practice (seed {seed}), but the exercise's own numbers were graded.",
    de: "Dieses Blatt ist zum Üben ({seed}), bewertet wurden aber die Zahlen der Aufgabe selbst.",
  },
  "submission.latex-escape": {
    en: "In JSON, write every backslash twice (`\\\\`). Your answer was read as you meant it: {commands}.",
    de: "Schreib in JSON jeden Backslash doppelt (`\\\\`). Deine Antwort wurde so gelesen, wie du sie gemeint hast: {commands}.",
  },
  "submission.unknown-key": {
    en: 'No question has the key "{key}", so it was not graded.',
    de: 'Keine Frage hat den Schlüssel "{key}", deshalb wurde er nicht bewertet.',
  },
  "submission.unknown-key-nearest": {
    en: 'No question has the key "{key}", so it was not graded. Did you mean "{nearest}"?',
    de: 'Keine Frage hat den Schlüssel "{key}", deshalb wurde er nicht bewertet. Meintest du "{nearest}"?',
  },
  "submission.more-unknown-keys": {
    en: "{count} more {count|key belongs|keys belong} to no question.",
    de: "{count} {count|weiterer Schlüssel gehört|weitere Schlüssel gehören} zu keiner Frage.",
  },
  "submission.unknown-envelope-key": {
    en: 'The key "{key}" beside "answers" was not read. Put answers inside "answers".',
    de: 'Der Schlüssel "{key}" neben "answers" wurde nicht gelesen. Schreib Antworten in "answers" hinein.',
  },
  "submission.unreadable-envelope-field": {
    en: '"{key}" should be a text, so {found} was ignored.',
    de: '"{key}" sollte ein Text sein, deshalb wurde {found} ignoriert.',
  },
  "submission.key-read-as": { en: 'I read the key "{key}" as "{meant}".', de: 'Ich lese "{key}" als "{meant}".' },
  "submission.group-expected": {
    en: '"{key}" has several answers. Write an object there, such as `{ "{example}": … }`, instead of {found}.',
    de: '"{key}" hat mehrere Antworten. Schreib dort ein Objekt, etwa `{ "{example}": … }`, statt {found}.',
  },
  "submission.given-twice": {
    en: '"{key}" is given more than once, with different values: {values}. Keep only the one that counts.',
    de: '"{key}" kommt mehrmals mit verschiedenen Werten vor: {values}. Lass nur den stehen, der zählt.',
  },

  "grading.reason-for-another": {
    en: "This speaks for another answer than you gave to “{field}”. Look at both again.",
    de: "Das spricht für eine andere Antwort, als du bei „{field}“ gegeben hast. Sieh dir beides noch einmal an.",
  },

  // Decisions of a person.
  "report.criterion": { en: "criterion {n}", de: "Kriterium {n}" },
  "batch.decided": { en: "Decided by a person.", de: "Von einem Menschen entschieden." },
  "batch.decided-by": { en: "Decided by {by}.", de: "Entschieden von {by}." },
});
