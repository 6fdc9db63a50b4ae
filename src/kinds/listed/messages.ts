/** What is said about several options: which are right, their order, what belongs together. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "listed.wrong": {
    en: "{wrong} of your {n} answers here {wrong|is|are} wrong. Think each of them over.",
    de: "{wrong} von deinen {n} Antworten hier {wrong|ist|sind} falsch. Überleg bei jeder noch einmal.",
  },
  "listed.missing": { en: "Something is still missing.", de: "Es fehlt noch etwas." },
  "listed.solution": { en: "Right: {parts}.", de: "Richtig: {parts}.", solution: true },
  "listed.kind-choices": { en: "choices", de: "Mehrfachwahl" },
  "listed.ask-choices": { en: "a list of all right ones: {options}", de: "eine Liste aller richtigen: {options}" },
  "choices.all": { en: "Choosing everything gets no points.", de: "Wer alles wählt, bekommt keine Punkte." },
  "listed.kind-order": { en: "order", de: "Reihenfolge" },
  "listed.ask-order": { en: "a list in the right order: {options}", de: "eine geordnete Liste: {options}" },
  "order.each": {
    en: "Each has to stand there exactly once. Missing, or there twice: {names}.",
    de: "Jedes muss genau einmal dastehen. Es fehlt oder steht doppelt da: {names}.",
  },
  "order.wrong": { en: "Wrong steps from one to the next: {wrong} of {n}.", de: "Falsche Übergänge: {wrong} von {n}." },
  "listed.kind-match": { en: "match", de: "Zuordnung" },
  "listed.ask-match": { en: "for each of {keys} one of: {options}", de: "zu jedem von {keys} eins von: {options}" },
  "match.form": {
    en: "Write an object with a key for each: {keys}.",
    de: "Schreib ein Objekt mit je einem Schlüssel: {keys}.",
  },
});
