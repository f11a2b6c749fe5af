import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { type Anchor, nextAnchor } from './anchor.ts';
import { anchorChains } from './anchor-chains.ts';
import type { Finding } from './chain.ts';
import { hashOfLine, type Line, nextLine } from './line.ts';
import { noteReading } from './note-reading.ts';
import { pruneChains } from './prune-chains.ts';
import { askCheck, runCheck } from './run-check.ts';
import { memoryAudit } from './testing/index.ts';

const secret = 'a secret for tests of at least 32 characters';
const chain = 'agency:bkn';
const personOf = (id: string) => ({ kind: 'person', personId: id as PersonId }) as const;

function principal(id: string, parts: Partial<PersonPrincipal> = {}): PersonPrincipal {
  return { ...personOf(id), name: id, roles: ['agency-admin'], agencyId: 'bkn' as never, ...parts };
}

/** A log with six lines of an agency and one of the platform, anchored after the fourth. */
async function filled() {
  const memory = memoryAudit(nodeDigest);
  const on = { ...memory, sources: [memory.log], signer: hmacSigner(secret), digest: nodeDigest };
  const day = (n: number) => fixedClock(`2026-03-0${n}T01:00:00.000Z`);
  const read = (n: number, id: string) =>
    noteReading(
      { ...on, clock: day(n) },
      { principal: principal('hr'), what: 'person', about: personOf(id) },
    );
  for (const n of [1, 2, 3, 4]) await read(1, `p-${n}`);
  await anchorChains({ ...on, clock: day(2) });
  for (const n of [5, 6]) await read(3, `p-${n}`);
  const operator = principal('op', { roles: ['operator'] });
  await noteReading({ ...on, clock: day(3) }, { principal: operator, what: 'people' });
  const check = async (n = 3): Promise<readonly Finding[]> => {
    await askCheck({ ...on, clock: day(n) });
    return (await runCheck({ ...on, clock: day(n) }, { untilMs: Number.POSITIVE_INFINITY }))?.findings ?? [];
  };
  const lines = () => on.rows.get(chain) ?? [];
  const tamper = (change: (lines: readonly Line[]) => Line[]) => void on.rows.set(chain, change(lines()));
  return { ...on, day, read, check, tamper, lines };
}

/** As somebody would who may write rows and knows how lines are made. */
function rewritten(lines: readonly Line[], from: number, change: (line: Line) => Line): Line[] {
  const all: Line[] = [];
  for (const line of lines) {
    const { hash: _, ...body } =
      line.number < from ? line : { ...change(line), previous: all.at(-1)?.hash ?? '' };
    all.push({ ...body, hash: hashOfLine(nodeDigest, body) });
  }
  return all;
}

