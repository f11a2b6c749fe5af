import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { localQueuesContract } from './local-queues.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'sinau-queues-'));
let used = 0;

localQueuesContract('in memory', () => ({}));
localQueuesContract('on disk', () => {
  used += 1;
  return { dir: join(root, String(used)) };
});

afterAll(() => rmSync(root, { recursive: true }));
