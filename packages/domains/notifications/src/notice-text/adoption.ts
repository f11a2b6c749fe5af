import type { Texts } from './texts.ts';
import { inLanguage } from './words.ts';

/** What invites to learn, without any consequence. */
type AdoptionKinds = 'nudge';

const offId =
  'Ajakan seperti ini datang paling banyak sekali seminggu dan dapat Anda matikan di halaman Akun.';
const offEn = 'Such a word comes once a week at most, and you can switch it off on your account page.';

export const adoptionId: Texts<AdoptionKinds> = {
  nudge({ nudge, courseTitle }) {
    const name = inLanguage(courseTitle ?? {}, 'id');
    switch (nudge) {
      case 'begin':
        return {
          title: `Mulai kapan pun Anda siap: ${name}`,
          body: `Kursus “${name}” sudah terbuka untuk Anda. Bagian pertamanya dapat dicoba dalam beberapa menit. ${offId}`,
        };
      case 'continue':
        return {
          title: `Lanjutkan dari tempat terakhir: ${name}`,
          body: `Kursus “${name}” menunggu tepat di tempat Anda berhenti; tidak ada yang hilang. ${offId}`,
        };
      case 'plan-week':
        return {
          title: 'Pilih waktu belajar yang cocok untuk Anda',
          body: `Pilih hari dan menit belajar dalam seminggu; rencana itu hanya Anda yang melihat dan dapat diubah kapan saja. ${offId}`,
        };
    }
  },
};

export const adoptionEn: Texts<AdoptionKinds> = {
  nudge({ nudge, courseTitle }) {
    const name = inLanguage(courseTitle ?? {}, 'en');
    switch (nudge) {
      case 'begin':
        return {
          title: `Begin whenever you are ready: ${name}`,
          body: `The course “${name}” is open to you. Its first part can be tried in a few minutes. ${offEn}`,
        };
      case 'continue':
        return {
          title: `Go on where you were: ${name}`,
          body: `The course “${name}” waits exactly where you stopped; nothing is lost. ${offEn}`,
        };
      case 'plan-week':
        return {
          title: 'Choose a time to learn that suits you',
          body: `Choose days and minutes of your week; only you see the plan, and you can change it at any time. ${offEn}`,
        };
    }
  },
};
