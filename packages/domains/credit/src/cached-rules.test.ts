import { type AgencyId, Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { cachedRules } from './cached-rules.ts';
import { nationalRules } from './rules/national-rules.ts';
import { memoryCreditStore } from './testing/memory-credit-store.ts';

it('reads rules once a minute for each agency, at once after one is added here, and keeps no failure', async () => {
  const clock = fixedClock();
  const store = memoryCreditStore();
  const asked: (readonly AgencyId[])[] = [];
  let down = true;
  const rules = cachedRules(
    {
      ...store,
      rulesOf: async (agencyIds) => {
        asked.push(agencyIds);
        if (down) throw new Unavailable('The table does not answer.');
        return store.rulesOf(agencyIds);
      },
    },
    clock,
  );
  const [bkn, lan] = ['bkn', 'lan'] as AgencyId[] as [AgencyId, AgencyId];
  await expect(rules.rulesOf([bkn])).rejects.toThrow(Unavailable);
  down = false;
  for (const agency of [bkn, bkn, lan, bkn]) await rules.rulesOf([agency]);
  expect(asked).toEqual([[bkn], [bkn], [lan]]);
  const [rule] = nationalRules;
  if (rule) await rules.addRule({ ...rule, scope: { kind: 'agency', agencyId: bkn } });
  expect(await rules.rulesOf([bkn])).toHaveLength(1);
  clock.advance(60_000);
  await rules.rulesOf([bkn]);
  expect(asked).toHaveLength(5);
});
