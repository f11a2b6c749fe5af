import { randomUUID } from 'node:crypto';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type {
  LtiClientId,
  LtiLaunch,
  LtiLaunchStore,
  LtiTool,
  LtiToolStore,
  RegistrationTokenStore,
} from '../lti/index.ts';
import { sampleTool } from './sample-tool.ts';

export interface LtiStores {
  readonly tools: LtiToolStore;
  readonly registrationTokens: RegistrationTokenStore;
  readonly launches: LtiLaunchStore;
}

/** What every store of tools and launches keeps. Ids are fresh in every test, so that the stores need not be empty. */
export function ltiStoresContract(adapter: string, open: () => Promise<LtiStores>): void {
  const fresh = () => {
    const providerId = randomUUID() as ProviderId;
    return sampleTool({ clientId: randomUUID() as LtiClientId, providerId });
  };
  const token = (tokenHash = randomUUID()) => ({
    ...{ tokenHash, providerId: 'p1' as ProviderId, madeBy: 'sri', approved: false },
    validUntil: '2126-03-02T01:00:00.000Z',
  });
  const launch = (): LtiLaunch => ({
    launchId: randomUUID(),
    ...{ message: 'LtiResourceLinkRequest', role: 'learner', target: 'window', locale: 'id' },
    byMachine: true,
    personId: 'siti' as PersonId,
    course: { courseId: 'k1', title: 'Etika' },
    link: {
      ...{ resourceLinkId: 'm1', title: 'Kuliah 1' },
      placement: { clientId: 'c1', deploymentId: 'd1', custom: { id: 'x' } },
    },
    returnUrl: 'https://sinau.example/courses/k1',
    ...{
      clientId: 'c1' as LtiClientId,
      deploymentId: 'd1',
      providerId: 'p1' as ProviderId,
      state: 'ordered',
    },
    ...{ validUntil: '2126-03-02T01:00:00.000Z', secretHash: 'hash' },
  });

  describe(`tools on ${adapter}`, () => {
    it('gives back what was added, to its provider alone', async () => {
      const { tools } = await open();
      const pasted = { kind: 'pasted', keys: [{ kty: 'RSA', kid: 'k', n: 'AQ', e: 'AQAB' }] } as const;
      const tool: LtiTool = {
        ...fresh(),
        logoUri: 'https://alat.example/logo',
        custom: { a: '$User.id' },
        keys: pasted,
        decision: { to: 'disabled', by: 'operator', at: '2026-03-02T01:00:00.000Z', reason: 'Kunci bocor' },
      };
      await tools.add(tool);
      expect(await tools.find(tool.clientId)).toEqual(tool);
      expect(await tools.listOf(tool.providerId)).toEqual([tool]);
      expect(await tools.listOf('nobody' as ProviderId)).toEqual([]);
      expect(await tools.find('absent' as LtiClientId)).toBeUndefined();
      // Anybody may say that they are of such a client.
      expect(await tools.find('c'.repeat(5000) as LtiClientId)).toBeUndefined();
      await expect(tools.add(tool)).rejects.toThrow();
    });

    it('keeps that its provider may turn it on again', async () => {
      const { tools } = await open();
      const off = {
        to: 'disabled',
        by: 'provider',
        at: '2026-03-02T01:00:00.000Z',
        mayReturn: true,
      } as const;
      const tool: LtiTool = { ...fresh(), status: 'disabled', decision: off };
      await tools.add(tool);
      expect((await tools.find(tool.clientId))?.decision).toEqual(off);
    });

    it('lists those that wait until they wait no more', async () => {
      const { tools } = await open();
      const tool = { ...fresh(), status: 'pending' as const };
      await tools.add(tool);
      const waits = async () =>
        (await tools.listPending()).some(({ clientId }) => clientId === tool.clientId);
      expect(await waits()).toBe(true);
      expect(await tools.change({ ...tool, status: 'active' })).toBe('changed');
      expect(await waits()).toBe(false);
    });

    it('R1: of two changes of what was read at once, one is made', async () => {
      const { tools } = await open();
      const tool = fresh();
      await tools.add(tool);
      const names = ['A', 'B'];
      const outcomes = await Promise.all(names.map((name) => tools.change({ ...tool, name })));
      expect(outcomes.toSorted()).toEqual(['changed', 'stale']);
      expect(await tools.find(tool.clientId)).toMatchObject({
        rev: 1,
        name: names[outcomes.indexOf('changed')],
      });
    });
  });

  describe(`tokens of registration on ${adapter}`, () => {
    it('R7: let one of ten register, and nobody after it', async () => {
      const { tools, registrationTokens } = await open();
      const given = token();
      await registrationTokens.add(given);
      expect(await registrationTokens.find(given.tokenHash)).toEqual(given);
      const ten = Array.from({ length: 10 }, fresh);
      const outcomes = await Promise.all(ten.map((tool) => registrationTokens.spend(given.tokenHash, tool)));
      expect(outcomes.filter((outcome) => outcome === 'registered')).toHaveLength(1);
      const winner = ten[outcomes.indexOf('registered')];
      expect((await registrationTokens.find(given.tokenHash))?.clientId).toBe(winner?.clientId);
      const found = await Promise.all(ten.map(({ clientId }) => tools.find(clientId)));
      expect(found.filter(Boolean)).toEqual([winner]);
    });

    it('R7: are nothing when nobody made them', async () => {
      const { registrationTokens } = await open();
      expect(await registrationTokens.find('absent')).toBeUndefined();
      expect(await registrationTokens.spend('absent', fresh())).toBe('spent');
    });
  });

  describe(`launches on ${adapter}`, () => {
    it('take each step once, with all that they hold', async () => {
      const { launches } = await open();
      const ordered = launch();
      await launches.add(ordered);
      expect(await launches.find(ordered.launchId)).toEqual(ordered);
      const begun = { ...ordered, state: 'begun' as const, browserHash: 'b', loginHint: 'h' };
      const outcomes = await Promise.all([1, 2, 3].map(() => launches.move(begun, 'ordered')));
      expect(outcomes.toSorted()).toEqual(['elsewhere', 'elsewhere', 'moved']);
      const page = { kind: 'external', page: { url: 'https://a.example' } } as const;
      const choice = { answerHash: 'a', items: [{ title: 'x', content: page }] };
      const chosen = { ...begun, state: 'chosen' as const, choice };
      expect(await launches.move(chosen, 'told')).toBe('elsewhere');
      expect(await launches.move(chosen, 'begun')).toBe('moved');
      expect(await launches.find(ordered.launchId)).toEqual(chosen);
      expect(await launches.find(randomUUID())).toBeUndefined();
    });
  });
}
