/** Grades one file after the other: who, which exercise, seen before, a person's decisions. Synchronous; reads no file. */

import { idAmong } from "../exercises/exercise.ts";
import { appliesTo, applyDecisions, type Decision } from "../grading/decisions.ts";
import { invalidReport } from "../grading/outcome.ts";
import type { Report } from "../grading/report.ts";
import type { SubmissionError } from "../grading/submission.ts";
import type { Language } from "../messages/catalogue.ts";
import { formatMessage } from "../messages/format.ts";
import { safeText } from "../messages/safeText.ts";
import { type Anonymous, Envelopes } from "./envelope.ts";
import type { Grader, LoadedExercise } from "./grader.ts";
import type { PathIdentity } from "./identity.ts";
import { type Owner, ownerOf } from "./owner.ts";
import { RecentTexts } from "./recentTexts.ts";
import { lineTail, type Place, resultLine, withOtherStudent } from "./resultLine.ts";
import { isInShard, type Shard } from "./shard.ts";
import { cleanStudent } from "./student.ts";
import type { Totals } from "./totals.ts";

/** All that a result depends on beside the file and the exercise; plain data, so that threads can share it. */
export interface FileGraderSettings {
  /** The exercise of all files, as given on the command line. */
  readonly exercise?: string;
  readonly ids: readonly string[];
  readonly shard?: Shard;
  readonly minPercent: number;
  readonly language: Language;
  /** Whose all files are, if they are one student's, whatever they say. */
  readonly student?: string;
  /** Other names of a student (lower case) → id, from the roster. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether paths can prove whose a file is, by a roster or a platform's list. Default: by a roster. */
  readonly proof?: boolean;
  readonly decisions: readonly Decision[];
}

/** A result of an earlier run, used again if nothing it depends on has changed. */
export interface EarlierResult {
  readonly key: string;
  readonly line: string;
}

/** What one file comes to. */
export interface FileResult {
  readonly exercise: string;
  readonly student: string;
  /** Whom the file names, if it is someone else's. */
  readonly named?: string;
  /** The report as a line with its end; undefined: the file belongs to another shard. */
  readonly line?: string;
  /** Stands for all that the line depends on; `-` if it has to be made again in any case. */
  readonly key: string;
  readonly totals?: Totals;
  readonly reused?: true;
  /** The tool itself failed here; for whoever maintains it. */
  readonly defect?: string;
  /** Indexes of the decisions that were applied. */
  readonly used?: readonly number[];
  /** The exercise itself is broken. */
  readonly broken?: true;
}

/** In place of a result: this exercise has to be loaded first. */
export interface NeedsExercise {
  readonly needs: string;
}

/** How the tool's own documents begin. */
const ownDocument = /^\{\s*"schema":\s*"rnn-check\//;

const mostTotals = 20_000;

/** `hash` of node:crypto, handed in because loading it takes milliseconds that grading one answer has no use for. */
export type Hash = (algorithm: "sha1", data: string, encoding?: "base64url") => string;

/** The text of a file, or why there is none. */
export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: Pick<SubmissionError, "code" | "params"> };

export class FileGrader {
  readonly #hash: Hash;
  readonly #settings: FileGraderSettings;
  /** Ids by the names that files gave them. */
  readonly #ids = new Map<string, string>();
  readonly #exercises = new Map<string, LoadedExercise>();
  readonly #envelopes = new Envelopes();
  readonly #answerKeys = new WeakMap<Anonymous, { readonly grader: Grader; readonly key: string }>();
  /** Ends of result lines by the answer they are about. */
  readonly #recent = new RecentTexts();
  /** What these lines come to, so that they need not be parsed. */
  readonly #totals = new Map<string, Totals>();
  readonly #decisions = new Map<string, Map<number, Decision>>();

