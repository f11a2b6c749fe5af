import { contentOf, courseOf } from '@sinau/delivery/testing';
import type { Enrolment } from '@sinau/enrolment';
import { expect, it } from 'vitest';
import { createProviderWords } from './provider-words.ts';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00.000Z`;

type Said = { readonly kind: string } & Readonly<Record<string, unknown>>;

const said = (n: number, result: Said, moduleId = 'm1') => ({
  resultId: `${result.kind}-${moduleId}-${n}`,
  decision: { state: 'placed', place: { registration: 'r1', moduleId }, at: day(n) },
  event: { receivedAt: day(n), result: { occurredAt: day(n), ...result } },
});
const word = (n: number, completed: boolean) => said(n, { kind: 'completion', completed });
const score = (n: number, given: number) => said(n, { kind: 'score', given, maximum: 100, isFinal: true });

interface Given {
  readonly results: readonly object[];
  readonly state?: Enrolment['state'];
  readonly moveOn?: 'Completed' | 'NotApplicable';
  readonly rule?: object;
  readonly waived?: boolean;
}

function wordOn({ results, state = 'completed', moveOn = 'Completed', ...given }: Given) {
  const { rule = { by: 'completed' }, waived = false } = given;
  const part = { moduleId: 'm1', kind: 'external', completion: rule };
  const content = contentOf(courseOf([[moveOn]]), part as never);
  const deps = {
    content: { find: async () => content },
    registrations: { read: async () => ({ aus: { 0: { completed: true, waived } } }) },
    results: { versionsOfRegistration: async () => results },
  };
  const enrolment = { registration: 'r1', courseId: 'c1', version: 1, state };
  return createProviderWords(deps as never).wordOn(enrolment as never);
}

it('a provider that has corrected nothing has said nothing more', async () => {
  expect(await wordOn({ results: [] })).toEqual({});
  expect(await wordOn({ results: [word(5, true), score(5, 80)] })).toEqual({});
});

it('a completion that is taken back does not stand from when the provider says so, and does again when it is given again', async () => {
  const back = [word(5, true), word(7, false), word(9, false)];
  expect(await wordOn({ results: back })).toMatchObject({
    ...{ takenBack: { at: day(7) }, completion: { from: 'completed', to: 'not-completed' } },
  });
  const again = await wordOn({ results: [...back, word(11, true)] });
  expect(again).toMatchObject({ completion: { at: day(11), to: 'completed' } });
  expect(again).not.toHaveProperty('takenBack');
});

it.each([
  ['before the course was completed', { state: 'active' }],
  ['of a part that has not to be done', { moveOn: 'NotApplicable' }],
  ['of a part that was waived', { waived: true }],
  ['where a mark is what counts, and stands', { rule: { by: 'pass', passMark: 0.7 } }],
] as const)('nothing is taken back %s', async (_, given) => {
  const results = [word(5, true), score(5, 80), word(7, false)];
  expect(await wordOn({ results, ...given })).not.toHaveProperty('takenBack');
});

it('a mark that sinks below what is asked for is a correction, and takes nothing away', async () => {
  const rule = { by: 'pass', passMark: 0.7 };
  expect(await wordOn({ results: [score(5, 85), score(7, 60)], rule })).toEqual({
    score: { at: day(7), from: 0.85, to: 0.6 },
  });
});

it('of several parts the newest correction is told', async () => {
  const other = (n: number, given: number) =>
    said(n, { kind: 'score', given, maximum: 100, isFinal: true }, 'm2');
  const results = [score(5, 85), score(6, 60), other(5, 40), other(8, 90)];
  expect(await wordOn({ results })).toEqual({ score: { at: day(8), from: 0.4, to: 0.9 } });
});

it('a lower mark takes nothing back, but a word after it that it is not completed does', async () => {
  const rule = { by: 'pass', passMark: 0.7 };
  const lowered = [score(5, 80), score(7, 30)];
  expect(await wordOn({ results: lowered, rule })).not.toHaveProperty('takenBack');
  const back = await wordOn({ results: [...lowered, word(9, false)], rule });
  expect(back).toMatchObject({ takenBack: { at: day(9) } });
  // Said before it was reached, it is no word about that.
  const before = await wordOn({ results: [word(3, false), ...lowered], rule });
  expect(before).not.toHaveProperty('takenBack');
  // What meets the rule again stands.
  expect(await wordOn({ results: [...lowered, word(9, false), score(11, 75)], rule })).not.toHaveProperty(
    'takenBack',
  );
});
