import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole, siti } from '../testing/fixtures.ts';

const text = async (path: string, principal = siti, locale = 'id') => {
  const { hono } = createFixturePortal({ principal });
  const answer = await hono.request(path, { headers: { cookie: `__Host-sinau-locale=${locale}` } });
  return (await answer.text()).replaceAll(/\s*<[^>]*>\s*/g, ' ').replaceAll(/\s+/g, ' ');
};

describe('what a provider has corrected', () => {
  it('stands at the course of its learner: when, from what to what', async () => {
    const shown = await text('/courses/dikoreksi');
    expect(shown).toContain('Nilai dikoreksi 85 → 70');
    expect(shown).toContain('Anda telah menyelesaikan kursus ini');
  });

  it('is a completion that is worth nothing, with what follows and the way on, in the place of the good news', async () => {
    const shown = await text('/courses/ditarik');
    expect(shown).toContain('Kelulusan ditarik penyelenggara');
    expect(shown).toContain('JP kursus ini tidak dihitung dan sertifikatnya tidak berlaku');
    expect(shown).toContain('Kelulusan dikoreksi lulus → belum lulus');
    expect(shown).not.toContain('Anda telah menyelesaikan kursus ini');
    // A re-take: the earlier result does not count, and nothing says that it does.
    expect(shown).toContain('Ulangi kursus');
    expect(shown).not.toContain('tetap dihitung');
  });

  it('has dates of its own: nobody is told that they may begin at any time', async () => {
    const shown = await text('/courses/kampus-menolak');
    expect(shown).toContain('Menurut jadwal penyelenggara');
    expect(shown).not.toContain('Mulai kapan saja');
    expect(await text('/courses/ulang')).toContain('Mulai kapan saja');
  });

  it('stands at the line of the agency', async () => {
    const shown = await text('/agency/learning', everyRole);
    expect(shown).toContain('Nilai dikoreksi 70 → 85');
    expect(shown).toContain('Kelulusan ditarik Kelulusan dikoreksi lulus → belum lulus');
  });
});
