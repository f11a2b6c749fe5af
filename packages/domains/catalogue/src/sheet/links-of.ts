import type { CourseModule } from '../module.ts';
import type { ContentRoom } from '../ports.ts';
import type { SheetLink } from './read-row.ts';

/** The modules that are links, with their addresses, which their packages hold. */
export async function linksOf(
  { content }: { readonly content: Pick<ContentRoom, 'readPackage'> },
  modules: readonly CourseModule[],
): Promise<readonly SheetLink[]> {
  const links = modules.filter(({ kind }) => kind === 'link');
  const packages = await Promise.all(links.map(({ originHash }) => content.readPackage(originHash)));
  return links.flatMap(({ title }, n) => {
    const found = packages[n];
    if (found?.kind !== 'link') return [];
    const name = title.id ?? title.en ?? Object.values(title)[0] ?? found.media.title;
    return [{ title: name.replaceAll(/\s+/g, ' '), url: found.media.src }];
  });
}
