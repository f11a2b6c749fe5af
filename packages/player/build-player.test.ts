import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compilePlayer } from './build-player.ts';

const files = new Map(
  (await compilePlayer()).map(({ path, body }) => [path, Buffer.from(body).toString('utf8')]),
);
const pages = ['scorm/index.html', 'viewer/index.html', 'quiz/index.html'];

/** What a page names, and what that imports at once. */
function loadedBy(page: string): Set<string> {
  const loaded = new Set<string>();
  const follow = (path: string, from: string) => {
    const file = new URL(path, `http://x/${from}`).pathname.slice(1);
    if (loaded.has(file)) return;
    loaded.add(file);
    const text = files.get(file);
    if (text === undefined) throw new Error(`${from} names ${file}, which was not built`);
    for (const [, imported = ''] of text.matchAll(/(?:import|from)\s*"(\.[^"]+)"/g)) follow(imported, file);
  };
  const html = files.get(page) ?? '';
  for (const [, path = ''] of html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)) follow(path, page);
  return loaded;
}

describe('the pages of content origins', () => {
  it.each(pages)('%s has nothing inline and nothing from elsewhere', (page) => {
    const html = files.get(page) ?? '';
    expect(html).not.toMatch(/<style|<script(?! type="module" src=)|\son\w+=|https?:/);
    expect(loadedBy(page).size).toBeGreaterThan(2);
  });

  it('names everything but pages by its content or its version', () => {
    for (const path of files.keys()) {
      expect(path).toMatch(/index\.html$|\.[0-9A-Z]{8}\.(js|css)$|^viewer\/pdfjs-[\d.]+\//);
    }
  });

  it('a quiz has 35 KB, and nothing of how it is judged', () => {
    const all = [...loadedBy('quiz/index.html')].map((path) => files.get(path) ?? '');
    const bytes = all.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(35 * 1024);
    expect(all.join()).not.toMatch(/correctResponsesPattern|gradeResponse|\.share\b/);
  });

  it('SCORM starts with 35 KB, and loads the run-time of its version alone', () => {
    const atStart = [...loadedBy('scorm/index.html')].map((path) => gzipSync(files.get(path) ?? '').length);
    expect(atStart.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(35 * 1024);
    const runTimes = [...files.keys()].filter((path) => path.startsWith('shared/scorm'));
    expect(runTimes).toHaveLength(2);
  });
});
