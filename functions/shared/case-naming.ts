import type { Naming } from '@sinau/case';
import { type Digest, uuidOfParts } from '@sinau/kernel';

/** Namespace of the identifiers that our frameworks have in CASE (RFC 9562, a random one of our own). */
const namespace = '0d2f7f1c-6f5a-4a3e-9a53-3b1f7e5f2c9d';

export const casePath = '/ims/case/v1p1';

/** Names of what we give as CASE: the same for the same thing, for good. */
export const caseNaming = (deps: {
  readonly digest: Pick<Digest, 'sha1'>;
  /** e.g. `https://sinau.example` */
  readonly origin: string;
}): Naming => ({
  base: `${deps.origin}${casePath}`,
  idOf: (...parts) => uuidOfParts(deps.digest, namespace, parts),
});
