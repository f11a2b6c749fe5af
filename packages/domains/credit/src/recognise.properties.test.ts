import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Earned, Entry, EntryId } from './ledger/entry.ts';
import type { PersonStanding } from './ledger/standing.ts';
import { yearOf } from './local-date.ts';
import { type Line, recognise } from './recognise.ts';
import type { FormCode } from './rules/forms.ts';
import { nationalRules } from './rules/national-rules.ts';
import { correctedOf, decidedOf, earnedOf, heldOf, pns, pppk, reversedOf } from './testing/samples.ts';
import { totalYear } from './total-year.ts';

/** Few days and forms, so that caps are met. */
const dates = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-30', '2026-02-01'];
const capped: readonly FormCode[] = ['NKL01', 'NKL02', 'NKL03', 'NKL09', 'NKL10', 'NKL11', 'KL03', 'KL06'];
const moments = ['2026-02-03T00:00:00.000Z', '2026-02-04T00:00:00.000Z', '2026-02-05T00:00:00.000Z'];

const learning = fc.record({
  form: fc.constantFrom(...capped),
  parts: fc.array(fc.record({ date: fc.constantFrom(...dates), amount: fc.integer({ min: 1, max: 700 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  abroad: fc.boolean(),
  same: fc.nat(8),
  said: fc.array(
    fc.record({
      kind: fc.constantFrom('held', 'released', 'rejected', 'reversed', 'corrected'),
      at: fc.constantFrom(...moments),
      amount: fc.integer({ min: 0, max: 900 }),
    }),
    { maxLength: 3 },
  ),
});
type Learning = typeof learning extends fc.Arbitrary<infer One> ? One : never;

function entriesOf(all: readonly Learning[]): readonly Entry[] {
  return all.flatMap(({ form, parts, abroad, same, said }, n) => {
    const earned = earnedOf(form, parts, { entryId: `e${n}` as EntryId, abroad, sameAs: `same-${same}` });
    return [earned, ...said.map((one, index) => entryOf(earned, { ...one, entryId: `e${n}-${index}` }))];
  });
}

function entryOf(earned: Earned, said: Learning['said'][number] & { readonly entryId: string }): Entry {
  const { kind, at, amount, entryId } = said;
  const when = { at, entryId };
  if (kind === 'held') return heldOf(earned, when);
  if (kind === 'reversed') return reversedOf(earned, when);
  if (kind === 'corrected') return correctedOf(earned, [{ date: '2026-01-02', amount }], when);
  return decidedOf(earned, kind === 'released' ? 'released' : 'rejected', when);
}

const histories = fc.array(learning, { minLength: 1, maxLength: 12 });
const settings = { numRuns: 150, seed: 20_26 };

describe('any ledger', () => {
  it('invariant 1: gives the same lines and sums in any order of arrival, and with lines that came twice', () => {
    const shuffled = histories.chain((all) => {
      const entries = entriesOf(all);
      const more = fc.shuffledSubarray([...entries], { minLength: entries.length });
      return fc.tuple(fc.constant(entries), more, fc.subarray([...entries]));
    });
    fc.assert(
      fc.property(shuffled, fc.constantFrom(pns, pppk), ([entries, mixed, twice], standing) => {
        const basis = { rules: nationalRules, standing };
        const told = { year: 2026, today: '2026-06-30' };
        const [plain, other] = [recognise(entries, basis), recognise([...mixed, ...twice], basis)];
        expect(other).toEqual(plain);
        expect(totalYear(other, told, basis)).toEqual(totalYear(plain, told, basis));
      }),
      settings,
    );
  });

  it('invariant 2: keeps days and months within their caps, and never recognises more than was computed', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const lines = recognise(entriesOf(all), { rules: nationalRules, standing: pns });
        const days = new Map<string, number>();
        const months = new Map<string, number>();
        for (const { account, parts, recognised, computed } of lines) {
          expect(recognised).toBe(parts.reduce((sum, part) => sum + part.recognised, 0));
          expect(recognised).toBeLessThanOrEqual(computed);
          const { form, abroad } = account.earned;
          for (const part of parts) {
            const [onDay, inMonth] = [`${form} ${part.date}`, `${form} ${part.date.slice(0, 7)}`];
            days.set(onDay, (days.get(onDay) ?? 0) + part.recognised);
            const session = abroad ? 400 : 200;
            months.set(inMonth, (months.get(inMonth) ?? 0) + part.recognised / session);
          }
        }
        const most = (of: ReadonlyMap<string, number>, form: FormCode) =>
          Math.max(0, ...[...of].flatMap(([key, value]) => (key.startsWith(form) ? value : [])));
        expect(most(days, 'NKL03')).toBeLessThanOrEqual(300);
        expect(most(days, 'NKL10')).toBeLessThanOrEqual(200);
        expect(most(days, 'NKL09')).toBeLessThanOrEqual(200);
        expect(most(months, 'NKL01')).toBeLessThanOrEqual(2);
        expect(most(months, 'NKL02')).toBeLessThanOrEqual(2);
      }),
      settings,
    );
  });

  it('L4: sums what its lines come to, and of what was taken back or rejected last nothing, whatever was said before', () => {
    let taken = 0;
    fc.assert(
      fc.property(histories, (all) => {
        const entries = entriesOf(all);
        const basis = { rules: nationalRules, standing: pns };
        const lines = recognise(entries, basis);
        // One line for each thing that was earned, and everything that was said of it names that line.
        const earned = entries.filter(({ kind }) => kind === 'earned').map(({ entryId }) => entryId);
        expect(lines.map(({ account }) => account.earned.entryId).toSorted()).toEqual(earned.toSorted());
        for (const { account } of lines)
          for (const entry of account.entries)
            expect('about' in entry ? entry.about : entry.entryId).toBe(account.earned.entryId);
        for (const year of [2025, 2026]) {
          const own = lines.filter((line) => line.year === year);
          const balance = own.reduce((sum, { recognised }) => sum + recognised, 0);
          expect(totalYear(lines, { year, today: `${year}-12-31` }, basis).recognised).toBe(balance);
        }
        for (const { account, recognised } of lines) {
          if (account.standing === 'counts') continue;
          expect(recognised).toBe(0);
          taken += 1;
        }
        // Reading changes nothing that stands there.
        expect(entriesOf(all)).toEqual(entries);
      }),
      settings,
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('invariant 3: recognises up to 24 JP in each contract year of a PPPK, all there is below that, and without end after a change of status', () => {
    const first = { from: '2025-01-02', to: '2026-01-01' };
    const second = { from: '2026-01-02', to: '2027-01-01' };
    const standing: PersonStanding = {
      ...pppk,
      contractYears: [first, second],
      statuses: [
        { status: 'PPPK', from: '2024-01-01', to: '2026-01-31' },
        { status: 'PNS', from: '2026-02-01' },
      ],
    };
    const isCounted = ({ reasons }: Line) => reasons.every((reason) => reason === 'over_cap');
    const sum = (lines: readonly Line[], of: 'computed' | 'recognised') =>
      lines.reduce((total, line) => total + line[of], 0);
    let full = 0;
    fc.assert(
      fc.property(histories, (all) => {
        const plenty = all.map((one) => ({
          ...{ ...one, form: 'KL03' as const },
          parts: one.parts.map(({ date, amount }) => ({ date, amount: amount * 4 })),
        }));
        const basis = { rules: nationalRules, standing };
        const lines = recognise(entriesOf(plenty), basis);
        for (const { from, to } of [first, second]) {
          const told = totalYear(lines, { year: yearOf(from), today: from }, basis).maximum;
          const bound = lines.filter(({ endsOn }) => from <= endsOn && endsOn <= to && endsOn < '2026-02-01');
          const there = sum(bound.filter(isCounted), 'computed');
          expect(sum(bound, 'recognised')).toBe(Math.min(there, 2400));
          expect(told).toMatchObject({ from, to, recognised: Math.min(there, 2400) });
          full += there > 2400 ? 1 : 0;
        }
        const free = lines.filter((line) => line.endsOn >= '2026-02-01' && isCounted(line));
        expect(sum(free, 'recognised')).toBe(sum(free, 'computed'));
      }),
      settings,
    );
    // The maximum was met, not only never exceeded.
    expect(full).toBeGreaterThan(50);
  });
});
