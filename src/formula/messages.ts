/** Messages about formulas. Reading: `at` (column) and `excerpt` say where, the rest what to write instead. */

import type { Entry } from "../messages/entry.ts";

/** Codes of the parser: a formula cannot be read. */
const reading = {
  "expression.empty": { en: "There is no formula here.", de: "Hier steht keine Formel." },
  "expression.too-long": {
    en: "The formula has {length} characters; at most {limit} are read. Please write it shorter.",
    de: "Die Formel hat {length} Zeichen; höchstens {limit} werden gelesen. Bitte kürzer schreiben.",
  },
  "expression.too-deep": {
    en: "The formula is nested more than {limit} levels deep. Please write it more simply.",
    de: "Die Formel ist mehr als {limit} Ebenen tief verschachtelt. Bitte einfacher schreiben.",
  },
  "expression.unclosed": {
    en: "The bracket “{bracket}” at column {at} is never closed: a “{closing}” is missing (near “{excerpt}”).",
    de: "Die Klammer „{bracket}“ in Spalte {at} wird nie geschlossen: Es fehlt ein „{closing}“ (bei „{excerpt}“).",
  },
  "expression.unopened": {
    en: "The closing “{bracket}” at column {at} has no opening bracket (near “{excerpt}”). Remove it or open it.",
    de: "Zur schließenden „{bracket}“ in Spalte {at} fehlt die öffnende (bei „{excerpt}“). Streichen oder ergänzen.",
  },
  "expression.wrong-bracket": {
    en: "At column {at} stands “{found}”, but the “{bracket}” at column {opened} needs a “{expected}” (near “{excerpt}”).",
    de: "In Spalte {at} steht „{found}“, die „{bracket}“ in Spalte {opened} braucht aber „{expected}“ (bei „{excerpt}“).",
  },
  "expression.empty-brackets": {
    en: "The brackets at column {at} are empty (near “{excerpt}”). Write what belongs in them.",
    de: "Die Klammern in Spalte {at} sind leer (bei „{excerpt}“). Bitte den Inhalt ergänzen.",
  },
  "expression.missing-operand": {
    en: "Something is missing beside the “{operator}” at column {at} (near “{excerpt}”).",
    de: "Neben dem „{operator}“ in Spalte {at} fehlt etwas (bei „{excerpt}“).",
  },
  "expression.two-operators": {
    en: "“{first}” and “{second}” stand side by side at column {at} (near “{excerpt}”). Keep one, or write what goes between.",
    de: "„{first}“ und „{second}“ stehen in Spalte {at} nebeneinander (bei „{excerpt}“). Eines streichen oder ergänzen, was dazwischen gehört.",
  },
  "expression.missing-operator": {
    en: "There is no sign between “{first}” and “{second}” at column {at} (near “{excerpt}”). Write * for a product, ^ for a power, _ for an index.",
    de: "Zwischen „{first}“ und „{second}“ fehlt in Spalte {at} ein Zeichen (bei „{excerpt}“). Bitte * für ein Produkt, ^ für eine Potenz, _ für einen Index schreiben.",
  },
  "expression.new-line": {
    en: "At column {at} a new line begins without an operator (near “{excerpt}”). Write + or * there, and hand in one formula only.",
    de: "In Spalte {at} beginnt eine neue Zeile ohne Rechenzeichen (bei „{excerpt}“). Bitte dort + oder * schreiben und nur eine Formel abgeben.",
  },
  "expression.column": {
    en: "Behind the “&” before column {at} an operator is missing (near “{excerpt}”). Write + or * there, and hand in one formula only.",
    de: "Hinter dem „&“ vor Spalte {at} fehlt ein Rechenzeichen (bei „{excerpt}“). Bitte dort + oder * schreiben und nur eine Formel abgeben.",
  },
  "expression.malformed-number": {
    en: "The number at column {at} cannot be read (near “{excerpt}”). Write it with one decimal point and no thousands separators, like 1234.5.",
    de: "Die Zahl in Spalte {at} ist nicht lesbar (bei „{excerpt}“). Bitte mit einem Dezimalzeichen und ohne Tausendertrennung schreiben, etwa 1234.5.",
  },
  "expression.comma": {
    en: "The comma at column {at} separates nothing here (near “{excerpt}”). Write decimals with a point.",
    de: "Das Komma in Spalte {at} trennt hier nichts (bei „{excerpt}“). Dezimalzahlen bitte mit Punkt schreiben.",
  },
  "expression.unknown-name": {
    en: "“{name}” at column {at} is not a quantity of this question (near “{excerpt}”). Possible here: {suggestions}.",
    de: "„{name}“ in Spalte {at} ist keine Größe dieser Aufgabe (bei „{excerpt}“). Möglich ist hier: {suggestions}.",
  },
  "expression.no-names": {
    en: "“{name}” at column {at} is not a quantity of this question (near “{excerpt}”): the answer needs no names, only numbers.",
    de: "„{name}“ in Spalte {at} ist keine Größe dieser Aufgabe (bei „{excerpt}“): Die Antwort braucht keine Namen, nur Zahlen.",
  },
  "expression.prose": {
    en: "“{found}” at column {at} is text, not a formula (near “{excerpt}”). Write the formula alone.",
    de: "„{found}“ in Spalte {at} ist Text, keine Formel (bei „{excerpt}“). Bitte nur die Formel schreiben.",
  },
  "expression.ambiguous-name": {
    en: "“{name}” at column {at} can be read in several ways: {readings}. Write * between the factors.",
    de: "„{name}“ in Spalte {at} lässt sich verschieden lesen: {readings}. Bitte * zwischen die Faktoren schreiben.",
  },
  "expression.symbolic-index": {
    en: "“{name}” at column {at} has an index that is not a number (near “{excerpt}”). Name the step, as in {suggestions}.",
    de: "„{name}“ in Spalte {at} hat einen Index, der keine Zahl ist (bei „{excerpt}“). Bitte den Schritt nennen, etwa {suggestions}.",
  },
  "expression.bad-index": {
    en: "The index “{index}” at column {at} cannot be read (near “{excerpt}”). Write the number of the step, as in h_1 or h[1].",
    de: "Der Index „{index}“ in Spalte {at} ist nicht lesbar (bei „{excerpt}“). Bitte die Nummer des Schritts schreiben, etwa h_1 oder h[1].",
  },
  "expression.unknown-function": {
    en: "There is no function “{name}” (column {at}, near “{excerpt}”). Known ones: {suggestions}. For a product write * before the bracket.",
    de: "Eine Funktion „{name}“ gibt es nicht (Spalte {at}, bei „{excerpt}“). Bekannt sind: {suggestions}. Für ein Produkt bitte * vor die Klammer schreiben.",
  },
  "expression.lost-power": {
    en: "“{name}” at column {at} (near “{excerpt}”): is a power meant? Write {function}^{digits}(…).",
    de: "„{name}“ in Spalte {at} (bei „{excerpt}“): Ist eine Potenz gemeint? Bitte {function}^{digits}(…) schreiben.",
  },
  "expression.missing-argument": {
    en: "The function “{function}” at column {at} is applied to nothing (near “{excerpt}”). Write {function}(…).",
    de: "Die Funktion „{function}“ in Spalte {at} hat kein Argument (bei „{excerpt}“). Bitte {function}(…) schreiben.",
  },
  "expression.arity": {
    en: "“{function}” at column {at} takes {expected} {expected|value|values}, not {found} (near “{excerpt}”).",
    de: "„{function}“ in Spalte {at} nimmt {expected} {expected|Wert|Werte}, nicht {found} (bei „{excerpt}“).",
  },
  "expression.inverse-function": {
    en: "“{function}^-1” at column {at} has two meanings. Write 1/{function}(…) for the reciprocal, a{function}(…) for the inverse function.",
    de: "„{function}^-1“ in Spalte {at} hat zwei Bedeutungen. Bitte 1/{function}(…) für den Kehrwert, a{function}(…) für die Umkehrfunktion schreiben.",
  },
  "expression.prime": {
    en: "“{name}'” at column {at} is a derivative that is not worked out (near “{excerpt}”). Write the derivative itself.",
    de: "„{name}'“ in Spalte {at} ist eine nicht ausgerechnete Ableitung (bei „{excerpt}“). Bitte die Ableitung selbst hinschreiben.",
  },
  "expression.unfinished-derivative": {
    en: "The derivative {derivative} at column {at} is not worked out (near “{excerpt}”). Go on until no derivative is left.",
    de: "Die Ableitung {derivative} in Spalte {at} ist nicht ausgerechnet (bei „{excerpt}“). Bitte weiterrechnen, bis keine Ableitung mehr übrig ist.",
  },
  "expression.equation": {
    en: "The “=” at column {at} does not belong in a formula (near “{excerpt}”). Write the right-hand side alone.",
    de: "Das „=“ in Spalte {at} gehört nicht in die Formel (bei „{excerpt}“). Bitte nur die rechte Seite schreiben.",
  },
  "expression.several-equals": {
    en: "There are {count} “=” signs (the second at column {at}). Write the result alone, without the steps before it.",
    de: "Hier stehen {count} Gleichheitszeichen (das zweite in Spalte {at}). Bitte nur das Ergebnis schreiben, ohne die Zwischenschritte.",
  },
  "expression.comparison": {
    en: "“{found}” at column {at} compares two things (near “{excerpt}”). Write one formula.",
    de: "„{found}“ in Spalte {at} vergleicht zwei Dinge (bei „{excerpt}“). Bitte eine einzige Formel schreiben.",
  },
  "expression.not-finite": {
    en: "At column {at} stands something that is not a finite number (near “{excerpt}”). Only finite numbers can be used.",
    de: "In Spalte {at} steht etwas, das keine endliche Zahl ist (bei „{excerpt}“). Möglich sind nur endliche Zahlen.",
  },
  "expression.dot": {
    en: "The dot at column {at} belongs to no number (near “{excerpt}”). Write * for a product, and functions by their name alone: tanh(…).",
    de: "Der Punkt in Spalte {at} gehört zu keiner Zahl (bei „{excerpt}“). Bitte * für ein Produkt schreiben und Funktionen nur mit ihrem Namen: tanh(…).",
  },
  "expression.ellipsis": {
    en: "The dots at column {at} leave something out (near “{excerpt}”). Write the formula out in full.",
    de: "Die Punkte in Spalte {at} lassen etwas aus (bei „{excerpt}“). Bitte die ganze Formel ausschreiben.",
  },
  "expression.sum": {
    en: "A sum or product sign (column {at}) cannot be read. Write the terms out, with + or * between them.",
    de: "Ein Summen- oder Produktzeichen (Spalte {at}) ist nicht lesbar. Bitte die Glieder ausschreiben, mit + oder * dazwischen.",
  },
  "expression.not-mathematics": {
    en: "“{found}” at column {at} belongs in no formula (near “{excerpt}”). Use numbers, names, + - * / ^, brackets and functions such as tanh(…).",
    de: "„{found}“ in Spalte {at} gehört in keine Formel (bei „{excerpt}“). Möglich sind Zahlen, Namen, + - * / ^, Klammern und Funktionen wie tanh(…).",
  },
  "expression.unexpected-character": {
    en: "The character “{character}” at column {at} cannot be read (near “{excerpt}”). Remove it or write it in words or signs of a formula.",
    de: "Das Zeichen „{character}“ in Spalte {at} ist nicht lesbar (bei „{excerpt}“). Bitte streichen oder durch Zeichen einer Formel ersetzen.",
  },
  "expression.unknown-command": {
    en: "The LaTeX command \\{command} at column {at} is not known here (near “{excerpt}”). Write the formula without it.",
    de: "Den LaTeX-Befehl \\{command} in Spalte {at} kennt das Programm nicht (bei „{excerpt}“). Bitte die Formel ohne ihn schreiben.",
  },
  "expression.command-argument": {
    en: "The LaTeX command \\{command} at column {at} lacks an argument (near “{excerpt}”). Put each argument in braces.",
    de: "Dem LaTeX-Befehl \\{command} in Spalte {at} fehlt ein Argument (bei „{excerpt}“). Bitte in geschweiften Klammern angeben.",
  },
} as const satisfies Record<string, Entry>;

export const expression = { ...reading } as const satisfies Record<string, Entry>;
