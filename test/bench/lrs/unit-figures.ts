import type { figure } from '../figure.ts';
import { unitsOf } from './meter.ts';
import type { BenchStore } from './open-store.ts';
import { type BatchKind, courses, learnerOf, learners, registrationOf, type Workload } from './workload.ts';

export interface Subject {
  readonly on: BenchStore;
  readonly workload: Workload;
  /** Says in every line how its value came about. */
  readonly about: { readonly engine: string; readonly statements: number };
}

export type Figure = Parameters<typeof figure>[0];

const batchSize = 50;
const pageSize = 100;
const bodies = ['single', 'session', 'mixed'] as const;

/** Write units of every kind of request, all of its own writes counted. */
export async function writeFigures({ on, workload, about }: Subject): Promise<Figure[]> {
  const unit = 'write units';
  const singles = Array.from({ length: 400 }, (_, n) => workload.single(n));
  const single = await unitsOf(on.units.requests, async () => {
    for (const one of singles) await on.store([one]);
  });
  const figures = [
    { figure: 'wcu_per_statement_single', value: single.write / singles.length, unit, ...about },
  ];
  for (const kind of ['session', 'mixed', 'scattered'] satisfies BatchKind[]) {
    const batches = Array.from({ length: 20 }, (_, n) => workload.batch(kind, n, batchSize));
    const spent = await unitsOf(on.units.requests, async () => {
      for (const batch of batches) await on.store(batch);
    });
    const value = spent.write / (batches.length * batchSize);
    figures.push({ figure: `wcu_per_statement_batch50_${kind}`, value, unit, ...about });
  }
  return figures;
}

/**
 * Read units of a learner's newest page, eventually consistent; `workload` says how its statements came: alone, in
 * sessions, or each in a batch with other learners.
 */
export async function readFigures({ on, workload, about }: Subject): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [learner, kind] of bodies.entries()) {
    const agent = learnerOf(learner);
    const registration = registrationOf(learner, 0);
    await fillPage({ on, workload }, { kind, agent, registration });
    for (const [name, filter] of [
      ['agent', { agent }],
      ['registration', { registration }],
    ] as const) {
      const spent = await unitsOf(on.units.requests, async () => {
        const { statements } = await on.page(filter, pageSize);
        if (statements.length !== pageSize) throw new Error(`a page of ${statements.length}`);
      });
      figures.push({
        figure: `rcu_page100_${name}`,
        value: spent.read,
        unit: 'read units',
        workload: kind,
        ...about,
      });
    }
  }
  return figures;
}

/** 150 statements of one learner and registration, the newest there are. */
async function fillPage(
  { on, workload }: Pick<Subject, 'on' | 'workload'>,
  given: {
    readonly kind: (typeof bodies)[number];
    readonly agent: ReturnType<typeof learnerOf>;
    readonly registration: string;
  },
): Promise<void> {
  const { kind, agent, registration } = given;
  const own = (n: number) => {
    const one = workload.single(n);
    return { ...one, actor: agent, context: { ...one.context, registration } };
  };
  const [batches, size] = { single: [150, 1], session: [3, batchSize], mixed: [150, 1] }[kind];
  for (let n = 0; n < (batches ?? 0); n += 1) {
    const batch = Array.from({ length: size ?? 0 }, (_, k) => own(n * (size ?? 0) + k));
    // Fifty learners, of whom one is the one that is asked for.
    const others = kind === 'mixed' ? workload.batch('mixed', n, batchSize + 3).slice(4) : [];
    await on.store([...batch, ...others]);
  }
}

/**
 * What follows from statements and what a pull of them costs, a feed for each way they came: batches, and singles
 * that share an invocation of the projector as they do under load, or have it for themselves.
 */
export async function feedFigures({ on, workload, about }: Subject): Promise<Figure[]> {
  const figures: Figure[] = [];
  const ways = [
    { workload: 'session', size: batchSize, together: 1 },
    { workload: 'mixed', size: batchSize, together: 1 },
    { workload: 'single', size: 1, together: 12 },
    { workload: 'single, one an invocation', size: 1, together: 1 },
  ] as const;
  await on.project(12);
  await enrolEverybody(on);
  const count = 1_000;
  for (const { workload: kind, size, together } of ways) {
    const agency = `agency-${kind}`;
    for (let n = 0; n < count / size; n += 1) {
      const batch =
        kind === 'session' || kind === 'mixed' ? workload.batch(kind, n, size) : [workload.single(n)];
      await on.store(batch, agency);
    }
    const spent = await unitsOf(on.units.projections, () => on.project(together));
    const pulled = await unitsOf(on.units.pulls, async () => {
      const lines = await on.pullAll(agency as never);
      if (lines !== count) throw new Error(`${lines} lines instead of ${count}`);
    });
    const how = { workload: kind, ...about };
    figures.push(
      { figure: 'wcu_per_statement_projection', value: spent.write / count, unit: 'write units', ...how },
      { figure: 'rcu_per_statement_projection', value: spent.read / count, unit: 'read units', ...how },
      { figure: 'rcu_per_statement_pull', value: pulled.read / count, unit: 'read units', ...how },
    );
  }
  return figures;
}

async function enrolEverybody(on: BenchStore): Promise<void> {
  for (let learner = 0; learner < learners; learner += 1) {
    const personId = learnerOf(learner).account.name;
    for (let course = 0; course < courses; course += 1) {
      await on.enrol(personId, registrationOf(learner, course));
    }
  }
}

/** A pull of everything that the store was filled with. */
export async function wholePullFigure({ on, about }: Subject): Promise<Figure> {
  await on.project(1);
  let lines = 0;
  const pulled = await unitsOf(on.units.pulls, async () => {
    lines = await on.pullAll('bkn' as never);
  });
  if (lines !== about.statements) throw new Error(`${lines} lines instead of ${about.statements}`);
  const how = { workload: 'fill', ...about };
  return { figure: 'rcu_per_statement_pull', value: pulled.read / lines, unit: 'read units', ...how };
}
