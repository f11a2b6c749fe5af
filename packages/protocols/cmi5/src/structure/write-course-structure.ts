import type { LanguageMap } from '@sinau/kernel';
import { courseStructureNamespace } from './course-structure-xsd.ts';
import type { Au, Block, CourseStructure, StructureNode } from './model.ts';
import { undeterminedLanguage } from './read-wording.ts';

/**
 * A structure as the text of a `cmi5.xml` (13.1); reading it gives the structure again. URLs stay as they are, so the relative
 * ones want their files beside it.
 */
export function writeCourseStructure(structure: CourseStructure): string {
  const { course, objectives } = structure;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<courseStructure xmlns="${courseStructureNamespace}">`,
    `<course id="${escaped(course.id)}">`,
    ...wordingOf(course),
    '</course>',
    ...(objectives.length > 0 ? ['<objectives>', ...objectives.flatMap(objectiveOf), '</objectives>'] : []),
    ...course.children.flatMap((node) => nodeOf(structure, node)),
    '</courseStructure>',
    '',
  ].join('\n');
}

function nodeOf(structure: CourseStructure, node: StructureNode): readonly string[] {
  if (node.kind === 'block') return blockOf(structure, node);
  const au = structure.aus[node.au];
  if (!au) throw new Error('a structure names an AU it does not have');
  return auOf(au);
}

function blockOf(structure: CourseStructure, block: Block): readonly string[] {
  return [
    `<block id="${escaped(block.id)}">`,
    ...wordingOf(block),
    ...usesOf(block.objectives),
    ...block.children.flatMap((node) => nodeOf(structure, node)),
    '</block>',
  ];
}

function auOf(au: Au): readonly string[] {
  const { launchMethod, moveOn, masteryScore, activityType } = au;
  const attributes = Object.entries({ id: au.id, launchMethod, moveOn, masteryScore, activityType })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return [
    `<au${attributes.join('')}>`,
    ...wordingOf(au),
    ...usesOf(au.objectives),
    ...elementOf('url', au.url),
    ...elementOf('launchParameters', au.launchParameters),
    ...elementOf('entitlementKey', au.entitlementKey),
    '</au>',
  ];
}

function objectiveOf(objective: CourseStructure['objectives'][number]): readonly string[] {
  return [`<objective id="${escaped(objective.id)}">`, ...wordingOf(objective), '</objective>'];
}

function usesOf(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  return ['<objectives>', ...ids.map((id) => `<objective idref="${escaped(id)}"/>`), '</objectives>'];
}

/** Both are required; a part that has no description is described by its title. */
function wordingOf(of: {
  readonly title: LanguageMap;
  readonly description: LanguageMap;
}): readonly string[] {
  const description = Object.keys(of.description).length > 0 ? of.description : of.title;
  return [
    `<title>${langstringsOf(of.title)}</title>`,
    `<description>${langstringsOf(description)}</description>`,
  ];
}

function langstringsOf(map: LanguageMap): string {
  return Object.entries(map)
    .map(([tag, text]) => {
      const lang = tag === undeterminedLanguage ? '' : ` lang="${escaped(tag)}"`;
      return `<langstring${lang}>${escaped(text)}</langstring>`;
    })
    .join('');
}

function elementOf(name: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`<${name}>${escaped(text)}</${name}>`];
}

/** For text and attributes alike; what XML has no sign for is left out. */
function escaped(text: string): string {
  return [...text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)].filter(isXml).join('');
}

function isXml(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
