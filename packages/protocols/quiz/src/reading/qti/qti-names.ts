import type { XmlElement } from '@sinau/findings';

/** One spelling for `qti-choice-interaction` of 3.0 and `choiceInteraction` of 2.x. */
export function nameOf({ name }: Pick<XmlElement, 'name'>): string {
  return name.replace(/^qti-/, '').replaceAll('-', '').toLowerCase();
}

/** An attribute by that spelling, trimmed; empty when absent. */
export function attributeOf(element: XmlElement | undefined, name: string): string {
  return element?.attributes.find((attribute) => nameOf(attribute) === name)?.value.trim() ?? '';
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => nameOf(child) === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** Everything below, in document order. */
export function descendantsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.flatMap((child) => [child, ...descendantsOf(child)]) ?? [];
}
