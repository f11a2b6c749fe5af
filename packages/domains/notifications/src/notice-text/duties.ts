import { formatJp, type Jp, type Locale } from '@sinau/kernel';
import type { NoticeContent } from '../notice.ts';
import { teamParagraphs } from './team-news.ts';
import type { Texts } from './texts.ts';
import { day, flat, inLanguage, sentence } from './words.ts';

/** Courses that have to be taken by a day, and the letter of the week. */
type DutiesKinds =
  | 'obligation-course-closed'
  | 'duty-reminder'
  | 'duty-changed'
  | 'team-duties'
  | 'weekly-digest';

/** What is required, in the middle of a sentence. */
const requiredId = {
  ...{ courses: 'kursus wajib', paths: 'jalur belajar wajib', both: 'kursus dan jalur belajar wajib' },
};
const requiredEn: typeof requiredId = {
  courses: 'required courses',
  ...{ paths: 'required learning paths', both: 'required courses and learning paths' },
};
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const dutiesId: Texts<DutiesKinds> = {
  'obligation-course-closed': ({ obligation }) => ({
    title: `Ditutup: ${obligation}`,
    body: `Salah satu kursus, atau jalur belajar, dari kewajiban “${obligation}” tidak menerima peserta lagi. Dalam program berurutan, kursus berikutnya dibuka bagi yang belum mendapatnya. Yang sudah selesai tetap selesai, dan yang sudah di dalamnya dapat menyelesaikannya. Pada halaman kewajiban Anda dapat menggantinya, atau melewati satu kursus, bagi semua orang sekaligus.`,
  }),
  'duty-reminder': (params) => {
    const { courseTitle, obligation, step, dueOn, required } = params;
    const [course, until] = [inLanguage(courseTitle, 'id'), day(dueOn, 'id-ID')];
    if (params.others) {
      const { count, list } = gathered(params, 'id');
      return step === 'overdue'
        ? {
            title: `Terlambat: ${count} ${requiredId[required ?? 'courses']}`,
            body: `Seharusnya sudah selesai: ${list}. Selesaikan sekarang; yang terlambat tetap dihitung selesai.`,
          }
        : {
            title: `${step === '1' ? 'Besok' : `${step} hari lagi`}: ${count} ${requiredId[required ?? 'courses']}`,
            body: `Harus selesai paling lambat pada hari yang disebut: ${list}.`,
          };
    }
    return step === 'overdue'
      ? {
          title: `Terlambat: ${course}`,
          body: `“${course}” (${flat(obligation)}) seharusnya selesai ${until}. Selesaikan sekarang; yang terlambat tetap dihitung selesai.`,
        }
      : {
          title: `${step === '1' ? 'Besok' : `${step} hari lagi`}: ${course}`,
          body: `“${course}” (${flat(obligation)}) harus selesai paling lambat ${until}.`,
        };
  },
  'duty-changed': ({ obligation, what, reason, until, dueOn, courseTitle, otherTitle }) => {
    const [name, because] = [flat(obligation), reason === undefined ? '' : ` Alasan: ${sentence(reason)}`];
    const [course, other] = [courseTitle, otherTitle].map((one) => (one ? inLanguage(one, 'id') : '–'));
    switch (what) {
      case 'course-skipped':
        return {
          title: `Tidak diwajibkan lagi: ${course}`,
          body: `Instansi Anda tidak lagi mewajibkan “${course}” dalam “${name}”.${because} Yang sudah dimulai boleh diteruskan.`,
        };
      case 'course-replaced':
        return {
          title: `Diganti: ${course}`,
          body: `Dalam “${name}”, instansi Anda mengganti “${course}” dengan “${other}”.${because} Batasnya tertulis di halaman kewajiban Anda.`,
        };
      case 'course-back':
        return {
          title: `Diwajibkan lagi: ${course}`,
          body: `Instansi Anda mewajibkan lagi “${course}” dalam “${name}”. Batasnya tertulis di halaman kewajiban Anda.`,
        };
      case 'exempted':
        return {
          title: `Dikecualikan: ${name}`,
          body: `Instansi Anda mengecualikan Anda dari kewajiban “${name}”${until === undefined ? '' : ` sampai ${day(until, 'id-ID')}`}.${because} Yang sudah dimulai boleh diteruskan.`,
        };
      case 'day':
        return {
          title: `Batas baru: ${name}`,
          body: `Batas kewajiban “${name}” bagi Anda sekarang ${dueOn === undefined ? 'berubah' : day(dueOn, 'id-ID')}.${because} Pengingat mengikuti batas ini.`,
        };
      default:
        return {
          title: `Berlaku lagi: ${name}`,
          body: `${what === 'exemption-over' ? 'Masa pengecualian' : 'Pengecualian'} Anda dari kewajiban “${name}” ${what === 'exemption-over' ? 'sudah berakhir' : 'dicabut'}. Kewajiban itu berlaku lagi bagi Anda; batasnya tertulis di halaman kewajiban Anda.`,
        };
    }
  },
  'team-duties': ({ step, people }) =>
    step === 'overdue'
      ? {
          title: `Tim Anda: ${people} orang terlambat`,
          body: `${people} orang di tim Anda melewati batas kewajiban belajarnya. Halaman tim menunjukkan siapa dan apa.`,
        }
      : {
          title: `Tim Anda: batas ${step} hari lagi bagi ${people} orang`,
          body: `${people} orang di tim Anda belum menyelesaikan kewajiban belajar yang batasnya ${step} hari lagi. Halaman tim menunjukkan siapa dan apa.`,
        },
  'weekly-digest': (digest) => ({
    title: 'Pekan ini: yang masih terbuka',
    body: digestBody(digest, {
      locale: 'id',
      duties: (required) => `${capital(requiredId[required])}:`,
      unfinished: 'Yang sedang Anda ikuti:',
      until: (date, isOverdue) => (isOverdue ? `terlambat sejak ${date}` : `paling lambat ${date}`),
      more: (count) => `dan ${count} lagi`,
      jp: (year, recognised, minimum) =>
        `JP ${year} yang diakui: ${recognised}${minimum === undefined ? '' : ` dari ${minimum}`}.`,
      stop: 'Ringkasan ini dapat dimatikan, dan jam tenang diatur, di halaman Akun saya.',
    }),
  }),
};

