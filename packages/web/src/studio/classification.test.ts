import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole, studioCourse } from '../testing/fixtures.ts';
import type { DraftChange } from './ports.ts';

const base = createFixturePorts().studio;
const path = `/studio/courses/${studioCourse.courseId}`;
const form = {
  ...{ rev: '7', titleId: 'Data', titleEn: '', descriptionId: '', descriptionEn: '', jp: '4', minutes: '' },
  ...{ form: 'NKL03', subject: 'data', competencies: '', audience: '', languages: 'id', price: '0' },
};

async function save(more: readonly (readonly [string, string])[]) {
  const changes: DraftChange[] = [];
  const editDraft = async (_: unknown, __: string, change: DraftChange) => void changes.push(change);
  const portal = createFixturePortal({ principal: everyRole, ports: { studio: { ...base, editDraft } } });
  const response = await portal.hono.request(`${path}/details`, {
    method: 'POST',
    body: new URLSearchParams([
      ...Object.entries(form),
      ...more.map(([name, value]): [string, string] => [name, value]),
    ]),
  });
  return { status: response.status, html: await response.text(), saved: changes[0]?.facts?.classification };
}

describe('what a course is about in lists that everybody has', () => {
  it('is offered with what it says already, in the reader’s language, and with how sure a list is', async () => {
    const { hono } = createFixturePortal({ principal: everyRole });
    for (const [language, word, note] of [
      ['id', 'Statistik', 'belum dicocokkan'],
      ['en', 'Statistics', 'not compared with an official text yet'],
    ]) {
      const answer = await hono.request(path, { headers: { cookie: `sinau-lang=${language}` } });
      const html = await answer.text();
      expect(html).toContain(`<option value="statistik" selected="">${word}</option>`);
      expect(html).toMatch(/name="coreValues" value="competent" checked=""/);
      expect(html).toMatch(/name="coreValues" value="service" class/);
      expect(html).toContain(note);
    }
  });

  it('is saved as it was chosen, the main field first, also when only one box is ticked', async () => {
    const one = await save([
      ['coreValues', 'service'],
      ['field1', ''],
      ['field2', 'kearsipan'],
      ['field3', 'statistik'],
      ['certification', 'course'],
    ]);
    expect([one.status, one.saved]).toEqual([
      303,
      {
        ...{ coreValues: ['service'], digitalPillars: [], fields: ['kearsipan', 'statistik'] },
        certification: 'course',
      },
    ]);
    const both = await save([
      ['coreValues', 'service'],
      ['coreValues', 'competent'],
    ]);
    expect(both.saved?.coreValues).toEqual(['service', 'competent']);
  });

  it('may be left empty', async () => {
    const { status, saved } = await save([]);
    expect([status, saved]).toEqual([303, { coreValues: [], digitalPillars: [], fields: [] }]);
  });

  it.each([
    ['coreValues', 'brave'],
    ['digitalPillars', 'courage'],
    ['certification', 'ijazah'],
    ['field2', 'astrologi'],
  ])('comes back with words at the field when %s is %s', async (name, value) => {
    const { status, html, saved } = await save([[name, value]]);
    expect([status, saved]).toEqual([422, undefined]);
    expect(html).toContain('Pilih dari daftar, masing-masing sekali.');
  });

  it('names a field once', async () => {
    const { status } = await save([
      ['field1', 'statistik'],
      ['field2', 'statistik'],
    ]);
    expect(status).toBe(422);
  });
});
