import { beforeEach, describe, expect, it } from 'vitest';
import { origin, portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
let browser: ReturnType<Awaited<ReturnType<typeof portalWorld>>['browser']>;

beforeEach(async () => {
  world = await portalWorld();
  browser = world.browser();
  const { email } = await world.invite(world.tenants.agencyA, ['learner']);
  await browser.signIn(email);
});

const page = async (path: string) => {
  const response = await browser.ask(path);
  return { status: response.status, html: await response.text() };
};

describe('the catalogue', () => {
  it('finds a published course by a word of its title, its provider, and a slip of the keyboard', async () => {
    for (const q of ['kursus', 'kursu', 'kurssus', '']) {
      const { status, html } = await page(`/catalogue?q=${q}`);
      expect([q, status]).toEqual([q, 200]);
      expect(html).toContain('Kursus &lt;script&gt;');
    }
  });

  it('says that nothing was found, for whatever is asked', async () => {
    for (const query of [
      'q=zzzzzz',
      'subject=no-such',
      'provider=%00',
      'jp=1&form=x',
      'competency=%3Cb%3E',
    ]) {
      const { status, html } = await page(`/catalogue?${query}`);
      expect([query, status]).toEqual([query, 200]);
      expect(html).toContain('Tidak ada yang cocok');
      expect(html).not.toContain('<b>');
    }
  });

  it('writes no words of a search to the log', async () => {
    await page('/catalogue?q=penyakitrahasia');
    expect(JSON.stringify(world.logged)).not.toContain('penyakitrahasia');
  });
});

describe('the saved list', () => {
  const save = (verb: 'save' | 'unsave', courseId = 'c1', returnTo = '/catalogue?q=kursus') =>
    browser.post(`/courses/${courseId}/${verb}`, { returnTo });

  it('takes a course and gives it back, and leads to where the button was', async () => {
    expect((await page('/saved')).html).toContain('Belum ada yang disimpan');
    const saved = await save('save');
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/catalogue?q=kursus#course-c1']);
    await save('save');
    expect((await page('/catalogue')).html).toMatch(/Tersimpan \(1\)[\s\S]*\/courses\/c1\/unsave/);
    expect((await page('/saved')).html).toContain('Kursus &lt;script&gt;');
    const gone = await save('unsave', 'c1', '/saved');
    expect(gone.headers.get('location')).toBe('/saved?notice=courseUnsaved');
    expect((await page('/saved')).html).toContain('Belum ada yang disimpan');
  });

  it('is one’s own', async () => {
    await save('save');
    const other = world.browser();
    await other.signIn('operator@contoh.example');
    expect(await (await other.ask('/saved')).text()).not.toContain('/courses/c1/unsave');
  });

  it('F2, D1: leads to no other site, and takes no other field', async () => {
    const away = await save('save', 'c1', 'https://evil.example/catalogue');
    expect(new URL(away.headers.get('location') ?? '', origin).origin).toBe(origin);
    const more = await browser.post('/courses/c1/save', { returnTo: '/saved', personId: 'somebody' });
    expect(more.status).toBe(400);
  });

  it('answers for an absent course as for a draft', async () => {
    expect((await save('save', 'absent')).status).toBe(404);
    expect((await save('unsave', 'absent')).status).toBe(303);
  });

  it('keeps a course that was withdrawn, without a way in', async () => {
    await save('save');
    const course = await world.deps.courses.find('c1' as never);
    if (!course) throw new Error('the course is there');
    await world.deps.courses.replace({ ...course, status: 'retired', rev: course.rev + 1 });
    const { html } = await page('/saved');
    expect(html).toContain('Ditarik dari katalog');
    expect(html).not.toContain('href="/courses/c1"');
    expect((await page('/catalogue?q=kursus')).html).toContain('Tidak ada yang cocok');
  });
});
