// Starts DynamoDB Local on a free port of 127.0.0.1 until it is told to stop, for the storage contract suites in CI:
//   node test/dynamodb-local/start-dynamodb-local.ts [--port-file <file>]
// The endpoint goes to stdout, and to the file once it answers. The program is not ours to pass on: it is fetched
// into a temporary folder, removed at the end, and is neither a dependency nor a file of this repository.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const source = 'amplify-dynamodb-simulator@2.9.30';
const { values } = parseArgs({ options: { 'port-file': { type: 'string' } } });

function unpack(folder: string): string {
  const quiet = ['--silent', '--pack-destination', folder];
  const archive = execFileSync('npm', ['pack', source, ...quiet], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder, 'package/emulator']);
  return join(folder, 'package', 'emulator');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function startJava(folder: string, port: number): ChildProcess {
  const flags = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const settings = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
  return spawn('java', [...flags, ...settings], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilItAnswers(endpoint: string, java: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (java.exitCode !== null) throw new Error(`DynamoDB Local ended with code ${java.exitCode}`);
    try {
      await fetch(endpoint);
      return;
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  throw new Error('DynamoDB Local did not answer within a minute');
}

const folder = mkdtempSync(join(tmpdir(), 'dynamodb-local-'));
let java: ChildProcess | undefined;

function stop(code: number): void {
  java?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

process.once('SIGTERM', () => stop(0));
process.once('SIGINT', () => stop(0));

try {
  const emulator = unpack(folder);
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  java = startJava(emulator, port);
  await untilItAnswers(endpoint, java);
  java.once('exit', (code) => stop(code ?? 1));
  const file = values['port-file'];
  if (file) {
    // Renamed into place, so that whoever waits for the file never reads half of it.
    writeFileSync(`${file}.part`, endpoint);
    renameSync(`${file}.part`, file);
  }
  process.stdout.write(`${endpoint}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  stop(1);
}
