import type { CommunityId, Meeting, MeetingId, Member } from '@sinau/collaboration/communities';
import {
  attendanceSample,
  communitySample,
  meetingSample,
  memberSample,
  memoryCommunityStore,
  memoryPairStore,
} from '@sinau/collaboration/testing';
import { readLedger } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { CommunityMeetingChanged } from '@sinau/domain-events';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { describe, expect, it } from 'vitest';
import type { FollowCollaborationDeps } from './follow-collaboration.ts';
import { followCollaboration } from './late-followers.ts';

const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];
const people = ['sri', 'tuti', 'wulan'];

async function world() {
  /** Whose account is closed, and who went to another agency. */
  const [closed, moved] = [new Set<string>(), new Set<string>()];
  let ms = Date.parse('2026-03-03T00:00:00.000Z');
  // What is said of one thing later has a later moment.
  const clock = {
    now: () => {
      ms += 1;
      return new Date(ms);
    },
  };
  const [credit, communities, notices] = [memoryCreditStore(), memoryCommunityStore(), memoryNoticeStore()];
  const standing = {
    ...{ agencyId: 'bkn' as AgencyId, timeZone: 'Asia/Jakarta' as const, assumed: [] },
    statuses: [{ status: 'PNS' as const, from: '2010-01-01' }],
  };
  const ledger = {
    ...{ credit, clock },
    standings: { standingOf: async () => standing, standingsOf: async () => new Map() },
  };
  const deps = {
    ...{ communities, pairs: memoryPairStore(), notices, clock },
    ...{ onMailFailure: () => {}, mail: { send: async () => undefined } },
    credit: async () => ledger,
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: personId, email: `${personId}@bkn.example` },
        status: closed.has(personId) ? 'disabled' : 'active',
        home: { kind: 'agency', agencyId: moved.has(personId) ? 'lan' : 'bkn' },
      }),
      listHolders: async ({ agencyId }: { readonly agencyId: string }) => [`admin-${agencyId}`],
    },
  } as unknown as FollowCollaborationDeps;
  await communities.found(communitySample(), memberSample());
  for (const personId of people)
    await communities.saveMember(memberSample({ personId: personId as PersonId, role: 'member' }));
  const tell = (meeting: Meeting, change: CommunityMeetingChanged['change'], personIds = people) =>
    followCollaboration(deps, {
      ...{ eventId: `m:${meeting.meetingId}:${change}:${meeting.rev}`, type: 'community-meeting-changed' },
      ...{ occurredAt: meeting.updatedAt, communityId: meeting.communityId, meetingId: meeting.meetingId },
      ...{ change, personIds },
    });
  const save = async (over: Partial<Meeting>, change: CommunityMeetingChanged['change']) => {
    const meetingId = over.meetingId ?? ('m1' as MeetingId);
    const before = await communities.findMeeting({ communityId: 'k1' as CommunityId, meetingId });
    await communities.saveMeeting({ ...(before ?? meetingSample({ meetingId })), ...over });
    await tell(
      (await communities.findMeeting({ communityId: 'k1' as CommunityId, meetingId })) as Meeting,
      change,
    );
  };
  const jp = async (personId: PersonId = sri) =>
    ((await readLedger(ledger, { personId, year: 2026 }))?.total.recognised ?? 0) / 100;
  const inbox = async (personId: PersonId) =>
    (await notices.list({ personId, limit: 20 })).map((notice) => noticeText(notice, 'id').title);
  const member = async (before: Partial<Member>, after: Partial<Member>, lead?: 'begins' | 'ends') => {
    const known = await communities.findMember('k1' as CommunityId, memberSample(before).personId);
    await communities.saveMember({ ...memberSample(before), ...after, rev: known?.rev ?? 0 });
    const { communityId, personId, state } = memberSample({ ...before, ...after });
    const eventId = `k:${personId}:${state}:${lead}`;
    await followCollaboration(deps, {
      ...{ eventId, type: 'community-member-changed', occurredAt: clock.now().toISOString() },
      ...{ communityId, personId, state, ...(lead && { lead }) },
    });
  };
  return { save, jp, inbox, member, closed, moved };
}

const sure = people.map((personId) => attendanceSample(personId));

