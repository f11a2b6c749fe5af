import { type AgencyId, InvalidInput, type PersonId } from '@sinau/kernel';
import { createLineFilter, type LineFilter } from './line-filter.ts';
import type { CourseDirectory, PeopleDirectory, StatementBodies } from './ports.ts';

/** What a pull asks for. All that is given must hold. */
export interface PullFilter {
  /** Unit of the agency: statements of people who are in it, or in a unit below it, at the time of the pull. */
  readonly unit?: string;
  /** Internal id. */
  readonly person?: string;
  /** In place of `person`: a number that somebody of the agency has or had. */
  readonly employeeNumber?: string;
  readonly course?: string;
  /** Stored at or after; ISO 8601 UTC with milliseconds. */
  readonly from?: string;
  /** Stored before; ISO 8601 UTC with milliseconds. */
  readonly to?: string;
}

/** A filter that is ready to decide on lines. */
export interface OpenedFilter {
  /** Its one spelling, a query string without employee number; empty when every line is asked for. */
  readonly text: string;
  /** Absent when every line is asked for. */
  readonly lines?: LineFilter;
  /** Nothing that was stored before is asked for; epoch milliseconds. */
  readonly fromMs?: number;
}

export interface FilterDeps {
  readonly people: PeopleDirectory;
  readonly courses: CourseDirectory;
  readonly bodies: StatementBodies;
}

/**
 * Looks up unit and employee number. Throws `InvalidInput` for those that the agency does not have: absent and foreign
 * get the same answer.
 */
export async function openFilter(
  deps: FilterDeps,
  request: { readonly agencyId: AgencyId; readonly filter: PullFilter },
): Promise<OpenedFilter> {
  const { agencyId, filter } = request;
  const { unit, course, from, to } = filter;
  const person = await personOf(deps, request);
  const units = unit === undefined ? undefined : await deps.people.unitsUnder(agencyId, unit);
  if (unit !== undefined && !units) throw wrong('unit', 'is no unit of your agency');
  if (from !== undefined && to !== undefined && from >= to) throw wrong('to', 'is not after "from"');
  const given = Object.entries({ course, from, person, to, unit }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  if (given.length === 0) return { text: '' };
  const lines = createLineFilter(deps, {
    agencyId,
    ...(units && { units }),
    ...(person !== undefined && { person }),
    ...(course !== undefined && { course }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  const text = new URLSearchParams(given).toString();
  return { text, lines, ...(from !== undefined && { fromMs: Date.parse(from) }) };
}

async function personOf(
  deps: FilterDeps,
  { agencyId, filter }: { readonly agencyId: AgencyId; readonly filter: PullFilter },
): Promise<PersonId | string | undefined> {
  const { person, employeeNumber } = filter;
  if (employeeNumber === undefined) return person;
  if (person !== undefined) throw wrong('employeeNumber', 'cannot be given together with "person"');
  const found = await deps.people.findByEmployeeNumber(agencyId, employeeNumber);
  if (!found) throw wrong('employeeNumber', 'is the number of nobody in your agency');
  return found;
}

function wrong(name: string, message: string): InvalidInput {
  return new InvalidInput('The query is not right.', { issues: [{ path: `/${name}`, message }] });
}
