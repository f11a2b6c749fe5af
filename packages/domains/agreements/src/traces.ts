import type { AgencyId } from '@sinau/kernel';
import { type DisclosedAttribute, traceMinutes } from './disclosure.ts';
import type { Disclosure, PersonDisclosures } from './ports.ts';

type One = Disclosure['people'][number];

/** Whether a disclosure tells more of a person than what stands already. */
export function isNews(known: PersonDisclosures | undefined, { attributes }: One, at: string): boolean {
  const oldest = new Date(Date.parse(at) - traceMinutes * 60_000).toISOString();
  return attributes.some((attribute) => {
    const trace = known?.attributes[attribute];
    return !trace || trace.last <= oldest;
  });
}

/** How many people of each agency a disclosure is about, by attribute. */
export function countByAgency({
  people,
}: Disclosure): ReadonlyMap<AgencyId, ReadonlyMap<DisclosedAttribute, number>> {
  const counts = new Map<AgencyId, Map<DisclosedAttribute, number>>();
  for (const { agencyId, attributes } of people) {
    if (agencyId === undefined) continue;
    const own = counts.get(agencyId) ?? new Map<DisclosedAttribute, number>();
    for (const attribute of attributes) own.set(attribute, (own.get(attribute) ?? 0) + 1);
    counts.set(agencyId, own);
  }
  return counts;
}
