import type { AgencyId, Jp } from '@sinau/kernel';
import { type Steps, stepsOf } from './funnel-steps.ts';
import type { ComplianceStore } from './ports.ts';
import type { Counts } from './tally.ts';

/** A whole agency in a year, whatever its units are. */
export interface AgencySums {
  readonly people: number;
  /** Of those whom a minimum of JP holds for. */
  readonly met: number;
  readonly below: number;
  /** Recognised, all together. */
  readonly jp: Jp;
}

/** Of the year, and those that are done once; `people`: at least so many they are of. */
export interface DutySums {
  readonly people: number;
  readonly steps: Steps;
}

/** Made of counters alone. Whoever shows it hides groups that are too small. */
export async function readSums(
  { compliance }: { readonly compliance: Pick<ComplianceStore, 'countsOf'> },
  { agencyId, year }: { readonly agencyId: AgencyId; readonly year: number },
): Promise<AgencySums> {
  const coverage = await compliance.countsOf({ kind: 'coverage', agencyId, year });
  return {
    ...{ people: sumOf(coverage, 'people'), met: sumOf(coverage, 'met'), below: sumOf(coverage, 'below') },
    jp: sumOf(coverage, 'jp') as Jp,
  };
}

/** The same of what people owe. */
export async function readDutySums(
  { compliance }: { readonly compliance: Pick<ComplianceStore, 'countsOf'> },
  { agencyId, year }: { readonly agencyId: AgencyId; readonly year: number },
): Promise<DutySums> {
  const steps = await Promise.all(
    [String(year), 'once'].map((period) => compliance.countsOf({ kind: 'steps', agencyId, period })),
  );
  return {
    people: Math.max(...steps.map((counts) => sumOf(counts, 'people'))),
    steps: stepsOf((step) => steps.reduce((all, counts) => all + sumOf(counts, step), 0)),
  };
}

const sumOf = (counts: ReadonlyMap<string, Counts>, name: string): number =>
  [...counts.values()].reduce((sum, by) => sum + (by[name] ?? 0), 0);
