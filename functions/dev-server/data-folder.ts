import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { StartRefused } from './options.ts';

const secretsSchema = z.object({
  signingSecret: z.string().min(32),
  storageAccessKeyId: z.string().min(16),
  storageSecretAccessKey: z.string().min(32),
});

/** Keys of this machine's embedded services, made at the first start; they never leave the folder. */
export type LocalSecrets = z.infer<typeof secretsSchema>;

/** Makes the folder if needed; throws StartRefused when it cannot be written. */
export async function openDataFolder(
  dir: string,
  options: { readonly fresh: boolean },
): Promise<LocalSecrets> {
  try {
    if (options.fresh) await emptyFolder(dir);
    // Everything inside, people and records, is for this user's eyes only.
    await makeFolder(dir);
    await access(dir, constants.W_OK);
    return await readOrMakeSecrets(join(dir, 'secrets.json'));
  } catch (cause) {
    if (cause instanceof StartRefused) throw cause;
    throw new StartRefused(
      `The data folder ${dir} cannot be written (${codeOf(cause)}). Give another one in DATA_DIR.`,
      { cause },
    );
  }
}

/** NOTE: not `recursive`: below a folder that takes none, such as /proc, Node 24 then tries without end. */
async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(dir) === dir) throw error;
    await makeFolder(dirname(dir));
    await mkdir(dir, { mode: 0o700 });
  }
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

const ours = [
  'dynamo',
  'objects',
  'queues',
  'oidc',
  'outbox',
  'scratch',
  'secrets.json',
  'dev.json',
  'seed.json',
];

/** Removes only what a start of ours makes: DATA_DIR may point at a folder that holds other things too. */
async function emptyFolder(dir: string): Promise<void> {
  await Promise.all(ours.map((name) => rm(join(dir, name), { recursive: true, force: true })));
}

async function readOrMakeSecrets(path: string): Promise<LocalSecrets> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) {
    const parsed = secretsSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    throw new StartRefused(`${path} is damaged. Start with --fresh to begin anew.`);
  }
  const secrets: LocalSecrets = {
    signingSecret: randomBytes(48).toString('base64url'),
    storageAccessKeyId: randomBytes(15).toString('base64url'),
    storageSecretAccessKey: randomBytes(30).toString('base64url'),
  };
  await writeWhole(path, JSON.stringify(secrets, null, 2));
  return secrets;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