describe('JP of meetings', () => {
  it('T7: of three lesson hours of a community on one day two count', async () => {
    const w = await world();
    await w.save({ attendances: sure }, 'attendance');
    expect(await w.jp()).toBe(0);
    await w.save({ state: 'closed' }, 'closed');
    expect(await w.jp()).toBe(2);
  });

  it('T7: the same of three meetings of one hour each', async () => {
    const w = await world();
    for (const n of [1, 2, 3]) {
      const at = (minute: string) => `2026-03-02T0${n}:${minute}:00.000Z`;
      const meetingId = `m${n}` as MeetingId;
      const times = { startsAt: at('00'), endsAt: at('50') };
      await w.save({ meetingId, ...times, attendances: sure, state: 'closed' }, 'closed');
    }
    expect(await w.jp()).toBe(2);
  });

  it('are whole hours, and none for less than one', async () => {
    const w = await world();
    const meetingId = 'm-pendek' as MeetingId;
    const endsAt = '2026-03-02T02:44:00.000Z';
    await w.save({ meetingId, endsAt, attendances: sure, state: 'closed' }, 'closed');
    expect(await w.jp()).toBe(0);
    await w.save({ endsAt: '2026-03-02T03:29:00.000Z', attendances: sure, state: 'closed' }, 'closed');
    expect(await w.jp()).toBe(1);
  });

  it('are for those of whom both sides say so, and go with the meeting', async () => {
    const w = await world();
    const { confirmedAt: _, ...unsure } = attendanceSample('sri');
    const own = attendanceSample('budi', { markedBy: budi });
    await w.save({ attendances: [unsure, own, ...sure.slice(1)], state: 'closed' }, 'closed');
    expect([await w.jp(), await w.jp(budi), await w.jp('tuti' as PersonId)]).toEqual([0, 0, 2]);
    // Said after it was closed.
    await w.save({ attendances: sure }, 'attendance');
    expect(await w.jp()).toBe(2);
    await w.save({ state: 'open' }, 'open');
    expect(await w.jp()).toBe(0);
    await w.save({ state: 'closed' }, 'closed');
    await w.save(
      { attendances: [attendanceSample('sri', { present: false }), ...sure.slice(1)] },
      'attendance',
    );
    expect([await w.jp(), await w.jp('tuti' as PersonId)]).toEqual([0, 2]);
  });
});

it('members hear of meetings that come and of what they have to say, once', async () => {
  const w = await world();
  const ahead = { startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T04:00:00.000Z' };
  await w.save(ahead, 'planned');
  const { confirmedAt: _, ...unsure } = attendanceSample('sri');
  await w.save({ attendances: [unsure] }, 'attendance');
  await w.save({ attendances: [unsure], minutes: 'Ditambah' }, 'attendance');
  await w.save({ state: 'cancelled', reason: 'Ruang dipakai' }, 'cancelled');
  expect((await w.inbox(sri)).toSorted()).toEqual([
    'Benarkah Anda hadir? Kalimat pendek',
    'Pertemuan Penulis telaahan',
    'Pertemuan dibatalkan: Kalimat pendek',
  ]);
  expect(await w.inbox(budi)).toEqual([]);
});

it('administrators hear once the last who led it is gone, and whoever leads it then that they do', async () => {
  const w = await world();
  const admin = 'admin-bkn' as PersonId;
  const { personId } = memberSample();
  await w.member({ personId: sri }, { role: 'facilitator', by: personId }, 'begins');
  expect(await w.inbox(sri)).toEqual(['Anda menjadi fasilitator Penulis telaahan']);
  await w.member({}, { role: 'member', state: 'left' }, 'ends');
  expect(await w.inbox(admin)).toEqual([]);
  await w.member({ personId: 'tuti' as PersonId }, { role: 'member', state: 'left' });
  await w.member({ personId: sri }, { role: 'member', state: 'left' }, 'ends');
  expect(await w.inbox(admin)).toEqual(['Penulis telaahan tidak lagi mempunyai fasilitator']);
});

it.each(['closed', 'moved'] as const)(
  'administrators hear so too where the only other one who led it is %s, who hears of nothing there',
  async (gone) => {
    const w = await world();
    const admin = 'admin-bkn' as PersonId;
    await w.member({ personId: sri }, { role: 'facilitator' });
    w[gone].add('sri');
    await w.member({ personId: 'dewi' as PersonId }, { role: 'member', state: 'asked' });
    const ahead = { startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T04:00:00.000Z' };
    await w.save(ahead, 'planned');
    expect(await w.inbox(sri)).toEqual([]);
    // A twin who is there hears of both.
    expect(await w.inbox(budi)).toHaveLength(1);
    expect(await w.inbox('tuti' as PersonId)).toHaveLength(1);
    await w.member({}, { role: 'member', state: 'left' }, 'ends');
    expect(await w.inbox(admin)).toEqual(['Penulis telaahan tidak lagi mempunyai fasilitator']);
  },
);
