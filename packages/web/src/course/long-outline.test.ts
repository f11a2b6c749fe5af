import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { course, siti } from '../testing/fixtures.ts';
import type { CourseView, OutlineNode, PartView } from './ports.ts';

const part = (index: number): PartView => ({
  kind: 'part',
  id: String(index + 1),
  title: { id: `Bagian yang ke-${index + 1} dari kursus yang sangat panjang` },
  description: { id: 'Uraian singkat tentang isi bagian ini dan apa yang dipelajari di dalamnya.' },
  state: index < 30 ? 'done' : 'not-started',
  criterion: 'completed',
  ownWindow: false,
});

const outlines: Readonly<Record<string, (count: number) => readonly OutlineNode[]>> = {
  'in one list': (count) => Array.from({ length: count }, (_, index) => part(index)),
  'in blocks of ten': (count) =>
    Array.from({ length: Math.ceil(count / 10) }, (_, block) => ({
      kind: 'block',
      id: `b${block}`,
      title: { id: `Bab ${block + 1}` },
      nodes: Array.from({ length: Math.min(10, count - block * 10) }, (_one, index) =>
        part(block * 10 + index),
      ),
    })),
};

function portalOf(outline: readonly OutlineNode[]) {
  const long: CourseView = { ...course, outline };
  const { player, course: ports } = createFixturePorts();
  return createFixturePortal({
    principal: siti,
    ports: {
      course: { ...ports, courseOf: async () => long },
      player: { ...player, takenCourseOf: async () => long },
    },
  }).hono;
}

describe.each(Object.entries(outlines))('a long course %s', (_, outlineOf) => {
  it.each([1001, 9000])('has small pages with %i parts', async (count) => {
    const portal = portalOf(outlineOf(count));
    const base = `/courses/${course.courseId}`;
    for (const path of [base, `${base}?at=777`, `${base}/learn/777`, `${base}/learn/777/progress?at=3`]) {
      const answer = await portal.request(path);
      expect(answer.status).toBe(200);
      expect((await answer.text()).length, path).toBeLessThan(200_000);
    }
  });

  it('leads to every part by links alone, with the check marks of what is folded', async () => {
    const portal = portalOf(outlineOf(1001));
    const base = `/courses/${course.courseId}`;
    const pageAt = async (path: string) => (await portal.request(path)).text();
    expect(await pageAt(base)).toMatch(/\d+ dari \d+ bagian selesai/);
    const last = `href="${base}/learn/1001"`;
    const seen = new Set<string>();
    const waiting = [base];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const page = await pageAt(path);
      if (page.includes(last)) return;
      // The last ones first: there the part is.
      for (const [, at] of page.matchAll(/\?at=(\d+)#opened/g)) {
        if (at !== undefined && !seen.has(at)) waiting.push(`${base}?at=${at}`);
        seen.add(at ?? '');
      }
    }
    throw new Error('the last part is nowhere');
  });
});
