/** The columns of a roster by what they hold, whatever they are called in English and German. */

import { cleanStudent } from "./names.ts";

export type Row = ReadonlyMap<string, string>;

/** Headings without blanks and signs: `ID-Nummer`, `id number` and `ID_NUMBER` are one. */
const plain = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const words = (list: string) => list.split(" ");

const numbers = words("idnumber idnummer useridnumber idnr");
const matriculation = words(
  "matriculationnumber matriculation matriculationno matrikelnummer matrikelnr matrikel matrnr matnr immatrikulationsnummer studentnumber studentno studentnr studierendennummer registrationnumber",
);
const usernames = words(
  "username userid user anmeldename benutzername benutzerkennung benutzer nutzername nutzerkennung kennung unikennung netid uid login loginid account accountname kürzel",
);
const addresses = words("email emailaddress emailadresse mail mailadresse useremail");
export const accounts = words("githubusername github githubaccount githubname githubbenutzername");
const sis = words("sisloginid sisuserid");

/** Headings of the column that identifies a student, the best first. */
const idHeadings = [
  ...words("student studentid sid identifier"),
  ...[...numbers, ...matriculation, ...sis, ...usernames, "id", ...addresses, ...accounts],
];
/** In a gradebook as Canvas exports it, `Student` holds names. */
const canvasNumber = ["id"];
const canvasHeadings = [...sis, ...canvasNumber];

const firstNames = words("firstname firstnames givenname givennames forename vorname vornamen rufname");
const lastNames = words("lastname surname familyname nachname familienname zuname");
const fullNames = words(
  "name fullname studentname studentsname displayname vollständigername vollernamen vollername namevorname nachnamevorname vornamename vornamenachname teilnehmerin teilnehmer participant studierende",
);
const groupHeadings = words("group groups gruppe gruppen team teams groupname gruppenname teamname abgabegruppe");

/** Column of an import → the headings under which rosters hold the same. */
export const importHeadings: Readonly<Record<string, readonly string[]>> = {
  username: usernames,
  useridnumber: [...numbers, ...matriculation],
  useremail: addresses,
  ID: canvasNumber,
  "SIS User ID": sis.slice(1),
  "SIS Login ID": sis.slice(0, 1),
  Section: words("section"),
  Extension: words(
    "extension extendeddeadline extendeduntil extendedto deadline duedate due verlängerung fristverlängerung verlängertbis abgabefrist frist nachfrist",
  ),
};

/** How Moodle's worksheet calls everybody, in the site's language: `Participant 40300`, `Teilnehmer/in40300`. */
const participant = /^(?:part[ei]cip|teilnehm|deelnem|deltag|uczestn|účastn)\D*(\d+)$/iu;

/** A roster's columns by what they hold. */
export class RosterTable {
  readonly #headings: readonly string[];
  readonly #columns = new Map<readonly string[], readonly string[]>();
  readonly isCanvas: boolean;
  /** Headings that may identify a student, the best first. */
  readonly ids: readonly string[];
  /** The column of Moodle's worksheet that says who is meant without a name. */
  readonly numbered: string | undefined;
  readonly people: readonly Row[];
  /** A table without a heading has its first student there. */
  readonly headless: readonly string[];

  constructor(headings: readonly string[], rows: readonly Row[]) {
    this.#headings = headings;
    const cells = (heading: string) => rows.map((row) => row.get(heading) ?? "").filter((cell) => cell !== "");
    const isFilled = (heading: string) => cells(heading).length > 0;
    this.numbered = headings.find((one) => isFilled(one) && cells(one).every((cell) => participant.test(cell)));
    this.isCanvas = headings.includes("student") && this.#all(canvasHeadings).length > 0;
    const known = this.#all(this.isCanvas ? canvasHeadings : idHeadings).filter((one) => one !== this.numbered);
    const full = this.#all(fullNames);
    const single = headings.length === 1 ? headings : [];
    // The platform's number of a participant identifies, too, but says less than any name.
    const numbered = this.numbered === undefined ? [] : [this.numbered];
    const filled = known.filter(isFilled);
    const ids = filled.length > 0 ? [...filled, ...full, ...numbered] : [...known, ...numbered, ...full];
    this.ids = ids.length > 0 ? ids : single;
    this.headless = this.ids === single && full.length === 0 ? single.map(cleanStudent) : [];
    this.people = rows.filter((row) => !this.isCanvas || !nobody.test(row.get("student") ?? ""));
  }

