import type { RecognitionMoved } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { followAssessed, followTeaching, type Recognition, type RecognitionId } from '@sinau/recognition';
import type { RecognitionFollower } from '../shared/recognition-parts.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowRecognitionDeps extends TellDeps {
  /** Loaded with the first fact that it follows. */
  readonly recognition: () => Promise<RecognitionFollower>;
}

type Followed = FactOf<'teaching-shared' | 'competency-assessed' | 'recognition-moved'>;

/** Who taught others, and whose gap others found closed, is recognised; people hear what was decided. */
export async function followRecognition(deps: FollowRecognitionDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'teaching-shared': {
      const { type: _, eventId: _id, ...said } = fact;
      return followTeaching(await deps.recognition(), said);
    }
    case 'competency-assessed':
      return followAssessed(await deps.recognition(), { personId: fact.personId as PersonId });
    case 'recognition-moved':
      return tellOf(deps, fact);
  }
}

/** Few proposals wait for more administrators than that. */
const mostDeciders = 20;

async function tellOf(deps: FollowRecognitionDeps, fact: RecognitionMoved): Promise<void> {
  const { recognitions } = await deps.recognition();
  const place = { personId: fact.personId as PersonId, recognitionId: fact.recognition as RecognitionId };
  const one = await recognitions.find(place);
  // It has gone on since: what is told then is told by that step.
  if (one?.state !== fact.to) return;
  if (fact.to === 'proposed') return tellDeciders(deps, fact, one);
  const { to } = fact;
  // What somebody was proposed for and was not given they never hear of.
  if (to === 'granted' || to === 'undone' || to === 'lapsed') {
    const { value, origin } = one;
    const params = { value, origin: origin.kind, to, ...why(one) };
    await tell(deps, fact, { kind: 'recognition-moved', params, link: '/recognitions' });
  }
  if (to === 'granted' || to === 'undone' || to === 'declined')
    await tellProposer(deps, { ...fact, to }, one);
}

const why = ({ steps }: Recognition) => {
  const reason = steps.at(-1)?.reason;
  return reason === undefined ? {} : { reason };
};

/** Not where the proposer did it themselves, or was erased. */
async function tellProposer(
  deps: FollowRecognitionDeps,
  { eventId, to }: { readonly eventId: string; readonly to: 'granted' | 'undone' | 'declined' },
  one: Recognition,
): Promise<void> {
  const { origin, value } = one;
  if (origin.kind !== 'people' || origin.by.id === '' || origin.by.id === one.steps.at(-1)?.by?.id) return;
  const person = (await deps.people.find(one.personId))?.name ?? '–';
  const told = { eventId: `${eventId}:proposer`, personId: origin.by.id };
  const params = { value, person, to, ...why(one) };
  await tell(deps, told, { kind: 'recognition-decided', params, link: '/recognitions' });
}

async function tellDeciders(
  deps: FollowRecognitionDeps,
  fact: RecognitionMoved,
  { personId, agencyId, recognitionId, origin, value }: Recognition,
): Promise<void> {
  const person = (await deps.people.find(personId))?.name;
  if (person === undefined || origin.kind !== 'people') return;
  const holders = await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin');
  const deciders = holders.filter((id) => id !== personId && id !== origin.by.id).slice(0, mostDeciders);
  const link = `/agency/recognitions/${encodeURIComponent(personId)}/${encodeURIComponent(recognitionId)}`;
  for (const decider of deciders) {
    const told = { eventId: `${fact.eventId}:${decider}`, personId: decider };
    const params = { value, person, by: origin.by.name };
    await tell(deps, told, { kind: 'recognition-proposed', params, link });
  }
}
