import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendRecords,
  CursorInvalid,
  openFilter,
  type PullFilter,
  pullRecords,
  type RecordedCommit,
} from './index.ts';
import { memoryFeedStore } from './testing/memory-feed-store.ts';
import { activityOf, issuer, sampleDirectories } from './testing/sample-directories.ts';

const agencyA = 'agency-a' as AgencyId;
const agencyB = 'agency-b' as AgencyId;
const registrations = ['c1', 'c2'].map(
  (course, n) => [`00000000-0000-4000-8000-00000000000${n}`, course] as const,
);

/** What a test says of one statement; the n-th is stored n hours later than the first. */
interface Given {
  readonly person?: string;
  readonly activity?: string;
  readonly grouping?: string;
  readonly registration?: string;
  readonly big?: boolean;
}

const hour = (n: number) => new Date(Date.UTC(2026, 2, 2) + n * 3_600_000).toISOString();
const idOf = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function world() {
  const clock = fixedClock(hour(0));
  const feed = memoryFeedStore(clock);
  const recorded = new Map<string, string>();
  const members = [
    { personId: 'sri', agencyId: agencyA, unitId: 'u1', name: 'Sri', employeeNumber: '199005172015031999' },
    { personId: 'budi', agencyId: agencyA, unitId: 'u2', name: 'Budi' },
    { personId: 'ayu', agencyId: agencyA, name: 'Ayu' },
    { personId: 'tono', agencyId: agencyB, unitId: 'u9', name: 'Tono', employeeNumber: '198501012010012001' },
  ];
  const units = [
    { agencyId: agencyA, unit: 'u1' },
    { agencyId: agencyA, unit: 'u2', above: 'u1' },
    { agencyId: agencyB, unit: 'u9' },
  ];
  const directories = sampleDirectories({ members, units, registrations: Object.fromEntries(registrations) });
  const deps = {
    feed,
    bodies: { find: async (id: string) => recorded.get(id) },
    signer: hmacSigner('a secret for tests, long enough to sign'),
    digest: nodeDigest,
    laneCount: 2,
    ...directories,
  };

  function commitOf(n: number, one: Given, voids: RecordedCommit['voids'] = []): RecordedCommit {
    const { person = 'sri', activity = 'https://kampus.example/x', grouping, registration } = one;
    const json = JSON.stringify({
      id: idOf(n),
      actor: { objectType: 'Agent', account: { homePage: issuer, name: person } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { objectType: 'Activity', id: activity },
      context: {
        ...(registration && { registration }),
        ...(grouping && { contextActivities: { grouping: [{ id: grouping }] } }),
        ...(one.big && { extensions: { 'https://sinau.example/x': 'é'.repeat(60_000) } }),
      },
      stored: hour(n),
    });
    recorded.set(idOf(n), json);
    const position = `p${String(n).padStart(6, '0')}`;
    const statements = [{ id: idOf(n), position: `${position}.0`, json, agencies: [agencyA] }];
    return { position, stored: hour(n), statements, voids };
  }

  async function append(commits: readonly RecordedCommit[]) {
    for (const commit of commits) {
      clock.advance(Math.max(0, Date.parse(commit.stored) - clock.now().getTime()));
      await appendRecords(deps, [commit]);
    }
  }

  async function pull(filter: PullFilter, over: { cursor?: string; limit?: number; as?: AgencyId } = {}) {
    const { as: agencyId = agencyA, limit = 100, cursor } = over;
    const opened = await openFilter(deps, { agencyId, filter });
    const request = { agencyId, clientId: 'c', limit, maxBytes: 1_000_000, filter: opened };
    return pullRecords(deps, { ...request, ...(cursor !== undefined && { cursor }) });
  }

  /** Kind and number of every line, through every page, in the order of the numbers. */
  async function all(filter: PullFilter, limit = 100) {
    const told: string[] = [];
    let page = await pull(filter, { limit });
    for (;;) {
      told.push(...page.lines.map(nameOf));
      if (!page.more) return told.sort();
      page = await pull(filter, { limit, cursor: page.cursor });
    }
  }

  return { clock, deps, members, recorded, commitOf, append, pull, all, asked: directories.asked };
}

function nameOf(line: string): string {
  const { kind, id } = JSON.parse(line);
  return `${kind === 'void' ? 'void ' : ''}${Number(id.slice(-12))}`;
}

const voidOf = (n: number) => ({ targetId: idOf(n), voidedBy: idOf(99), agencies: [agencyA] });

describe('a filtered pull', () => {
  it('gives the statements of one person, by id or by employee number', async () => {
    const { commitOf, append, all } = world();
    await append(['sri', 'budi', 'sri', 'srirahayu'].map((person, n) => commitOf(n, { person })));
    expect(await all({ person: 'sri' })).toEqual(['0', '2']);
    expect(await all({ employeeNumber: '199005172015031999' })).toEqual(['0', '2']);
    expect(await all({ person: 'nobody' })).toEqual([]);
  });

  it('C3: answers the employee number of another agency like one that nobody has', async () => {
    const { pull } = world();
    const refusals = ['198501012010012001', '197001011995011001'].map((employeeNumber) =>
      pull({ employeeNumber }).catch((error: unknown) => error),
    );
    const [foreign, absent] = await Promise.all(refusals);
    expect(foreign).toMatchObject({ code: 'request.invalid', issues: [{ path: '/employeeNumber' }] });
    expect(foreign).toEqual(absent);
    const units = ['u9', 'u0'].map((unit) => pull({ unit }).catch((error: unknown) => error));
    const [foreignUnit, absentUnit] = await Promise.all(units);
    expect(foreignUnit).toMatchObject({ code: 'request.invalid', issues: [{ path: '/unit' }] });
    expect(foreignUnit).toEqual(absentUnit);
  });

  it('gives a unit with the units below it, as people are placed now', async () => {
    const { commitOf, append, all, members } = world();
    await append(['sri', 'budi', 'ayu'].map((person, n) => commitOf(n, { person })));
    expect(await all({ unit: 'u1' })).toEqual(['0', '1']);
    expect(await all({ unit: 'u2' })).toEqual(['1']);
    members.splice(2, 1, { personId: 'ayu', agencyId: agencyA, unitId: 'u2', name: 'Ayu' });
    expect(await all({ unit: 'u2' })).toEqual(['1', '2']);
    // Who has left the agency is in none of its units, though the history stays in its feed.
    members.splice(1, 1, { personId: 'budi', agencyId: agencyB, unitId: 'u2', name: 'Budi' });
    expect(await all({ unit: 'u2' })).toEqual(['2']);
    expect(await all({ person: 'budi' })).toEqual(['1']);
  });

  it('gives a course by the activities that it names, else by its registration', async () => {
    const { commitOf, append, all } = world();
    const [[registration]] = registrations as [(typeof registrations)[number]];
    await append([
      commitOf(0, { activity: activityOf('c1') }),
      commitOf(1, { activity: activityOf('c2'), registration }),
      commitOf(2, { registration: registration.toUpperCase() }),
      commitOf(3, { grouping: activityOf('c1') }),
      commitOf(4, { activity: 'https://kampus.example/activities/c1/au/a1' }),
    ]);
    expect(await all({ course: 'c1' })).toEqual(['0', '2', '3']);
    expect(await all({ course: 'c2' })).toEqual(['1']);
    expect(await all({ course: 'c1', person: 'budi' })).toEqual([]);
  });

  it('gives what was stored from a time on and before another', async () => {
    const { commitOf, append, all, pull } = world();
    await append(Array.from({ length: 6 }, (_, n) => commitOf(n, { big: n === 3 })));
    expect(await all({ from: hour(2), to: hour(4) })).toEqual(['2', '3']);
    expect(await all({ from: hour(5) })).toEqual(['5']);
    expect(await all({ to: hour(1) })).toEqual(['0']);
    await expect(pull({ from: hour(2), to: hour(2) })).rejects.toMatchObject({ issues: [{ path: '/to' }] });
  });

  it('sends a void where its statement goes, whenever it was voided', async () => {
    const { commitOf, append, all, recorded } = world();
    await append([
      commitOf(0, { person: 'sri' }),
      commitOf(1, { person: 'budi', big: true }),
      commitOf(8, { person: 'ayu' }, [voidOf(0), voidOf(1)]),
    ]);
    expect(await all({ person: 'sri' })).toEqual(['0', 'void 0']);
    expect(await all({ unit: 'u2' })).toEqual(['1', 'void 1']);
    expect(await all({ to: hour(1) })).toEqual(['0', 'void 0']);
    expect(await all({ person: 'ayu' })).toEqual(['8']);
    // Nobody can say any more whose it was: everybody hears of it.
    recorded.delete(idOf(0));
    expect(await all({ person: 'ayu' })).toEqual(['8', 'void 0']);
  });

  it('asks for nothing but what its filter needs', async () => {
    const { commitOf, append, all, asked } = world();
    await append(['sri', 'budi'].map((person, n) => commitOf(n, { person, activity: activityOf('c1') })));
    await all({ person: 'sri', course: 'c1', from: hour(0) });
    expect(asked).toEqual([]);
    await all({ unit: 'u1' });
    expect([...asked].sort()).toEqual(['budi', 'sri']);
  });
});

describe('the cursor of a filtered pull', () => {
  it('works with the same filters alone, in any order, and says so', async () => {
    const { commitOf, append, pull } = world();
    await append([commitOf(0, {}), commitOf(1, {})]);
    const filter = { person: 'sri', course: 'c1' };
    const { cursor } = await pull(filter);
    await expect(pull({ course: 'c1', person: 'sri' }, { cursor })).resolves.toMatchObject({ lines: [] });
    for (const other of [{}, { person: 'sri' }, { ...filter, unit: 'u1' }, { ...filter, course: 'c2' }]) {
      const refused = await pull(other, { cursor }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(CursorInvalid);
      expect(refused).toMatchObject({ reason: 'other-filters' });
    }
    const whole = (await pull({})).cursor;
    await expect(pull(filter, { cursor: whole })).rejects.toMatchObject({ reason: 'other-filters' });
  });

  it('is the same for a person by id and by employee number, and holds no employee number', async () => {
    const { pull } = world();
    const { cursor } = await pull({ employeeNumber: '199005172015031999' });
    await expect(pull({ person: 'sri' }, { cursor })).resolves.toMatchObject({ lines: [] });
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('1990');
  });

  it('moves on through lines that do not match: short pages, never a long scan', async () => {
    const { commitOf, append, pull, deps } = world();
    const many = Array.from({ length: 3_000 }, (_, n) =>
      commitOf(n, { person: n === 2_999 ? 'budi' : 'sri' }),
    );
    // In few commits, as a busy feed is appended.
    await append([
      { position: 'p', stored: hour(0), statements: many.flatMap(({ statements }) => statements), voids: [] },
    ]);
    let chunks = 0;
    const { feed } = deps;
    const counted = {
      ...feed,
      read: async (input: Parameters<typeof deps.feed.read>[0]) => {
        const page = await feed.read(input);
        chunks += page.chunks.length;
        return page;
      },
    };
    Object.assign(deps, { feed: counted });
    const told: string[] = [];
    let page = await pull({ person: 'budi' });
    let pages = 1;
    for (; page.more; pages += 1) {
      expect(chunks).toBeLessThanOrEqual(300);
      chunks = 0;
      page = await pull({ person: 'budi' }, { cursor: page.cursor });
      told.push(...page.lines.map(nameOf));
    }
    expect(told).toEqual(['2999']);
    expect(pages).toBeGreaterThan(2);
    expect(page.progress).toEqual({ total: 3_000, position: 3_000 });
  });

  it('begins where the first line may lie that was stored in time, not at the beginning', async () => {
    const { commitOf, append, pull, deps } = world();
    await append(Array.from({ length: 400 }, (_, n) => commitOf(n, {})));
    const read: number[] = [];
    const whole = deps.feed;
    const feed = {
      ...whole,
      read: async (input: Parameters<typeof deps.feed.read>[0]) => {
        const page = await whole.read(input);
        read.push(page.chunks.length);
        return page;
      },
    };
    Object.assign(deps, { feed });
    const page = await pull({ from: hour(390) });
    expect(page.lines.map(nameOf)).toHaveLength(10);
    expect(read.reduce((sum, count) => sum + count, 0)).toBeLessThan(60);
    expect(page.progress).toEqual({ total: 400, position: 400 });
  });

  it('tells late what was appended late, although it was stored before', async () => {
    const { commitOf, append, pull } = world();
    await append(Array.from({ length: 20 }, (_, n) => commitOf(n + 10, {})));
    const first = await pull({ from: hour(25) });
    expect(first.lines.map(nameOf).sort()).toEqual(['25', '26', '27', '28', '29']);
    // Stored in time, but its stream was stuck for hours.
    await append(
      [commitOf(27.5, {}), commitOf(5, {})].map((commit, n) => ({ ...commit, position: `late${n}` })),
    );
    const next = await pull({ from: hour(25) }, { cursor: first.cursor });
    expect(next.lines).toHaveLength(1);
  });
});

it('gives through every page what the whole feed has and the filter wants, each line once', async () => {
  const statement = fc.record({
    person: fc.constantFrom('sri', 'budi', 'ayu', 'tono'),
    activity: fc.constantFrom(activityOf('c1'), activityOf('c2'), 'https://kampus.example/x'),
    registration: fc.constantFrom(...registrations.map(([id]) => id), '00000000-0000-4000-8000-0000000000ff'),
    voided: fc.boolean(),
  });
  const filter = fc.record(
    {
      person: fc.constantFrom('sri', 'budi'),
      course: fc.constantFrom('c1', 'c2', 'c3'),
      unit: fc.constantFrom('u1', 'u2'),
      from: fc.nat(20).map(hour),
      to: fc.integer({ min: 21, max: 40 }).map(hour),
    },
    { requiredKeys: [] },
  );
  const unitsOf: Readonly<Record<string, readonly string[]>> = { sri: ['u1'], budi: ['u1', 'u2'] };
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { maxLength: 40 }),
      filter,
      fc.integer({ min: 1, max: 7 }),
      async (given, wish, limit) => {
        const { commitOf, append, pull } = world();
        const commits = given.map((one, n) => commitOf(n, one, one.voided && n > 0 ? [voidOf(n - 1)] : []));
        const courseOf = ({ activity, registration }: (typeof given)[number]) =>
          /activities\/(\w+)/.exec(activity)?.[1] ?? new Map<string, string>(registrations).get(registration);
        const wanted = given.map((one, n) => {
          const inTime = hour(n) >= (wish.from ?? '') && (wish.to === undefined || hour(n) < wish.to);
          if (!inTime || (wish.person ?? one.person) !== one.person) return false;
          if (wish.unit && !unitsOf[one.person]?.includes(wish.unit)) return false;
          return wish.course === undefined || courseOf(one) === wish.course;
        });
        const told: string[] = [];
        let cursor: string | undefined;
        let more = true;
        // Half of it is appended while the consumer is on its way.
        for (let n = 0; n < commits.length || more; ) {
          await append(commits.slice(n, n + 5));
          n += 5;
          const page = await pull(wish, { limit, ...(cursor !== undefined && { cursor }) });
          told.push(...page.lines.map(nameOf));
          ({ cursor, more } = page);
        }
        const expected = given.flatMap((one, n) => [
          ...(wanted[n] ? [String(n)] : []),
          ...(one.voided && n > 0 && wanted[n - 1] ? [`void ${n - 1}`] : []),
        ]);
        expect(told.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 300 },
  );
});
