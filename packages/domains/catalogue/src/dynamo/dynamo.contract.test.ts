import { randomUUID } from 'node:crypto';
import type { TransactItem } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { CourseId } from '../course.ts';
import { catalogueContract, courseOf } from '../testing/index.ts';
import { createCourseStore, createImportJobStore } from './index.ts';

withTables((engine, tables) => {
  catalogueContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      courses: createCourseStore({ dynamo, table }),
      jobs: createImportJobStore({ dynamo, table }),
    };
  });

  it(`${engine}: takes no course away when a write that belongs to it does not hold`, async () => {
    const { dynamo, lms: table } = tables();
    const courses = createCourseStore({ dynamo, table });
    const course = courseOf({ courseId: randomUUID() as CourseId });
    await courses.change({ course });
    const item = { pk: `COURSE-SEATS#${course.courseId}`, sk: 'COUNTER', closed: true };
    const condition = { expression: 'attribute_not_exists(pk)' };
    const write: TransactItem = { kind: 'put', table, item, condition };
    await dynamo.put({ table, item: { ...item, closed: false } });
    const removal = { removedAt: course.createdAt, companion: { writes: [write] } };
    expect(await courses.remove(course, removal)).toBe('held');
    expect(await courses.find(course.courseId)).toEqual(course);
    expect(await courses.findRemoval(course.courseId)).toBeUndefined();
    await dynamo.delete({ table, key: { pk: item.pk, sk: item.sk } });
    expect(await courses.remove(course, removal)).toBe('removed');
    expect(await dynamo.get({ table, key: { pk: item.pk, sk: item.sk } })).toEqual(item);
  });
});
