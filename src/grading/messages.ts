/** Messages about an answer file as a whole: reading it, its envelope, its keys. */

import type { Entry } from "../messages/entry.ts";

export const submission = {
  "submission.not-utf8": {
    en: "This is not a UTF-8 text file (byte {offset} does not fit). Save it as plain text in UTF-8.",
    de: "Das ist keine Textdatei in UTF-8 (Byte {offset} passt nicht). Speichere sie als reinen Text in UTF-8.",
  },
  "submission.utf-16": {
    en: "This file is saved as UTF-16. Save it again with the encoding UTF-8.",
    de: "Diese Datei ist als UTF-16 gespeichert. Speichere sie noch einmal mit der Kodierung UTF-8.",
  },
  "submission.too-large": {
    en: "The file is larger than {limit} bytes. An answer needs only a few lines.",
    de: "Die Datei ist größer als {limit} Bytes. Eine Antwort braucht nur wenige Zeilen.",
  },
  "submission.too-deep": {
    en: "Objects and lists are nested more than {limit} levels deep. An answer needs only a few levels.",
    de: "Objekte und Listen sind mehr als {limit} Ebenen tief verschachtelt. Eine Antwort braucht nur wenige Ebenen.",
  },
  "submission.empty": {
    en: "The file is empty. `init` writes an answer sheet to fill in.",
    de: "Die Datei ist leer. `init` schreibt einen Antwortbogen zum Ausfüllen.",
  },
  "submission.not-an-object": {
    en: 'An answer file holds an object, `{ "key": answer, … }`; found: {found}.',
    de: 'Eine Antwortdatei enthält ein Objekt, `{ "schlüssel": Antwort, … }`; gefunden: {found}.',
  },
  "submission.answers-not-an-object": {
    en: '"answers" must hold an object, `{ "key": answer, … }`; found: {found}.',
    de: '"answers" muss ein Objekt enthalten, `{ "schlüssel": Antwort, … }`; gefunden: {found}.',
  },
  "submission.json-no-object": {
    en: "Not JSON: an answer file begins with `{`, this one with {found}.",
    de: "Kein JSON: Eine Antwortdatei beginnt mit `{`, diese mit {found}.",
  },
  "submission.json-ended": {
    en: "Not JSON: the file ends in the middle. Is something cut off?",
    de: "Kein JSON: Die Datei endet mittendrin. Ist etwas abgeschnitten?",
  },
  "submission.json-not-closed": {
    en: "Not JSON: the `{open}` of line {openLine} is never closed. Add `{bracket}` where it should end.",
    de: "Kein JSON: Das `{open}` aus Zeile {openLine} wird nie geschlossen. Ergänze `{bracket}`, wo es enden soll.",
  },
  "submission.json-single-quotes": {
    en: 'Not JSON: text stands in double quotes. Write " in place of {found}.',
    de: 'Kein JSON: Text steht in doppelten Anführungszeichen. Schreibe " statt {found}.',
  },
  "submission.json-typographic-quotes": {
    en: 'Not JSON: {found} is a typographic quotation mark. Write the straight " in its place (and turn "smart quotes" off).',
    de: 'Kein JSON: {found} ist ein typografisches Anführungszeichen. Schreibe das gerade " dafür.',
  },
  "submission.json-comment": {
    en: "Not JSON: JSON has no comments. Remove this one.",
    de: "Kein JSON: JSON kennt keine Kommentare. Entferne diesen.",
  },
  "submission.json-trailing-comma": {
    en: "Not JSON: a comma stands before the closing `{bracket}`. Remove the comma.",
    de: "Kein JSON: Vor dem schließenden `{bracket}` steht ein Komma. Entferne das Komma.",
  },
  "submission.json-extra-comma": {
    en: "Not JSON: there is a comma too many. Remove it.",
    de: "Kein JSON: Hier steht ein Komma zu viel. Entferne es.",
  },
  "submission.json-decimal-comma": {
    en: 'Not JSON: a number has a decimal point, not a comma. Write `0.5`, or `"0,5"` in quotes.',
    de: 'Kein JSON: Zahlen haben einen Dezimalpunkt, kein Komma. Schreibe `0.5` oder in Anführungszeichen `"0,5"`.',
  },
  "submission.json-no-value": {
    en: 'Not JSON: no value stands after the colon. For "no answer yet" write `null`.',
    de: "Kein JSON: Nach dem Doppelpunkt fehlt der Wert. Ohne Antwort schreibe `null`.",
  },
  "submission.json-no-colon": {
    en: "Not JSON: a colon must stand between a key and its value.",
    de: "Kein JSON: Zwischen Schlüssel und Wert muss ein Doppelpunkt stehen.",
  },
  "submission.json-no-comma": {
    en: "Not JSON: a comma is missing here, before the next entry.",
    de: "Kein JSON: Hier fehlt ein Komma vor dem nächsten Eintrag.",
  },
  "submission.json-extra-bracket": {
    en: "Not JSON: this `{found}` closes nothing. Remove it, or add its opening bracket.",
    de: "Kein JSON: Dieses `{found}` schließt nichts. Entferne es oder ergänze die öffnende Klammer.",
  },
  "submission.json-wrong-bracket": {
    en: "Not JSON: `{found}` stands here, but the bracket of line {openLine} closes with `{bracket}`.",
    de: "Kein JSON: Hier steht `{found}`, aber die Klammer aus Zeile {openLine} schließt mit `{bracket}`.",
  },
  "submission.json-more-after-end": {
    en: "Not JSON: more text follows after the end: {found}. One file holds one object.",
    de: "Kein JSON: Nach dem Ende folgt noch Text: {found}. Eine Datei enthält ein Objekt.",
  },
  "submission.json-quote-inside": {
    en: 'Not JSON: the text ends at this quotation mark, but goes on. A " inside a text is written \\".',
    de: 'Kein JSON: Der Text endet an diesem Anführungszeichen, geht aber weiter. Ein " im Text schreibt man \\".',
  },
  "submission.json-open-quote": {
    en: 'Not JSON: the text that begins here has no closing " on its line. (A line break inside a text is written \\n.)',
    de: 'Kein JSON: Dem Text, der hier beginnt, fehlt in seiner Zeile das schließende ". (Ein Zeilenumbruch im Text heißt \\n.)',
  },
  "submission.json-control-character": {
    en: "Not JSON: an invisible control character stands here. Delete it, or type the line again.",
    de: "Kein JSON: Hier steht ein unsichtbares Steuerzeichen. Lösche es oder tippe die Zeile neu.",
  },
  "submission.json-bare-formula": {
    en: 'Not JSON: formulas are text and stand in quotes, as in `"3*4"`.',
    de: 'Kein JSON: Formeln sind Text und stehen in Anführungszeichen, etwa `"3*4"`.',
  },
  "submission.json-number": {
    en: "Not JSON: {found} is not how JSON writes a number (`0.5`, `-3`, `1e-3`). In quotes other forms are read too.",
    de: "Kein JSON: {found} ist keine JSON-Zahl (`0.5`, `-3`, `1e-3`). In Anführungszeichen gehen auch andere Formen.",
  },
  "submission.json-not-finite": {
    en: "Not JSON: {found} is not a number that JSON knows. Write a finite number, or `null` for no answer.",
    de: "Kein JSON: {found} ist keine Zahl, die JSON kennt. Schreibe eine endliche Zahl oder `null` für keine Antwort.",
  },
  "submission.json-word": {
    en: "Not JSON: {found} is written `{meant}`, without quotes and in small letters.",
    de: "Kein JSON: {found} schreibt man `{meant}`, ohne Anführungszeichen und klein.",
  },
  "submission.json-bare-key": {
    en: 'Not JSON: keys stand in double quotes. Put " around {found}.',
    de: 'Kein JSON: Schlüssel stehen in doppelten Anführungszeichen. Setze {found} in ".',
  },
  "submission.json-bare-text": {
    en: 'Not JSON: text stands in double quotes. Put " around it: {found}',
    de: 'Kein JSON: Text steht in doppelten Anführungszeichen. Setze ihn in ": {found}',
  },
  "submission.json-unexpected": {
    en: "Not JSON: {found} does not belong here.",
    de: "Kein JSON: {found} gehört nicht hierher.",
  },
  "submission.other-exercise": {
    en: "This is an answer to {found}, not to {exercise}.",
    de: "Das ist eine Antwort zu {found}, nicht zu {exercise}.",
  },
  "submission.latex-escape": {
    en: "A backslash in JSON is written twice (`\\\\`). Read as meant: {commands}.",
    de: "Ein Backslash wird in JSON doppelt geschrieben (`\\\\`). So gelesen, wie es gemeint war: {commands}.",
  },
  "submission.unknown-key": {
    en: 'The key "{key}" belongs to no question, so it was not graded.',
    de: 'Der Schlüssel "{key}" gehört zu keiner Frage und wurde nicht bewertet.',
  },
  "submission.unknown-key-nearest": {
    en: 'The key "{key}" belongs to no question, so it was not graded. Did you mean "{nearest}"?',
    de: 'Der Schlüssel "{key}" gehört zu keiner Frage und wurde nicht bewertet. War "{nearest}" gemeint?',
  },
  "submission.more-unknown-keys": {
    en: "{count} more {count|key belongs|keys belong} to no question.",
    de: "{count} {count|weiterer Schlüssel gehört|weitere Schlüssel gehören} zu keiner Frage.",
  },
  "submission.unknown-envelope-key": {
    en: 'The key "{key}" stands beside "answers" and was not read. Answers belong inside "answers".',
    de: 'Der Schlüssel "{key}" steht neben "answers" und wurde nicht gelesen. Antworten gehören in "answers".',
  },
  "submission.unreadable-envelope-field": {
    en: '"{key}" should be a text; {found} was not read.',
    de: '"{key}" sollte ein Text sein; {found} wurde nicht gelesen.',
  },
  "submission.key-read-as": {
    en: 'The key "{key}" was read as "{meant}".',
    de: 'Der Schlüssel "{key}" wurde als "{meant}" gelesen.',
  },
  "submission.group-expected": {
    en: '"{key}" holds several answers: write an object there, such as `{ "{example}": … }`. Found: {found}.',
    de: '"{key}" enthält mehrere Antworten: Schreibe dort ein Objekt, etwa `{ "{example}": … }`. Gefunden: {found}.',
  },
  "submission.given-twice": {
    en: '"{key}" is given more than once, with different values: {values}. Keep the one that counts.',
    de: '"{key}" kommt mehrfach mit verschiedenen Werten vor: {values}. Lass nur den stehen, der zählt.',
  },
} as const satisfies Record<string, Entry>;
