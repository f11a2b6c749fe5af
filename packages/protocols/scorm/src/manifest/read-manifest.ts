import type { XmlComplaint, XmlElement } from '@sinau/findings';
import { detectVersion } from './detect-version.ts';
import { createFinding, type Finding } from './finding.ts';
import { type Item, launchableItems, type Organization, type ScormCourse } from './model.ts';
import { createFileLocator } from './package-path.ts';
import { itemsIn } from './prerequisites.ts';
import { type ItemReading, readItems, readOwnIdentifier, readTitle } from './read-items.ts';
import { readResources, settledResource } from './read-resources.ts';
import { readCollection, readSequencing } from './read-sequencing.ts';
import { attributeReader, placeIn, report, writtenAttribute } from './reading.ts';
import { attributeOf, childOf, childrenOf, vocabularyOf } from './xml-element.ts';

/** The document as the parser gave it: its root, when it was well-formed, and what the parser complains of. */
export interface ManifestDocument {
  readonly root?: XmlElement;
  readonly findings: readonly XmlComplaint[];
}

export interface ManifestRules {
  /** Names of the files in the package, from its root. */
  readonly files: ReadonlySet<string>;
  /** Where the manifest lies: `''` for the root, else a folder with a slash at its end. */
  readonly folder?: string;
}

export interface ManifestReading {
  /** Present exactly when no finding is an error. */
  readonly course?: ScormCourse;
  readonly findings: readonly Finding[];
}

/** More than anybody reads; past them only the first error is still told. */
const maxFindings = 500;

/** More than any course has: a start tells the page of each, and no commit may cost more than another. */
const maxItems = 2_000;

export const manifestFile = 'imsmanifest.xml';

/**
 * Reads a manifest of SCORM 1.2 or of SCORM 2004, 2nd to 4th edition. It accepts what authoring tools write and tells
 * of it; every reference is held inside the package. Reading goes on after an error, so that an author sees all of them.
 */
export function readManifest(document: ManifestDocument, rules: ManifestRules): ManifestReading {
  const folder = rules.folder ?? '';
  const file = `${folder}${manifestFile}`;
  const findings: Finding[] = document.findings.map(({ code, detail, line, column }) =>
    createFinding(code, { detail }, { file, line, column }),
  );
  const { root } = document;
  if (!root) {
    if (findings.length === 0) findings.push(createFinding('manifest.root', {}, { file }));
    return { findings };
  }
  if (root.name !== 'manifest') {
    return { findings: [...findings, createFinding('manifest.root', {}, placeIn(file, root))] };
  }
  let refused = findings.some(({ severity }) => severity === 'error');
  const told = new Set<string>();
  const collect = (finding: Finding) => {
    // A resource that ten items open is at fault once.
    const key = [finding.code, finding.line, finding.column, ...Object.values(finding.params)].join('|');
    if (told.has(key)) return;
    told.add(key);
    const first = finding.severity === 'error' && !refused;
    if (findings.length < maxFindings || first) findings.push(finding);
    refused ||= first;
  };
  const course = readRoot(root, { file, folder, files: rules.files, report: collect });
  return refused || !course ? { findings: withoutEcho(findings) } : { course, findings };
}

/** Where items were refused, nothing is left to open; the author is told once, of the items. */
function withoutEcho(findings: readonly Finding[]): readonly Finding[] {
  const echo = 'organization.nothing-to-launch';
  const other = findings.some(({ code, severity }) => severity === 'error' && code !== echo);
  return other ? findings.filter(({ code }) => code !== echo) : findings;
}

