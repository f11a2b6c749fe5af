/** A file that was handed over before, as SIASN names it. */
export interface DocumentPath {
  readonly dok_id: string;
  readonly dok_nama: string;
  readonly dok_uri: string;
  readonly object: string;
  readonly slug: string;
}

interface Common {
  readonly title: string;
  readonly organiser: string;
  /** ISO dates, first and last day. */
  readonly from: string;
  readonly to: string;
  /** Whole JP: SIASN knows no halves. */
  readonly hours: number;
  /** Of the certificate; without one a record is known again by title and days. */
  readonly number?: string;
  readonly path: readonly DocumentPath[];
}

/** Everything but leadership training. */
export interface CourseTraining extends Common {
  readonly kind: 'course';
  /** `jenisDiklatId`, 2 to 25. */
  readonly courseKindId: number;
  /** `jenisKursus`: 32 hexadecimal digits of BKN's list. */
  readonly subjectId: string;
}

export interface LeadershipTraining extends Common {
  readonly kind: 'leadership';
  /** `latihanStrukturalId`. */
  readonly levelId: number;
}

/** One training of one person, as SIASN keeps it. */
export type Training = CourseTraining | LeadershipTraining;

/** One that SIASN keeps: what was read. Older records lack much of it. */
export interface StoredTraining {
  readonly id: string;
  readonly kind: Training['kind'];
  readonly title: string;
  readonly organiser?: string;
  readonly from?: string;
  readonly to?: string;
  readonly hours?: number;
  readonly number?: string;
  readonly courseKindId?: number;
  readonly subjectId?: string;
  readonly letter?: string;
  readonly levelId?: number;
  readonly path: readonly DocumentPath[];
}

export interface Whose {
  /** `pnsOrangId`. */
  readonly personId: string;
  /** `instansiId`. */
  readonly agencyId: string;
  /** Given when a record is replaced. */
  readonly recordId?: string;
}

/** JP are hundredths here and whole there: the part of an hour is left out, so that nobody is given more than counts. */
export const wholeHours = (jpHundredths: number): number => Math.floor(jpHundredths / 100);

const folded = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The record of this training among those of its person: by number, and by title and days where it has none. */
export function findSame(training: Training, stored: readonly StoredTraining[]): StoredTraining | undefined {
  const { number, from, to } = training;
  if (number !== undefined) return stored.find((one) => folded(one.number ?? '') === folded(number));
  return stored.find(
    (one) => one.number === undefined && isNamedSo(training, one) && one.from === from && one.to === to,
  );
}

/** Of leadership training the level is the name. */
const isNamedSo = (training: Training, one: StoredTraining): boolean =>
  training.kind === 'leadership'
    ? one.levelId === training.levelId
    : folded(one.title) === folded(training.title);
