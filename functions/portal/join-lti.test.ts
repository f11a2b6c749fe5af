import type { LtiTool } from '@sinau/delivery/lti';
import { memoryKeyReadings, memoryLtiTools } from '@sinau/delivery/testing';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { joinLti } from './join-lti.ts';

const author: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p1' as ProviderId,
};

function world() {
  const stores = memoryLtiTools();
  const lti = {
    ...{ ...stores, clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
    keyReadings: memoryKeyReadings(),
    addressCheck: {
      refusal: async (address: string) =>
        new URL(address).hostname === 'inside.example' ? ('forbidden' as const) : undefined,
    },
  };
  const ports = joinLti({
    lti: async () => lti as never,
    ...{
      ...{ courses: {} as never, content: {} as never, enrolments: {} as never },
      toolAsking: () => Promise.reject(new Error('not asked')),
      organisations: {} as never,
      portalOrigin: 'https://sinau.example',
    },
  });
  return { ...stores, ports };
}

describe('the address at which a tool begins to register itself', () => {
  it('R5: is opened with what the tool reads us by and a token, behind the query that it has', async () => {
    const { ports, registrationTokens } = world();
    const url = new URL(await ports.beginRegistration(author, 'https://kampus.example/register.php?id=0a'));
    const { registration_token: token = '', ...others } = Object.fromEntries(url.searchParams);
    expect([url.origin + url.pathname, others]).toEqual([
      'https://kampus.example/register.php',
      { id: '0a', openid_configuration: 'https://sinau.example/.well-known/openid-configuration' },
    ]);
    // R7: bound to who asked for it, and to their provider.
    expect(await registrationTokens.find(nodeDigest.sha256(token))).toMatchObject({
      ...{ providerId: 'p1', madeBy: 'rina', approved: false },
    });
  });

  it.each([
    'https://inside.example/register',
    'javascript:alert(1)',
    '//kampus.example',
    'https://a:b@kampus.example',
  ])('F3: is not %s', async (address) => {
    const refused = world().ports.beginRegistration(author, address);
    await expect(refused).rejects.toMatchObject({ issues: [{ path: '/address' }] });
  });

  it('R7: is made for authors of a provider alone', async () => {
    const { providerId: _, ...nobody } = author;
    await expect(world().ports.beginRegistration(nobody, 'https://kampus.example')).rejects.toMatchObject({
      code: 'request.access-denied',
    });
  });
});

describe('a tool that waits', () => {
  it('R5: is let in by operators alone', async () => {
    const { ports, tools } = world();
    await tools.add({ clientId: 'c1', providerId: 'p1', status: 'pending', rev: 0 } as LtiTool);
    await expect(ports.setStatus(author, 'c1', { status: 'active', rev: 0 })).rejects.toMatchObject({
      code: 'lti.tool-not-returning',
    });
    expect((await tools.find('c1' as never))?.status).toBe('pending');
    const { providerId: _, ...operator } = { ...author, roles: ['operator'] as const };
    // The tool said anew what it is after the page was read.
    for (const rev of [undefined, 7]) {
      await expect(
        ports.setStatus(operator, 'c1', { status: 'active', ...(rev !== undefined && { rev }) }),
      ).rejects.toMatchObject({ code: 'lti.changed-meanwhile' });
    }
    expect((await tools.find('c1' as never))?.status).toBe('pending');
    await ports.setStatus(operator, 'c1', {
      status: 'active',
      rev: (await tools.find('c1' as never))?.rev ?? -1,
    });
    expect((await tools.find('c1' as never))?.status).toBe('active');
  });

  it('R5: comes back by its own provider when that has turned it off, and by no other', async () => {
    const { ports, tools } = world();
    await tools.add({ clientId: 'c1', providerId: 'p1', status: 'active', rev: 0 } as LtiTool);
    await ports.setStatus(author, 'c1', { status: 'disabled' });
    const stranger = { ...author, providerId: 'p2' as ProviderId };
    for (const refused of [
      ports.setStatus(stranger, 'c1', { status: 'active' }),
      ports.impactOf(stranger, 'c1'),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'lti.not-found' });
    }
    await ports.setStatus(author, 'c1', { status: 'active' });
    expect((await tools.find('c1' as never))?.status).toBe('active');
  });
});
