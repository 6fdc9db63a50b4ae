#!/usr/bin/env bash
# Installs the packed tarball into an empty folder and uses it there: as a program, as a library, and its types.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root"
tarball=$(npm pack --silent --ignore-scripts --pack-destination "$work" | tail -n 1)
if tar -tzf "$work/$tarball" | grep -Ev '^package/(bin|dist)/|^package/(package\.json|README\.md|LICENSE)$'; then
  echo "The package holds files that users don't need (above)." >&2
  exit 1
fi

mkdir "$work/user"
cd "$work/user"
echo '{ "name": "user", "version": "1.0.0", "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund "$work/$tarball"
echo '{ "set2": { "h1": 0.46, "h2": -0.49, "loss": 0.455 } }' >answer.json

status=0
npx --no-install rnn-check ex6 answer.json --json >report.json || status=$?
[ "$status" = 1 ] || { echo "expected exit status 1, not $status" >&2; exit 1; }
npx --no-install rnn-check show ex2 >/dev/null
npx --no-install rnn-check batch . --exercise ex6 --out out >/dev/null

cat >use.ts <<'TS'
import { equivalent, ExerciseError, grade, loadExercise, ModelError, trace, UnknownExercise } from "rnn-check";
import type {
  CriterionVerdict,
  Domain,
  Equivalence,
  ParseError,
  PlacedProblem,
  Report,
  Span,
  StoredTrace,
  Trace,
  Undecided,
  Verdict,
} from "rnn-check";

const exercise = await loadExercise("ex6");
const report: Report = grade(exercise, { set2: { h1: 0.46 } });
const loss: number | null | undefined = trace(exercise, { case: "set2" }).outputs.L;
if (report.points !== 1) throw new Error(`points: ${report.points}`);
if (loss === undefined || loss === null) throw new Error("no loss");
if (equivalent("a*(b+c)", "c*a+a b").verdict !== "equal") throw new Error("not equal");
if (equivalent("sqrt(x^2)", "x").verdict !== "different") throw new Error("not different");

// Whatever a result or an error holds has a name that can be imported.
const item: Verdict | undefined = report.items[0]?.verdict;
const criterion: CriterionVerdict | undefined = report.items[0]?.criteria?.[0]?.verdict;
const domain: Domain = "positive";
const compared: Equivalence = equivalent("tanh((", "x", { variables: { x: domain } });
if (compared.verdict !== "unreadable") throw new Error("not unreadable");
const unread: ParseError = compared.error;
const at: Span = unread.at;
const why = (one: Equivalence): Undecided | undefined => (one.verdict === "undecided" ? one.reason : undefined);
const traced: Trace = trace(exercise, { case: "set2" });
const stored: StoredTrace | undefined = traced.stored.L?.a?.plain;
if (item !== "missing" || criterion !== undefined || at.start < 0 || why(compared) || !stored) throw new Error("types");

async function thrown(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  return undefined;
}
const unknown = await thrown(() => loadExercise("ex99"));
if (!(unknown instanceof UnknownExercise) || !unknown.known.includes("ex6")) throw new Error("no UnknownExercise");
const broken = await thrown(() => loadExercise({ id: "broken" }));
if (!(broken instanceof ExerciseError)) throw new Error("no ExerciseError");
const problem: PlacedProblem | undefined = broken.problems[0];
if (problem === undefined) throw new Error("no problem");
const model = await thrown(() => trace(exercise, { case: "none" }));
if (!(model instanceof ModelError) || model.code !== "model.unknown-case") throw new Error("no ModelError");
TS
"$root/node_modules/.bin/tsc" --module nodenext --target es2023 --lib es2023 --types "" --strict --outDir js use.ts
node js/use.js
echo "The package works in an empty folder ($(du -h "$work/$tarball" | cut -f1))."
