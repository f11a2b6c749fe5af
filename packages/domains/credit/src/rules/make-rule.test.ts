import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { RuleNotAllowed } from '../errors.ts';
import { refreshAfterRules } from '../refresh-after-rules.ts';
import { refreshYears } from '../refresh-years.ts';
import { creditWorld } from '../testing/credit-world.ts';
import { earnedOf, on, pppk } from '../testing/samples.ts';
import { makeRule, type RuleRequest } from './make-rule.ts';
import { nationalRules } from './national-rules.ts';
import { previewRule } from './preview-rule.ts';
import { conversionFor, ruleFor, yearRuleFor } from './rule.ts';
import { ruleBook } from './rule-book.ts';
import type { RuleChange } from './rule-change.ts';

const agencyId = 'bkn' as AgencyId;
const admin = { personId: 'budi' as PersonId, agencyId };
const operator = { personId: 'agus' as PersonId };
const words = 'Peraturan Kepala BKN 1/2026';
const request = (topic: string, change: RuleChange, validFrom = '2026-02-01') =>
  ({ topic, change, words, validFrom }) as RuleRequest;
const cap = (hours: number): RuleChange => ({ kind: 'conversion', capAmount: hours * 100 });
const asked = { on: '2026-03-02', agencyId };

describe('a rule of an agency', () => {
  it('supersedes from its day, is repealed from another, and never changes what was there', async () => {
    const { credit, clock } = creditWorld();
    const add = async (change: RuleChange, validFrom: string) => {
      clock.advance(1000);
      const rule = await makeRule(
        { credit, clock },
        { actor: admin, request: request('conversion:NKL03', change, validFrom) },
      );
      expect(await credit.addRule(rule)).toBe('added');
    };
    await add(cap(2), '2026-02-01');
    await add(cap(1), '2026-02-01');
    await add({ kind: 'repeal' }, '2026-03-01');
    const rules = [...nationalRules, ...(await credit.rulesOf([agencyId]))];
    const capOn = (day: string, of = agencyId) =>
      conversionFor(rules, 'NKL03', { on: day, agencyId: of })?.capAmount;
    expect(['2026-01-31', '2026-02-28', '2026-03-01'].map((day) => capOn(day))).toEqual([300, 100, 300]);
    expect(capOn('2026-02-28', 'lan' as AgencyId)).toBe(300);
    const [topic] = ruleBook(rules, asked).filter((one) => one.topic === 'conversion:NKL03');
    expect(topic?.rows.map(({ scope, by }) => [scope.kind, by])).toEqual([
      ['agency', 'budi'],
      ['agency', 'budi'],
      ['agency', 'budi'],
      ['national', undefined],
    ]);
    expect(topic?.current?.scope.kind).toBe('national');
    expect(ruleBook(rules, { ...asked, on: '2026-02-02' }).at(0)?.topic).toBe('conversion:PD01');
  });

  it('gives way to a later one of the nation that allows less, in what counts and in what is shown', async () => {
    const { credit, clock } = creditWorld();
    const add = async (actor: typeof admin | typeof operator, hours: number, from: string) =>
      credit.addRule(
        await makeRule({ credit, clock }, { actor, request: request('conversion:NKL03', cap(hours), from) }),
      );
    await add(admin, 2, '2026-02-01');
    await add(operator, 1, '2026-06-01');
    const rules = [...nationalRules, ...(await credit.rulesOf([agencyId]))];
    for (const [day, amount] of [
      ['2026-05-31', 200],
      ['2026-06-01', 100],
    ] as const) {
      expect(conversionFor(rules, 'NKL03', { on: day, agencyId })?.capAmount).toBe(amount);
      const shown = ruleBook(rules, { on: day, agencyId }).find(({ topic }) => topic === 'conversion:NKL03');
      expect(shown?.current).toMatchObject({ capAmount: amount });
    }
  });

  interface Refused {
    readonly of: string;
    readonly topic: string;
    readonly change: RuleChange;
    readonly validFrom?: string;
  }
  const refused: readonly Refused[] = [
    { of: 'a cap above that of the nation', topic: 'conversion:NKL03', change: cap(4) },
    { of: 'no cap where the nation has one', topic: 'conversion:NKL03', change: { kind: 'conversion' } },
    {
      of: 'more JP a day than the nation',
      topic: 'conversion:KL06',
      change: { kind: 'conversion', jpPerUnit: 500 },
    },
    { of: 'no JP for a unit', topic: 'conversion:KL06', change: { kind: 'conversion' } },
    {
      of: 'JP for a unit of programmes',
      topic: 'conversion:KL03',
      change: { kind: 'conversion', jpPerUnit: 100 },
    },
    { of: 'a minimum below the law', topic: 'year:PNS', change: { kind: 'year', minimum: 1900 } },
    { of: 'no minimum', topic: 'year:PNS', change: { kind: 'year', maximum: 3000 } },
    { of: 'a maximum above the law', topic: 'year:PPPK', change: { kind: 'year', maximum: 2500 } },
    { of: 'a year without bounds', topic: 'year:PPPK', change: { kind: 'year' } },
    { of: 'less effort', topic: 'effort', change: { kind: 'effort', leastShare: 19, idleMinutes: 30 } },
    { of: 'longer belief', topic: 'effort', change: { kind: 'effort', leastShare: 20, idleMinutes: 31 } },
    { of: 'a year that is over', topic: 'conversion:NKL03', change: cap(2), validFrom: '2025-12-31' },
    { of: 'another kind', topic: 'effort', change: cap(2) },
    { of: 'what is no rule', topic: 'rounding', change: cap(2) },
    { of: 'a form without a rule', topic: 'conversion:NKL13', change: cap(2) },
    { of: 'its own word as proof', topic: 'conversion:NKL03', change: { kind: 'verify' } },
  ];
  it.each(refused)('is refused for $of', async ({ topic, change, validFrom }) => {
    const { credit, clock } = creditWorld();
    const input = { actor: admin, request: request(topic, change, validFrom) };
    await expect(makeRule({ credit, clock }, input)).rejects.toThrow(RuleNotAllowed);
  });

  it.each<readonly [string, RuleChange]>([
    ['year:PNS', { kind: 'year', minimum: 2400 }],
    ['year:PNS', { kind: 'year', minimum: 2000, countsBy: 'certificate-day' }],
    ['year:PPPK', { kind: 'year', maximum: 2000 }],
    ['effort', { kind: 'effort', leastShare: 50, idleMinutes: 10 }],
  ])('may be stricter: %s', async (topic, change) => {
    const { credit, clock } = creditWorld();
    const rule = await makeRule({ credit, clock }, { actor: admin, request: request(topic, change) });
    expect(rule).toMatchObject({ ...change, scope: { kind: 'agency', agencyId }, verified: false });
    expect(rule).toMatchObject({ legalBasis: words, by: 'budi' });
  });
});