export const dutiesEn: Texts<DutiesKinds> = {
  'obligation-course-closed': ({ obligation }) => ({
    title: `Course closed: ${obligation}`,
    body: `A course of the obligation “${obligation}” takes nobody any more. In a programme in order the next course opens to those who have not got it. Whoever has finished has finished. On the page of the obligation you can leave the course out or put another in its place, for everybody at once.`,
  }),
  'duty-reminder': (params) => {
    const { courseTitle, obligation, step, dueOn, required } = params;
    const [course, until] = [inLanguage(courseTitle, 'en'), day(dueOn, 'en-GB')];
    if (params.others) {
      const { count, list } = gathered(params, 'en');
      return step === 'overdue'
        ? {
            title: `Overdue: ${count} ${requiredEn[required ?? 'courses']}`,
            body: `These were due: ${list}. Finish them now; what is late counts as finished all the same.`,
          }
        : {
            title: `${step === '1' ? 'Tomorrow' : `In ${step} days`}: ${count} ${requiredEn[required ?? 'courses']}`,
            body: `To be finished by the day that is named: ${list}.`,
          };
    }
    return step === 'overdue'
      ? {
          title: `Overdue: ${course}`,
          body: `“${course}” (${flat(obligation)}) was due on ${until}. Finish it now; what is late counts as finished all the same.`,
        }
      : {
          title: `${step === '1' ? 'Tomorrow' : `In ${step} days`}: ${course}`,
          body: `“${course}” (${flat(obligation)}) has to be finished by ${until}.`,
        };
  },
  'duty-changed': ({ obligation, what, reason, until, dueOn, courseTitle, otherTitle }) => {
    const [name, because] = [flat(obligation), reason === undefined ? '' : ` Reason: ${sentence(reason)}`];
    const [course, other] = [courseTitle, otherTitle].map((one) => (one ? inLanguage(one, 'en') : '–'));
    switch (what) {
      case 'course-skipped':
        return {
          title: `No longer required: ${course}`,
          body: `Your agency no longer requires “${course}” in “${name}”.${because} You may go on with what you have begun.`,
        };
      case 'course-replaced':
        return {
          title: `Replaced: ${course}`,
          body: `In “${name}” your agency has put “${other}” in the place of “${course}”.${because} The due date is on the page of your obligations.`,
        };
      case 'course-back':
        return {
          title: `Required again: ${course}`,
          body: `Your agency requires “${course}” in “${name}” again. The due date is on the page of your obligations.`,
        };
      case 'exempted':
        return {
          title: `Excepted: ${name}`,
          body: `Your agency has excepted you from “${name}”${until === undefined ? '' : ` until ${day(until, 'en-GB')}`}.${because} You may go on with what you have begun.`,
        };
      case 'day':
        return {
          title: `New due date: ${name}`,
          body: `Your due date for “${name}” is now ${dueOn === undefined ? 'another one' : day(dueOn, 'en-GB')}.${because} Reminders follow it.`,
        };
      default:
        return {
          title: `In force again: ${name}`,
          body: `Your exception from “${name}” ${what === 'exemption-over' ? 'is over' : 'was taken back'}. It is required of you again; the due date is on the page of your obligations.`,
        };
    }
  },
  'team-duties': ({ step, people }) =>
    step === 'overdue'
      ? {
          title: `Your team: ${people} ${people === 1 ? 'person is' : 'people are'} late`,
          body: `${people} of your team ${people === 1 ? 'is' : 'are'} past the day of something that is required of them. The page of your team shows who, and which.`,
        }
      : {
          title: `Your team: due in ${step} ${step === '1' ? 'day' : 'days'} for ${people}`,
          body: `${people} of your team ${people === 1 ? 'has' : 'have'} not finished something required that is due in ${step} ${step === '1' ? 'day' : 'days'}. The page of your team shows who, and which.`,
        },
  'weekly-digest': (digest) => ({
    title: 'This week: what is still open',
    body: digestBody(digest, {
      locale: 'en',
      duties: (required) => `${capital(requiredEn[required])}:`,
      unfinished: 'What you are taking:',
      until: (date, isOverdue) => (isOverdue ? `overdue since ${date}` : `by ${date}`),
      more: (count) => `and ${count} more`,
      jp: (year, recognised, minimum) =>
        `JP recognised in ${year}: ${recognised}${minimum === undefined ? '' : ` of ${minimum}`}.`,
      stop: 'You can turn this summary off, and set quiet hours, on the page My account.',
    }),
  }),
};

