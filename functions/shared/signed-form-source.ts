import { isForgotten, minutesOf, type PairId, type PairStore, type SessionId } from '@sinau/collaboration';
import type { SignedFormFacts, SignedFormSource } from '@sinau/credentials';
import { type OrganisationStore, organisationName, type PeopleStore } from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';

interface Deps {
  readonly pairs: Pick<PairStore, 'find' | 'findSession'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
}

const states = { confirmed: 'signed', waits: 'open', lapsed: 'open', withdrawn: 'withdrawn' } as const;

/** A session that two people have signed, as forms print it and as whoever checks one is told. Names are those of today. */
export function createSignedFormSource(deps: Deps): SignedFormSource {
  const partyOf = async (personId: PersonId, agencyId: AgencyId) => {
    const [person, agency] = await Promise.all([
      deps.people.find(personId),
      organisationName(deps, { kind: 'agency', agencyId }),
    ]);
    return { name: person?.name ?? '–', ...(agency !== undefined && { agency }) };
  };
  return {
    async read(source): Promise<SignedFormFacts | undefined> {
      const pairId = source.pairId as PairId;
      const [pair, session] = await Promise.all([
        deps.pairs.find(pairId),
        deps.pairs.findSession({ pairId, sessionId: source.sessionId as SessionId }),
      ]);
      if (!pair || !session) return undefined;
      const [guide, learner] = await Promise.all([
        partyOf(session.guide, session.guideAgency),
        partyOf(session.learner, session.learnerAgency),
      ]);
      const { kind, version: edition, startsAt, endsAt, zone, topic, result, followUp, showTopic } = session;
      return {
        ...{ kind, state: states[session.state], edition, guide, learner, startsAt, endsAt, timeZone: zone },
        ...{ minutes: minutesOf(session), goal: pair.goal, topic, result, followUp, showTopic },
        signatures: session.signatures.map(({ side, at }) => ({ side, at })),
        ...(isForgotten(session) && { isErased: true as const }),
      };
    },
  };
}
