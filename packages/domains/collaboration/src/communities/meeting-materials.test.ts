import { type AgencyId, type PersonId, type PersonPrincipal, Unavailable } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import {
  communitySample,
  meetingSample,
  memberSample,
  memoryCommunityStore,
  memoryMeetingMaterialRoom,
} from '../testing/index.ts';
import type { Meeting } from './community.ts';
import {
  addMeetingMaterial,
  countMaterials,
  forgetMaterials,
  readMeetingMaterial,
  removeMeetingMaterial,
} from './meeting-materials.ts';

const personOf = (name: string, agency = 'bkn') =>
  ({
    ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'] },
    agencyId: agency as AgencyId,
  }) satisfies PersonPrincipal;
const [budi, sri, tuti, wulan] = [personOf('budi'), personOf('sri'), personOf('tuti'), personOf('wulan')];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const code = (of: string) => expect.objectContaining({ code: `collaboration.${of}` });

/** Budi and Wulan lead it, Sri is in it, Tuti was. */
async function world(over: Partial<Meeting> = {}) {
  const communities = memoryCommunityStore();
  await communities.found(communitySample(), memberSample());
  await communities.saveMember(memberSample({ personId: sri.personId, role: 'member' }));
  await communities.saveMember(memberSample({ personId: tuti.personId, role: 'member', state: 'left' }));
  await communities.saveMember(memberSample({ personId: wulan.personId }));
  const meeting = meetingSample(over);
  await communities.saveMeeting(meeting);
  const room = memoryMeetingMaterialRoom();
  const deps = {
    ...{ communities, materials: room, ids: countedIds(), clock: fixedClock('2026-03-02T05:00:00.000Z') },
    places: { placeOf: async () => undefined },
  };
  const place = { communityId: meeting.communityId, meetingId: meeting.meetingId };
  const add = (text: string, { by = budi, name = 'paparan.pdf' } = {}) =>
    addMeetingMaterial(deps, { principal: by, place, name, bytes: bytesOf(text) });
  const kept = async () => (await communities.findMeeting(place))?.materials ?? [];
  return { deps, room, place, add, kept };
}

it('a facilitator adds a PDF that members read and nobody else, until a facilitator takes it away', async () => {
  const { deps, room, place, add, kept } = await world();
  expect(await add('%PDF-1')).toBe('added');
  const [{ materialId } = { materialId: '' }] = await kept();
  const read = (principal: PersonPrincipal) => readMeetingMaterial(deps, { principal, place, materialId });
  for (const one of [budi, sri, wulan]) expect(await read(one)).toEqual(bytesOf('%PDF-1'));
  // Who has left it, and who is somewhere else by now.
  for (const one of [tuti, personOf('dewi'), personOf('sri', 'lan')])
    await expect(read(one)).rejects.toEqual(code('community-not-found'));
  const unknown = readMeetingMaterial(deps, { principal: sri, place, materialId: 'x' });
  await expect(unknown).rejects.toEqual(code('community-not-found'));
  const remove = (principal: PersonPrincipal) =>
    removeMeetingMaterial(deps, { principal, place, materialId });
  await expect(remove(sri)).rejects.toEqual(code('community-not-now'));
  // Who leads it and is somewhere else by now.
  await expect(remove(personOf('wulan', 'lan'))).rejects.toEqual(code('community-not-now'));
  expect([(await kept()).length, room.files.size]).toEqual([1, 1]);
  await remove(wulan);
  await expect(read(sri)).rejects.toEqual(code('community-not-found'));
  expect([await kept(), room.files.size]).toEqual([[], 0]);
  await expect(remove(budi)).rejects.toEqual(code('community-not-found'));
});

it('a guest of another agency reads while the community is open to all, and no longer', async () => {
  const { deps, place, add, kept } = await world();
  await add('%PDF-1');
  const guest = personOf('guest', 'lan');
  await deps.communities.saveMember(memberSample({ ...guest, role: 'member' }));
  const [{ materialId } = { materialId: '' }] = await kept();
  const read = () => readMeetingMaterial(deps, { principal: guest, place, materialId });
  await expect(read()).rejects.toEqual(code('community-not-found'));
  await deps.communities.save(communitySample({ openTo: 'all', rev: 1 }));
  expect(await read()).toEqual(bytesOf('%PDF-1'));
});

