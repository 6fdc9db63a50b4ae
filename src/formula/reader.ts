/** Reads the operands of a formula: numbers, names, brackets, fractions, roots; functions see application.ts. */

import { call, number, type Syntax } from "../engine/syntax.ts";
import { Applications } from "./application.ts";
import { endOfDerivative, isJoined, isSign, keyAt } from "./derivative.ts";
import { unreadable } from "./errors.ts";
import { type Ambiguity, euler } from "./grammar.ts";
import { refuseFunction, refuseWord } from "./refusals.ts";
import type { Token, Vocabulary } from "./token.ts";

const pi: Syntax = number(Math.PI, "pi");

/** A formula, and where it can be read in another way if it can. */
export interface Formula {
  readonly syntax: Syntax;
  readonly ambiguity: Ambiguity | undefined;
}

/**
 * The formula that `tokens` are, in its stricter or its `other` reading; `end` is where the text ends. Throws a
 * ReadingError.
 */
export function readFormula(tokens: readonly Token[], end: number, vocabulary: Vocabulary, other = false): Formula {
  return new Reader(tokens, end, vocabulary, other).formula();
}

class Reader extends Applications {
  formula(): Formula {
    const syntax = this.row(undefined);
    const rest = this.peek();
    if (rest) this.refuseEnd(rest);
    return { syntax, ambiguity: this.ambiguity };
  }

  protected override row(open: Token | undefined): Syntax {
    const outer = this.open;
    this.open = open;
    let syntax = this.sum();
    if (this.peek()?.kind === "over") {
      const over = this.take();
      const next = this.peek();
      if (!next || next.kind === "close") throw unreadable("expression.command-argument", over);
      syntax = call(
        "divide",
        syntax,
        this.nested(() => this.row(open)),
      );
    }
    this.open = outer;
    return syntax;
  }

  protected override atom(): Syntax {
    const token = this.peek();
    switch (token?.kind) {
      case "digits":
        this.at++;
        return literal(token);
      case "name":
        if (this.peek(1)?.kind === "prime" && !this.vocabulary.vectors)
          return this.derivative() ?? this.refusePrime(this.take());
        this.at++;
        return this.entry({ kind: "name", name: token.text, ...(token.time && { index: token.time }) });
      case "constant":
        this.at++;
        return token.text === "e" ? euler : pi;
      case "open":
      case "bar":
        return this.bracket();
      case "fraction":
        return this.derivative() ?? this.nested(() => this.fraction(this.take()));
      case "root":
        return this.nested(() => this.root());
      case "annotated":
        return this.nested(() => this.annotated());
      case "function":
        return this.nested(() => this.application(this.take()));
      default:
        return this.derivative() ?? this.refuse(token);
    }
  }

  /** `p[t][c[t]]`, `A[i,j]`: an entry at computed places. */
  private entry(of: Syntax): Syntax {
    const [before, open] = [this.peek(-1), this.peek()];
    const { vectors, sequences } = this.vocabulary;
    if (!vectors || !sequences || open?.text !== "[" || open.start !== before?.end) return of;
    return call("entry", of, ...this.list(open));
  }

  private fraction(command: Token): Syntax {
    return call("divide", this.argument(command), this.argument(command));
  }

  private refuse(token: Token | undefined): never {
    if (!token || token.kind === "operator" || token.kind === "close" || token.kind === "comma")
      return this.refuseGap(this.open);
    switch (token.kind) {
      case "unknown":
        return refuseWord(this.tokens, this.at, this.vocabulary);
      case "index":
        throw unreadable("expression.bad-index", token);
      case "over":
        if (this.peek(-1)?.kind === "operator") this.refuseGap(this.open);
        throw unreadable("expression.command-argument", token);
      case "equals":
        throw unreadable("expression.equation", token);
    }
    throw unreadable("expression.unexpected-character", token);
  }

  /**
   * A derivative that the answer defines itself; one that was left standing (`dh1/dW`, `\frac{\partial h_1}{\partial W}`,
   * `dy1`, `∂`) is refused.
   */
  private derivative(): Syntax | undefined {
    const { tokens, at } = this;
    const [token, next] = tokens.slice(at, at + 2);
    const { names, derivatives } = this.vocabulary;
    const found = keyAt(tokens, at);
    if (found && derivatives?.has(found.key)) {
      this.at = found.end;
      return { kind: "name", name: found.key };
    }
    const end =
      endOfDerivative(tokens, at) ??
      (token && isJoined(token) && names?.has(token.text.slice(1)) ? at + 1 : undefined) ??
      (isSign(token) && names?.has(next?.text ?? "") ? at + 2 : undefined) ??
      (token?.kind === "partial" ? at + 1 : undefined);
    const first = tokens.slice(at).find(({ kind }) => kind !== "fraction" && kind !== "open");
    if (!token || end === undefined || first?.kind === "name") return undefined;
    throw unreadable("expression.unfinished-derivative", {
      start: token.start,
      end: tokens[end - 1]?.end ?? token.end,
    });
  }

  protected override bracket(): Syntax {
    const [before, open] = [this.peek(-1), this.take()];
    const inside = this.nested(() => this.row(open));
    if (this.peek()?.kind === "comma" && before?.kind === "name" && before.end === open.start)
      refuseFunction(before, this.vocabulary);
    this.close(open);
    return open.kind === "bar" ? call("abs", inside) : inside;
  }

  /** What a LaTeX command takes: a group in brackets, or a single operand. */
  private argument(command: Token): Syntax {
    const next = this.peek();
    if (!next || next.kind === "operator" || next.kind === "close" || next.kind === "comma")
      throw unreadable("expression.command-argument", command);
    return next.kind === "open" ? this.bracket() : this.atom();
  }

  private root(): Syntax {
    const command = this.take();
    const degree = this.peek()?.text === "[" ? this.bracket() : undefined;
    const radicand = this.argument(command);
    if (!degree) return call("sqrt", radicand);
    // The third root of a negative number has a value, its power by 1/3 has none.
    if (degree.kind === "constant" && degree.value === 3) return call("cbrt", radicand);
    return call("power", radicand, call("divide", number(1), degree));
  }

  /** `\underbrace{a}_{note}`: the note is not part of the formula. */
  private annotated(): Syntax {
    const inside = this.argument(this.take());
    if (this.peek()?.kind === "index") this.at++;
    else if (this.isOperator("^") && this.peek(1)?.text === "{") {
      this.at++;
      this.bracket();
    }
    return inside;
  }
}

function literal(token: Token): Syntax {
  const value = Number(token.text);
  if (!Number.isFinite(value)) throw unreadable("expression.not-finite", token);
  return number(value, token.text);
}