  /** The columns of these headings, in their order. */
  #all(wanted: readonly string[]): readonly string[] {
    const known = this.#columns.get(wanted);
    const columns = known ?? wanted.flatMap((one) => this.#headings.filter((heading) => plain(heading) === one));
    this.#columns.set(wanted, columns);
    return columns;
  }

  cell(row: Row, wanted: readonly string[]): string {
    const filled = this.#all(wanted).find((heading) => row.get(heading));
    return filled === undefined ? "" : (row.get(filled) ?? "");
  }

  /** Whoever has none where all others have one goes by the next best. */
  idOf(row: Row): string {
    return cleanStudent(row.get(this.ids.find((heading) => row.get(heading)) ?? "") ?? "");
  }

  #person(row: Row): { readonly first: string; readonly last: string; readonly full: string } {
    const full = this.isCanvas ? (row.get("student") ?? "") : this.cell(row, fullNames);
    const [last = "", first = ""] = full.split(/,\s*/, 2);
    const own = { first: this.cell(row, firstNames), last: this.cell(row, lastNames), full };
    return own.first === "" && own.last === "" && first !== "" ? { first, last, full } : own;
  }

  fullNameOf(row: Row): string {
    const { first, last, full } = this.#person(row);
    return cleanStudent(first === "" && last === "" ? full : `${first} ${last}`);
  }

  /** All that may stand for the student of a row, in lower case. File names hold the platforms' numbers. */
  namesOf(row: Row): string[] {
    const { first, last, full } = this.#person(row);
    // Moodle's folders say "First Last". A first name alone is not enough.
    const both = first !== "" && last !== "" ? [`${first} ${last}`, `${last}, ${first}`, `${last} ${first}`] : [];
    const moodle = participant.exec(row.get(this.numbered ?? "") ?? "")?.[1];
    const canvas = this.isCanvas ? this.cell(row, canvasNumber) : "";
    const ids = this.ids.filter((one) => plain(one) !== "id" || one === this.ids[0]).map((one) => row.get(one) ?? "");
    const numbers = [moodle && `moodle ${moodle}`, canvas && `canvas ${canvas}`];
    const names = [...ids, ...numbers, this.cell(row, accounts), full, ...both].map((name) => cleanStudent(name ?? ""));
    return names.map((name) => name.toLowerCase()).filter((name) => name !== "");
  }

  /** The same without accents and signs, in either order: Canvas's file names say "lastfirst". */
  looseNamesOf(row: Row): string[] {
    const { first, last, full } = this.#person(row);
    const [one = "", ...others] = full.split(/[\s,]+/);
    const pairs = first !== "" && last !== "" ? [`${first} ${last}`, `${last} ${first}`] : [full];
    const reversed = others.length > 0 ? [`${others.join(" ")} ${one}`] : [];
    const mailbox = /^([^@]+)@/.exec(this.cell(row, addresses))?.[1] ?? "";
    const all = [...pairs, ...reversed, mailbox].filter((name) => name !== "");
    return [...new Set(all.flatMap((name) => [`~${folded(name)}`, `~${folded(spelledOut(name))}`]))];
  }

  groupsOf(row: Row): string[] {
    const names = this.cell(row, groupHeadings).split(/[,;]/);
    return names.map((name) => cleanStudent(name).toLowerCase()).filter((name) => name !== "");
  }
}

/** Canvas lists what an assignment is worth, and a student who is none, among the students. */
const nobody = /^(?:points possible|student, test|test student)$/i;

const plainLetters = new Map(words("ß=ss ø=o ł=l đ=d ð=d æ=ae œ=oe ı=i").map((pair) => [pair[0], pair.slice(2)]));

/** Letters and digits only, without accents: as file names and addresses have them. */
export function folded(name: string): string {
  const letters = name.toLowerCase().replace(/[ßøłđðæœı]/g, (letter) => plainLetters.get(letter) ?? letter);
  return letters.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
}

/** As programs save names that don't know their letters: `nguy?n`. */
export function withoutRareLetters(name: string): string {
  return name.normalize("NFC").replace(/[^\0-\xffšœžÿ]/g, "?");
}

function spelledOut(name: string): string {
  return name.normalize("NFC").replace(/[äöü]/giu, (letter) => `${letter.normalize("NFD")[0]}e`);
}
