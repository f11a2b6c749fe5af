import { forgetPerson, type PairStore, sharedWith } from '@sinau/collaboration';
import {
  type CommunityStore,
  countForgettable,
  forgetMember,
  memberIn,
} from '@sinau/collaboration/communities';
import { forgetSignedForms, type SignedFormFiles, type SignedFormStore } from '@sinau/credentials';
import type { Digest, Signer } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import type { PersonPlace, Subject } from '@sinau/privacy';

interface CoachingStores {
  readonly pairs: PairStore;
  readonly forms: SignedFormStore;
  readonly formFiles: SignedFormFiles;
  readonly signer: Signer;
  readonly digest: Digest;
}

/**
 * What somebody agreed and wrote with those who coach and mentor them, or whom they guide. An erasure takes every word out, and the forms that were printed, and ends what goes on; that
 * a session took place stays, as the JP of the other one rest on it. Both have written it, so that both have a copy.
 */
export function coachingPlace(stores: CoachingStores, settleMs: number): PersonPlace {
  const deps = { pairs: stores.pairs, clock: systemClock };
  const meant = async ({ personId, keepVerbs }: Subject) =>
    // A retention rule ends statements alone.
    keepVerbs ? [] : sharedWith(deps, personId);
  const countOf = (shared: Awaited<ReturnType<typeof sharedWith>>) => ({
    coaching: shared.reduce((sum, { sessions }) => sum + 1 + sessions.length, 0),
  });
  return {
    name: 'coaching',
    // Whoever was writing has written by then.
    settleMs,
    count: async (subject) => ({ counts: countOf(await meant(subject)) }),
    async erase({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: { coaching: 0 } };
      const shared = await sharedWith(deps, personId);
      const coaching = await forgetPerson(deps, personId);
      // After the words: whatever is printed from then on has none.
      await forgetSignedForms(
        stores,
        shared.flatMap(({ sessions }) => sessions),
      );
      return { counts: { coaching } };
    },
    async copy({ personId }) {
      const shared = await sharedWith(deps, personId);
      return {
        records: shared.flatMap(({ pair, sessions }) => [
          { pair },
          ...sessions.map((session) => ({ coachingSession: session })),
        ]),
        counts: countOf(shared),
      };
    },
  };
}

/**
 * Communities that somebody is in, and the meetings they were at. An erasure takes them out, with what was said of why they were not there; that they were at a meeting stays under their internal id, as
 * the JP of others rest on how many were there.
 */
export function communitiesPlace(
  { communities }: { readonly communities: CommunityStore },
  settleMs: number,
): PersonPlace {
  return {
    name: 'communities',
    // Whoever was joining has joined by then.
    settleMs,
    async count({ personId, keepVerbs }) {
      return { counts: { communities: keepVerbs ? 0 : await countForgettable(communities, personId) } };
    },
    async erase({ personId, keepVerbs }) {
      return { counts: { communities: keepVerbs ? 0 : await forgetMember(communities, personId) } };
    },
    async copy({ personId }) {
      const own = await memberIn(communities, personId);
      return {
        records: own.map(({ member, meetings }) => ({
          communityMember: member,
          meetings: meetings.map(({ meetingId, topic, startsAt, endsAt, state, attendances }) => ({
            ...{ meetingId, topic, startsAt, endsAt, state },
            // Who else was there is theirs.
            attendance: attendances.find((one) => one.personId === personId),
          })),
        })),
        counts: { communities: own.length },
      };
    },
  };
}
