/** Messages that name a known mistake: what was done, and where to look; never the right answer. */

import type { Entry } from "../messages/entry.ts";

const values = {
  "mistake.ambiguous": {
    en: "Different mistakes lead to this answer, so it can't be told which one it was. Check all {n}:",
    de: "Verschiedene Fehler führen auf diese Antwort; welcher es war, lässt sich nicht sagen. Prüfe alle {n}:",
  },
  "mistake.many": {
    en: "This is not right, and {n} different mistakes lead to it: too many to tell which one it was. Check each step.",
    de: "Das stimmt nicht, und {n} verschiedene Fehler führen darauf: zu viele, um zu sagen, welcher es war. Prüfe jeden Schritt.",
  },
  "mistake.recurrence-missing": {
    en: "The recurrence is missing: every step is computed as if it were the first. Use the state of the step before.",
    de: "Die Rekurrenz fehlt: Jeder Schritt ist gerechnet, als wäre er der erste. Benutze den Zustand des vorigen Schritts.",
  },
  "mistake.previous-state-one": {
    en: "In place of the previous state there is a 1. Insert the state that you computed for the step before.",
    de: "Anstelle des vorigen Zustands steht eine 1. Setze den Zustand ein, den du für den Schritt davor berechnet hast.",
  },
  "mistake.input-for-state": {
    en: "An input stands where the state of the step before belongs.",
    de: "Eine Eingabe steht dort, wo der Zustand des vorigen Schritts hingehört.",
  },
  "mistake.pre-activation-fed-back": {
    en: "The value before the activation is passed on to the next step. What is passed on is the state, after the activation.",
    de: "An den nächsten Schritt geht der Wert vor der Aktivierung. Weitergegeben wird der Zustand, nach der Aktivierung.",
  },
  "mistake.output-fed-back": {
    en: "An output is passed on to the next step. Look at the equations: what is it that one step takes from another?",
    de: "An den nächsten Schritt geht eine Ausgabe. Sieh in die Gleichungen: Was übernimmt ein Schritt vom anderen?",
  },
  "mistake.activation-missing": {
    en: "An activation function is left out: the value inside it is taken as the result.",
    de: "Eine Aktivierungsfunktion fehlt: Als Ergebnis ist genommen, was in ihr steht.",
  },
  "mistake.other-activation": {
    en: "This is computed with another activation function than the one in the equations.",
    de: "Hier ist mit einer anderen Aktivierungsfunktion gerechnet als der in den Gleichungen.",
  },
  "mistake.degrees": {
    en: "The angle was taken in degrees. Set the calculator to radians.",
    de: "Der Winkel wurde in Grad genommen. Stelle den Rechner auf Bogenmaß.",
  },
  "mistake.square-of-sum": {
    en: "The sum is raised to the power as a whole. Raise each term first, then add.",
    de: "Potenziert ist die ganze Summe. Potenziere erst jedes Glied und addiere dann.",
  },
  "mistake.absolute-values": {
    en: "Absolute values are added up where powers belong.",
    de: "Addiert sind Beträge, wo Potenzen hingehören.",
  },
  "mistake.square-missing": {
    en: "The terms are added up without their power.",
    de: "Die Glieder sind ohne ihre Potenz addiert.",
  },
  "mistake.target-missing": {
    en: "What is summed up is the output alone. It is the difference to the target that counts.",
    de: "Summiert ist nur die Ausgabe. Es kommt auf ihren Unterschied zum Zielwert an.",
  },
  "mistake.sum-scaled": {
    en: "The sum is multiplied or divided by something (doubled, halved, a mean taken) that does not stand in the equation.",
    de: "Die Summe ist mit etwas multipliziert oder durch etwas geteilt (verdoppelt, halbiert, gemittelt), das nicht in der Gleichung steht.",
  },
  "mistake.root-taken": {
    en: "A root is taken of the sum: that is a norm. The equation has the sum itself.",
    de: "Aus der Summe ist die Wurzel gezogen: Das ist eine Norm. In der Gleichung steht die Summe selbst.",
  },
  "mistake.mean-missing": {
    en: "The number in front of the sum, or below it, is left out.",
    de: "Die Zahl vor oder unter der Summe fehlt.",
  },
  "mistake.last-step-only": {
    en: "Only the last time step is taken into account. All time steps belong in.",
    de: "Berücksichtigt ist nur der letzte Zeitschritt. Alle Zeitschritte gehören hinein.",
  },
  "mistake.first-step-left-out": {
    en: "The first time step is left out of the sum. All time steps belong in.",
    de: "In der Summe fehlt der erste Zeitschritt. Alle Zeitschritte gehören hinein.",
  },
  "mistake.sum-for-product": {
    en: "The outputs are added up. Look again at the equation: they are multiplied.",
    de: "Die Ausgaben sind addiert. Sieh noch einmal in die Gleichung: Sie werden multipliziert.",
  },
  "mistake.product-for-sum": {
    en: "The terms are multiplied. Look again at the equation: they are added up.",
    de: "Die Glieder sind multipliziert. Sieh noch einmal in die Gleichung: Sie werden addiert.",
  },
  "mistake.recurrent-weight-missing": {
    en: "The previous state enters without its weight.",
    de: "Der vorige Zustand geht ohne sein Gewicht ein.",
  },
  "mistake.weight-missing": {
    en: "A weight is left out: one of the quantities enters without the parameter in front of it.",
    de: "Ein Gewicht fehlt: Eine der Größen geht ohne den Parameter davor ein.",
  },
  "mistake.bias-missing": {
    en: "A parameter that is added (a bias) is left out.",
    de: "Ein Parameter, der addiert wird (ein Bias), fehlt.",
  },
  "mistake.input-reversed": {
    en: "The inputs are taken in reverse order.",
    de: "Die Eingaben sind in umgekehrter Reihenfolge genommen.",
  },
  "mistake.input-sign": {
    en: "The sign of an input is wrong. Compare with the numbers given.",
    de: "Das Vorzeichen einer Eingabe stimmt nicht. Vergleiche mit den gegebenen Zahlen.",
  },
  "mistake.parameter-sign": {
    en: "The sign of a parameter is lost. Compare with the numbers given.",
    de: "Das Vorzeichen eines Parameters ist verloren gegangen. Vergleiche mit den gegebenen Zahlen.",
  },
  "mistake.weights-swapped": {
    en: "Two weights are swapped. Compare with the equations which of them stands where.",
    de: "Zwei Gewichte sind vertauscht. Vergleiche mit den Gleichungen, welches wo steht.",
  },
  "mistake.initial-state": {
    en: "The recurrence starts from another value than the one given.",
    de: "Die Rekurrenz beginnt mit einem anderen Wert als dem gegebenen.",
  },
  "mistake.other-case": {
    en: "This is computed with the parameters of another case. Check which numbers belong to this question.",
    de: "Hier ist mit den Parametern eines anderen Falls gerechnet. Prüfe, welche Zahlen zu dieser Frage gehören.",
  },
  "mistake.other-value": {
    en: "This is the value of another quantity, or of another time step, than the one asked for.",
    de: "Das ist der Wert einer anderen Größe oder eines anderen Zeitschritts als gefragt.",
  },
} as const satisfies Record<string, Entry>;

