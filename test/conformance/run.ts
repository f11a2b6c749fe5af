// npm run conformance -- --suite DIR [--only 1.0.3|2.0.0]: the ADL conformance suite against a fresh server.
import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { failedTitles, isWhole, readLogPath, readSummary, type Summary } from './read-summary.ts';

const batteries = ['1.0.3', '2.0.0'] as const;
const usage = `Give a local copy of the suite: npm run conformance -- --suite DIR [--only ${batteries.join('|')}]
  git clone https://github.com/adlnet/lrs-conformance-test-suite.git DIR
  cd DIR && git checkout 2ec25f2 && npm install
`;

const { values } = parseArgs({ options: { suite: { type: 'string' }, only: { type: 'string' } } });
const chosen = batteries.filter((battery) => values.only === undefined || values.only === battery);
const suite = values.suite === undefined ? undefined : resolve(values.suite);
const trouble = chosen.length === 0 ? `There is no battery ${values.only}.\n` : await notUsable(suite);
if (trouble !== undefined || suite === undefined) {
  process.stderr.write(`${trouble}${usage}`);
  process.exit(2);
}

const totals: string[] = [];
for (const battery of chosen) {
  const summary = await runBattery(suite, battery);
  const { passed, total } = summary;
  totals.push(`${battery}: ${passed}/${total}`);
  process.stdout.write(`${JSON.stringify({ battery, ...summary })}\n`);
  if (!isWhole(summary)) process.exitCode = 1;
}
process.stdout.write(`${totals.join('\n')}\n`);

/** Why this folder cannot be run; undefined when it can. */
async function notUsable(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return 'The option --suite is missing.\n';
  const has = (path: string) =>
    access(join(folder, path)).then(
      () => true,
      () => false,
    );
  if (!(await has('bin/console_runner.js'))) return `${folder} holds no copy of the suite.\n`;
  if (!(await has('node_modules/mocha')))
    return `The suite in ${folder} is not installed: run npm install there.\n`;
  return undefined;
}

async function runBattery(folder: string, battery: string): Promise<Summary> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sinau-conformance-'));
  let server: RunningServer | undefined;
  try {
    server = await startServer({ dataDir, deadlineMs: 180_000 });
    const { endpoint, key, secret } = server.dev.xapi;
    const options = ['-x', battery, '-e', endpoint, '-a', '-u', key, '-p', secret, '-z'];
    const printed = await runSuite(folder, options, battery);
    const summary = readSummary(printed);
    if (!summary || !isWhole(summary))
      await tellFailures(printed, { battery, serverOutput: server.output() });
    return summary ?? { passed: 0, failed: 0, total: 0 };
  } finally {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What the suite prints; how far it has come goes to the terminal meanwhile. */
function runSuite(folder: string, options: readonly string[], battery: string): Promise<string> {
  const child = spawn(process.execPath, [join(folder, 'bin/console_runner.js'), ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let told = 0;
  const hear = (chunk: unknown) => {
    printed += String(chunk);
    const summary = readSummary(String(chunk));
    if (!summary || summary.passed + summary.failed < told + 100) return;
    told = summary.passed + summary.failed;
    process.stderr.write(`${battery}: ${told} of ${summary.total}, ${summary.failed} failed\n`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const stop = () => child.kill('SIGINT');
  process.once('SIGINT', stop);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', () => {
      process.off('SIGINT', stop);
      done(printed);
    });
  });
}

async function tellFailures(
  printed: string,
  { battery, serverOutput }: { readonly battery: string; readonly serverOutput: string },
): Promise<void> {
  const path = readLogPath(printed);
  const log: unknown = path === undefined ? undefined : JSON.parse(await readFile(path, 'utf8'));
  const root = typeof log === 'object' && log !== null && 'log' in log ? log.log : undefined;
  const titles = failedTitles(root);
  for (const title of titles) process.stderr.write(`${battery} failed: ${title}\n`);
  if (titles.length > 0) return;
  process.stderr.write(`${battery} was aborted. The suite said:\n${printed.slice(-4000)}\n`);
  process.stderr.write(`The server said:\n${serverOutput.slice(-4000)}\n`);
}
