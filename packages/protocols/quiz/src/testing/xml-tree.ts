import type { XmlElement } from '@sinau/findings';

/** An element as the XML reader gives it, at line 7, column 3. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (string | XmlElement)[]
): XmlElement {
  const place = { line: 7, column: 3 };
  return {
    ...{ name, namespace: '', ...place, mixed: content },
    attributes: Object.entries(attributes).map(([key, value]) => ({
      name: key,
      namespace: '',
      value,
      ...place,
    })),
    children: content.filter((part) => typeof part !== 'string'),
    text: content.filter((part) => typeof part === 'string').join(''),
  };
}
