import type { Item } from '@sinau/platform/dynamo';
import type { FeedChunk } from '../feed.ts';
import { parseChunk } from './keys.ts';
import { unpack } from './pack.ts';

export function readChunk(row: Item): FeedChunk {
  if (!(row.b instanceof Uint8Array)) throw new Error('a chunk of a feed has no lines');
  return {
    number: parseChunk(row),
    lines: unpack(row.b),
    ...(typeof row.f === 'number' && { linesBefore: row.f }),
    ...(typeof row.t === 'number' && { appendedMs: row.t }),
  };
}
