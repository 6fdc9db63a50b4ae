/** The receivers' rules as validators: JSON schemas by ajv, JUnit by libxml2. */

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { validateXML } from "xmllint-wasm";

const schemas = JSON.parse(readFileSync(new URL("receivers.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true });

/** What is wrong with a JSON text for one of the receivers; empty if nothing is. */
export function jsonErrors(receiver: "gradescope" | "prairielearn" | "classroom", text: string): string[] {
  const validate = ajv.compile(schemas[receiver]);
  validate(JSON.parse(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

export async function junitErrors(xml: string): Promise<string[]> {
  const schema = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");
  const file = { fileName: "junit.xml", contents: xml };
  const { errors } = await validateXML({ xml: file, schema: [schema], initialMemoryPages: 1024, maxMemoryPages: 8192 });
  return errors.map((error) => error.rawMessage);
}
