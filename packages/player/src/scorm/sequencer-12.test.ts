import type { Item, ScormStart } from '@sinau/scorm';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRunTime, type RunTimeClasses } from './run-time.ts';
import type { Sequencer, Step } from './sequencer.ts';
import { createSequencer12 } from './sequencer-12.ts';
import { cluster, item, itemStart, organization, startOf } from './testing/courses.ts';

let Api: NonNullable<RunTimeClasses['scorm12']>;
beforeAll(async () => {
  const { scorm12 } = await loadRunTime('1.2');
  if (!scorm12) throw new Error('no run-time');
  Api = scorm12;
});

const needs = (id: string): Pick<Item, 'prerequisites'> => ({ prerequisites: { kind: 'done', item: id } });
const items = [
  item('a'),
  cluster('c', [item('b', needs('a')), item('d', needs('b'))]),
  item('e', needs('c')),
];

function page(more: Partial<ScormStart> = {}) {
  const ids = ['a', 'b', 'd', 'e'];
  const start = startOf('1.2', {
    organization: organization(items),
    items: ids.map((id) => itemStart(id)),
    ...more,
  });
  return createSequencer12(start, Api);
}
const opened = (step: Step) => (step.kind === 'open' ? step.itemId : step.kind);

function play(sequencer: Sequencer, itemId: string, status: string) {
  const runTime = sequencer.runTimeFor(itemStart(itemId));
  runTime.call('Initialize', ['']);
  runTime.call('SetValue', ['cmi.core.lesson_status', status]);
  return sequencer.terminate({ runTime, call: [''], request: { kind: 'continue' } });
}

describe('SCORM 1.2', () => {
  it('opens items in order, each when its prerequisites are met', () => {
    const course = page();
    expect(opened(course.begin())).toBe('a');
    expect(course.navigation()).toMatchObject({ previous: false, next: false });
    expect([...course.navigation().choices]).toEqual(['a']);
    expect(opened(play(course, 'a', 'incomplete').step)).toBe('choose');
    expect(course.navigate({ kind: 'choice', itemId: 'b' })).toEqual({ kind: 'choose' });
    expect(opened(course.navigate({ kind: 'choice', itemId: 'a' }))).toBe('a');
    expect(opened(play(course, 'a', 'completed').step)).toBe('b');
    expect(course.statusOf('c')).toEqual({ completion: 'not attempted', success: 'unknown' });
    expect(opened(play(course, 'b', 'passed').step)).toBe('d');
    expect(course.statusOf('c')).toEqual({ completion: 'incomplete', success: 'unknown' });
    expect(opened(play(course, 'd', 'passed').step)).toBe('e');
    expect(course.statusOf('c')).toEqual({ completion: 'completed', success: 'passed' });
    expect(opened(course.navigate({ kind: 'previous' }))).toBe('d');
  });

  it('returns to the item that was open, or to the first that is not done', () => {
    const done = { completion: 'completed', success: 'unknown' } as const;
    const kept = ['a', 'b', 'd', 'e'].map((id) =>
      id === 'a' ? { ...itemStart(id), status: done } : itemStart(id),
    );
    expect(opened(page({ items: kept }).begin())).toBe('b');
    expect(opened(page({ items: kept, currentItemId: 'a' }).begin())).toBe('a');
    expect(opened(page({ items: kept, currentItemId: 'e' }).begin())).toBe('b');
  });

  it('keeps data of content that goes without LMSFinish as they are', () => {
    const course = page();
    course.begin();
    const runTime = course.runTimeFor(itemStart('a'));
    runTime.call('Initialize', ['']);
    runTime.call('SetValue', ['cmi.suspend_data', 'é'.repeat(4096)]);
    const { commit, step } = course.terminate({ runTime, request: { kind: 'suspendAll' } });
    expect(commit).toMatchObject({
      runtimeData: { cmi: { suspend_data: 'é'.repeat(4096), core: { lesson_status: 'not attempted' } } },
    });
    expect(step).toEqual({ kind: 'leave', how: 'suspend' });
    expect(course.told()).toEqual({ currentItemId: 'a' });
  });

  it("takes the server's word on an item", () => {
    const course = page();
    course.begin();
    course.learn({ ...itemStart('a'), status: { completion: 'completed', success: 'passed' } });
    expect(course.navigation().next).toBe(true);
  });
});
