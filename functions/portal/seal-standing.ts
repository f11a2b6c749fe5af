import { readSeal, type SealRef } from '@sinau/sealing';
import type { SealStandingView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** How far the seal of a document is; undefined where nobody has asked for one. */
export async function standingOf(
  { sealReader }: Pick<PortalDeps, 'sealReader'>,
  ref: SealRef,
): Promise<SealStandingView | undefined> {
  const { state, because, seal } = await readSeal(await sealReader(), ref);
  if (state === 'none') return undefined;
  return { state, ...(because && { because }), ...(seal && { seal }) };
}
