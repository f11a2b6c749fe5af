import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { CourseContentPort } from '@sinau/delivery';
import type { ContextLink, ContextPort } from '@sinau/delivery/lti-services';
import { readElsewhere } from '@sinau/lti';

/**
 * Courses as contexts of tools: every link of every version, drafts too, since somebody may be on it. Of a link that stands in several,
 * the newest version says how it is.
 */
export function createLtiContexts(deps: {
  readonly courses: Pick<CourseStore, 'find' | 'listVersions'>;
  readonly content: CourseContentPort;
}): ContextPort {
  return {
    async find(courseId) {
      const course = await deps.courses.find(courseId as CourseId);
      if (!course) return undefined;
      const versions = await deps.courses.listVersions(course.courseId);
      const withTools = versions.filter(({ modules }) => modules.some(({ kind }) => kind === 'lti'));
      const links = await Promise.all(
        withTools.map(({ version }) => linksOf(deps.content, courseId, version)),
      );
      return { title: titleOf(course.title), links: merged(links.flat()) };
    },
  };
}

const titleOf = (title: Readonly<Record<string, string>>): string =>
  title.id ?? title.en ?? Object.values(title)[0] ?? '';

async function linksOf(
  content: CourseContentPort,
  courseId: string,
  version: number,
): Promise<readonly ContextLink[]> {
  const found = await content.find(courseId, version);
  if (!found) return [];
  return found.structure.aus.flatMap((au): readonly ContextLink[] => {
    const part = found.parts[au.index];
    const elsewhere = part?.kind === 'lti' ? readElsewhere(au.launchParameters) : undefined;
    if (!part || elsewhere?.content.kind !== 'lti') return [];
    const { title } = elsewhere;
    const { placement } = elsewhere.content;
    const { moduleId: resourceLinkId, completion = { by: 'completed' } } = part;
    return [{ resourceLinkId, courseId, title, placement, completion, versions: [version] }];
  });
}

/** Newest first, as they were listed. */
function merged(links: readonly ContextLink[]): readonly ContextLink[] {
  const byId = new Map<string, ContextLink>();
  for (const link of links) {
    const known = byId.get(link.resourceLinkId);
    const versions = [...(known?.versions ?? []), ...link.versions];
    byId.set(link.resourceLinkId, { ...(known ?? link), versions });
  }
  return [...byId.values()];
}
