import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../connection.ts';
import { freshHealth, type Trouble } from '../health/health.ts';
import { connectionFacts } from './health-facts.ts';
import { toHealthRow } from './health-rows.ts';

const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
const row = (trouble?: Trouble) =>
  toHealthRow(connectionId, { ...freshHealth, ...(trouble && { told: { trouble, at: 'a' } }) }, 1);
const told = (before?: Trouble, after?: Trouble) =>
  connectionFacts({ before: row(before), after: row(after) }).map(({ trouble, eventId }) => [
    trouble,
    eventId,
  ]);

describe('facts of the health of connections', () => {
  it('tell a trouble once, another one, and its end', () => {
    const id = `connection-troubled:${connectionId}`;
    expect(connectionFacts({ after: row('down') })).toMatchObject([{ trouble: 'down', occurredAt: 'a' }]);
    expect(told('down', 'down')).toEqual([]);
    expect(told('down', 'secret')).toEqual([['secret', `${id}:secret:a`]]);
    expect(told('down', undefined)).toEqual([['over', `${id}:over:a`]]);
  });

  it('tell nothing of calls, of rows that leave, and of others', () => {
    expect(told(undefined, undefined)).toEqual([]);
    expect(connectionFacts({ before: row('down') })).toEqual([]);
    expect(connectionFacts({ after: { pk: 'x', sk: 'y', kind: 'other' } })).toEqual([]);
  });
});
