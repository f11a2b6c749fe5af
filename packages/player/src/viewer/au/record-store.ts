import { launchDataStateId, learnerPreferencesProfileId } from '@sinau/cmi5';
import { type Session, SessionError } from '../../session.ts';
import type { Delivery } from './outbox.ts';
import type { Keeping } from './place-keeper.ts';
import type { AuStatement } from './statements.ts';

/** State document that holds the place of the learner in this AU. */
export const placeStateId = 'sinau.place';

const version = { 'x-experience-api-version': '1.0.3' };
const json = { ...version, 'content-type': 'application/json' };

/** The documents and statements of one launch (cmi5 sections 10 and 11, xAPI 1.0.3). */
export interface RecordStore {
  /** Rejects with SessionError. */
  readonly readLaunchData: () => Promise<unknown>;
  /** Undefined where the learner has stated none. Rejects with SessionError. */
  readonly readPreferences: () => Promise<unknown>;
  /** Undefined at the first visit. Rejects with SessionError. */
  readonly readPlace: () => Promise<unknown>;
  readonly writePlace: (place: object) => Promise<Keeping>;
  readonly send: (statements: readonly AuStatement[]) => Promise<Delivery>;
  /** While the page goes: nobody waits for an answer. */
  readonly sendLast: (statements: readonly AuStatement[]) => void;
}

export function createRecordStore(session: Session): RecordStore {
  const { launch } = session;
  const base = launch.endpoint.replace(/\/+$/, '');
  const agent = { agent: launch.actor };
  const own = { activityId: launch.activityId, ...agent, registration: launch.registration };
  const state = (stateId: string) => `${base}/activities/state?${new URLSearchParams({ ...own, stateId })}`;
  const profile = `${base}/agents/profile?${new URLSearchParams({ ...agent, profileId: learnerPreferencesProfileId })}`;
  return {
    readLaunchData: async () => {
      const found = await readJson(session, state(launchDataStateId));
      // Written before every launch (10.1): without it this is none.
      if (found === undefined) throw new SessionError('not-launched');
      return found;
    },
    readPreferences: () => readJson(session, profile),
    readPlace: () => readJson(session, state(placeStateId)),
    writePlace: async (place) => {
      const init = { method: 'PUT', headers: json, body: JSON.stringify(place), keepalive: true };
      const answer = await attempt(session, state(placeStateId), init);
      if (typeof answer === 'string') return answer;
      return answer.ok ? 'saved' : 'later';
    },
    send: async (statements) => {
      // Outlives the page: what is on its way when the learner leaves still arrives.
      const init = { method: 'POST', headers: json, body: JSON.stringify(statements), keepalive: true };
      return deliveryOf(await attempt(session, `${base}/statements`, init));
    },
    sendLast: (statements) => {
      // As a form (1.0.3 Communication 1.3) it needs no question of the browser before it, and is there before the next launch.
      const body = new URLSearchParams({
        Authorization: session.authorization,
        'X-Experience-API-Version': version['x-experience-api-version'],
        'Content-Type': 'application/json',
        content: JSON.stringify(statements),
      });
      const init = { method: 'POST', body, keepalive: true, credentials: 'omit' } as const;
      fetch(`${base}/statements?method=POST`, init).catch(() => undefined);
    },
  };
}

function deliveryOf(answer: Response | 'later' | 'ended'): Delivery {
  if (typeof answer === 'string') return answer;
  if (answer.ok) return 'stored';
  return answer.status === 429 || answer.status === 408 ? 'later' : 'refused';
}

async function attempt(
  session: Session,
  address: string,
  init: RequestInit,
): Promise<Response | 'later' | 'ended'> {
  try {
    return await session.request(address, init);
  } catch (error) {
    return error instanceof SessionError && error.fault === 'ended' ? 'ended' : 'later';
  }
}

async function readJson(session: Session, address: string): Promise<unknown> {
  const answer = await session.request(address, { headers: version });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new SessionError('unreachable');
  return answer.json().catch((cause: unknown) => {
    throw new SessionError('unreachable', cause);
  });
}
