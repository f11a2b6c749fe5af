// npm run conformance:cmi5 -- --suite DIR: the LMS test suite of CATAPULT against a fresh server.
import { spawn } from 'node:child_process';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../server/start-server.ts';

const usage = `Give a local copy of CATAPULT, its lts set up as it says itself: npm run conformance:cmi5 -- --suite DIR
  https://github.com/adlnet/CATAPULT
`;

const { values } = parseArgs({ options: { suite: { type: 'string' } } });
const folder = join(resolve(values.suite ?? '.'), 'lts');
const jest = join(folder, 'node_modules/jest/bin/jest.js');
const isThere = await access(jest).then(
  () => true,
  () => false,
);
if (values.suite === undefined || !isThere) {
  process.stderr.write(usage);
  process.exit(2);
}

const dataDir = await mkdtemp(join(tmpdir(), 'sinau-cmi5-'));
const server = await startServer({ dataDir, deadlineMs: 180_000 });
try {
  process.exitCode = await runSuite();
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Its exit status is 0 only when every test passed; what it says goes to the terminal. */
async function runSuite(): Promise<number> {
  const devJson = await readFile(join(dataDir, 'dev.json'), 'utf8');
  const child = spawn(process.execPath, [jest], {
    cwd: folder,
    stdio: 'inherit',
    env: {
      ...process.env,
      CATAPULT_LMS: join(import.meta.dirname, 'cmi5-lms.cjs'),
      SINAU_DEV_JSON: devJson,
    },
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  });
}
