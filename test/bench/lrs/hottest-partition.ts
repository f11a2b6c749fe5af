import { storeStatements } from '@sinau/lrs';
import { createRecordStore, defaultSettings, sharedHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createCountingDynamo, createMemoryObjectStore } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import type { Figure } from './unit-figures.ts';
import { type BatchKind, createWorkload, issuer, learnerOf, registrationOf } from './workload.ts';

const learners = 1_000_000;
const agencies = 600;
/** Statements looked at, of learners drawn at random: the share is one of keys, and soon settles. */
const drawn = 50_000;

/**
 * The share of all written units that the busiest partition takes when a million learners of 600 agencies do one
 * mandatory course. The record store makes its keys as ever; nothing is kept.
 */
export async function partitionFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of ['single', 'session', 'mixed'] as const) {
    const units = new Map<string, number>();
    const dynamo = createCountingDynamo((write) => {
      units.set(write.partition, (units.get(write.partition) ?? 0) + write.units);
    });
    const store = createRecordStore({
      dynamo,
      table: 'lrs',
      objects: createMemoryObjectStore(),
      clock: systemClock,
      ids: systemIds,
      digest: nodeDigest,
      sleep: async () => {},
      settings: defaultSettings,
      horizon: sharedHorizon({ clock: systemClock, commitDeadlineMs: defaultSettings.commitDeadlineMs }),
    });
    for (const statements of mandatoryCourse(kind)) await storeOne(store, statements);
    const all = [...units.values()].reduce((sum, one) => sum + one, 0);
    const [hottest = ['', 0]] = [...units].sort(([, a], [, b]) => b - a);
    const list = hottest[0].split('#').slice(2, 4).join('#');
    figures.push({
      figure: 'hottest_partition_share',
      value: hottest[1] / all,
      unit: 'share of write units',
      workload: kind,
      learners,
      statements: drawn,
      partition: list.startsWith('L') ? `list ${list.at(-1)}` : list,
    });
  }
  return figures;
}

/** Agencies differ in size as ministries and districts do: the n-th has about 1/n of the first. */
const agencyOfLearner = (learner: number): string =>
  `agency-${Math.floor(agencies ** ((learner % 9_973) / 9_973))}`;

async function storeOne(store: ReturnType<typeof createRecordStore>, statements: readonly Statement[]) {
  const agencyOf = ({ actor }: Statement) =>
    agencyOfLearner(Number.parseInt(actor.account?.name.slice(-12) ?? '', 16));
  const visibility = { agenciesOf: async () => statements.map((one) => [agencyOf(one) as never]) };
  const authority = { objectType: 'Agent', account: { homePage: issuer, name: 'lms' } } as const;
  const deps = { ...store, visibility, digest: nodeDigest, ids: systemIds };
  await storeStatements(deps, { store: 'national', version: '1.0.3', authority, statements });
}

function* mandatoryCourse(kind: 'single' | BatchKind): Generator<readonly Statement[]> {
  const workload = createWorkload();
  const size = kind === 'single' ? 1 : 50;
  for (let n = 0; n < drawn / size; n += 1) {
    let learner = draw();
    // Every batch of the same course.
    yield workload.batch('session', 0, size).map((statement) => {
      if (kind === 'mixed') learner = draw();
      const context = { ...statement.context, registration: registrationOf(learner, 0) };
      return { ...statement, actor: learnerOf(learner), context };
    });
  }
}

const draw = () => Math.floor(Math.random() * learners);
