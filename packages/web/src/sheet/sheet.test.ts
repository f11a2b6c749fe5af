import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';

const words = dictionaries.id.sheet;
const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p' as ProviderId,
};

async function post(path: string, fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const { hono } = createFixturePortal({ principal });
  const answer = await hono.request(path, { method: 'POST', body });
  return { status: answer.status, html: await answer.text() };
}
const fileOf = (text: string) => new File([text], 'kursus.csv', { type: 'text/csv' });

describe('the page of sheets', () => {
  it('checks a file first, and takes it along to be saved', async () => {
    const { status, html } = await post('/studio/sheet', { file: fileOf('code\n"<A>"') });
    expect(status).toBe(200);
    expect(html).toContain(words.ready('1', '0'));
    expect(html).toContain('value="code\n&quot;&lt;A&gt;&quot;"');
    const saved = await post('/studio/sheet/apply', { text: 'code\nA' });
    expect(saved.html).toContain(words.done('1', '0'));
    expect(saved.html).not.toContain('action="/studio/sheet/apply"');
  });

  it('names what is wrong with row and column, and offers nothing to save', async () => {
    const { status, html } = await post('/studio/sheet', { file: fileOf('salah') });
    expect(status).toBe(422);
    expect(html).toContain(words.refused);
    expect(html).toContain(words.column('title_id'));
    expect(html).not.toContain('action="/studio/sheet/apply"');
  });

  it('says what is wrong with no file and a large one', async () => {
    expect((await post('/studio/sheet', { file: fileOf('') })).html).toContain(words.fileMissing);
    expect((await post('/studio/sheet', {})).html).toContain(words.fileMissing);
    expect((await post('/studio/sheet', { file: fileOf('a'.repeat(1_001)) })).html).toContain(
      words.fileLarge,
    );
  });

  it('D1: refuses fields that nobody asked for', async () => {
    expect((await post('/studio/sheet/apply', { text: 'code', providerId: 'x' })).status).not.toBe(200);
  });

  it.each(['template', 'export'])('gives %s as a file for spreadsheets', async (name) => {
    const { hono } = createFixturePortal({ principal });
    const answer = await hono.request(`/studio/sheet/${name}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
  });
});
