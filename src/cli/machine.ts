/** Faults of the machine (no file handles, no memory, a bad disk): tried again, then the end of the run; they say nothing about an answer. */

/** What a single file may be to blame for. Every other error of the system is the machine's. */
const faultsOfFiles = new Set(
  "EACCES EPERM ENOENT ENOTDIR EISDIR ELOOP ENAMETOOLONG ENXIO EINVAL EILSEQ EEXIST EROFS EBUSY ENOTEMPTY EXDEV EPIPE".split(
    " ",
  ),
);
/** How long is waited before each further try, in milliseconds. */
const pauses = [20, 60, 180, 400];

export function isMachineFault(error: unknown): error is NodeJS.ErrnoException {
  const { code = "", message = "" } = error as Partial<NodeJS.ErrnoException>;
  if (/^E[A-Z0-9]+$/.test(code) || code === "Z_MEM_ERROR") return !faultsOfFiles.has(code);
  return code === "ERR_MEMORY_ALLOCATION_FAILED" || /allocation failed/i.test(message);
}

/** The error itself, unless it is the machine's. */
export function throwIfMachine<E>(error: E): E {
  if (isMachineFault(error)) throw error;
  return error;
}

/** Does it again where the machine failed, a few times: handles and memory come back. */
export function patiently<T>(work: () => T): T {
  for (const pause of pauses) {
    try {
      return work();
    } catch (error) {
      if (!isMachineFault(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return work();
}
