import type { XmlComplaint, XmlElement } from '@sinau/findings';
import { type AuUrlRules, readAuUrl } from './au-url.ts';
import { courseStructureNamespace } from './course-structure-xsd.ts';
import { describeComplaint } from './describe-complaint.ts';
import { createFinding, type Finding } from './finding.ts';
import {
  type Au,
  type Block,
  type CourseStructure,
  launchMethods,
  moveOnRules,
  type Objective,
  type StructureNode,
} from './model.ts';
import { attributeOf, placeIn, type Reading, readWording } from './read-wording.ts';
import { structureFile } from './structure-file.ts';

/** The document as the parser gave it: its root, when it was well-formed, and what parser and schema complain of. */
export interface StructureDocument {
  readonly root?: XmlElement;
  readonly findings: readonly XmlComplaint[];
}

export interface StructureReading {
  /** Present exactly when no finding is an error. */
  readonly structure?: CourseStructure;
  readonly findings: readonly Finding[];
}

/**
 * Checks a course structure by every import rule of cmi5 sections 3, 8.1, 13 and 14 and gives it trimmed. The document
 * must have been validated against `courseStructureXsd`; its complaints become findings here. Reading goes on after an
 * error, so that an author sees all of them at once.
 */
export function readCourseStructure(
  document: StructureDocument,
  rules: AuUrlRules & { readonly file?: string },
): StructureReading {
  const file = rules.file ?? structureFile;
  const findings: Finding[] = document.findings.map((complaint) => describeComplaint(complaint, file));
  const { root } = document;
  if (root?.name === 'courseStructure' && root.namespace === courseStructureNamespace) {
    const reader = createReader({ rules, file, report: (finding) => findings.push(finding) });
    const structure = reader.read(root);
    const judged = ({ code, params }: Finding) => code === 'schema.value' && params.attribute === 'moveOn';
    const done = structure.aus.some(({ moveOn }) => moveOn !== 'NotApplicable') || findings.some(judged);
    if (!done && structure.aus.length > 0) {
      findings.push(createFinding('move-on.none', {}, { file, line: root.line, column: root.column }));
    }
    if (!findings.some(({ severity }) => severity === 'error')) return { structure, findings };
    return { findings: withoutEchoes(findings) };
  }
  if (findings.length === 0) findings.push(createFinding('schema.root', {}, { file }));
  return { findings };
}

/**
 * A value that breaks a rule of ours often breaks its schema type too; the author is told once, by the clearer one. Nor
 * are words asked for where the element itself cannot stay.
 */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const placeOf = ({ line, column }: Finding) => `${line}:${column}`;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(placeOf));
  const told = new Set(errors.filter(({ code }) => !code.startsWith('schema.')).map(placeOf));
  return findings.filter((finding, position) => {
    const same = (one: Finding) => one.code === 'schema.other' && placeOf(one) === placeOf(finding);
    if (finding.code === 'schema.other' && findings.findIndex(same) < position) return false;
    if (finding.code === 'wording.empty') return !wrong.has(placeOf(finding));
    return !/^schema\.(?:value|other)$/.test(finding.code) || !told.has(placeOf(finding));
  });
}

interface Reader extends Reading {
  readonly rules: AuUrlRules;
  readonly lines: Record<'block' | 'objective' | 'au', Map<string, number>>;
  readonly aus: Au[];
  /** References to objectives, judged when all objectives are known. */
  readonly references: { readonly idref: string; readonly at: XmlElement }[];
  blocks: number;
}

function createReader(input: Reading & { readonly rules: AuUrlRules }) {
  const reader: Reader = {
    ...input,
    lines: { block: new Map(), objective: new Map(), au: new Map() },
    aus: [],
    references: [],
    blocks: 0,
  };
  return { read: (root: XmlElement) => readRoot(root, reader) };
}

function readRoot(root: XmlElement, reader: Reader): CourseStructure {
  const course = childrenOf(root, 'course')[0] ?? root;
  const objectives = childrenOf(root, 'objectives')
    .flatMap((list) => childrenOf(list, 'objective'))
    .map((element) => readObjective(element, reader));
  const structure: CourseStructure = {
    format: 1,
    course: {
      id: readIri({ element: course, attribute: 'id' }, reader),
      title: readWording(course, 'title', reader),
      description: readWording(course, 'description', reader),
      children: readNodes(root, reader),
    },
    objectives,
    aus: reader.aus,
  };
  for (const { idref, at } of reader.references) {
    if (reader.lines.objective.has(idref)) continue;
    reader.report(createFinding('objective.unknown', { value: idref }, placeIn(reader, at)));
  }
  return structure;
}

