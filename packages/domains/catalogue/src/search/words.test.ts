import { describe, expect, it } from 'vitest';
import { stemOf } from './stem.ts';
import { synonymsOf } from './synonyms.ts';
import { queryWordsOf, wordsOf } from './words.ts';

describe('stemOf', () => {
  it.each([
    ['pimpin', ['kepemimpinan', 'pemimpin', 'memimpin', 'pimpinan', 'dipimpin']],
    ['layan', ['pelayanan', 'layanan', 'melayani', 'dilayani', 'pelayanannya']],
    ['latih', ['pelatihan', 'latihan', 'melatih', 'pelatih', 'dilatih']],
    ['didik', ['pendidikan', 'mendidik', 'pendidik']],
    ['ajar', ['belajar', 'pelajaran', 'pembelajaran', 'pengajaran', 'mengajar', 'mempelajari']],
    ['lola', ['pengelolaan', 'mengelola', 'kelola', 'dikelola']],
    ['rencana', ['perencanaan', 'merencanakan', 'rencana', 'perencana']],
    ['atur', ['peraturan', 'mengatur', 'pengaturan', 'aturan']],
    ['tulis', ['penulisan', 'menulis', 'tulisan', 'penulis']],
    ['susun', ['penyusunan', 'menyusun', 'susunan']],
    ['bijak', ['kebijakan', 'bijak']],
    ['aman', ['keamanan', 'aman']],
    ['uang', ['keuangan', 'uang']],
    ['pegawai', ['kepegawaian', 'pegawai']],
    ['informasi', ['informasi', 'informasinya']],
    ['policy', ['policy', 'policies']],
    ['course', ['course', 'courses']],
    ['class', ['class', 'classes']],
  ])('finds %s in all words made of it', (stem, forms) => {
    expect(forms.map(stemOf)).toEqual(forms.map(() => stem));
  });

  it.each(['data', 'asn', 'bulan', 'kursus', 'bisnis', 'teknis', 'spbe', '2024', 'kepala', 'iso27001'])(
    'leaves %s comparable with itself and nothing shorter than three letters',
    (word) => expect(stemOf(word).length).toBeGreaterThanOrEqual(3),
  );

  it('never throws, empties or grows a word much, whatever it is made of', () => {
    for (const word of [
      'me',
      'meny',
      'pengan',
      'memper',
      'ies',
      'nyanya',
      'kankan',
      'diper',
      'é',
      '漢字',
      'ß',
    ]) {
      const stem = stemOf(word);
      expect(stem.length).toBeGreaterThan(0);
      expect(stem.length).toBeLessThanOrEqual(word.length + 1);
    }
  });
});

describe('wordsOf', () => {
  it('folds case and accents and leaves out words that tell nothing', () => {
    expect(wordsOf('Étika & Pelayanan Publik untuk ASN (2026)')).toEqual([
      ...['etika', 'pelayanan', 'publik', 'asn', '2026'],
    ]);
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf('x'.repeat(50))).toEqual([]);
  });

  it('searches for stop words when nothing else was typed', () => {
    expect(queryWordsOf('yang untuk')).toEqual(['yang', 'untuk']);
    expect(queryWordsOf('the data')).toEqual(['data']);
    expect(queryWordsOf('…')).toEqual([]);
  });
});

it('knows synonyms in both directions and across languages', () => {
  expect(synonymsOf(stemOf('asn'))).toContain('pns');
  expect(synonymsOf(stemOf('pns'))).toContain('asn');
  expect(synonymsOf(stemOf('kepemimpinan'))).toContain(stemOf('leadership'));
  expect(synonymsOf('kucing')).toEqual([]);
});
