import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommunityId, MeetingId } from '../communities/community.ts';
import type { CommunityStore } from '../communities/ports.ts';
import {
  attendanceSample,
  communitySample,
  materialSample,
  meetingSample,
  memberSample,
} from './community-samples.ts';

let count = 0;

/** What communities are kept in: every adapter answers alike. */
export function communityStoreContract(engine: string, create: () => Promise<CommunityStore>): void {
  describe(`community store (${engine})`, () => {
    let store: CommunityStore;
    let communityId: CommunityId;
    let agencyId: AgencyId;
    let budi: PersonId;
    beforeEach(async () => {
      store = await create();
      count += 1;
      [communityId, agencyId] = [`k-${count}` as CommunityId, `bkn-${count}` as AgencyId];
      budi = `budi-${count}` as PersonId;
    });
    const community = () => communitySample({ communityId, agencyId });
    const founder = () => memberSample({ communityId, agencyId, personId: budi });

    it('founds one with its facilitator once, and saves over what was read alone', async () => {
      expect(await store.find(communityId)).toBeUndefined();
      expect(await store.found(community(), founder())).toBe('saved');
      expect(await store.found(community(), founder())).toBe('conflict');
      const kept = { ...community(), rev: 1 };
      expect(await store.find(communityId)).toEqual(kept);
      expect(await store.findMember(communityId, budi)).toEqual({ ...founder(), rev: 1 });
      const saved = await Promise.all(['A', 'B'].map((name) => store.save({ ...kept, name })));
      expect(saved.toSorted()).toEqual(['conflict', 'saved']);
    });

    it('lists those of an agency, and those that are open to all', async () => {
      await store.found(community(), founder());
      expect((await store.listOf(agencyId)).map((one) => one.communityId)).toEqual([communityId]);
      const isOpen = async () => (await store.listOpen()).some((one) => one.communityId === communityId);
      expect(await isOpen()).toBe(false);
      await store.save({ ...community(), rev: 1, openTo: 'all' });
      expect(await isOpen()).toBe(true);
      await store.save({ ...community(), rev: 2 });
      expect(await isOpen()).toBe(false);
    });

    it('keeps members, by community and by person', async () => {
      await store.found(community(), founder());
      const sri = memberSample({
        ...{ communityId, agencyId, personId: `sri-${count}` as PersonId, role: 'member', state: 'asked' },
        unitId: 'u1',
      });
      expect(await store.saveMember(sri)).toBe('saved');
      expect(await store.saveMember(sri)).toBe('conflict');
      expect(await store.saveMember({ ...sri, state: 'in', rev: 1, by: budi })).toBe('saved');
      expect(await store.membersOf(communityId)).toHaveLength(2);
      expect(await store.ofPerson(sri.personId)).toEqual([{ ...sri, state: 'in', by: budi, rev: 2 }]);
    });

    it('keeps meetings with who was there', async () => {
      const meeting = meetingSample({
        ...{
          communityId,
          meetingId: `m-${count}` as MeetingId,
          minutes: 'Notula',
          link: 'https://contoh.example',
        },
        recorded: 2,
        materials: [materialSample(), materialSample({ materialId: 'f2', addedBy: budi })],
        attendances: [
          attendanceSample('sri', {
            ...{ taughtAt: '2026-03-02T05:00:00.000Z', way: 'code' },
            override: { by: budi, at: '2026-03-02T06:00:00.000Z', reason: 'Pulang lebih awal' },
          }),
        ],
      });
      expect(await store.saveMeeting(meeting)).toBe('saved');
      expect(await store.findMeeting(meeting)).toEqual({ ...meeting, rev: 1 });
      const ends = (['closed', 'cancelled'] as const).map((state) =>
        store.saveMeeting({ ...meeting, rev: 1, state }),
      );
      expect((await Promise.all(ends)).toSorted()).toEqual(['conflict', 'saved']);
      expect(await store.meetingsOf(communityId)).toHaveLength(1);
      expect(await store.meetingsOf('k-lain' as CommunityId)).toEqual([]);
    });

    it('takes the word of everybody who was there at once, beside whatever else changes', async () => {
      const names = Array.from({ length: 50 }, (_, n) => `p${n}`);
      const unsaid = names.map((name) => {
        const { confirmedAt: _, ...one } = attendanceSample(name);
        return one;
      });
      const meetingId = `m-${count}` as MeetingId;
      await store.saveMeeting(meetingSample({ communityId, meetingId, attendances: unsaid }));
      const place = { communityId, meetingId };
      const at = '2026-03-02T07:00:00.000Z';
      const say = (name: string, present = true) =>
        store.confirm(place, { personId: name as PersonId, present, at });
      expect(new Set(await Promise.all(names.map((name) => say(name))))).toEqual(new Set(['saved']));
      const all = await store.findMeeting(place);
      expect(all).toMatchObject({ updatedAt: at, rev: 51, topic: 'Kalimat pendek' });
      expect(all?.attendances).toEqual(unsaid.map((one) => ({ ...one, confirmedAt: at })));
      expect(await say('p7', false)).toBe('saved');
      expect((await store.findMeeting(place))?.attendances[7]).toEqual(unsaid[7]);
    });

    it('takes the word of nobody who is not marked, nor of a meeting that was cancelled', async () => {
      const meetingId = `m-${count}` as MeetingId;
      const place = { communityId, meetingId };
      const at = '2026-03-02T07:00:00.000Z';
      const say = (name: string) => store.confirm(place, { personId: name as PersonId, present: true, at });
      expect(await say('sri')).toBe('conflict');
      const attendances = [attendanceSample('sri'), attendanceSample('tuti', { present: false })];
      const meeting = meetingSample({ communityId, meetingId, attendances });
      await store.saveMeeting(meeting);
      expect([await say('tuti'), await say('nobody')]).toEqual(['conflict', 'conflict']);
      await store.saveMeeting({ ...meeting, state: 'cancelled', rev: 1 });
      expect(await say('sri')).toBe('conflict');
      expect(await store.findMeeting(place)).toEqual({ ...meeting, state: 'cancelled', rev: 2 });
    });

    it('lets one of two go who led it and saw the other one lead', async () => {
      await store.found(community(), founder());
      const sri = memberSample({ communityId, agencyId, personId: `sri-${count}` as PersonId });
      await store.saveMember(sri);
      const read = { ...community(), rev: 1 };
      const gone = [founder(), sri].map(
        (one) => ({ ...one, role: 'member', state: 'left', rev: 1 }) as const,
      );
      const outcomes = await Promise.all(gone.map((one) => store.stepDown(read, one)));
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      const left = (await store.membersOf(communityId)).filter(({ role }) => role === 'facilitator');
      expect(left).toHaveLength(1);
    });
  });
}
