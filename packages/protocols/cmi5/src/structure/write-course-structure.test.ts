import { readXml } from '@sinau/platform/xml';
import { describe, expect, it } from 'vitest';
import { courseStructureXsd } from './course-structure-xsd.ts';
import type { Au, CourseStructure } from './model.ts';
import { readCourseStructure } from './read-course-structure.ts';
import { writeCourseStructure } from './write-course-structure.ts';

const odd = `"Etika" <b> & 'hukum' ]]> é 😀`;
const au = (index: number, over: Partial<Au> = {}): Au => ({
  ...{ index, id: `https://p.example/a${index}`, title: { und: odd }, description: { en: 'x', id: odd } },
  ...{ objectives: [], url: `a/${index}.html?b=1&c=%22#d`, file: `a/${index}.html` },
  ...{ launchMethod: 'AnyWindow', moveOn: 'CompletedOrPassed', ...over },
});
const structure: CourseStructure = {
  format: 1,
  course: {
    ...{ id: 'https://p.example/c?a=1&b=2', title: { id: odd, 'en-GB': 'Ethics' }, description: { id: odd } },
    children: [
      { kind: 'au', au: 0 },
      {
        ...{ kind: 'block', index: 0, id: 'urn:block:1', title: { id: 'B' }, description: { id: 'B' } },
        objectives: ['urn:o:1'],
        children: [{ kind: 'au', au: 1 }],
      },
    ],
  },
  objectives: [{ id: 'urn:o:1', title: { id: odd }, description: { id: 'O' } }],
  aus: [
    au(0, { objectives: ['urn:o:1'], launchMethod: 'OwnWindow', masteryScore: 0.7512 }),
    au(1, { launchParameters: '{"a":"<&>"}', entitlementKey: odd, activityType: 'https://p.example/t&t' }),
  ],
};

describe('a structure that is written', () => {
  it('is read again as it was, whatever signs stand in it', () => {
    const text = writeCourseStructure(structure);
    const bytes = new TextEncoder().encode(text);
    const document = readXml(bytes, { schema: courseStructureXsd, maxBytes: 1_000_000 });
    const files = new Set(structure.aus.flatMap(({ file }) => file ?? []));
    const read = readCourseStructure(document, { packaged: true, files, allowedOrigins: [] });
    expect(read.findings).toEqual([]);
    expect(read.structure).toEqual(structure);
  });
});
