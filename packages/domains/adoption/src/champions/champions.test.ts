import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { UnitHasEnough } from '../errors.ts';
import { memoryChampionStore } from '../testing/memory-champion-store.ts';
import { principalOf } from '../testing/nudge-world.ts';
import { championTermsSchema } from './champion.ts';
import {
  answerChampion,
  championsFor,
  championToAsk,
  changeChampion,
  followChampion,
  listChampions,
  mostOfUnit,
  nameChampion,
  oneChampionFor,
  ownChampion,
  stopChampion,
  takeBackChampion,
} from './serve.ts';

const bkn = 'bkn' as AgencyId;
const id = (name: string) => name as PersonId;
const admin = principalOf('agency-admin', 'adi');
const at = (name: string) => principalOf('learner', name);
const yes = { offer: 'Membuka kursus dari ponsel', showsEmail: true };

it('what champions offer is one line that says what it shows', () => {
  const isTaken = (offer: string) => championTermsSchema.safeParse({ ...yes, offer }).success;
  expect(isTaken(yes.offer)).toBe(true);
  for (const sign of ['\n', '\u0007', '\u202e', '\u200f'])
    expect(isTaken(`Membuka${sign}kursus`)).toBe(false);
});

/** Sri and Budi in a part of a bureau, Ani in the bureau, Joko in another, Lina of another agency. */
function given() {
  const clock = fixedClock('2026-10-20T02:00:00.000Z');
  const places = new Map<string, { readonly agencyId: AgencyId; readonly unitIds: readonly string[] }>([
    ['sri', { agencyId: bkn, unitIds: ['part', 'bureau', 'top'] }],
    ['budi', { agencyId: bkn, unitIds: ['part', 'bureau', 'top'] }],
    ['ani', { agencyId: bkn, unitIds: ['bureau', 'top'] }],
    ['joko', { agencyId: bkn, unitIds: ['other', 'top'] }],
    ['lina', { agencyId: 'lan' as AgencyId, unitIds: ['part'] }],
  ]);
  const champions = memoryChampionStore();
  const deps = { champions, clock, places: { placeOf: async (who: PersonId) => places.get(who) } };
  const name = (who: string, unitId?: string, principal = admin) =>
    nameChampion(deps, { principal, personId: id(who), ...(unitId !== undefined && { unitId }) });
  const accept = (who: string) => answerChampion(deps, { principal: at(who), terms: yes });
  const shown = async (to: string) =>
    (await championsFor(deps, { personId: id(to) })).map(({ personId }) => personId);
  const listed = async () => {
    const { champions: all } = await listChampions(deps, { principal: admin, page: { limit: 9 } });
    return all.map(({ personId, state }) => `${personId} ${state}`);
  };
  return { deps, places, champions, name, accept, shown, listed };
}

