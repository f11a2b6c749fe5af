import { type AgencyId, type Clock, type PersonId, Unavailable } from '@sinau/kernel';
import type { CompetencyId } from './competency.ts';
import { type ClosingSource, type CountedPerson, gapsClosed, talliesOf } from './counted.ts';
import { compare } from './gap.ts';
import type { CountStore, PersonStore, StaffDirectory, StandardStore, Walk } from './ports.ts';
import { byPost, type PositionStandard, type PostKey, standardFor } from './standard.ts';

export interface RecountDeps {
  readonly staff: Pick<StaffDirectory, 'find'>;
  readonly standards: Pick<StandardStore, 'standards'>;
  readonly persons: Pick<PersonStore, 'of'>;
  readonly counts: Pick<CountStore, 'counted' | 'replace'>;
}

/** Each of several that race wins at least one round. */
const rounds = 8;

type Known = ReadonlyMap<PostKey, PositionStandard>;

/**
 * Makes what is counted of somebody anew from what is true now. What was counted is read before the truth, and replaced only as it was read, so
 * facts may come late, twice or in any order. Tells whether anything changed. `known`: standards of an agency, where many are counted at once.
 */
export async function recountPerson(
  deps: RecountDeps,
  personId: PersonId,
  known?: { readonly agencyId: AgencyId; readonly standards: Known },
): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const { rev, record: before } = await deps.counts.counted(personId);
    const truth = await truthOf(deps, personId, known);
    const after = truth?.record;
    if (contentOf(before) === contentOf(after)) return false;
    const closed = truth && gapsClosed(before, after, truth);
    const outcome = await deps.counts.replace({
      ...{ personId, rev, tallies: talliesOf(before, after), ...(closed && { closed }) },
      ...(after && { record: after }),
    });
    if (outcome === 'stored') return true;
  }
  throw new Unavailable('Too much is happening around this person at once; please try again.');
}

interface Truth {
  readonly record: CountedPerson;
  readonly today: string;
  /** What shows the levels of the record. */
  readonly sources: ReadonlyMap<CompetencyId, ClosingSource>;
}

/** People of agencies that have set no standard are not counted: nothing of theirs asks for anything. */
async function truthOf(
  deps: RecountDeps,
  personId: PersonId,
  known: { readonly agencyId: AgencyId; readonly standards: Known } | undefined,
): Promise<Truth | undefined> {
  const member = await deps.staff.find(personId);
  if (!member) return undefined;
  const { agencyId, name, unitId = '', post, today } = member;
  const standards =
    known?.agencyId === agencyId ? known.standards : byPost(await deps.standards.standards(agencyId));
  if (standards.size === 0) return undefined;
  const standard = standardFor(standards, post, today);
  const { assessments } = standard ? await deps.persons.of(personId) : { assessments: [] };
  const { rows } = compare(standard?.requirements ?? [], assessments, { agencyId, today });
  const record: CountedPerson = {
    ...{ personId, name, agencyId, unitId, criticality: standard?.criticality ?? 1 },
    ...(post && { post: post.title }),
    cells: rows.map(({ competencyId, required, held }) => ({
      ...{ competencyId, required },
      ...(held !== undefined && { held }),
    })),
  };
  const sources = rows.flatMap(({ competencyId, held, assessment }) =>
    held === undefined || !assessment
      ? []
      : [[competencyId, { method: assessment.method, assessedOn: assessment.assessedOn }] as const],
  );
  return { record, today, sources: new Map(sources) };
}

/** Properties in any order; cells in the order of the standard. */
const contentOf = (record: CountedPerson | undefined): string =>
  record === undefined
    ? ''
    : JSON.stringify({
        ...Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))),
        cells: record.cells.map(({ competencyId, required, held }) => [competencyId, required, held ?? null]),
      });

export interface WalkDeps extends RecountDeps {
  readonly staff: Pick<StaffDirectory, 'find' | 'peopleOf'>;
  readonly counts: Pick<CountStore, 'counted' | 'replace' | 'findWalk' | 'saveWalk'>;
  readonly standards: Pick<StandardStore, 'standards' | 'agencies'>;
  readonly clock: Clock;
}

const together = 100;

/**
 * Counts the people of an agency anew when a standard has changed, and once a day, since editions begin and assessments end by the calendar. From
 * where the walk before stopped; safe to repeat and to run twice at once. Tells how many people it has looked at; fewer than `most`: it is through.
 */
export async function walkAgency(
  deps: WalkDeps,
  input: { readonly agencyId: AgencyId; readonly changedAt: string; readonly most: number },
): Promise<number> {
  const { agencyId, changedAt, most } = input;
  const now = deps.clock.now().toISOString();
  const last = await deps.counts.findWalk(agencyId);
  // Of one that is under way when a standard changes, the first people have seen the old one.
  const isStale = !last || last.startedAt <= changedAt || last.startedAt.slice(0, 10) < now.slice(0, 10);
  if (!isStale && last.doneAt !== undefined) return 0;
  let walk: Walk = isStale ? { agencyId, startedAt: now, people: 0 } : last;
  const standards = byPost(await deps.standards.standards(agencyId));
  let looked = 0;
  while (walk.doneAt === undefined && looked < most) {
    const page = { limit: together, ...(walk.after !== undefined && { after: walk.after }) };
    const { personIds, next } = await deps.staff.peopleOf(agencyId, page);
    for (const personId of personIds) await recountPerson(deps, personId, { agencyId, standards });
    looked += personIds.length;
    walk = {
      ...{ agencyId, startedAt: walk.startedAt, people: walk.people + personIds.length },
      ...(next === undefined ? { doneAt: deps.clock.now().toISOString() } : { after: next }),
    };
    await deps.counts.saveWalk(walk);
  }
  return looked;
}

/**
 * Agencies whose turn it is, in order of their ids, until so many people have been looked at. One that fails keeps no other from its turn;
 * rejects with what failed when all had theirs.
 */
export async function walkAgencies(deps: WalkDeps, { most }: { readonly most: number }): Promise<number> {
  let looked = 0;
  const failures: Error[] = [];
  for (const { agencyId, changedAt } of await deps.standards.agencies()) {
    if (looked >= most) break;
    try {
      looked += await walkAgency(deps, { agencyId, changedAt, most: most - looked });
    } catch (cause) {
      failures.push(new Error(`competence of the agency ${agencyId} cannot be counted`, { cause }));
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, 'competence of agencies cannot be counted', { cause: failures[0] });
  }
  return looked;
}
