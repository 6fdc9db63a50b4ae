/** What students write in front of a formula (`dz/dW =`, `z' =`, `y2 =`): which quantity or derivative it says follows. */

import { canonicalName, knownName } from "../names.ts";
import type { Token } from "./token.ts";

/** A derivative, or a quantity if `wrt` is absent. Names in canonical spelling. */
export interface Heading {
  readonly of: string;
  readonly wrt?: string;
  /** How often it is differentiated. */
  readonly order: number;
  /** Whether it is only a part of what stands there: `-dz/dW = …`. */
  readonly inside?: true;
}

const longestHeading = 60;
const fraction = /^\\frac\{(.*)\}\{(.*)\}(.*)$/;
const derivative = /^[d∂](?:\^(\d+))?([^/^]*)\/[d∂]([^/]+?)(?:\^\d+)?$/;

/** Whether these tokens say that a derivative follows. */
export function isHeading(tokens: readonly Token[]): boolean {
  return derivative.test(plainText(tokens));
}

/** The heading that `tokens` are, if they name a derivative, or a quantity among `names`. */
export function readHeading(tokens: readonly Token[], names: ReadonlySet<string>): Heading | undefined {
  const text = plainText(tokens);
  const [differential, times, above, below = ""] = derivative.exec(text) ?? [];
  if (differential === undefined) {
    const of = nameAmong(text, names);
    return of !== undefined && names.has(of) ? { of, order: 0 } : undefined;
  }
  const order = Number(times ?? 1);
  if (above === "") return operatorOn(below, order, names);
  const [of, wrt] = [above, below].map((name) => nameAmong(name ?? "", names));
  return of === undefined || wrt === undefined ? undefined : { of, wrt, order };
}

/** `d/dW z`, whose names have run together. */
function operatorOn(run: string, order: number, names: ReadonlySet<string>): Heading | undefined {
  for (let at = 1; at < run.length; at++) {
    const [wrt, of] = [run.slice(0, at), run.slice(at)].map((name) => nameAmong(name, names));
    if (wrt !== undefined && of !== undefined && names.has(wrt) && names.has(of)) return { of, wrt, order };
  }
  return undefined;
}

/** The quantity that a name stands for, also in small letters for capitals; a name of nothing known as it is. */
function nameAmong(text: string, names: ReadonlySet<string>): string | undefined {
  const name = canonicalName(text);
  if (name === undefined) return undefined;
  const similar = [...names].filter((known) => known.toLowerCase() === name.toLowerCase());
  return knownName(name, names) ?? (similar.length === 1 ? similar[0] : name);
}

/** The tokens on one line without brackets; empty if they are too many. */
function plainText(tokens: readonly Token[]): string {
  if (tokens.length === 0 || tokens.length > longestHeading) return "";
  const line = tokens.map(shown).join("");
  return line.replace(fraction, "$1/$2$3").replace(/[()[\]{}]/g, "");
}

function shown({ kind, text }: Token): string {
  switch (kind) {
    case "fraction":
      return "\\frac";
    case "over":
      return "/";
    case "partial":
      return "∂";
    case "raised":
      return `^${text}`;
    case "index":
      return `_${text.replace(/\\[A-Za-z]+|[\s{}]/g, "")}`;
    default:
      return text;
  }
}
