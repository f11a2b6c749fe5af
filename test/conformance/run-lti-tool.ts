// npm run conformance:lti -- --register URL [--data DIR]: a tool of LTI 1.3 that somebody else runs, driven through everything that a platform offers it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../e2e/chromium.ts';
import { startServer } from '../server/start-server.ts';
import { openPlatform } from './lti-tool/platform-side.ts';
import { stepsOf } from './lti-tool/steps.ts';

const usage = `Give the addresses of a tool that runs on this machine (docs/conformance.md says what its pages must have):
  npm run conformance:lti -- --register URL                 it registers itself
  npm run conformance:lti -- --login URL --launch URL --keys URL --configure URL
  [--data DIR]  the data folder of a Sinau that runs already; else one is started in a temporary folder
`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { register: text, login: text, launch: text, keys: text, configure: text, data: text },
});
const { data, ...tool } = values;
const isByHand = tool.login && tool.launch && tool.keys && tool.configure;
if (!tool.register && !isByHand) {
  process.stderr.write(usage);
  process.exit(2);
}

const dataDir = data ?? (await mkdtemp(join(tmpdir(), 'sinau-lti-')));
const server = data === undefined ? await startServer({ dataDir, deadlineMs: 180_000 }) : undefined;
const browser = await launchChromium();
try {
  await walk();
} finally {
  await browser.close();
  await server?.stop();
  if (data === undefined) await rm(dataDir, { recursive: true, force: true });
}

/** Ends at the first step that failed, since the others stand on it. */
async function walk(): Promise<void> {
  const steps = stepsOf({ platform: await openPlatform(dataDir), browser, tool });
  let passed = 0;
  for (const { name, run } of steps) {
    try {
      process.stdout.write(`ok    ${name}: ${await run()}\n`);
      passed += 1;
    } catch (error) {
      process.stdout.write(`WRONG ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
      break;
    }
  }
  process.stdout.write(`${passed}/${steps.length}\n`);
}
