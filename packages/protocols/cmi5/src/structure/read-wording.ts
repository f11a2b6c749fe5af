import type { FindingPlace, XmlElement } from '@sinau/findings';
import type { LanguageMap } from '@sinau/kernel';
import { createFinding, type Finding } from './finding.ts';

export interface Reading {
  readonly file: string;
  /** Findings are added here. */
  readonly report: (finding: Finding) => void;
}

/** Text without language attribute is kept under this tag (BCP 47: undetermined). */
export const undeterminedLanguage = 'und';

export function placeIn(
  reading: Reading,
  at: { readonly line: number; readonly column: number },
): FindingPlace {
  return { file: reading.file, line: at.line, column: at.column };
}

/** The `title` or `description` of an element as a language map, every text trimmed (13.1.0.0-1). */
export function readWording(owner: XmlElement, part: 'title' | 'description', reading: Reading): LanguageMap {
  const wording = owner.children.find(
    ({ name, namespace }) => name === part && namespace === owner.namespace,
  );
  const texts = new Map<string, string>();
  for (const langstring of wording?.children ?? []) {
    if (langstring.name !== 'langstring' || langstring.namespace !== owner.namespace) continue;
    const language = attributeOf(langstring, 'lang')?.value.trim() || undeterminedLanguage;
    const text = collapse(langstring.text);
    if (texts.has(language)) {
      const params = { part, element: owner.name, language };
      reading.report(createFinding('wording.language-repeated', params, placeIn(reading, langstring)));
    } else if (text !== '') texts.set(language, text);
  }
  if (texts.size === 0) {
    const place = placeIn(reading, wording ?? owner);
    reading.report(createFinding('wording.empty', { part, element: owner.name }, place));
  }
  return Object.fromEntries(texts);
}

/** An attribute without namespace. */
export function attributeOf(element: XmlElement, name: string) {
  return element.attributes.find((attribute) => attribute.name === name && attribute.namespace === '');
}

// Indentation of the file is no part of the text; a line break inside stays one space. Line by line: a pattern with blanks
// on both sides of the break would try each blank of a long run anew.
function collapse(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}
