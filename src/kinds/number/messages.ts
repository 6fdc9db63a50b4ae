/** Messages about numbers. */

import type { Entry } from "../../messages/entry.ts";

/** Codes of reading: an answer is no number. */
const reading = {
  "number.empty": { en: "There is no number here.", de: "Hier steht keine Zahl." },
  "number.too-long": {
    en: "The answer has {length} characters; a number may have {limit}. Write the number alone.",
    de: "Die Antwort hat {length} Zeichen, eine Zahl darf {limit} haben. Bitte nur die Zahl schreiben.",
  },
  "number.wrong-type": {
    en: 'A number is expected here, not {found}. Write a single number such as 0.25 or "1/4".',
    de: 'Hier wird eine Zahl erwartet, nicht {found}. Bitte eine einzelne Zahl schreiben, etwa 0.25 oder "1/4".',
  },
  "number.word": {
    en: "“{found}” is a number in words. Write it in digits.",
    de: "„{found}“ ist eine Zahl in Worten. Bitte mit Ziffern schreiben.",
  },
  "number.not-a-number": {
    en: "“{found}” is not a number. Write digits (0.25) or a formula of numbers (1/4).",
    de: "„{found}“ ist keine Zahl. Bitte Ziffern (0.25) oder eine Rechnung mit Zahlen (1/4) schreiben.",
  },
  "number.not-finite": {
    en: "This is not a finite number (a division by zero, an overflow, infinity or NaN).",
    de: "Das ist keine endliche Zahl (Division durch null, Überlauf, unendlich oder NaN).",
  },
  "number.unit": {
    en: "“{unit}” stands behind the number {number}. All quantities are plain numbers here: write {number} alone.",
    de: "Hinter der Zahl {number} steht „{unit}“. Alle Größen sind hier reine Zahlen: bitte nur {number} schreiben.",
  },
  "number.several": {
    en: "“{found}” holds more than one number. Decide on one.",
    de: "„{found}“ enthält mehr als eine Zahl. Bitte eine angeben.",
  },
  "number.alone": {
    en: "What stands beside {number} leaves open whether it belongs to the number. Write {number} alone.",
    de: "Was neben {number} steht, lässt offen, ob es zur Zahl gehört. Bitte nur {number} schreiben.",
  },
  "number.inequality": {
    en: "“{found}” is a range, not a number. Write one number.",
    de: "„{found}“ ist ein Bereich und keine Zahl. Bitte eine Zahl angeben.",
  },
} as const satisfies Record<string, Entry>;

/** Codes of judging: the number was read. */
const judging = {
  "number.rounded": {
    en: "Right: the difference comes from rounding on the way.",
    de: "Richtig: Der Unterschied kommt vom Runden unterwegs.",
  },
  "number.carried": {
    en: "Right as a consequence of your own earlier value, which is wrong: full points here.",
    de: "Folgerichtig aus deinem eigenen früheren Wert, der falsch ist: hier volle Punkte.",
  },
  "number.wrong": {
    en: "This is not the value. Check each step of your computation.",
    de: "Das ist nicht der Wert. Prüfe jeden Schritt deiner Rechnung.",
  },
  "number.sign": { en: "The sign is wrong.", de: "Das Vorzeichen stimmt nicht." },
  "number.power-of-ten": {
    en: "The digits are right, but the decimal point is not: there is a power of ten too many or too few.",
    de: "Die Ziffern stimmen, das Komma nicht: Eine Zehnerpotenz ist zu viel oder zu wenig.",
  },
  "number.last-place": {
    en: "Nearly: the last digit is not what rounding gives. Compute with more digits and round at the end.",
    de: "Fast: Die letzte Ziffer ist nicht die gerundete. Rechne mit mehr Stellen und runde am Ende.",
  },
  "number.too-few-digits": {
    en: "Too few digits: {n} significant {n|figure is|figures are} asked for.",
    de: "Zu wenige Stellen: Gefragt {n|ist|sind} {n} signifikante {n|Stelle|Stellen}.",
  },
  "number.too-few-digits-of-value": {
    en: "Rounded too early: the question asks for more digits than these.",
    de: "Zu stark gerundet: Gefragt sind mehr Stellen als diese.",
  },
  "number.rounded-too-early": {
    en: "Values on the way are rounded too much. Compute with more digits and round at the end.",
    de: "Unterwegs ist zu stark gerundet. Rechne mit mehr Stellen und runde am Ende.",
  },
  "number.too-many-digits": {
    en: "Too many digits: exactly {n} significant {n|figure is|figures are} asked for.",
    de: "Zu viele Stellen: Gefragt {n|ist|sind} genau {n} signifikante {n|Stelle|Stellen}.",
  },
  "number.solution": { en: "The right value is {value}.", de: "Der richtige Wert ist {value}." },
} as const satisfies Record<string, Entry>;

export const number = { ...reading, ...judging } as const satisfies Record<string, Entry>;
