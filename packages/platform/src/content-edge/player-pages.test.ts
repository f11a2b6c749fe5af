import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlayerPages } from './player-pages.ts';

let dist: string;
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'sinau-player-'));
  await mkdir(join(dist, 'scorm'));
  await writeFile(join(dist, 'scorm', 'index.html'), '<p>');
  await writeFile(join(dist, 'scorm', 'main.1F.js'), '1');
});
afterAll(() => rm(dist, { recursive: true, force: true }));

describe('readPlayerPages', () => {
  it('gives every file its type; only those with a hash in their name are kept for ever', async () => {
    const pages = await readPlayerPages(dist);
    expect([...pages.keys()].toSorted()).toEqual(['player/scorm/index.html', 'player/scorm/main.1F.js']);
    expect(pages.get('player/scorm/index.html')).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'no-cache',
    });
    expect(pages.get('player/scorm/main.1F.js')).toMatchObject({
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
  });

  it('fails where nothing was built', async () => {
    await expect(readPlayerPages(join(dist, 'none'))).rejects.toThrow('ENOENT');
  });
});
