import {
  type ErrorDetail,
  type XmlAttribute as LibAttribute,
  XmlElement as LibElement,
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlLibError,
  XmlText,
  XsdValidator,
} from 'libxml2-wasm';
import { decodeXml } from './decode-xml.ts';
import { findDoctype, locateTags, type TagLocation } from './locate-tags.ts';
import type { XmlAttribute, XmlElement, XmlFinding } from './xml-tree.ts';

export interface ReadXmlOptions {
  /** Text of an XML Schema to validate against. It comes from our own code, never from outside. */
  readonly schema?: string;
  readonly maxBytes: number;
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
  return parse(decoded.text, options.schema);
}

function parse(text: string, schema: string | undefined): XmlReading {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, { option: parseOptions });
  } catch (error) {
    return { findings: malformed(error) };
  }
  try {
    const root = build(document.root, tagReader(text));
    return { root, findings: schema === undefined ? [] : validate(document, { schema, root }) };
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

function build(node: LibElement, locate: TagReader): XmlElement {
  const tag = locate(qualified(node), node.line);
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
  let text = '';
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof LibElement) children.push(build(child, locate));
    else if (child instanceof XmlText || child instanceof XmlCData) text += child.content;
  }
  const { line, column } = tag;
  return { name: node.name, namespace: node.namespaceUri, attributes, children, text, line, column };
}

function qualified(node: LibElement | LibAttribute): string {
  return node.prefix ? `${node.prefix}:${node.name}` : node.name;
}

function validate(
  document: XmlDocument,
  input: { readonly schema: string; readonly root: XmlElement },
): readonly XmlFinding[] {
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
      ...placeOf(detail, input.root),
    }));
  } finally {
    validator.dispose();
    schemaDocument.dispose();
  }
}

// Each step of the validator's path is `*[n]`, the n-th element child; it leads to the element and so to its column.
function placeOf(detail: ErrorDetail, root: XmlElement): { line: number; column: number } {
  const steps = (detail.xpath ?? '').split('/').slice(2);
  let element: XmlElement | undefined = root;
  for (const step of steps) {
    const match = /^\*(?:\[(\d+)\])?$/.exec(step);
    element = match ? element?.children[Number(match[1] ?? 1) - 1] : undefined;
  }
  if (!element || !detail.xpath) return { line: Math.max(detail.line, 1), column: 1 };
  const attribute = /, attribute '([^']+)'/.exec(detail.message)?.[1];
  const { line, column } = element.attributes.find(({ name }) => name === attribute) ?? element;
  return { line, column };
}

function refuse(finding: XmlFinding): XmlReading {
  return { findings: [finding] };
}
