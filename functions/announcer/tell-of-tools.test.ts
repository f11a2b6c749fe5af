import type { LtiClientId } from '@sinau/delivery/lti';
import { memoryLtiTools, memoryToolHealth, sampleTool } from '@sinau/delivery/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfTool } from './tell-of-tools.ts';

const since = '2026-03-02T01:00:00.000Z';
const { clientId } = sampleTool();
const fact = (trouble: 'down' | 'over' | 'back') => ({
  ...{ eventId: `tool-troubled:${clientId}:${trouble}:${since}`, occurredAt: since, since },
  ...({ type: 'tool-troubled', clientId, trouble } as const),
});

async function world() {
  const { tools } = memoryLtiTools();
  await tools.add(sampleTool({ contacts: ['alat@kampus.example'] }));
  const [toolHealth, notices, sent] = [memoryToolHealth(), memoryNoticeStore(), [] as string[]];
  const homes: Readonly<Record<string, string>> = { platform: 'operator', provider: 'provider-author' };
  const deps = {
    ...{ tools, toolHealth, notices, clock: fixedClock(), onMailFailure: () => undefined },
    mail: { send: async ({ to }: { readonly to: string }) => void sent.push(to) },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: personId, email: `${personId}@contoh.example`, status: 'active' },
      }),
      listHolders: holdersIn(({ kind }: { readonly kind: string }) => [
        { personId: `a-${homes[kind]}`, roles: [homes[kind]] },
      ]),
    },
  };
  const inboxOf = (personId: string) => notices.list({ personId: personId as PersonId, limit: 9 });
  return { deps: deps as never as Parameters<typeof tellOfTool>[0], toolHealth, sent, inboxOf };
}

describe('tools that do not answer', () => {
  it('R10: are told to the authors of the provider, operators and the contacts of the tool, each once', async () => {
    const { deps, sent, inboxOf } = await world();
    await tellOfTool(deps, fact('down'));
    expect(sent.toSorted()).toEqual([
      ...['a-operator@contoh.example', 'a-provider-author@contoh.example', 'alat@kampus.example'],
    ]);
    await tellOfTool(deps, fact('down'));
    expect(await inboxOf('a-provider-author')).toMatchObject([
      { kind: 'tool-troubled', params: { trouble: 'down', since }, link: `/studio/tools/${clientId}` },
    ]);
    expect(await inboxOf('a-operator')).toMatchObject([{ link: `/operator/tools/${clientId}` }]);
    await tellOfTool(deps, fact('over'));
    expect(await inboxOf('a-operator')).toHaveLength(2);
  });

  it('R10: that one is back is told to all who waited, once, with the way into their part', async () => {
    const { deps, toolHealth, sent, inboxOf } = await world();
    for (let n = 0; n < 150; n += 1) {
      await toolHealth.keepWait({
        ...{
          clientId: clientId as LtiClientId,
          personId: `p${n}`,
          courseId: 'k1',
          partId: '2',
          askedAt: since,
        },
      });
    }
    for (let n = 0; n < 2; n += 1) await tellOfTool(deps, fact('back'));
    expect(sent).toHaveLength(150);
    expect(await inboxOf('p7')).toMatchObject([{ kind: 'tool-back', link: '/courses/k1/learn/2' }]);
    expect(await toolHealth.listWaits(clientId, 9)).toEqual([]);
  });
});
