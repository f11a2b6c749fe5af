import { lettersAndDigits } from '@sinau/kernel';

/** What tells who somebody is, as far as a machine sees it. Names are left to whoever makes the list. */
export const identityMarks = ['identity-nik', 'identity-nip', 'identity-phone', 'identity-email'] as const;
export type IdentityMark = (typeof identityMarks)[number];

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}/u;
/** Digits as people write long numbers: with blanks, points, lines of any length or brackets between them. */
const digitRun = /\+?\p{Nd}(?:[\p{Zs}\p{Pd}./()]{0,2}\p{Nd}){8,}/gu;
/** What nobody sees, and what comes along when text is copied: blanks without width, marks of direction. */
const unseen = /\p{DI}/gu;
/** Days and moments have as many digits as a telephone number. */
const moments =
  /(?<!\d)(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?(?!\d)/g;
/** Sums of money: `Rp12.500.000.000`. */
const rupiah = /Rp\.?\s?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?!\d)/gi;
/** A mean or a share that a spreadsheet has worked out. */
const fraction = /^(?:0|[1-9]\d{0,3})[.,]\d+$/;
/** A number of 16 to 18 digits that a spreadsheet has rounded. */
const rounded = /^\d[.,]?\d*E\+?1([5-7])$/i;

/** The first mark in a cell; undefined for none. */
export function identityIn(cell: string): IdentityMark | undefined {
  const text = cell.normalize('NFKC').replaceAll(unseen, '').trim();
  const power = rounded.exec(text)?.[1];
  if (power !== undefined) return power === '7' ? 'identity-nip' : 'identity-nik';
  if (fraction.test(text)) return undefined;
  if (email.test(text)) return 'identity-email';
  const lengths = [...text.replaceAll(moments, ' ; ').replaceAll(rupiah, ' ; ').matchAll(digitRun)].map(
    ([run]) => [...run.matchAll(/\p{Nd}/gu)].length,
  );
  if (lengths.includes(16)) return 'identity-nik';
  if (lengths.includes(18)) return 'identity-nip';
  return lengths.length > 0 ? 'identity-phone' : undefined;
}

/** Words of a head that speak of a person, wherever they stand in it. */
const personal =
  /pelapor|pengadu|penyampai|reporter|complainant|telepon|telpon|handphone|ponsel|whatsapp|email|surel|alamat|address|(?:tanggal|tgl|tempat)lahir|birth|npwp|paspor|passport|rekening|kartukeluarga|identitas/;
/** Alone, or beside "nomor". */
const personalWords = new Set([
  ...['nik', 'nip', 'ktp', 'kk', 'hp', 'wa', 'telp', 'tlp', 'phone', 'mobile', 'username', 'akun', 'account'],
]);
const nameWords = new Set(['nama', 'name', 'names']);
/** A name of one of these is nobody's. */
const nameable =
  /layanan|service|tema|theme|topik|topic|kanal|channel|saluran|kategori|category|unit|instansi|agency/;

/** Whether a column is about who somebody is, by its head. */
export function isIdentityHead(head: string): boolean {
  const plain = lettersAndDigits(head);
  if (personal.test(plain)) return true;
  const words = head
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (personalWords.has(plain) || words.some((word) => personalWords.has(word))) return true;
  if (/^(?:no|nomor)(?:nik|nip|ktp|kk|hp|wa|telp|tlp)$/.test(plain)) return true;
  return (words.some((word) => nameWords.has(word)) || /^nama/.test(plain)) && !nameable.test(plain);
}
