import type { LtiTool } from '@sinau/delivery/lti';
import { memoryLtiTools, sampleTool } from '@sinau/delivery/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfDecision, tellOfWaitingTool } from './tell-of-approvals.ts';

const at = '2026-03-02T01:00:00.000Z';
const { clientId } = sampleTool();
const waits = (because: 'new' | 'changed' | 'again') => ({
  ...({ type: 'tool-waits', eventId: `tool-waits:${clientId}:1`, occurredAt: at, because } as const),
  clientId,
});
const homes: Readonly<Record<string, string>> = { platform: 'operator', provider: 'provider-author' };

async function world(over: Partial<LtiTool>) {
  const { tools } = memoryLtiTools();
  await tools.add(sampleTool(over));
  const [notices, sent] = [memoryNoticeStore(), [] as string[]];
  const deps = {
    ...{ tools, notices, clock: fixedClock(), onMailFailure: () => undefined },
    mail: { send: async ({ to }: { readonly to: string }) => void sent.push(to) },
    organisations: { findProvider: async () => ({ name: 'Kampus' }) },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: personId, email: `${personId}@contoh.example`, status: 'active' },
      }),
      listHolders: holdersIn(({ kind }: { readonly kind: string }) => [
        { personId: `a-${homes[kind]}`, roles: [homes[kind]] },
        { personId: `another-${kind}`, roles: ['learner'] },
      ]),
    },
  };
  const inboxOf = (personId: string) => notices.list({ personId: personId as PersonId, limit: 9 });
  return { deps: deps as never as Parameters<typeof tellOfWaitingTool>[0], sent, inboxOf };
}

describe('tools that wait for an operator', () => {
  it('R5: are told to operators in inbox and mail, once, with the way to the decision', async () => {
    const { deps, sent, inboxOf } = await world({ status: 'pending' });
    await tellOfWaitingTool(deps, waits('new'));
    expect(sent).toEqual(['a-operator@contoh.example']);
    await tellOfWaitingTool(deps, waits('new'));
    expect(await inboxOf('a-operator')).toMatchObject([
      { kind: 'tool-waits', params: { because: 'new', to: 'operator' }, link: `/operator/tools/${clientId}` },
    ]);
  });

  it('R7: one that has changed itself is told to the authors of its provider too: learners cannot open it', async () => {
    const { deps, sent, inboxOf } = await world({ status: 'pending' });
    await tellOfWaitingTool(deps, waits('changed'));
    expect(sent.toSorted()).toEqual(['a-operator@contoh.example', 'a-provider-author@contoh.example']);
    expect(await inboxOf('a-provider-author')).toMatchObject([
      { params: { because: 'changed', to: 'author' }, link: `/studio/tools/${clientId}` },
    ]);
  });

  it.each(['active', 'disabled'] as const)('twin: ask nobody when they are %s by then', async (status) => {
    const { deps, sent } = await world({ status });
    await tellOfWaitingTool(deps, waits('again'));
    expect(sent).toEqual([]);
  });
});

describe('decisions about tools', () => {
  it.each(['approved', 'rejected', 'turned-off'] as const)(
    '%s: is told to the authors, with the reason',
    async (outcome) => {
      const { deps, sent, inboxOf } = await world({});
      const fact = { type: 'tool-decided', eventId: 'd1', occurredAt: at, clientId, outcome } as const;
      const reason = 'Alamat masuk bukan milik kampus';
      await tellOfDecision(deps, { ...fact, ...(outcome !== 'approved' && { reason }) });
      expect(sent).toEqual(['a-provider-author@contoh.example']);
      const [notice] = await inboxOf('a-provider-author');
      expect(notice).toMatchObject({ kind: 'tool-decided', link: `/studio/tools/${clientId}` });
      for (const locale of ['id', 'en'] as const) {
        const { body } = noticeText(notice as never, locale);
        expect(body.includes(`${reason}.`)).toBe(outcome !== 'approved');
      }
    },
  );
});
