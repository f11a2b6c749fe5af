import type { XmlElement } from '@sinau/findings';
import type { Resource } from './model.ts';
import type { LocatedFile } from './package-path.ts';
import { type Reading, report, writtenAttribute } from './reading.ts';
import { attributeOf, childOf, childrenOf, xmlBaseOf } from './xml-element.ts';

/** A resource while the manifest is read: whether its file is there matters only when an item opens it. */
export interface ResourceDraft extends Resource {
  readonly at: XmlElement;
  /** Undefined without href; `missing` and `refused` have been told or are told by the item. */
  readonly target?: LocatedFile | { readonly missing: string } | 'refused';
}

/** Reads the resources; `folder` is the base of the manifest, `''` or ending with a slash. */
export function readResources(
  root: XmlElement,
  folder: string,
  reading: Reading,
): ReadonlyMap<string, ResourceDraft> {
  const drafts = new Map<string, ResourceDraft>();
  const manifestBase = rebase(root, folder, reading);
  for (const list of childrenOf(root, 'imscp', 'resources')) {
    const listBase = rebase(list, manifestBase, reading);
    for (const element of childrenOf(list, 'imscp', 'resource')) {
      const draft = readResource(element, rebase(element, listBase, reading), reading);
      const other = drafts.get(draft.identifier);
      if (other) {
        const params = { value: draft.identifier, other: other.at.line };
        report(reading, attributeOf(element, 'identifier') ?? element, { code: 'id.duplicate', params });
      } else if (draft.identifier !== '') drafts.set(draft.identifier, draft);
    }
  }
  for (const { at, dependencies } of drafts.values()) {
    for (const value of dependencies) {
      if (drafts.has(value)) continue;
      report(reading, at, { code: 'resource.dependency-unknown', params: { value } });
    }
  }
  return drafts;
}

/** The resource as it is kept. */
export function settledResource(
  draft: ResourceDraft,
  known: { readonly has: (identifier: string) => boolean },
): Resource {
  const { identifier, kind, files, dependencies } = draft;
  return { identifier, kind, files, dependencies: dependencies.filter((other) => known.has(other)) };
}

function readResource(element: XmlElement, base: string, reading: Reading): ResourceDraft {
  const identifier = readIdentifier(element, reading);
  const target = readTarget(element, base, reading);
  const files = new Set<string>();
  if (target !== undefined && target !== 'refused' && 'file' in target) files.add(target.file);
  for (const file of filesIn(element)) {
    const found = readFile(file, base, reading);
    if (found !== undefined) files.add(found);
  }
  const dependencies = childrenOf(element, 'imscp', 'dependency').flatMap(
    (dependency) => writtenAttribute(dependency, 'identifierref')?.value || [],
  );
  return {
    identifier,
    kind: readKind(element, identifier, reading),
    files: [...files],
    dependencies,
    at: element,
    ...(target !== undefined && { target }),
  };
}

/** Some tools nest the files of a page in the file of the page. */
function filesIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element, 'imscp', 'file').flatMap((file) => [file, ...filesIn(file)]);
}

function readTarget(element: XmlElement, base: string, reading: Reading): ResourceDraft['target'] {
  const href = writtenAttribute(element, 'href');
  if (!href || href.value === '') return undefined;
  const found = reading.locator.find(base, href.value);
  if ('refused' in found) {
    report(reading, href, { code: found.refused, params: found.params });
    return 'refused';
  }
  if ('file' in found) {
    for (const code of found.oddities) {
      report(reading, href, { code, params: { value: href.value, found: found.file } });
    }
  }
  return found;
}

function readFile(element: XmlElement, base: string, reading: Reading): string | undefined {
  const href = writtenAttribute(element, 'href');
  if (!href || href.value === '') return undefined;
  const found = reading.locator.find(base, href.value);
  if ('file' in found) return found.file;
  const code = 'refused' in found ? 'file.refused' : 'file.missing';
  report(reading, href, { code, params: { value: 'refused' in found ? href.value : found.missing } });
  return undefined;
}

function readKind(element: XmlElement, identifier: string, reading: Reading): 'sco' | 'asset' {
  const type = writtenAttribute(element, 'scormType');
  const said = type?.value.toLowerCase();
  if (said === 'sco' || said === 'asset') return said;
  if (type || childOf(element, 'imscp', 'file') || attributeOf(element, 'href')) {
    report(reading, type ?? element, { code: 'resource.scorm-type', params: { value: identifier } });
  }
  return 'asset';
}

export function readIdentifier(element: XmlElement, reading: Reading): string {
  const identifier = writtenAttribute(element, 'identifier')?.value ?? '';
  if (identifier === '') report(reading, element, { code: 'id.missing', params: { element: element.name } });
  return identifier;
}

function rebase(element: XmlElement, base: string, reading: Reading): string {
  const attribute = xmlBaseOf(element);
  if (!attribute) return base;
  const changed = reading.locator.rebase(base, attribute.value);
  if ('base' in changed) return changed.base;
  report(reading, attribute, { code: changed.refused, params: changed.params });
  return base;
}
