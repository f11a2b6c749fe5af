import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { courseEvaluationId, type Evaluation, type Subject } from '../evaluation.ts';
import type { SubjectPlace } from '../ports.ts';
import type { Standings } from '../standing.ts';
import { evaluationOf } from './evaluation-of.ts';
import type { EvaluationStores } from './memory-evaluation-stores.ts';

let count = 0;
const reaction = (n: 1 | 2 | 3 | 4, text?: string, wordsId = `w-${n}`): Evaluation['reaction'] => ({
  scores: { relevance: n, delivery: n, organisation: n, intention: n },
  ...(text !== undefined && { comment: { wordsId, text, at: '2026-03-03T01:00:00.000Z' } }),
});

/** What evaluations are kept in: every adapter answers alike. */
export function evaluationStoresContract(engine: string, create: () => Promise<EvaluationStores>): void {
  describe(`evaluation stores (${engine})`, () => {
    let stores: EvaluationStores;
    let subject: Subject;
    let bkn: AgencyId;
    const one = (over: Partial<Evaluation> = {}): Evaluation =>
      evaluationOf({ subject, agencyId: bkn, ...over });
    const places = (): readonly SubjectPlace[] => {
      const { owner, year } = one();
      return [
        { scope: { kind: 'owner', owner }, year, subject },
        { scope: { kind: 'agency', agencyId: bkn }, year, subject },
      ];
    };
    beforeEach(async () => {
      stores = await create();
      count += 1;
      subject = { kind: 'course', id: `c-${count}` };
      bkn = `bkn-${count}` as AgencyId;
    });

    it('writes what was read and nothing else', async () => {
      const { evaluations } = stores;
      const first = one({ personId: `p-${count}` as PersonId });
      expect(await evaluations.find(first)).toBeUndefined();
      expect(await evaluations.step(undefined, first)).toBe('done');
      expect(await evaluations.step(undefined, first)).toBe('changed');
      const kept = { ...first, rev: 1 };
      expect(await evaluations.find(first)).toEqual(kept);
      const next = [reaction(3), reaction(4)].map((said) =>
        evaluations.step(kept, { ...kept, ...(said && { reaction: said }) }),
      );
      expect((await Promise.all(next)).toSorted()).toEqual(['changed', 'done']);
      expect(await evaluations.ofPerson(first.personId)).toHaveLength(1);
      for (const place of places()) {
        expect((await stores.results.find(place))?.sums).toMatchObject({ asked: 1, r: 1, 'r.given': 1 });
      }
    });

    it('counts the exact difference for owner and agency, up to nothing', async () => {
      const { evaluations, results } = stores;
      const people = Array.from({ length: 7 }, (_, n) => one({ personId: `p-${count}-${n}` as PersonId }));
      for (const person of people) await evaluations.step(undefined, person);
      const read = people.map((person) => ({ ...person, rev: 1 }));
      await Promise.all(
        read.map((before, n) =>
          evaluations.step(before, {
            ...before,
            ...{ score: 80, learning: { before: 2, after: n % 2 === 0 ? 4 : 3 } },
          }),
        ),
      );
      const scores = { 'l.scored': 7, 'l.points': 560 };
      const sums = { asked: 7, l: 7, ...scores, 'l.given': 7, 'l.before.2': 7 };
      for (const place of places()) {
        expect(await results.find(place)).toMatchObject({
          ...{ subject, owner: one().owner, title: one().title, standings: {}, rev: 0 },
          sums: { ...sums, 'l.after.3': 3, 'l.after.4': 4 },
        });
        expect((await results.list(place.scope, 2026)).map((found) => found.subject)).toContainEqual(subject);
        expect(await results.list(place.scope, 2025)).toEqual([]);
      }
      for (const person of people) await evaluations.step(await evaluations.find(person), undefined);
      for (const place of places()) expect((await results.find(place))?.sums).toEqual({ 'l.given': 7 });
      const elsewhere: SubjectPlace = {
        ...{ year: 2026, subject, scope: { kind: 'agency', agencyId: 'lan' as AgencyId } },
      };
      expect(await results.find(elsewhere)).toBeUndefined();
    });

    it('keeps words apart, changes them, takes them out with the completion and puts them back', async () => {
      const { evaluations, results } = stores;
      const wordsIn = async (at: number) => {
        const place = places()[at] as SubjectPlace;
        const { words } = await results.words(place, 'r', { limit: 10 });
        return words.map(({ text }) => text);
      };
      const personId = `p-${count}` as PersonId;
      const said = one({ personId, reaction: reaction(4, 'Contohnya jelas', `w-${count}`) as never });
      await evaluations.step(undefined, said);
      expect([await wordsIn(0), await wordsIn(1)]).toEqual([['Contohnya jelas'], ['Contohnya jelas']]);
      const steps: readonly (readonly [Partial<Evaluation>, readonly string[]])[] = [
        [{ reaction: reaction(4, 'Terlalu cepat', `w-${count}`) as never }, ['Terlalu cepat']],
        [{ state: 'withdrawn' }, []],
        [{ state: 'standing' }, ['Terlalu cepat']],
        [{ reaction: reaction(3) as never }, []],
      ];
      for (const [over, expected] of steps) {
        const before = await evaluations.find(said);
        expect(await evaluations.step(before, { ...(before as Evaluation), ...over })).toBe('done');
        expect([await wordsIn(0), await wordsIn(1)]).toEqual([expected, expected]);
      }
    });

    it('pages words', async () => {
      const { evaluations, results } = stores;
      for (const n of [1, 2, 3]) {
        const applied = {
          ...({ applied: 3, obstacle: 'none' } as const),
          example: { wordsId: `w${n}`, text: `Contoh ${n}`, at: '2026-06-03T01:00:00.000Z' },
        };
        await evaluations.step(undefined, one({ personId: `p-${count}-${n}` as PersonId, applied }));
      }
      for (const place of places()) {
        const first = await results.words(place, 'a', { limit: 2 });
        expect(first.words.map(({ text }) => text)).toEqual(['Contoh 1', 'Contoh 2']);
        const rest = await results.words(place, 'a', { limit: 2, after: first.next ?? '' });
        expect(rest.words.map(({ text }) => text)).toEqual(['Contoh 3']);
      }
    });

    it('notes standings beside the sums, over what was read and nothing newer', async () => {
      const { evaluations, results } = stores;
      await evaluations.step(undefined, one({ personId: `p-${count}` as PersonId }));
      const [place] = places();
      if (!place) return;
      const standings = (n: number): Standings => ({
        r: { given: n, at: '2026-03-03T01:00:00.000Z', tally: { r: n, 'r.relevance.4': n } },
      });
      await Promise.all(
        [5, 6].map((given) => results.noteStandings(place, { rev: 0, next: standings(given) })),
      );
      const noted = await results.find(place);
      expect(noted).toMatchObject({ rev: 1, sums: { asked: 1 } });
      await results.noteStandings(place, { rev: 1, next: standings(10) });
      await results.noteStandings(place, { rev: 1, next: standings(11) });
      expect(await results.find(place)).toMatchObject({ rev: 2, standings: standings(10) });
    });

    it('finds whose turn has come, the earliest first, and whom a supervisor was asked about', async () => {
      const { evaluations } = stores;
      const boss = `boss-${count}` as PersonId;
      const at = (day: number) => `20${String(40 + count)}-06-0${day}T00:00:00.000Z`;
      for (const day of [3, 1, 2]) {
        const turn = { step: 'ask' as const, at: at(day) };
        await evaluations.step(
          undefined,
          one({ personId: `p-${count}-${day}` as PersonId, evaluationId: courseEvaluationId('r'), turn }),
        );
      }
      const mine = async (now: string) =>
        (await evaluations.due(now, 50)).filter(({ personId }) => personId.startsWith(`p-${count}-`));
      expect((await mine(at(2))).map(({ personId }) => personId)).toEqual([`p-${count}-1`, `p-${count}-2`]);
      const [due] = await mine(at(1));
      const before = due && (await evaluations.find(due));
      if (!before) throw new Error('nothing is due');
      const { turn: _, ...rest } = before;
      const asked = { at: at(1), supervisorId: boss };
      expect(await evaluations.step(before, { ...rest, asked })).toBe('done');
      expect(await mine(at(1))).toEqual([]);
      expect(await evaluations.askedOf(boss)).toEqual([due]);
      const again = await evaluations.find(before);
      await evaluations.step(again, { ...(again as Evaluation), asked: { at: at(1) } });
      expect(await evaluations.askedOf(boss)).toEqual([]);
    });
  });
}
