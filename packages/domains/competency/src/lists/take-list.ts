import { DomainError, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import type { Table } from '@sinau/rostering/table';
import { type AssessDeps, recordAssessment } from '../assess.ts';
import { agencyOf } from '../authority.ts';
import { describeTechnical } from '../dictionary.ts';
import type { StandardStore } from '../ports.ts';
import { postKeyOf, setStandard } from '../standards.ts';
import { type ColumnName, type ListKind, mappingOf, missingHeads } from './list-columns.ts';
import {
  assessmentLineIn,
  type ListProblem,
  type ReadRow,
  type RowFinding,
  readRow,
  type StandardLine,
  standardAimedAt,
  standardLineIn,
  technicalIn,
} from './read-rows.ts';

export interface ListDeps extends AssessDeps {
  readonly standards: StandardStore;
  /** Whose employee number it is; undefined for nobody. */
  readonly personWith: (number: string) => Promise<PersonId | undefined>;
}

/** Rows of one list: it is taken while somebody waits for the answer. */
export const mostListRows = 500;

export interface ListRow {
  readonly row: number;
  readonly outcome: 'created' | 'changed' | 'skipped' | 'refused';
  /** As the row says, so that people find it. */
  readonly about: string;
  readonly problem?: ListProblem;
  readonly column?: ColumnName;
}

export type ListOutcome =
  | { readonly outcome: 'refused'; readonly missing: readonly string[] }
  | { readonly outcome: 'refused'; readonly tooMany: number }
  | { readonly outcome: 'read'; readonly rows: readonly ListRow[] };

interface Call {
  readonly principal: PersonPrincipal;
  readonly isTrial: boolean;
}

/**
 * Tries a list, or takes it: each row is what a form would send, so that rules and refusals are the same. Rows that are wrong are told with their
 * reason, the others are taken; what is so already is skipped, so a list that was mended is sent again as a whole.
 */
export async function takeList(
  deps: ListDeps,
  input: Call & { readonly kind: ListKind; readonly table: Table },
): Promise<ListOutcome> {
  const { kind, table } = input;
  agencyOf(input.principal);
  const mapping = mappingOf(kind, table.heads);
  const missing = missingHeads(kind, mapping);
  if (missing.length > 0) return { outcome: 'refused', missing };
  if (table.rows.length > mostListRows) return { outcome: 'refused', tooMany: table.rows.length };
  const about = aboutOf(mapping, table);
  const taken = await takers[kind](deps, input, { table, mapping });
  const rows = taken.map((one) => ({ ...one, about: about.get(one.row) ?? '' }));
  return { outcome: 'read', rows: rows.toSorted((a, b) => a.row - b.row) };
}

type Taken = Omit<ListRow, 'about'>;
interface Given {
  readonly table: Table;
  readonly mapping: ReadonlyMap<ColumnName, number>;
}

/** The first cells of each row that mean something, without the number of a person. */
function aboutOf(mapping: Given['mapping'], { rows }: Table): ReadonlyMap<number, string> {
  const names: readonly ColumnName[] = ['post', 'name', 'code', 'assessedOn'];
  const shown = names.flatMap((name) => mapping.get(name) ?? []);
  return new Map(
    rows.map(({ row, cells }) => [
      row,
      shown
        .map((at) => (cells[at] ?? '').slice(0, 80))
        .filter((cell) => cell !== '')
        .join(' · '),
    ]),
  );
}

const problemOf: Readonly<Record<string, ListProblem>> = {
  'competency.unknown': 'unknown-competency',
  'competency.wrong-day': 'wrong-day',
  'competency.full': 'full',
  'competency.changed': 'changed',
  'competency.not-found': 'unknown-person',
  'competency.move-not-allowed': 'oneself',
};

/** What a use case refuses is said of its row. */
async function outcomeOf(
  row: number,
  run: () => Promise<'created' | 'changed' | 'skipped' | RowFinding>,
): Promise<Taken> {
  try {
    const done = await run();
    return typeof done === 'string' ? { row, outcome: done } : { row, outcome: 'refused', ...done };
  } catch (error) {
    const problem = error instanceof DomainError ? problemOf[error.code] : undefined;
    if (problem === undefined) throw error;
    return { row, outcome: 'refused', problem };
  }
}

const refusedRow = ({ row, finding }: { readonly row: number; readonly finding: RowFinding }): Taken => ({
  ...{ row, outcome: 'refused', ...finding },
});

/** One after another; of two that say the same thing of the same the second is refused. */
async function eachOnce<Said>(
  rows: readonly ReadRow<Said>[],
  nameOf: (said: Said) => string,
  take: (said: Said) => Promise<'created' | 'changed' | 'skipped' | RowFinding>,
): Promise<readonly Taken[]> {
  const seen = new Set<string>();
  const taken: Taken[] = [];
  for (const one of rows) {
    if (!('said' in one)) {
      taken.push(refusedRow(one));
      continue;
    }
    const name = nameOf(one.said);
    if (seen.has(name)) taken.push({ row: one.row, outcome: 'refused', problem: 'twice' });
    else taken.push(await outcomeOf(one.row, () => take(one.said)));
    seen.add(name);
  }
  return taken;
}

type Taker = (deps: ListDeps, call: Call, given: Given) => Promise<readonly Taken[]>;

const takers: Readonly<Record<ListKind, Taker>> = {
  dictionary: (deps, { principal, isTrial }, { table, mapping }) =>
    eachOnce(
      table.rows.map((row) => readRow(row.row, () => technicalIn(mapping, row))),
      ({ code, from }) => JSON.stringify([code, from]),
      (request) => describeTechnical(deps, { agencyId: agencyOf(principal), request, isTrial }),
    ),
  standards: takeStandards,
  assessments: (deps, call, { table, mapping }) =>
    eachOnce(
      table.rows.map((row) => readRow(row.row, () => assessmentLineIn(mapping, row))),
      ({ number, request: { competencyId, assessedOn, method } }) =>
        JSON.stringify([number, competencyId, assessedOn, method]),
      async ({ number, request }) => {
        const { principal, isTrial } = call;
        const personId = await deps.personWith(number);
        const member = personId && (await deps.staff.find(personId));
        // Whoever is of another agency is answered like nobody (case C2).
        if (!member || member.agencyId !== agencyOf(principal))
          return { problem: 'unknown-person', column: 'number' };
        if (personId === principal.personId) return { problem: 'oneself', column: 'number' };
        const by = { id: principal.personId, name: principal.name, as: 'agency' } as const;
        return recordAssessment(deps, { member, by, request, isTrial });
      },
    ),
};

/** Rows of one post and day are one standard, whole: what is not in the list is not asked for. One wrong row keeps the whole standard as it is. */
async function takeStandards(
  deps: ListDeps,
  call: Call,
  { table, mapping }: Given,
): Promise<readonly Taken[]> {
  const read = table.rows.map((row) => readRow(row.row, () => standardLineIn(mapping, row)));
  const groups = new Map<string, { readonly row: number; readonly said: StandardLine }[]>();
  const broken = new Set<string>();
  const taken: Taken[] = [];
  for (const [n, one] of read.entries()) {
    if ('said' in one) {
      const name = nameOf(one.said);
      groups.set(name, [...(groups.get(name) ?? []), one]);
      continue;
    }
    taken.push(refusedRow(one));
    const row = table.rows[n];
    const aim = row && standardAimedAt(mapping, row);
    if (aim) broken.add(nameOf(aim));
  }
  for (const [name, lines] of groups) {
    const [first] = lines;
    const isBroken = broken.has(name) || (first && broken.has(nameOf({ post: first.said.post })));
    const whole = lines.map(({ row }): Taken => ({ row, outcome: 'refused', problem: 'whole' }));
    taken.push(...(isBroken ? whole : await takeStandard(deps, call, lines)));
  }
  return taken;
}

const nameOf = ({ post, from = '' }: Pick<StandardLine, 'post'> & { readonly from?: string }): string =>
  JSON.stringify([postKeyOf(post), from]);

async function takeStandard(
  deps: ListDeps,
  { principal, isTrial }: Call,
  lines: readonly { readonly row: number; readonly said: StandardLine }[],
): Promise<readonly Taken[]> {
  const [first] = lines;
  if (!first) return [];
  const { post, from, criticality, legalBasis } = first.said;
  const ids = lines.map(({ said }) => said.requirement.competencyId);
  const twice = lines.find(({ said }, n) => ids.indexOf(said.requirement.competencyId) < n);
  if (twice) return lines.map(({ row }) => ({ row, outcome: 'refused', problem: 'twice' }));
  if (lines.length > 25) return lines.map(({ row }) => ({ row, outcome: 'refused', problem: 'full' }));
  const request = {
    ...{ post, from, criticality, verified: false, requirements: lines.map(({ said }) => said.requirement) },
    ...(legalBasis !== undefined && { legalBasis }),
  };
  const whole = await outcomeOf(first.row, () =>
    setStandard(deps, { agencyId: agencyOf(principal), request, isTrial }),
  );
  return lines.map(({ row }) => ({ ...whole, row }));
}
