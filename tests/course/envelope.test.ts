/** Whose a submission is must not depend on which one was read before it. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { Envelopes } from "../../src/course/envelope.ts";

const answers = '{"h1":1}';

test.each([
  ['{"student":"b","answers":{}}', "b", '{"student":"","answers":{}}'],
  ['{"exercise":"ex6","student":"b","answers":{}}', "b", '{"exercise":"ex6","student":"","answers":{}}'],
  ['{"student":"b","answers":{},"student":"c"}', "c", '{"student":"b","answers":{},"student":"c"}'],
  ['{"student":"b","answers":{},"stud\\u0065nt":"c"}', "c", '{"student":"b","answers":{},"stud\\u0065nt":"c"}'],
  ['{"student":"b","answers":{},"student":"a"}', "a", '{"student":"b","answers":{},"student":"a"}'],
  ['{"student":"b","answers":{},"stud\\u0065nt":"a"}', "a", '{"student":"b","answers":{},"stud\\u0065nt":"a"}'],
  ['{"student":" b ","answers":{}}', "b", '{"student":" b ","answers":{}}'],
  ['{"answers":{"student":"x"},"student":"b"}', "b", '{"answers":{"student":"x"},"student":"b"}'],
  ['{"student":7,"answers":{}}', "7", '{"student":7,"answers":{}}'],
  ['[{"student":"b"}]', undefined, '[{"student":"b"}]'],
])("%s is %s's", (text, student, anonymous) => {
  const envelopes = new Envelopes();
  // The same with another name goes before.
  envelopes.read(text.replace('"b"', '"a"'));
  const read = envelopes.read(text);
  expect(read.student).toBe(student);
  expect(read.anonymous.text).toBe(anonymous);
});

test("texts that differ in whose they are only share what they answer", () => {
  const envelopes = new Envelopes();
  const [one, two, other] = ["a", "b", "c"].map((name) =>
    envelopes.read(`{"student":"${name}","answers":${name === "c" ? "{}" : answers}}`),
  );
  expect(two?.anonymous).toBe(one?.anonymous);
  expect(other?.anonymous).not.toBe(one?.anonymous);
});

const names = fc.constantFrom("a", "b", " c", "ü", 'q\\"', "\\u0061", "x\\\\", "");
const keys = fc.constantFrom("student", "exercise", "answers", "stud\\u0065nt", "other");
const values = fc.oneof(
  names.map((name) => `"${name}"`),
  fc.constantFrom("1", "null", answers, '"', "}"),
);
const texts = fc
  .tuple(fc.array(fc.tuple(keys, values), { maxLength: 4 }), fc.constantFrom("{", " {\n", "[", ""))
  .map(([members, open]) => `${open}${members.map(([key, value]) => `"${key}": ${value}`).join(",")}}`);

test("what was read before changes nothing", () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 6 }), (all) => {
      const envelopes = new Envelopes();
      for (const text of all) expect(envelopes.read(text)).toEqual(new Envelopes().read(text));
    }),
    { numRuns: 2000 },
  );
});
