import type { Signer } from '@sinau/kernel';
import type { Dispatch } from './dispatch.ts';

const purpose = 'dispatch-key';

/** What a stub shows to open launches. Derived: nowhere stored, and another one with every `keyVersion`. */
export function keyOf(
  { signer }: { readonly signer: Signer },
  { dispatchId, keyVersion }: Pick<Dispatch, 'dispatchId' | 'keyVersion'>,
): string {
  return signer.sign(purpose, `${dispatchId} ${keyVersion}`);
}

export function isKeyOf(
  { signer }: { readonly signer: Signer },
  { dispatchId, keyVersion }: Pick<Dispatch, 'dispatchId' | 'keyVersion'>,
  key: string,
): boolean {
  return signer.verify(purpose, `${dispatchId} ${keyVersion}`, key);
}

/** Digests of employee numbers can be guessed one by one; without the deployment's secret nobody can compare them with these. */
export function markOf(
  { signer }: { readonly signer: Signer },
  { dispatchId }: Pick<Dispatch, 'dispatchId'>,
  learner: string,
): string {
  return signer.sign('dispatch-learner', `${dispatchId} ${learner.toLowerCase()}`);
}
