import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import { memoryInsightStore } from '@sinau/insight/testing';
import type { AgencyId } from '@sinau/kernel';
import type { RecordedFacts } from '@sinau/lrs/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import type { FeedStore } from '@sinau/records';
import { memoryFeedStore } from '@sinau/records/testing';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { ProjectorDeps } from './deps.ts';
import { createProjector } from './worker.ts';

const agencyId = 'agency-a' as AgencyId;
const issuer = 'https://sinau.example';
const person = '00000000-0000-4000-8000-0000000000aa';
const registration = '00000000-0000-4000-8000-0000000000BB';

/** A change of row `n`, as the stream tells it. */
const record = (n: number) =>
  ({
    eventID: `e${n}`,
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: String(n) }, sk: { S: '-' } }, SequenceNumber: `s${n}` },
  }) as DynamoDBRecord;

const factsOf = (
  n: number,
  over: { readonly json?: string; readonly store?: 'sandbox' } = {},
): RecordedFacts => {
  const { json = `{"n":${n}}`, store = 'national' } = over;
  const actor = { objectType: 'Agent', account: { homePage: issuer, name: person } };
  const statement = { actor, authority: actor, context: { registration } } as never;
  return {
    store,
    position: `p${n}`,
    stored: `2026-03-02T01:00:0${n}.000Z`,
    statements: [{ id: `id-${n}`, position: `p${n}.0`, statement, json, agencies: [agencyId] }],
    voids: [],
  };
};

function projector(follow: (n: number) => RecordedFacts | undefined, over: Partial<ProjectorDeps> = {}) {
  const feed = memoryFeedStore();
  const appended: number[] = [];
  const counted: FeedStore = {
    ...feed,
    append: async (input) => {
      appended.push(input.units.length);
      await feed.append(input);
    },
  };
  const handler = createProjector({
    follower: { follow: async (change) => follow(Number(change.key.pk)) },
    feed: counted,
    laneCount: 1,
    enrolments: memoryEnrolmentStore(),
    insight: memoryInsightStore(nodeDigest),
    registrations: { find: async () => undefined },
    digest: nodeDigest,
    issuer,
    pulse: { beat: async () => undefined },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ...over,
  });
  const send = async (...ns: readonly number[]) => {
    const answer = await handler({ Records: ns.map(record) }, {} as Context);
    return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  const lines = async () =>
    (await feed.read({ agencyId, lane: 0, after: 0, limit: 100 })).chunks.flatMap((chunk) => chunk.lines)
      .length;
  return { send, lines, appended };
}

describe('createProjector', () => {
  it('projects what the records of one invocation tell together', async () => {
    const { send, lines, appended } = projector((n) => (n % 2 ? factsOf(n) : undefined));
    expect(await send(1, 2, 3, 4, 5)).toEqual([]);
    expect(appended).toEqual([3]);
    expect(await lines()).toBe(3);
  });

  it('projects what came before a record that failed, and has the rest sent again', async () => {
    let broken = true;
    const { send, lines } = projector((n) => {
      if (n === 3 && broken) throw new Error('down');
      return factsOf(n);
    });
    expect(await send(1, 2, 3, 4)).toEqual(['s3']);
    expect(await lines()).toBe(2);
    broken = false;
    expect(await send(3, 4)).toEqual([]);
    expect(await lines()).toBe(4);
  });

  it('has everything from the oldest that was not projected sent again, and doubles nothing', async () => {
    const feed = memoryFeedStore();
    let broken = true;
    const append: FeedStore['append'] = async (input) => {
      await feed.append(input);
      if (broken) throw new Error('the answer was lost');
    };
    const { send } = projector((n) => (n === 1 ? undefined : factsOf(n)), { feed: { ...feed, append } });
    expect(await send(1, 2, 3)).toEqual(['s2']);
    broken = false;
    expect(await send(2, 3)).toEqual([]);
    const { chunks } = await feed.read({ agencyId, lane: 0, after: 0, limit: 100 });
    expect(chunks.flatMap((chunk) => chunk.lines)).toHaveLength(2);
  });

  it('does not hold more than a few megabytes', async () => {
    const json = JSON.stringify('x'.repeat(1_500_000));
    const { send, appended } = projector((n) => factsOf(n, { json }));
    expect(await send(1, 2, 3, 4, 5)).toEqual([]);
    expect(appended).toEqual([3, 2]);
  });

  it('keeps test launches of providers out of feeds', async () => {
    const { send, appended } = projector((n) => factsOf(n, { store: 'sandbox' }));
    expect(await send(1)).toEqual([]);
    expect(appended).toEqual([]);
  });

  it('notes the newest activity of a registration once, whatever case its id is written in', async () => {
    const noted: unknown[] = [];
    const enrolments = {
      ...memoryEnrolmentStore(),
      noteActivity: async (one: unknown) => void noted.push(one),
    };
    const { send } = projector(factsOf, { enrolments });
    await send(1, 3, 2);
    expect(noted).toEqual([
      { registration: registration.toLowerCase(), personId: person, at: '2026-03-02T01:00:03.000Z' },
    ]);
  });
});
