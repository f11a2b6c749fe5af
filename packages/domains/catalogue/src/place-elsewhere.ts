import type { ProviderId } from '@sinau/kernel';
import { type AddModuleDeps, type NewModule, writtenModule } from './add-module.ts';
import { modulesOf } from './commit-version.ts';
import type { Course, CourseId } from './course.ts';
import { CourseChanged, CourseNotFound, NotPublishable } from './errors.ts';
import { maxModules } from './module.ts';

export type ModuleElsewhere = Extract<NewModule, { kind: 'lti' | 'external' }>;

const mostRaces = 5;

/**
 * Puts content that a provider's own system has chosen behind the modules of a draft, all of it or nothing. Who asks was
 * authorised by the caller: a tool by its signed answer, a catalogue by its connection. Answers the ids of the new modules.
 */
export async function placeElsewhere(
  deps: Omit<AddModuleDeps, 'tools' | 'mediaOrigins'>,
  input: {
    readonly providerId: ProviderId;
    readonly courseId: CourseId;
    readonly modules: readonly ModuleElsewhere[];
  },
): Promise<{ readonly course: Course; readonly moduleIds: readonly string[] }> {
  for (let race = 0; race < mostRaces; race += 1) {
    const found = await deps.courses.find(input.courseId);
    if (found?.providerId !== input.providerId) throw new CourseNotFound();
    const course = { ...found, draft: { ...found.draft, modules: await modulesOf(deps, found) } };
    if (course.draft.modules.length + input.modules.length > maxModules) {
      throw new NotPublishable(`A course has at most ${maxModules} modules.`);
    }
    const at = deps.clock.now().toISOString();
    const made = await Promise.all(
      input.modules.map((module) => writtenModule(deps, { course, module, at })),
    );
    const modules = [...course.draft.modules, ...made.map(({ module }) => module)];
    const next: Course = {
      ...course,
      draft: { ...course.draft, modules },
      updatedAt: at,
      rev: course.rev + 1,
    };
    const packages = made.map((one) => one.package);
    if ((await deps.courses.change({ course: next, packages })) === 'stored') {
      return { course: next, moduleIds: made.map(({ module }) => module.moduleId) };
    }
    await Promise.all(made.map(({ module }) => deps.content.discard(module.originHash)));
  }
  throw new CourseChanged();
}
