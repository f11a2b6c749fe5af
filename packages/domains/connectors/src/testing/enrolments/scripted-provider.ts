import {
  AdapterFailure,
  type AdapterFailureReason,
  EnrolmentUnconfirmed,
  type ProviderAdapter,
} from '../../ports.ts';

/**
 * What one call does: `answers` as asked; `lost`: it is carried out, and the answer is lost; `unseen`: it is carried out and not shown;
 * a failure: nothing is done.
 */
export type Script = 'answers' | 'lost' | 'unseen' | AdapterFailureReason;

const passing: readonly AdapterFailureReason[] = [
  'unreachable',
  'timeout',
  'throttled',
  'server-error',
  'full',
];

/** A provider with one course that does what it is told. */
export function scriptedProvider() {
  /** Who is enrolled there: subject by id of the learner. */
  const enrolled = new Map<string, string>();
  const keys = new Set<string>();
  const calls: string[] = [];
  let next: Script[] = [];
  const play = <Answer>(call: string, act: () => Answer): Answer => {
    calls.push(call);
    const script = next.shift() ?? 'answers';
    if (script === 'answers') return act();
    if (script === 'lost' || script === 'unseen') act();
    if (script === 'unseen') throw new EnrolmentUnconfirmed(`there-${call.split(' ')[1]}`);
    const reason = script === 'lost' ? 'timeout' : script;
    throw new AdapterFailure(reason, { passing: passing.includes(reason) });
  };
  const adapter: ProviderAdapter = {
    test: async () => [],
    readCourses: async function* () {},
    readResults: async function* () {},
    enrol: async ({ idempotencyKey, learner }) =>
      play(`enrol ${learner.subject}`, () => {
        keys.add(idempotencyKey);
        const externalLearnerId = `there-${learner.subject}`;
        const outcome = enrolled.has(externalLearnerId) ? ('was-enrolled' as const) : ('enrolled' as const);
        enrolled.set(externalLearnerId, learner.subject);
        return { externalLearnerId, outcome };
      }),
    unenrol: async ({ externalLearnerId }) =>
      play(`unenrol ${externalLearnerId}`, () => void enrolled.delete(externalLearnerId)),
    readEnrolments: async function* (externalCourseId) {
      play('readEnrolments', () => {});
      for (const [externalLearnerId, subject] of enrolled) {
        yield { externalCourseId, externalLearnerId, subject, state: 'active' };
      }
    },
  };
  return {
    adapter,
    calls,
    enrolled,
    keys,
    /** What the next calls do; afterwards all are answered. */
    script: (...scripts: readonly Script[]) => {
      next = [...scripts];
    },
  };
}
