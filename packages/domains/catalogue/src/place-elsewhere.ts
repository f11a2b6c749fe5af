import { type ProviderId, uuidOfParts } from '@sinau/kernel';
import { type AddModuleDeps, type NewModule, writtenModule } from './add-module.ts';
import { modulesOf } from './commit-version.ts';
import type { Course, CourseId } from './course.ts';
import { CourseChanged, CourseNotFound, NotPublishable } from './errors.ts';
import { maxModules } from './module.ts';

export type ModuleElsewhere = Extract<NewModule, { kind: 'lti' | 'external' }>;

const mostRaces = 5;
/** Namespace of the ids of packages and modules that a request made; it must never change. */
const namespace = 'f6a1a7a5-7c39-4a4f-9a35-0e6f6f0c2b1d';

/**
 * Puts content that a provider's own system has chosen behind the modules of a draft, all of it or nothing. Who asks was
 * authorised by the caller: a tool by its signed answer, a catalogue by its connection. The same request places nothing twice.
 * Answers the ids of its modules, also of those that an author has removed since.
 */
export async function placeElsewhere(
  deps: Omit<AddModuleDeps, 'tools' | 'mediaOrigins'>,
  input: {
    readonly providerId: ProviderId;
    readonly courseId: CourseId;
    readonly modules: readonly ModuleElsewhere[];
    /** Names the request for good. */
    readonly requestId: string;
  },
): Promise<{ readonly course: Course; readonly moduleIds: readonly string[] }> {
  const { courseId, requestId } = input;
  const idOf = (kind: 'package' | 'module', index: number) =>
    uuidOfParts(deps.digest, namespace, [courseId, requestId, kind, String(index)]);
  const moduleIds = input.modules.map((_, index) => idOf('module', index));
  for (let race = 0; race < mostRaces; race += 1) {
    const found = await deps.courses.find(courseId);
    if (found?.providerId !== input.providerId) throw new CourseNotFound();
    const course = { ...found, draft: { ...found.draft, modules: await modulesOf(deps, found) } };
    const packages = await deps.courses.listPackages(courseId);
    if (packages.some(({ packageId }) => packageId === idOf('package', 0))) return { course, moduleIds };
    if (course.draft.modules.length + input.modules.length > maxModules) {
      throw new NotPublishable(`A course has at most ${maxModules} modules.`);
    }
    const at = deps.clock.now().toISOString();
    const made = await Promise.all(
      input.modules.map((module, index) => {
        const fresh = [idOf('package', index), idOf('module', index)];
        // The package is named first. What is written lies under its name, so a repeated try writes the same once more, and
        // nothing is taken away after a lost race: it may be what the same request has stored a moment before.
        const ids = { ...deps.ids, uuid: () => fresh.shift() ?? deps.ids.uuid() };
        return writtenModule({ ...deps, ids }, { course, module, at });
      }),
    );
    const next: Course = {
      ...course,
      draft: { ...course.draft, modules: [...course.draft.modules, ...made.map(({ module }) => module)] },
      updatedAt: at,
      rev: course.rev + 1,
    };
    const stored = await deps.courses.change({ course: next, packages: made.map((one) => one.package) });
    if (stored === 'stored') return { course: next, moduleIds };
  }
  throw new CourseChanged();
}
