import type { XmlAttribute, XmlElement } from '@sinau/findings';

/** The vocabularies of a manifest. */
export type Vocabulary = 'imscp' | 'adlcp' | 'imsss' | 'adlseq' | 'adlnav';

const vocabularies: readonly Vocabulary[] = ['imscp', 'adlcp', 'imsss', 'adlseq', 'adlnav'];
/** No real one is longer, and each is looked through for every element. */
const maxNamespaceLength = 200;
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

export function vocabularyOf(namespace: string): Vocabulary | 'none' | 'other' {
  if (namespace === '') return 'none';
  if (namespace.length > maxNamespaceLength) return 'other';
  const lower = namespace.toLowerCase();
  return vocabularies.find((vocabulary) => lower.includes(vocabulary)) ?? 'other';
}

/**
 * Children of one name. Tools often misspell namespaces or leave prefixes out, so the namespace only has to leave room
 * for the vocabulary; the words of metadata never count.
 */
export function childrenOf(element: XmlElement, vocabulary: Vocabulary, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && speaks(child, vocabulary));
}

export function childOf(element: XmlElement, vocabulary: Vocabulary, name: string): XmlElement | undefined {
  return childrenOf(element, vocabulary, name)[0];
}

function speaks(element: XmlElement, wanted: Vocabulary): boolean {
  const found = vocabularyOf(element.namespace);
  if (found === wanted || found === 'none' || found === 'imscp') return true;
  const { namespace } = element;
  return (
    wanted === 'imscp' && found === 'other' && !/imsmd|lom/i.test(namespace.slice(0, maxNamespaceLength))
  );
}

/** An attribute by its name in whatever namespace and, for want of that, in whatever letter case. */
export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  const named = element.attributes.filter(({ namespace }) => namespace !== xmlNamespace);
  return (
    named.find((attribute) => attribute.name === name) ??
    named.find((attribute) => attribute.name.toLowerCase() === name.toLowerCase())
  );
}

export function xmlBaseOf(element: XmlElement): XmlAttribute | undefined {
  return element.attributes.find(({ name, namespace }) => name === 'base' && namespace === xmlNamespace);
}
