/** Checks that every placeholder of a judgement's messages has its parameter. */

import { expect } from "vitest";
import type { Judgement } from "../../../src/kinds/judgement.ts";

export function expectFilledMessages({ feedback }: Judgement): void {
  for (const told of feedback) {
    for (const language of ["en", "de"] as const) {
      expect(told.in(language)).not.toMatch(/\{\w+[|}]/);
    }
  }
}
