/** What is said about numbers. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  // Reading: the answer is no number.
  "number.empty": { en: "Write a number here, such as 0.25.", de: "Schreib hier eine Zahl, etwa 0.25." },
  "number.too-long": {
    en: "The answer has {length} characters, but a number may have at most {limit}. Write only the number.",
    de: "Die Antwort hat {length} Zeichen, eine Zahl darf aber höchstens {limit} haben. Schreib nur die Zahl.",
  },
  "number.wrong-type": {
    en: 'This should be a single number, such as `0.25` or `"1/4"`, but it is {found}.',
    de: 'Hier sollte eine einzelne Zahl stehen, etwa `0.25` oder `"1/4"`. Gefunden: {found}.',
  },
  "number.word": { en: "Write “{found}” in digits.", de: "Schreib „{found}“ in Ziffern." },
  "number.not-a-number": {
    en: "“{found}” can't be read as a number. Write digits (0.25) or a calculation (1/4).",
    de: "„{found}“ lässt sich nicht als Zahl lesen. Schreib Ziffern (0.25) oder eine Rechnung (1/4).",
  },
  "number.not-finite": {
    en: "This doesn't come to a finite number. Look for a division by zero or a number that is far too large.",
    de: "Das ergibt keine endliche Zahl. Such nach einer Division durch null oder einer viel zu großen Zahl.",
  },
  "number.unit": {
    en: "Leave out “{unit}”: the quantities here have no units. Write only {number}.",
    de: "Lass „{unit}“ weg: Die Größen haben hier keine Einheiten. Schreib nur {number}.",
  },
  "number.several": { en: "Give one number instead of “{found}”.", de: "Gib eine einzige Zahl an statt „{found}“." },
  "number.margin": { en: "I read {number}; the ± isn't judged.", de: "Ich lese {number}; das ± zählt nicht." },
  "number.alone": {
    en: "It isn't clear what the text next to {number} means. If {number} is your answer, write it on its own.",
    de: "Es ist nicht klar, was der Text neben {number} bedeutet. Wenn {number} deine Antwort ist, schreib nur diese Zahl.",
  },
  "number.inequality": {
    en: "“{found}” describes a range. Give a single number.",
    de: "„{found}“ beschreibt einen Bereich. Gib eine einzelne Zahl an.",
  },

  // Judging: the number was read.
  "number.rounded": {
    en: "Correct. The small difference comes from rounding intermediate results.",
    de: "Richtig. Der kleine Unterschied kommt vom Runden der Zwischenergebnisse.",
  },
  "number.carried": {
    en: "Your earlier value is wrong, but from there you calculated correctly, so you get full points here.",
    de: "Dein früherer Wert ist falsch, aber von dort aus hast du richtig gerechnet: Hier gibt es die volle Punktzahl.",
  },
  "number.wrong": {
    en: "This is not the right value. Go through your calculation step by step.",
    de: "Das ist nicht der richtige Wert. Geh deine Rechnung Schritt für Schritt durch.",
  },
  "number.sign": {
    en: "The sign is wrong. Check where a minus was lost or added.",
    de: "Das Vorzeichen ist falsch. Prüf, wo ein Minus verloren ging oder dazukam.",
  },
  "number.power-of-ten": {
    en: "The digits are right, but the decimal point is in the wrong place. Check the powers of ten.",
    de: "Die Ziffern stimmen, aber das Komma steht an der falschen Stelle. Prüf die Zehnerpotenzen.",
  },
  "number.last-place": {
    en: "Almost: the last digit is off. Keep more digits while you calculate and round only at the end.",
    de: "Fast: Die letzte Ziffer stimmt nicht. Rechne mit mehr Stellen und runde erst am Ende.",
  },
  "number.too-few-digits": {
    en: "Give more digits: the question asks for {n} significant {n|figure|figures}.",
    de: "Gib mehr Stellen an: Gefragt {n|ist|sind} {n} signifikante {n|Stelle|Stellen}.",
  },
  "number.too-few-digits-of-value": {
    en: "This is rounded too much. Give as many digits as the question asks for.",
    de: "Das ist zu stark gerundet. Gib so viele Stellen an, wie gefragt sind.",
  },
  "number.rounded-too-early": {
    en: "This looks as if intermediate results were rounded too much. Keep more digits and round only at the end.",
    de: "Das sieht aus, als wären Zwischenergebnisse zu stark gerundet. Rechne mit mehr Stellen und runde erst am Ende.",
  },
  "number.too-many-digits": {
    en: "Give fewer digits: the question asks for exactly {n} significant {n|figure|figures}.",
    de: "Gib weniger Stellen an: Gefragt {n|ist|sind} genau {n} signifikante {n|Stelle|Stellen}.",
  },
  "number.solution": {
    en: "The right value is {value}.",
    de: "Der richtige Wert ist {value}.",
    solution: true,
  },
  "number.forward-rule": {
    en: "Compute one quantity after the other, each from those before it. Put in the numbers, and round only at the end.",
    de: "Berechne eine Größe nach der anderen, jede aus denen davor. Setz die Zahlen ein, und runde erst am Ende.",
  },
  "number.chain-rule": {
    en: "Chain rule: multiply the local derivatives along each way, and add up the ways. One goes through each factor of a product (product rule), others through earlier states (recurrence).",
    de: "Kettenregel: Multipliziere auf jedem Weg die lokalen Ableitungen und addiere die Wege. Je einer führt durch jeden Faktor eines Produkts (Produktregel), manche durch frühere Zustände (Rekurrenz).",
  },
  "number.stored-rule": {
    en: "One value for each quantity that the formula of the derivative reads, except parameters and inputs.",
    de: "Ein Wert für jede Größe, die die Formel der Ableitung liest, außer Parametern und Eingaben.",
  },
  "number.stored": {
    en: "{few} {few|step needs|steps need} {n} values: {names}. One step more: {more}.",
    de: "{few} {few|Schritt braucht|Schritte brauchen} {n} Werte: {names}. Ein Schritt mehr: {more}.",
  },
  "number.kind": { en: "number", de: "Zahl" },
  "number.ask": { en: 'a number: `0.25`, `"0,25"` or `"1/4"`', de: 'eine Zahl: `0.25`, `"0,25"` oder `"1/4"`' },
  "number.ask-decimals": {
    en: 'a number to {n} decimal {n|place|places}: `0.25`, `"0,25"` or `"1/4"`',
    de: 'eine Zahl auf {n} {n|Nachkommastelle|Nachkommastellen}: `0.25`, `"0,25"` oder `"1/4"`',
  },
  "number.ask-figures": {
    en: 'a number to {n} significant {n|figure|figures}: `0.25`, `"0,25"` or `"1/4"`',
    de: 'eine Zahl auf {n} {n|gültige Stelle|gültige Stellen}: `0.25`, `"0,25"` oder `"1/4"`',
  },
});
