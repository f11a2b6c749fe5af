import { courseEvaluationId, type Evaluation } from '@sinau/evaluation';
import { evaluationOf, memoryEvaluationStores } from '@sinau/evaluation/testing';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluationsPlace } from './evaluations.ts';

const [sri, boss] = ['sri' as PersonId, 'boss' as PersonId];
const at = '2026-06-01T00:00:00.000Z';
const words = (text: string) => ({ wordsId: text, text, at });

describe('evaluations in copies and erasures', () => {
  let stores: ReturnType<typeof memoryEvaluationStores>;
  const hers = evaluationOf({
    ...{ personId: sri, asked: { at, supervisorId: boss } },
    reaction: {
      scores: { relevance: 4, delivery: 3, organisation: 3, intention: 4 },
      comment: words('Kata Sri'),
    },
    supervisor: { applied: 2, obstacle: 'no-time', example: words('Kata atasan') },
  });
  beforeEach(async () => {
    stores = memoryEvaluationStores();
    await stores.evaluations.step(undefined, hers);
  });
  const place = () => evaluationsPlace(stores, 0);
  const subject = (personId: PersonId, keepVerbs?: readonly string[]) =>
    ({
      personId,
      agencyId: 'bkn',
      untilMs: Date.parse(at),
      ...(keepVerbs && { keepVerbs }),
    }) as unknown as Parameters<ReturnType<typeof place>['count']>[0];
  const order = (personId: PersonId, keepVerbs?: readonly string[]) => subject(personId, keepVerbs) as never;
  const copyOf = async (personId: PersonId) =>
    JSON.stringify(await place().copy?.(order(personId), undefined));
  const erased = async (personId: PersonId, keepVerbs?: readonly string[]) =>
    (await place().erase?.(order(personId, keepVerbs), undefined))?.counts;
  const counted = async (personId: PersonId) => (await place().count(subject(personId), undefined)).counts;
  const sums = async () => {
    const { owner, year, subject: of } = hers;
    const found = await stores.results.find({ scope: { kind: 'owner', owner }, year, subject: of });
    return Object.keys(found?.sums ?? {}).filter((name) => !name.endsWith('.given'));
  };

  it('a copy holds what somebody said themselves, of the supervisor that they have answered', async () => {
    const own = await copyOf(sri);
    expect(own).toContain('Kata Sri');
    expect(own).toContain('"supervisorAnswered":true');
    expect(own).not.toContain('Kata atasan');
    const theirs = await copyOf(boss);
    expect(theirs).toContain('Kata atasan');
    expect(theirs).not.toContain('Kata Sri');
    expect(theirs).not.toContain('"sri"');
  });

  it('an erasure takes back what they said, and the sums and words with it; a rule of retention nothing', async () => {
    expect(await counted(sri)).toEqual({ evaluations: 1 });
    expect(await erased(sri, [])).toEqual({ evaluations: 0 });
    expect(await erased(boss)).toEqual({ evaluations: 1 });
    const left = (await stores.evaluations.find(hers)) as Evaluation;
    expect(left).not.toHaveProperty('supervisor');
    expect(left.asked).toEqual({ at });
    expect((await sums()).filter((name) => name.startsWith('s'))).toEqual([]);
    expect(await erased(sri)).toEqual({ evaluations: 1 });
    expect(await sums()).toEqual([]);
    const of = { personId: sri, evaluationId: courseEvaluationId('r1') };
    expect(await stores.evaluations.find(of)).toBeUndefined();
    expect(await counted(sri)).toEqual({ evaluations: 0 });
  });
});
