/** What is said about answers in words. The hints are those of the exercise's author. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "text.kind": { en: "text", de: "Text" },
  "text.ask": { en: "your answer in words, English or German", de: "deine Antwort in Worten, Deutsch oder Englisch" },
  "text.ask-list": { en: 'a list of short statements: `["…", "…"]`', de: 'eine Liste kurzer Aussagen: `["…", "…"]`' },
  "text.empty": { en: "There is nothing here yet.", de: "Hier steht noch nichts." },
  "text.wrong-type": {
    en: "“{field}” should be a text. Put it in quotation marks, or write a list of texts.",
    de: "Bei „{field}“ sollte ein Text stehen. Setz ihn in Anführungszeichen oder schreib eine Liste von Texten.",
  },
  "text.criterion-missing": { en: "Something is still missing. {hint}", de: "Es fehlt noch etwas. {hint}" },
  "text.vague": { en: "{words} is right, but too vague. {hint}", de: "{words} ist richtig, aber zu ungenau. {hint}" },
  "text.vague-whole": { en: "Right, but too vague. {hint}", de: "Richtig, aber zu ungenau. {hint}" },
  "text.wrong-claim": { en: "{words} is not right. {hint}", de: "{words} stimmt so nicht. {hint}" },
  "text.denied": {
    en: "{words}: the way you put it, this says the opposite of what is true. {hint}",
    de: "{words}: So, wie du es schreibst, sagt es das Gegenteil von dem, was stimmt. {hint}",
  },
  "text.wrong-slot": { en: "{words} doesn't answer this. {hint}", de: "{words} beantwortet das nicht. {hint}" },
  "text.too-many": {
    en: "You gave {n} entries where {most} are asked for. Decide for the best {most}; which ones count is not for me to choose.",
    de: "Du hast {n} Einträge gegeben, gefragt sind {most}. Entscheide dich für die besten {most}; welche zählen, kann ich nicht aussuchen.",
  },
  "text.contradiction": {
    en: "I could not judge this, as these statements contradict each other: {words}. Compare them with what is asked. {hint}",
    de: "Das konnte ich nicht beurteilen, denn diese Aussagen widersprechen sich: {words}. Vergleich sie mit dem, was gefragt ist. {hint}",
  },
  "text.review": {
    en: "I could not judge this, as it isn't clear what you mean: {words}. Compare it with what is asked. {hint}",
    de: "Das konnte ich nicht beurteilen, denn es ist nicht klar, wie du das meinst: {words}. Vergleich es mit dem, was gefragt ist. {hint}",
  },
  "text.second-opinion": {
    en: "This may say what was asked, but I could not judge it. Compare it with what is asked. {hint}",
    de: "Das könnte sagen, was gefragt ist, aber beurteilen konnte ich es nicht. Vergleich es mit dem, was gefragt ist. {hint}",
  },
  "text.too-long": {
    en: "I could not judge this: your answer has {length} characters, and I read at most {most}. Say it more briefly.",
    de: "Das konnte ich nicht beurteilen: Deine Antwort hat {length} Zeichen, und ich lese höchstens {most}. Sag es kürzer.",
  },
});
