/** exercises/reference.md lists what an exercise file may hold. It is written by `npm run docs` and must not lag behind. */

import { expect, it } from "vitest";
import { z } from "zod";
import { callable } from "../../src/engine/operations/table.ts";
import { exerciseSchema } from "../../src/exercises/schema.ts";
import { shapesFor } from "../../src/exercises/shapes.ts";
import { kinds } from "../../src/kinds/index.ts";

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
}

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;

/** What a schema allows, on one line: `{ value: text or number, case?: text }`. */
function shape(schema: Schema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(" or ");
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(shape))].join(" or ");
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(shape).join(", ")}]`;
  if (schema.items !== undefined) return `[${shape(schema.items)}, …]`;
  if (schema.properties !== undefined) {
    const keys = Object.entries(schema.properties).map(
      ([key, value]) => `${key}${schema.required?.includes(key) ? "" : "?"}: ${shape(value)}`,
    );
    return `{ ${keys.join(", ")} }`;
  }
  if (schema.additionalProperties !== undefined) return `{ name: ${shape(schema.additionalProperties)}, … }`;
  const names: Readonly<Record<string, string>> = { string: "text", integer: "whole number", boolean: "true or false" };
  return names[schema.type ?? ""] ?? schema.type ?? "anything";
}

/** A row a key; alternatives below each other. */
function table({ properties = {}, required = [] }: Schema, without: readonly string[] = []): string {
  const rows = Object.entries(properties)
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => {
      const forms = (value.anyOf ?? [value]).map((form) => `\`${shape(form)}\``);
      return `| \`${key}\`${required.includes(key) ? "" : " (optional)"} | ${[...new Set(forms)].join("<br>")} |`;
    });
  return `| key | holds |\n|---|---|\n${rows.join("\n")}`;
}

const shapes = shapesFor(new Set());
const base = Object.keys(shapes.base);
const functions = callable.map(
  ({ name, aliases = [] }) => `\`${name}\`${aliases.length > 0 ? ` (${aliases.join(", ")})` : ""}`,
);

const page = `# What an exercise file holds

<!-- Written by \`npm run docs\` from src/. Do not edit. -->

${table(jsonSchema(exerciseSchema({}, Object.values(kinds))), ["$schema", "questions"])}
| \`questions\` | a list of questions, each of one of the kinds below |

A formula may be a number. A name may be one of a whole sequence (\`h\`) or of one of its members (\`h1\`, \`h[1]\`).

## Every question

${table(jsonSchema(shapes.z.strictObject(shapes.base)))}
${Object.values(kinds)
  .map((kind) => `\n## \`kind: ${kind.name}\`\n\n${table(jsonSchema(kind.schema(shapes)), [...base, "kind"])}\n`)
  .join("")}
## Functions

${functions.join(", ")}
`;

it("lists every key as it is", async () => {
  await expect(page).toMatchFileSnapshot("../../exercises/reference.md");
});
