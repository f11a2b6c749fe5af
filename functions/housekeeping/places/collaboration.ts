import { erasedWords, forgetPerson, isForgotten, type PairStore, sharedWith } from '@sinau/collaboration';
import { type BoardStore, countWritten, forgetAuthor, type Hidden } from '@sinau/collaboration/board';
import {
  type CommunityStore,
  countForgettable,
  countMaterials,
  forgetMaterials,
  forgetMember,
  type MeetingMaterialRoom,
  materialsBy,
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
    // What was emptied stays, and is nothing that is left.
    coaching: shared.reduce(
      (sum, { pair, sessions }) =>
        sum + Number(pair.goal !== erasedWords) + sessions.filter((one) => !isForgotten(one)).length,
      0,
    ),
  });
  return {
    name: 'coaching',
    // Whoever was writing has written by then.
    settleMs,
    settlesAfter: 'confirmation',
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

const none = { communities: 0, meetingFiles: 0 };

/**
 * Communities that somebody is in, the meetings they were at, and the files that they brought, which go with them. An erasure takes them out, with what was said of why they were not there; that they were at a meeting stays under their internal id, as
 * the JP of others rest on how many were there.
 */
export function communitiesPlace(
  {
    communities,
    meetingMaterials: materials,
  }: {
    readonly communities: CommunityStore;
    readonly meetingMaterials: Pick<MeetingMaterialRoom, 'remove'>;
  },
  settleMs: number,
): PersonPlace {
  return {
    name: 'communities',
    // Whoever was joining has joined by then.
    settleMs,
    settlesAfter: 'confirmation',
    async count({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: none };
      const [inThem, files] = [
        await countForgettable(communities, personId),
        await countMaterials(communities, personId),
      ];
      return { counts: { communities: inThem, meetingFiles: files } };
    },
    async erase({ personId, keepVerbs }) {
      if (keepVerbs) return { counts: none };
      // First of all the files: they are found by whatever somebody is in or was.
      const files = await forgetMaterials({ communities, materials }, personId);
      return { counts: { communities: await forgetMember(communities, personId), meetingFiles: files } };
    },
    async copy({ personId }) {
      const [own, brought] = await Promise.all([
        memberIn(communities, personId),
        materialsBy(communities, personId),
      ]);
      const files = brought.flatMap(({ meeting: { communityId, meetingId, topic }, materials: all }) =>
        all.map((material) => ({ meetingFile: { communityId, meetingId, topic, ...material } })),
      );
      const memberships = own.map(({ member, meetings }) => ({
        communityMember: member,
        meetings: meetings.map(({ meetingId, topic, startsAt, endsAt, state, attendances }) => ({
          ...{ meetingId, topic, startsAt, endsAt, state },
          // Who else was there is theirs.
          attendance: attendances.find((one) => one.personId === personId),
        })),
      }));
      return {
        // Files lie behind their records; a copy names each by its digest.
        records: [...memberships, ...files],
        counts: { communities: own.length, meetingFiles: files.length },
      };
    },
  };
}

/**
 * What somebody has asked and answered in communities. An erasure takes their name out of it, and why some of it was hidden; the words stay, as others have learned from them and answered
 * them. Whoever wants the words gone removes them first.
 */
export function communityBoardPlace(
  { board }: { readonly board: BoardStore },
  settleMs: number,
): PersonPlace {
  return {
    name: 'community-board',
    // Whoever was writing has written by then.
    settleMs,
    settlesAfter: 'confirmation',
    async count({ personId, keepVerbs }) {
      // A retention rule ends statements alone.
      return { counts: { boardWords: keepVerbs ? 0 : await countWritten(board, personId) } };
    },
    async erase({ personId, keepVerbs }) {
      return { counts: { boardWords: keepVerbs ? 0 : await forgetAuthor(board, personId) } };
    },
    async copy({ personId }) {
      const { questions, answers } = await board.writtenBy(personId);
      // Which answer of somebody else has helped is theirs as well; the number says that it was answered.
      const asked = questions.map(({ helpful: _, ...question }) => ({
        communityQuestion: { ...question, ...withoutHider(question) },
      }));
      const answered = answers.map((answer) => ({ communityAnswer: { ...answer, ...withoutHider(answer) } }));
      return { records: [...asked, ...answered], counts: { boardWords: asked.length + answered.length } };
    },
  };
}

/** Since when words are hidden, and why; who has hidden them is not about whoever wrote them. */
function withoutHider({ hidden }: { readonly hidden?: Hidden }): { readonly hidden?: Omit<Hidden, 'by'> } {
  if (!hidden) return {};
  const { by: _, ...rest } = hidden;
  return { hidden: rest };
}

/** All that collaboration keeps of somebody. */
export const collaborationPlaces = (
  stores: Parameters<typeof coachingPlace>[0] &
    Parameters<typeof communitiesPlace>[0] &
    Parameters<typeof communityBoardPlace>[0],
  settleMs: number,
): readonly PersonPlace[] => [
  coachingPlace(stores, settleMs),
  communitiesPlace(stores, settleMs),
  communityBoardPlace(stores, settleMs),
];
