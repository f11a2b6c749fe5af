import type { Clock, Ids } from '@sinau/kernel';
import {
  currentKey,
  isRotationDue,
  keptKeys,
  type PlatformKey,
  type PlatformKeyBook,
  type PublicJwk,
  publishedKeys,
  signsFromOf,
  statesOf,
} from './platform-key.ts';
import type { LtiSignatures, PlatformKeyStore, SecretBox } from './ports.ts';

export interface PlatformKeyDeps {
  readonly platformKeys: PlatformKeyStore;
  readonly signatures: LtiSignatures;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Signs what the platform says to tools: id_tokens, and access tokens if these are JWTs. */
export interface PlatformSigner {
  /** A compact JWS by the current key, RS256, its `kid` in the header. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** Every key that may still be needed for checking, and the next one. */
  publicKeys(): Promise<readonly PublicJwk[]>;
}

/** Keys that were opened or read are kept at hand so long: also how long a process goes on with one that was withdrawn. */
const keptMs = 10_000;

export function createPlatformSigner(deps: PlatformKeyDeps): PlatformSigner {
  let book: { readonly read: Promise<PlatformKeyBook>; readonly atMs: number } | undefined;
  const opened = new Map<string, Promise<string>>();
  const keys = async () => {
    const nowMs = deps.clock.now().getTime();
    if (!book || nowMs - book.atMs >= keptMs) book = { read: readOrRotate(deps), atMs: nowMs };
    const { read } = book;
    // What failed is not kept.
    read.catch(() => {
      book = undefined;
    });
    return (await read).keys;
  };
  const privateKeyOf = ({ kid, sealedPrivateKey }: PlatformKey) => {
    if (sealedPrivateKey === undefined) throw new Error('the key that signs was withdrawn');
    const known = opened.get(kid) ?? deps.box.open(sealedPrivateKey, sealingOf(kid));
    opened.set(kid, known);
    known.catch(() => opened.delete(kid));
    return known;
  };
  return {
    async sign(claims) {
      const key = currentKey(await keys(), deps.clock.now());
      if (!key) throw new Error('the platform has no key to sign with');
      return deps.signatures.sign({ kid: key.kid, privateKey: await privateKeyOf(key), claims });
    },
    publicKeys: async () => publishedKeys(await keys(), deps.clock.now()).map(({ publicJwk }) => publicJwk),
  };
}

/** All keys as they are now, after a change that was due. */
export async function readOrRotate(deps: PlatformKeyDeps): Promise<PlatformKeyBook> {
  const book = await readBook(deps);
  return isRotationDue(book.keys, deps.clock.now()) ? addKey(deps, { book }) : book;
}

/** Makes the next key at once: it signs as soon as no tool can have an older set any more. `by`: person or client. */
export async function rotatePlatformKeys(deps: PlatformKeyDeps, by: string): Promise<PlatformKeyBook> {
  const book = await readBook(deps);
  // One that is waiting already is the next one.
  return statesOf(book.keys, deps.clock.now()).includes('next') ? book : addKey(deps, { book, by });
}

export async function readBook({
  platformKeys,
}: Pick<PlatformKeyDeps, 'platformKeys'>): Promise<PlatformKeyBook> {
  return (await platformKeys.read()) ?? { keys: [], rev: 0 };
}

async function addKey(
  deps: PlatformKeyDeps,
  { book, by }: { readonly book: PlatformKeyBook; readonly by?: string },
): Promise<PlatformKeyBook> {
  const now = deps.clock.now();
  const made = await makeKey(deps, {
    signsFrom: signsFromOf(book.keys, now),
    ...(by !== undefined && { by }),
  });
  const keys = [...keptKeys(book.keys, now), made];
  const outcome = await deps.platformKeys.write({ keys, rev: book.rev });
  // Of two that made one, the first is right.
  return outcome === 'written' ? { keys, rev: book.rev + 1 } : readBook(deps);
}

export async function makeKey(
  deps: PlatformKeyDeps,
  { signsFrom, by }: { readonly signsFrom: string; readonly by?: string },
): Promise<PlatformKey> {
  const kid = deps.ids.uuid();
  const { publicJwk, privateKey } = await deps.signatures.makeKey(kid);
  const sealedPrivateKey = await deps.box.seal(privateKey, sealingOf(kid));
  const createdAt = deps.clock.now().toISOString();
  return { kid, publicJwk, sealedPrivateKey, createdAt, signsFrom, ...(by !== undefined && { madeBy: by }) };
}

const sealingOf = (kid: string) => ({ purpose: 'lti-platform-key', kid });
