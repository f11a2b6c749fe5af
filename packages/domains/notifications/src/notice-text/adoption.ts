import type { Texts } from './texts.ts';
import { flat, inLanguage } from './words.ts';

/** What invites to learn, without any consequence; and who helps others to. */
type AdoptionKinds = 'nudge' | 'champion-moved' | 'champion-answered';

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
  'champion-moved'({ moved, unit }) {
    const name = flat(unit);
    switch (moved) {
      case 'asked':
        return {
          title: 'Anda diminta menjadi agen perubahan',
          body: `Instansi Anda meminta Anda membantu rekan di ${name} belajar daring. Nama Anda baru tampil setelah Anda bersedia, dan Anda dapat berhenti kapan saja.`,
        };
      case 'unasked':
        return {
          title: 'Permintaan menjadi agen perubahan ditarik',
          body: 'Instansi Anda menarik permintaannya; Anda tidak perlu menjawab.',
        };
      case 'taken-back':
        return {
          title: 'Peran agen perubahan Anda berakhir',
          body: `Instansi Anda mengakhiri peran Anda membantu rekan di ${name}. Terima kasih atas kesediaan Anda.`,
        };
      case 'moved':
        return {
          title: 'Peran agen perubahan Anda berakhir',
          body: `Anda tidak bekerja di ${name} lagi, jadi nama Anda tidak tampil di sana. Terima kasih telah membantu.`,
        };
    }
  },
  'champion-answered'({ answer, name }) {
    const who = flat(name);
    switch (answer) {
      case 'accepted':
        return {
          title: `${who} bersedia menjadi agen perubahan`,
          body: `Rekan di unitnya kini melihat nama ${who} dan dapat meminta didampingi.`,
        };
      case 'declined':
        return {
          title: `${who} belum dapat menjadi agen perubahan`,
          body: `${who} menjawab tidak sekarang. Anda dapat meminta orang lain.`,
        };
      case 'stopped':
        return {
          title: `${who} tidak lagi menjadi agen perubahan`,
          body: 'Namanya tidak tampil lagi. Anda dapat meminta orang lain.',
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
  'champion-moved'({ moved, unit }) {
    const name = flat(unit);
    switch (moved) {
      case 'asked':
        return {
          title: 'You are asked to be a learning champion',
          body: `Your agency asks you to help colleagues of ${name} learn online. Your name appears only after you agree, and you can stop at any time.`,
        };
      case 'unasked':
        return {
          title: 'You are no longer asked to be a learning champion',
          body: 'Your agency has taken its question back; you do not need to answer.',
        };
      case 'taken-back':
        return {
          title: 'Your role as a learning champion has ended',
          body: `Your agency has ended your role of helping colleagues of ${name}. Thank you for having agreed.`,
        };
      case 'moved':
        return {
          title: 'Your role as a learning champion has ended',
          body: `You do not work in ${name} any more, so your name does not appear there. Thank you for having helped.`,
        };
    }
  },
  'champion-answered'({ answer, name }) {
    const who = flat(name);
    switch (answer) {
      case 'accepted':
        return {
          title: `${who} agreed to be a learning champion`,
          body: `Colleagues of the unit now see the name of ${who} and can ask for help.`,
        };
      case 'declined':
        return {
          title: `${who} cannot be a learning champion for now`,
          body: `${who} answered: not now. You can ask somebody else.`,
        };
      case 'stopped':
        return {
          title: `${who} is a learning champion no more`,
          body: 'The name does not appear any more. You can ask somebody else.',
        };
    }
  },
};
