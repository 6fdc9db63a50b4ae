import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalName, indexedName, knownName, nearest, splitName, suggestions } from "../../src/engine/names.ts";

describe("canonical names", () => {
  it.each([
    ["h1", "h1 h_1 h₁ h[1] h(1) h_{1} h_[1] h01 h_01 $h_1$ \\mathrm{h}_1 𝒉₁ ｈ１"],
    ["tau1", "tau1 tau_1 τ1 τ_1 τ₁ \\tau1 \\tau_1 \\tau_{1} τ[1] \\tau(1) 𝜏₁ \\boldsymbol{\\tau}_1"],
    ["h[-1]", "h[-1] h_{-1} h₋₁ h(-1) h[−1]"],
    ["h10", "h10 h_10 h_{10} h[10] h₁₀"],
    ["h100", "h100 h[100]"],
    ["theta", "θ ϑ \\theta \\vartheta theta"],
    ["phi", "φ ϕ \\phi \\varphi"],
    ["epsilon", "ε ϵ \\epsilon \\varepsilon"],
    ["nu", "ν \\nu nu"],
    ["Sigma", "Σ \\Sigma"],
    ["W", "W \\mathbf{W}"],
    ["W_hh", "W_hh W_{hh} \\mathbf{W}_{hh} W_{\\mathrm{hh}}"],
    ["h_t", "h_t h_{t} hₜ"],
    ["W_h1", "W_{h1} W_h1 W_{h}_1"],
    ["x2[1]", "x2[1] x2_1 x2_{1}"],
    ["constructor", "constructor"],
  ])("%s", (canonical, spellings) => {
    for (const spelling of spellings.split(" ")) expect(canonicalName(spelling), spelling).toBe(canonical);
    expect(canonicalName(canonical)).toBe(canonical);
  });

  it.each(["", " ", "1", "_1", "h+1", "h[t-1]", "h[1", "h]", "\\foo_1", "__proto__", "h1*2", "x".repeat(99)])(
    "%j is none",
    (text) => {
      expect(canonicalName(text)).toBeUndefined();
    },
  );

  it("stay as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."hWx_τ₁12[](){}\\-tau ") }), (text) => {
        const name = canonicalName(text);
        if (name !== undefined) expect(canonicalName(name)).toBe(name);
      }),
    );
  });

  it("belong to a sequence and a time", () => {
    for (const [name, base, index] of [
      ["h12", "h", 12],
      ["h[-1]", "h", -1],
      ["x2[3]", "x2", 3],
    ] as const) {
      expect(splitName(name)).toEqual({ base, index });
      expect(indexedName(base, index)).toBe(name);
    }
    expect(splitName("W")).toEqual({ base: "W" });
    expect(splitName("7")).toEqual({ base: "7" });
  });

  it("are found without their underscore if it is clear which", () => {
    expect(knownName("Whh", new Set(["W_hh", "W"]))).toBe("W_hh");
    expect(knownName("W_h", new Set(["Wh"]))).toBe("Wh");
    expect(knownName("abc", new Set(["a_bc", "ab_c"]))).toBeUndefined();
  });
});

describe("the nearest name", () => {
  const names = ["h0", "h1", "tau1", "loss", "better", "W"];
  it.each([
    ["losss", "loss"],
    ["los", "loss"],
    ["lsos", "loss"],
    ["beter", "better"],
    ["w", "W"],
    ["H1", "h1"],
    ["tua1", "tau1"],
    ["q", undefined],
    ["zebra", undefined],
    ["", undefined],
    ["x".repeat(5000), undefined],
  ])("to %s is %s", (word, expected) => {
    expect(nearest(word, names)).toBe(expected);
  });

  it("comes after the names that begin with the word", () => {
    expect(suggestions("t", ["tau1", "tau2", "x"])).toEqual(["tau1", "tau2"]);
    expect(suggestions("h3", ["h0", "h1", "tau1"])).toEqual(["h0", "h1"]);
  });
});
