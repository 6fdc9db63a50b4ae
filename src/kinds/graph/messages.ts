/** What is said about drawn computation graphs. */

import { messages } from "../../messages/message.ts";

export const say = messages({
  "graph.kind": { en: "graph", de: "Graph" },
  "graph.ask": {
    en: 'a list of arrows `[["from", "to"], …]`, or a drawing in DOT or Mermaid as text',
    de: 'eine Liste von Pfeilen `[["von", "nach"], …]` oder eine Zeichnung in DOT oder Mermaid als Text',
  },

  // Reading: the answer is no drawing.
  "graph.not-a-graph": {
    en: 'This can\'t be read as a graph: {found}. Write a list of pairs `["from", "to"]`, or a text with arrows ("a -> b"), DOT or Mermaid.',
    de: 'Das lässt sich nicht als Graph lesen: {found}. Schreib eine Liste von Paaren `["von", "nach"]` oder einen Text mit Pfeilen („a -> b“), DOT oder Mermaid.',
  },
  "graph.bad-entry": {
    en: 'Entry {position} is not an arrow: {found}. Write each arrow as a pair `["from", "to"]`.',
    de: 'Eintrag {position} ist kein Pfeil: {found}. Schreib jeden Pfeil als Paar `["von", "nach"]`.',
  },
  "graph.unreadable": {
    en: "The drawing can't be read from line {line}, column {column} on: “{found}”. Check what you wrote there.",
    de: "Ab Zeile {line}, Spalte {column} lässt sich die Zeichnung nicht lesen: „{found}“. Prüf, was dort steht.",
  },
  "graph.too-large": {
    en: "This drawing is too large. The graph you are asked for needs far fewer arrows.",
    de: "Diese Zeichnung ist zu groß. Der gesuchte Graph braucht viel weniger Pfeile.",
  },

  // Judging: what kind of mistake, without naming a missing arrow.
  "graph.undirected": {
    en: "A line without a direction doesn't say which quantity is computed from which. Draw arrows (`->`) from what is used to what is computed from it.",
    de: "Eine Linie ohne Richtung sagt nicht, welche Größe aus welcher berechnet wird. Zeichne Pfeile (`->`) von dem, was benutzt wird, zu dem, was daraus berechnet wird.",
  },
  "graph.reversed": {
    en: "{count} {count|arrow points|arrows point} the wrong way. An arrow goes from what is used to what is computed from it.",
    de: "{count} {count|Pfeil zeigt|Pfeile zeigen} in die falsche Richtung. Ein Pfeil geht von dem, was benutzt wird, zu dem, was daraus berechnet wird.",
  },
  "graph.weights-not-shared": {
    en: "{names}: every time step uses the same {parameter}, so draw it only once.",
    de: "{names}: Jeder Zeitschritt benutzt dasselbe {parameter}, zeichne es also nur einmal.",
  },
  "graph.parameters-missing": {
    en: "The parameters are missing. They are used in the computation too, so give them arrows of their own.",
    de: "Die Parameter fehlen. Auch mit ihnen wird gerechnet, gib ihnen also eigene Pfeile.",
  },
  "graph.some-parameters-missing": {
    en: "{count} {count|parameter has|parameters have} no arrow at all. Find where each parameter is used in the equations.",
    de: "{count} {count|Parameter hat|Parameter haben} gar keinen Pfeil. Such in den Gleichungen, wo jeder Parameter benutzt wird.",
  },
  "graph.labels-read": {
    en: "You wrote parameters on the arrows. Each of them was counted as an arrow from the parameter.",
    de: "Du hast Parameter an die Pfeile geschrieben. Jeder davon zählt hier als Pfeil, der vom Parameter ausgeht.",
  },
  "graph.recurrent-missing": {
    en: "The time steps are not connected properly. What one step computes is used again in the next one.",
    de: "Die Zeitschritte sind nicht richtig verbunden. Was ein Schritt berechnet, wird im nächsten wieder benutzt.",
  },
  "graph.some-recurrent-missing": {
    en: "Some time steps are not connected. What a step computes is used again in the next one, every time.",
    de: "Manche Zeitschritte sind nicht verbunden. Was ein Schritt berechnet, wird jedes Mal im nächsten wieder benutzt.",
  },
  "graph.start-missing": {
    en: "The start of the recurrence is missing. The step that is computed first also uses a state, and that one is given.",
    de: "Der Anfang der Rekurrenz fehlt. Auch der Schritt, der zuerst berechnet wird, benutzt einen Zustand, und der ist gegeben.",
  },
  "graph.self-loop": {
    en: "{nodes}: an arrow leads back to where it starts. In a graph unrolled in time each step has its own nodes, and no arrow goes in a circle.",
    de: "{nodes}: Ein Pfeil führt dorthin zurück, wo er beginnt. Im zeitlich entfalteten Graphen hat jeder Schritt eigene Knoten, und kein Pfeil führt im Kreis.",
  },
  "graph.not-unrolled": {
    en: "{nodes}: draw one node for each time step and give it its index.",
    de: "{nodes}: Zeichne für jeden Zeitschritt einen eigenen Knoten mit seinem Index.",
  },
  "graph.output-missing": {
    en: "No arrow leads to {nodes}. Draw what it takes to compute this.",
    de: "Kein Pfeil führt zu {nodes}. Zeichne, woraus das berechnet wird.",
  },
  "graph.missing-edges": {
    en: "{count} {count|arrow is|arrows are} missing. Look again at what {targets} {targetCount|is|are} computed from.",
    de: "{count} {count|Pfeil fehlt|Pfeile fehlen}. Schau noch einmal, woraus {targets} berechnet {targetCount|wird|werden}.",
  },
  "graph.extra-edges": {
    en: "{count} {count|arrow does|arrows do} not belong here: {edges}.",
    de: "{count} {count|Pfeil gehört|Pfeile gehören} nicht hierher: {edges}.",
  },
  "graph.unknown-node": {
    en: "The model has no quantity called {names}. Use the names from the equations.",
    de: "Das Modell hat keine Größe namens {names}. Nimm die Namen aus den Gleichungen.",
  },
  "graph.unknown-node-nearest": {
    en: "The model has no quantity called {name}. Did you mean {nearest}?",
    de: "Das Modell hat keine Größe namens {name}. Meinst du {nearest}?",
  },
  "graph.solution": { en: "The right arrows are {edges}.", de: "Richtig sind die Pfeile {edges}.", solution: true },
});
