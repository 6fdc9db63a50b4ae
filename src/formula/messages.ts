/** What to say about a formula that can't be read: where (`at` is the column, `excerpt` the text around it) and what to do. */

import { messages } from "../messages/message.ts";

export const say = messages({
  "expression.empty": {
    en: "There is no formula here yet. Write one.",
    de: "Hier steht noch keine Formel. Schreib eine hin.",
  },
  "expression.too-long": {
    en: "Your formula has {length} characters, but at most {limit} are read. Shorten it.",
    de: "Deine Formel hat {length} Zeichen, gelesen werden aber höchstens {limit}. Kürze sie.",
  },
  "expression.too-deep": {
    en: "Your formula is nested more than {limit} levels deep. Write it with fewer brackets inside brackets.",
    de: "Deine Formel ist mehr als {limit} Ebenen tief verschachtelt. Schreib sie mit weniger Klammern in Klammern.",
  },
  "expression.unclosed": {
    en: "The “{bracket}” at column {at} is never closed (near “{excerpt}”). Add the missing “{closing}”.",
    de: "Die Klammer „{bracket}“ in Spalte {at} wird nie geschlossen (bei „{excerpt}“). Ergänze die fehlende „{closing}“.",
  },
  "expression.unopened": {
    en: "The “{here}” at column {at} closes a bracket that was never opened (near “{excerpt}”). Remove it, or add the opening bracket.",
    de: "Die „{here}“ in Spalte {at} schließt eine Klammer, die nie geöffnet wurde (bei „{excerpt}“). Streich sie oder ergänze die öffnende Klammer.",
  },
  "expression.wrong-bracket": {
    en: "The “{here}” at column {at} does not close the “{bracket}” before it (near “{excerpt}”). Write “{expected}” instead.",
    de: "Die „{here}“ in Spalte {at} passt nicht zur „{bracket}“ davor (bei „{excerpt}“). Schreib stattdessen „{expected}“.",
  },
  "expression.empty-brackets": {
    en: "There is nothing inside the brackets at column {at} (near “{excerpt}”). Fill them in, or remove them.",
    de: "In den Klammern in Spalte {at} steht nichts (bei „{excerpt}“). Füll sie aus oder streich sie.",
  },
  "expression.missing-operand": {
    en: "The “{here}” at column {at} has nothing on one side (near “{excerpt}”). Write what belongs there, or remove the sign.",
    de: "Neben dem „{here}“ in Spalte {at} fehlt etwas (bei „{excerpt}“). Ergänze, was dorthin gehört, oder streich das Zeichen.",
  },
  "expression.two-operators": {
    en: "In “{here}” at column {at} two operators stand side by side (near “{excerpt}”). Keep one of them, or write what goes in between.",
    de: "In „{here}“ in Spalte {at} stehen zwei Rechenzeichen direkt nebeneinander (bei „{excerpt}“). Streich eines davon oder ergänze, was dazwischengehört.",
  },
  "expression.missing-operator": {
    en: "A sign is missing in “{here}” at column {at} (near “{excerpt}”). Write * for a product, ^ for a power or _ for an index.",
    de: "In „{here}“ in Spalte {at} fehlt ein Zeichen (bei „{excerpt}“). Schreib * für ein Produkt, ^ für eine Potenz oder _ für einen Index.",
  },
  "expression.new-line": {
    en: "No operator joins what begins at column {at} to what stands before it (near “{excerpt}”). If the formula goes on there, write + or *; otherwise leave only one formula.",
    de: "Was in Spalte {at} beginnt, ist mit dem davor durch kein Rechenzeichen verbunden (bei „{excerpt}“). Geht die Formel dort weiter, schreib + oder *; sonst gib nur eine Formel ab.",
  },
  "expression.malformed-number": {
    en: "The number at column {at} can't be read (near “{excerpt}”). Write it with one decimal point and without thousands separators, like 1234.5.",
    de: "Die Zahl in Spalte {at} ist nicht lesbar (bei „{excerpt}“). Schreib sie mit einem einzigen Dezimalpunkt und ohne Tausendertrennzeichen, etwa 1234.5.",
  },
  "expression.comma": {
    en: "The comma at column {at} has no meaning there (near “{excerpt}”). Give one formula, and write decimals with a point.",
    de: "Das Komma in Spalte {at} hat dort keine Bedeutung (bei „{excerpt}“). Gib eine einzige Formel an und schreib Dezimalzahlen mit Punkt.",
  },
  "expression.unknown-name": {
    en: "“{here}” at column {at} is not a quantity of this question (near “{excerpt}”). You can use {suggestions}.",
    de: "„{here}“ in Spalte {at} ist keine Größe dieser Aufgabe (bei „{excerpt}“). Verwenden kannst du {suggestions}.",
  },
  "expression.prose": {
    en: "“{here}” at column {at} is text, not part of a formula (near “{excerpt}”). Write only the formula.",
    de: "„{here}“ in Spalte {at} ist Text und gehört nicht zur Formel (bei „{excerpt}“). Schreib nur die Formel.",
  },
  "expression.ambiguous-name": {
    en: "“{here}” at column {at} could mean several things (near “{excerpt}”): {readings}. Write * between the factors.",
    de: "„{here}“ in Spalte {at} kann Verschiedenes heißen (bei „{excerpt}“): {readings}. Schreib * zwischen die Faktoren.",
  },
  "expression.symbolic-index": {
    en: "The index of “{here}” at column {at} is not a number (near “{excerpt}”). Say which time step you mean, as in {suggestions}.",
    de: "Der Index von „{here}“ in Spalte {at} ist keine Zahl (bei „{excerpt}“). Gib den Zeitschritt an, etwa {suggestions}.",
  },
  "expression.bad-index": {
    en: "The index “{here}” at column {at} can't be read (near “{excerpt}”). Write the number of the time step, as in h_1 or h[1].",
    de: "Der Index „{here}“ in Spalte {at} ist nicht lesbar (bei „{excerpt}“). Schreib die Nummer des Zeitschritts, etwa h_1 oder h[1].",
  },
  "expression.unknown-function": {
    en: "There is no function “{here}” (column {at}, near “{excerpt}”). Possible functions are {suggestions}. If you mean a product, write * before the bracket.",
    de: "Eine Funktion „{here}“ gibt es nicht (Spalte {at}, bei „{excerpt}“). Möglich sind {suggestions}. Meinst du ein Produkt, schreib * vor die Klammer.",
  },
  "expression.missing-argument": {
    en: "The function “{here}” at column {at} has no argument (near “{excerpt}”). Write {here}(…).",
    de: "Die Funktion „{here}“ in Spalte {at} hat kein Argument (bei „{excerpt}“). Schreib {here}(…).",
  },
  "expression.arity": {
    en: "“{here}” at column {at} takes {expected} {expected|value|values}, but here it gets {found} (near “{excerpt}”). Check the commas inside its brackets.",
    de: "„{here}“ in Spalte {at} nimmt {expected} {expected|Wert|Werte}, bekommt hier aber {found} (bei „{excerpt}“). Prüf die Kommas in der Klammer.",
  },
  "expression.inverse-function": {
    en: "“{here}” at column {at} can mean two things (near “{excerpt}”). Write 1/{function}(…) for the reciprocal or a{function}(…) for the inverse function.",
    de: "„{here}“ in Spalte {at} kann zweierlei heißen (bei „{excerpt}“). Schreib 1/{function}(…) für den Kehrwert oder a{function}(…) für die Umkehrfunktion.",
  },
  "expression.unfinished-derivative": {
    en: "You have not worked out the derivative “{here}” at column {at} yet (near “{excerpt}”). Go on until no derivative is left.",
    de: "Die Ableitung „{here}“ in Spalte {at} hast du noch nicht ausgerechnet (bei „{excerpt}“). Rechne weiter, bis keine Ableitung mehr übrig ist.",
  },
  "expression.equation": {
    en: "The “=” at column {at} does not belong in a formula (near “{excerpt}”). Write only the right-hand side.",
    de: "Das „=“ in Spalte {at} gehört nicht in die Formel (bei „{excerpt}“). Schreib nur die rechte Seite.",
  },
  "expression.comparison": {
    en: "“{here}” at column {at} compares two things (near “{excerpt}”). Write a single formula.",
    de: "„{here}“ in Spalte {at} vergleicht zwei Dinge (bei „{excerpt}“). Schreib eine einzige Formel.",
  },
  "expression.not-finite": {
    en: "What stands at column {at} is not a finite number (near “{excerpt}”). Use finite numbers only.",
    de: "In Spalte {at} steht keine endliche Zahl (bei „{excerpt}“). Verwende nur endliche Zahlen.",
  },
  "expression.ellipsis": {
    en: "“{here}” at column {at} stands for terms that are not there (near “{excerpt}”). Write all of them out, with + or * between them.",
    de: "„{here}“ in Spalte {at} steht für Glieder, die nicht dastehen (bei „{excerpt}“). Schreib sie alle aus, mit + oder * dazwischen.",
  },
  "expression.not-mathematics": {
    en: "“{here}” at column {at} does not belong in a formula (near “{excerpt}”). Use numbers, names, + - * / ^, brackets and functions such as tanh(…).",
    de: "„{here}“ in Spalte {at} gehört in keine Formel (bei „{excerpt}“). Verwende Zahlen, Namen, + - * / ^, Klammern und Funktionen wie tanh(…).",
  },
  "expression.unexpected-character": {
    en: "The character “{here}” at column {at} can't be read (near “{excerpt}”). Remove it, or write what you mean with the usual signs.",
    de: "Das Zeichen „{here}“ in Spalte {at} ist nicht lesbar (bei „{excerpt}“). Streich es oder schreib mit üblichen Zeichen, was du meinst.",
  },
  "expression.unknown-command": {
    en: "The LaTeX command {here} at column {at} is unknown here (near “{excerpt}”). Write the formula without it.",
    de: "Den LaTeX-Befehl {here} in Spalte {at} kennt das Programm nicht (bei „{excerpt}“). Schreib die Formel ohne ihn.",
  },
  "expression.command-argument": {
    en: "The LaTeX command {here} at column {at} lacks an argument (near “{excerpt}”). Put each of its arguments in braces.",
    de: "Dem LaTeX-Befehl {here} in Spalte {at} fehlt ein Argument (bei „{excerpt}“). Setz jedes Argument in geschweifte Klammern.",
  },
});
