import { spawn } from 'node:child_process';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalS3, startLocalS3 } from '@sinau/platform/local-aws';
import { createS3Client, createS3ObjectStore, type ObjectStore } from '@sinau/platform/objects';
import { build } from 'esbuild';
import * as z from 'zod';
import type { figure } from '../figure.ts';
import { importBuckets, importCredentials } from './import-store.ts';
import { writeBomb, writePackage } from './write-package.ts';

type Line = Parameters<typeof figure>[0];

const partBytes = 8 * 1024 * 1024;
const parallel = 4;

const resultSchema = z.object({
  state: z.string(),
  codes: z.array(z.string()),
  seconds: z.number(),
  startRssMb: z.number(),
  peakRssMb: z.number(),
});

/**
 * A package of 500 MB from its upload in parts to the stored course, and bombs until their refusal. The importer runs in a
 * process of its own, so that its memory is its own; the object store is the embedded one of this process.
 */
export async function importFigures(scale: { readonly megabytes: number }): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-bench-import-'));
  const s3 = await startLocalS3({
    ...{ dir: join(folder, 's3'), buckets: Object.values(importBuckets) },
    ...importCredentials,
  });
  await bundleImporter(folder);
  try {
    return [...(await packageFigures(s3, folder, scale.megabytes)), ...(await bombFigures(s3, folder))];
  } finally {
    await s3.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function packageFigures(s3: LocalS3, folder: string, megabytes: number): Promise<readonly Line[]> {
  const path = join(folder, 'package.zip');
  await writePackage(path, megabytes);
  const { size } = await stat(path);
  const seconds = await uploadInParts(uploadsOf(s3), path, size);
  const imported = await runImporter(s3, { folder, size });
  if (imported.state !== 'passed') throw new Error(`the package was not taken: ${imported.codes.join(', ')}`);
  const name = `import_${megabytes}mb`;
  const size_mb = Math.round(size / 1e6);
  return [
    { figure: `upload_${megabytes}mb`, value: size / 1e6 / seconds, unit: 'MB/s', parallel, part_mb: 8 },
    { figure: `${name}_seconds`, value: imported.seconds, unit: 's', size_mb },
    { figure: `${name}_peak_rss_mb`, value: imported.peakRssMb, unit: 'MB', before_mb: imported.startRssMb },
  ];
}

async function bombFigures(s3: LocalS3, folder: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const kind of ['honest', 'lying', 'many-entries'] as const) {
    const path = join(folder, `${kind}.zip`);
    await writeBomb(path, kind);
    const { size } = await stat(path);
    await uploadInParts(uploadsOf(s3), path, size);
    const refused = await runImporter(s3, { folder, size });
    if (refused.state !== 'refused') throw new Error(`the bomb was not refused: ${kind}`);
    const figure = `import_bomb_${kind.replace('-', '_')}`;
    const more = { rule: refused.codes[0], size_mb: Math.round(size / 1e5) / 10 };
    lines.push({ figure: `${figure}_refused_ms`, value: refused.seconds * 1000, unit: 'ms', ...more });
    lines.push({ figure: `${figure}_peak_rss_mb`, value: refused.peakRssMb, unit: 'MB' });
  }
  return lines;
}

function uploadsOf(s3: LocalS3): ObjectStore {
  const client = createS3Client({
    ...{ region: 'ap-southeast-3', endpoint: s3.endpoint, forcePathStyle: true },
    credentials: importCredentials,
  });
  return createS3ObjectStore({ client, bucket: importBuckets.uploads });
}

/** As a browser does it: presigned parts, several at once. Gives seconds. */
async function uploadInParts(uploads: ObjectStore, path: string, size: number): Promise<number> {
  const key = 'package';
  const begun = performance.now();
  const place = { key, uploadId: await uploads.inParts.start({ key, contentType: 'application/zip' }) };
  const numbers = Array.from({ length: Math.ceil(size / partBytes) }, (_, index) => index + 1).values();
  const file = await open(path, 'r');
  const send = async () => {
    for (const partNumber of numbers) {
      const at = (partNumber - 1) * partBytes;
      const sizeBytes = Math.min(partBytes, size - at);
      const { buffer: body } = await file.read(Buffer.alloc(sizeBytes), 0, sizeBytes, at);
      const url = await uploads.inParts.presignPart({
        ...place,
        partNumber,
        sizeBytes,
        expiresInSeconds: 600,
      });
      const reply = await fetch(url, { method: 'PUT', body });
      if (!reply.ok) throw new Error(`part ${partNumber}: ${reply.status}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, send));
  await file.close();
  const parts = (await uploads.inParts.listParts(place)) ?? [];
  await uploads.inParts.complete({ ...place, parts });
  return (performance.now() - begun) / 1000;
}

/** As the product is deployed: source files one by one would take memory that no Lambda gives. */
async function bundleImporter(folder: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'import-process.ts')],
    outfile: join(folder, 'importer.mjs'),
    ...{ bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node24' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
}

async function runImporter(
  s3: LocalS3,
  { folder, size }: { readonly folder: string; readonly size: number },
): Promise<z.output<typeof resultSchema>> {
  const child = spawn(process.execPath, [join(folder, 'importer.mjs'), s3.endpoint, folder, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(`the importer ended with ${code}`);
  return resultSchema.parse(JSON.parse(printed));
}
