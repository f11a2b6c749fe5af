import { type AuPrincipal, Unavailable } from '@sinau/kernel';
import { launchableItems, type ScormStart } from '@sinau/scorm';
import { readLaunch } from '../own-page/page-session.ts';
import { beginning } from '../own-page/page-statements.ts';
import { writePage } from '../own-page/write-page.ts';
import { rounds } from '../sessions.ts';
import { readScormSession, type ScormDeps, type ScormSession } from './scorm-session.ts';
import { itemStartOf } from './seeds.ts';
import type { ScormPackageState } from './state.ts';
import { packageVerdicts } from './verdicts.ts';

/** Commits of a SCO that is open and has something new come at least so often. */
const commitSeconds = 10;

/**
 * Everything the page needs to play the package from where the learner left it. The first start of a session is its
 * `initialized`; every start takes over from the one before (a reload, another tab). Rejects with `SessionEnded`,
 * `DeliveryNotFound`, `Unavailable`.
 */
export async function startScorm(
  deps: ScormDeps,
  input: { readonly principal: AuPrincipal; readonly commitUrl: string },
): Promise<ScormStart> {
  for (let round = 0; round < rounds; round += 1) {
    const scorm = await readScormSession(deps, input.principal);
    const known = await deps.scorm.readPackage(scorm.key);
    const whole = begun(scorm, known);
    const stamp = { digest: deps.digest, at: deps.clock.now().toISOString() };
    // What was reached and could not be said in an earlier session is said now.
    const verdicts = packageVerdicts(stamp, scorm, { status: whole.status, ending: false });
    const statements = [...beginning(stamp, scorm), ...verdicts];
    const traceless = scorm.mode !== 'normal';
    if (traceless && statements.length === 0) return startOf(deps, scorm, { whole, input });
    const saving = traceless ? undefined : await deps.scorm.saving({ whole });
    const written = await writePage(deps, scorm, { statements, saving });
    if (written === 'stored') return startOf(deps, scorm, { whole, input });
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

/** The package as the new run finds it. Sequencing of other files would lead nowhere. */
function begun(scorm: ScormSession, known: ScormPackageState | undefined): ScormPackageState {
  const { key, originHash, session, mode } = scorm;
  if (!known) {
    return {
      ...key,
      originHash,
      sessionId: session.terms.sessionId,
      ...{ run: 1, sequence: 0, standing: {}, globalObjectives: {}, sharedData: {}, preferences: {} },
      status: { completion: 'not attempted', success: 'unknown', score: {} },
      rev: 0,
    };
  }
  if (mode !== 'normal') return known;
  const { sequencingState, currentItemId, suspendedItemId, told, ...kept } = known;
  const place = {
    ...(sequencingState !== undefined && { sequencingState }),
    ...(currentItemId !== undefined && { currentItemId }),
    ...(suspendedItemId !== undefined && { suspendedItemId }),
    ...(told && { told }),
  };
  return {
    ...kept,
    ...(known.originHash === originHash && place),
    originHash,
    sessionId: session.terms.sessionId,
    run: known.run + 1,
    sequence: 0,
  };
}

async function startOf(
  deps: ScormDeps,
  scorm: ScormSession,
  { whole, input }: { readonly whole: ScormPackageState; readonly input: { readonly commitUrl: string } },
): Promise<ScormStart> {
  const { course, organization, mode, au, courseTitle, key } = scorm;
  const [items, learner, { returnUrl, locale }] = await Promise.all([
    deps.scorm.listItems(key),
    learnerOf(deps, scorm),
    readLaunch(deps, scorm),
  ]);
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const fresh = mode === 'browse';
  return {
    version: course.version,
    ...(course.edition !== undefined && { edition: course.edition }),
    organization,
    courseTitle,
    moduleTitle: au.title,
    locale,
    learner,
    mode,
    run: whole.run,
    items: launchableItems(organization).map((item) =>
      itemStartOf(scorm, item, { whole, item: byId.get(item.identifier), learner }),
    ),
    globalObjectives: fresh ? {} : whole.globalObjectives,
    ...(whole.sequencingState !== undefined && !fresh && { sequencingState: whole.sequencingState }),
    ...(whole.currentItemId !== undefined && !fresh && { currentItemId: whole.currentItemId }),
    commitUrl: input.commitUrl,
    returnUrl,
    ...(whole.savedAt !== undefined && { savedAt: whole.savedAt }),
    commitSeconds,
  };
}

/** A guest is called what the other system calls it. */
export async function learnerOf(
  deps: Pick<ScormDeps, 'learners'>,
  { state }: ScormSession,
): Promise<ScormStart['learner']> {
  const { personId, actor } = state;
  const person = personId === undefined ? undefined : await deps.learners.find(personId);
  return { id: actor.name, name: person?.name ?? actor.name };
}
