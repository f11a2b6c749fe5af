import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** Where our own pages lie in the content bucket, beside `versions/`; the edge maps `/_sinau/` to it. */
export const ownPagesPrefix = 'player/';

export interface PlayerPage {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
}

/** Our own pages by key in the bucket, e.g. `player/scorm/index.html`. */
export type PlayerPages = ReadonlyMap<string, PlayerPage>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** How long browsers keep a file: only pages keep their name when their content changes. */
export function playerCacheControl(path: string): string {
  return extname(path) === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable';
}

/** Reads what the build of the player wrote. Rejects when the folder is absent: then it was not built. */
export async function readPlayerPages(dist: string): Promise<PlayerPages> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pages = files.map(async (file) => {
    const path = relative(dist, file).split(sep).join('/');
    const body = await readFile(file);
    return [
      `${ownPagesPrefix}${path}`,
      {
        body,
        contentType: types[extname(path)] ?? 'application/octet-stream',
        cacheControl: playerCacheControl(path),
        etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
      },
    ] as const;
  });
  return new Map(await Promise.all(pages));
}
