import {
  absent,
  composeKey,
  type Dynamo,
  type Item,
  queryAll,
  type TransactItem,
} from '@sinau/platform/dynamo';
import { type EffectSums, noSums } from '../nudges/effect.ts';
import type { Experiment, Met } from '../nudges/experiment.ts';
import type { NudgeStore, NudgeTurn } from '../nudges/ports.ts';
import {
  experimentKey,
  experimentsPartition,
  metKey,
  metPrefix,
  nudgeParts,
  outcomesPartition,
  partOf,
  personPartition,
  standingKey,
  sumsKey,
  sumsPartition,
  sumsPrefix,
  turnKey,
  turnsPartition,
} from './nudge-keys.ts';
import { added, experimentRow, metRow, standingRow, sumsRow, turnRow } from './nudge-rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** An experiment takes nobody in after a year; then whom it met need not be known any more. */
const keptSeconds = 400 * 86_400;

export function createNudgeStore(door: Door): NudgeStore {
  return {
    parts: nudgeParts,
    ...experimentsIn(door),
    ...turnsIn(door),
    ...meetingsIn(door),
    ...effectsIn(door),
    async forget(personId) {
      const rows = await queryAll(door, { partition: personPartition(personId), consistent: true });
      for (const { pk, sk } of rows) await door.dynamo.delete({ table: door.table, key: { pk, sk } });
      return rows.length;
    },
  };
}

/** `kind` names the sort of a row in this table; the kind of a nudge stands beside it. */
const readExperiment = (row: Item): Experiment => {
  const { nudge, ...rest } = experimentRow.parse(row);
  return { kind: nudge, ...rest };
};
const readMet = (row: Item): Met => {
  const { nudge, ...rest } = metRow.parse(row);
  return { kind: nudge, ...rest };
};

function experimentsIn({ dynamo, table }: Door) {
  return {
    async experiments() {
      const partition = experimentsPartition;
      const rows = await queryAll({ dynamo, table }, { partition, consistent: true });
      return rows.map(readExperiment);
    },
    async addExperiment({ kind, ...rest }) {
      const item = { ...experimentKey({ kind, ...rest }), ...rest, kind: 'nudge-experiment', nudge: kind };
      // Absent: closes the race of two operators who begin one version.
      const { outcome } = await dynamo.put({ table, item, condition: absent });
      return outcome === 'done' ? 'added' : 'exists';
    },
    async stopExperiment(place, at) {
      const result = await dynamo.update({
        ...{ table, key: experimentKey(place), update: 'SET stoppedAt = :at', values: { ':at': at } },
        // There, and not stopped: the first moment stands.
        condition: 'attribute_exists(pk) AND attribute_not_exists(stoppedAt)',
      });
      if (result.outcome === 'done') return 'stopped';
      const row = await dynamo.get({ table, key: experimentKey(place), consistent: true });
      return row ? 'was-stopped' : 'absent';
    },
  } satisfies Partial<NudgeStore>;
}

