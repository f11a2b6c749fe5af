import { contextExtensions } from '@sinau/cmi5';
import { nodeDigest } from '@sinau/platform/crypto';
import type { StoredStatement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { readSignal } from './read-signal.ts';

const part = 'a'.repeat(32);
const au = `https://sinau.example/activities/k/au/${part}`;

function read(over: Partial<StoredStatement>) {
  const statement = {
    ...{ id: 'i', timestamp: 't', stored: 't', version: '1.0.3', actor: {}, authority: {} },
    ...{ verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: { id: 'urn:soal' } },
    ...{ result: { response: 'a', success: true } },
    ...over,
  } as StoredStatement;
  return readSignal({ digest: nodeDigest }, { position: 'p', stored: 't', statement });
}

describe('readSignal', () => {
  it('places an answer of content that knows of no session by the part that the platform has added', () => {
    const grouping = [{ id: 'urn:paket' }, { id: au }];
    expect(read({ context: { contextActivities: { grouping } } })).toMatchObject({
      ...{ kind: 'answered', sessionId: `au-${part}`, answer: { response: 'a', score: 1 } },
    });
  });

  it.each(['Browse', 'Review'])('leaves out such an answer of a visit in mode %s', (mode) => {
    const extensions = { [contextExtensions.launchMode]: mode };
    expect(read({ context: { contextActivities: { grouping: [{ id: au }] }, extensions } })).toBeUndefined();
  });

  it('leaves out what belongs to no part, and other words without a session', () => {
    expect(read({ context: { contextActivities: { grouping: [{ id: 'urn:x' }] } } })).toBeUndefined();
    const verb = { id: 'http://adlnet.gov/expapi/verbs/experienced' };
    const context = { contextActivities: { grouping: [{ id: au }] } };
    expect(read({ verb, object: { id: `${au}/page/1` }, context })).toBeUndefined();
  });

  it.each([
    ['1', 1],
    ['500', 500],
    ['501', undefined],
    ['0', undefined],
    ['x', undefined],
  ])('reads page %s of a document as %s', (page, expected) => {
    const signal = read({
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: `${au}/page/${page}` },
      context: { extensions: { [contextExtensions.sessionId]: 's1' } },
    });
    expect(signal?.kind === 'page' ? signal.page : undefined).toBe(expected);
  });
});
