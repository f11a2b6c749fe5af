import type { VersionRule } from '@sinau/catalogue';
import type { RegistrationStore } from '@sinau/delivery';
import { type EnrolmentStore, runningPages } from '@sinau/enrolment';

/** What a publication would do to those who take an older version, by each rule; people. */
export interface MoveEffect {
  /** Who takes an older version now. */
  readonly running: number;
  /** Of these, who have not launched anything yet. */
  readonly notStarted: number;
  /** How many would move, by rule. */
  readonly moving: Readonly<Record<VersionRule, number>>;
  /** Not everybody was counted: there are at least so many. */
  readonly partly: boolean;
}

/** Nobody waits longer for a number; a course of more is counted in part. */
const mostCounted = 2_000;
const pageSize = 100;

/** Counts people on versions before `version`, from enrolments and what delivery has of each. */
export async function readMoveEffect(
  deps: {
    readonly enrolments: Pick<EnrolmentStore, 'listRunning'>;
    readonly registrations: Pick<RegistrationStore, 'read'>;
  },
  input: { readonly courseId: string; readonly version: number },
): Promise<MoveEffect> {
  let [running, notStarted, partly] = [0, 0, false];
  for await (const page of runningPages(deps, { courseId: input.courseId, limit: pageSize })) {
    const older = page.enrolments.filter(({ version }) => version < input.version);
    const read = await Promise.all(older.map(({ registration }) => deps.registrations.read(registration)));
    // An enrolment follows a moment after its registration; who has finished or is out is moved by no rule.
    const states = read.filter((state) => !state?.satisfaction.course && state?.closedAt === undefined);
    running += states.length;
    notStarted += states.filter(
      (state) => !Object.values(state?.aus ?? {}).some(({ launchedAt }) => launchedAt !== undefined),
    ).length;
    partly = running >= mostCounted && page.hasMore;
    if (partly) break;
  }
  const moving = { stay: 0, 'move-not-started': notStarted, 'move-with-results': running };
  return { running, notStarted, moving, partly };
}