function turnsIn({ dynamo, table }: Door) {
  const itemOf = ({ personId, at }: NudgeTurn) => ({
    ...{ ...turnKey(personId), kind: 'nudge-turn', personId, at },
    ...{ gsi1pk: turnsPartition(partOf(personId)), gsi1sk: composeKey(at, personId) },
  });
  return {
    async addTurn(turn) {
      // Absent: a turn that stands is not put off.
      await dynamo.put({ table, item: itemOf(turn), condition: absent });
    },
    async listDueTurns(part, until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi1', partition: turnsPartition(part), sort, limit } as const;
      return (await dynamo.query(query)).items.map((row) => turnRow.parse(row));
    },
    async moveTurn(turn, next) {
      // As it was read: closes the race of two rounds, of which the later would put it off by another week.
      const condition = { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': turn.at } };
      if (next === undefined) await dynamo.delete({ table, key: turnKey(turn.personId), condition });
      else await dynamo.put({ table, item: itemOf({ ...turn, at: next }), condition });
    },
  } satisfies Partial<NudgeStore>;
}

function meetingsIn(door: Door) {
  const { dynamo, table } = door;
  return {
    async metBy(personId) {
      const of = { partition: personPartition(personId), sort: { prefix: metPrefix }, consistent: true };
      return (await queryAll(door, of)).map(readMet);
    },
    async meet(met) {
      const { outcome } = await dynamo.transactWrite([
        // Absent: once a person and version, however many rounds there are at once.
        { kind: 'put', table, item: metItem(met), condition: absent },
        ...sumItems(door, met, [met.group === 'told' ? 'told' : 'heldOut']),
      ]);
      return outcome === 'done' ? 'met' : 'was-met';
    },
    async listDueOutcomes(part, until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi1', partition: outcomesPartition(part), sort, limit } as const;
      return (await dynamo.query(query)).items.map(readMet);
    },
    async settle(met, returned) {
      const isTold = met.group === 'told';
      await dynamo.transactWrite([
        {
          ...{ kind: 'update', table, key: metKey(met.personId, met.kind, met.version) },
          update: 'SET returned = :returned REMOVE settleAt, gsi1pk, gsi1sk',
          values: { ':returned': returned },
          // Open: counted once, and not of somebody who was erased meanwhile.
          condition: 'attribute_exists(pk) AND attribute_exists(settleAt)',
        },
        ...sumItems(door, met, [
          isTold ? 'toldSettled' : 'heldOutSettled',
          ...(returned ? ([isTold ? 'toldReturned' : 'heldOutReturned'] as const) : []),
        ]),
      ]);
    },
  } satisfies Partial<NudgeStore>;
}

function metItem({ kind, ...met }: Met): Item {
  return {
    ...{ ...metKey(met.personId, kind, met.version), ...met, kind: 'nudge-met', nudge: kind },
    expiresAt: Math.ceil(Date.parse(met.at) / 1_000) + keptSeconds,
    ...(met.settleAt !== undefined && {
      gsi1pk: outcomesPartition(partOf(met.personId)),
      gsi1sk: composeKey(met.settleAt, met.personId, kind),
    }),
  };
}

/** One more of each name, for everybody and for the agency. */
function sumItems({ table }: Door, met: Met, names: readonly (keyof EffectSums)[]): readonly TransactItem[] {
  const { agencyId, personId } = met;
  const scopes = [
    { kind: 'nation' as const },
    ...(agencyId === undefined ? [] : [{ kind: 'agency' as const, agencyId }]),
  ];
  return scopes.map((scope) => ({
    ...{ kind: 'update' as const, table, key: sumsKey(met, scope, partOf(personId)) },
    update: `ADD ${names.map((_, n) => `#n${n} :one`).join(', ')} SET #kind = :kind`,
    names: { ...Object.fromEntries(names.map((name, n) => [`#n${n}`, name])), '#kind': 'kind' },
    values: { ':one': 1, ':kind': 'nudge-sums' },
  }));
}

function effectsIn(door: Door) {
  const { dynamo, table } = door;
  return {
    async effectOf(place, scope) {
      const of = { partition: sumsPartition(place), sort: { prefix: sumsPrefix(scope) }, consistent: true };
      const [rows, row] = await Promise.all([
        queryAll(door, of),
        dynamo.get({ table, key: standingKey(place, scope), consistent: true }),
      ]);
      const sums = rows.map((one) => sumsRow.parse(one)).reduce(added, noSums);
      return { sums, ...(row && { standing: standingRow.parse(row) }) };
    },
    async noteStanding({ place, scope }, { before, next }) {
      const item = { ...standingKey(place, scope), kind: 'nudge-standing', ...next };
      // As it was read: two states that are told stay five people apart in each of their parts.
      const condition = before
        ? { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': before.at } }
        : absent;
      return (await dynamo.put({ table, item, condition })).outcome === 'done' ? 'noted' : 'lost';
    },
  } satisfies Partial<NudgeStore>;
}