describe('champions', () => {
  it('are shown to nobody before they have said yes, then to their unit and those below it', async () => {
    const { deps, name, accept, shown, listed } = given();
    await name('ani');
    expect(await shown('sri')).toEqual([]);
    expect(await listed()).toEqual(['ani asked']);
    await accept('ani');
    expect([await shown('sri'), await shown('budi')]).toEqual([['ani'], ['ani']]);
    expect([await shown('joko'), await shown('lina'), await shown('ani')]).toEqual([[], [], []]);
    expect(await listed()).toEqual(['ani active']);
    const asked = championToAsk(deps, { principal: at('sri'), personId: id('ani') });
    expect(await asked).toMatchObject({ ...yes, unitId: 'bureau' });
    for (const who of ['joko', 'lina'])
      await expect(championToAsk(deps, { principal: at(who), personId: id('ani') })).rejects.toMatchObject({
        code: 'adoption.not-found',
      });
  });

  it('of the nearest unit come alone', async () => {
    const { name, accept, shown } = given();
    for (const [who, unit] of [
      ['ani', 'top'],
      ['budi', 'part'],
    ] as const) {
      await name(who, unit);
      await accept(who);
    }
    expect([await shown('sri'), await shown('joko'), await shown('budi')]).toEqual([
      ...[['budi'], ['ani'], ['ani']],
    ]);
  });

  it('are named by an administrator of their agency, for a unit that they are in', async () => {
    const { name } = given();
    await expect(name('sri', undefined, principalOf('supervisor', 'boss'))).rejects.toMatchObject({
      code: 'adoption.forbidden',
    });
    const foreign = principalOf('agency-admin', 'lia', 'lan');
    const unfit = (path: string) => ({ code: 'adoption.unfit-champion', issues: [{ path }] });
    await expect(name('sri', undefined, foreign)).rejects.toMatchObject(unfit('/who'));
    await expect(name('nobody')).rejects.toMatchObject(unfit('/who'));
    await expect(name('sri', 'other')).rejects.toMatchObject(unfit('/unitId'));
    const first = await name('sri');
    expect(first).toMatchObject({ unitId: 'part', state: 'asked', showsEmail: false });
    // Repeated, nothing more happens; for another unit the first is ended before.
    expect(await name('sri')).toEqual(first);
    await expect(name('sri', 'top')).rejects.toMatchObject(unfit('/who'));
  });

  it('are at most so many of a unit, asked or active, and another as soon as one has gone', async () => {
    const { deps, places, name, accept } = given();
    const names = Array.from({ length: mostOfUnit }, (_, n) => `p${n}`);
    for (const who of [...names, 'late', 'above'])
      places.set(who, { agencyId: bkn, unitIds: ['part', 'bureau', 'top'] });
    for (const who of names) await name(who);
    await accept('p0');
    await expect(name('late')).rejects.toThrow(UnitHasEnough);
    // Repeated, nothing more happens; and another unit has room.
    expect(await name('p1')).toMatchObject({ state: 'asked', unitId: 'part' });
    expect(await name('above', 'bureau')).toMatchObject({ unitId: 'bureau' });
    await takeBackChampion(deps, { principal: admin, personId: id('p7') });
    expect(await name('late')).toMatchObject({ state: 'asked', unitId: 'part' });
  });

  it('of whom a page names one are looked up until the first who serves', async () => {
    const { deps, places, name, accept, champions } = given();
    const names = Array.from({ length: 9 }, (_, n) => `p${n}`);
    for (const who of names) {
      places.set(who, { agencyId: bkn, unitIds: ['part', 'bureau', 'top'] });
      await name(who);
      await accept(who);
    }
    const looked: string[] = [];
    const find: typeof champions.find = (who) => {
      looked.push(who);
      return champions.find(who);
    };
    const one = () => oneChampionFor({ ...deps, champions: { ...champions, find } }, { personId: id('sri') });
    expect([(await one())?.personId, looked]).toEqual(['p0', ['p0']]);
    places.set('p0', { agencyId: bkn, unitIds: ['other', 'top'] });
    expect((await one())?.personId).toBe('p1');
    for (const who of names) places.delete(who);
    expect(await one()).toBeUndefined();
  });

  it('say no, change their words, and stop at any time, and are asked again only by the agency', async () => {
    const { deps, name, accept, shown, listed, champions } = given();
    await expect(accept('sri')).rejects.toMatchObject({ code: 'adoption.not-found' });
    await name('sri');
    await answerChampion(deps, { principal: at('sri'), terms: undefined });
    expect(await listed()).toEqual([]);
    await expect(accept('sri')).rejects.toMatchObject({ code: 'adoption.not-found' });
    await name('sri');
    await accept('sri');
    await changeChampion(deps, { principal: at('sri'), terms: { showsEmail: false } });
    const own = await ownChampion(deps, { principal: at('sri') });
    expect(own).toMatchObject({ state: 'active', showsEmail: false });
    expect(own).not.toHaveProperty('offer');
    for (const _ of [1, 2]) await stopChampion(deps, { principal: at('sri') });
    expect([await shown('budi'), await listed()]).toEqual([[], []]);
    expect(await champions.find(id('sri'))).toMatchObject({ ended: 'stopped', by: 'sri' });
    expect(await ownChampion(deps, { principal: at('sri') })).toBeUndefined();
  });

  it('of whom the agency takes it back, by itself alone, are shown no more', async () => {
    const { deps, name, accept, shown, champions } = given();
    await name('sri');
    await accept('sri');
    const takeBack = (principal = admin) => takeBackChampion(deps, { principal, personId: id('sri') });
    await expect(takeBack(principalOf('agency-admin', 'lia', 'lan'))).rejects.toMatchObject({
      code: 'adoption.not-found',
    });
    await expect(takeBack(at('budi'))).rejects.toMatchObject({ code: 'adoption.forbidden' });
    expect(await shown('budi')).toEqual(['sri']);
    for (const _ of [1, 2]) await takeBack();
    expect(await shown('budi')).toEqual([]);
    const ended = await champions.find(id('sri'));
    expect(ended).toMatchObject({ ended: 'taken-back', by: 'adi', showsEmail: false });
    expect(ended).not.toHaveProperty('offer');
  });

  it('who move or leave are not shown from that moment, and lose the role once it is looked at', async () => {
    const { deps, places, name, accept, shown, champions } = given();
    for (const who of ['sri', 'ani', 'budi']) await name(who);
    for (const who of ['sri', 'ani']) await accept(who);
    places.set('sri', { agencyId: bkn, unitIds: ['other', 'top'] });
    expect(await shown('budi')).toEqual(['ani']);
    // Who moves below the unit that they help is still there.
    places.set('ani', { agencyId: bkn, unitIds: ['part', 'bureau', 'top'] });
    places.delete('budi');
    for (const who of ['sri', 'ani', 'budi', 'joko'])
      for (const _ of [1, 2]) await followChampion(deps, { personId: id(who) });
    const ends = await Promise.all(['sri', 'ani', 'budi'].map(async (who) => champions.find(id(who))));
    expect(ends.map((one) => one?.ended)).toEqual(['moved', undefined, 'moved']);
    expect(ends[0]).not.toHaveProperty('by');
  });

  it('who were asked and have moved since cannot say yes any more', async () => {
    const { places, name, accept, champions } = given();
    await name('sri');
    places.set('sri', { agencyId: bkn, unitIds: ['other', 'top'] });
    await expect(accept('sri')).rejects.toMatchObject({ code: 'adoption.not-found' });
    expect((await champions.find(id('sri')))?.ended).toBe('moved');
  });

  it('answer once, of many clicks at once', async () => {
    const { deps, name, shown } = given();
    await name('sri');
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        answerChampion(deps, { principal: at('sri'), terms: n % 2 === 0 ? yes : undefined }),
      ),
    );
    const held = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.state] : []));
    expect(held).toHaveLength(1);
    expect(await shown('budi')).toEqual(held[0] === 'active' ? ['sri'] : []);
  });
});
