import type { XmlElement } from '@sinau/findings';
import type { FindingCode } from './finding-texts.ts';
import type { ScormCourse, ScormVersion } from './model.ts';
import { childOf, vocabularyOf } from './xml-element.ts';

export type Edition = Pick<ScormCourse, 'version' | 'edition'>;

export interface VersionReading extends Edition {
  readonly said?: { readonly code: FindingCode; readonly params: Readonly<Record<string, string>> };
  /** Where the version is told. */
  readonly at: XmlElement;
}

const scorm12: Edition = { version: '1.2' };
const third: Edition = { version: '2004', edition: 3 };

/**
 * Which SCORM a manifest is. What it says counts, in whatever spelling; where it says nothing, the vocabularies it uses
 * tell. A contradiction is told, and what the manifest says is believed, as other players do.
 */
export function detectVersion(root: XmlElement): VersionReading {
  const metadata = childOf(root, 'imscp', 'metadata');
  const schema = metadata && childOf(metadata, 'imscp', 'schema');
  const schemaVersion = metadata && childOf(metadata, 'imscp', 'schemaversion');
  const used = usedVersion(root);
  const at = schemaVersion ?? root;
  const foreign = schema?.text.trim() ?? '';
  if (/common cartridge|qti/i.test(foreign)) {
    return { ...scorm12, at, said: { code: 'version.foreign', params: { value: foreign } } };
  }
  const value = schemaVersion?.text.trim() ?? '';
  const fallback = used === '2004' || (!used && looksNewer(root)) ? third : scorm12;
  if (value === '') return { ...fallback, at, said: tell('version.missing', value, fallback) };
  const declared = declaredVersion(value);
  if (!declared) return { ...fallback, at, said: tell('version.unknown', value, fallback) };
  if (used !== undefined && used !== declared.version) {
    return { ...declared, at, said: tell('version.conflict', value, declared) };
  }
  return { ...declared, at };
}

/** 1.2 packages have a namespace of their own; it alone contradicts nobody, as tools mix them up. */
function looksNewer({ namespace }: XmlElement): boolean {
  return namespace.slice(0, 200).toLowerCase().includes('imscp_v1p1');
}

function declaredVersion(value: string): Edition | undefined {
  const text = value.toLowerCase().replace(/\s+/g, ' ');
  if (/2004|cam ?1\.3|^(?:scorm |v|version )?1\.3/.test(text)) {
    if (/4th|fourth|4\. ?ed/.test(text)) return { version: '2004', edition: 4 };
    if (/2nd|second|2\. ?ed|1\.3/.test(text)) return { version: '2004', edition: 2 };
    return third;
  }
  return /^(?:adl )?(?:scorm |v|version )*1\.[12](?:\.\d+)?$/.test(text) ? scorm12 : undefined;
}

/** What only one of the versions has: its namespaces. */
function usedVersion(root: XmlElement): ScormVersion | undefined {
  const spaces = new Set<string>();
  const collect = (element: XmlElement) => {
    spaces.add(element.namespace.slice(0, 200).toLowerCase());
    for (const { namespace } of element.attributes) spaces.add(namespace.slice(0, 200).toLowerCase());
    element.children.forEach(collect);
  };
  collect(root);
  const all = [...spaces];
  const newer = all.some(
    (space) => space.includes('adlcp_v1p3') || ['imsss', 'adlseq', 'adlnav'].includes(vocabularyOf(space)),
  );
  const older = all.some((space) => space.includes('adlcp_rootv1p2'));
  if (newer !== older) return newer ? '2004' : '1.2';
  return !newer && all.some((space) => space.includes('imscp_rootv1p1p2')) ? '1.2' : undefined;
}

function tell(code: FindingCode, value: string, { version, edition }: Edition) {
  const name = edition === undefined ? `SCORM ${version}` : `SCORM ${version} (${edition})`;
  return { code, params: { value, version: name } };
}
