import type { Clock } from '@sinau/kernel';
import type { PeopleColumn, PeopleProblem } from '@sinau/rostering/people';
import type { TableRow } from '@sinau/rostering/table';
import { type FileIndex, indexFile, type RowPlace, readRow } from './file-index.ts';
import type { RowResult } from './import-job.ts';
import { inTurns, type ListDesk } from './list-work.ts';
import type { AgencyDesk, ImportStore, PeopleDesk } from './ports.ts';
import { type RunInput, type RunOutcome, runList } from './run-list.ts';

export interface RunPeopleDeps {
  readonly imports: ImportStore;
  readonly people: PeopleDesk;
  readonly clock: Clock;
}

/** Goes on with a list of people where it stands. */
export const runPeopleImport = (deps: RunPeopleDeps, input: RunInput): Promise<RunOutcome> =>
  runList({ ...deps, desk: listOfPeople(deps) }, input);

interface Work {
  readonly index: FileIndex;
  readonly desk: AgencyDesk;
}

const listOfPeople = ({ people, clock }: RunPeopleDeps): ListDesk => ({
  mayImport: (by, agencyId) => people.mayImport(by, agencyId),
  async open({ agencyId, mapping }, { by, table }) {
    const work: Work = {
      desk: await people.open({ agencyId, by }),
      index: indexFile(table, mapping, clock.now()),
    };
    return {
      take: (rows, { isTrial }) => inTurns(rows, (row) => resultOf(work, readRow(row, work.index), isTrial)),
      settle: (rows, results) => placeSupervisors(work, rows, results),
    };
  },
});

/** Rows that waited for their supervisor, once everybody is there. */
function placeSupervisors(
  { desk, index }: Work,
  rows: readonly TableRow[],
  results: readonly RowResult[],
): Promise<readonly RowResult[]> {
  return inTurns(results, async (result) => {
    const row = rows.find((one) => one.row === result.row);
    const place = result.awaitsSupervisor && row ? readRow(row, index) : undefined;
    if (!place || !('value' in place)) return result;
    const taken = await desk.take(place.value, { isTrial: false, isExpected: () => false });
    if (taken.outcome === 'refused') return result;
    const { awaitsSupervisor: _, ...settled } = result;
    return settled;
  });
}

async function resultOf({ desk, index }: Work, place: RowPlace, isTrial: boolean): Promise<RowResult> {
  const { row, name, maskedNumber } = place;
  if ('problem' in place) {
    const { problem, column } = place;
    return { row, name, maskedNumber, outcome: 'refused', problem, ...(column && { column }) };
  }
  const isExpected = (number: string) => index.good.has(number);
  const taken = await desk.take(place.value, { isTrial, isExpected });
  const column = taken.outcome === 'refused' ? columnOf[taken.problem] : undefined;
  return { row, name, maskedNumber, ...taken, ...(column && { column }) };
}

/** Where people look first. */
const columnOf: Readonly<Partial<Record<PeopleProblem, PeopleColumn>>> = {
  'belongs-elsewhere': 'number',
  'email-missing': 'email',
  'email-taken': 'email',
  'number-other': 'number',
  'status-missing': 'status',
  'supervisor-unknown': 'supervisor',
  'unit-unclear': 'unit',
  'unit-unknown': 'unit',
};