it('what is no PDF, too large or too many is refused, the same file twice is one, and names are one line', async () => {
  const { room, add, kept } = await world();
  expect(await add('<html>')).toBe('not-pdf');
  expect(await add(`%PDF-${'x'.repeat(4 * 1024 * 1024)}`)).toBe('too-large');
  expect(await add('%PDF-1', { name: `a\r\nSet-Cookie: ${String.fromCharCode(0x202e)}fdp.exe` })).toBe(
    'added',
  );
  expect(await add('%PDF-1', { name: 'lagi.pdf', by: wulan })).toBe('known');
  expect((await kept()).map(({ name, addedBy }) => [name, addedBy])).toEqual([
    ['a  Set-Cookie:  fdp.exe', budi.personId],
  ]);
  for (let n = 2; n <= 20; n += 1) expect(await add(`%PDF-${n}`)).toBe('added');
  expect(await add('%PDF-21')).toBe('too-many');
  // Nothing stays of what was refused.
  expect(room.files.size).toBe(20);
});

it('nobody adds who does not lead it or is elsewhere now, nor to a meeting that was cancelled; a closed one takes more', async () => {
  const { room, add } = await world();
  for (const by of [sri, tuti])
    await expect(add('%PDF-1', { by })).rejects.toEqual(code('community-not-now'));
  await expect(add('%PDF-1', { by: personOf('budi', 'lan') })).rejects.toEqual(code('community-not-now'));
  await expect(add('%PDF-1', { by: personOf('dewi', 'lan') })).rejects.toEqual(code('community-not-found'));
  const cancelled = await world({ state: 'cancelled' });
  await expect(cancelled.add('%PDF-1')).rejects.toEqual(code('community-not-now'));
  expect(room.files.size + cancelled.room.files.size).toBe(0);
  const closed = await world({ state: 'closed' });
  expect(await closed.add('%PDF-1')).toBe('added');
});

it('files that come at once are all kept, also while somebody says that they were there', async () => {
  const { deps, room, place, add, kept } = await world();
  const [meeting, { saveMeeting }] = [await deps.communities.findMeeting(place), deps.communities];
  if (!meeting) throw new Error('it is there');
  let others = 0;
  deps.communities.saveMeeting = async (next) => {
    others += 1;
    // The first two tries each find that somebody was quicker.
    return others <= 2 ? 'conflict' : saveMeeting(next);
  };
  expect(await Promise.all(['%PDF-1', '%PDF-2', '%PDF-3'].map((text) => add(text)))).toEqual(
    Array.from({ length: 3 }, () => 'added'),
  );
  expect([(await kept()).length, room.files.size]).toEqual([3, 3]);
});

it('a file stays where a time-out leaves it open whether it is named, and goes where it surely is not', async () => {
  const { deps, room, add } = await world();
  deps.communities.saveMeeting = async () => {
    throw new Unavailable('late');
  };
  await expect(add('%PDF-1')).rejects.toThrow('late');
  expect(room.files.size).toBe(1);
  deps.communities.saveMeeting = async () => 'conflict';
  await expect(add('%PDF-2')).rejects.toEqual(code('community-changed'));
  expect(room.files.size).toBe(1);
});

it('what somebody brought goes with them, and what others brought stays', async () => {
  const { deps, room, add, kept } = await world({ minutes: 'Notula', state: 'closed' });
  await add('%PDF-1');
  await add('%PDF-2', { by: wulan });
  await add('%PDF-3');
  // Who has left is found as well.
  const member = await deps.communities.findMember(memberSample().communityId, budi.personId);
  if (member) await deps.communities.saveMember({ ...member, state: 'left' });
  expect(await countMaterials(deps.communities, budi.personId)).toBe(2);
  expect(await forgetMaterials(deps, budi.personId)).toBe(2);
  expect((await kept()).map(({ addedBy }) => addedBy)).toEqual([wulan.personId]);
  expect(room.files.size).toBe(1);
  expect([
    await countMaterials(deps.communities, budi.personId),
    await forgetMaterials(deps, budi.personId),
  ]).toEqual([0, 0]);
});
