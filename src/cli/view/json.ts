/** Writes JSON for people: what fits a line stays on one line. */

/** The value as JSON text of lines up to `width` columns where its strings allow it. */
export function prettyJson(value: unknown, width: number): string {
  return write(value, "", width, 0);
}

/** `room`: columns taken on the line by what stands before and after the value. */
function write(value: unknown, margin: string, width: number, room: number): string {
  const flat = oneLine(value);
  const entries = entriesOf(value);
  if (entries === undefined || entries.length === 0 || (margin !== "" && margin.length + room + flat.length <= width)) {
    return flat;
  }
  const inner = `${margin}  `;
  const lines = entries.map(([key, item], at) => {
    const comma = at < entries.length - 1 ? "," : "";
    return inner + key + write(item, inner, width, key.length + comma.length) + comma;
  });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join("\n")}\n${margin}${close}`;
}

/** The parts of a list or object, each with the text before its value. */
function entriesOf(value: unknown): [key: string, item: unknown][] | undefined {
  if (Array.isArray(value)) return value.map((item) => ["", item]);
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item]);
}

function oneLine(value: unknown): string {
  const entries = entriesOf(value);
  if (entries === undefined) return JSON.stringify(value) ?? "null";
  const inside = entries.map(([key, item]) => key + oneLine(item)).join(", ");
  if (Array.isArray(value)) return `[${inside}]`;
  return inside === "" ? "{}" : `{ ${inside} }`;
}
