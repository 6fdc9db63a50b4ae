/** What hand-ins mean beside one another: people of one name, groups, and documents that name no exercise. */

import { append, countUp, entryOf } from "../engine/maps.ts";
import { sum } from "./measures.ts";
import type { Roster } from "./roster.ts";
import { isAnswer } from "./skip.ts";
import type { HandIn } from "./whose.ts";

/**
 * Tells people of one name apart: those who answer the same exercise, but hand in from different places (numbers of the
 * platform, folders), get the place behind their name. Whom the channel names with the fewest folders around keeps the
 * name alone, so that nobody takes another's by a folder or a line in a file.
 */
export function toldApart<H extends HandIn>(given: readonly H[]): readonly H[] {
  const handIns = withoutRivals(given);
  const seen = new Map<string, string>();
  /** Student → places → folders around. */
  const shared = new Map<string, Map<string, number>>();
  for (const { exercise, student, submitter, isKnown } of handIns) {
    if (!isKnown) continue;
    const other = entryOf(seen, `${exercise}\n${student}`, () => submitter);
    if (other !== submitter) shared.set(student, new Map());
  }
  if (shared.size === 0) return handIns;
  for (const { student, submitter, isNamed, around } of handIns) {
    const places = shared.get(student);
    const least = Math.min(places?.get(submitter) ?? Number.POSITIVE_INFINITY, around);
    places?.set(submitter, isNamed ? least : Number.POSITIVE_INFINITY);
  }
  return handIns.map((handIn) => {
    const { file, student, submitter } = handIn;
    const places = shared.get(student);
    if (places === undefined || keeperOf(places) === submitter) return handIn;
    return { ...handIn, namesake: student, student: `${student} [${submitter || file}]` };
  });
}

/** Where two of one name claim to be the same of them, neither is believed. */
function withoutRivals<H extends HandIn>(handIns: readonly H[]): readonly H[] {
  const places = new Map<string, Set<string>>();
  for (const { student, submitter, ambiguous } of handIns) {
    if (ambiguous !== undefined) entryOf(places, student, () => new Set()).add(submitter);
  }
  if (places.size === 0) return handIns;
  return handIns.map((handIn) => {
    const { student, ambiguous } = handIn;
    const isRival = ambiguous !== undefined && (places.get(student)?.size ?? 0) > 1;
    return isRival ? { ...handIn, student: ambiguous.name } : handIn;
  });
}

/** The place whose student keeps the name; undefined: no single one. */
function keeperOf(places: ReadonlyMap<string, number>): string | undefined {
  const least = Math.min(...places.values());
  const [keeper, ...others] = [...places.keys()].filter((place) => places.get(place) === least);
  return others.length === 0 ? keeper : undefined;
}

/**
 * What a group handed in counts for all in it, except who has an answer of their own; what one of them handed in counts
 * for the others too, unless several did, each for themselves.
 * @param teams names of groups → their members
 */
export function sharedInTeams<H extends HandIn>(handIns: readonly H[], teams: Roster["teams"]): readonly H[] {
  if (teams.size === 0) return handIns;
  const own = new Map<string, H[]>();
  for (const handIn of handIns) if (handIn.by === undefined) append(own, handIn.student, handIn);
  const answersAlone = (student: string, exercise: string) =>
    own.get(student)?.some((one) => one.exercise === exercise);
  const kept = handIns.filter(({ by, student, exercise }) => by === undefined || !answersAlone(student, exercise));
  const shared = [...teams.values()].flatMap((members) => {
    const [one, ...others] = members.filter((member) => own.has(member));
    if (one === undefined || others.length > 0) return [];
    const rest = members.filter((member) => member !== one);
    return (own.get(one) ?? []).flatMap((handIn) => rest.map((student) => ({ ...handIn, student, by: one })));
  });
  // Whose group is alone with it, keeps it.
  const files = new Set(kept.map(({ file }) => file));
  return [...kept, ...handIns.filter(({ file }) => !files.has(file)), ...shared];
}

/**
 * What can't say which exercise it answers (a document, a broken file) stands for the one that its student has no answer
 * for: that which most of the course answers. A document beside an answer belongs to that.
 */
export function withExercises<H extends HandIn>(handIns: readonly H[]): readonly H[] {
  const counts = new Map<string, number>();
  const answered = new Map<string, string>();
  for (const { student, submitter, exercise, isKnown } of handIns) {
    if (!isKnown) continue;
    countUp(counts, exercise);
    entryOf(answered, `${student}\n${submitter}`, () => exercise);
  }
  const all = sum([...counts.values()]);
  const main = [...counts].find(([, count]) => count > all / 2)?.[0];
  return handIns.map((handIn) => {
    if (handIn.isKnown || handIn.isReadable || handIn.wanted !== "") return handIn;
    const own = answered.get(`${handIn.student}\n${handIn.submitter}`);
    // A broken answer is none to the exercise that there is a whole one for.
    const exercise = own === undefined ? main : isAnswer(handIn.file) ? undefined : own;
    return exercise === undefined ? handIn : { ...handIn, exercise, isKnown: true };
  });
}
