/** Checks that every placeholder of a judgement's messages has its parameter. */

import { expect } from "vitest";
import type { Judgement } from "../../../src/kinds/judgement.ts";
import { formatMessage } from "../../../src/messages/format.ts";

export function expectFilledMessages({ feedback }: Judgement): void {
  for (const { code, params } of feedback) {
    for (const language of ["en", "de"] as const) {
      expect(formatMessage(code, language, params)).not.toMatch(/\{\w+[|}]/);
    }
  }
}
