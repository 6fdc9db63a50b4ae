/** Messages about drawn computation graphs. */

import type { Entry } from "../../messages/entry.ts";

export const graph = {
  "graph.not-a-graph": {
    en: 'Expected arrows: a list of pairs `["from", "to"]`, or a text such as "a -> b", DOT or Mermaid. Found: {found}.',
    de: 'Erwartet werden Pfeile: eine Liste von Paaren `["von", "nach"]` oder ein Text wie "a -> b", DOT oder Mermaid. Gefunden: {found}.',
  },
  "graph.bad-entry": {
    en: 'Entry {position} is not an arrow: expected a pair `["from", "to"]`, found {found}.',
    de: 'Eintrag {position} ist kein Pfeil: erwartet wird ein Paar `["von", "nach"]`, gefunden: {found}.',
  },
  "graph.unreadable": {
    en: "Cannot read the drawing at line {line}, column {column}: {found}.",
    de: "Die Zeichnung ist in Zeile {line}, Spalte {column} nicht lesbar: {found}.",
  },
  "graph.too-large": {
    en: "This drawing has more than {limit} arrows; that is more than can be meant.",
    de: "Diese Zeichnung hat mehr als {limit} Pfeile; so viele können nicht gemeint sein.",
  },
  "graph.too-long": {
    en: "This drawing is longer than {limit} characters; that is more than can be meant.",
    de: "Diese Zeichnung ist länger als {limit} Zeichen; so viel kann nicht gemeint sein.",
  },
  "graph.undirected": {
    en: "The lines have no direction. Draw arrows (`->`), from what is used to what is computed from it.",
    de: "Die Linien haben keine Richtung. Zeichne Pfeile (`->`), vom Benutzten zu dem, was daraus berechnet wird.",
  },
  "graph.reversed": {
    en: "{count} {count|arrow points|arrows point} the wrong way. An arrow goes from what is used to what is computed from it.",
    de: "{count} {count|Pfeil zeigt|Pfeile zeigen} in die falsche Richtung. Ein Pfeil geht vom Benutzten zu dem, was daraus berechnet wird.",
  },
  "graph.weights-not-shared": {
    en: "{names}: it is one and the same {parameter} in every time step, so draw it once.",
    de: "{names}: In jedem Zeitschritt ist es dasselbe {parameter}; zeichne es nur einmal.",
  },
  "graph.parameters-missing": {
    en: "The parameters are missing: they are used in the computation too, so they need their own arrows.",
    de: "Die Parameter fehlen: Auch sie werden in der Rechnung benutzt und brauchen eigene Pfeile.",
  },
  "graph.some-parameters-missing": {
    en: "{count} {count|parameter has|parameters have} no arrow at all. Every parameter in the equations is used somewhere.",
    de: "{count} {count|Parameter hat|Parameter haben} gar keinen Pfeil. Jeder Parameter in den Gleichungen wird irgendwo benutzt.",
  },
  "graph.labels-read": {
    en: "The parameters written on the arrows were read as arrows of their own.",
    de: "Die Parameter an den Pfeilen wurden als eigene Pfeile gelesen.",
  },
  "graph.recurrent-missing": {
    en: "The time steps are not connected as they should be: what one step computes is used again in the next.",
    de: "Die Zeitschritte sind nicht richtig verbunden: Was ein Schritt berechnet, wird im nächsten wieder benutzt.",
  },
  "graph.some-recurrent-missing": {
    en: "Not all time steps are connected: what one step computes is used again in the next, each time.",
    de: "Nicht alle Zeitschritte sind verbunden: Was ein Schritt berechnet, wird im nächsten wieder benutzt, jedes Mal.",
  },
  "graph.start-missing": {
    en: "The start of the recurrence is missing: the step computed first uses a state, too, and that one is given.",
    de: "Der Anfang der Rekurrenz fehlt: Auch der Schritt, der zuerst berechnet wird, benutzt einen Zustand, und der ist gegeben.",
  },
  "graph.self-loop": {
    en: "{nodes} has an arrow to itself. Unrolled in time, every step has nodes of its own and no arrow goes in a circle.",
    de: "{nodes} hat einen Pfeil auf sich selbst. Zeitlich entfaltet hat jeder Schritt eigene Knoten, und kein Pfeil führt im Kreis.",
  },
  "graph.not-unrolled": {
    en: "{nodes}: draw one node for each time step, with its index.",
    de: "{nodes}: Zeichne einen Knoten für jeden Zeitschritt, mit Index.",
  },
  "graph.output-missing": {
    en: "Nothing leads to {nodes}.",
    de: "Zu {nodes} führt kein Pfeil.",
  },
  "graph.missing-edges": {
    en: "{count} {count|arrow is|arrows are} missing. Look at what is used to compute {targets}.",
    de: "{count} {count|Pfeil fehlt|Pfeile fehlen}. Überlege, woraus {targets} berechnet {targetCount|wird|werden}.",
  },
  "graph.extra-edges": {
    en: "{count} {count|arrow does|arrows do} not belong here: {edges}.",
    de: "{count} {count|Pfeil gehört|Pfeile gehören} nicht hierher: {edges}.",
  },
  "graph.unknown-node": {
    en: "There is no quantity called {names} in this model.",
    de: "In diesem Modell gibt es keine Größe namens {names}.",
  },
  "graph.unknown-node-nearest": {
    en: "There is no quantity called {name} in this model. Did you mean {nearest}?",
    de: "In diesem Modell gibt es keine Größe namens {name}. War {nearest} gemeint?",
  },
  "graph.solution": { en: "Right: {edges}.", de: "Richtig: {edges}." },
} as const satisfies Record<string, Entry>;
