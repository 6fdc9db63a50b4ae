/** Reports to test with: a course that looks like a real one, and what hostile students would hand in. */

import { type Summary, summaryOf, Totals } from "../../src/course/summary.ts";
import type { Message, Report, ReportItem } from "../../src/grading/report.ts";
import type { Verdict } from "../../src/kinds/judgement.ts";

/** Uniform numbers in [0, 1) that are the same in every run (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface SampleItem {
  readonly id: string;
  readonly kind: string;
  readonly maxPoints: number;
  /** Ability at which half of the students succeed, −2 … 2. */
  readonly difficulty: number;
  readonly wrongAnswers: readonly (readonly [answer: string, code: string, message: string])[];
  readonly rightAnswer: string;
  readonly criteria?: readonly string[];
}

const number = (id: string, difficulty: number, right: string, wrong: SampleItem["wrongAnswers"]): SampleItem => ({
  id,
  kind: "number",
  maxPoints: 1,
  difficulty,
  rightAnswer: right,
  wrongAnswers: wrong,
});

const exercises: Readonly<Record<string, readonly SampleItem[]>> = {
  ex2: [
    {
      id: "dz_dW",
      kind: "expression",
      maxPoints: 6,
      difficulty: 0.9,
      rightAnswer: "y2*V*h0*(1-tanh(tau1)^2) + y1*V*(1-tanh(tau2)^2)*(h1 + W*h0*(1-tanh(tau1)^2))",
      wrongAnswers: [
        [
          "y2*V*h0*(1-tanh(tau1)^2) + y1*V*(1-tanh(tau2)^2)*h1",
          "mistake.recurrent-path-missing",
          "The path through h1 into the second step is missing.",
        ],
        ["y1*y2*V*(1+h1^2)", "mistake.wrong-local-derivative", "Have another look at the derivative of tanh."],
        ["tanh((", "expression.syntax", "A closing bracket is missing at the end."],
      ],
    },
    {
      id: "stored",
      kind: "names",
      maxPoints: 2,
      difficulty: -0.2,
      rightAnswer: "y1, y2, h0, h1, tau1, tau2",
      wrongAnswers: [["y1, y2, x1", "names.superfluous", "x1 is an input and need not be stored."]],
    },
    number("extra_100", 0.1, "294", [
      ["300", "mistake.steps-total", "Count the additional steps only."],
      ["200", "mistake.steps-total", "Count the additional steps only."],
    ]),
    number("extra_100_reuse", 0.4, "196", [["294", "mistake.no-reuse", "Here h is used again for the derivative."]]),
  ],
  ex4: [
    {
      id: "name",
      kind: "text",
      maxPoints: 1,
      difficulty: -1.2,
      rightAnswer: "gradient clipping",
      wrongAnswers: [["weight decay", "text.unmet", "This technique does something else."]],
      criteria: ["name"],
    },
    {
      id: "description",
      kind: "text",
      maxPoints: 3,
      difficulty: 0.2,
      rightAnswer: "if ||g|| >= nu: g <- nu*g/||g||, so the direction stays the same",
      wrongAnswers: [
        ["we always divide by |g|", "text.threshold-missing", "When is the gradient changed, and when not?"],
        ["the gradient gets smaller", "text.vague", "Say how it is made smaller."],
      ],
      criteria: ["threshold", "rescale", "direction"],
    },
  ],
  ex6: [
    number("set1.h1", -1.5, "1", [["0.99", "number.rounding", "Round to two decimals."]]),
    number("set1.h2", -1.2, "-1", [["1", "number.sign", "The sign is not right."]]),
    number("set1.loss", -0.9, "2", [["0", "number.sign", "Squares cannot cancel each other."]]),
    number("set2.h1", -0.6, "0.46", [["0.5", "mistake.tanh-left-out", "Is tanh applied?"]]),
    number("set2.h2", 0.3, "-0.49", [
      ["0", "mistake.own-input", "Which value goes from step 1 into step 2?"],
      ["0.49", "number.sign", "The sign is not right."],
    ]),
    number("set2.loss", 0.5, "0.455", [
      ["0.79", "mistake.no-recurrence", "The second step depends on the first."],
      ["0.23", "mistake.mean", "The loss is a sum, not a mean."],
    ]),
    {
      id: "better",
      kind: "choice",
      maxPoints: 1,
      difficulty: -0.3,
      rightAnswer: "2",
      wrongAnswers: [["1", "choice.wrong", "Compare the gradients of the two sets."]],
    },
    {
      id: "reason",
      kind: "text",
      maxPoints: 2,
      difficulty: 0.6,
      rightAnswer: "set 1 saturates tanh, so the gradient vanishes",
      wrongAnswers: [["the loss is smaller", "text.loss-is-no-reason", "A small loss at the start is no advantage."]],
      criteria: ["saturation", "gradient"],
    },
  ],
};

