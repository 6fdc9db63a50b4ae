import { expect, test } from "vitest";
import { clientScript } from "../../src/formats/html/script.ts";

test("the page's script is one script whose names are all different", () => {
  expect(() => new Function(clientScript)).not.toThrow();
  expect(clientScript).not.toMatch(/^(?:import|export)\b/m);
  const names = [...clientScript.matchAll(/^(?:const|let|function) (\w+)/gm)].map((found) => found[1]);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
