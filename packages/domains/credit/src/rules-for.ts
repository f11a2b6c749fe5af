import type { AgencyId } from '@sinau/kernel';
import type { Entry } from './ledger/entry.ts';
import type { PersonStanding } from './ledger/standing.ts';
import type { RuleStore } from './ports.ts';
import { nationalRules } from './rules/national-rules.ts';
import type { Rule } from './rules/rule.ts';

/** What the lines of a person are judged by: of the nation, and of every agency they were earned in. */
export async function rulesFor(
  { credit }: { readonly credit: Pick<RuleStore, 'rulesOf'> },
  { entries, standing }: { readonly entries: readonly Entry[]; readonly standing: PersonStanding },
): Promise<readonly Rule[]> {
  const agencies = new Set<AgencyId>(standing.agencyId === undefined ? [] : [standing.agencyId]);
  for (const entry of entries) {
    const said = entry.kind === 'earned' ? entry : entry.kind === 'corrected' ? entry.as : undefined;
    if (said?.agencyId !== undefined) agencies.add(said.agencyId);
  }
  return [...nationalRules, ...(await credit.rulesOf([...agencies]))];
}
