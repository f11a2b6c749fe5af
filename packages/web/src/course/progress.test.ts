import { describe, expect, it } from 'vitest';
import { course } from '../testing/fixtures.ts';
import type { PartView } from './ports.ts';
import { nextAfter, partsOf, progressOf, withOpened } from './progress.ts';

const part = (
  id: string,
  state: PartView['state'],
  criterion: PartView['criterion'] = 'completed',
): PartView => ({
  kind: 'part',
  id,
  title: { id },
  state,
  criterion,
  ownWindow: false,
});

describe('progressOf', () => {
  it('counts parts that met their condition, through blocks', () => {
    const progress = progressOf(course);
    // Two parts done, and one that reports 60 of 100 of itself.
    expect(progress).toMatchObject({ done: 2, total: 5, percent: 52, begun: true });
    expect(progress.missing.map(({ id }) => id)).toEqual(['3', '4', '5']);
    expect(progress.next?.id).toBe('3');
  });

  it('leaves parts without a condition out of the count, but not out of reach', () => {
    const progress = progressOf({ outline: [part('1', 'not-started', 'not-applicable'), part('2', 'done')] });
    expect(progress).toMatchObject({ done: 1, total: 1, percent: 100, missing: [] });
    expect(progress.next?.id).toBe('1');
  });

  it('is 100 only when nothing is missing', () => {
    const parts = Array.from({ length: 201 }, (_, index) =>
      part(String(index), index === 0 ? 'started' : 'done'),
    );
    expect(progressOf({ outline: parts }).percent).toBe(99);
  });

  it('counts what a part reports of itself, and never as finished', () => {
    const outline = [{ ...part('1', 'started'), percent: 100 }, part('2', 'not-started')];
    expect(progressOf({ outline })).toMatchObject({ done: 0, percent: 49, begun: true });
  });

  it('tells what was opened without any report from what was not', () => {
    const outline = [part('1', 'started'), part('2', 'not-started')];
    expect(progressOf({ outline })).toMatchObject({ percent: 0, begun: true });
    expect(progressOf({ outline: outline.slice(1) })).toMatchObject({ percent: 0, begun: false });
  });

  it('goes on with what was begun', () => {
    const outline = [part('1', 'not-started'), part('2', 'started')];
    expect(progressOf({ outline }).next?.id).toBe('2');
  });

  it('goes on with what can be opened, unless everything waits for something', () => {
    const locked = { ...part('2', 'started'), needs: [{ id: '1' }] };
    expect(progressOf({ outline: [locked, part('3', 'not-started')] }).next?.id).toBe('3');
    expect(progressOf({ outline: [part('1', 'done'), locked] }).next?.id).toBe('2');
  });
});

describe('withOpened', () => {
  it('counts the part that is open as begun, inside blocks too, and takes nothing from others', () => {
    const states = (partId: string) => partsOf(withOpened(course.outline, partId)).map(({ state }) => state);
    expect(states('5')).toEqual(['done', 'done', 'started', 'not-started', 'started']);
    expect(states('1')).toEqual(partsOf(course.outline).map(({ state }) => state));
  });
});

describe('nextAfter', () => {
  it('finds the next unfinished part, around the end', () => {
    expect(nextAfter(course, '3')?.id).toBe('4');
    expect(nextAfter(course, '5')?.id).toBe('3');
    expect(nextAfter({ outline: [part('1', 'done')] }, '1')).toBeUndefined();
    const locked = { ...part('2', 'not-started'), needs: [{ id: '3' }] };
    const outline = [part('1', 'done'), locked, part('3', 'not-started')];
    expect(nextAfter({ outline }, '1')?.id).toBe('3');
  });
});
