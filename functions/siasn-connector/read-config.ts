import { readFile, stat } from 'node:fs/promises';
import { productionPlaces, trainingPlaces } from '@sinau/siasn';
import { environments } from '@sinau/siasn-sync';
import * as z from 'zod';

/** A secret never stands in the configuration itself: it is in a file of its own, or in the environment of the process. */
const secret = z.union([
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ env: z.string().min(1) }),
]);
type Secret = z.infer<typeof secret>;

const configSchema = z.strictObject({
  sinau: z.strictObject({ url: z.url(), clientId: z.string().min(1), secret }),
  environment: z.enum(environments),
  /** Token 1: key and secret of the agency at BKN's API manager. */
  manager: z.strictObject({ key: z.string().min(1), secret }),
  /** Token 2: one that somebody has signed in for, read anew each round; or an account. */
  account: z.union([
    z.strictObject({ token: secret }),
    z.strictObject({ clientId: z.string().min(1), username: z.string().min(1), password: secret }),
  ]),
  /** What is on its way is kept here. */
  stateDirectory: z.string().min(1),
  everySeconds: z.int().min(10).max(86_400).default(60),
  /** Instead of BKN's own addresses: a gateway of the agency, or a test. */
  places: z.strictObject({ api: z.url(), managerToken: z.url(), accountToken: z.url() }).exactOptional(),
});
export type Config = z.infer<typeof configSchema>;

/** Something about the configuration has to be mended by a person. */
export class ConfigWrong extends Error {
  constructor(message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'ConfigWrong';
  }
}

/** Rejects with `ConfigWrong`, which names what is wrong and no secret. */
export async function readConfig(path: string): Promise<Config> {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new ConfigWrong(`The configuration ${path} cannot be read as JSON.`, { cause });
  }
  const read = configSchema.safeParse(given);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path: at, message }) => `${at.join('.') || 'file'}: ${message}`);
  throw new ConfigWrong(`The configuration is not right. ${wrong.join('; ')}`);
}

export const placesOf = ({ places, environment }: Config) =>
  places ?? (environment === 'production' ? productionPlaces : trainingPlaces);

/** Rejects with `ConfigWrong`. A file that everybody on the machine may read is no place for a secret. */
export async function readSecret(given: Secret): Promise<string> {
  if ('env' in given) {
    const value = process.env[given.env]?.trim();
    if (value) return value;
    throw new ConfigWrong(`The variable ${given.env} is empty.`);
  }
  try {
    const { mode } = await stat(given.file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new ConfigWrong(`Others may read ${given.file}. Run: chmod 600 ${given.file}`);
    const value = (await readFile(given.file, 'utf8')).trim();
    if (value !== '') return value;
  } catch (cause) {
    if (cause instanceof ConfigWrong) throw cause;
    throw new ConfigWrong(`The file ${given.file} cannot be read.`, { cause });
  }
  throw new ConfigWrong(`The file ${given.file} is empty.`);
}
