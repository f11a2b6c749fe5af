import type { AgencyId } from '@sinau/kernel';
import { SealChanged } from './errors.ts';
import type { SealSettingsStore } from './ports.ts';
import type { SealSettings } from './settings.ts';

/** Others write as well; each time it is made anew from what is there. */
const rounds = 5;

/** What the worker notes of an agency. Undefined: there is nothing to note, or no such agency. */
export async function noteSettings(
  { settings }: { readonly settings: SealSettingsStore },
  agencyId: AgencyId,
  change: (before: SealSettings) => SealSettings | undefined,
): Promise<SealSettings | undefined> {
  for (let round = 0; round < rounds; round += 1) {
    const before = await settings.find(agencyId);
    const next = before && change(before);
    if (!next) return undefined;
    if ((await settings.save(next)) === 'saved') return { ...next, rev: next.rev + 1 };
  }
  throw new SealChanged();
}
