import type { AgencyId, Clock } from '@sinau/kernel';
import type { SealStore } from './ports.ts';
import type { SealRow } from './seal-row.ts';
import { isOpen, lacksOf, type SealSettings } from './settings.ts';

/** How the seal of an agency stands, for whoever runs the platform. Names nobody. */
export interface WatchedSeal {
  readonly settings: SealSettings;
  /** `lacking`: switched on, and something is missing or has ended. */
  readonly state: 'running' | 'paused' | 'lacking' | 'stopped';
  /** Documents that are to be sealed; of a thousand at most. */
  readonly waiting: number;
  readonly atLeast: boolean;
  /** Those that wait longest, of the ones that were counted. */
  readonly longest: readonly SealRow[];
}

const mostCounted = 1_000;
const shown = 5;
/** Agencies looked at together. */
const together = 10;

/** Agencies that have switched it on: those that stand still first, then by who waits longest. */
export async function watchSeals(
  deps: SealStore & { readonly clock: Clock },
): Promise<readonly WatchedSeal[]> {
  const agencies = await deps.settings.listOn();
  const found: WatchedSeal[] = [];
  for (let start = 0; start < agencies.length; start += together) {
    const some = await Promise.all(agencies.slice(start, start + together).map((one) => watched(deps, one)));
    found.push(...some.flatMap((one) => one ?? []));
  }
  return found.toSorted((a, b) => rank(a) - rank(b) || sinceOf(a).localeCompare(sinceOf(b)));
}

async function watched(
  { settings, rows, clock }: SealStore & { readonly clock: Clock },
  agencyId: AgencyId,
): Promise<WatchedSeal | undefined> {
  const [known, { rows: waiting, next }] = await Promise.all([
    settings.find(agencyId),
    rows.listIn(agencyId, 'waiting', { limit: mostCounted }),
  ]);
  if (!known?.isOn) return undefined;
  const longest = waiting.toSorted((a, b) => a.since.localeCompare(b.since)).slice(0, shown);
  const counts = { waiting: waiting.length, atLeast: next !== undefined };
  return { settings: known, state: stateOf(known, clock.now()), ...counts, longest };
}

function stateOf(settings: SealSettings, now: Date): WatchedSeal['state'] {
  if (settings.standstill) return 'stopped';
  if (lacksOf(settings, now).length > 0) return 'lacking';
  return isOpen(settings, now) ? 'running' : 'paused';
}

const rank = ({ state }: WatchedSeal) => ['stopped', 'lacking', 'paused', 'running'].indexOf(state);
const sinceOf = ({ longest }: WatchedSeal) => longest[0]?.since ?? '9';
