import { memoryConnectionStore, sampleConnection } from '@sinau/connectors/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfConnection } from './tell-of-connections.ts';

const author = { personId: 'a1', name: 'Sri', email: 'sri@kampus.example', status: 'active' };

const operator = { personId: 'o1', name: 'Budi', email: 'budi@sinau.example', status: 'active' };

async function world() {
  const connections = memoryConnectionStore();
  await connections.create(sampleConnection());
  const notices = memoryNoticeStore();
  const sent: string[] = [];
  const deps = {
    ...{ connections, notices, clock: fixedClock(), onMailFailure: () => undefined },
    mail: { send: async ({ to }: { readonly to: string }) => void sent.push(to) },
    people: {
      find: async (personId: string) => (personId === 'o1' ? operator : author),
      listHolders: holdersIn(({ kind }) => [
        kind === 'platform'
          ? { ...operator, roles: ['operator'] }
          : { ...author, roles: ['provider-author'] },
      ]),
    },
  };
  return { deps: deps as never, connections, notices, sent };
}

const fact = {
  ...{ eventId: 'connection-troubled:c:down:a', occurredAt: 'a' },
  type: 'connection-troubled',
  connectionId: sampleConnection().connectionId,
  trouble: 'down',
} as const;

describe('troubles of connections', () => {
  it('R10: are told to the authors of the provider and to its contact, each once', async () => {
    const { deps, notices, sent } = await world();
    await tellOfConnection(deps, fact);
    expect(sent.toSorted()).toEqual(['admin@kampus.example', 'sri@kampus.example']);
    await tellOfConnection(deps, fact);
    const inbox = await notices.list({ personId: 'a1' as PersonId, limit: 9 });
    expect(inbox).toMatchObject([
      { kind: 'connection-troubled', params: { trouble: 'down', name: 'Moodle Universitas Contoh' } },
    ]);
  });

  it('lead authors to the page of the connection, and tell its contact, for whom it would not open, whom to ask', async () => {
    const { deps, notices } = await world();
    await tellOfConnection(deps, { ...fact, trouble: 'secret' });
    const [toAuthor] = await notices.list({ personId: 'a1' as PersonId, limit: 9 });
    const contact = `contact:${fact.connectionId}` as PersonId;
    const [toContact] = await notices.list({ personId: contact, limit: 9 });
    if (!toAuthor || !toContact) throw new Error('somebody was not told');
    expect(toAuthor.link).toBe(`/studio/connections/${fact.connectionId}`);
    expect(toContact.link).toBeUndefined();
    const passOn = 'sampaikan pesan ini kepada mereka';
    expect(noticeText(toAuthor as never, 'id').body).not.toContain(passOn);
    expect(noticeText(toContact as never, 'id').body).toContain(passOn);
  });

  it('mismatches that grow old are told to operators as well', async () => {
    const { deps, notices, sent } = await world();
    await tellOfConnection(deps, { ...fact, trouble: 'mismatches', count: 12 });
    expect(sent.toSorted()).toEqual(['admin@kampus.example', 'budi@sinau.example', 'sri@kampus.example']);
    const inbox = await notices.list({ personId: 'o1' as PersonId, limit: 9 });
    expect(inbox).toMatchObject([
      { params: { trouble: 'mismatches', count: 12 }, link: '/operator/connections' },
    ]);
    const own = await notices.list({ personId: 'a1' as PersonId, limit: 9 });
    expect(own[0]?.link).toMatch(/\/reconciliation$/);
  });

  it('are told to nobody when the connection is gone', async () => {
    const { deps, connections, sent } = await world();
    await connections.delete(sampleConnection());
    await tellOfConnection(deps, fact);
    expect(sent).toEqual([]);
  });
});
