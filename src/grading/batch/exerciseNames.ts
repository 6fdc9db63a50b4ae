/** How people name exercises: in capitals, or by number alone. */

const endingNumber = /\d+$/;

/** Name (lower case) → id: `ex6`, and `6` if no other id ends in it. */
export function idsByName(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const id of ids) {
    const number = endingNumber.exec(id)?.[0];
    const others = ids.filter((other) => endingNumber.exec(other)?.[0] === number);
    if (number !== undefined && others.length === 1) names.set(number, id);
  }
  for (const id of ids) names.set(id.toLowerCase(), id);
  return names;
}
