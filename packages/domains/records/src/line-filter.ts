import type { AgencyId } from '@sinau/kernel';
import type { StoredStatement } from '@sinau/xapi';
import type { FeedLine } from './feed.ts';
import { factsOf, type StatementFacts } from './line-facts.ts';
import type { FilterDeps } from './open-filter.ts';
import { headOf, parseLine, storedOf } from './parse-line.ts';

/** Decides which lines a pull gets. */
export interface LineFilter {
  /** Looks up what deciding on these lines needs; answers how much work that was, a line that is at hand being 1. */
  prepare(lines: readonly FeedLine[]): Promise<number>;
  /** Of a line that was prepared. */
  matches(line: FeedLine): boolean;
}

/** A filter with everything in it looked up. */
export interface LineConditions {
  readonly agencyId: AgencyId;
  readonly units?: ReadonlySet<string>;
  readonly person?: string;
  readonly course?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A statement that has to be fetched from the record store counts as so many lines. */
const fetchedWeight = 20;
const fetchedTogether = 10;
/** A registration that has to be looked up. */
const lookedUpWeight = 3;

type Found = StatementFacts | 'excluded' | 'unknown';

export function createLineFilter(deps: FilterDeps, conditions: LineConditions): LineFilter {
  const decisions = new WeakMap<FeedLine, boolean>();
  const { from = '', to, person, course, units } = conditions;
  const inTime = (stored: string) => stored >= from && (to === undefined || stored < to);
  const timeOnly = person === undefined && course === undefined && units === undefined;

  /** From the line alone; undefined when the statement has to be fetched. */
  function atHand(line: FeedLine): Found | undefined {
    if (line.kind === 'reference') {
      if (!inTime(line.stored)) return 'excluded';
      return timeOnly ? { stored: line.stored, people: [], courses: [] } : undefined;
    }
    const { kind } = headOf(line.text);
    // Whose statement it was nobody knows any more, so everybody hears of it.
    if (kind === 'erase') return 'unknown';
    // A void goes where its statement goes, so that whoever has the statement hears of it.
    if (kind === 'void') return undefined;
    const stored = storedOf(line.text);
    if (!inTime(stored)) return 'excluded';
    if (timeOnly) return { stored, people: [], courses: [] };
    // An id has no character that JSON would write otherwise.
    if (person !== undefined && !line.text.includes(person)) return 'excluded';
    const parsed = parseLine(line.text);
    return parsed.kind === 'statement' ? factsOf(deps.courses, parsed.statement) : 'unknown';
  }

  async function fetched(line: FeedLine): Promise<Found> {
    const id = line.kind === 'reference' ? line.id : headOf(line.text).id;
    const json = await deps.bodies.find(id);
    if (json === undefined) return 'unknown';
    return factsOf(deps.courses, JSON.parse(json) as StoredStatement);
  }

  async function find(lines: readonly FeedLine[]) {
    const found = new Map<FeedLine, Found>();
    const missing: FeedLine[] = [];
    for (const line of lines) {
      const facts = atHand(line);
      if (facts === undefined) missing.push(line);
      else found.set(line, facts);
    }
    for (let start = 0; start < missing.length; start += fetchedTogether) {
      const part = missing.slice(start, start + fetchedTogether);
      const facts = await Promise.all(part.map(fetched));
      for (const [n, line] of part.entries()) found.set(line, facts[n] ?? 'unknown');
    }
    return { found, work: lines.length + missing.length * fetchedWeight };
  }

  return {
    async prepare(lines) {
      const { found, work } = await find(lines);
      const facts = [...found.values()].filter((one) => typeof one === 'object');
      const [members, courses] = await Promise.all([
        units === undefined ? undefined : membersOf(deps, conditions.agencyId, facts),
        course === undefined ? undefined : coursesOf(deps, facts),
      ]);
      const holds = (one: StatementFacts): boolean => {
        if (!inTime(one.stored)) return false;
        if (person !== undefined && !one.people.includes(person)) return false;
        if (units && !one.people.some((id) => units.has(members?.get(id)?.unitId ?? ''))) return false;
        return course === undefined || courseIdsOf(one, courses).includes(course);
      };
      for (const [line, one] of found) {
        // Of a void whose statement cannot be read any more everybody hears: it takes nothing away wrongly.
        decisions.set(line, typeof one === 'object' ? holds(one) : one === 'unknown');
      }
      return work + (courses?.size ?? 0) * lookedUpWeight;
    },
    matches(line) {
      const decision = decisions.get(line);
      if (decision === undefined) throw new Error('a line was not prepared');
      return decision;
    },
  };
}

function membersOf({ people }: FilterDeps, agencyId: AgencyId, facts: readonly StatementFacts[]) {
  return people.membersOf(agencyId, [...new Set(facts.flatMap((one) => one.people))]);
}

/** Only statements that name no course of ours are looked up by their registration. */
function coursesOf({ courses }: FilterDeps, facts: readonly StatementFacts[]) {
  const unclear = facts.filter((one) => one.courses.length === 0);
  return courses.coursesOfRegistrations([...new Set(unclear.flatMap((one) => one.registration ?? []))]);
}

/** The courses a statement belongs to: those it names, else the one that its registration is a run through. */
export function courseIdsOf(
  { courses, registration }: StatementFacts,
  byRegistration: ReadonlyMap<string, string> | undefined,
): readonly string[] {
  if (courses.length > 0) return courses;
  const course = byRegistration?.get(registration ?? '');
  return course === undefined ? [] : [course];
}