describe('a rule of the nation', () => {
  it('is verified with words, and says what it said', async () => {
    const { credit, clock } = creditWorld();
    const verify = request('conversion:NKL03', { kind: 'verify' });
    const rule = await makeRule({ credit, clock }, { actor: operator, request: verify });
    expect(rule).toMatchObject({ verified: true, intlVerified: true, words, validFrom: '2018-01-01' });
    expect(rule.legalBasis).toContain('PerLAN 10/2018');
    await credit.addRule(rule);
    const rules = [...nationalRules, ...(await credit.rulesOf([]))];
    expect(conversionFor(rules, 'NKL03', { on: '2026-03-02' })).toEqual(rule);
    const repeal = request('conversion:NKL03', { kind: 'repeal' });
    await expect(makeRule({ credit, clock }, { actor: operator, request: repeal })).rejects.toThrow(
      RuleNotAllowed,
    );
  });

  it('holds verified, whatever it is about', async () => {
    const { credit, clock } = creditWorld();
    for (const { topic, current } of ruleBook(nationalRules, { on: '2026-03-02' })) {
      if (current?.verified !== false) continue;
      const change = { actor: operator, request: request(topic, { kind: 'verify' }) };
      await credit.addRule(await makeRule({ credit, clock }, change));
    }
    const rules = [...nationalRules, ...(await credit.rulesOf([]))];
    const shown = ruleBook(rules, { on: '2026-03-02' });
    expect(shown.filter(({ current }) => !current?.verified)).toEqual([]);
    expect(ruleFor(rules, 'effort', { on: '2026-03-02' })).toMatchObject({ verified: true, words });
  });

  it('may be more generous than the one before: laws change', async () => {
    const { credit, clock } = creditWorld();
    const rule = await makeRule(
      { credit, clock },
      { actor: operator, request: request('year:PPPK', { kind: 'year', minimum: 2000 }) },
    );
    const standing = yearRuleFor([...nationalRules, rule], 'PPPK', { on: '2026-12-31' });
    expect(standing).toMatchObject({ minimum: 2000 });
    expect(standing).not.toHaveProperty('maximum');
  });
});

