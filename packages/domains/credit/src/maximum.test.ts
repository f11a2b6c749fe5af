import type { AgencyId, Jp } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { followStanding } from './follow-standing.ts';
import type { Entry } from './ledger/entry.ts';
import type { PersonStanding } from './ledger/standing.ts';
import { readLedger } from './read-ledger.ts';
import { readYear } from './read-year.ts';
import { readYears } from './read-years.ts';
import { refreshYears } from './refresh-years.ts';
import { creditWorld, sri } from './testing/credit-world.ts';
import { earnedOf, on, pppk } from './testing/samples.ts';

const first = { from: '2025-07-01', to: '2026-06-30' };
const second = { from: '2026-07-01', to: '2027-06-30' };
const julys: PersonStanding = { ...pppk, contractYears: [first, second], agencyId: 'bkn' as AgencyId };
const training = (date: string, hours: number) => earnedOf('KL03', on({ [date]: hours }));
const beforeNewYear = training('2025-10-05', 12);
const afterNewYear = training('2026-02-10', 10);
const at = (day: string) => new Date(`${day}T02:00:00.000Z`);

async function worldOf(entries: readonly Entry[], standing = julys) {
  const world = creditWorld();
  world.people.set(sri, standing);
  const add = async (entry: Entry) => {
    await world.credit.append(entry);
    await refreshYears(world, sri);
  };
  for (const entry of entries) await add(entry);
  /** What home, the ledger with its list, and dashboards tell of a maximum on a day. */
  const told = async (day: string, year = Number(day.slice(0, 4))) => {
    const now = at(day);
    const home = await readYear(world, { personId: sri, now });
    const ledger = await readLedger(world, { personId: sri, year, now });
    const years = await readYears(world, { personId: sri, also: [year], now });
    const { from, to, recognised } = ledger?.total.maximum ?? {};
    return {
      ...{ home: home.maximum?.recognised, ledger: { from, to, recognised } },
      list: ledger?.inPeriod?.reduce((sum, line) => sum + line.recognised, 0),
      dashboard: years.find((one) => one.year === year)?.maximum,
    };
  };
  return { ...world, add, told };
}

const alike = (recognised: number, period: { readonly from: string; readonly to: string }) => ({
  ...{ home: recognised, ledger: { ...period, recognised }, list: recognised },
  dashboard: { jp: 2400, to: period.to, recognised },
});

describe('the maximum of a PPPK whose contract began on 1 July', () => {
  it('is told in March of the year of the contract that runs, as the next course is recognised (T9)', async () => {
    const world = await worldOf([beforeNewYear, afterNewYear]);
    expect(await world.told('2026-03-01')).toEqual(alike(2200, first));
    await world.add(training('2026-03-02', 6));
    expect(await world.told('2026-03-02')).toEqual(alike(2400, first));
    const { lines = [] } = (await readLedger(world, { personId: sri, now: at('2026-03-02') })) ?? {};
    expect(lines.at(-1)).toMatchObject({ computed: 600, recognised: 200, reasons: ['over_cap'] });
  });

  it('begins anew on the day of the contract, though nothing was written since', async () => {
    const world = await worldOf([beforeNewYear, afterNewYear]);
    expect(await world.told('2026-06-30')).toEqual(alike(2200, first));
    expect(await world.told('2026-07-01')).toEqual(alike(0, second));
    await world.add(training('2026-08-03', 6));
    expect(await world.told('2026-08-03')).toEqual(alike(600, second));
    // The year that was before stands as it was.
    expect((await world.told('2026-08-03', 2025)).ledger).toEqual({ ...first, recognised: 2200 });
  });

  it('is told of a year that is over by its last day, and counts what came of the same period later', async () => {
    const world = await worldOf([beforeNewYear, afterNewYear, training('2026-08-03', 6)]);
    const { home: _, ...of2025 } = alike(2200, first);
    expect(await world.told('2026-08-03', 2025)).toMatchObject(of2025);
    expect(await world.told('2027-01-04', 2026)).toMatchObject({ ledger: { ...second, recognised: 600 } });
  });

  it('is told in January of what the old year brought, before the new one has brought anything', async () => {
    const world = await worldOf([beforeNewYear]);
    expect(await world.credit.findYear(sri, 2026)).toBeUndefined();
    expect(await world.told('2026-01-02')).toEqual(alike(1200, first));
    expect(await (await worldOf([])).told('2026-01-02')).toEqual(alike(0, first));
  });

  it('follows a contract that was corrected, and is made of the ledger where sums are from before periods were kept', async () => {
    const world = await worldOf([beforeNewYear, afterNewYear]);
    const calendar = { from: '2026-01-01', to: '2026-12-31' };
    world.people.set(sri, { ...julys, contractYears: [{ from: '2025-01-01', to: '2025-12-31' }, calendar] });
    await followStanding(world, sri);
    expect(await world.told('2026-03-01')).toEqual(alike(1000, calendar));
    world.people.set(sri, julys);
    for (const { periods: _, ...row } of await world.credit.yearsOf(sri)) await world.credit.saveYear(row);
    expect(await world.told('2026-03-01')).toEqual(alike(2200, first));
  });

  it('holds only what it was taken from: not what was learned in a post that none binds', async () => {
    const unbound = [{ from: '2025-07-01', to: '2025-12-31' }];
    const world = await worldOf([training('2025-10-05', 30), afterNewYear], { ...julys, unbound });
    expect(await world.told('2026-03-01')).toEqual(alike(1000, first));
    const of2025 = await readLedger(world, { personId: sri, year: 2025, now: at('2026-03-01') });
    expect(of2025?.total).toMatchObject({ recognised: 3000 as Jp, unbound: { maximum: 2400 } });
  });
});
