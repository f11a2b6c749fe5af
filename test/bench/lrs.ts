import { figure } from './figure.ts';
import { type BenchStore, openStore } from './lrs/open-store.ts';
import { createWorkload, learnerAgent, registrationOfLearner, type Workload } from './lrs/workload.ts';

const batchSize = 50;

/**
 * Units of the record store's own requests and its speed in one process. `--statements N` fills every store with so
 * many first (1000); `--json` is how it prints anyway. Units of activities and of the first statements of a process
 * are part of it.
 */
export async function run(options: readonly string[]): Promise<void> {
  const fill = Number(optionOf(options, '--statements') ?? 1_000);
  await writeFigures(fill);
  await readFigures(fill);
  await speedFigures();
}

async function writeFigures(fill: number): Promise<void> {
  const on = await openStore({ metered: true, sharded: true });
  const workload = createWorkload();
  await fillWith(on, workload, { kind: 'mixed', count: fill });
  const about = { engine: on.engine, statements: fill };
  const single = await unitsOf(on, async () => {
    for (let n = 0; n < 200; n += 1) await on.store([workload.single(n)]);
  });
  figure({ figure: 'wcu_per_statement_single', value: single.write / 200, unit: 'write units', ...about });
  for (const kind of ['session', 'mixed'] as const) {
    const spent = await unitsOf(on, async () => {
      for (let n = 0; n < 20; n += 1) await on.store(workload.batch(kind, n, batchSize));
    });
    const value = spent.write / (20 * batchSize);
    figure({ figure: `wcu_per_statement_batch50_${kind}`, value, unit: 'write units', ...about });
  }
  await on.close();
}

async function readFigures(fill: number): Promise<void> {
  for (const kind of ['single', 'session', 'mixed'] as const) {
    const on = await openStore({ metered: true, sharded: true });
    const workload = createWorkload();
    await fillWith(on, workload, { kind, count: fill });
    const agent = learnerAgent(0);
    const registration = registrationOfLearner(0, 0);
    // A learner whose newest page is full, all of one registration.
    await fillPage(on, workload, { kind, agent, registration });
    const about = { engine: on.engine, statements: fill, workload: kind };
    for (const [name, filter] of [
      ['agent', { agent }],
      ['registration', { registration }],
    ] as const) {
      const spent = await unitsOf(on, async () => {
        const { statements } = await on.page(filter);
        if (statements.length !== 100) throw new Error(`a page of ${statements.length}`);
      });
      figure({ figure: `rcu_page100_${name}`, value: spent.read, unit: 'read units', ...about });
    }
    await on.close();
  }
}

/** 150 statements of one learner: alone, three sessions, or one in each of many batches. */
async function fillPage(
  on: BenchStore,
  workload: Workload,
  given: {
    readonly kind: 'single' | 'session' | 'mixed';
    readonly agent: ReturnType<typeof learnerAgent>;
    readonly registration: string;
  },
): Promise<void> {
  const { kind, agent, registration } = given;
  const own = (n: number) => {
    const one = workload.single(n);
    return { ...one, actor: agent, context: { ...one.context, registration } };
  };
  const sizes = { single: [150, 1], session: [3, 50], mixed: [150, 1] } as const;
  const [batches, size] = sizes[kind];
  for (let n = 0; n < batches; n += 1) {
    const batch = Array.from({ length: size }, (_, k) => own(n * size + k));
    // Others come along in the batch: learners 1 to 4, never the one that is asked for.
    const others = kind === 'mixed' ? [1, 2, 3, 4].map((learner) => workload.single(learner)) : [];
    await on.store([...batch, ...others]);
  }
}

async function speedFigures(): Promise<void> {
  const on = await openStore({ metered: false, sharded: false });
  const workload = createWorkload();
  const batches = Array.from({ length: 60 }, (_, n) => workload.batch('mixed', n, batchSize));
  await fillWith(on, workload, { kind: 'mixed', count: 500 });
  const about = { engine: on.engine, concurrency: 8 };
  const batchSeconds = await secondsOf(batches, (batch) => on.store(batch));
  const perSecond = (count: number, seconds: number) => count / seconds;
  figure({
    figure: 'statements_per_second_batch50_mixed',
    value: perSecond(batches.length * batchSize, batchSeconds),
    unit: 'statements/s',
    ...about,
  });
  const singles = Array.from({ length: 600 }, (_, n) => workload.single(n));
  const singleSeconds = await secondsOf(singles, (one) => on.store([one]));
  figure({
    figure: 'singles_per_second',
    value: perSecond(singles.length, singleSeconds),
    unit: 'requests/s',
    ...about,
  });
  const pages = Array.from({ length: 300 }, (_, n) => learnerAgent(n));
  const pageSeconds = await secondsOf(pages, (agent) => on.page({ agent }, 50));
  figure({
    figure: 'pages50_per_second_agent',
    value: perSecond(pages.length, pageSeconds),
    unit: 'pages/s',
    ...about,
  });
  await on.close();
}

async function fillWith(
  on: BenchStore,
  workload: Workload,
  { kind, count }: { readonly kind: 'single' | 'session' | 'mixed'; readonly count: number },
): Promise<void> {
  if (kind === 'single') {
    for (let n = 0; n < count; n += 1) await on.store([workload.single(n)]);
    return;
  }
  for (let n = 0; n * batchSize < count; n += 1) await on.store(workload.batch(kind, n, batchSize));
}

async function unitsOf(on: BenchStore, work: () => Promise<void>) {
  const before = { ...on.units };
  await work();
  return { read: on.units.read - before.read, write: on.units.write - before.write };
}

async function secondsOf<Input>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const rest = inputs.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const input of rest) await work(input);
    }),
  );
  return (performance.now() - started) / 1000;
}

function optionOf(options: readonly string[], name: string): string | undefined {
  const at = options.indexOf(name);
  return at === -1 ? undefined : options[at + 1];
}
