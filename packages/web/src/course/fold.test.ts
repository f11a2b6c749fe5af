import { describe, expect, it } from 'vitest';
import { foldOutline, type ShownGroup, type ShownNode } from './fold.ts';
import type { OutlineNode, PartView } from './ports.ts';

const part = (n: number, over: Partial<PartView> = {}): PartView => ({
  kind: 'part',
  id: String(n),
  title: { id: `Bagian ${n}` },
  state: 'not-started',
  criterion: 'completed',
  ownWindow: false,
  ...over,
});
const block = (id: string, nodes: readonly OutlineNode[]): OutlineNode => ({
  kind: 'block',
  id,
  title: { id },
  nodes,
});
const parts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => part(from + index));

/** `[Blok: …]` is open, `(Blok 1–3)` folded; `*` marks where one is. */
function shapeOf(nodes: readonly ShownNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'part') return node.id;
      const name = node.title?.id ?? `${node.first}–${node.last}`;
      const mark = node.here ? '*' : '';
      return node.nodes ? `[${mark}${name}: ${shapeOf(node.nodes)}]` : `(${name})`;
    })
    .join(' ');
}
const groupsOf = (nodes: readonly ShownNode[]): readonly ShownGroup[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsOf(node.nodes ?? [])] : []));
const count = (nodes: readonly ShownNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + (node.kind === 'group' ? count(node.nodes ?? []) : 0), 0);

describe('foldOutline', () => {
  it('shows an outline of usual length whole', () => {
    const outline = [part(1), block('A', parts(2, 4)), block('B', [block('C', parts(5, 150))])];
    const shown = foldOutline(outline, '3');
    expect(groupsOf(shown).every(({ nodes }) => nodes)).toBe(true);
    expect(count(shown)).toBe(150 + 3);
  });

  it('folds the blocks of a long one, but for the way to where one is', () => {
    const outline = [
      block('A', parts(1, 40)),
      block('B', [part(41), block('C', parts(42, 80))]),
      block('D', parts(81, 160)),
    ];
    const shape = shapeOf(foldOutline(outline, '42'));
    expect(shape).toMatch(/^\(A\) \[B: 41 \[\*C: 42 43 .+ 80\]\] \(D\)$/);
    expect(shapeOf(foldOutline(outline, '41'))).toMatch(/^\(A\) \[\*B: 41 \(C\)\] \(D\)$/);
  });

  it('makes runs of lists that nobody reads to their end', () => {
    const outline = [block('A', parts(1, 160)), part(161)];
    expect(shapeOf(foldOutline(outline, '51'))).toMatch(
      /^\[A: \(1–50\) \[\*51–100: 51 .+ 100\] \(101–150\) \(151–160\)\] 161$/,
    );
  });

  it('stays small for thousands of parts, however they lie, and every part can be reached', () => {
    const flat = parts(1, 9000);
    const inBlocks = flat.map((one) => block(`B${one.id}`, [one]));
    for (const outline of [flat, inBlocks]) {
      const shown = foldOutline(outline, '5555');
      expect(count(shown)).toBeLessThanOrEqual(200);
      expect(shapeOf(shown)).toContain('5555');
      let reached = foldOutline(outline, undefined);
      for (let depth = 0; depth < 5; depth += 1) {
        const way = groupsOf(reached).find(
          ({ nodes, first = 0, last = 0 }) => !nodes && first <= 8765 && 8765 <= last,
        );
        if (way) reached = foldOutline(outline, way.firstId);
      }
      expect(shapeOf(reached)).toContain('8765');
    }
  });

  it('says of what is folded how much is done', () => {
    const outline = [
      block('A', [
        part(1, { state: 'done' }),
        part(2, { state: 'waived' }),
        part(3, { criterion: 'not-applicable' }),
        part(4),
      ]),
      block('B', parts(5, 200)),
    ];
    const [first] = foldOutline(outline, '5');
    expect(first).toMatchObject({ done: 2, total: 3, first: 1, last: 4, firstId: '1' });
    expect(first).not.toHaveProperty('nodes');
  });
});
