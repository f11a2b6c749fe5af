import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import { inEnvironment } from './change-environment.ts';
import type { Basis } from './lacks-of.ts';
import { newRow, nextRow } from './next-row.ts';
import type { CourseMapping, LineSource, PersonLines, SyncStore } from './ports.ts';
import type { SyncSettings } from './settings.ts';
import type { Content, Facts, SyncRow } from './sync-row.ts';

export interface FollowDeps extends SyncStore {
  readonly lines: Pick<LineSource, 'read' | 'homeOf'>;
  readonly clock: Clock;
}

/** Rows of one person that others change all the time are taken up when the fact comes again. */
const mostTries = 5;

/**
 * Brings the rows of a person in line with their ledger, whichever fact was told and however often. Rows stay with the agency that they were
 * made for while something of it stands in SIASN; everything else goes where the person is now.
 */
export async function followPerson(deps: FollowDeps, personId: PersonId): Promise<void> {
  for (let n = 0; n < mostTries; n += 1) if (await once(deps, personId)) return;
  throw new Error('rows of a person were changed by others all the time');
}

/** False: something was written by another in between. */
async function once(deps: FollowDeps, personId: PersonId): Promise<boolean> {
  const known = await deps.rows.listOf(personId);
  const settingsOf = cachedSettings(deps);
  // Asked first: most agencies have it off, and every fact of everybody comes by here.
  const homeId = known.length === 0 ? await deps.lines.homeOf(personId) : undefined;
  if (known.length === 0 && (homeId === undefined || !(await settingsOf(homeId))?.isOn)) return true;
  const person = await deps.lines.read(personId);
  const home = person?.agencyId === undefined ? undefined : await settingsOf(person.agencyId);
  const rows = new Map(known.map((row) => [row.lineId, row]));
  const withMapping = { ...deps, mapping: cachedMapping(deps) };
  let isDone = true;
  for (const row of known) {
    const settings = await settingsOf(agencyOfRow(row, person));
    const next = await nextOf(withMapping, { row, person, settings });
    if (next !== row) isDone = (await deps.rows.save(next)) === 'saved' && isDone;
  }
  for (const [lineId, content] of person?.lines ?? []) {
    if (rows.has(lineId) || !home || !isWanted(content, home)) continue;
    const basis = await basisOf(withMapping, { settings: home, content, nip: person?.nip });
    const row = newRow(
      { personId, lineId, agencyId: home.agencyId },
      { content, basis, now: deps.clock.now() },
    );
    isDone = (await deps.rows.save(row)) === 'saved' && isDone;
  }
  return isDone;
}

const isWanted = ({ to }: Content, { isOn, fromYear }: SyncSettings): boolean =>
  isOn && Number(to.slice(0, 4)) >= fromYear;

/** What stands there was brought by one agency, and is looked after by it. */
export function agencyOfRow(row: SyncRow, person: PersonLines | undefined): AgencyId {
  const isBound = isThere(row) || (row.aside?.environment === 'production' && isThere(row.aside));
  const isHeld = row.state === 'sending' || row.state === 'filed';
  return isBound || isHeld ? row.agencyId : (person?.agencyId ?? row.agencyId);
}

const isThere = ({ remote, standing, tried }: Facts): boolean =>
  remote !== undefined || standing !== undefined || tried !== undefined;

async function nextOf(
  deps: Pick<FollowDeps, 'clock'> & Courses,
  given: {
    readonly row: SyncRow;
    readonly person: PersonLines | undefined;
    readonly settings: SyncSettings | undefined;
  },
): Promise<SyncRow> {
  const { row, person, settings } = given;
  // Switched off: nothing moves.
  if (!settings?.isOn) return row;
  const now = deps.clock.now();
  const moved = settings.agencyId === row.agencyId ? row : { ...row, agencyId: settings.agencyId };
  const there = inEnvironment(moved, settings.environment, now);
  const content = person?.lines.get(row.lineId);
  const basis = await basisOf(deps, { settings, content, nip: person?.nip, chosen: row.chosen });
  return nextRow(there, { content, basis, now });
}

/** As far as rows of one person ask for it. */
interface Courses {
  readonly mapping: Pick<SyncStore['mapping'], 'courseOf'>;
}

/** Most lines are of few courses. */
function cachedMapping({ mapping }: Courses): Courses['mapping'] {
  const known = new Map<string, Promise<CourseMapping | undefined>>();
  return {
    courseOf(agencyId, courseId) {
      const key = JSON.stringify([agencyId, courseId]);
      const found = known.get(key) ?? mapping.courseOf(agencyId, courseId);
      known.set(key, found);
      return found;
    },
  };
}

export async function basisOf(
  { mapping }: Courses,
  given: {
    readonly settings: SyncSettings;
    readonly content: Content | undefined;
    readonly nip: string | undefined;
    readonly chosen?: SyncRow['chosen'];
  },
): Promise<Basis> {
  const { settings, content, nip, chosen } = given;
  const { courseId } = content ?? {};
  const known = courseId === undefined ? undefined : await mapping.courseOf(settings.agencyId, courseId);
  return { settings, nip, chosen, mapping: known };
}

function cachedSettings({ settings }: Pick<SyncStore, 'settings'>) {
  const known = new Map<AgencyId, Promise<SyncSettings | undefined>>();
  return (agencyId: AgencyId): Promise<SyncSettings | undefined> => {
    const found = known.get(agencyId) ?? settings.find(agencyId);
    known.set(agencyId, found);
    return found;
  };
}
