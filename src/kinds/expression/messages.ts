/** Messages about formulas that can be read: how they compare with the right one. */

import type { Entry } from "../../messages/entry.ts";

export const expressionJudging = {
  "expression.not-text": {
    en: 'A formula is expected here, written as text in quotes such as "a*b". Found: {found}.',
    de: 'Hier gehört eine Formel hin, als Text in Anführungszeichen, etwa "a*b". Gefunden: {found}.',
  },
  "expression.other-names": {
    en: "The formula is right, but not written with the quantities asked for. Replace {names} by means of {allowed}.",
    de: "Die Formel stimmt, ist aber nicht in den verlangten Größen geschrieben. Ersetze {names} mithilfe von {allowed}.",
  },
  "expression.ambiguous": {
    en: "At column {at} (near “{excerpt}”) this can be read in two ways, and only one of them is right. Add brackets, as in {first} or {second}.",
    de: "In Spalte {at} (bei „{excerpt}“) lässt sich das auf zwei Arten lesen, und nur eine davon stimmt. Setze Klammern, etwa {first} oder {second}.",
  },
  "expression.other-heading": {
    en: "The formula is headed as {heading}; asked was {asked}.",
    de: "Vor der Formel steht, sie sei {heading}; gefragt war {asked}.",
  },
  "expression.steps-differ": {
    en: "In this calculation not all sides are equal: what stands before the last “=” has other values than the last formula, which was judged.",
    de: "In dieser Rechnung sind nicht alle Seiten gleich: Was vor dem letzten „=“ steht, hat andere Werte als die letzte Formel, die bewertet wurde.",
  },
  "expression.definition-differs": {
    en: "The answer says of {names} something that does not hold in this model.",
    de: "In der Antwort steht über {names} etwas, das in diesem Modell nicht gilt.",
  },
  "expression.undefined": {
    en: "The formula has no value at any numbers that were tried (a division by zero, a root of something negative?). A person will look at it.",
    de: "Die Formel hat bei keinen der probierten Zahlen einen Wert (durch null geteilt, Wurzel aus etwas Negativem?). Ein Mensch sieht sie sich an.",
  },
  "expression.nowhere": {
    en: "This formula has no value where the right one has one, whatever the quantities are (a division by zero, a root or logarithm of something negative?).",
    de: "Diese Formel hat nirgends dort einen Wert, wo die richtige einen hat, egal wie groß die Größen sind (durch null geteilt, Wurzel oder Logarithmus von etwas Negativem?).",
  },
  "expression.narrower": {
    en: "The formula is right wherever it has a value, but it has none at some quantities at which it should have one. A person will look at it.",
    de: "Die Formel stimmt, wo sie einen Wert hat, aber für manche Größen hat sie keinen, obwohl dort einer verlangt ist. Ein Mensch sieht sie sich an.",
  },
  "expression.narrower-at": {
    en: "It has no value, for instance, at {values}.",
    de: "Keinen Wert hat sie zum Beispiel bei {values}.",
  },
  "expression.no-value": {
    en: "This has no value (a division by zero, a root or logarithm of something negative?).",
    de: "Das hat keinen Wert (durch null geteilt, Wurzel oder Logarithmus von etwas Negativem?).",
  },
  "expression.constant": {
    en: "This is a fixed number; the right formula depends on the quantities of the model.",
    de: "Das ist eine feste Zahl; die richtige Formel hängt von den Größen des Modells ab.",
  },
  "expression.undecided": {
    en: "Whether this formula is right could not be computed with certainty. A person will look at it.",
    de: "Ob diese Formel stimmt, ließ sich nicht sicher berechnen. Ein Mensch sieht sie sich an.",
  },
  "expression.paths-missing": {
    en: "What is there is right, but the derivative is not complete: {n} {n|path is missing, the one|paths are missing, one of them} through {first}.",
    de: "Was dasteht, stimmt, aber die Ableitung ist nicht vollständig: {n} {n|Weg fehlt, der|Wege fehlen, einer davon der} über {first}.",
  },
  "expression.direct-path-missing": {
    en: "What is there is right, but the derivative is not complete: one path is missing, the direct one, on which no other quantity lies.",
    de: "Was dasteht, stimmt, aber die Ableitung ist nicht vollständig: Ein Weg fehlt, der direkte, auf dem keine andere Größe liegt.",
  },
  "expression.sign": {
    en: "Nearly: only the sign of the whole formula is wrong.",
    de: "Fast: Nur das Vorzeichen der ganzen Formel stimmt nicht.",
  },
  "expression.factor-constant": {
    en: "Nearly: the whole formula is off by a constant factor. Look at the numbers in front of the terms.",
    de: "Fast: Die ganze Formel ist um einen konstanten Faktor falsch. Sieh dir die Zahlen vor den Gliedern an.",
  },
  "expression.factor-missing": {
    en: "Nearly: one factor is missing throughout. Check that no link of the chain rule was left out.",
    de: "Fast: Überall fehlt derselbe Faktor. Prüfe, ob bei der Kettenregel ein Glied ausgelassen wurde.",
  },
  "expression.factor-extra": {
    en: "Nearly: there is one factor too many throughout, of the size of {name}.",
    de: "Fast: Überall steht ein Faktor zu viel, so groß wie {name}.",
  },
  "expression.offset": {
    en: "Nearly: the formula is off by a constant that is added.",
    de: "Fast: Die Formel ist um eine Konstante falsch, die addiert wird.",
  },
  "expression.offset-name": {
    en: "Nearly: the formula is off by one single term, of the size of {name}.",
    de: "Fast: Die Formel ist um einen einzelnen Summanden falsch, so groß wie {name}.",
  },
  "expression.rounded-constant": {
    en: "Very near, but not equal: is a number in the formula rounded? Keep fractions and names exact.",
    de: "Sehr nah dran, aber nicht gleich: Ist in der Formel eine Zahl gerundet? Lass Brüche und Namen exakt stehen.",
  },
  "expression.nearly-equal": {
    en: "Nearly: at ordinary numbers the values are the right ones, but not everywhere: something in the formula does not belong there or is missing.",
    de: "Fast: Bei gewöhnlichen Zahlen stimmen die Werte, aber nicht überall: Etwas in der Formel gehört nicht hinein oder fehlt.",
  },
  "expression.different": {
    en: "This formula gives other values than the right one.",
    de: "Diese Formel liefert andere Werte als die richtige.",
  },
  "expression.check": {
    en: "To check it: at {values} your formula gives {value}. Compare with a numerical estimate of your own.",
    de: "Zum Nachprüfen: Bei {values} ergibt deine Formel {value}. Vergleiche mit einer eigenen numerischen Schätzung.",
  },
  "expression.check-solution": {
    en: "There the right formula gives {value}.",
    de: "Die richtige Formel ergibt dort {value}.",
  },
  "expression.solution": { en: "A right answer: {formula}", de: "Eine richtige Antwort: {formula}" },
} as const satisfies Record<string, Entry>;