describe('what a rule changes', () => {
  /** Three JP of one day in two agencies; a PPPK and nobody's. */
  async function world() {
    const made = creditWorld();
    const people = ['sri', 'yohanis', 'lia'] as PersonId[];
    for (const [n, personId] of people.entries()) {
      made.people.set(personId, { ...pppk, agencyId: n === 2 ? ('lan' as AgencyId) : agencyId });
      await made.credit.append(
        earnedOf('NKL03', on({ '2026-03-02': 3 }), {
          ...{ entryId: `e-${n}` as never, personId },
          agencyId: n === 2 ? ('lan' as AgencyId) : agencyId,
        }),
      );
      await refreshYears(made, personId);
    }
    const rule = await makeRule(made, { actor: admin, request: request('conversion:NKL03', cap(2)) });
    return { ...made, rule, personIds: people };
  }

  it('is told before it is added, and nothing is written by that', async () => {
    const { rule, personIds, ...deps } = await world();
    expect(await previewRule(deps, { rule, personIds, year: 2026 })).toEqual({ people: 2, jp: -200 });
    expect(await previewRule(deps, { rule, personIds, year: 2025 })).toEqual({ people: 0, jp: 0 });
    expect(await deps.credit.rulesOf([agencyId])).toEqual([]);
  });

  it('reaches every sum of the agency, some at a time, and nobody else’s', async () => {
    const { rule, personIds, ...made } = await world();
    await made.credit.addRule(rule);
    const pages: (string | undefined)[] = [];
    const ruled = {
      agencies: async () => [agencyId, 'lan' as AgencyId],
      peopleOf: async (of: AgencyId, after: string | undefined) => {
        pages.push(after);
        const own = personIds.filter((personId) => made.people.get(personId)?.agencyId === of);
        const start = Number(after ?? 0);
        const next = start + 1 < own.length ? { next: String(start + 1) } : {};
        return { personIds: own.slice(start, start + 1), ...next };
      },
    };
    const deps = { ...made, ruled };
    const sums = async () =>
      Promise.all(personIds.map(async (id) => (await made.credit.findYear(id, 2026))?.recognised));
    expect(await refreshAfterRules(deps, { limit: 1 })).toBe(1);
    expect(await sums()).toEqual([200, 300, 300]);
    expect(await refreshAfterRules(deps, { limit: 9 })).toBe(1);
    expect(await sums()).toEqual([200, 200, 300]);
    expect(pages).toEqual([undefined, '1']);
    expect(await refreshAfterRules(deps, { limit: 9 })).toBe(0);

    made.clock.advance(1000);
    const national = await makeRule(made, {
      ...{ actor: operator, request: request('conversion:NKL03', cap(2.5)) },
    });
    await made.credit.addRule(national);
    for (const _ of [1, 2]) await refreshAfterRules(deps, { limit: 9 });
    // Those of the agency have a stricter rule of their own.
    expect(await sums()).toEqual([200, 200, 250]);
  });
});
