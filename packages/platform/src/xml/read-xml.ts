import {
  type ErrorDetail,
  type XmlAttribute as LibAttribute,
  XmlElement as LibElement,
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlLibError,
  XmlText,
  XmlTreeNode,
  XsdValidator,
} from 'libxml2-wasm';
import { decodeXml } from './decode-xml.ts';
import { findDoctype, locateTags, type TagLocation } from './locate-tags.ts';
import type { XmlAttribute, XmlElement, XmlFinding } from './xml-tree.ts';

export interface ReadXmlOptions {
  /** Text of an XML Schema to validate against. It comes from our own code, never from outside. */
  readonly schema?: string;
  readonly maxBytes: number;
  /** Notes for every element in which order text and elements stand, for documents of words. @default false */
  readonly mixed?: boolean;
}

/** `root` is there when the document is well-formed, even when the schema finds fault with it. */
export interface XmlReading {
  readonly root?: XmlElement;
  readonly findings: readonly XmlFinding[];
}

// NO_XXE and NONET: nothing outside the text is ever read. Entities are never substituted (no NOENT).
const parseOptions =
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_BIG_LINES;

const maxSchemaFindings = 200;

/**
 * Reads an untrusted document. A document type declaration is refused before the parser sees the text (cases A5, A6),
 * so no entity but the five predefined ones exists. Never throws for what the document holds.
 */
export function readXml(bytes: Uint8Array, options: ReadXmlOptions): XmlReading {
  if (bytes.length > options.maxBytes) {
    const detail = `the file has ${bytes.length} bytes, at most ${options.maxBytes} are read`;
    return refuse({ code: 'xml.too-large', detail, line: 1, column: 1 });
  }
  const decoded = decodeXml(bytes);
  if ('finding' in decoded) return refuse(decoded.finding);
  const doctype = findDoctype(decoded.text);
  if (doctype) {
    return refuse({ code: 'xml.doctype', detail: 'a document type declaration is not allowed', ...doctype });
  }
  return parse(decoded.text, options);
}

function parse(text: string, { schema, mixed = false }: Omit<ReadXmlOptions, 'maxBytes'>): XmlReading {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, { option: parseOptions });
  } catch (error) {
    return { findings: malformed(error) };
  }
  try {
    const names = new Map<XmlElement, string>();
    const root = build(document.root, { locate: tagReader(text), names, mixed });
    return { root, findings: schema === undefined ? [] : validate(document, { schema, root, names }) };
  } finally {
    document.dispose();
  }
}

function malformed(error: unknown): readonly XmlFinding[] {
  if (!(error instanceof XmlLibError)) throw error;
  const details: readonly Partial<ErrorDetail>[] =
    error.details.length > 0 ? error.details : [{ message: 'the file is empty' }];
  return details.map(({ message = '', line = 1, col = 1 }) => ({
    code: 'xml.malformed',
    detail: message.trim(),
    line: Math.max(line, 1),
    column: Math.max(col, 1),
  }));
}

type TagReader = (qualifiedName: string, line: number) => TagLocation;

// Tree and scan are walked side by side. Should they ever differ, the line of libxml2 is still right.
function tagReader(text: string): TagReader {
  const tags = locateTags(text);
  let next = 0;
  return (name, line) => {
    const tag = tags[next];
    next += 1;
    return tag?.name === name ? tag : { name, line, column: 1, attributes: new Map() };
  };
}

interface Building {
  readonly locate: TagReader;
  /** The qualified name of every element is noted here. */
  readonly names: Map<XmlElement, string>;
  readonly mixed: boolean;
}

function build(node: LibElement, building: Building): XmlElement {
  const tag = building.locate(qualified(node), node.line);
  const attributes = node.attrs.map((attribute): XmlAttribute => {
    const { line, column } = tag.attributes.get(qualified(attribute)) ?? tag;
    return {
      name: attribute.name,
      namespace: attribute.namespaceUri,
      value: attribute.value,
      line,
      column,
    };
  });
  const children: XmlElement[] = [];
  const mixed: (string | XmlElement)[] = [];
  let text = '';
  for (let child = node.firstChild; child; child = nextOf(child)) {
    if (child instanceof LibElement) {
      const element = build(child, building);
      children.push(element);
      mixed.push(element);
    } else if (child instanceof XmlText || child instanceof XmlCData) {
      text += child.content;
      mixed.push(child.content);
    }
  }
  const { line, column } = tag;
  const { name, namespaceUri: namespace } = node;
  const ordered = building.mixed ? { mixed } : {};
  const element = { name, namespace, attributes, children, text, ...ordered, line, column };
  building.names.set(element, qualified(node));
  return element;
}

/** The library gives a processing instruction no `next`, and all behind it would be lost; that of its other nodes fits. */
function nextOf(node: XmlTreeNode): XmlTreeNode | null {
  return Reflect.get(XmlTreeNode.prototype, 'next', node);
}

function qualified(node: LibElement | LibAttribute): string {
  return node.prefix ? `${node.prefix}:${node.name}` : node.name;
}

interface Tree {
  readonly root: XmlElement;
  readonly names: ReadonlyMap<XmlElement, string>;
}

function validate(document: XmlDocument, input: Tree & { readonly schema: string }): readonly XmlFinding[] {
  // Freed by hand: WebAssembly memory knows no garbage collector, and the direction check cannot read `using`.
  const schemaDocument = XmlDocument.fromString(input.schema);
  const validator = XsdValidator.fromDoc(schemaDocument);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.slice(0, maxSchemaFindings).map((detail) => ({
      code: 'xml.schema-violation',
      detail: detail.message.trim(),
      ...placeOf(detail, input),
    }));
  } finally {
    validator.dispose();
    schemaDocument.dispose();
  }
}

// Each step of the validator's path is `*[n]`, the n-th element child, or `prefix:name[n]`, the n-th of that name.
function placeOf(detail: ErrorDetail, { root, names }: Tree): { line: number; column: number } {
  const steps = (detail.xpath ?? '').split('/').slice(2);
  let element: XmlElement | undefined = root;
  for (const step of steps) {
    const [, name, position = 1] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const meant: readonly XmlElement[] =
      element?.children.filter((child) => name === '*' || names.get(child) === name) ?? [];
    element = meant[Number(position) - 1];
  }
  if (!element || !detail.xpath) return { line: Math.max(detail.line, 1), column: 1 };
  const [, namespace = '', attribute] = /, attribute '(?:\{([^}]*)\})?([^']+)'/.exec(detail.message) ?? [];
  const isMeant = (one: XmlAttribute) => one.name === attribute && one.namespace === namespace;
  const { line, column } = element.attributes.find(isMeant) ?? element;
  return { line, column };
}

function refuse(finding: XmlFinding): XmlReading {
  return { findings: [finding] };
}
