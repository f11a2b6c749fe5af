// Runs the scripts of package.json below a name (`static` → `static:types`, `static:lint`, …), as many at once as there
// are processors, in the order in which they stand there. Each one's output comes whole, when it ends.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const [name = ''] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '..');
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(resolve(root, 'package.json'), 'utf8'),
);
const waiting = Object.entries(scripts).filter(([script]) => script.startsWith(`${name}:`));
if (waiting.length === 0) throw new Error(`package.json has no script "${name}:…"`);

/** Resolves to the exit code; never rejects. */
function run(script: string, command: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    child.on('close', (code) => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const end = code === 0 ? 'passed' : 'FAILED';
      process.stdout.write(`${Buffer.concat(chunks).toString()}${script} ${end} in ${seconds} s\n`);
      done(code ?? 1);
    });
  });
}

async function worker(): Promise<number> {
  let worst = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) worst = Math.max(worst, await run(...next));
  return worst;
}

const codes = await Promise.all(Array.from({ length: availableParallelism() }, worker));
process.exitCode = Math.max(...codes);
