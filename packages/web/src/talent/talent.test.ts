import { describe, expect, it } from 'vitest';
import { talentWords } from '../i18n/talent.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts, Refusal } from '../testing/fixture-ports.ts';
import { siti } from '../testing/fixtures.ts';
import { createTalentFixtures } from '../testing/talent-fixtures.ts';

const words = talentWords.id;
const good = {
  year: '2025',
  performance: 'predicate:baik',
  potential: 'high',
  score: '',
  basis: 'BA 1',
  foundOn: '2026-02-01',
};

/** A portal that notes what is recorded. */
function portal(roles: (typeof siti)['roles'] = ['learner', 'talent-officer']) {
  const said: unknown[] = [];
  const fixtures = createTalentFixtures(() => new Refusal('talent.not-found'));
  const ports = createFixturePorts({
    talent: {
      ...fixtures,
      record: async (_person, personId, order) => void said.push([personId, order]),
      withdraw: async (_person, at, order) => void said.push([at, order]),
      setThresholds: async (_person, order) => void said.push(order),
    },
  });
  const { hono } = createFixturePortal({ principal: { ...siti, roles }, ports });
  const open = async (path: string) => (await hono.request(path)).text();
  const send = (path: string, body: FormData | URLSearchParams) =>
    hono.request(path, { method: 'POST', body });
  const post = (path: string, fields: Record<string, string>) => send(path, new URLSearchParams(fields));
  return { hono, open, post, send, said };
}

describe('talent boxes', () => {
  it('are a table of nine whose numbers open their list', async () => {
    const { open } = portal();
    const html = await open('/talent');
    expect(html.match(/\/talent\/place\?/g)).toHaveLength(9);
    expect(html).toContain('year=2025&amp;performance=above&amp;potential=high');
    expect(html).toContain('aria-current="page">Talenta');
    expect(await open('/talent?year=2020')).toContain(words.noneTitle);
  });

  const others = [
    'learner',
    'supervisor',
    'agency-admin',
    'provider-author',
    'reviewer',
    'operator',
    'auditor',
  ] as const;
  it('are for talent officers alone', async () => {
    const { hono, open } = portal([...others]);
    const place = '/talent/place?year=2025&performance=above&potential=high';
    for (const path of ['/talent', place, '/talent/file', '/talent/people/budi'])
      expect((await hono.request(path)).status).toBe(403);
    // Nor do they learn that there is such a thing.
    expect(await open('/')).not.toMatch(/talenta/i);
  });

  it('tell what follows for who stands there', async () => {
    const { open } = portal();
    const html = await open('/talent/place?year=2025&performance=above&potential=high');
    expect(html).toContain('promosi, pertahankan, kelompok rencana suksesi, penghargaan');
    expect(html).toContain('href="/talent/people/budi"');
    const { hono } = portal();
    expect((await hono.request('/talent/place?year=2025&performance=above')).status).toBe(400);
  });

  it('show one person with what counts and what does not', async () => {
    const html = await portal().open('/talent/people/budi');
    expect(html).toContain(words.replaced);
    expect(html).toContain('Tidak berlaku: Salah orang');
    expect(html).toContain('71,5');
    // One of three versions can be taken back.
    expect(html.match(/people\/budi\/withdraw"/g)).toHaveLength(1);
  });

  it('find somebody by number, and say when it is nobody', async () => {
    const { post } = portal();
    const found = await post('/talent/find', { number: '19850101 201001 1 001' });
    expect(found.headers.get('location')).toBe('/talent/people/budi');
    for (const number of ['198501012010011002', '12'])
      expect(await (await post('/talent/find', { number })).text()).toContain(words.nobody);
  });

  it('record by predicate or side, by level or score', async () => {
    const { post, said } = portal();
    const path = '/talent/people/budi';
    expect((await post(path, good)).headers.get('location')).toBe('/talent/people/budi?notice=saved');
    await post(path, { ...good, performance: 'below', potential: '', score: '71,25' });
    const rest = { year: 2025, basis: 'BA 1', foundOn: '2026-02-01' };
    expect(said).toEqual([
      ['budi', { ...rest, predicate: 'baik', potential: 'high' }],
      ['budi', { ...rest, performance: 'below', score: 7_125 }],
    ]);
  });

  it.each([
    ['both ways of potential', { score: '70' }, words.wrong.potential],
    ['no potential', { potential: '' }, words.wrong.potential],
    ['no performance', { performance: '' }, words.wrong.performance],
    ['a score beyond', { potential: '', score: '101' }, words.wrong.score],
    ['no basis', { basis: '' }, words.wrong.basis],
    ['no day', { foundOn: 'kemarin' }, words.wrong.foundOn],
  ])('keep the form and say what is wrong: %s', async (_, over, sentence) => {
    const { post, said } = portal();
    const answer = await post('/talent/people/budi', { ...good, ...over });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect(said).toEqual([]);
  });

  it('are taken back with a reason', async () => {
    const { post, said } = portal();
    const path = '/talent/people/budi/withdraw';
    const none = await post(path, { year: '2025', rev: '2', reason: '' });
    expect([none.status, (await none.text()).includes(words.wrong.reason)]).toEqual([422, true]);
    await post(path, { year: '2025', rev: '2', reason: 'Salah orang' });
    expect(said).toEqual([
      [
        { personId: 'budi', year: 2025 },
        { rev: 2, reason: 'Salah orang' },
      ],
    ]);
  });

  it('have thresholds in order', async () => {
    const { post, said } = portal();
    const wrong = await post('/talent/thresholds', { rev: '0', middleFrom: '80', highFrom: '80' });
    expect(await wrong.text()).toContain(words.wrong.highFrom);
    await post('/talent/thresholds', { rev: '0', middleFrom: '60', highFrom: '80,5' });
    expect(said).toEqual([{ rev: 0, middleFrom: 6_000, highFrom: 8_050 }]);
  });

  it('come by lists, tried first', async () => {
    const { send, post, open } = portal();
    const file = (content: string) => {
      const form = new FormData();
      form.append('file', new File([content], 'daftar.csv'));
      return form;
    };
    expect(await (await send('/talent/list', file(''))).text()).toContain(words.fileMissing);
    expect(await (await send('/talent/list', file('x'.repeat(1_001)))).text()).toContain(words.fileLarge);
    expect(await (await send('/talent/list', file('NIP'))).text()).toContain('NIP, Tahun');
    const tried = await (await send('/talent/list', file('NIP;Tahun;…'))).text();
    expect(tried).toContain('1 baris siap dicatat, 0 sudah tercatat, 1 ditolak.');
    expect(tried).toContain(words.apply);
    const taken = await (await post('/talent/list/apply', { text: '{}' })).text();
    expect(taken).toContain('1 baris dicatat');
    expect(taken).not.toContain(words.apply);
    expect(await open('/talent/list/template')).toContain('NIP');
  });
});
