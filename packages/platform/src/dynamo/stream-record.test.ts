import { describe, expect, it } from 'vitest';
import { readStreamRecord } from './stream-record.ts';

const record = {
  eventID: 'c4ca4238a0b923820dcc509a6f75849b',
  eventName: 'MODIFY',
  dynamodb: {
    Keys: { pk: { S: 'p' }, sk: { S: 's' } },
    OldImage: { pk: { S: 'p' }, sk: { S: 's' }, n: { N: '1' } },
    NewImage: {
      pk: { S: 'p' },
      sk: { S: 's' },
      n: { N: '2.5' },
      yes: { BOOL: true },
      none: { NULL: true },
      body: { B: 'AQID' },
      list: { L: [{ S: 'a' }, { N: '1' }] },
      map: { M: { deep: { M: {} } } },
      texts: { SS: ['a'] },
      numbers: { NS: ['1'] },
      bodies: { BS: ['AQID'] },
    },
    SequenceNumber: '111',
  },
} as const;

describe('readStreamRecord', () => {
  it('reads every kind of value as the document client does', () => {
    expect(readStreamRecord(record as never)).toEqual({
      eventId: record.eventID,
      sequenceNumber: '111',
      kind: 'modify',
      expired: false,
      key: { pk: 'p', sk: 's' },
      before: { pk: 'p', sk: 's', n: 1 },
      after: {
        pk: 'p',
        sk: 's',
        n: 2.5,
        yes: true,
        none: null,
        body: new Uint8Array([1, 2, 3]),
        list: ['a', 1],
        map: { deep: {} },
        texts: new Set(['a']),
        numbers: new Set([1]),
        bodies: new Set([new Uint8Array([1, 2, 3])]),
      },
    });
  });

  it('tells an expiry from a deletion', () => {
    const { Keys, OldImage, SequenceNumber } = record.dynamodb;
    const removed = {
      eventID: 'x',
      eventName: 'REMOVE',
      dynamodb: { Keys, OldImage, SequenceNumber },
    } as const;
    expect(readStreamRecord(removed)).toMatchObject({ kind: 'remove', expired: false });
    expect(readStreamRecord(removed)).not.toHaveProperty('after');
    const userIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };
    expect(readStreamRecord({ ...removed, userIdentity })).toMatchObject({ expired: true });
  });

  it('refuses what is no record', () => {
    expect(() => readStreamRecord({})).toThrow(TypeError);
  });
});
