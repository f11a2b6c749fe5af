import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { addService, openOrClose } from '../services.ts';
import { memoryFeedbackStores, memoryForumStore, memoryMinutesRoom } from '../testing/index.ts';
import {
  addForum,
  changeForum,
  commitmentRequestSchema,
  type Forum,
  forumRequestSchema,
  lacksOf,
  minutesName,
  ownForum,
  phaseOf,
  publicForums,
  readOwnMinutes,
  readPublicMinutes,
  removeForum,
  removeMinutesFile,
  setCommitment,
  setMinutesFile,
} from './index.ts';

const bkn = 'bkn' as AgencyId;
const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'], agencyId: bkn },
};
const elsewhere: PersonPrincipal = { ...rina, agencyId: 'lan' as AgencyId };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function world() {
  const { services } = memoryFeedbackStores();
  return {
    ...{ services, forums: memoryForumStore(), files: memoryMinutesRoom(), ids: countedIds() },
    clock: fixedClock('2026-11-10T01:00:00.000Z'),
    learning: { answering: async () => new Map() },
  };
}

describe('phases of a consultation and its minutes', () => {
  let deps: ReturnType<typeof world>;
  let serviceId: string;
  beforeEach(async () => {
    deps = world();
    ({ serviceId } = await addService(deps, { principal: rina, request: { name: 'KTP elektronik' } }));
  });
  const requestOf = (over: Record<string, unknown> = {}) =>
    forumRequestSchema.parse({
      ...{ title: 'Forum layanan KTP', serviceIds: [serviceId], heldOn: '2026-11-03', place: 'Aula' },
      ...over,
    });
  const add = (over: Record<string, unknown> = {}) =>
    addForum(deps, { principal: rina, request: requestOf(over) });
  const send = ({ forumId }: Pick<Forum, 'forumId'>, text = 'berita acara', principal = rina) =>
    setMinutesFile(deps, { principal, forumId, bytes: bytesOf(text) });
  const own = ({ forumId }: Pick<Forum, 'forumId'>) => ownForum(deps, { principal: rina, forumId });
  const publicly = ({ forumId }: Pick<Forum, 'forumId'>) =>
    readPublicMinutes(deps, { agencyId: bkn, forumId });

  it('go from before over held to follow-up by what was entered, and say what each still asks for', async () => {
    const today = '2026-11-10';
    const ahead = await add({ heldOn: '2026-11-11' });
    expect([phaseOf(ahead, today), lacksOf(ahead).before]).toEqual(['before', ['agenda']]);
    expect(phaseOf(ahead, '2026-11-11')).toBe('during');
    const held = await add({ agenda: 'Jam buka loket' });
    expect(phaseOf(held, today)).toBe('during');
    expect(lacksOf(held)).toEqual({
      ...{ before: [], during: ['participants', 'minutes'], after: ['commitments'] },
    });
    await send(held);
    const { commitmentId } = await setCommitment(deps, {
      ...{ principal: rina, forumId: held.forumId, rev: (await own(held)).rev },
      request: commitmentRequestSchema.parse({
        ...{ said: 'Antre lama', text: 'Loket kedua dibuka', unit: 'Dukcapil', due: '2026-12-01' },
        state: 'open',
      }),
    });
    const after = await own(held);
    expect([phaseOf(after, today), commitmentId.length > 0]).toEqual(['after', true]);
    expect(lacksOf(after)).toEqual({ before: [], during: ['participants'], after: ['outcomes'] });
    const told = await publicForums(deps, { agencyId: bkn });
    expect(told.map(({ phase }) => phase)).toEqual(['before', 'after']);
    expect(told[1]).toMatchObject({ agenda: 'Jam buka loket', minutesFile: { pages: 1 } });
    for (const minutes of [{ minutes: 'Dibahas.' }, { minutesUrl: 'https://contoh.go.id/ba.pdf' }]) {
      expect(phaseOf(await add(minutes), today)).toBe('after');
    }
  });

  it('are read by everybody while a service is shown, and stay with the forum when its words change', async () => {
    const forum = await add();
    expect(await send(forum)).toBe('kept');
    const { file, bytes } = await publicly(forum);
    expect(new TextDecoder().decode(bytes)).toBe('berita acara');
    expect(file).toEqual({
      ...{ fileId: expect.any(String), pages: 1, sizeBytes: 12, sha256: 'sha256 of berita acara' },
      addedAt: '2026-11-10T01:00:00.000Z',
    });
    expect(minutesName(forum)).toBe('berita-acara-2026-11-03.pdf');
    const { rev } = await own(forum);
    const request = requestOf({ title: 'Judul baru' });
    await changeForum(deps, { principal: rina, forumId: forum.forumId, request, rev });
    expect((await publicly(forum)).file.fileId).toBe(file.fileId);
    const ahead = changeForum(deps, {
      ...{ principal: rina, forumId: forum.forumId, rev: rev + 1 },
      request: requestOf({ heldOn: '2026-12-01' }),
    });
    await expect(ahead).rejects.toMatchObject({ code: 'request.invalid' });
    await openOrClose(deps, { principal: rina, serviceId: serviceId as never, state: 'closed' });
    await expect(publicly(forum)).rejects.toMatchObject({ code: 'feedback.not-found' });
    expect((await readOwnMinutes(deps, { principal: rina, forumId: forum.forumId })).file).toEqual(file);
  });

  it('take the place of the file there was, once, and go with the forum', async () => {
    const forum = await add();
    for (const text of ['satu', 'satu', 'dua']) expect(await send(forum, text)).toBe('kept');
    expect([deps.files.size(), (await own(forum)).rev]).toEqual([1, 3]);
    await removeMinutesFile(deps, { principal: rina, forumId: forum.forumId });
    await removeMinutesFile(deps, { principal: rina, forumId: forum.forumId });
    expect(deps.files.size()).toBe(0);
    await expect(publicly(forum)).rejects.toMatchObject({ code: 'feedback.not-found' });
    await send(forum);
    await removeForum(deps, { principal: rina, forumId: forum.forumId });
    expect(deps.files.size()).toBe(0);
  });

  it('leave no file behind where somebody was quicker, and leave it where nobody knows', async () => {
    const forum = await add();
    await send(forum, 'satu');
    const sendWith = (save: (typeof deps)['forums']['save']) =>
      setMinutesFile(
        { ...deps, forums: { ...deps.forums, save } },
        { principal: rina, forumId: forum.forumId, bytes: bytesOf('dua') },
      );
    const refused = { code: 'feedback.changed' };
    await expect(sendWith(async () => 'conflict')).rejects.toMatchObject(refused);
    expect(deps.files.size()).toBe(1);
    expect((await publicly(forum)).bytes).toEqual(bytesOf('satu'));
    await expect(sendWith(() => Promise.reject(new Error('timed out')))).rejects.toThrow('timed out');
    expect(deps.files.size()).toBe(2);
  });

  it.each(['not-pdf', 'encrypted', 'active', 'tells-of-person', 'too-much'])(
    'refuse a file that is %s, and keep the other',
    async (problem) => {
      const forum = await add();
      await send(forum);
      expect(await send(forum, `${problem} …`)).toBe(problem);
      expect(await send(forum, 'x'.repeat(4 * 1024 * 1024 + 1))).toBe('too-large');
      expect((await publicly(forum)).bytes).toEqual(bytesOf('berita acara'));
    },
  );

  it('come once the forum was held, and from its own agency alone', async () => {
    const ahead = await add({ heldOn: '2026-11-11' });
    await expect(send(ahead)).rejects.toMatchObject({ code: 'request.invalid' });
    const forum = await add();
    for (const principal of [elsewhere, { ...rina, roles: ['learner'] } as PersonPrincipal]) {
      await expect(send(forum, 'x', principal)).rejects.toMatchObject({ code: 'feedback.not-found' });
      const at = { principal, forumId: forum.forumId };
      await expect(removeMinutesFile(deps, at)).rejects.toMatchObject({ code: 'feedback.not-found' });
      await expect(readOwnMinutes(deps, at)).rejects.toMatchObject({ code: 'feedback.not-found' });
    }
    expect(deps.files.size()).toBe(0);
  });

  it('refuse topics with a number or an address of somebody', async () => {
    const refused = { code: 'feedback.tells-of-person', issues: [{ path: '/agenda' }] };
    await expect(add({ agenda: 'Hubungi 0812-3456-7890' })).rejects.toMatchObject(refused);
  });
});
