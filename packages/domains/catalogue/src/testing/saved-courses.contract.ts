import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CourseId } from '../course.ts';
import type { SavedCourseStore } from '../saved/ports.ts';

/** What every store of saved courses keeps. */
export function savedCoursesContract(adapter: string, open: () => Promise<SavedCourseStore>): void {
  describe(`saved courses on ${adapter}`, () => {
    let store: SavedCourseStore;
    let person: PersonId;
    beforeEach(async () => {
      store = await open();
      person = randomUUID() as PersonId;
    });
    const at = (minute: number) => `2026-03-02T01:0${minute}:00.000Z`;
    const save = (id: string, minute: number) =>
      store.save(person, { courseId: id as CourseId, savedAt: at(minute) });
    const ids = async (of = person) => (await store.list(of)).map(({ courseId }) => courseId);

    it('lists what one person saved, the last first', async () => {
      expect(await ids()).toEqual([]);
      await save('b', 1);
      await save('a', 3);
      await save('c#1', 2);
      expect(await ids()).toEqual(['a', 'c#1', 'b']);
      expect((await store.list(person))[0]).toEqual({ courseId: 'a', savedAt: at(3) });
      expect(await ids(randomUUID() as PersonId)).toEqual([]);
    });

    it('keeps the first time of a course that is saved again', async () => {
      await Promise.all([save('a', 1), save('b', 2)]);
      await save('a', 5);
      expect(await ids()).toEqual(['b', 'a']);
    });

    it('removes one course, and one that is not there', async () => {
      await save('a', 1);
      await save('b', 2);
      await store.remove(person, 'a' as CourseId);
      await store.remove(person, 'a' as CourseId);
      expect(await ids()).toEqual(['b']);
    });
  });
}