describe('the chain of readings', () => {
  it('P4: a whole log is found whole, also when its check takes many rounds', async () => {
    const on = await filled();
    expect(await on.check()).toEqual([]);
    await askCheck({ ...on, clock: on.day(3) });
    let ticks = 0;
    const clock = { now: () => new Date(Date.parse('2026-03-03T01:00:00.000Z') + ++ticks * 1000) };
    let rounds = 0;
    while ((await on.checks.find())?.state !== 'done' && rounds < 50) {
      rounds += 1;
      await runCheck({ ...on, clock }, { untilMs: clock.now().getTime() + 5_000 });
    }
    expect(rounds).toBeGreaterThan(1);
    expect(await on.checks.find()).toMatchObject({ chains: 2, lines: 7, findings: [] });
  });

  it.each<[string, Finding['flaw'], number, (lines: readonly Line[]) => Line[]]>([
    [
      'one changed member',
      'changed',
      2,
      (lines) => lines.map((line) => (line.number === 2 ? { ...line, about: personOf('p-9') } : line)),
    ],
    [
      'a changed last line',
      'changed',
      6,
      (lines) =>
        lines.map((line) => (line.number === 6 ? { ...line, at: '2026-03-03T02:00:00.000Z' } : line)),
    ],
    ['one taken away', 'missing', 3, (lines) => lines.toSpliced(2, 1)],
    [
      'two swapped',
      'unlinked',
      2,
      ([one, two, three, ...rest]) =>
        [one, { ...three, number: 2 }, { ...two, number: 3 }, ...rest].map((line) => {
          const { hash: _, ...body } = line as Line;
          return { ...body, hash: hashOfLine(nodeDigest, body) };
        }),
    ],
    [
      'one put in between',
      'unlinked',
      3,
      (lines) =>
        [
          ...lines.slice(0, 2),
          nextLine(nodeDigest, { chain, reading: { ...(lines[0] as Line) }, last: lines[0] }),
        ]
          .map((line, n) => (n === 2 ? withNumber(line, 3) : line))
          .concat(lines.slice(3)),
    ],
    [
      'all rewritten from the third on (a fork)',
      'rewritten',
      4,
      (lines) => rewritten(lines, 3, (line) => ({ ...line, about: personOf('p-9') })),
    ],
    ['a tail cut off behind an anchor', 'cut', 4, (lines) => lines.slice(0, 3)],
    [
      'a tail cut off and written on',
      'rewritten',
      4,
      (lines) =>
        rewritten(
          [...lines.slice(0, 3), ...lines.slice(4).map((line) => withNumber(line, line.number - 1))],
          4,
          (line) => line,
        ),
    ],
    ['a whole chain', 'cut', 1, () => []],
  ])('P4: %s is found and named', async (...[, flaw, number, change]) => {
    const on = await filled();
    on.tamper(change);
    expect(await on.check()).toEqual([{ chain, number, flaw }]);
  });

  it('P4: a chain that is gone with its name is missed by its anchor', async () => {
    const on = await filled();
    on.rows.delete(chain);
    expect(await on.check()).toEqual([{ chain, number: 1, flaw: 'cut' }]);
  });

  it.each<[string, Finding, (anchors: Anchor[]) => void]>([
    ['taken away', { chain: 'anchors', number: 1, flaw: 'missing' }, (anchors) => anchors.splice(0, 1)],
    [
      'made by somebody else',
      { chain: 'anchors', number: 3, flaw: 'signature' },
      (anchors) => {
        const deps = { signer: hmacSigner(secret.toUpperCase()), digest: nodeDigest };
        const last = anchors[1];
        anchors.splice(2, 1, nextAnchor(deps, { at: '2026-03-04T01:00:00.000Z', heads: [], last }));
      },
    ],
    [
      'changed',
      { chain: 'anchors', number: 3, flaw: 'unlinked' },
      (anchors) => anchors.splice(1, 1, { ...(anchors[1] as Anchor), heads: [] }),
    ],
    ['cut off', { chain: 'anchors', number: 2, flaw: 'late' }, (anchors) => anchors.splice(1)],
  ])('P4: an anchor that was %s is found', async (_, finding, change) => {
    const on = await filled();
    for (const n of [3, 4]) await anchorChains({ ...on, clock: on.day(n) });
    expect(on.anchors.rows).toHaveLength(3);
    change(on.anchors.rows);
    expect(await on.check(5)).toEqual([finding]);
  });

  it('P4: lines older than a year go as whole pieces up to an anchor, and the rest is found whole, or broken where it is', async () => {
    const on = await filled();
    const later = fixedClock('2027-03-03T01:00:00.000Z');
    const first = { ...on, clock: later };
    // The anchor of the second of March is a year and a day old; the fifth and sixth line are behind it.
    expect(
      await pruneChains({ ...first, clock: fixedClock('2027-03-02T01:00:00.000Z') }, { limit: 100 }),
    ).toBe(0);
    expect(await pruneChains({ ...first, clock: fixedClock('2027-03-04T01:00:00.000Z') }, { limit: 3 })).toBe(
      3,
    );
    const whole = async () => {
      const now = fixedClock('2027-03-04T01:00:00.000Z');
      await anchorChains({ ...on, clock: now });
      await askCheck({ ...on, clock: now });
      return (await runCheck({ ...on, clock: now }, { untilMs: Number.POSITIVE_INFINITY }))?.findings;
    };
    expect(on.lines().map(({ number }) => number)).toEqual([4, 5, 6]);
    expect(await whole()).toEqual([]);
    expect(
      await pruneChains({ ...first, clock: fixedClock('2027-03-04T01:00:00.000Z') }, { limit: 100 }),
    ).toBe(1);
    expect(on.lines().map(({ number }) => number)).toEqual([5, 6]);
    expect(await whole()).toEqual([]);
    on.tamper(([, ...rest]) => rest);
    expect(await whole()).toEqual([{ chain, number: 5, flaw: 'missing' }]);
  });

  it('anchors once a day what has grown, and tells at once what was cut off behind the last', async () => {
    const on = await filled();
    const second = await anchorChains({ ...on, clock: on.day(4) });
    expect(second.made?.heads.map(({ chain: name, number }) => [name, number])).toEqual([
      [chain, 6],
      ['platform', 1],
    ]);
    expect((await anchorChains({ ...on, clock: on.day(4) })).made).toBeUndefined();
    on.tamper((lines) => lines.slice(0, 5));
    const third = await anchorChains({ ...on, clock: on.day(5) });
    expect(third.findings).toEqual([{ chain, number: 6, flaw: 'cut' }]);
    expect(third.made?.heads).toEqual([]);
  });
});

