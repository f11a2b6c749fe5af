import type { DevJson } from '../../server/start-server.ts';

/** One kind of load, and what must hold of it after the server was killed. It remembers what it was promised. */
export interface CrashLoad {
  readonly name: string;
  /** One request; rejects or resolves false when the server did not say that it was done. */
  send(dev: DevJson): Promise<void>;
  /** After a restart. Adds to the totals what it finds. */
  check(dev: DevJson): Promise<void>;
  readonly totals: Readonly<Record<string, number>>;
  /** Names of the totals that must stay 0. */
  readonly faults: readonly string[];
}

export const xapiHeaders = ({ xapi }: DevJson): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${xapi.key}:${xapi.secret}`).toString('base64')}`,
  'x-experience-api-version': '1.0.3',
});

/** Status of an answer that was read to its end. */
export async function statusOf(request: Promise<Response>): Promise<number> {
  const response = await request;
  await response.arrayBuffer();
  return response.status;
}

/** Whether the server said yes. Nothing is promised about a request whose answer never came. */
export async function acknowledged(request: () => Promise<Response>): Promise<boolean> {
  try {
    const status = await statusOf(request());
    return status >= 200 && status < 300;
  } catch {
    return false;
  }
}

/** About a person of the seeded agency, so that the statement also travels into the agency's feed. */
export function statementAbout(dev: DevJson, id: string, more: object = {}): object {
  const learner = dev.people.find(({ role }) => role === 'learner');
  return {
    id,
    actor: {
      objectType: 'Agent',
      account: { homePage: 'https://sinau.localhost', name: learner?.personId ?? 'nobody' },
    },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: {
      id: 'https://sinau.example/activities/crash',
      definition: { description: { en: 'x'.repeat(800) } },
    },
    ...more,
  };
}

export async function isStored(dev: DevJson, id: string): Promise<boolean> {
  const address = `${dev.xapi.endpoint}/statements?statementId=${id}`;
  const status = await statusOf(fetch(address, { headers: xapiHeaders(dev) }));
  if (status !== 200 && status !== 404) throw new Error(`status ${status} for ${id}`);
  return status === 200;
}