function readRoot(
  root: XmlElement,
  input: Pick<ItemReading, 'file' | 'report'> & {
    readonly folder: string;
    readonly files: ReadonlySet<string>;
  },
): ScormCourse | undefined {
  const { version, edition, said, at } = detectVersion(root);
  if (said) report(input, at, said);
  if (said?.code === 'version.foreign') return undefined;
  if (vocabularyOf(root.namespace) !== 'imscp') {
    report(input, root, { code: 'manifest.namespace', params: { value: root.namespace } });
  }
  for (const inner of childrenOf(root, 'imscp', 'manifest'))
    report(input, inner, { code: 'manifest.sub-manifest' });
  const base = { file: input.file, report: input.report, version, locator: createFileLocator(input.files) };
  const resources = readResources(root, input.folder, base);
  const reading: ItemReading = { ...base, resources, collection: readCollection(root), named: new Map() };
  const chosen = readOrganizations(root, reading);
  if (!chosen) return undefined;
  return {
    format: 1,
    version,
    ...(edition !== undefined && { edition }),
    identifier: attributeOf(root, 'identifier')?.value.trim() ?? '',
    title: chosen.organizations[chosen.defaultOrganization]?.title ?? '',
    ...chosen,
    resources: [...resources.values()].map((draft) => settledResource(draft, resources)),
  };
}

function readOrganizations(
  root: XmlElement,
  reading: ItemReading,
): Pick<ScormCourse, 'organizations' | 'defaultOrganization'> | undefined {
  const list = childOf(root, 'imscp', 'organizations');
  const elements = list ? childrenOf(list, 'imscp', 'organization') : [];
  if (!list || elements.length === 0) {
    report(reading, list ?? root, { code: 'organizations.none' });
    return undefined;
  }
  const organizations = elements.map((element) => readOrganization(element, reading));
  const count = organizations.reduce((sum, { items }) => sum + countOf(items), 0);
  if (count > maxItems) report(reading, list, { code: 'items.too-many', params: { count, limit: maxItems } });
  const wanted = writtenAttribute(list, 'default');
  const found = organizations.findIndex(({ identifier }) => identifier === wanted?.value);
  if (wanted && wanted.value !== '' && found < 0) {
    report(reading, wanted, { code: 'organizations.default-unknown', params: { value: wanted.value } });
  }
  const defaultOrganization = Math.max(found, 0);
  for (const [index, organization] of organizations.entries()) {
    if (launchableItems(organization).length > 0) continue;
    const code = index === defaultOrganization ? 'organization.nothing-to-launch' : 'organization.empty';
    report(reading, elements[index] ?? list, { code, params: { value: organization.identifier } });
  }
  return { organizations, defaultOrganization };
}

function countOf(items: readonly Item[]): number {
  return items.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
}

function readOrganization(element: XmlElement, reading: ItemReading): Organization {
  const identifier = readOwnIdentifier(element, reading);
  const { flag } = attributeReader(element, reading);
  const sequencing = reading.version === '2004' ? readSequencing(element, reading) : undefined;
  const title = readTitle(element, identifier, reading);
  const items = withKnownPrerequisites(readItems(element, reading), element, reading);
  return {
    identifier,
    title,
    items,
    objectivesGlobalToSystem: flag('objectivesGlobalToSystem', true),
    sharedDataGlobalToSystem: flag('sharedDataGlobalToSystem', true),
    ...(sequencing && { sequencing }),
  };
}

/** A script that names what is not there could never be met, so it is left out and told. */
function withKnownPrerequisites(
  items: readonly Item[],
  organization: XmlElement,
  reading: ItemReading,
): readonly Item[] {
  const known = new Set<string>();
  const collect = (list: readonly Item[]) => {
    for (const item of list) {
      known.add(item.identifier);
      collect(item.children);
    }
  };
  collect(items);
  const check = (item: Item): Item => {
    const children = item.children.map(check);
    const { prerequisites, ...rest } = item;
    const value = prerequisites && itemsIn(prerequisites).find((name) => !known.has(name));
    if (value === undefined) return { ...item, children };
    const at = reading.named.get(item.identifier) ?? organization;
    const params = { item: item.identifier, value };
    report(reading, at, { code: 'prerequisites.item-unknown', params });
    return { ...rest, children };
  };
  return items.map(check);
}
