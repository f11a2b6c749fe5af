import { nodeDigest } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { noteStatements } from '../note-statements.ts';
import { readSignal } from '../read-signal.ts';
import { courseId, issuer, randomHistory } from '../testing/random-histories.ts';
import { createInsightStore } from './insight-store.ts';

withTables((engine, tables) => {
  it(`${engine}: a statement costs one write unit and no read, or nothing, however much was there before`, async () => {
    const units = { read: 0, write: 0 };
    const dynamo = createDynamo({
      ...tables().connection,
      onCapacity: ({ readUnits, writeUnits }) => {
        units.read += readUnits;
        units.write += writeUnits;
      },
    });
    const insight = createInsightStore({ dynamo, table: tables().lrs, digest: nodeDigest });
    const histories = Array.from({ length: 20 }, (_, seed) => randomHistory(seed));
    const actors = new Map(histories.map(({ registration, actor }) => [registration, actor]));
    const find = async (registration: string) => {
      const actor = actors.get(registration);
      return actor && { courseId, actor };
    };
    const deps = { insight, registrations: { find }, digest: nodeDigest, issuer };
    const statements = histories.flatMap((history) => history.statements);
    const telling = statements.filter((placed) => readSignal(deps, placed)).length;
    const questions = new Set(statements.flatMap((placed) => questionOf(readSignal(deps, placed)))).size;
    for (const placed of statements) await noteStatements(deps, [placed]);
    expect(telling).toBeGreaterThan(100);
    // Each question is described once more, by the first who meets it; a refused write is not told by every engine.
    expect(units.write).toBeGreaterThan(telling / 2);
    expect(units.write).toBeLessThanOrEqual(telling + questions);
    units.write = 0;
    await noteStatements(deps, statements);
    expect(units.write).toBeLessThan(telling);
    expect(units.read).toBe(0);
  });
});

function questionOf(signal: ReturnType<typeof readSignal>): readonly string[] {
  return signal?.kind === 'answered' ? [signal.about.question] : [];
}
