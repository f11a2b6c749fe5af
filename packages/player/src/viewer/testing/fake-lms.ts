import {
  type AuVerdict,
  checkAuStatements,
  contextTemplateOf,
  type LaunchMode,
  openedSession,
  type SessionState,
  type SessionTerms,
  untouched,
} from '@sinau/cmi5';
import { parseStatements } from '@sinau/xapi';
import type { AuPorts, Saving, SessionMemory } from '../au/au.ts';
import type { Delivery } from '../au/outbox.ts';
import type { Place } from '../au/place-keeper.ts';
import type { AuStatement } from '../au/statements.ts';

const terms: SessionTerms = {
  sessionId: 'session-1',
  registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b',
  actor: { homePage: 'https://sinau.example', name: 'person-1' },
  activityId: 'https://sinau.example/module/m1/registration/1',
  publisherId: 'https://sinau.example/module/m1',
  launchMode: 'Normal',
};

/**
 * An LMS for one session of the viewer: it holds every request against the rules of xAPI and cmi5 that the real one applies, and
 * refuses as that one does. Its clock moves when told.
 */
export class FakeLms {
  state: SessionState;
  readonly stored: AuStatement[] = [];
  readonly refusals: string[] = [];
  place: Place | undefined;
  /** On the device. */
  remembered: Place | undefined;
  memory: SessionMemory | undefined;
  saving: Saving | undefined;
  reachable = true;
  nowMs = Date.parse('2026-03-02T01:00:00.000Z');
  #ids = 0;

  constructor(over: { readonly launchMode?: LaunchMode; readonly verdict?: AuVerdict } = {}) {
    const { launchMode = 'Normal', verdict = untouched } = over;
    const session = { ...openedSession, launchDataRead: true, preferencesRead: true };
    this.state = { terms: { ...terms, launchMode }, session, verdict };
  }

  get facts() {
    const { actor, activityId, registration } = this.state.terms;
    return {
      actor: { objectType: 'Agent', account: actor } as const,
      activityId,
      registration,
      contextTemplate: contextTemplateOf(this.state.terms),
    };
  }

  /** Names of the verbs that were stored, those with the cmi5 category in capitals. */
  get verbs(): string {
    return this.stored
      .map(({ verb, context }) => {
        const name = verb.id.split('/').at(-1) ?? '';
        return JSON.stringify(context).includes('cmi5/context/categories/cmi5"') ? name.toUpperCase() : name;
      })
      .join(' ');
  }

  get ports(): AuPorts {
    return {
      store: {
        readLaunchData: async () => ({}),
        readPreferences: async () => undefined,
        readPlace: async () => this.place,
        writePlace: async (place) => {
          if (!this.reachable) return 'later';
          this.place = place as Place;
          return 'saved';
        },
        send: async (statements) => this.#take(statements),
        sendLast: (statements) => void this.#take(statements),
      },
      now: () => new Date(this.nowMs),
      newId: () => {
        this.#ids += 1;
        return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
      },
      wait: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve());
        }),
      memory: {
        read: () => this.memory,
        write: (memory) => {
          this.memory = memory;
        },
      },
      rememberPlace: (place) => {
        this.remembered = place;
      },
      onChange: (saving) => {
        this.saving = saving;
      },
    };
  }

  #take(statements: readonly AuStatement[]): Delivery {
    if (!this.reachable) return 'later';
    const parsed = parseStatements(JSON.parse(JSON.stringify(statements)), { version: '1.0.3' });
    if (!parsed.ok) {
      this.refusals.push(JSON.stringify(parsed));
      return 'refused';
    }
    const check = checkAuStatements(this.state, statements);
    if (check.outcome === 'refused') {
      this.refusals.push(`${check.requirement} ${check.message}`);
      return 'refused';
    }
    this.state = check.next;
    const known = new Set(this.stored.map(({ id }) => id));
    this.stored.push(...statements.filter(({ id }) => !known.has(id)));
    return 'stored';
  }
}