interface DigestWords {
  readonly locale: Locale;
  readonly duties: (required: keyof typeof requiredId) => string;
  readonly unfinished: string;
  readonly until: (date: string, isOverdue: boolean) => string;
  readonly more: (count: number) => string;
  readonly jp: (year: number, recognised: string, minimum: string | undefined) => string;
  readonly stop: string;
}

type Digest = Extract<NoticeContent, { kind: 'weekly-digest' }>['params'];

/** A letter of several lines; every name in it is one. */
function digestBody({ duties, required, unfinished, more, jp, team }: Digest, words: DigestWords): string {
  const { locale } = words;
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const hours = (amount: number) => formatJp(amount as Jp, locale);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[title, ...lines.map((line) => `- ${line}`)].join('\n')];
  const due = duties.map(
    ({ courseTitle, dueOn, isOverdue }) =>
      `${inLanguage(courseTitle, locale)}: ${words.until(day(dueOn, tag), isOverdue)}`,
  );
  const begun = unfinished.map(({ courseTitle }) => inLanguage(courseTitle, locale));
  return [
    ...list(words.duties(required ?? 'courses'), due),
    ...list(words.unfinished, begun),
    ...(more > 0 ? [words.more(more)] : []),
    words.jp(jp.year, hours(jp.recognised), jp.minimum === undefined ? undefined : hours(jp.minimum)),
    ...teamParagraphs(team, locale),
    words.stop,
  ].join('\n\n');
}

/** Several courses that are due, in one sentence. */
function gathered(
  { courseTitle, dueOn, others = [], more = 0 }: Extract<NoticeContent, { kind: 'duty-reminder' }>['params'],
  locale: Locale,
): { readonly count: number; readonly list: string } {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const named = [{ courseTitle, dueOn }, ...others];
  const list = named.map((one) => `“${inLanguage(one.courseTitle, locale)}” (${day(one.dueOn, tag)})`);
  const rest = more > 0 ? [locale === 'id' ? `dan ${more} lagi` : `and ${more} more`] : [];
  return { count: named.length + more, list: [...list, ...rest].join(', ') };
}
