import type { Locale } from '@sinau/kernel';
import type { NoticeContent } from '../notice.ts';
import type { Texts } from './texts.ts';
import { day, flat, inLanguage, moment, sentence } from './words.ts';

/** Cohorts of learning paths and courses. */
type CohortKinds = 'cohort-seat' | 'cohort-requested' | 'cohort-changed' | 'cohort-steps' | 'cohort-team';

export const cohortsId: Texts<CohortKinds> = {
  'cohort-seat': ({ title, state, until, reason }) => {
    const name = flat(title);
    const why = ` Alasannya: ${sentence(reason ?? '–')}`;
    switch (state) {
      case 'offered':
        return {
          title: `Ada tempat untuk Anda: ${name}`,
          body: `Satu tempat di angkatan “${name}” disimpan untuk Anda. Konfirmasi sebelum ${until === undefined ? 'angkatan dimulai' : moment(until, 'id-ID')}; setelah itu tempat diberikan kepada yang berikutnya.`,
        };
      case 'confirmed':
        return {
          title: `Disetujui: ${name}`,
          body: `Permintaan Anda disetujui. Anda peserta angkatan “${name}”.`,
        };
      case 'waiting':
        return {
          title: `Disetujui, dalam antrean: ${name}`,
          body: `Permintaan Anda disetujui, tetapi angkatan “${name}” sudah penuh. Anda diberi tahu begitu ada tempat.`,
        };
      case 'nominated':
        return {
          title: `Anda dinominasikan: ${name}`,
          body: `Anda menjadi peserta angkatan “${name}”. Lihat tanggal dan langkah-langkahnya.`,
        };
      case 'nominated-waiting':
        return {
          title: `Anda dinominasikan, dalam antrean: ${name}`,
          body: `Anda dinominasikan untuk angkatan “${name}”, yang sudah penuh. Anda diberi tahu begitu ada tempat.`,
        };
      case 'declined':
        return {
          title: `Tidak disetujui: ${name}`,
          body: `Permintaan Anda untuk angkatan “${name}” tidak disetujui.${why}`,
        };
      case 'lapsed':
        return {
          title: `Tempat tidak lagi disimpan: ${name}`,
          body: `Tempat di angkatan “${name}” tidak Anda konfirmasi pada waktunya dan diberikan kepada yang berikutnya.`,
        };
      case 'removed':
        return {
          title: `Anda dikeluarkan dari angkatan: ${name}`,
          body: `Instansi Anda menarik tempat Anda di angkatan “${name}”.${why}`,
        };
    }
  },
  'cohort-requested': ({ title, learner }) => ({
    title: `Permintaan ikut angkatan: ${flat(title)}`,
    body: `${flat(learner)} ingin ikut angkatan “${flat(title)}” dan menunggu keputusan Anda.`,
  }),
  'cohort-changed': ({ title, change, reason }) => {
    const name = flat(title);
    switch (change) {
      case 'moved':
        return {
          title: `Tanggal berubah: ${name}`,
          body: `Tanggal angkatan “${name}” berubah. Lihat batas waktu tiap langkah yang baru.`,
        };
      case 'closed':
        return {
          title: `Angkatan ditutup: ${name}`,
          body: `Angkatan “${name}” sudah ditutup. Yang belum selesai tetap dapat Anda lanjutkan sendiri.`,
        };
      case 'cancelled':
        return {
          title: `Angkatan dibatalkan: ${name}`,
          body: `Angkatan “${name}” dibatalkan. Alasannya: ${sentence(reason ?? '–')}`,
        };
    }
  },
  'cohort-steps': ({ title, steps, more }) => {
    const name = flat(title);
    const lines = stepLines(steps, 'id', {
      until: (left, date) => `${left === '1' ? 'besok' : `${left} hari lagi`}, ${date}`,
      over: (date) => `terlambat sejak ${date}`,
    });
    const isLate = steps.every(({ reminder }) => reminder === 'overdue');
    return {
      title: `${isLate ? 'Terlambat' : 'Batas waktu langkah'}: ${name}`,
      body: `Di angkatan “${name}” masih ada yang belum selesai: ${[...lines, ...(more > 0 ? [`dan ${more} lagi`] : [])].join('; ')}. ${isLate ? 'Selesaikan sekarang; yang terlambat tetap dihitung selesai.' : 'Lanjutkan dari halaman angkatan.'}`,
    };
  },
  'cohort-team': ({ late, soon, lines, more }) => {
    const people = lines.map(
      (one) => `${flat(one.learner)} (terlambat ${one.late}, segera jatuh tempo ${one.soon})`,
    );
    return {
      title:
        late > 0
          ? `Angkatan pekan ini: ${late} orang di tim Anda terlambat`
          : `Angkatan pekan ini: batas waktu bagi ${soon} orang di tim Anda`,
      body: `${late} orang di tim Anda terlambat dengan langkah angkatan, dan bagi ${soon} orang ada langkah yang jatuh tempo dalam tujuh hari: ${[...people, ...(more > 0 ? [`dan ${more} orang lagi`] : [])].join('; ')}. Halaman angkatan tim menunjukkan langkahnya.`,
    };
  },
};

