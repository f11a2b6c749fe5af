import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { PersonPlace } from '../ports.ts';
import { memoryCommunityStore } from '../testing/index.ts';
import { type CommunityId, hoursOf, isSure, type Meeting, type MeetingId } from './community.ts';
import { forgetMember } from './forget-member.ts';
import {
  changeCommunity,
  decideMember,
  foundCommunity,
  isLeaderless,
  joinCommunity,
  leaveCommunity,
  type MemberStep,
  nameFacilitator,
  openCommunity,
} from './lead.ts';
import {
  closeMeeting,
  confirmAttendance,
  lacksOf,
  type MeetingTerms,
  planMeeting,
  readMeeting,
  undoMeeting,
} from './meet.ts';
import { listCommunities, readCommunity } from './read-communities.ts';
import { recordMeeting } from './record-meeting.ts';
import { meetingTeaching } from './teaching.ts';

const personOf = (name: string, agency = 'bkn', roles: PersonPrincipal['roles'] = ['learner']) =>
  ({
    ...{ kind: 'person', personId: name as PersonId, name, roles, agencyId: agency as AgencyId },
  }) satisfies PersonPrincipal;
const [budi, sri, tuti, wulan] = ['budi', 'sri', 'tuti', 'wulan'].map((name) => personOf(name)) as [
  ...[PersonPrincipal, PersonPrincipal, PersonPrincipal, PersonPrincipal],
];
const [guest, boss] = [personOf('guest', 'lan'), personOf('boss', 'bkn', ['agency-admin'])];
const dewi = personOf('dewi');
const minutes = 'Kalimat pendek dibahas dengan tiga contoh surat dinas.';
const code = (of: string) => expect.objectContaining({ code: `collaboration.${of}` });