const derivatives = {
  "mistake.recurrent-path-missing": {
    en: "The path through earlier states is missing: the previous state depends on the parameter as well, so the chain rule goes on through it.",
    de: "Der Weg über frühere Zustände fehlt: Auch der vorige Zustand hängt vom Parameter ab, also geht die Kettenregel durch ihn weiter.",
  },
  "mistake.recurrent-paths-incomplete": {
    en: "Not every path through earlier states is there: the previous state enters at several places, and each of them counts.",
    de: "Nicht jeder Weg über frühere Zustände ist da: Der vorige Zustand geht an mehreren Stellen ein, und jede zählt.",
  },
  "mistake.only-last-step": {
    en: "Only where the parameter is used in the last time step is differentiated. The same parameter is used in every step.",
    de: "Abgeleitet ist nur dort, wo der Parameter im letzten Zeitschritt steht. Derselbe Parameter steht in jedem Schritt.",
  },
  "mistake.product-rule-incomplete": {
    en: "The product rule is not complete: not every factor that depends on the parameter is differentiated.",
    de: "Die Produktregel ist nicht vollständig: Nicht jeder Faktor, der vom Parameter abhängt, ist abgeleitet.",
  },
  "mistake.product-rule-swapped": {
    en: "The product rule with the factors mixed up: the derivative of a factor is multiplied by all the others, not by that factor itself.",
    de: "Produktregel mit vertauschten Faktoren: Die Ableitung eines Faktors wird mit allen anderen multipliziert, nicht mit ihm selbst.",
  },
  "mistake.product-of-derivatives": {
    en: "The derivative of a product (or a power) is not the product (or power) of the derivatives.",
    de: "Die Ableitung eines Produkts (einer Potenz) ist nicht das Produkt (die Potenz) der Ableitungen.",
  },
  "mistake.sign-of-term": {
    en: "Not every term has the right sign.",
    de: "Nicht jeder Term hat das richtige Vorzeichen.",
  },
  "mistake.recurrent-factor-missing": {
    en: "On the path through the previous state a factor is missing. Look at what stands in front of that state in the equation.",
    de: "Auf dem Weg über den vorigen Zustand fehlt ein Faktor. Sieh nach, was in der Gleichung vor diesem Zustand steht.",
  },
  "mistake.factor-missing": {
    en: "A factor is left out: when a product with a parameter is differentiated, the parameter stays in front.",
    de: "Ein Faktor fehlt: Wird ein Produkt mit einem Parameter abgeleitet, bleibt der Parameter davor stehen.",
  },
  "mistake.other-factor": {
    en: "Another parameter stands where a factor of the equation belongs.",
    de: "Ein anderer Parameter steht dort, wo ein Faktor aus der Gleichung hingehört.",
  },
  "mistake.factor-kept": {
    en: "There is a factor too many: what a product is differentiated by does not stay in its derivative.",
    de: "Ein Faktor ist zu viel: Wonach ein Produkt abgeleitet wird, bleibt in der Ableitung nicht stehen.",
  },
  "mistake.power-rule": {
    en: "The rule for powers is not applied fully: the exponent comes in front, and is one less above.",
    de: "Die Potenzregel ist nicht ganz angewandt: Der Exponent kommt nach vorn und ist oben um eins kleiner.",
  },
  "mistake.index-shifted": {
    en: "A time index is shifted: check of each quantity in the derivative at which step it is taken.",
    de: "Ein Zeitindex ist verschoben: Prüfe bei jeder Größe in der Ableitung, von welchem Schritt sie zu nehmen ist.",
  },
  "mistake.local-derivative-sign": {
    en: "A sign is wrong in the derivative of the activation function.",
    de: "In der Ableitung der Aktivierungsfunktion stimmt ein Vorzeichen nicht.",
  },
  "mistake.local-derivative-square": {
    en: "In the derivative of the activation function a square is missing or in the wrong place.",
    de: "In der Ableitung der Aktivierungsfunktion fehlt ein Quadrat oder es steht an der falschen Stelle.",
  },
  "mistake.local-derivative-incomplete": {
    en: "Only a part of the activation function's derivative stands there.",
    de: "Von der Ableitung der Aktivierungsfunktion steht nur ein Teil da.",
  },
  "mistake.local-derivative-omitted": {
    en: "The derivative of the activation function is left out: the chain rule has a link there.",
    de: "Die Ableitung der Aktivierungsfunktion fehlt: Dort hat die Kettenregel ein Glied.",
  },
  "mistake.local-derivative-of-output": {
    en: "The derivative of the activation function is taken at its output. It belongs at its argument.",
    de: "Die Ableitung der Aktivierungsfunktion ist an ihrer Ausgabe genommen. Sie gehört an ihr Argument.",
  },
  "mistake.local-derivative-of-input": {
    en: "In the derivative of the activation function its argument stands where its value belongs.",
    de: "In der Ableitung der Aktivierungsfunktion steht ihr Argument dort, wo ihr Wert hingehört.",
  },
  "mistake.local-derivative-other": {
    en: "This is not the derivative of this activation function, but that of another one, or the function itself.",
    de: "Das ist nicht die Ableitung dieser Aktivierungsfunktion, sondern die einer anderen, oder die Funktion selbst.",
  },
  "mistake.other-quantity": {
    en: "This belongs to the derivative with respect to another quantity than the one asked for: {name}.",
    de: "Das gehört zur Ableitung nach einer anderen Größe als gefragt: {name}.",
  },
  "mistake.other-output": {
    en: "This is the derivative of another quantity than the one asked for: {name}.",
    de: "Das ist die Ableitung einer anderen Größe als gefragt: {name}.",
  },
  "mistake.not-differentiated": {
    en: "This is the quantity itself, not its derivative.",
    de: "Das ist die Größe selbst, nicht ihre Ableitung.",
  },
} as const satisfies Record<string, Entry>;

