import { type Clock, type PersonId, Unavailable } from '@sinau/kernel';
import { type CountedRecord, recordKey } from './counted.ts';
import {
  type ComplianceStore,
  type CreditDirectory,
  type DutyDirectory,
  mostTogether,
  type Workforce,
} from './ports.ts';
import { recordsOfPerson } from './records-of-person.ts';
import { reportingDay } from './reporting-day.ts';
import { talliesOf } from './tally.ts';

export interface RecountDeps {
  readonly compliance: Pick<ComplianceStore, 'recordsOf' | 'replace'>;
  readonly workforce: Pick<Workforce, 'personOf'>;
  readonly credits: CreditDirectory;
  readonly duties: DutyDirectory;
  readonly clock: Clock;
}

/** Each of several that race wins at least one round; a person with many duties takes a few by itself. */
const rounds = 12;

/**
 * Makes what is counted of somebody anew from what is true now. What was counted is read before the truth, and replaced only as
 * it was read: whoever has seen an older truth never writes over a newer one, and counters change by exact differences. So
 * facts may come late, twice or in any order. Tells whether anything changed.
 */
export async function recountPerson(deps: RecountDeps, personId: PersonId): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const outcome = await recountOnce(deps, personId);
    if (outcome === 'same') return round > 0;
    if (outcome === 'whole') return true;
  }
  throw new Unavailable('Too much is happening around this person at once; please try again.');
}

async function recountOnce(
  deps: RecountDeps,
  personId: PersonId,
): Promise<'same' | 'whole' | 'part' | 'conflict'> {
  const { rev, records: before } = await deps.compliance.recordsOf(personId);
  const after = await truthOf(deps, personId, before);
  const changes = changesOf(before, after);
  if (changes.length === 0) return 'same';
  const some = changes.slice(0, mostTogether);
  const gone = some.flatMap((change) => change.gone ?? []);
  const come = some.flatMap((change) => change.come ?? []);
  const at = deps.clock.now().toISOString();
  const tallies = talliesOf({ gone, come });
  const outcome = await deps.compliance.replace({ personId, rev, gone, come, tallies, at });
  if (outcome === 'conflict') return 'conflict';
  return some.length < changes.length ? 'part' : 'whole';
}

/** Years that were counted before are looked at again: a past one may have been corrected. */
async function truthOf(
  { workforce, credits, duties, clock }: RecountDeps,
  personId: PersonId,
  before: readonly CountedRecord[],
): Promise<readonly CountedRecord[]> {
  const today = reportingDay(clock.now());
  const known = before.flatMap((record) => (record.kind === 'year' ? [record.year] : []));
  const also = [...new Set([Number(today.slice(0, 4)), ...known])];
  const person = await workforce.personOf(personId);
  if (!person) return [];
  const [years, owed] = await Promise.all([credits.yearsOf(personId, also), duties.dutiesOf(personId)]);
  return recordsOfPerson({ personId, person, years, duties: owed, today });
}

interface Change {
  readonly gone?: CountedRecord;
  readonly come?: CountedRecord;
}

function changesOf(before: readonly CountedRecord[], after: readonly CountedRecord[]): readonly Change[] {
  const was = new Map(before.map((record) => [nameOf(record), record]));
  const is = new Map(after.map((record) => [nameOf(record), record]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [gone, come] = [was.get(name), is.get(name)];
    if (gone && come && contentOf(gone) === contentOf(come)) return [];
    return [{ ...(gone && { gone }), ...(come && { come }) }];
  });
}

const nameOf = (record: CountedRecord): string => JSON.stringify(recordKey(record));

/** Properties in any order. */
const contentOf = (record: CountedRecord): string =>
  JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
