import type { AuVerdict } from '@sinau/cmi5';
import {
  courseCompletedStatement,
  type DocumentContext,
  launchableItems,
  mapStatements,
  xapiScore,
} from '@sinau/scorm';
import type { Statement } from '@sinau/xapi';
import { ending, inSession } from '../own-page/page-statements.ts';
import { contextOf, type ItemChange } from './apply-item.ts';
import type { PackageChange } from './apply-package.ts';
import type { ScormDeps, ScormSession } from './scorm-session.ts';
import { packageVerdicts, successOf } from './verdicts.ts';

/** A change as xAPI, in the order of its happening: the SCO, the package, the AU, the end. */
export function tellChange(
  deps: ScormDeps,
  scorm: ScormSession,
  step: {
    /** Of the item, where one has changed. */
    readonly context: DocumentContext | undefined;
    readonly change: ItemChange | undefined;
    readonly next: PackageChange;
    readonly leaving: boolean;
    readonly at: string;
    readonly partial: boolean;
  },
): {
  readonly statements: readonly Statement[];
  readonly standing: Pick<AuVerdict, 'judged' | 'progress' | 'score'>;
} {
  const { context, change, next, leaving, at } = step;
  const stamp = { digest: deps.digest, at };
  const { status } = next.whole;
  const ofItem = context && change ? mapStatements(change.before, change.after, context) : [];
  // Once a registration, and the registration knows.
  const isTold = scorm.state.aus[scorm.session.auIndex]?.completed === true;
  const ofPackage = next.completed && !isTold ? [packageCompleted(deps, scorm, step)] : [];
  const success = successOf(scorm, status);
  const scaled = xapiScore(scorm.course.version, status.score)?.scaled;
  return {
    statements: [
      ...[...ofItem, ...ofPackage].map((statement) => inSession(scorm, statement)),
      ...(step.partial ? [] : packageVerdicts(stamp, scorm, { status, ending: leaving })),
      ...(leaving ? ending(stamp, scorm) : []),
    ],
    standing: {
      progress: next.percent,
      ...(success === 'failed' && { judged: 'failed', ...(scaled !== undefined && { score: scaled }) }),
    },
  };
}

function packageCompleted(
  deps: ScormDeps,
  scorm: ScormSession,
  {
    context,
    next,
    at,
  }: {
    readonly context: DocumentContext | undefined;
    readonly next: PackageChange;
    readonly at: string;
  },
) {
  const { success, score } = next.whole.status;
  const [first] = launchableItems(scorm.organization);
  const order = { run: next.whole.run, visit: 1, sequence: next.whole.sequence };
  const own =
    context ??
    (first && contextOf(deps, scorm, { manifestItem: first, order, attempt: 1, entry: 'resume', at }));
  if (!own) throw new TypeError('a package without anything to launch was never started');
  return courseCompletedStatement(own, {
    // Once a registration.
    occasion: '1',
    ...(success !== 'unknown' && { success: success === 'passed' }),
    score,
  });
}