  constructor(settings: FileGraderSettings, hash: Hash) {
    this.#hash = hash;
    this.#settings = settings;
    for (const [index, decision] of settings.decisions.entries()) {
      const key = decisionKey(decision.student, decision.exercise);
      const same = this.#decisions.get(key) ?? new Map<number, Decision>();
      this.#decisions.set(key, same.set(index, decision));
    }
  }

  enter(exercise: string, loaded: LoadedExercise): void {
    this.#exercises.set(exercise, loaded);
  }

  /** `file`: its name in the results. */
  grade(
    file: string,
    read: ReadResult,
    identity: () => PathIdentity,
    earlier?: EarlierResult,
  ): FileResult | NeedsExercise {
    const envelope = read.ok ? this.#envelopes.read(read.text) : undefined;
    const { student, named } = this.#ownerOf(envelope?.student, identity);
    const exercise = this.#exerciseOf(envelope?.anonymous.exercise, identity);
    if (exercise.known && !this.#exercises.has(exercise.id)) return { needs: exercise.id };
    const loaded = exercise.known ? this.#exercises.get(exercise.id) : undefined;
    const grader = loaded instanceof Error ? undefined : loaded;
    const id = grader?.exercise ?? exercise.id;
    if (!isInShard(student, this.#settings.shard)) {
      return { exercise: grader === undefined ? "" : id, student: "", key: "-" };
    }
    const result = this.#resultOf({ student, file }, read, envelope?.anonymous, exercise.id, loaded, earlier);
    return named === undefined ? result : this.#said(result, student, named);
  }

  #ownerOf(stated: string | undefined, identity: () => PathIdentity): Owner {
    const { student, aliases, proof = aliases.size > 0 } = this.#settings;
    if (student !== undefined) return { student };
    return ownerOf(cleanStudent(stated ?? ""), identity, aliases, proof);
  }

  /** The result of a file that names someone else than whose it is, which the report then says. */
  #said(result: FileResult, student: string, named: string): FileResult {
    const message = formatMessage("batch.other-student", this.#settings.language, { student, named });
    const line = withOtherStudent(result.line ?? "", student, { code: "batch.other-student", message });
    // The line depends on the path as well, which no key stands for.
    return { ...result, line, key: "-", named };
  }

  #resultOf(
    place: Place,
    read: ReadResult,
    answer: Anonymous | undefined,
    wanted: string,
    loaded: LoadedExercise,
    earlier: EarlierResult | undefined,
  ): FileResult {
    const grader = loaded instanceof Error ? undefined : loaded;
    const id = grader?.exercise ?? wanted;
    // What can't be read can't say which exercise it answers either.
    if (!read.ok && id === "") return this.#invalid("", place, 0, read.error);
    if (grader === undefined) {
      const result = this.#invalid(id, place, 0, exerciseProblem(id, loaded));
      return loaded instanceof Error ? { ...result, broken: true } : result;
    }
    if (!read.ok) return this.#invalid(id, place, grader.maxPoints, read.error);
    if (ownDocument.test(read.text)) return this.#invalid(id, place, grader.maxPoints, { code: "batch.own-result" });
    return this.#gradeOrReuse(grader, read.text, answer ?? { text: read.text }, place, earlier);
  }

