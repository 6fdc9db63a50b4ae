// Benchmarks, as ratios measured in one run: against an empty Node script, a bare read-and-parse loop, a hand-written loop.
// Usage: npm run bench [start|engine|batch …]
const wanted = process.argv.slice(2);
for (const name of ["start", "engine", "batch"]) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { run } = await import(`./${name}.js`);
  console.log(`\n${name}`);
  for (const { what, value, wanted: limit } of await run()) {
    const mark = limit === undefined ? " " : value <= limit ? "✓" : "✗";
    const bound = limit === undefined ? "" : `  (wanted: ≤ ${limit})`;
    console.log(`  ${mark} ${what.padEnd(64)} ${value.toFixed(2).padStart(8)}${bound}`);
  }
}
