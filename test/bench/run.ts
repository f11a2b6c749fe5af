// npm run bench -- NAME [options]: prints one JSON object a line, {"figure", "value", "unit", …}.
const benches = ['bundles', 'catalogue', 'connectors', 'crash', 'lrs', 'people', 'player'] as const;

const [name, ...options] = process.argv.slice(2);
const known = benches.find((bench) => bench === name);
if (!known) {
  process.stderr.write(`Name a bench: ${benches.join(', ')}\n`);
  process.exit(1);
}
const { run }: { run: (options: readonly string[]) => Promise<void> } = await import(`./${known}.ts`);
await run(options);
