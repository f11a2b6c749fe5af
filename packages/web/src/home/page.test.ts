import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { home, siti } from '../testing/fixtures.ts';
import type { HomeView, ResumePlace } from './ports.ts';

async function shown(change: Partial<HomeView>): Promise<string> {
  const ports = { home: { homeOf: async () => ({ ...home, ...change }) } };
  return (await createFixturePortal({ principal: siti, ports }).hono.request('/')).text();
}

const { resume } = home;
const at = (place: ResumePlace) => shown(resume ? { resume: { ...resume, place } } : {});
const part = { kind: 'part', partId: '3', partTitle: { id: 'Menilai mutu data' } } as const;

describe('the home page', () => {
  it('opens a part inside the player, or in a window of its own, in one click', async () => {
    const [, inside] =
      /<a href="([^"]+)"[^>]*aria-label="Lanjutkan [^"]*"/.exec(await at({ ...part, inWindow: false })) ?? [];
    expect(inside).toBe('/courses/kelola-data-terbuka/learn/3');
    const beside = await at({ ...part, inWindow: true });
    expect(beside).toContain('href="/courses/kelola-data-terbuka/learn/3/launch" target="_blank"');
    expect(beside).toContain('Terbuka di jendela baru');
  });

  it('says why nothing can be opened, and leads to the course', async () => {
    const words = {
      'awaits-provider': 'Penyelenggara belum mendaftarkan Anda',
      'provider-down': 'Sistem penyelenggara sedang tidak menjawab',
      locked: 'menunggu bagian lain',
      'all-done': 'Kelulusan sedang dicatat',
    } as const;
    for (const [why, text] of Object.entries(words)) {
      const html = await at({ kind: 'course', why: why as keyof typeof words });
      expect(html).toContain(text);
      expect(html).not.toContain('/learn/3');
    }
  });

  it('gives a newcomer the first course in one click where nobody has to agree, and never shames a PPPK', async () => {
    const { resume: _, ...fresh } = home;
    const first = { courseId: 'c9', title: { id: 'Etika' } };
    const newcomer = (open: boolean) =>
      shown({ ...fresh, resume: undefined as never, first: { ...first, open } });
    expect(await newcomer(true)).toContain('action="/courses/c9/enrol"');
    expect(await newcomer(false)).toContain('href="/courses/c9"');
    const { minimum: __, pace: ___, ...year } = home.year;
    const of = (recognised: number) =>
      shown({ year: { ...year, maximum: { jp: 2400 as never, recognised: recognised as never } } });
    const some = await of(1000);
    expect(some).toContain('Masih dapat diakui 14 JP');
    expect(some).not.toContain('Dengan laju ini');
    expect(some).not.toContain('show=left');
    expect(await of(2400)).toContain('Batas maksimal tahun kontrak ini sudah tercapai');
  });

  it('says when the classes of a suggested course begin', async () => {
    const [course] = home.suggested;
    const suggested = course ? [{ ...course, classesFrom: '2027-02-03' }] : [];
    expect(await shown({ suggested })).toContain('Kelas mulai 3 Februari 2027');
    expect(await shown({})).not.toContain('Kelas mulai');
  });

  it('foresees by the pace of the year, with the rule beside it, or says that it cannot', async () => {
    const at = (pace: NonNullable<HomeView['year']['pace']>) => shown({ year: { ...home.year, pace } });
    const reached = await at({ kind: 'reached-on', on: '2026-10-14' });
    expect(reached).toContain('Dengan laju ini Anda mencapai 20 JP pada 14 Oktober 2026.');
    expect(reached).toContain('dibagi jumlah hari sejak 1 Januari');
    expect(await at({ kind: 'met', on: '2026-05-04' })).toContain('terpenuhi pada 4 Mei 2026');
    for (const because of ['nothing', 'early', 'few'] as const) {
      expect(await at({ kind: 'unknown', because })).toContain('Belum dapat diperkirakan');
    }
  });
});
