import {
  addMeetingMaterial,
  type Community,
  type CommunityId,
  changeCommunity,
  checkInAtMeeting,
  closeMeeting,
  confirmAttendance,
  decideMember,
  foundCommunity,
  hoursOf,
  isConfirmable,
  isDoorOpen,
  isIn,
  isInside,
  joinCommunity,
  lacksOf,
  leaveCommunity,
  listCommunities,
  type Meeting,
  type MeetingId,
  type Member,
  mostMaterialBytes,
  openMeetingDoor,
  planMeeting,
  readCommunity,
  readMeeting,
  readMeetingMaterial,
  recordMeeting,
  removeMeetingMaterial,
  ruleFor,
  showMeetingCode,
  undoMeeting,
} from '@sinau/collaboration/communities';
import { organisationName } from '@sinau/identity';
import { codeSeconds, localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import type {
  CommunitiesPorts,
  CommunityLine,
  CommunityView,
  MeetingLine,
  MeetingView,
  MemberLine,
} from '@sinau/web';
import { codeSquares } from './code-squares.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { momentOn, zoneNames } from './zone-clock.ts';

type Deps = Pick<
  PortalDeps,
  'collaboration' | 'meetingMaterials' | 'organisations' | 'people' | 'portalOrigin' | 'signer'
>;

const at = (communityId: string) => communityId as CommunityId;
const placeOf = (place: { readonly communityId: string; readonly meetingId: string }) => ({
  ...{ communityId: at(place.communityId), meetingId: place.meetingId as MeetingId },
});

/** Communities of practice, for those who are in them and those who may come in. */
export function joinCommunities(deps: Deps): CommunitiesPorts {
  const zoneOf = async ({ personId }: PersonPrincipal) =>
    (await (await deps.collaboration()).places.placeOf(personId))?.zone ?? 'Asia/Jakarta';
  return {
    listOf: async (principal) => {
      const { own, others } = await listCommunities(await deps.collaboration(), { principal });
      return {
        own: await inTurns(own, ({ community, member }) =>
          lineOf(deps, community, mineOf(community, member, principal)),
        ),
        others: await inTurns(others, (community) => lineOf(deps, community, undefined)),
      };
    },
    communityOf: (principal, communityId) => communityView(deps, principal, communityId),
    found: async (principal, terms) => foundCommunity(await deps.collaboration(), { principal, terms }),
    change: async (principal, communityId, change) =>
      changeCommunity(await deps.collaboration(), { principal, communityId: at(communityId), change }),
    join: async (principal, communityId) =>
      joinCommunity(await deps.collaboration(), { principal, communityId: at(communityId) }),
    leave: async (principal, communityId) =>
      leaveCommunity(await deps.collaboration(), { principal, communityId: at(communityId) }),
    decide: async (principal, communityId, { personId, step }) =>
      decideMember(await deps.collaboration(), {
        ...{ principal, communityId: at(communityId), personId: personId as PersonId, step },
      }),
    clockOf: async (principal) => {
      const [zone, { clock }] = await Promise.all([zoneOf(principal), deps.collaboration()]);
      return { today: localDateOf(clock.now().getTime(), zone), zone: zoneNames[zone] };
    },
    plan: async (principal, communityId, { date, from, until, ...terms }) => {
      const zone = await zoneOf(principal);
      const times = { startsAt: momentOn(date, from, zone), endsAt: momentOn(date, until, zone) };
      return planMeeting(await deps.collaboration(), {
        ...{ principal, communityId: at(communityId), terms: { ...terms, ...times } },
      });
    },
    meetingOf: (principal, place) => meetingView(deps, principal, place),
    record: async (principal, place, { present, taught, shown, ...said }) =>
      recordMeeting(await deps.collaboration(), {
        ...{ principal, place: placeOf(place), ...said, present: present as readonly PersonId[] },
        taught: taught as readonly PersonId[],
        shown: shown as readonly PersonId[],
      }),
    confirm: async (principal, place, present) =>
      confirmAttendance(await deps.collaboration(), { principal, place: placeOf(place), present }),
    ...doorOf(deps),
    ...filesOf(deps),
    close: async (principal, place) =>
      closeMeeting(await deps.collaboration(), { principal, place: placeOf(place) }),
    undo: async (principal, place, undo) =>
      undoMeeting(await deps.collaboration(), { principal, place: placeOf(place), ...undo }),
  };
}

/** At the door of a meeting: what a facilitator's screen shows, and what phones do that scan it. */
function doorOf(deps: Deps): Pick<CommunitiesPorts, 'code' | 'door' | 'checkIn'> {
  const desk = async () => ({ ...(await deps.collaboration()), signer: deps.signer });
  return {
    async code(principal, place) {
      const asked = { principal, place: placeOf(place) };
      const { community, meeting, code, open } = await showMeetingCode(await desk(), asked);
      const path = [place.communityId, 'meetings', place.meetingId, 'check-in'].map(encodeURIComponent);
      const url = `${deps.portalOrigin}/communities/${path.join('/')}?code=${encodeURIComponent(code)}`;
      const { topic, startsAt, endsAt, attendances } = meeting;
      return {
        ...{ ...place, community: community.name, topic, startsAt, endsAt, isOpen: open },
        ...{ code: await codeSquares(url), seconds: codeSeconds / 2 },
        checkedIn: attendances.filter((one) => one.present && one.confirmedAt !== undefined).length,
      };
    },
    async door(principal, place, code) {
      const asked = { principal, place: placeOf(place), code };
      const { community, meeting, state, ticket } = await openMeetingDoor(await desk(), asked);
      const { topic, startsAt } = meeting;
      return { ...place, community: community.name, topic, startsAt, state, ticket };
    },
    async checkIn(principal, place, ticket) {
      await checkInAtMeeting(await desk(), { principal, place: placeOf(place), ticket });
    },
  };
}

/** Files of meetings. */
function filesOf(
  deps: Deps,
): Pick<CommunitiesPorts, 'maxBytes' | 'addMaterial' | 'removeMaterial' | 'materialOf'> {
  const desk = async () => ({ ...(await deps.collaboration()), materials: await deps.meetingMaterials() });
  return {
    maxBytes: mostMaterialBytes,
    addMaterial: async (principal, place, file) =>
      addMeetingMaterial(await desk(), { principal, place: placeOf(place), ...file }),
    removeMaterial: async (principal, place, materialId) =>
      removeMeetingMaterial(await desk(), { principal, place: placeOf(place), materialId }),
    materialOf: async (principal, place, materialId) =>
      readMeetingMaterial(await desk(), { principal, place: placeOf(place), materialId }),
  };
}

const nameOf = async ({ people }: Pick<Deps, 'people'>, personId: PersonId): Promise<string> =>
  (await people.find(personId))?.name ?? '–';

async function lineOf(deps: Deps, community: Community, mine: CommunityLine['mine']): Promise<CommunityLine> {
  const { communityId, agencyId, name, about, values, joining, openTo, state } = community;
  const agency = (await organisationName(deps, { kind: 'agency', agencyId })) ?? '–';
  return {
    ...{ communityId, name, about, agency, values, joining, openTo, state },
    ...(mine && { mine }),
  };
}

function mineOf(
  community: Community,
  member: Member | undefined,
  principal: PersonPrincipal,
): CommunityLine['mine'] {
  if (member?.state === 'asked') return 'asked';
  if (!isIn(member)) return undefined;
  return isInside(community, member, principal) ? member.role : 'outside';
}

async function communityView(
  deps: Deps,
  principal: PersonPrincipal,
  communityId: string,
): Promise<CommunityView> {
  const desk = await deps.collaboration();
  const seen = await readCommunity(desk, { principal, communityId: at(communityId) });
  const linesOf = (members: readonly Member[]) =>
    inTurns(
      members,
      async ({ personId, role }): Promise<MemberLine> => ({
        ...{ personId, name: await nameOf(deps, personId), role, isMe: personId === principal.personId },
      }),
    );
  const [line, facilitators, members, asked] = await Promise.all([
    lineOf(deps, seen.community, mineOf(seen.community, seen.member, principal)),
    linesOf(seen.facilitators),
    linesOf(seen.members),
    linesOf(seen.asked),
  ]);
  const now = desk.clock.now().toISOString();
  return {
    ...{ ...line, count: seen.count, asked, facilitators: facilitators.map(({ name }) => name) },
    members: members.toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    meetings: seen.meetings.map((meeting) => meetingLine(meeting, principal, now)),
  };
}

/** Whether the reader is marked as present and may say so, or has. */
function ownOf(meeting: Meeting, { personId }: PersonPrincipal, now: string): MeetingView['own'] {
  const own = meeting.attendances.find((one) => one.personId === personId);
  if (!own?.present || meeting.state === 'cancelled' || !isConfirmable(meeting, now)) return undefined;
  return own.confirmedAt === undefined ? 'to-say' : 'said';
}

function meetingLine(meeting: Meeting, principal: PersonPrincipal, now: string): MeetingLine {
  const { communityId, meetingId, topic, startsAt, state } = meeting;
  const waits = ownOf(meeting, principal, now) === 'to-say';
  return { communityId, meetingId, topic, startsAt, state, waits, hasBegun: startsAt <= now };
}

async function meetingView(
  deps: Deps,
  principal: PersonPrincipal,
  place: Parameters<typeof placeOf>[0],
): Promise<MeetingView> {
  const desk = await deps.collaboration();
  const {
    community,
    meeting,
    leads,
    isInside: isHere,
  } = await readMeeting(desk, {
    principal,
    place: placeOf(place),
  });
  const { endsAt, minutes, reason, closedBy, recorded = 0, place: room, link } = meeting;
  const now = desk.clock.now().toISOString();
  const own = ownOf(meeting, principal, now);
  const members = leads ? (await desk.communities.membersOf(community.communityId)).filter(isIn) : [];
  const known = new Set([...members, ...meeting.attendances].map(({ personId }) => personId));
  const deciders = meeting.attendances.flatMap(({ override }) => override?.by ?? []);
  const names = new Map(
    await inTurns(
      [...new Set([...known, ...deciders])],
      async (personId) => [personId, await nameOf(deps, personId)] as const,
    ),
  );
  const name = (personId: PersonId) => names.get(personId) ?? '–';
  return {
    ...{ ...meetingLine(meeting, principal, now), community: community.name, endsAt, leads, recorded },
    ...(room !== undefined && { place: room }),
    ...(link !== undefined && { link }),
    ...(minutes !== undefined && { minutes }),
    ...(reason !== undefined && { reason }),
    ...(closedBy !== undefined && { closedBy: await nameOf(deps, closedBy) }),
    ...(own && { own }),
    attendances: meeting.attendances.map(
      ({ personId, present, confirmedAt, markedBy, taughtAt, ...one }) => ({
        ...{ personId, name: name(personId), present, confirmed: confirmedAt !== undefined },
        ...{ marksSelf: markedBy === personId, taught: taughtAt !== undefined },
        byCode: one.way === 'code',
        ...(one.override && { override: { by: name(one.override.by), reason: one.override.reason } }),
      }),
    ),
    jp: hoursOf(meeting) / 100,
    mayReadMaterials: isHere,
    mayAddMaterials: leads && meeting.state !== 'cancelled',
    // Who added it is for nobody but them to know.
    materials: (isHere ? (meeting.materials ?? []) : []).map(
      ({ materialId, name: called, sizeBytes, pages }) => ({
        ...{ materialId, name: called, sizeBytes, pages },
      }),
    ),
    isDoorOpen: isDoorOpen(meeting, desk.clock.now()),
    candidates: [...known]
      .map((personId) => ({ personId, name: name(personId) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    ...{ lacks: lacksOf(meeting, now), leastPeople: ruleFor(meeting).leastPeople },
  };
}
