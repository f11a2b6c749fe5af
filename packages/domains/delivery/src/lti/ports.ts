import type { LtiLink } from './link.ts';
import type { PlatformKeyBook, PublicJwk } from './platform-key.ts';
import type { LtiClientId, LtiTool } from './tool.ts';

/** Tools by client. Reads see every write that was answered before. Rejects with `Unavailable` when it does not answer. */
export interface LtiToolStore {
  find(clientId: LtiClientId): Promise<LtiTool | undefined>;
}

/** Links by id; whatever version of a course a learner is on, its modules keep their ids. */
export interface LtiLinkStore {
  find(resourceLinkId: string): Promise<LtiLink | undefined>;
}

/** The keys of the platform. */
export interface PlatformKeyStore {
  read(): Promise<PlatformKeyBook | undefined>;
  /** `rev`: the one that was read, 0 if there was nothing; 'stale' when somebody has written since. */
  write(book: PlatformKeyBook): Promise<'written' | 'stale'>;
}

/** Signatures of JWTs: RSA with SHA-256 alone. */
export interface LtiSignatures {
  /** `privateKey`: text that only `sign` reads. */
  makeKey(kid: string): Promise<{ readonly publicJwk: PublicJwk; readonly privateKey: string }>;
  sign(input: {
    readonly kid: string;
    readonly privateKey: string;
    readonly claims: Readonly<Record<string, unknown>>;
  }): Promise<string>;
}

/** Keeps secrets that must be read again; what was sealed for one context opens in no other. */
export interface SecretBox {
  seal(text: string, context: Readonly<Record<string, string>>): Promise<string>;
  open(sealed: string, context: Readonly<Record<string, string>>): Promise<string>;
}