const withNumber = (line: Line, number: number): Line => {
  const { hash: _, ...body } = { ...line, number };
  return { ...body, hash: hashOfLine(nodeDigest, body) };
};

describe('noting a reading', () => {
  const world = () => ({ ...memoryAudit(nodeDigest), clock: fixedClock('2026-03-01T01:00:00.000Z') });

  it('leaves one line for the same look within a quarter of an hour, and none for own records', async () => {
    const on = world();
    const look = (at: string, id = 'p-1') =>
      noteReading(
        { ...on, clock: fixedClock(at) },
        { principal: principal('hr'), what: 'person', about: personOf(id) },
      );
    expect(await look('2026-03-01T01:00:00.000Z')).toBe('noted');
    expect(await look('2026-03-01T01:14:59.000Z')).toBe('seen');
    expect(await look('2026-03-01T01:15:00.000Z')).toBe('noted');
    expect(await look('2026-03-01T01:15:00.000Z', 'hr')).toBe('own');
    expect(on.rows.get(chain)).toMatchObject([
      { number: 1, purpose: 'personnel', about: personOf('p-1'), actor: personOf('hr') },
      { number: 2 },
    ]);
  });

  it('leaves one line a day for a client that reads for its agency', async () => {
    const on = world();
    const client = {
      ...({ kind: 'client', clientId: 'c-1', name: 'SIMPEG', scopes: ['statements/read'] } as const),
      tenant: { kind: 'agency', agencyId: 'bkn' as never },
    } as const;
    const pull = (at: string) =>
      noteReading({ ...on, clock: fixedClock(at) }, { principal: client, what: 'statements' });
    expect(await pull('2026-03-01T01:00:00.000Z')).toBe('noted');
    expect(await pull('2026-03-01T23:00:00.000Z')).toBe('seen');
    expect(on.rows.get('client:c-1')).toMatchObject([
      { office: chain, about: { kind: 'office', office: chain }, purpose: 'integration' },
    ]);
  });

  it.each([
    [{ roles: ['operator'], agencyId: 'bkn' as never }, 'platform', 'support'],
    [{ roles: ['auditor'] }, 'platform', 'oversight'],
    [{ roles: ['supervisor'], workingAgencyId: 'anri' as never }, 'agency:anri', 'supervision'],
    [{ roles: ['provider-author'], providerId: 'ui' as never }, 'provider:ui', 'teaching'],
  ] as const)('says for whom and why: %o', async (parts, office, purpose) => {
    const on = world();
    await noteReading(on, { principal: principal('x', parts as never), what: 'people' });
    expect(on.rows.get(office)).toMatchObject([{ office, purpose }]);
  });
});
