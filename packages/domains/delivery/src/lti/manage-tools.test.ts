import type { ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { serviceScopes } from '@sinau/lti';
import { describe, expect, it } from 'vitest';
import { memoryLtiTools } from '../testing/memory-lti.ts';
import { changeToolByHand, removeDeployment } from './change-tool.ts';
import { decideTool } from './decide-tool.ts';
import { addDeployment, addToolByHand, findTool, type ToolByHand, toolByHandSchema } from './manage-tools.ts';
import { mostDeployments } from './tool.ts';

const inside = 'https://inside.example/x';
const providerId = 'p1' as ProviderId;
const byHand: ToolByHand = {
  name: 'Universitas Contoh',
  initiateLoginUri: 'https://kampus.example/login.php?id=0a',
  redirectUris: ['https://kampus.example/launch.php', 'https://kampus.example'],
  targetLinkUri: 'https://kampus.example',
  jwksUri: 'https://kampus.example/jwks.php',
  ...{ scopes: [], custom: { kelas: '$Context.id' } },
};

function world() {
  const deps = {
    ...{ ...memoryLtiTools(), clock: fixedClock(), ids: countedIds() },
    toolSignatures: { readPasted: async (text: string) => (text === 'a key' ? [{ n: 'x' }] : undefined) },
    addressCheck: {
      refusal: async (address: string) => (address === inside ? ('forbidden' as const) : undefined),
    },
  };
  const add = (over: Partial<ToolByHand> = {}, approved = false) =>
    addToolByHand(deps, { providerId, registeredBy: 'rina', approved, tool: { ...byHand, ...over } });
  return { deps, add };
}

describe('a tool that is written down by hand', () => {
  it('R1: has a client, its addresses to the letter, parameters and a deployment, and waits for an operator', async () => {
    const { deps, add } = world();
    const { clientId } = await add();
    const tool = await findTool(deps, { clientId, providerId });
    expect(tool).toMatchObject({
      ...{ status: 'pending', providerId, targetLinkUri: 'https://kampus.example' },
      initiateLoginUri: 'https://kampus.example/login.php?id=0a',
      redirectUris: ['https://kampus.example/launch.php', 'https://kampus.example'],
      ...{ custom: { kelas: '$Context.id' }, deployments: [{ deploymentId: expect.any(String) }] },
    });
    expect((await decideTool(deps, tool, { status: 'active', by: 'operator' })).status).toBe('active');
  });

  it('R1: has many deployments, each with an id of its own in ASCII, and an end to their number', async () => {
    const { deps, add } = world();
    let tool = await add();
    for (let n = 2; n <= mostDeployments; n += 1) tool = await addDeployment(deps, tool, `Kelas ${n}`);
    const ids = tool.deployments.map(({ deploymentId }) => deploymentId);
    expect(new Set(ids).size).toBe(mostDeployments);
    for (const id of ids) expect(id).toMatch(/^[\x21-\x7e]{1,255}$/);
    await expect(addDeployment(deps, tool, 'Satu lagi')).rejects.toMatchObject({ code: 'lti.too-many' });
    await expect(addDeployment(deps, await add(), ' ')).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('R4: brings the address of its keys or a key, and nothing else', async () => {
    const { add } = world();
    const { jwksUri: _, ...keyless } = byHand;
    const { deps } = world();
    const wrong = (tool: ToolByHand) => addToolByHand(deps, { providerId, registeredBy: 'rina', tool });
    await expect(wrong(keyless)).rejects.toMatchObject({ issues: [{ path: '/publicKey' }] });
    await expect(wrong({ ...keyless, publicKey: 'no key' })).rejects.toMatchObject({
      issues: [{ path: '/publicKey' }],
    });
    expect((await wrong({ ...keyless, publicKey: 'a key' })).keys).toEqual({
      kind: 'pasted',
      keys: [{ n: 'x' }],
    });
    expect((await add()).keys).toEqual({ kind: 'url', jwksUri: 'https://kampus.example/jwks.php' });
  });

  it.each([
    ['initiate_login_uri', { initiateLoginUri: inside }],
    ['redirect_uris', { redirectUris: ['https://kampus.example', inside] }],
    ['target_link_uri', { targetLinkUri: inside }],
    ['jwks_uri', { jwksUri: inside }],
    ['messages/target_link_uri', { deepLinkingUri: inside }],
  ])('F3: is refused with a %s that leads inside', async (field, over) => {
    const { deps, add } = world();
    await expect(add(over)).rejects.toMatchObject({ issues: [{ path: `/${field}` }] });
    expect(await deps.tools.listPending()).toEqual([]);
  });

  it.each([
    { redirectUris: [] },
    { redirectUris: ['https://kampus.example/a#b'] },
    { redirectUris: ['/launch.php'] },
    { initiateLoginUri: 'javascript:alert(1)' },
    { jwksUri: 'ftp://kampus.example' },
    { scopes: ['https://kampus.example/scope'] },
    { custom: { a: 1 } },
    { contacts: ['admin'] },
    { contacts: ['a@kampus.example\nbcc: b@kampus.example'] },
    { contacts: Array.from({ length: 6 }, (_, n) => `admin${n}@kampus.example`) },
  ])('R1: is not described by %j', (over) => {
    expect(toolByHandSchema.safeParse(byHand).success).toBe(true);
    expect(toolByHandSchema.safeParse({ ...byHand, ...over }).success).toBe(false);
  });

  it('has people who are told when it does not answer, each once; nobody is no member', async () => {
    const { add } = world();
    const [one, two] = ['a@kampus.example', 'b@kampus.example'] as const;
    expect((await add({ contacts: [one, two, one] })).contacts).toEqual([one, two]);
    expect(await add({ contacts: [] })).not.toHaveProperty('contacts');
    expect(await add()).not.toHaveProperty('contacts');
  });

  it('C2: is absent for every other provider', async () => {
    const { deps, add } = world();
    const { clientId } = await add();
    const other = findTool(deps, { clientId, providerId: 'p2' as ProviderId });
    await expect(other).rejects.toMatchObject({ code: 'lti.not-found' });
  });
});

describe('a tool that is written down anew', () => {
  const written = async (over: Partial<ToolByHand>, byOperator = false) => {
    const { deps, add } = world();
    const before = await add({}, true);
    const change = { before, rev: before.rev, byOperator, tool: { ...byHand, ...over } };
    return { deps, before, change, done: changeToolByHand(deps, change) };
  };

  it('R1: keeps its client, deployments and state when it leads where it did', async () => {
    const { deps, before, done } = await written({ name: 'Nama baru', custom: { kelas: 'A' } });
    const { rev: _, ...after } = await done;
    const { rev: _before, ...kept } = before;
    expect(after).toEqual({ ...kept, name: 'Nama baru', custom: { kelas: 'A' } });
    expect(await findTool(deps, before)).toMatchObject({ status: 'active', name: 'Nama baru', rev: 1 });
  });

  it('keeps whom it tells when nothing is said of them, and nobody once nobody is said, and stays in use', async () => {
    const told = { contacts: ['a@kampus.example'] };
    const { deps, change, done } = await written(told);
    const first = await done;
    expect(first).toMatchObject({ ...told, status: 'active' });
    const again = async (before: typeof first, over: Partial<ToolByHand>) =>
      changeToolByHand(deps, { ...change, before, rev: before.rev, tool: { ...byHand, ...over } });
    const kept = await again(first, { name: 'Nama baru' });
    expect(kept).toMatchObject(told);
    expect(await again(kept, { contacts: [] })).not.toHaveProperty('contacts');
  });

  it.each([
    ['where it leads', { targetLinkUri: 'https://lain.example' }],
    ['where people are sent', { redirectUris: ['https://lain.example'] }],
    ['whose keys count', { jwksUri: 'https://lain.example/jwks' }],
    ['what it may ask for', { scopes: [serviceScopes[0]] }],
    ['where authors choose', { deepLinkingUri: 'https://lain.example/choose' }],
  ])('R5: waits for an operator when it changes %s, unless an operator says so', async (_, over) => {
    expect((await (await written(over as Partial<ToolByHand>)).done).status).toBe('pending');
    expect((await (await written(over as Partial<ToolByHand>, true)).done).status).toBe('active');
  });

  it('R5: is written by one of two who read it', async () => {
    const { deps, change, done } = await written({ name: 'Pertama' });
    await done;
    const late = { ...change, before: await findTool(deps, change.before) };
    await expect(changeToolByHand(deps, late)).rejects.toMatchObject({ code: 'lti.changed-meanwhile' });
  });

  it('F3: is refused with an address that leads inside, and stays as it was', async () => {
    const { deps, before, done } = await written({ deepLinkingUri: inside }, true);
    await expect(done).rejects.toMatchObject({ issues: [{ path: '/messages/target_link_uri' }] });
    expect(await findTool(deps, before)).toEqual(before);
  });

  it('R4: keeps a pasted key when none is brought, and no other', async () => {
    const { deps } = world();
    const { jwksUri: _, ...keyless } = byHand;
    const add = { providerId, registeredBy: 'rina', approved: true };
    const before = await addToolByHand(deps, { ...add, tool: { ...keyless, publicKey: 'a key' } });
    const change = { before, rev: 0, byOperator: false };
    const after = await changeToolByHand(deps, { ...change, tool: keyless });
    expect([after.keys, after.status]).toEqual([before.keys, 'active']);
    const byUrl = await written({});
    const lost = { ...byUrl.change, rev: 1, before: await byUrl.done, tool: keyless };
    await expect(changeToolByHand(byUrl.deps, lost)).rejects.toMatchObject({
      issues: [{ path: '/publicKey' }],
    });
  });
});

describe('a deployment', () => {
  it('R1: is removed, and the last one is not', async () => {
    const { deps, add } = world();
    const two = await addDeployment(deps, await add(), 'Kelas B');
    const [first, second] = two.deployments.map(({ deploymentId }) => deploymentId);
    await expect(removeDeployment(deps, two, 'd9')).rejects.toMatchObject({ code: 'lti.not-found' });
    const one = await removeDeployment(deps, two, first ?? '');
    expect((await findTool(deps, one)).deployments).toMatchObject([
      { deploymentId: second, name: 'Kelas B' },
    ]);
    await expect(removeDeployment(deps, one, second ?? '')).rejects.toMatchObject({
      issues: [{ path: '/deploymentId' }],
    });
    // Who read it before sees no more than was there.
    await expect(removeDeployment(deps, two, second ?? '')).rejects.toMatchObject({
      code: 'lti.changed-meanwhile',
    });
  });
});
