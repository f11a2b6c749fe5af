import type { AgencyId, EmploymentStatus, Jp, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { ComplianceStore, CountedPlace, Duty, YearCredit } from '../ports.ts';
import type { WalkDeps } from '../walk-agency.ts';
import { memoryComplianceStore } from './memory-compliance-store.ts';

/** What is true of somebody, for tests to change. */
export interface Truth {
  name: string;
  home: AgencyId;
  /** Where they count now; absent for whose account is closed. */
  place?: CountedPlace;
  status: EmploymentStatus;
  jp: Record<number, number>;
  /** Of a PPPK. @default the calendar year's */
  maximum?: YearCredit['maximum'];
  duties: Duty[];
}

/** People, their JP and their duties in memory. `pause` is awaited before every read of what is true. */
export function complianceWorld({ pause = async () => {} }: { readonly pause?: () => Promise<void> } = {}) {
  const people = new Map<PersonId, Truth>();
  const clock = fixedClock();
  const deps: WalkDeps & { readonly compliance: ComplianceStore } = {
    compliance: memoryComplianceStore(),
    workforce: {
      async personOf(personId) {
        await pause();
        const truth = people.get(personId);
        if (!truth) return undefined;
        const { name, place } = truth;
        return { name, placeOn: () => place, agencies: place ? [place] : [] };
      },
      async peopleOf(agencyId, { limit, after }) {
        const ids = [...people]
          .filter(([id, { home }]) => home === agencyId && (after === undefined || id > after))
          .map(([id]) => id)
          .toSorted();
        const personIds = ids.slice(0, limit);
        const last = personIds.at(-1);
        return { personIds, ...(ids.length > limit && last && { next: last }) };
      },
    },
    credits: {
      async yearsOf(personId, also) {
        await pause();
        const truth = people.get(personId);
        if (!truth) return [];
        const years = new Set([...Object.keys(truth.jp).map(Number), ...also]);
        return [...years].map((year) => creditOf(year, truth, truth.jp[year] ?? 0));
      },
    },
    duties: {
      async dutiesOf(personId) {
        await pause();
        return [...(people.get(personId)?.duties ?? [])];
      },
    },
    clock,
  };
  return { people, clock, deps };
}

function creditOf(
  year: number,
  { status, maximum }: Pick<Truth, 'status' | 'maximum'>,
  jp: number,
): YearCredit {
  const recognised = jp as Jp;
  return {
    ...{ year, status, recognised },
    ...(status === 'PNS' && { minimum: 2000 as Jp }),
    ...(status === 'PPPK' && { maximum: maximum ?? { jp: 2400 as Jp, recognised, to: `${year}-12-31` } }),
  };
}
