import { InvalidInput, type Principal, Unavailable } from '@sinau/kernel';
import { type LtiPlacement, ltiPlacementSchema } from '@sinau/lti';
import * as z from 'zod';
import { type AddModuleDeps, checkTool, writtenModule } from './add-module.ts';
import type { Course, CourseId } from './course.ts';
import { ownCourse } from './edit-draft.ts';
import { CourseChanged, CourseNotFound } from './errors.ts';
import type { CourseModule } from './module.ts';

/** What an author changes of a link to a tool; what is left out is absent afterwards. The tool itself stays the same. */
export const placementEditSchema = z.strictObject({
  /** The `rev` of the course as the author saw it. */
  rev: z.int().positive(),
  deploymentId: z.string().min(1).max(255),
  url: z.string().trim().min(1).max(2048).exactOptional(),
  custom: z.record(z.string().max(255), z.string().max(2048)),
  lineItem: z
    .strictObject({ scoreMaximum: z.number().positive(), label: z.string().trim().min(1).max(255) })
    .exactOptional(),
});
export type PlacementEdit = z.infer<typeof placementEditSchema>;

interface OfModule {
  readonly principal: Principal;
  readonly courseId: CourseId;
  readonly moduleId: string;
}

/** How the link of a module stands in the draft. Rejects with `CourseNotFound` for a module that is no link to a tool. */
export async function getPlacement(
  deps: Pick<AddModuleDeps, 'courses' | 'content'>,
  input: OfModule,
): Promise<LtiPlacement> {
  return (await placed(deps, input)).placement;
}

/**
 * Changes where a link leads in its tool, what it hands over and what its line item is. The module stays the one it was, and with it the
 * resource link that the tool knows, its line item and every score in it. Versions that are frozen keep what they hold.
 */
export async function editPlacement(
  deps: AddModuleDeps,
  input: OfModule & { readonly edit: PlacementEdit },
): Promise<Course> {
  const { course, module, placement } = await placed(deps, input);
  const { rev, ...edit } = input.edit;
  if (rev !== course.rev) throw new CourseChanged();
  const next = withEdit(placement, edit);
  await checkTool(deps, course, next);
  const at = deps.clock.now().toISOString();
  // A package is never changed: versions may hold it.
  const title = nameOf(module);
  const made = await writtenModule(deps, { course, module: { kind: 'lti', title, placement: next }, at });
  const { packageId, originHash } = made.module;
  const modules = course.draft.modules.map((one) =>
    one.moduleId === module.moduleId ? { ...one, packageId, originHash } : one,
  );
  const changed = {
    ...course,
    draft: { ...course.draft, modules },
    updatedAt: at,
    rev: course.rev + 1,
  };
  const packages = [{ ...made.package, supersedes: module.packageId }];
  if ((await deps.courses.change({ course: changed, packages })) === 'stored') return changed;
  await deps.content.discard(originHash);
  throw new CourseChanged();
}

async function placed(
  deps: Pick<AddModuleDeps, 'courses' | 'content'>,
  input: OfModule,
): Promise<{ readonly course: Course; readonly module: CourseModule; readonly placement: LtiPlacement }> {
  const course = await ownCourse(deps, input);
  const module = course.draft.modules.find(({ moduleId }) => moduleId === input.moduleId);
  if (module?.kind !== 'lti') throw new CourseNotFound();
  const content = await deps.content.readPackage(module.originHash);
  if (content?.kind !== 'lti') throw new Unavailable('The link to the tool cannot be read.');
  return { course, module, placement: content.placement };
}

/** What only the tool can say stays: its text, its dates, what its line item is for, and how work is looked at there. */
function withEdit(before: LtiPlacement, edit: Omit<PlacementEdit, 'rev'>): LtiPlacement {
  const { url: _url, lineItem: itemBefore, ...kept } = before;
  const { lineItem, ...link } = edit;
  const next = ltiPlacementSchema.safeParse({
    ...kept,
    ...link,
    ...(lineItem && { lineItem: { ...itemBefore, ...lineItem } }),
  });
  if (next.success) return next.data;
  throw new InvalidInput('The link cannot be like this.', {
    issues: next.error.issues.map(({ path, message }) => ({ path: `/placement/${path.join('/')}`, message })),
  });
}

const nameOf = ({ title }: Pick<CourseModule, 'title'>): string =>
  title.id ?? title.en ?? Object.values(title)[0] ?? '';
