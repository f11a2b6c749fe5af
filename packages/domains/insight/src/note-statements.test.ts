import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { noteStatements } from './note-statements.ts';
import type { PlacedStatement } from './read-signal.ts';
import { memoryInsightStore } from './testing/index.ts';
import { courseId, type History, issuer, randomHistory } from './testing/random-histories.ts';

const [history] = Array.from({ length: 20 }, (_, seed) => randomHistory(seed)).filter(
  ({ statements }) => statements.length > 20,
) as [History];

function noting() {
  const insight = memoryInsightStore(nodeDigest);
  const registrations = {
    find: async (registration: string) =>
      registration === history.registration ? { courseId, actor: history.actor } : undefined,
  };
  return {
    note: (statements: readonly PlacedStatement[]) =>
      noteStatements({ insight, registrations, digest: nodeDigest, issuer }, statements),
    rows: () => insight.countOf({ courseId, registration: history.registration }, '9999'),
  };
}

const altered = (change: (statement: PlacedStatement['statement']) => object) =>
  history.statements.map((placed) => ({
    ...placed,
    statement: { ...placed.statement, ...change(placed.statement) },
  }));

describe('noteStatements', () => {
  it('counts what the platform vouches for', async () => {
    const { note, rows } = noting();
    await note(history.statements);
    expect(await rows()).toBeGreaterThan(3);
  });

  it.each([
    [
      'another client vouches for',
      () => ({ authority: { account: { homePage: issuer, name: 'client-1' } } }),
    ],
    [
      'another authority of that name vouches for',
      () => ({ authority: { account: { homePage: 'https://x', name: 'lms' } } }),
    ],
    ['is told of another person', () => ({ actor: { account: { homePage: issuer, name: 'person-8' } } })],
    [
      'belongs to no registration',
      ({ context }: PlacedStatement['statement']) => ({
        context: { ...context, registration: crypto.randomUUID() },
      }),
    ],
    [
      'belongs to no session',
      ({ context }: PlacedStatement['statement']) => ({ context: { ...context, extensions: {} } }),
    ],
    [
      'has a session id that is none',
      ({ context }: PlacedStatement['statement']) => ({
        context: {
          ...context,
          extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'a#b' },
        },
      }),
    ],
    ['is about a person', () => ({ object: { objectType: 'Agent', mbox: 'mailto:a@sinau.example' } })],
  ] as const)('leaves out what %s', async (_, change) => {
    const { note, rows } = noting();
    await note(altered(change as never) as never);
    expect(await rows()).toBe(0);
  });
});
