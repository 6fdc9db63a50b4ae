/** What names of files and folders tell by themselves: an exercise, a student, or nothing but a time or an attempt. */

import { answerHash } from "../grading/report.ts";
import { safeText } from "../messages/safeText.ts";

/** UTF-16 code units of a student's id; a longer one is cut and marked with a checksum. */
const maxLength = 300;

/** A student's id as results hold it: one line, no control characters, composed accents. Empty if none is left. */
export function cleanStudent(name: string): string {
  const clean = safeText(name.normalize("NFC"), name.length);
  return clean.length <= maxLength ? clean : `${safeText(clean, maxLength - 17)}~${answerHash(clean)}`;
}

/** Words in names of files and folders that tell nobody's name. No months and no abbreviations: May, June and Sun are people. */
const genericWords = new Set(
  `answer answers antwort antworten submission submissions abgabe abgaben solution solutions loesung lösung lösungen
  exercise exercises aufgabe aufgaben homework hausaufgabe sheet blatt test upload uploads download file files datei
  final finale old new neu neue alt copy kopie latest newest corrected korrigiert fixed resubmission resubmit update
  updated first second last letzte attempt versuch try version v rev revision late verspätet submitted student students
  export data assignment rnn json txt draft entwurf teil part take stand fertig done wip endgültig backup tmp temp
  uebung übung übungen week woche group gruppe team result results lösungsvorschlag meine mein my the von of
  monday tuesday wednesday thursday friday saturday sunday
  montag dienstag mittwoch donnerstag freitag samstag sonntag`.split(/\s+/),
);
/** A run of letters, of digits, or of signs that people call themselves by (😀). */
const word = /[\p{L}\p{M}]+|\p{N}+|\p{So}+/gu;
/** `Ann Berg_1234_assignsubmission_file_ex6`: name, Moodle's number of the submission, the file's own name. */
export const moodle = /^(.+?)[_ ](\d+)_assignsubmission_[a-z]+_?(.*)$/;
/** What Moodle calls everybody where names are hidden, in the site's language; a number tells them apart. */
export const nobodysName = /^(?:part[ei]cip|teilnehm|deelnem|deltag|uczestn|účastn)[^\d\s_]*$/iu;
/** `bergann_LATE_12345_67890_ex6`: name, Canvas's numbers of student and upload, the file's own name. */
export const canvas = /^([^_]+)_(?:LATE_)?(\d{2,})_(\d{2,})_(.+)$/;
export const archiveEnding = /\.zip$/i;
/** The folder of one submission in an export of Gradescope. */
export const gradescope = /^submission_\d+$/;
const year = "(?:20\\d\\d)";
const month = "(?:0[1-9]|1[0-2])";
const day = "(?:0[1-9]|[12]\\d|3[01])";
const hour = "(?:[01]\\d|2[0-3])";
const sixty = "[0-5]\\d";
const zone = "(?:Z|[+-]\\d{4})?";
/** `31.05.2024`: day, month and year have names, as they stand in another order than elsewhere. */
const dayFirst = `(?<day>0?[1-9]|[12]\\d|3[01])(?<sign>[-_.])(?<month>0?[1-9]|1[0-2])\\k<sign>(?<year>${year})`;
const separated = `${year}([-_.])${month}\\1${day}(?:[T_ -]${hour}[-_.:h]?${sixty}(?:[-_.:]?${sixty})?${zone})?`;
const marked = `${year}${month}${day}T${hour}[-_.:h]?${sixty}(?:[-_.:]?${sixty})?${zone}`;
const compact = `${year}${month}${day}(?:[_ -]?${hour}[-_.:h]?${sixty}(?:[-_.:]?${sixty})?)?`;
/** Never a part of a longer number or word: most matriculation numbers have eight digits. */
const alone = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "u");