  /** An `invalid` result for a file that could not be graded at all. */
  failed(file: string, identity: () => PathIdentity, code: "batch.too-slow" | "batch.defect"): FileResult {
    const { student, exercise = this.#settings.exercise ?? "" } = identity();
    return this.#invalid(exercise, { student, file }, 0, { code });
  }

  #exerciseOf(
    stated: string | undefined,
    identity: () => PathIdentity,
  ): { readonly id: string; readonly known: boolean } {
    if (this.#settings.exercise !== undefined) return { id: this.#settings.exercise, known: true };
    const named = stated ?? identity().exercise ?? "";
    const id = this.#ids.get(named) ?? idAmong(this.#settings.ids, named);
    if (id !== undefined) this.#ids.set(named, id);
    return { id: id ?? safeText(named, 100), known: id !== undefined };
  }

  #gradeOrReuse(
    grader: Grader,
    text: string,
    anonymous: Anonymous,
    place: Place,
    earlier: EarlierResult | undefined,
  ): FileResult {
    const decisions = this.#decisions.get(decisionKey(place.student, grader.exercise));
    // Stands for the answer alone: whose it is stands in the line itself.
    const answer = this.#answerKey(grader, anonymous);
    const key = decisions === undefined ? answer : answer + this.#hash("sha1", JSON.stringify([...decisions.values()]));
    const reused = earlier?.key === key ? readEarlier(earlier.line, grader.exercise, place) : undefined;
    if (reused !== undefined) {
      return { ...this.#result(reused, earlier?.line ?? "", key, place, decisions), reused: true };
    }
    // Equal answers are judged once, whoever hands them in.
    let tail = this.#recent.get(answer);
    let totals = this.#totals.get(answer);
    let report: Report | undefined;
    if (tail === undefined || totals === undefined) {
      try {
        report = grader.grade(text, place);
      } catch (error) {
        const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { ...this.#invalid(grader.exercise, place, grader.maxPoints, { code: "batch.defect" }), defect };
      }
      tail = lineTail(report);
      totals = totalsOf(report);
      this.#recent.set(answer, tail);
      if (this.#totals.size >= mostTotals) this.#totals.clear();
      this.#totals.set(answer, totals);
    }
    const line = resultLine(grader.exercise, place, tail);
    if (decisions === undefined) return { exercise: grader.exercise, student: place.student, line, key, totals };
    const decided = applyDecisions(JSON.parse(line) as Report, [...decisions.values()], this.#settings);
    return this.#result(decided, resultLine(grader.exercise, place, lineTail(decided)), key, place, decisions);
  }

  #answerKey(grader: Grader, anonymous: Anonymous): string {
    const known = this.#answerKeys.get(anonymous);
    if (known?.grader === grader) return known.key;
    const key = this.#hash("sha1", `${grader.fingerprint}\n${anonymous.text}`, "base64url");
    this.#answerKeys.set(anonymous, { grader, key });
    return key;
  }

  #result(
    report: Report,
    line: string,
    key: string,
    place: Place,
    decisions?: ReadonlyMap<number, Decision>,
  ): FileResult {
    const result = { exercise: report.exercise, student: place.student, line, key, totals: totalsOf(report) };
    if (decisions === undefined) return result;
    const used = [...decisions].filter(([, decision]) => appliesTo(decision, report)).map(([index]) => index);
    return { ...result, used };
  }

  #invalid(
    exercise: string,
    place: Place,
    maxPoints: number,
    error: Pick<SubmissionError, "code" | "params">,
  ): FileResult {
    const message = formatMessage(error.code, this.#settings.language, error.params);
    const report = invalidReport({ exercise, ...place }, maxPoints, { code: error.code, message });
    return this.#result(report, resultLine(exercise, place, lineTail(report)), "-", place);
  }
}

function totalsOf({ status, points, maxPoints, reviewPoints, passed, needsReview }: Report): Totals {
  return { status, points, maxPoints, reviewPoints, passed, needsReview };
}

function exerciseProblem(exercise: string, loaded: LoadedExercise): Pick<SubmissionError, "code" | "params"> {
  if (loaded instanceof Error) return { code: "batch.broken-exercise", params: { exercise } };
  if (exercise === "") return { code: "batch.no-exercise" };
  return { code: "batch.unknown-exercise", params: { exercise } };
}

/** The report of an earlier line, if the line is whole and of this file. */
function readEarlier(line: string, exercise: string, place: Place): Report | undefined {
  try {
    const report: Report = JSON.parse(line);
    return report.file === place.file && report.student === place.student && report.exercise === exercise
      ? report
      : undefined;
  } catch {
    return undefined;
  }
}

function decisionKey(student: string, exercise: string): string {
  return `${student}\n${exercise}`;
}