const storage = {
  "mistake.reuse-swapped": {
    en: "This fits the other way to compute the activation's derivative: read again whether it is taken from the input or from the output.",
    de: "Das passt zum anderen Weg, die Ableitung der Aktivierung zu berechnen: Lies nach, ob sie aus der Eingabe oder der Ausgabe kommt.",
  },
  "mistake.count-not-difference": {
    en: "All time steps are counted. Asked is how many values come on top of the short run.",
    de: "Gezählt sind alle Zeitschritte. Gefragt ist, wie viele Werte gegenüber dem kurzen Lauf hinzukommen.",
  },
  "mistake.count-step-off": {
    en: "One time step too many or too few is counted. Count the steps again.",
    de: "Es ist ein Zeitschritt zu viel oder zu wenig gezählt. Zähle die Schritte noch einmal.",
  },
  "mistake.count-first-steps": {
    en: "What the whole short run needs is taken as the need of each further step.",
    de: "Was der ganze kurze Lauf braucht, ist als Bedarf jedes weiteren Schritts genommen.",
  },
  "mistake.count-one-saved": {
    en: "Only one value in all is saved. What need not be kept in one time step need not be kept in any.",
    de: "Gespart ist nur ein Wert insgesamt. Was in einem Zeitschritt nicht aufgehoben werden muss, muss es in keinem.",
  },
  "mistake.stored-kind-missing": {
    en: "A whole kind of values is missing: go through every factor of the derivative and see what it reads.",
    de: "Eine ganze Art von Werten fehlt: Geh jeden Faktor der Ableitung durch und sieh nach, was er liest.",
  },
  "mistake.stored-kind-extra": {
    en: "A kind of values is there that the derivative does not read: go through its factors and see which values stand in them.",
    de: "Eine Art von Werten ist dabei, die die Ableitung nicht liest: Geh ihre Faktoren durch und sieh nach, welche Werte darin stehen.",
  },
  "mistake.stored-start-missing": {
    en: "The start value of the recurrence is missing: it is read as well.",
    de: "Der Anfangswert der Rekurrenz fehlt: Auch er wird gelesen.",
  },
  "mistake.stored-inputs": {
    en: "The inputs are counted too. They are given and need no storage of their own.",
    de: "Die Eingaben sind mitgezählt. Sie sind gegeben und brauchen keinen eigenen Speicher.",
  },
  "mistake.stored-parameters": {
    en: "The parameters are counted too. They are there anyway.",
    de: "Die Parameter sind mitgezählt. Sie sind ohnehin da.",
  },
  "mistake.stored-last-step": {
    en: "These are the values of the last time step only. The backward pass goes through all of them.",
    de: "Das sind nur die Werte des letzten Zeitschritts. Der Rückwärtslauf geht durch alle.",
  },
  "mistake.stored-everything": {
    en: "Everything that is computed is kept here. Keep only what the derivative reads.",
    de: "Hier ist alles behalten, was berechnet wird. Behalte nur, was die Ableitung liest.",
  },
  "mistake.product-chain": {
    en: "The product is taken as a chain of products of two, with every partial result kept. It is one product of all factors.",
    de: "Das Produkt ist als Kette von Zweierprodukten genommen, jedes Zwischenergebnis behalten. Es ist ein Produkt aller Faktoren.",
  },
} as const satisfies Record<string, Entry>;

export const mistakes = { ...values, ...derivatives, ...storage } as const satisfies Record<string, Entry>;
