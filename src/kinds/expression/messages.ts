/** What is said about a formula that can be read: how it compares with the right one. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "expression.not-text": {
    en: 'Write a formula here, as text in quotes such as "a*b", instead of {found}.',
    de: 'Schreib hier eine Formel hin, als Text in Anführungszeichen, etwa "a*b", statt {found}.',
  },
  "expression.other-names": {
    en: "Your formula is right, but it uses quantities that were not asked for. Express {names} in terms of {allowed}.",
    de: "Deine Formel stimmt, verwendet aber nicht die verlangten Größen. Drück {names} durch {allowed} aus.",
  },
  "expression.ambiguous": {
    en: "At column {at} (near “{excerpt}”) this can be read in two ways, and only one of them is right. Add brackets: {first} or {second}.",
    de: "In Spalte {at} (bei „{excerpt}“) lässt sich das auf zwei Arten lesen, und nur eine davon stimmt. Setz Klammern: {first} oder {second}.",
  },
  "expression.other-heading": {
    en: "You say that your formula is {heading}, but the question asks for {asked}.",
    de: "Du schreibst, deine Formel sei {heading}; gefragt ist aber {asked}.",
  },
  "expression.steps-differ": {
    en: "Your steps are not all equal: something before the last “=” has other values than the last formula, and only that one was graded.",
    de: "Deine Schritte sind nicht alle gleich: Etwas vor dem letzten „=“ hat andere Werte als die letzte Formel, und nur diese wurde bewertet.",
  },
  "expression.definition-differs": {
    en: "What you write about {names} does not hold in this model.",
    de: "Was du über {names} schreibst, gilt in diesem Modell nicht.",
  },
  "expression.undefined": {
    en: "Your formula had no value for any of the numbers that were tried. Does it divide by zero, or take the root of something negative? I could not judge it; compare it with what is asked.",
    de: "Deine Formel hatte für keine der probierten Zahlen einen Wert. Teilt sie durch null oder zieht sie die Wurzel aus etwas Negativem? Beurteilen konnte ich sie nicht; vergleich sie mit dem, was gefragt ist.",
  },
  "expression.nowhere": {
    en: "Your formula has no value anywhere the right one has one. Check for a division by zero, or a root or logarithm of something negative.",
    de: "Deine Formel hat nirgends dort einen Wert, wo die richtige einen hat. Prüf, ob du durch null teilst oder eine Wurzel oder einen Logarithmus von etwas Negativem nimmst.",
  },
  "expression.narrower": {
    en: "Your formula is right wherever it has a value, but for some quantities it has none although it should. Where does it divide by zero, or take a root?",
    de: "Deine Formel stimmt, wo sie einen Wert hat, aber für manche Größen hat sie keinen, obwohl sie einen haben sollte. Wo teilt sie durch null oder zieht eine Wurzel?",
  },
  "expression.narrower-at": {
    en: "For instance, it has no value at {values}.",
    de: "Keinen Wert hat sie zum Beispiel bei {values}.",
  },
  "expression.no-value": {
    en: "This has no value. Check for a division by zero, or a root or logarithm of something negative.",
    de: "Das hat keinen Wert. Prüf, ob du durch null teilst oder eine Wurzel oder einen Logarithmus von etwas Negativem nimmst.",
  },
  "expression.constant": {
    en: "This is a fixed number, but the right formula depends on the quantities of the model.",
    de: "Das ist eine feste Zahl, aber die richtige Formel hängt von den Größen des Modells ab.",
  },
  "expression.undecided": {
    en: "I could not judge for certain whether your formula is right; compare it with what is asked, or write it more simply.",
    de: "Ob deine Formel stimmt, konnte ich nicht sicher beurteilen; vergleich sie mit dem, was gefragt ist, oder schreib sie einfacher.",
  },
  "expression.paths-missing": {
    en: "What you have is right, but the derivative is not complete: {n} {n|path is missing, the one|paths are missing, one of them} through {first}.",
    de: "Was dasteht, stimmt, aber die Ableitung ist nicht vollständig: {n} {n|Weg fehlt, der|Wege fehlen, einer davon der} über {first}.",
  },
  "expression.path-missing": {
    en: "What you have is right, but the derivative is not complete: it has further terms.",
    de: "Was dasteht, stimmt, aber die Ableitung ist nicht vollständig: Sie hat weitere Terme.",
  },
  "expression.direct-path-missing": {
    en: "What you have is right, but the derivative is not complete: the direct path is missing, the one through no other quantity.",
    de: "Was dasteht, stimmt, aber die Ableitung ist nicht vollständig: Es fehlt der direkte Weg, der über keine andere Größe führt.",
  },
  "expression.sign": { en: "Almost: only the sign is wrong.", de: "Fast: Nur das Vorzeichen stimmt nicht." },
  "expression.factor-constant": {
    en: "Almost: the whole formula is off by a constant factor. Check the numbers in front of the terms.",
    de: "Fast: Die ganze Formel ist um einen konstanten Faktor falsch. Sieh dir die Zahlen vor den Termen an.",
  },
  "expression.factor-missing": {
    en: "Almost: the same factor is missing throughout. Check that you did not leave out a link of the chain rule.",
    de: "Fast: Überall fehlt derselbe Faktor. Prüf, ob du bei der Kettenregel ein Glied ausgelassen hast.",
  },
  "expression.factor-extra": {
    en: "Almost: there is one factor too many throughout, and it is as large as {name}.",
    de: "Fast: Überall steht ein Faktor zu viel, und zwar so groß wie {name}.",
  },
  "expression.slip": { en: "Almost: a single slip is left.", de: "Fast: Ein Flüchtigkeitsfehler steckt noch darin." },
  "expression.read-as": {
    en: "This was read as {readAs}. If you mean {meant}, write the brackets.",
    de: "Das wurde als {readAs} gelesen. Meinst du {meant}, dann setz die Klammern.",
  },
  "expression.rounded-fraction": {
    en: "{written} is {fraction} rounded. Write the fraction itself.",
    de: "{written} ist {fraction} gerundet. Schreib den Bruch selbst hin.",
  },
  "expression.place": { en: "Look at this place:", de: "Sieh dir diese Stelle an:" },
  "expression.rounded-constant": {
    en: "Very close, but not equal. Did you round a number in the formula? Keep fractions and names exact.",
    de: "Sehr nah dran, aber nicht gleich. Hast du in der Formel eine Zahl gerundet? Lass Brüche und Namen exakt stehen.",
  },
  "expression.nearly-equal": {
    en: "Almost: for ordinary numbers the values are right, but not everywhere. Look for something in the formula that does not belong or is missing.",
    de: "Fast: Für gewöhnliche Zahlen stimmen die Werte, aber nicht überall. Such in der Formel nach etwas, das nicht hineingehört oder fehlt.",
  },
  "expression.different": {
    en: "This formula gives other values than the right one. Go through your derivation step by step.",
    de: "Diese Formel liefert andere Werte als die richtige. Geh deine Herleitung Schritt für Schritt durch.",
  },
  "expression.check": {
    en: "To check it yourself: at {values} your formula gives {value}. Compare that with a numerical estimate.",
    de: "Zum Nachprüfen: Bei {values} ergibt deine Formel {value}. Vergleiche das mit einer numerischen Schätzung.",
  },
  "expression.check-solution": {
    en: "There the right formula gives {value}.",
    de: "Die richtige Formel ergibt dort {value}.",
    solution: true,
  },
  "expression.solution": {
    en: "A right answer is {formula}.",
    de: "Eine richtige Antwort ist {formula}.",
    solution: true,
  },
  "expression.kind": { en: "expression", de: "Ausdruck" },
  "expression.ask": { en: 'a formula as text: `"2*a*(1 - b^2)"`', de: 'eine Formel als Text: `"2*a*(1 - b^2)"`' },
});
