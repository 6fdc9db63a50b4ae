/** What lists can do, for values that are made one by one: Node 20 can't do it yet. */

/** Whether the test holds for a value; those after it are not made. */
export function some<T>(values: Iterable<T>, test: (value: T) => boolean): boolean {
  for (const value of values) if (test(value)) return true;
  return false;
}

/** The first thing that is found in one of the values; those after it are not made. */
export function first<T, R>(values: Iterable<T>, find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
