import type { Jp, PersonId } from '@sinau/kernel';
import type { StandingDirectory } from '../ledger/standing.ts';
import type { LedgerStore, RuleStore } from '../ports.ts';
import { recognise } from '../recognise.ts';
import { rulesFor } from '../rules-for.ts';
import type { Rule } from './rule.ts';

/** What a rule would change for people in a year. */
export interface RulePreview {
  /** Whose recognised JP would be others. */
  readonly people: number;
  /** By so much together; negative: less. */
  readonly jp: Jp;
}

/** Recognises the ledgers of these people twice, with the row and without; writes nothing. */
export async function previewRule(
  deps: {
    readonly credit: Pick<LedgerStore, 'entriesOf'> & RuleStore;
    readonly standings: StandingDirectory;
  },
  asked: { readonly rule: Rule; readonly personIds: readonly PersonId[]; readonly year: number },
): Promise<RulePreview> {
  const { rule, personIds, year } = asked;
  const standings = await deps.standings.standingsOf(personIds);
  let people = 0;
  let jp = 0;
  for (const personId of personIds) {
    const standing = standings.get(personId);
    const entries = await deps.credit.entriesOf(personId);
    if (!standing || entries.length === 0) continue;
    const rules = await rulesFor(deps, { entries, standing });
    const sumBy = (of: readonly Rule[]) =>
      recognise(entries, { rules: of, standing })
        .filter((line) => line.year === year)
        .reduce((sum, { recognised }) => sum + recognised, 0);
    const difference = sumBy([...rules, rule]) - sumBy(rules);
    if (difference !== 0) people += 1;
    jp += difference;
  }
  return { people, jp: jp as Jp };
}
