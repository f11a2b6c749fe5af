import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { expect, it } from 'vitest';
import { memoryCommunityStore } from '../testing/index.ts';
import { checkInAtMeeting, openMeetingDoor, showMeetingCode } from './check-in.ts';
import { isSure, type Meeting } from './community.ts';
import { decideMember, foundCommunity, joinCommunity, openCommunity } from './lead.ts';
import { closeMeeting, planMeeting, undoMeeting } from './meet.ts';
import { recordMeeting } from './record-meeting.ts';

const personOf = (name: string, agency = 'bkn'): PersonPrincipal => ({
  ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'], agencyId: agency as AgencyId },
});
const [budi, sri, tuti, wulan] = ['budi', 'sri', 'tuti', 'wulan'].map((name) => personOf(name)) as [
  ...[PersonPrincipal, PersonPrincipal, PersonPrincipal, PersonPrincipal],
];
const code = (of: string) => expect.objectContaining({ code: `collaboration.${of}` });
const minutes = 'Kalimat pendek dibahas dengan tiga contoh surat dinas.';

const signer = hmacSigner('s'.repeat(32));

/** A meeting from two to three o’clock, with Budi who leads and Sri, Tuti and Wulan; it is a quarter past two. */
async function world() {
  const clock = fixedClock('2026-03-09T02:15:00.000Z');
  const places = {
    placeOf: async () => ({ agencyId: 'bkn' as AgencyId, zone: 'Asia/Jakarta' as const }),
  };
  const deps = { communities: memoryCommunityStore(), places, clock, ids: countedIds(), signer };
  const terms = { name: 'Penulis', about: 'Menulis lebih jelas', values: ['kompeten'] as const };
  const communityId = await foundCommunity(deps, { principal: budi, terms: { ...terms, joining: 'open' } });
  for (const principal of [sri, tuti, wulan]) await joinCommunity(deps, { principal, communityId });
  const times = { startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T03:00:00.000Z' };
  const meetingId = await planMeeting(deps, {
    principal: budi,
    communityId,
    terms: { topic: 'Rapat', ...times },
  });
  const place = { communityId, meetingId };
  const shown = async (principal = budi) => (await showMeetingCode(deps, { principal, place })).code;
  const scan = async (principal: PersonPrincipal, of?: string) =>
    openMeetingDoor(deps, { principal, place, code: of ?? (await shown()) });
  const tap = (principal: PersonPrincipal, ticket: string) =>
    checkInAtMeeting(deps, { principal, place, ticket });
  const enter = async (principal: PersonPrincipal) => tap(principal, (await scan(principal)).ticket);
  const meeting = async () => (await deps.communities.findMeeting(place)) as Meeting;
  const ownOf = async (who: PersonPrincipal) =>
    (await meeting()).attendances.find(({ personId }) => personId === who.personId);
  const record = async (
    present: readonly PersonPrincipal[],
    over: Partial<Parameters<typeof recordMeeting>[1]> = {},
  ) => {
    const { attendances, recorded = 0 } = await meeting();
    const there = attendances.flatMap((one) => (one.present ? [one.personId] : []));
    const ids = present.map(({ personId }) => personId);
    const said = { minutes, present: ids, taught: [], shown: there, recorded };
    return recordMeeting(deps, { principal: budi, place, ...said, ...over });
  };
  const lead = (who: PersonPrincipal) =>
    decideMember(deps, { principal: budi, communityId, personId: who.personId, step: 'facilitator' });
  return { deps, clock, place, communityId, shown, scan, tap, enter, meeting, ownOf, record, lead };
}

it('a code that a facilitator shows is both words at once, and counts once', async () => {
  const w = await world();
  const door = await w.scan(sri);
  expect(door.state).toBe('ready');
  expect([await w.tap(sri, door.ticket), await w.tap(sri, door.ticket)]).toEqual(['checked-in', 'in']);
  const own = await w.ownOf(sri);
  expect(own).toMatchObject({ present: true, way: 'code', markedBy: 'budi' });
  expect(own && isSure(own)).toBe(true);
  expect((await w.scan(sri)).state).toBe('in');
});

it('all who check in at once are in', async () => {
  const w = await world();
  const tickets = await Promise.all(
    [sri, tuti, wulan].map(async (one) => [one, (await w.scan(one)).ticket] as const),
  );
  await Promise.all(tickets.map(([one, ticket]) => w.tap(one, ticket)));
  expect((await w.meeting()).attendances.filter(isSure)).toHaveLength(3);
});

it('a whole hall that taps in one moment is in', async () => {
  const w = await world();
  const hall = Array.from({ length: 60 }, (_, n) => personOf(`p${n}`));
  const tickets: string[] = [];
  for (const principal of hall) {
    await joinCommunity(w.deps, { principal, communityId: w.communityId });
    tickets.push((await w.scan(principal)).ticket);
  }
  const taps = await Promise.all(hall.map((one, n) => w.tap(one, tickets[n] ?? '')));
  expect(new Set(taps)).toEqual(new Set(['checked-in']));
  expect((await w.meeting()).attendances.filter(isSure)).toHaveLength(60);
});

it('a picture of a code, one of another screen or made up, and what opens for another person open nothing', async () => {
  const w = await world();
  const old = await w.shown();
  w.clock.advance(60_000);
  await expect(w.scan(sri, old)).rejects.toThrow(code('code-expired'));
  for (const wrong of ['', '1.x', `${old}x`])
    await expect(w.scan(sri, wrong)).rejects.toThrow(code('code-unknown'));
  const { ticket } = await w.scan(sri);
  await expect(w.tap(tuti, ticket)).rejects.toThrow(code('code-unknown'));
  w.clock.advance(301_000);
  await expect(w.tap(sri, ticket)).rejects.toThrow(code('code-expired'));
  // Who does not lead has no screen, and one who does no longer has none that counts.
  await expect(w.shown(sri)).rejects.toThrow(code('community-not-now'));
  await w.lead(sri);
  const hers = await w.shown(sri);
  const { communityId } = w;
  await decideMember(w.deps, { principal: budi, communityId, personId: sri.personId, step: 'member' });
  await expect(w.scan(tuti, hers)).rejects.toThrow(code('code-unknown'));
  expect((await w.meeting()).attendances).toEqual([]);
});

it('the door is open to members alone, from half an hour before until a quarter after, while it is not closed', async () => {
  const w = await world();
  const { ticket } = await w.scan(sri);
  const stranger = personOf('ani');
  await expect(w.scan(stranger)).rejects.toThrow(code('members-only'));
  await expect(w.scan(personOf('ani', 'lan'))).rejects.toThrow(code('community-not-found'));
  const undo = { principal: budi, place: w.place, reason: 'Tidak jadi', to: 'cancelled' } as const;
  w.clock.advance(60 * 60_000);
  await expect(w.tap(sri, ticket)).rejects.toThrow();
  await expect(w.scan(sri)).rejects.toThrow(code('check-in-shut'));
  await undoMeeting(w.deps, undo);
  await expect(w.scan(sri)).rejects.toThrow(code('check-in-shut'));
});

it('opens to nobody who is of another agency by now, and shows them no code, unless it is open to all', async () => {
  const w = await world();
  await w.lead(sri);
  const { ticket } = await w.scan(tuti);
  const [leader, member] = [personOf('sri', 'lan'), personOf('tuti', 'lan')];
  await expect(w.shown(leader)).rejects.toThrow(code('community-not-now'));
  const entries = () => [w.tap(member, ticket), w.shown().then((shown) => w.scan(member, shown))];
  for (const entry of entries()) await expect(entry).rejects.toThrow(code('members-only'));
  expect((await w.meeting()).attendances).toEqual([]);
  const boss: PersonPrincipal = { ...personOf('boss'), roles: ['agency-admin'] };
  await openCommunity(w.deps, { principal: boss, communityId: w.communityId, openTo: 'all' });
  expect(await w.shown(leader)).toBeTypeOf('string');
  expect(await w.tap(member, ticket)).toBe('checked-in');
});

it('a facilitator who scans their own screen has marked themselves, and that of another has not', async () => {
  const w = await world();
  await w.enter(budi);
  const alone = await w.ownOf(budi);
  expect(alone && isSure(alone)).toBe(false);
  await w.lead(sri);
  await w.tap(sri, (await w.scan(sri)).ticket);
  const other = await w.ownOf(sri);
  expect(other && isSure(other)).toBe(true);
});

it('the screen of another facilitator counts before one’s own and after it', async () => {
  const w = await world();
  await w.lead(sri);
  const scanned = async (of: PersonPrincipal) => {
    const { state, ticket } = await w.scan(budi, await w.shown(of));
    const own = async () => (await w.meeting()).attendances.filter(isSure).length;
    return [state, await w.tap(budi, ticket), await own()];
  };
  expect(await scanned(budi)).toEqual(['ready', 'checked-in', 0]);
  expect(await scanned(budi)).toEqual(['in', 'in', 0]);
  expect(await scanned(sri)).toEqual(['ready', 'checked-in', 1]);
  expect(await w.ownOf(budi)).toMatchObject({ markedBy: 'sri', way: 'code' });
  for (const one of [sri, budi]) expect(await scanned(one)).toEqual(['in', 'in', 1]);
  expect(await w.ownOf(budi)).toMatchObject({ markedBy: 'sri' });

  const other = await world();
  await other.lead(sri);
  const hers = await other.scan(budi, await other.shown(sri));
  expect(await other.tap(budi, hers.ticket)).toBe('checked-in');
  const his = await other.scan(budi, await other.shown(budi));
  expect([his.state, await other.tap(budi, his.ticket)]).toEqual(['in', 'in']);
  const kept = await other.ownOf(budi);
  expect(kept && isSure(kept)).toBe(true);
});

it('a record that was begun before somebody scanned does not take them out, and minutes are not lost', async () => {
  const w = await world();
  const { recorded = 0 } = await w.meeting();
  await w.enter(sri);
  await w.record([tuti], { shown: [], recorded });
  expect(await w.ownOf(sri)).toMatchObject({ present: true, way: 'code' });
  expect(await w.ownOf(tuti)).toMatchObject({ present: true });
  expect((await w.meeting()).minutes).toBe(minutes);
  // Two facilitators who write at once: the second looks again.
  await expect(w.record([tuti], { recorded })).rejects.toThrow(code('community-changed'));
});

it('who scanned is taken out with a reason that stays, and no code brings them back', async () => {
  const w = await world();
  for (const one of [sri, tuti, wulan]) await w.enter(one);
  const { ticket } = await w.scan(sri);
  await expect(w.record([tuti, wulan])).rejects.toThrow(code('meeting-unfit'));
  await w.record([tuti, wulan], { reason: 'Pulang setelah lima menit' });
  const own = await w.ownOf(sri);
  expect(own).toMatchObject({
    present: false,
    override: { by: 'budi', reason: 'Pulang setelah lima menit', at: w.clock.now().toISOString() },
  });
  await expect(w.tap(sri, ticket)).rejects.toThrow(code('check-in-overridden'));
  w.clock.advance(46 * 60_000);
  await expect(closeMeeting(w.deps, { principal: budi, place: w.place })).rejects.toThrow(
    code('meeting-incomplete'),
  );
  // A mistake is mended: both words hold again.
  await w.record([sri, tuti, wulan]);
  expect(await w.ownOf(sri)).not.toHaveProperty('override');
  await closeMeeting(w.deps, { principal: budi, place: w.place });
});

it('who was marked by hand confirms by the code', async () => {
  const w = await world();
  await w.record([sri]);
  await w.enter(sri);
  const own = await w.ownOf(sri);
  expect(own).toMatchObject({ present: true, markedBy: 'budi', confirmedAt: expect.any(String) });
  expect(own).not.toHaveProperty('way');
});
