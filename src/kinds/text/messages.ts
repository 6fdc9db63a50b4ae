/** What is said about answers in words. The hints are those of the exercise's author. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "text.kind": { en: "text", de: "Text" },
  "text.ask": { en: "your answer in words, English or German", de: "deine Antwort in Worten, Deutsch oder Englisch" },
  "text.ask-list": {
    en: 'a list of short statements: `["…", "…"]`',
    de: 'eine Liste kurzer Aussagen: `["…", "…"]`',
  },
  "text.empty": { en: "There is nothing here yet.", de: "Hier steht noch nichts." },
  "text.wrong-type": {
    en: "“{field}” should be a text. Put it in quotation marks, or write a list of texts.",
    de: "Bei „{field}“ sollte ein Text stehen. Setz ihn in Anführungszeichen oder schreib eine Liste von Texten.",
  },
  "text.criterion-missing": { en: "Something is still missing. {hint}", de: "Es fehlt noch etwas. {hint}" },
  "text.vague": {
    en: "{words} is right, but too vague. {hint}",
    de: "{words} ist richtig, aber zu ungenau. {hint}",
  },
  "text.wrong-claim": { en: "{words} is not right. {hint}", de: "{words} stimmt so nicht. {hint}" },
  "text.denied": {
    en: "{words}: the way you put it, this says the opposite of what is true. {hint}",
    de: "{words}: So, wie du es schreibst, sagt es das Gegenteil von dem, was stimmt. {hint}",
  },
  "text.wrong-slot": {
    en: "{words} doesn't answer this question. {hint}",
    de: "{words} beantwortet diese Frage nicht. {hint}",
  },
  "text.duplicate": {
    en: "{words} repeats an earlier entry, so it counts only once. Give another point instead.",
    de: "{words} wiederholt einen früheren Eintrag und zählt nur einmal. Nenn stattdessen einen anderen Punkt.",
  },
  "text.contradiction": {
    en: "These statements contradict each other, so someone will read your answer: {words}",
    de: "Diese Aussagen widersprechen sich, deshalb liest jemand deine Antwort: {words}",
  },
  "text.review": {
    en: "It isn't clear what you mean here, so someone will read your answer: {words}",
    de: "Es ist nicht klar, wie du das meinst, deshalb liest jemand deine Antwort: {words}",
  },
  "text.second-opinion": {
    en: "This may say what was asked, but not so clearly that it can be marked automatically. Someone will read your answer.",
    de: "Das könnte sagen, was gefragt ist, aber nicht so klar, dass es sich automatisch bewerten lässt. Deshalb liest jemand deine Antwort.",
  },
  "text.too-long": {
    en: "Your answer has {length} characters. Only answers of up to {most} are marked automatically, so someone will read it.",
    de: "Deine Antwort hat {length} Zeichen. Nur bis {most} wird automatisch bewertet, deshalb liest sie jemand.",
  },
});
