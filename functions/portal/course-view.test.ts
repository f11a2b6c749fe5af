import type { Course, CourseId } from '@sinau/catalogue';
import { courseOf as courseRowOf, versionOf } from '@sinau/catalogue/testing';
import { contentOf, courseOf } from '@sinau/delivery/testing';
import type { Jp, PersonId } from '@sinau/kernel';
import type { OutlineNode, PartView } from '@sinau/web';
import { describe, expect, it } from 'vitest';
import { courseViewOf, previewCourse } from './course-view.ts';
import { portalWorld } from './testing/portal-world.ts';

const details = (over: Partial<Course['details']>): Course['details'] => ({
  ...courseRowOf().details,
  ...over,
});

/** The third part wants the first two, of which the second is optional. */
async function setup() {
  const { deps } = await portalWorld();
  const { structure, parts } = contentOf(courseOf([['Completed'], ['NotApplicable'], ['Passed']]));
  const after = (index: number) => (index === 2 ? [0, 1] : []);
  const content = { structure, parts: parts.map((part, index) => ({ ...part, after: after(index) })) };
  return { ...deps, content: { find: async () => content } };
}

const partsIn = (nodes: readonly OutlineNode[]): readonly PartView[] =>
  nodes.flatMap((node) => (node.kind === 'part' ? [node] : partsIn(node.nodes)));

describe('the view of a course', () => {
  it('tells whoever has not enrolled what has to be done before a part, in words', async () => {
    const deps = await setup();
    const view = await courseViewOf(deps, {
      ...{ personId: 'sri' as PersonId, courseId: 'c1', enrolment: undefined },
    });
    const needs = partsIn(view.outline).map((part) => part.needs?.length ?? 0);
    expect(needs).toEqual([0, 0, 1]);
  });

  it('tells a course that runs in classes of its provider from one that may be begun at any time', async () => {
    const deps = await setup();
    const viewed = async () =>
      courseViewOf(deps, { personId: 'sri' as PersonId, courseId: 'c1', enrolment: undefined });
    expect(await viewed()).not.toHaveProperty('runsElsewhere');
    const course = await deps.courses.find('c1' as CourseId);
    if (!course) throw new Error('there is a course');
    const source = { connectionId: 'k', externalId: '4', name: 'Moodle' } as never;
    await deps.courses.replace({ ...course, source, rev: course.rev + 1 });
    expect(await viewed()).toMatchObject({ runsElsewhere: true });
  });

  it('previews the facts of the version, not those that are public now', async () => {
    const deps = await setup();
    const course = courseRowOf({ jp: 400 as Jp, details: details({ price: 0, minutes: 10 }) });
    const version = versionOf({
      courseId: 'c1' as CourseId,
      details: details({ price: 50_000, minutes: 90 }),
    });
    const progress = { satisfied: false, percent: 0, aus: [] };
    const view = await previewCourse(deps, course, { version, progress });
    expect(view).toMatchObject({ minutes: 90, details: { price: 50_000 } });
  });
});
