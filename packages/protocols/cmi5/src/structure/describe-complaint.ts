import type { XmlComplaint } from '@sinau/findings';
import { courseStructureNamespace } from './course-structure-xsd.ts';
import { createFinding, type Finding } from './finding.ts';

const attributePart = /^Element '([^']+)', attribute '([^']+)': (.*)$/s;
const elementPart = /^Element '([^']+)': (.*)$/s;

/** Turns what the parser or the schema validator says into a finding an author can act on. */
export function describeComplaint(complaint: XmlComplaint, file: string): Finding {
  const { line, column } = complaint;
  const place = { file, line, column };
  if (complaint.code !== 'xml.schema-violation') {
    return createFinding(complaint.code, { detail: complaint.detail }, place);
  }
  const foreign = misplacedExtension(complaint.detail);
  if (foreign) return createFinding('extension.misplaced', { name: foreign }, place);
  const detail = withoutNamespaces(complaint.detail);
  const [, owner = '', attribute = '', valueFault] = attributePart.exec(detail) ?? [];
  if (valueFault !== undefined) {
    const known = !valueFault.includes('is not allowed');
    return known
      ? createFinding('schema.value', { element: owner, attribute, detail: valueFault }, place)
      : createFinding('schema.unknown-attribute', { element: owner, attribute }, place);
  }
  const [, element = '', fault = detail] = elementPart.exec(detail) ?? [];
  return describeElementFault({ element, fault }, place);
}

function describeElementFault(
  said: { readonly element: string; readonly fault: string },
  place: { readonly file: string; readonly line: number; readonly column: number },
): Finding {
  const { element, fault } = said;
  if (fault.startsWith('No matching global declaration')) return createFinding('schema.root', {}, place);
  const expected = /Expected is (?:one of )?\( (.*) \)/.exec(fault)?.[1] ?? '–';
  if (fault.startsWith('This element is not expected')) {
    return createFinding('schema.unexpected-element', { element, expected }, place);
  }
  if (fault.startsWith('Missing child element')) {
    return createFinding('schema.missing-element', { element, expected }, place);
  }
  const attribute = /The attribute '([^']+)' is required but missing/.exec(fault)?.[1];
  if (attribute) return createFinding('schema.missing-attribute', { element, attribute }, place);
  return createFinding('schema.other', { detail: `${element}: ${fault}` }, place);
}

/** The name of an element or attribute of another namespace that stands where the schema has no room for it. */
function misplacedExtension(detail: string): string | undefined {
  const [, namespace, name] =
    /^Element '\{([^}]+)\}([^']+)': This element is not expected/.exec(detail) ??
    /^Element '[^']+', attribute '\{([^}]+)\}([^']+)': .* is not allowed/s.exec(detail) ??
    [];
  return namespace === courseStructureNamespace ? undefined : name;
}

function withoutNamespaces(text: string): string {
  return text
    .replace(/(?:##other)?\{[^}]*\}\*/g, '')
    .replace(/\{https?:[^}]*\}/g, '')
    .replace(/, \s*\)/g, ' )');
}
