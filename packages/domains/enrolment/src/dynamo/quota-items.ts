import type { AgencyId } from '@sinau/kernel';
import type { TransactItem } from '@sinau/platform/dynamo';
import type { Pot, QuotaPots } from '../pool.ts';
import type { Step } from '../ports.ts';
import { type QuotaEffects, quotaEffects } from '../seats.ts';
import { poolSeatKey, quotaKey } from './keys.ts';
import { fittedOf, generalCount, takenOf } from './quota-rows.ts';
import type { StepItem } from './step-items.ts';

/** Counters of the quotas that a step changes; each condition is the number of seats of its own row. */
export function quotaItems(step: Step, table: string): readonly StepItem[] {
  const agencyId = agencyOf(step);
  if (agencyId === undefined) return [];
  return quotaEffects(step).map((effects) => {
    const { condition, otherwise, ...rule } = ruleOf(effects);
    const counts = countsOf(effects);
    return {
      item: {
        kind: 'update',
        table,
        key: quotaKey(agencyId, effects.quotaId),
        update: `ADD ${counts.map((_, n) => `#c${n} :c${n}`).join(', ')}`,
        names: { ...Object.fromEntries(counts.map(([name], n) => [`#c${n}`, name])), ...rule.names },
        values: { ...Object.fromEntries(counts.map(([, by], n) => [`:c${n}`, by])), ...rule.values },
        ...(condition !== undefined && { condition }),
      },
      otherwise,
    };
  });
}

const agencyOf = ({ after }: Step): AgencyId | undefined => after.charge?.agencyId ?? after.agencyId;

/** What is counted, and by how much. */
function countsOf({
  taken,
  waiting,
  poolId,
  poolWaiting,
}: QuotaEffects): readonly (readonly [string, number])[] {
  return [
    ['used', taken],
    ['waiting', waiting],
    [poolId === undefined ? generalCount : takenOf(poolId), taken],
    ...[...poolWaiting].map(([pool, by]) => [fittedOf(pool), by] as const),
  ];
}

interface Rule extends Pick<StepItem, 'otherwise'> {
  readonly condition?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

function ruleOf({ rule, asked }: QuotaEffects): Rule {
  if (rule === undefined) return { otherwise: 'changed' };
  const otherwise = rule === 'needed' ? 'quota-free' : 'quota-full';
  if (!asked) return { ...plainRule(rule), otherwise };
  return { ...poolRule(rule, asked), otherwise };
}

type RuleName = Exclude<QuotaEffects['rule'], undefined>;

/** Of a quota in which all seats are for everybody, also by now. */
function plainRule(rule: RuleName): Omit<Rule, 'otherwise'> {
  const names = { '#used': 'used', '#seats': 'seats', '#pools': 'pools' };
  const conditions = {
    // Seats left: closes the race for the last one.
    free: '#used < #seats',
    // The same, and nobody waits: no newcomer overtakes.
    unclaimed: '#used < #seats AND #waiting = :none',
    // Nobody queues beside a free seat, which nobody would give them.
    needed: '(#used >= #seats OR #waiting > :none)',
  } as const;
  return {
    condition: `attribute_not_exists(#pools) AND ${conditions[rule]}`,
    names: { ...names, ...(rule !== 'free' && { '#waiting': 'waiting' }) },
    values: rule === 'free' ? {} : { ':none': 0 },
  };
}

/** The same of a quota with pools: of the seats that were read, under the terms that were read. */
function poolRule(rule: RuleName, { rev, pots }: QuotaPots): Omit<Rule, 'otherwise'> {
  const each = pots.map((pot, n) => ({ ...namesOf(pot), n, seats: pot.seats }));
  const conditions = {
    free: each.map(({ n }) => `#used < #seats AND #t${n} < :s${n}`),
    unclaimed: each.map(({ n }) => `#used < #seats AND #t${n} < :s${n} AND #w${n} = :none`),
    needed: each.map(({ n }) => `(#used >= #seats OR #t${n} >= :s${n} OR #w${n} > :none)`),
  } as const;
  return {
    // As it was read: closes the race with whoever sets pools.
    condition: ['#rev = :rev', ...conditions[rule]].join(' AND '),
    names: {
      ...{ '#rev': 'rev', '#used': 'used', '#seats': 'seats' },
      ...Object.fromEntries(each.map(({ n, taken }) => [`#t${n}`, taken])),
      ...(rule !== 'free' && Object.fromEntries(each.map(({ n, claims }) => [`#w${n}`, claims]))),
    },
    values: {
      ...{ ':rev': rev, ...(rule !== 'free' && { ':none': 0 }) },
      ...Object.fromEntries(each.map(({ n, seats }) => [`:s${n}`, seats])),
    },
  };
}

/** Counters of the seats, and of those who would be asked before a newcomer. */
const namesOf = ({ poolId, opened }: Pot) => ({
  taken: poolId === undefined ? generalCount : takenOf(poolId),
  claims: poolId === undefined || opened ? 'waiting' : fittedOf(poolId),
});

/** A row beside each seat of a pool, which tells who has it. */
export function poolSeatItems(step: Step, table: string): readonly StepItem[] {
  const agencyId = agencyOf(step);
  if (agencyId === undefined) return [];
  return quotaEffects(step).flatMap(({ quotaId, poolId, taken }): readonly StepItem[] => {
    if (poolId === undefined) return [];
    const key = poolSeatKey({ agencyId, quotaId, poolId }, step.after);
    const { registration } = step.after;
    const item: TransactItem =
      taken < 0
        ? { kind: 'delete', table, key }
        : { kind: 'put', table, item: { ...key, kind: 'quota-pool-seat', registration } };
    return [{ item, otherwise: 'changed' }];
  });
}
