import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { FileWriter } from './file-writer.ts';
import type { HashedFile } from './hashed-file.ts';

/** Lines in one piece of text. */
const batch = 1_000;

/** Text that is compressed on its way into a file. */
export function createTextWriter(
  file: HashedFile,
  format: { readonly head: string; readonly textOf: (lines: readonly string[]) => Promise<string> },
): FileWriter {
  const gzip = createGzip({ level: 6 });
  let failure: unknown;
  // The disk decides the pace: the compressor is only read as fast as the file takes it.
  const written = (async () => {
    for await (const part of gzip) await file.write(part as Buffer);
  })().catch((error: unknown) => {
    failure = error;
    gzip.destroy();
  });
  const write = async (text: string) => {
    if (failure) throw failure;
    if (text === '' || gzip.write(text)) return;
    await Promise.race([once(gzip, 'drain'), written]);
  };
  const headWritten = write(format.head);
  return {
    add: async (lines) => {
      await headWritten;
      for (let n = 0; n < lines.length; n += batch)
        await write(await format.textOf(lines.slice(n, n + batch)));
    },
    finish: async () => {
      await headWritten;
      gzip.end();
      await written;
      if (failure) throw failure;
    },
    abandon: () => {
      gzip.destroy();
    },
  };
}