function readNodes(parent: XmlElement, reader: Reader): readonly StructureNode[] {
  const nodes: StructureNode[] = [];
  for (const child of parent.children) {
    if (child.namespace !== courseStructureNamespace) continue;
    if (child.name === 'au') nodes.push({ kind: 'au', au: readAu(child, reader).index });
    if (child.name === 'block') nodes.push(readBlock(child, reader));
  }
  return nodes;
}

function readBlock(element: XmlElement, reader: Reader): Block {
  const index = reader.blocks;
  reader.blocks += 1;
  return {
    kind: 'block',
    index,
    id: readId(element, 'block', reader),
    title: readWording(element, 'title', reader),
    description: readWording(element, 'description', reader),
    objectives: readReferences(element, reader),
    children: readNodes(element, reader),
  };
}

function readObjective(element: XmlElement, reader: Reader): Objective {
  return {
    id: readId(element, 'objective', reader),
    title: readWording(element, 'title', reader),
    description: readWording(element, 'description', reader),
  };
}

function readAu(element: XmlElement, reader: Reader): Au {
  const url = childrenOf(element, 'url')[0];
  const launchParameters = textOf(element, 'launchParameters');
  const entitlementKey = textOf(element, 'entitlementKey');
  const masteryScore = readMasteryScore(element, reader);
  const activityType = attributeOf(element, 'activityType')?.value.trim();
  if (activityType) readIri({ element, attribute: 'activityType' }, reader);
  const au: Au = {
    index: reader.aus.length,
    id: readId(element, 'au', reader),
    title: readWording(element, 'title', reader),
    description: readWording(element, 'description', reader),
    objectives: readReferences(element, reader),
    ...(url ? readUrl(url, reader) : { url: '' }),
    launchMethod: oneOf(launchMethods, attributeOf(element, 'launchMethod')?.value) ?? 'AnyWindow',
    moveOn: oneOf(moveOnRules, attributeOf(element, 'moveOn')?.value) ?? 'NotApplicable',
    ...(masteryScore !== undefined && { masteryScore }),
    ...(launchParameters !== undefined && { launchParameters }),
    ...(entitlementKey !== undefined && { entitlementKey }),
    ...(activityType && { activityType }),
  };
  reader.aus.push(au);
  return au;
}

function readUrl(element: XmlElement, reader: Reader): Pick<Au, 'url' | 'file'> {
  const url = element.text.trim();
  const reading = readAuUrl(url, reader.rules);
  if ('code' in reading) {
    reader.report(createFinding(reading.code, reading.params, placeIn(reader, element)));
    return { url };
  }
  return { url, ...(reading.file !== undefined && { file: reading.file }) };
}

function readMasteryScore(element: XmlElement, reader: Reader): number | undefined {
  const attribute = attributeOf(element, 'masteryScore');
  if (!attribute) return undefined;
  const value = attribute.value.trim();
  if (/\.\d{4}\d*[1-9]/.test(value)) {
    reader.report(createFinding('mastery-score.precision', { value }, placeIn(reader, attribute)));
  }
  return Number(value);
}

function readReferences(element: XmlElement, reader: Reader): readonly string[] {
  const uses = childrenOf(element, 'objectives').flatMap((list) => childrenOf(list, 'objective'));
  const idrefs: string[] = [];
  for (const use of uses) {
    if (!attributeOf(use, 'idref')) continue;
    const idref = readIri({ element: use, attribute: 'idref' }, reader);
    if (absoluteIri.test(idref)) reader.references.push({ idref, at: use });
    idrefs.push(idref);
  }
  return idrefs;
}

/** An id that no other element of its kind has. */
function readId(element: XmlElement, kind: 'block' | 'objective' | 'au', reader: Reader): string {
  const id = readIri({ element, attribute: 'id' }, reader);
  if (id === '') return id;
  const other = reader.lines[kind].get(id);
  if (other === undefined) reader.lines[kind].set(id, element.line);
  else {
    const place = placeIn(reader, attributeOf(element, 'id') ?? element);
    reader.report(createFinding(`${kind}.duplicate-id`, { value: id, other }, place));
  }
  return id;
}

// Scheme and something after it, no character that RFC 3987 forbids; on the web also a host.
const absoluteIri = /^(?!https?:(?!\/\/[^/?#]))[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

function readIri(
  where: { readonly element: XmlElement; readonly attribute: string },
  reader: Reader,
): string {
  const attribute = attributeOf(where.element, where.attribute);
  const value = attribute?.value.trim() ?? '';
  if (attribute && !absoluteIri.test(value)) {
    const params = { element: where.element.name, attribute: where.attribute, value };
    reader.report(createFinding('iri.not-absolute', params, placeIn(reader, attribute)));
  }
  return value;
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child) => child.name === name && child.namespace === courseStructureNamespace,
  );
}

function textOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text.trim();
}

function oneOf<Value extends string>(values: readonly Value[], given?: string): Value | undefined {
  return values.find((value) => value === given);
}
