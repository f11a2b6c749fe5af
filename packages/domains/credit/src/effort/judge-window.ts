import type { HoldReason } from '../ledger/entry.ts';
import type { Completion } from '../ports.ts';
import type { EffortRule } from '../rules/rule.ts';
import { leastSecondsOf } from './judge-effort.ts';
import type { WorkSession } from './sessions.ts';

const ms = (at: string) => Date.parse(at);

/**
 * Another system tells no times, but nobody learns longer than from the beginning to the end. It begins where a part was opened
 * first from here, or with the enrolment where none was: providers let people in by themselves. It ends where the provider
 * says that it was done, since its word may come days later, or with the last sign of work here.
 */
export function judgeWindow(
  completion: Pick<Completion, 'shown' | 'stated' | 'elsewhere' | 'enrolledAt' | 'completedAt'>,
  sessions: readonly WorkSession[],
  rule: EffortRule,
): HoldReason | undefined {
  const { shown, stated, enrolledAt, completedAt, elsewhere: { openedAt, doneAt } = {} } = completion;
  const all = allParts(shown);
  if (shown.elsewhere === 0) return undefined;
  const leastSeconds = leastSecondsOf(stated, rule, { parts: shown.here + shown.elsewhere, all });
  const from =
    openedAt === undefined ? ms(enrolledAt) : Math.min(ms(openedAt), ...sessions.map((one) => one.from));
  const to = doneAt === undefined ? ms(completedAt) : Math.max(ms(doneAt), ...sessions.map((one) => one.to));
  const seconds = Math.max(0, Math.floor((Math.min(to, ms(completedAt)) - from) / 1000));
  if (seconds >= leastSeconds) return undefined;
  return {
    ...{ code: 'too-fast', seconds, leastSeconds, unmeasured: { parts: shown.elsewhere, all } },
    since: openedAt === undefined ? 'enrolled' : 'opened',
    until: doneAt === undefined ? 'completed' : 'told',
  };
}

export const allParts = ({ here, elsewhere, waived }: Completion['shown']): number =>
  here + elsewhere + waived;
