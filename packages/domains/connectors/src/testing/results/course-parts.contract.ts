import { expect, it } from 'vitest';
import type { CourseParts } from '../../results/ports.ts';
import { at } from './sample-result.ts';

/** Every adapter of `CourseParts` passes this suite. */
export function coursePartsContract(engine: string, open: () => Promise<CourseParts>): void {
  it(`CourseParts on ${engine} keep the last word about each course, until it is taken back`, async () => {
    const parts = await open();
    const course = { connectionId: 'moodle-5', externalCourseId: 'course-v1:Kampus#1' };
    const part = { ...course, moduleId: 'm1', chosenAt: at(1), chosenBy: 'siti' };
    expect(await parts.find(course)).toBeUndefined();
    await parts.keep(part);
    await parts.keep({ ...part, moduleId: 'm2', chosenAt: at(2), chosenBy: 'budi' });
    expect(await parts.find(course)).toEqual({
      ...part,
      ...{ moduleId: 'm2', chosenAt: at(2), chosenBy: 'budi' },
    });
    expect(await parts.find({ ...course, connectionId: 'moodle-6' })).toBeUndefined();
    expect(await parts.find({ ...course, externalCourseId: 'course-v1:Kampus' })).toBeUndefined();
    await parts.drop({ ...course, externalCourseId: 'course-v1:Kampus' });
    expect(await parts.find(course)).toMatchObject({ moduleId: 'm2' });
    for (let n = 0; n < 2; n += 1) await parts.drop(course);
    expect(await parts.find(course)).toBeUndefined();
  });
}