export interface SampleOptions {
  readonly students?: number;
  readonly exercises?: readonly string[];
  readonly seed?: number;
}

/** Students of normal ability, items of different difficulty; some review, some missing, a few unreadable files. */
export function* course({ students = 120, exercises: ids = ["ex6"], seed = 1 }: SampleOptions = {}): Generator<Report> {
  const random = randomNumbers(seed);
  for (let index = 0; index < students; index++) {
    const ability = random() + random() + random() + random() - 2 + 0.3;
    const student = studentName(index, random);
    for (const exercise of ids) yield sampleReport(exercise, student, ability * 1.8, random);
  }
}

const firstNames = [
  "Anna",
  "Ben",
  "Chiara",
  "Deniz",
  "Emil",
  "Fatma",
  "Greta",
  "Hüseyin",
  "Ida",
  "Jonas",
  "Łucja",
  "Noé",
];
const lastNames = [
  "Bauer",
  "Çelik",
  "Dvořák",
  "Fischer",
  "García",
  "Huber",
  "Kowalski",
  "Nguyễn",
  "O’Brien",
  "Schäfer",
];

function studentName(index: number, random: () => number): string {
  return `${pick(firstNames, random)} ${pick(lastNames, random)} ${1000 + index}`;
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function sampleReport(exercise: string, student: string, ability: number, random: () => number): Report {
  const file = `answers/${student}/${exercise}.json`;
  const definition = exercises[exercise] ?? [];
  if (random() < 0.02) {
    const error = { code: "json.syntax", message: "A comma is missing between two entries.", line: 3, column: 14 };
    return { ...newReport(exercise, student, definition), file, status: "invalid", error };
  }
  const items = definition.map((item) => sampleItem(item, ability, random));
  return graded({ ...newReport(exercise, student, definition), file }, items);
}

function newReport(exercise: string, student: string, items: readonly { maxPoints: number }[]): Report {
  return {
    schema: "rnn-check/report@1",
    exercise,
    student,
    status: "graded",
    points: 0,
    maxPoints: items.reduce((sum, item) => sum + item.maxPoints, 0),
    reviewPoints: 0,
    passed: false,
    needsReview: false,
    items: [],
  };
}

/** The report with `items` and the sums that follow from them; passed from half of the points. */
export function graded(report: Report, items: readonly ReportItem[]): Report {
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const reviewPoints = items.reduce((sum, item) => sum + (item.reviewPoints ?? 0), 0);
  const needsReview = items.some((item) => item.verdict === "review");
  return { ...report, items, points, reviewPoints, needsReview, passed: points + reviewPoints >= report.maxPoints / 2 };
}

function sampleItem(item: SampleItem, ability: number, random: () => number): ReportItem {
  const { id, kind, maxPoints, criteria } = item;
  const luck = random();
  const common = { id, kind, maxPoints };
  if (luck < 0.03) return { ...common, verdict: "missing", points: 0, feedback: [] };
  const success = 1 / (1 + Math.exp(-2 * (ability - item.difficulty)));
  if (kind === "text" && luck > 0.9) return reviewItem(item);
  if (random() < success) {
    const met = criteria?.map((name) => criterion(name, "met", maxPoints / criteria.length));
    const right = { ...common, verdict: "correct", points: maxPoints, feedback: [], answer: item.rightAnswer } as const;
    return met === undefined ? right : { ...right, criteria: met };
  }
  const [answer, code, message] = pick(item.wrongAnswers, random);
  const feedback: Message[] = [{ code, message }];
  const partial = maxPoints > 1 && random() < 0.5;
  const verdict: Verdict = code === "expression.syntax" ? "invalid" : partial ? "partial" : "incorrect";
  const points = verdict === "partial" ? maxPoints / 2 : 0;
  const judged = criteria?.map((name, index) =>
    criterion(name, index === 0 && partial ? "met" : "unmet", maxPoints / criteria.length),
  );
  const wrong = { ...common, verdict, points, feedback, answer };
  return judged === undefined ? wrong : { ...wrong, criteria: judged };
}

function reviewItem({ id, kind, maxPoints, criteria = [] }: SampleItem): ReportItem {
  return {
    id,
    kind,
    maxPoints,
    verdict: "review",
    points: 0,
    reviewPoints: maxPoints,
    answer: "the tanh is in its flat part",
    feedback: [{ code: "text.unsure", message: "The wording is unusual; a person will read it." }],
    criteria: criteria.map((name) => criterion(name, "review", maxPoints / criteria.length)),
  };
}

function criterion(id: string, verdict: "met" | "unmet" | "review", maxPoints: number) {
  const points = verdict === "met" ? maxPoints : 0;
  return { id, verdict, points, maxPoints, evidence: verdict === "unmet" ? [] : ["flat part"] };
}

/** What a run over these reports would tell, with every kind of file that does not count. */
export function summaryFor(reports: readonly Report[]): Summary {
  const totals = new Totals();
  for (const report of reports) totals.add(report);
  const by = reports.find(({ file }) => file !== undefined)?.file ?? "";
  const remarks = {
    superseded: [{ file: `old/${by}`, by }],
    skipped: [{ file: `${by}.docx`, reason: "not-json" as const }],
    misnamed: [{ file: by, claimed: `not ${by}`, student: reports[0]?.student ?? "" }],
    notOnRoster: [by],
  };
  return summaryOf(totals, remarks, { complete: true });
}

/** Texts that attack one of the receivers, each with a name. */
export const attacks: Readonly<Record<string, string>> = {
  formula: "=cmd|'/c calc'!A1",
  "formula behind a blank": ' =HYPERLINK("http://evil.example")',
  plus: "+1+cmd",
  at: "@SUM(1+1)",
  tab: "\t=1+1",
  script: "</script><script>alert(1)</script>",
  "attribute breakout": '" onmouseover="alert(1)" x=\'',
  "html comment": "<!--<script>",
  image: '<img src=x onerror="alert(1)">',
  "markdown image": "![x](http://evil.example/pixel.png)",
  "markdown link": "[click](javascript:alert(1))",
  "table cell": "a | b | c",
  "code fence": "``` ` ``",
  mention: "@octocat and @org/team see #1, GH-2 and https://evil.example and www.evil.example",
  "workflow command": "::set-output name=score::100",
  "workflow command in a line": "x\n::error::owned\r\n::stop-commands::x",
  "percent escapes": "%0A::error::owned",
  "escape sequence": "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b31m",
  bidi: "safe\u202eexe.txt\u2066",
  "line separators": "a\u2028b\u2029c\u0085d",
  nul: "a\u0000b\u0008c\ufffed\uffff",
  "lone surrogate": "a\ud800b\udc00c",
  emoji: "👩‍🔬 Ünïcödé 你好",
  "xml cdata": "]]>&nonsense;<![CDATA[",
  path: "../../../etc/passwd",
  "windows path": "..\\..\\C:\\Windows",
  device: "con",
  dots: "..",
  empty: "",
  proto: "__proto__",
  constructor: "constructor",
  long: "x".repeat(300),
  quote: 'say "hi", please\r\nnow',
  minus: "-2+3",
};

/** One report for each attack, with the attack in every place that a student controls. */
export function* hostileCourse(): Generator<Report> {
  for (const [name, text] of Object.entries(attacks)) {
    const message = { code: "number.wrong", message: `You wrote “${text}”.` };
    const report = newReport("ex6", text, [{ maxPoints: 1 }, { maxPoints: 2 }, { maxPoints: 1 }]);
    const file = `${name}/${text}.json`;
    const common = { feedback: [message], answer: text };
    yield graded({ ...report, file, warnings: [{ code: "answer.unknown-key", message: `Unknown key ${text}.` }] }, [
      { id: "set1.h1", kind: "number", verdict: "incorrect", points: 0, maxPoints: 1, ...common },
      {
        id: "reason",
        kind: "text",
        verdict: "review",
        points: 0.5,
        maxPoints: 2,
        reviewPoints: 1,
        ...common,
        criteria: [
          { id: "gradient", verdict: "review", points: 0, maxPoints: 1, evidence: [text], feedback: [message] },
        ],
        feedback: [{ code: "batch.decided-by", message: `Decided by ${text}. ${text}` }],
        overridden: { by: text, comment: text },
      },
      { id: "set2.h1", kind: "number", verdict: "invalid", points: 0, maxPoints: 1, ...common },
    ]);
    const error = { code: "json.syntax", message: `Unexpected ${text}`, line: 1, column: 1 };
    yield { ...report, exercise: "ex2", file, status: "invalid", error };
  }
}
