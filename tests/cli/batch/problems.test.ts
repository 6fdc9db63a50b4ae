import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { print } from "../../../src/cli/batch/formats.ts";
import { runBatch } from "../../../src/cli/batch/run.ts";
import { batch, ended, fakeSession, sheet, temporaryFolder, writeFiles } from "../../course/support/course.ts";

function writeCourse(folder: string): void {
  writeFiles(folder, { "in/a.json": sheet("a", "ex1"), file: "" });
}

test("a folder of results that can't be made is the user's to mend, in words and as a document", async () => {
  const folder = temporaryFolder();
  writeCourse(folder);
  for (const out of ["file", "file/below"]) {
    const { status, stderr, stdout } = await batch(folder, { out, json: true });
    expect(status).toBe(2);
    expect(stderr).toContain("a file where a folder is needed");
    expect(JSON.parse(stdout).error.code).toBe("batch.file-problem");
  }
});

test.each(["github", "gradescope", "prairielearn", "autolab"])(
  "%s needs a folder, which is said before anything is graded",
  async (format) => {
    const folder = temporaryFolder();
    writeCourse(folder);
    const { session, written } = fakeSession(folder);
    expect(await ended(session, () => runBatch(session, ["in"], { format: [format] }))).toBe(2);
    expect(written.stdout).toBe("");
    expect(written.stderr).toContain("--out");
  },
);

test("printing ends where the reader or the disk does, instead of waiting for ever", async () => {
  const stream = Object.assign(new EventEmitter(), {
    destroyed: false,
    writes: 0,
    write() {
      stream.writes++;
      setImmediate(() => {
        stream.destroyed = true;
        stream.emit("error", new Error("ENOSPC"));
      });
      return false;
    },
  });
  stream.on("error", () => undefined);
  await print(["a", "b", "c"], stream as never);
  expect(stream.writes).toBe(1);
});
