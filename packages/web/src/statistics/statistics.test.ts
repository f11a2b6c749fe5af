import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { everyRole } from '../testing/fixtures.ts';

const base = '/studio/courses/x/statistics';
const { hono } = createFixturePortal({ principal: everyRole });

async function open(path: string) {
  const answer = await hono.request(path, { headers: { accept: 'text/html' } });
  return { answer, text: await answer.text() };
}

describe('statistics pages', () => {
  it('say who is counted at each step, and never a number of one to four people', async () => {
    const { text } = await open(base);
    expect(text).toContain('Pendaftarannya aktif.');
    expect(text).toContain('kurang dari 5');
    expect(text).toContain('Di mana peserta berhenti');
    expect(text).toMatch(/<time datetime="2026-11-24T02:00:00.000Z">/);
  });

  it('say in words what went wrong in a launch, after the version of its package', async () => {
    const { text } = await open(base);
    expect(text).toContain('Jenis nilainya salah.');
    expect(text).toContain(`${base}/launches/s-1`);
    expect(text).toContain('01234567');
    expect(text).not.toContain('0123456789abcdef');
  });

  it.each([
    ['kosong', 'Belum ada peserta'],
    ['draf', 'Belum ada peserta'],
    ['sedikit', 'Peserta masih terlalu sedikit'],
    ['nasional', 'diperkirakan dari 2% peserta'],
  ])('tell of %s: %s', async (courseId, words) => {
    const { text } = await open(`/studio/courses/${courseId}/statistics`);
    expect(text).toContain(words);
  });

  it('draw a recording in a hundred columns, with every number in a table', async () => {
    const { text } = await open(`${base}/modules/m1`);
    expect(text).toContain('role="img"');
    expect(text.match(/class="fill-primary"/g)?.length).toBeGreaterThanOrEqual(100);
    expect(text).toContain('<th scope="row" class="font-normal">1:01</th>');
  });

  it('A10: show questions of content as text, and what is unusual about them in words', async () => {
    const { text } = await open(`${base}/modules/m2`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('terbalik: periksa kunci');
    expect(text).toContain('Analisis ditampilkan mulai dari sepuluh jawaban');
  });

  it.each([
    ['table=funnel', 'Langkah,Orang,Persen\r\nTerdaftar,40,100'],
    ['table=stops', 'Modul,Orang\r\nBelum membuka satu modul pun,5'],
    [
      'table=times',
      'Bagian kursus,Orang,Kuartil 1 (detik),Median (detik),Kuartil 3 (detik)\r\nSeluruh kursus,<5,,,',
    ],
    ['table=launches', 'Modul,Peluncuran,Tidak ditutup isinya,Persen'],
    ['table=seconds&module=m1', 'Mulai,Penonton,Memutar ulang\r\n0:00,35,0'],
    ['table=pages&module=m1', 'Halaman,Penonton\r\n1,35\r\n2,<5'],
    ['table=questions&module=m2', 'Soal,ID,Orang,Nilai p,Point-biserial'],
    ['table=responses&module=m2', 'Soal,ID,Jawaban,Kunci,Orang,Persen'],
  ])('give %s as a file', async (query, beginning) => {
    const { answer, text } = await open(`${base}/download?${query}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="sinau-[a-z]+\.csv"$/);
    expect(text.replace('\ufeff', '')).toMatch(new RegExp(`^${beginning.replaceAll(/[()+]/g, '\\$&')}`));
  });

  it('say that there is no such module', async () => {
    expect((await open(`${base}/modules/none`)).answer.status).toBe(404);
    expect((await open(`${base}/download?table=seconds`)).answer.status).toBe(404);
  });
});
