import type { CourseView, PartView } from '@sinau/web';
import { describe, expect, it } from 'vitest';
import { placeOf } from './resume-place.ts';

const partOf = (id: string, more: Partial<PartView> = {}): PartView => ({
  ...{ kind: 'part', id, title: { id: `Bagian ${id}` }, state: 'not-started', criterion: 'completed' },
  ownWindow: false,
  ...more,
});
const done = { state: 'done' } as const;
const there = { content: 'external', ownWindow: true } as const;

interface Row {
  readonly of: string;
  readonly parts: readonly PartView[];
  readonly waits?: true;
  readonly down?: string;
  readonly place: object;
}

const rows: readonly Row[] = [
  {
    of: 'the part that was begun, before others that are open',
    parts: [partOf('1'), partOf('2', { state: 'started' })],
    place: { kind: 'part', partId: '2', inWindow: false },
  },
  {
    of: 'the next part once the last one is finished',
    parts: [partOf('1', done), partOf('2'), partOf('3')],
    place: { kind: 'part', partId: '2' },
  },
  {
    of: 'a part of its own window, in one',
    parts: [partOf('1', { ownWindow: true })],
    place: { kind: 'part', partId: '1', inWindow: true },
  },
  {
    of: 'another system the first time: by the page that tells of it',
    parts: [partOf('1', there)],
    place: { kind: 'part', partId: '1', inWindow: false },
  },
  {
    of: 'another system from then on, at once',
    parts: [partOf('1', { ...there, state: 'started' })],
    place: { kind: 'part', partId: '1', inWindow: true },
  },
  {
    of: 'nowhere while the provider has not enrolled',
    parts: [partOf('1', there)],
    ...{ waits: true, place: { kind: 'course', why: 'awaits-provider' } },
  },
  {
    of: 'nowhere while the provider does not answer',
    parts: [partOf('1', { ...there, state: 'started' })],
    ...{ down: '2026-11-28T01:00:00.000Z', place: { kind: 'course', why: 'provider-down' } },
  },
  {
    of: 'a part of our own, whatever the provider does',
    parts: [partOf('1', { state: 'started' }), partOf('2', there)],
    ...{ waits: true, down: '2026-11-28T01:00:00.000Z', place: { kind: 'part', partId: '1' } },
  },
  {
    of: 'nowhere while everything waits for another part',
    parts: [partOf('1', { needs: [{ id: 'Kuis' }] })],
    place: { kind: 'course', why: 'locked' },
  },
  {
    of: 'nowhere once all is done and the course is being completed',
    parts: [partOf('1', done)],
    place: { kind: 'course', why: 'all-done' },
  },
];

describe('"continue" leads to', () => {
  it.each(rows)('$of', async ({ parts, waits, down, place }) => {
    const course = { courseId: 'c1', outline: parts } as unknown as CourseView;
    const deps = { providerDownSince: async () => down };
    expect(await placeOf(deps, { course, ...(waits && { atProvider: true }) })).toMatchObject(place);
  });
});
