import { sha256 } from './sha256.ts';

/** What the stub was made with; JSON in its page. */
export interface StubConfig {
  /** Origin of the platform that has the course. */
  readonly portal: string;
  readonly dispatchId: string;
  readonly key: string;
  readonly title: Readonly<Partial<Record<'id' | 'en' | 'other', string>>>;
}

/** How far the learner is, as the platform says. */
export interface StubResult {
  readonly satisfied: boolean;
  readonly passed: boolean;
  /** 0 to 1. */
  readonly score?: number;
  /** 0 to 100. */
  readonly percent: number;
}

export interface Started {
  /** Opens the course in a window; good for two minutes. */
  readonly url: string;
  readonly result: StubResult;
}

/** `closed` names why by the platform's code; `unreachable`: try again. */
export type StubFault = { readonly kind: 'closed'; readonly code: string } | { readonly kind: 'unreachable' };

export class StubError extends Error {
  readonly fault: StubFault;

  constructor(fault: StubFault, cause?: unknown) {
    super(`stub ${fault.kind}`, { cause });
    this.fault = fault;
  }
}

/** The platform's door, for one learner of the host. */
export interface DispatchDoor {
  start(): Promise<Started>;
  /** Rejects before the first start. */
  result(): Promise<StubResult>;
}

/** The host's name for the learner goes no further than this: a digest leaves. */
export function openDoor(
  { portal, dispatchId, key }: StubConfig,
  learnerId: string,
  send: typeof fetch = (input, init) => fetch(input, init),
): DispatchDoor {
  const learner = sha256(`${dispatchId}:${learnerId}`);
  let pass: string | undefined;
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await send(`${portal}/launch/dispatch/${path}`, init).catch((cause: unknown) => {
      throw new StubError({ kind: 'unreachable' }, cause);
    });
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return body;
    const code: unknown = typeof body === 'object' && body ? Reflect.get(body, 'code') : undefined;
    const closed = typeof code === 'string' && code.startsWith('dispatch.');
    throw new StubError(closed ? { kind: 'closed', code } : { kind: 'unreachable' });
  };
  return {
    start: async () => {
      const started = await ask(`${dispatchId}/start`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, learner }),
      });
      const { pass: given, ...rest } = started as Started & { readonly pass: string };
      pass = given;
      return rest;
    },
    result: async () =>
      (await ask('result', { headers: { authorization: `Bearer ${pass ?? ''}` } })) as StubResult,
  };
}
