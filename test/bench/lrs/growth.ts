import { inLanes } from './in-lanes.ts';
import { openStore } from './open-store.ts';
import {
  type Figure,
  feedFigures,
  readFigures,
  type Subject,
  wholePullFigure,
  writeFigures,
} from './unit-figures.ts';
import { createWorkload } from './workload.ts';

/** Statements in a store, for `--growth`. */
export const levels: readonly number[] = [1_000, 10_000, 100_000];

const batchSize = 50;

/** Every figure in units, in a store that holds so many statements already. */
export async function unitFigures(statements: number): Promise<Figure[]> {
  const on = await openStore();
  try {
    const workload = createWorkload();
    const subject: Subject = { on, workload, about: { engine: on.engine, statements } };
    await fill(subject);
    const pull = await wholePullFigure(subject);
    return [
      ...(await writeFigures(subject)),
      ...(await readFigures(subject)),
      ...(await feedFigures(subject)),
      pull,
    ];
  } finally {
    await on.close();
  }
}

async function fill({ on, workload, about }: Subject): Promise<void> {
  const batches = Array.from({ length: Math.ceil(about.statements / batchSize) }, (_, n) => n);
  await inLanes(4, batches, (n) => {
    const size = Math.min(batchSize, about.statements - n * batchSize);
    return on.store(workload.batch('mixed', n, size));
  });
}

/** Change of every figure from the smallest store to each larger one, relative to it. */
export function growthOf(
  all: readonly { readonly statements: number; readonly lines: readonly Figure[] }[],
): Figure[] {
  const nameOf = ({ figure, workload }: Figure) => `${figure} ${workload}`;
  const [first] = all;
  if (!first) return [];
  return all.slice(1).flatMap(({ statements, lines }) =>
    lines.flatMap((line) => {
      const before = first.lines.find((one) => nameOf(one) === nameOf(line));
      if (!before) return [];
      const about = { from: first.statements, to: statements, before: before.value, after: line.value };
      const workload = line.workload === undefined ? {} : { workload: line.workload };
      const value = (line.value - before.value) / before.value;
      return [{ figure: `growth_${line.figure}`, value, unit: 'relative change', ...workload, ...about }];
    }),
  );
}
