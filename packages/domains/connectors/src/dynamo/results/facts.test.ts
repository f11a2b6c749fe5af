import { resultArrivedSchema, resultPlacedSchema } from '@sinau/domain-events';
import { describe, expect, it } from 'vitest';
import type { InboxResult } from '../../results/inbox-result.ts';
import { at, registration, sampleResult } from '../../testing/results/sample-result.ts';
import { resultFacts } from './facts.ts';
import { toResultRow } from './rows.ts';

const { sent: _, ...event } = sampleResult();
const resultId = '00000000-0000-4000-8000-000000000001';
const rowOf = (decision: InboxResult['decision'], rev = 2) => toResultRow({ resultId, event, decision, rev });
const arrived = rowOf({ state: 'new' }, 1);
const place = { registration, moduleId: 'm1' };
const placed = rowOf({ state: 'placed', place, at: at(2) });

describe('resultFacts', () => {
  it('tell that a result came, once', () => {
    const [fact, ...others] = resultFacts({ after: arrived });
    expect(resultArrivedSchema.parse(fact)).toMatchObject({ resultId, occurredAt: at(1) });
    expect(others).toEqual([]);
    expect(resultFacts({ before: arrived, after: arrived })).toEqual([]);
  });

  it('tell where something else counts now, and where it did before', () => {
    const [fact, ...others] = resultFacts({ before: arrived, after: placed });
    expect(resultPlacedSchema.parse(fact)).toMatchObject(place);
    expect(others).toEqual([]);
    const moved = rowOf({ state: 'placed', place: { ...place, moduleId: 'm2' }, at: at(3) }, 3);
    const modules = resultFacts({ before: placed, after: moved }).map((one) => resultPlacedSchema.parse(one));
    expect(modules.map(({ moduleId }) => moduleId)).toEqual(['m1', 'm2']);
    const aside = rowOf({ state: 'set-aside', note: '-', at: at(3), by: 'siti' }, 3);
    expect(resultFacts({ before: placed, after: aside })).toMatchObject([place]);
  });

  it('tell nothing of unmatched results and other rows', () => {
    const unmatched = rowOf({ state: 'unmatched', reason: 'learner-unknown', at: at(2) });
    expect(resultFacts({ before: arrived, after: unmatched })).toEqual([]);
    expect(resultFacts({ before: placed })).toEqual([]);
    expect(resultFacts({ after: { ...placed, kind: 'result-version' } })).toEqual([]);
  });
});