/** `2024-05-31`, `20240531T2359`, `2024-05-31_23-59-00`: nobody's number looks like that. */
const certainTime = alone(`${separated}|${dayFirst}|${marked}`);
/** Also `20240531`, which may be a student's number as well. */
export const timestamp = alone(`${separated}|${dayFirst}|${marked}|${compact}`);
/** `ab12cde_answer`: what is left of it is the name. */
const genericEnds = /^(?:answers?|submission|abgabe|solution)[_-]|[_-](?:answers?|submission|abgabe|solution)$/gi;
/** `v3`, `draft1`, `attempt_2`, `(1)`: a number behind a word that is nobody's name. */
const attempt = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...genericWords].join("|")})[-_. ]?\\d{1,3}(?![\\p{L}\\p{N}])|\\(\\d{1,3}\\)`,
  "giu",
);
/** A folder or a name that stands for several people. */
export const groupName =
  /^(?:groups?|gruppe|team|grp|gr|g|tutorium|tutorial|tut|\p{L}*gruppe|pair|paar)[-_. ]?[\p{L}\p{N}]{1,3}$/iu;

/** The file's own name, without its folders and its ending. */
export function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The name that the file had before a learning platform put the student's and its own numbers around it. */
export function uploadedName(stem: string): string {
  return moodle.exec(stem)?.[3] ?? canvas.exec(stem)?.[4] ?? stem;
}

/** Whether there is nothing in it but numbers, signs and words that are nobody's name. */
export function tellsNoName(text: string): boolean {
  return (text.toLowerCase().match(word) ?? []).every((one) => genericWords.has(one));
}

/**
 * How new a file is by its name: larger is newer, compared from the first to the last number. A date (and time) in the
 * name counts most, then the number of the attempt (`ex6 (2).json`, `v3`, `attempt_2`, `ex6_2.json`).
 */
export function ageByName(file: string, exercise: string): readonly [time: number, attempt: number] {
  const name = stemOf(file).replace(moodle, "$3").replace(canvas, "$4").toLowerCase().split(exercise).join(" ");
  const path = file.slice(0, file.length - stemOf(file).length);
  const found = timestamp.exec(name) ?? timestamp.exec(path);
  const { year, month = "", day = "" } = found?.groups ?? {};
  const time = year === undefined ? (found?.[0] ?? "") : year + month.padStart(2, "0") + day.padStart(2, "0");
  const digits = time === "" ? "" : time.replace(/\D/g, "").slice(0, 14).padEnd(14, "0");
  const numbers = name.replace(timestamp, " ").match(/(?<!\p{N})\d{1,3}(?![\p{L}\p{N}])/gu) ?? [];
  const folder = /(?:attempt|versuch|version|v|rev|draft|entwurf|teil|part)[-_. ]?(\d{1,3})(?=\/|$)/i.exec(path)?.[1];
  return [Number(digits), Number(numbers.at(-1) ?? folder ?? 0)];
}

/** Reads single names, whatever stands around them. */
export class OwnNames {
  /** Matches any exercise id that stands as a word of its own. */
  readonly #exercise: RegExp;
  readonly #canonical: ReadonlyMap<string, string>;
  readonly #isStudent: ((name: string) => boolean) | undefined;

  /** @param all ids of exercises @param isStudent whether the roster, if there is one, knows somebody under this name */
  constructor(all: readonly string[], isStudent: ((name: string) => boolean) | undefined) {
    this.#isStudent = isStudent;
    this.#canonical = new Map(all.map((id) => [id.toLowerCase(), id]));
    const ids = [...all].sort((a, b) => b.length - a.length).map((id) => id.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    this.#exercise =
      ids.length === 0 ? /(?!)/ : new RegExp(`(^|[^\\p{L}\\p{N}])(${ids.join("|")})(?![\\p{L}\\p{N}])`, "iu");
  }

  /**
   * What is left of a file's name without the exercise, the attempt, the time and words that are nobody's name. The
   * id of someone who takes the course is that, whatever it looks like.
   */
  ownName(name: string): string {
    const uploaded = uploadedName(name);
    const isStudent = this.#isStudent;
    const ids = uploaded.split(/[\s_.()-]+/).filter((part) => /\p{N}/u.test(part) && isStudent?.(part));
    if (ids.length === 1) return ids[0] as string;
    const bare = uploaded.replace(this.#exercise, "$1");
    const trimmed = bare.replace(/^[\s_.()-]+|[\s_.()-]+$/g, "");
    if (isStudent?.(trimmed)) return trimmed;
    const rest = bare.replace(certainTime, " ").replace(attempt, " ");
    // A run of eight digits is a date only beside a name; alone it is the name.
    const undated = rest.replace(timestamp, " ");
    const named = undated !== rest && tellsNoName(undated) ? rest : undated;
    if (tellsNoName(named)) return "";
    return named.replace(/^[\s_.()-]+|[\s_.()-]+$/g, "").replace(genericEnds, "");
  }

  /** Whether a folder's name can be a person's. */
  isPersonal(folder: string): boolean {
    const bare = folder.replace(archiveEnding, "");
    const own = this.ownName(bare);
    if (this.#isStudent?.(bare)) return true;
    return (
      own !== "" &&
      (own.match(word) ?? []).some((one) => !genericWords.has(one.toLowerCase()) && !/^\d{1,3}$/.test(one))
    );
  }

  exerciseIn(name: string): string | undefined {
    return this.#canonical.get(this.#exercise.exec(name)?.[2]?.toLowerCase() ?? "");
  }
}