const timesOf = (over: Partial<MeetingTerms> = {}): MeetingTerms => ({
  ...{ topic: 'Kalimat pendek', startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T04:15:00.000Z' },
  ...over,
});

async function world(joining: 'open' | 'approval' = 'open') {
  const clock = fixedClock('2026-03-09T05:00:00.000Z');
  /** Who went to another agency, or cannot sign in any more. */
  const gone = new Map<string, PersonPlace | undefined>();
  const places = {
    placeOf: async (personId: PersonId): Promise<PersonPlace | undefined> =>
      gone.has(personId)
        ? gone.get(personId)
        : { agencyId: (personId === 'guest' ? 'lan' : 'bkn') as AgencyId, zone: 'Asia/Jakarta' },
  };
  const communities = memoryCommunityStore();
  const deps = { communities, places, clock, ids: countedIds() };
  const terms = { name: 'Penulis', about: 'Menulis lebih jelas', values: ['kompeten'] as const, joining };
  const communityId = await foundCommunity(deps, { principal: budi, terms });
  const join = (principal: PersonPrincipal) => joinCommunity(deps, { principal, communityId });
  const plan = (over: Partial<MeetingTerms> = {}) =>
    planMeeting(deps, { principal: budi, communityId, terms: timesOf(over) });
  const meetingIn = async (meetingId: MeetingId) =>
    (await communities.findMeeting({ communityId, meetingId })) as Meeting;
  const record = async (
    meetingId: MeetingId,
    present: readonly PersonPrincipal[],
    { by = budi, taught = [] }: { by?: PersonPrincipal; taught?: readonly PersonPrincipal[] } = {},
  ) =>
    recordMeeting(deps, {
      ...{ principal: by, place: { communityId, meetingId }, minutes },
      present: present.map(({ personId }) => personId),
      taught: taught.map(({ personId }) => personId),
      shown: (await meetingIn(meetingId)).attendances.flatMap((one) => (one.present ? [one.personId] : [])),
      recorded: (await meetingIn(meetingId)).recorded ?? 0,
    });
  const confirm = (principal: PersonPrincipal, meetingId: MeetingId, present = true) =>
    confirmAttendance(deps, { principal, place: { communityId, meetingId }, present });
  const close = (meetingId: MeetingId, principal = budi) =>
    closeMeeting(deps, { principal, place: { communityId, meetingId } });
  /** Three members were there, as both sides say. */
  const held = async () => {
    for (const one of [sri, tuti, wulan]) await join(one);
    const meetingId = await plan();
    await record(meetingId, [sri, tuti, wulan]);
    for (const one of [sri, tuti, wulan]) await confirm(one, meetingId);
    return meetingId;
  };
  return { ...deps, deps, gone, communityId, join, plan, meetingIn, record, confirm, close, held };
}

describe('a community', () => {
  it('is joined at once, or once a facilitator lets somebody in', async () => {
    const open = await world();
    await open.join(sri);
    expect(await readCommunity(open, { principal: sri, communityId: open.communityId })).toMatchObject({
      ...{ count: 2, member: { state: 'in' } },
    });
    const shut = await world('approval');
    const { communityId } = shut;
    await shut.join(sri);
    expect((await readCommunity(shut, { principal: budi, communityId })).asked).toHaveLength(1);
    const letIn = { communityId, personId: sri.personId, step: 'approve' } as const;
    await expect(decideMember(shut, { principal: sri, ...letIn })).rejects.toThrow(code('community-not-now'));
    await decideMember(shut, { principal: budi, ...letIn });
    expect((await readCommunity(shut, { principal: sri, communityId })).count).toBe(2);
  });

  it('is of its agency alone until an administrator opens it to all', async () => {
    const w = await world();
    const { communityId } = w;
    await expect(w.join(guest)).rejects.toThrow(code('community-not-found'));
    const open = { communityId, openTo: 'all' } as const;
    await expect(openCommunity(w, { principal: budi, ...open })).rejects.toThrow(code('community-not-found'));
    await openCommunity(w, { principal: boss, ...open });
    expect((await listCommunities(w, { principal: guest })).others).toHaveLength(1);
    await w.join(guest);
    expect((await readCommunity(w, { principal: guest, communityId })).members).toHaveLength(2);
    // Whoever is in it stays when it is shut again, and sees nobody in it until it is open once more.
    await openCommunity(w, { principal: boss, communityId, openTo: 'agency' });
    expect(await readCommunity(w, { principal: guest, communityId })).toMatchObject({
      ...{ member: { state: 'in' }, members: [], meetings: [] },
    });
  });

  it('always has somebody who leads it', async () => {
    const w = await world();
    const { communityId } = w;
    await w.join(sri);
    await expect(leaveCommunity(w, { principal: budi, communityId })).rejects.toThrow(
      code('last-facilitator'),
    );
    const share = { principal: budi, communityId, personId: sri.personId, step: 'facilitator' } as const;
    await decideMember(w, share);
    await leaveCommunity(w, { principal: budi, communityId });
    expect((await readCommunity(w, { principal: sri, communityId })).facilitators).toHaveLength(1);
  });

  it('lets whom a facilitator has let out come in again only as one of them says', async () => {
    const w = await world();
    const { communityId } = w;
    await w.join(sri);
    const decide = (step: 'remove' | 'approve') =>
      decideMember(w, { principal: budi, communityId, personId: sri.personId, step });
    const stateOf = async () => (await w.communities.findMember(communityId, sri.personId))?.state;
    await decide('remove');
    await w.join(sri);
    expect(await stateOf()).toBe('asked');
    // Asking no more and asking again is no way around it.
    await leaveCommunity(w, { principal: sri, communityId });
    await w.join(sri);
    expect(await stateOf()).toBe('asked');
    await decide('approve');
    expect(await stateOf()).toBe('in');
    // Who goes by themselves comes back by themselves.
    await leaveCommunity(w, { principal: sri, communityId });
    await w.join(sri);
    expect(await stateOf()).toBe('in');
  });

  it('has somebody who leads it when all who do go at once', async () => {
    const w = await world();
    const { communityId } = w;
    const all = [budi, sri, tuti];
    for (const one of [sri, tuti]) {
      await w.join(one);
      await decideMember(w, { principal: budi, communityId, personId: one.personId, step: 'facilitator' });
    }
    const gone = await Promise.allSettled(
      all.map((principal) => leaveCommunity(w, { principal, communityId })),
    );
    expect(gone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const still = (await w.communities.membersOf(communityId)).filter(({ state }) => state === 'in');
    expect(still.map(({ role }) => role)).toEqual(['facilitator', 'facilitator']);
  });

  it('shows members and meetings to those who are in it', async () => {
    const w = await world();
    const { communityId } = w;
    const meetingId = await w.plan();
    expect(await readCommunity(w, { principal: sri, communityId })).toMatchObject({
      ...{ count: 1, members: [], meetings: [] },
    });
    const place = { communityId, meetingId };
    await expect(readMeeting(w, { principal: sri, place })).rejects.toThrow(code('community-not-found'));
    await expect(readMeeting(w, { principal: guest, place })).rejects.toThrow(code('community-not-found'));
    await w.join(sri);
    expect((await readMeeting(w, { principal: sri, place })).leads).toBe(false);
  });

  it('is led by whom its agency names once nobody leads it, of its people who are in it or ask to be', async () => {
    const deps = await world('approval');
    const { communities, communityId, join } = deps;
    const name = (one: PersonPrincipal, principal: PersonPrincipal = boss) =>
      nameFacilitator(deps, { principal, communityId, personId: one.personId });
    await join(sri);
    await openCommunity(deps, { principal: boss, communityId, openTo: 'all' });
    await join(guest);
    await expect(name(sri)).rejects.toEqual(code('community-not-now'));
    await forgetMember(communities, budi.personId);
    await expect(name(sri, personOf('sari', 'lan', ['agency-admin']))).rejects.toEqual(
      code('community-not-found'),
    );
    await expect(name(sri, sri)).rejects.toEqual(code('community-not-found'));
    for (const one of [budi, tuti, guest]) expect(await name(one)).toBe('nobody');
    expect(await name(sri)).toBe('named');
    expect(await communities.findMember(communityId, sri.personId)).toMatchObject({
      ...{ state: 'in', role: 'facilitator', by: 'boss' },
    });
    await expect(name(tuti)).rejects.toEqual(code('community-not-now'));
    await decideMember(deps, { principal: sri, communityId, personId: guest.personId, step: 'approve' });
  });

  it('is led by nobody once its facilitator cannot sign in any more, or went where it is not open', async () => {
    const elsewhere = { agencyId: 'lan' as AgencyId, zone: 'Asia/Jakarta' } as const;
    for (const place of [undefined, elsewhere]) {
      const w = await world();
      const { communities, communityId, gone } = w;
      const isLed = async () => {
        const community = await communities.find(communityId);
        return community && !(await isLeaderless(w, community, await communities.membersOf(communityId)));
      };
      const name = () =>
        nameFacilitator(w, { principal: boss, communityId, personId: sri.personId }).catch(
          (error: unknown) => (error as { code: string }).code,
        );
      for (const one of [sri, tuti]) await w.join(one);
      expect([await isLed(), await name()]).toEqual([true, 'collaboration.community-not-now']);
      gone.set('budi', place);
      expect(await isLed()).toBe(false);
      // Where it is open to all, whoever moved leads it still.
      await openCommunity(w, { principal: boss, communityId, openTo: 'all' });
      expect(await isLed()).toBe(place !== undefined);
      await openCommunity(w, { principal: boss, communityId, openTo: 'agency' });
      gone.set('sri', place);
      expect(await name()).toBe('nobody');
      gone.delete('sri');
      expect([await name(), await isLed()]).toEqual(['named', true]);
    }
  });

  describe('whose leader has moved to another agency', () => {
    const lan = { agencyId: 'lan' as AgencyId, zone: 'Asia/Jakarta' } as const;
    const moved = personOf('budi', 'lan');
    /** Sri is in it, Tuti asks to be; a meeting that Budi was at, and one that he was not. */
    async function movedWorld() {
      const w = await world('approval');
      const { communityId, gone, communities } = w;
      const decide = (step: MemberStep, whom: PersonPrincipal, by: PersonPrincipal = moved) =>
        decideMember(w, { principal: by, communityId, personId: whom.personId, step });
      await w.join(sri);
      await decide('approve', sri, budi);
      const [there, other] = [await w.plan(), await w.plan()];
      await w.record(there, [sri, budi]);
      await w.record(other, [sri]);
      await w.join(tuti);
      gone.set('budi', lan);
      const roleOf = async ({ personId }: PersonPrincipal) => {
        const member = await communities.findMember(communityId, personId);
        return member?.state === 'in' ? member.role : member?.state;
      };
      return { ...w, w, decide, there, other, roleOf };
    }

    it('shows them no member, nobody who asks and no meeting but those that they were at', async () => {
      const { w, communityId, there, other } = await movedWorld();
      const seen = () => readCommunity(w, { principal: moved, communityId });
      expect(await seen()).toMatchObject({
        ...{ member: { state: 'in' }, facilitators: [], members: [], asked: [], meetings: [], count: 2 },
      });
      const read = (meetingId: MeetingId) =>
        readMeeting(w, { principal: moved, place: { communityId, meetingId } });
      expect(await read(there)).toMatchObject({ isInside: false, leads: false, meeting: { minutes } });
      await expect(read(other)).rejects.toThrow(code('community-not-found'));
      // Where it is open to every agency they lead it still.
      await openCommunity(w, { principal: boss, communityId, openTo: 'all' });
      const open = await seen();
      expect(open).toMatchObject({ facilitators: [{ personId: 'budi' }], asked: [{ personId: 'tuti' }] });
      expect([open.members.length, open.meetings.length]).toEqual([2, 2]);
      expect(await read(other)).toMatchObject({ isInside: true, leads: true });
    });

    it('lets them take no step of a facilitator, and every step once they are back', async () => {
      const { w, communityId, decide, there, roleOf, gone } = await movedWorld();
      const place = { communityId, meetingId: there };
      const steps = (principal: PersonPrincipal): readonly (() => Promise<unknown>)[] => [
        ...(['approve', 'refuse'] as const).map((step) => () => decide(step, tuti, principal)),
        ...(['facilitator', 'member', 'remove'] as const).map((step) => () => decide(step, sri, principal)),
        () => planMeeting(w, { principal, communityId, terms: timesOf() }),
        () => w.record(there, [sri], { by: principal }),
        () => undoMeeting(w, { principal, place, to: 'cancelled', reason: 'Tidak jadi' }),
        () => closeMeeting(w, { principal, place }),
        () => changeCommunity(w, { principal, communityId, change: { state: 'closed' } }),
      ];
      for (const step of steps(moved)) await expect(step()).rejects.toThrow(code('community-not-now'));
      expect([await roleOf(sri), await roleOf(tuti)]).toEqual(['member', 'asked']);
      gone.delete('budi');
      const [approve, , facilitator, , , plan, record, undo] = steps(budi);
      for (const step of [approve, facilitator, plan, record, undo]) await step?.();
      expect([await roleOf(sri), await roleOf(tuti)]).toEqual(['facilitator', 'member']);
    });

    it('counts nobody of elsewhere, or whose account is closed, as the one who goes on leading it', async () => {
      const { w, communityId, decide, roleOf, gone } = await movedWorld();
      gone.delete('budi');
      await decide('facilitator', sri, budi);
      for (const place of [lan, undefined]) {
        gone.set('budi', place);
        await expect(leaveCommunity(w, { principal: sri, communityId })).rejects.toThrow(
          code('last-facilitator'),
        );
        await expect(decide('member', sri, sri)).rejects.toThrow(code('last-facilitator'));
      }
      await decide('approve', tuti, sri);
      await decide('facilitator', tuti, sri);
      await leaveCommunity(w, { principal: sri, communityId });
      // Whoever leads it takes them out, and stays.
      await decide('remove', budi, tuti);
      expect([await roleOf(budi), await roleOf(sri), await roleOf(tuti)]).toEqual([
        ...['left', 'left', 'facilitator'],
      ]);
    });

    it('lets them leave, which takes no leader from it', async () => {
      const { w, communityId, roleOf } = await movedWorld();
      await leaveCommunity(w, { principal: moved, communityId });
      expect(await roleOf(budi)).toBe('left');
    });
  });

  it('needs nobody to lead it once it is closed', async () => {
    const deps = await world();
    const { communities, communityId, join } = deps;
    await join(sri);
    const closed = { principal: budi, communityId, change: { state: 'closed' } } as const;
    await changeCommunity(deps, closed);
    await forgetMember(communities, budi.personId);
    const named = nameFacilitator(deps, { principal: boss, communityId, personId: sri.personId });
    await expect(named).rejects.toEqual(code('community-not-now'));
  });

  it('lets somebody go who is erased', async () => {
    const w = await world();
    await w.held();
    expect(await forgetMember(w.communities, sri.personId)).toBe(1);
    expect((await readCommunity(w, { principal: budi, communityId: w.communityId })).count).toBe(3);
    expect(await forgetMember(w.communities, sri.personId)).toBe(0);
  });
});

describe('a meeting', () => {
  it('is closed with minutes and three people of whom both sides say that they were there', async () => {
    const w = await world();
    const meetingId = await w.held();
    await w.close(meetingId);
    const meeting = await w.meetingIn(meetingId);
    expect(meeting).toMatchObject({ state: 'closed', closedBy: 'budi' });
    expect([meeting.attendances.filter(isSure).length, hoursOf(meeting)]).toEqual([3, 300]);
    await expect(w.close(meetingId)).rejects.toThrow(code('community-not-now'));
  });

  it('is of the thirty days in which people can say that they were there, or of the year to come', async () => {
    const w = await world();
    const on = (startsAt: string) => w.plan({ startsAt, endsAt: startsAt.replace('T02', 'T04') });
    for (const day of ['0001-01-01', '2026-02-06', '2027-03-11', '9999-12-31'])
      await expect(on(`${day}T02:00:00.000Z`)).rejects.toMatchObject({
        ...{ code: 'collaboration.meeting-unfit', issues: [{ path: '/date' }] },
      });
    for (const day of ['2026-02-08', '2027-03-09'])
      expect(await on(`${day}T02:00:00.000Z`)).toBeTypeOf('string');
  });

  it('is confirmed by everybody at once', async () => {
    const w = await world();
    const all = [sri, tuti, wulan];
    for (const one of all) await w.join(one);
    const meetingId = await w.plan();
    await w.record(meetingId, all);
    await Promise.all([...all, ...all].map((one) => w.confirm(one, meetingId)));
    expect((await w.meetingIn(meetingId)).attendances.filter(isSure)).toHaveLength(3);
  });

  it('says what is missing before', async () => {
    const w = await world();
    for (const one of [sri, tuti]) await w.join(one);
    const ahead = await w.plan({ startsAt: '2026-03-09T06:00:00.000Z', endsAt: '2026-03-09T07:00:00.000Z' });
    const now = w.clock.now().toISOString();
    expect(lacksOf(await w.meetingIn(ahead), now)).toEqual(['over', 'minutes', 'people']);
    const meetingId = await w.plan();
    await w.record(meetingId, [sri, tuti, budi]);
    for (const one of [sri, tuti, budi]) await w.confirm(one, meetingId);
    // Whoever wrote it down does not count for themselves.
    expect(lacksOf(await w.meetingIn(meetingId), now)).toEqual(['people']);
    await expect(w.close(meetingId)).rejects.toThrow(code('meeting-incomplete'));
    const { communityId } = w;
    await decideMember(w, { principal: budi, communityId, personId: sri.personId, step: 'facilitator' });
    await w.record(meetingId, [sri, tuti, budi], { by: sri });
    await w.close(meetingId);
  });

  it('counts nobody whom the facilitator alone, or who alone, has said to be there', async () => {
    const w = await world();
    const meetingId = await w.held();
    await w.record(meetingId, [tuti, wulan]);
    await w.confirm(wulan, meetingId, false);
    const sure = (await w.meetingIn(meetingId)).attendances.filter(isSure);
    expect(sure.map(({ personId }) => personId)).toEqual(['tuti']);
    await expect(w.confirm(sri, meetingId)).rejects.toThrow(code('community-not-now'));
    w.clock.advance(31 * 86_400_000);
    await expect(w.confirm(wulan, meetingId)).rejects.toThrow(code('community-not-now'));
  });

  it('is written down by facilitators over what they have read, after it began, of those who are in it', async () => {
    const w = await world();
    const { communityId } = w;
    await w.join(sri);
    const meetingId = await w.plan();
    const said = {
      place: { communityId, meetingId },
      minutes,
      present: [sri.personId],
      taught: [],
      shown: [],
    };
    await expect(recordMeeting(w, { principal: sri, ...said, recorded: 0 })).rejects.toThrow(
      code('community-not-now'),
    );
    await expect(recordMeeting(w, { principal: budi, ...said, recorded: 1 })).rejects.toThrow(
      code('community-changed'),
    );
    const foreign = { ...said, present: ['nobody' as PersonId], recorded: 0 };
    await expect(recordMeeting(w, { principal: budi, ...foreign })).rejects.toThrow(
      code('community-not-found'),
    );
    const ahead = await w.plan({ startsAt: '2026-03-09T06:00:00.000Z', endsAt: '2026-03-09T07:00:00.000Z' });
    await expect(w.record(ahead, [sri])).rejects.toThrow(code('community-not-now'));
    await expect(w.plan({ endsAt: '2026-03-09T02:29:00.000Z' })).rejects.toThrow(code('meeting-unfit'));
  });

  it('is opened again or cancelled with a reason, and what was taught goes with it', async () => {
    const w = await world();
    const meetingId = await w.held();
    await w.record(meetingId, [sri, tuti, wulan], { taught: [sri] });
    const before = await w.meetingIn(meetingId);
    await w.close(meetingId);
    const closed = await w.meetingIn(meetingId);
    const [taught] = meetingTeaching(before, closed);
    expect(taught).toMatchObject({ personId: 'sri', form: 'community', minutes: 135, withdrawn: false });
    const undo = { principal: budi, place: { communityId: w.communityId, meetingId }, reason: 'Salah catat' };
    await undoMeeting(w, { ...undo, to: 'open' });
    const opened = await w.meetingIn(meetingId);
    const [back] = meetingTeaching(closed, opened);
    expect(back).toMatchObject({ shareId: taught?.shareId, withdrawn: true });
    expect(Number(back?.revision)).toBeGreaterThan(Number(taught?.revision));
    await undoMeeting(w, { ...undo, to: 'cancelled' });
    await expect(undoMeeting(w, { ...undo, to: 'open' })).rejects.toThrow(code('community-not-now'));
    expect(meetingTeaching(opened, await w.meetingIn(meetingId))).toEqual([]);
  });
});

describe('whoever taught at a meeting', () => {
  const toldOf = async (w: Awaited<ReturnType<typeof world>>, meetingId: MeetingId) =>
    meetingTeaching(undefined, await w.meetingIn(meetingId)).map(({ personId, minutes: part }) => [
      ...[personId, part],
    ]);

  it('is nobody whom the meeting does not name, and so not whoever closes it', async () => {
    const w = await world();
    const meetingId = await w.held();
    await w.close(meetingId);
    expect(await toldOf(w, meetingId)).toEqual([]);
  });

  it('is each of those who are named and say so themselves, with an equal part of its length', async () => {
    const w = await world();
    const meetingId = await w.held();
    await w.join(dewi);
    await w.record(meetingId, [sri, tuti, wulan, dewi], { taught: [sri, dewi] });
    await w.close(meetingId);
    expect(await toldOf(w, meetingId)).toEqual([['sri', 67]]);
    const closed = await w.meetingIn(meetingId);
    await w.confirm(dewi, meetingId);
    const confirmed = await w.meetingIn(meetingId);
    expect(meetingTeaching(closed, confirmed)).toMatchObject([{ personId: 'dewi', minutes: 67 }]);
    await w.confirm(dewi, meetingId, false);
    expect(meetingTeaching(confirmed, await w.meetingIn(meetingId))).toMatchObject([
      { personId: 'dewi', withdrawn: true },
    ]);
  });

  it('is a facilitator who names themselves once three others were there and have seen it', async () => {
    const w = await world();
    // Three have said that they were there before it was said who led it.
    const meetingId = await w.held();
    w.clock.advance(60_000);
    await w.record(meetingId, [sri, tuti, wulan, budi], { taught: [budi] });
    await w.close(meetingId);
    expect(await toldOf(w, meetingId)).toEqual([]);
    for (const one of [sri, tuti, wulan]) {
      await w.confirm(one, meetingId, false);
      await w.confirm(one, meetingId);
    }
    expect(await toldOf(w, meetingId)).toEqual([['budi', 135]]);
    await w.confirm(sri, meetingId, false);
    expect(await toldOf(w, meetingId)).toEqual([]);
  });

  it('was there', async () => {
    const w = await world();
    const meetingId = await w.held();
    await expect(w.record(meetingId, [tuti, wulan], { taught: [sri] })).rejects.toThrow(
      code('meeting-unfit'),
    );
    // Named no more once the mark goes.
    await w.record(meetingId, [sri, tuti, wulan], { taught: [sri] });
    await w.record(meetingId, [sri, tuti, wulan]);
    await w.close(meetingId);
    expect(await toldOf(w, meetingId)).toEqual([]);
  });
});

it('communities of nobody are found by nobody', async () => {
  const w = await world();
  const communityId = 'tidak-ada' as CommunityId;
  await expect(readCommunity(w, { principal: sri, communityId })).rejects.toThrow(
    code('community-not-found'),
  );
});
