import { expect, test } from "vitest";
import { isMachineFault, patiently } from "../../src/cli/errors.ts";

const fault = (code: string) => Object.assign(new Error(code), { code });

test.each(["EMFILE", "ENFILE", "ENOSPC", "EIO", "ENOMEM", "EAGAIN", "ESTALE", "Z_MEM_ERROR"])(
  "%s is the machine's",
  (code) => expect(isMachineFault(fault(code))).toBe(true),
);

test.each(["ENOENT", "EACCES", "ELOOP", "ENOTDIR", "EISDIR", "Z_DATA_ERROR", "ERR_INVALID_ARG_TYPE", ""])(
  "%s is not",
  (code) => expect(isMachineFault(fault(code))).toBe(false),
);

test("what comes back is waited for, what stays away is not hidden, and nothing else is tried again", () => {
  let tries = 0;
  const failing = (code: string, times: number) => () => {
    if (++tries <= times) throw fault(code);
    return tries;
  };
  expect(patiently(failing("EMFILE", 2))).toBe(3);
  tries = 0;
  expect(() => patiently(failing("EMFILE", 99))).toThrow("EMFILE");
  expect(tries).toBe(5);
  tries = 0;
  expect(() => patiently(failing("EACCES", 99))).toThrow("EACCES");
  expect(tries).toBe(1);
});