export const cohortsEn: Texts<CohortKinds> = {
  'cohort-seat': ({ title, state, until, reason }) => {
    const name = flat(title);
    const why = ` The reason: ${sentence(reason ?? '–')}`;
    switch (state) {
      case 'offered':
        return {
          title: `A place for you: ${name}`,
          body: `A place in the cohort “${name}” is kept for you. Confirm it before ${until === undefined ? 'the cohort begins' : moment(until, 'en-GB')}; after that it goes to the next in the queue.`,
        };
      case 'confirmed':
        return {
          title: `Approved: ${name}`,
          body: `Your request is approved. You are in the cohort “${name}”.`,
        };
      case 'waiting':
        return {
          title: `Approved, in the queue: ${name}`,
          body: `Your request is approved, but the cohort “${name}” is full. You are told as soon as there is a place.`,
        };
      case 'nominated':
        return {
          title: `You were nominated: ${name}`,
          body: `You are in the cohort “${name}”. Look at its days and its steps.`,
        };
      case 'nominated-waiting':
        return {
          title: `You were nominated, in the queue: ${name}`,
          body: `You were nominated for the cohort “${name}”, which is full. You are told as soon as there is a place.`,
        };
      case 'declined':
        return {
          title: `Not approved: ${name}`,
          body: `Your request for the cohort “${name}” is not approved.${why}`,
        };
      case 'lapsed':
        return {
          title: `The place is no longer kept: ${name}`,
          body: `You have not confirmed the place in the cohort “${name}” in time, and it went to the next in the queue.`,
        };
      case 'removed':
        return {
          title: `You were taken out of a cohort: ${name}`,
          body: `Your agency has taken your place in the cohort “${name}” back.${why}`,
        };
    }
  },
  'cohort-requested': ({ title, learner }) => ({
    title: `Request for a cohort: ${flat(title)}`,
    body: `${flat(learner)} wants to join the cohort “${flat(title)}” and waits for your word.`,
  }),
  'cohort-changed': ({ title, change, reason }) => {
    const name = flat(title);
    switch (change) {
      case 'moved':
        return {
          title: `New days: ${name}`,
          body: `The days of the cohort “${name}” have changed. Look at when each step is due now.`,
        };
      case 'closed':
        return {
          title: `Cohort closed: ${name}`,
          body: `The cohort “${name}” is closed. What you have not finished you can go on with by yourself.`,
        };
      case 'cancelled':
        return {
          title: `Cohort cancelled: ${name}`,
          body: `The cohort “${name}” was cancelled. The reason: ${sentence(reason ?? '–')}`,
        };
    }
  },
  'cohort-steps': ({ title, steps, more }) => {
    const name = flat(title);
    const lines = stepLines(steps, 'en', {
      until: (left, date) => `${left === '1' ? 'tomorrow' : `in ${left} days`}, ${date}`,
      over: (date) => `late since ${date}`,
    });
    const isLate = steps.every(({ reminder }) => reminder === 'overdue');
    return {
      title: `${isLate ? 'Late' : 'Days of steps'}: ${name}`,
      body: `In the cohort “${name}” this is still to be finished: ${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}. ${isLate ? 'Finish it now; what is late counts all the same.' : 'Go on from the page of the cohort.'}`,
    };
  },
  'cohort-team': ({ late, soon, lines, more }) => {
    const people = lines.map((one) => `${flat(one.learner)} (late ${one.late}, due soon ${one.soon})`);
    return {
      title:
        late > 0
          ? `Cohorts this week: ${late} of your team are late`
          : `Cohorts this week: steps are due for ${soon} of your team`,
      body: `${late} of your team are late with a step of a cohort, and for ${soon} a step is due within seven days: ${[...people, ...(more > 0 ? [`and ${more} more people`] : [])].join('; ')}. The page of your team's cohorts shows the steps.`,
    };
  },
};

type Step = Extract<NoticeContent, { kind: 'cohort-steps' }>['params']['steps'][number];

/** Each step with its day, in one line. */
function stepLines(
  steps: readonly Step[],
  locale: Locale,
  words: {
    readonly until: (left: string, date: string) => string;
    readonly over: (date: string) => string;
  },
): readonly string[] {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  return steps.map(({ title, on, reminder }) => {
    const date = day(on, tag);
    const when = reminder === 'overdue' ? words.over(date) : words.until(reminder, date);
    return `“${inLanguage(title, locale)}” (${when})`;
  });
}
