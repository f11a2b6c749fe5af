import type { Texts } from './texts.ts';
import { flat } from './words.ts';

/** Agreements, connections and tools of providers. */
type ProvidersKinds = 'agreement-changed' | 'connection-troubled' | 'tool-troubled' | 'tool-back';

export const providersId: Texts<ProvidersKinds> = {
  'agreement-changed': ({ provider, title, change }) => {
    const name = `“${flat(title)}”`;
    switch (change) {
      case 'activated':
        return {
          title: `Perjanjian data berlaku: ${flat(provider)}`,
          body: `Perjanjian data ${name} dengan ${flat(provider)} diaktifkan. Halamannya menyebutkan data apa yang dibagikan, milik siapa, dan sejak kapan.`,
        };
      case 'ended':
        return {
          title: `Perjanjian data berakhir: ${flat(provider)}`,
          body: `Perjanjian data ${name} dengan ${flat(provider)} diakhiri. Sejak sekarang hanya nama samaran yang dibagikan.`,
        };
      case 'revoked':
        return {
          title: `Perjanjian data dicabut: ${flat(provider)}`,
          body: `Perjanjian data ${name} dengan ${flat(provider)} dicabut seketika oleh pengelola Sinau. Sejak sekarang hanya nama samaran yang dibagikan.`,
        };
    }
  },
  'connection-troubled': ({ name, trouble, count = 0 }) => {
    const texts = {
      down: {
        title: `Koneksi terputus: ${flat(name)}`,
        body: `Koneksi “${flat(name)}” sudah satu jam tidak dapat dihubungi. Pekerjaan menunggu dan berjalan lagi sendiri bila pulih. Periksa servernya.`,
      },
      secret: {
        title: `Token ditolak: ${flat(name)}`,
        body: `Penyelenggara menolak token koneksi “${flat(name)}”. Buat token baru di sana, lalu ganti di halaman koneksi.`,
      },
      rights: {
        title: `Hak berkurang: ${flat(name)}`,
        body: `Akun koneksi “${flat(name)}” tidak lagi boleh melakukan semua yang diperlukan. Uji koneksi di halamannya: fungsi dan hak yang hilang disebut di sana. Mintalah pengelola sistem itu membukanya kembali.`,
      },
      letters: {
        title: `Pekerjaan gagal menumpuk: ${flat(name)}`,
        body: `Sedikitnya 20 pekerjaan koneksi “${flat(name)}” gagal dan menunggu. Perbaiki sebabnya, lalu kerjakan ulang di halaman koneksi.`,
      },
      mismatches: {
        title: `Perbedaan belum ditangani: ${flat(name)}`,
        body: `${count} perbedaan antara Sinau dan koneksi “${flat(name)}” sudah lebih dari tiga hari belum ditangani. Buka Rekonsiliasi pada halaman koneksi, lalu perbaiki atau abaikan dengan alasan.`,
      },
      over: {
        title: `Koneksi pulih: ${flat(name)}`,
        body: `Koneksi “${flat(name)}” berfungsi kembali.`,
      },
    };
    return texts[trouble];
  },
  'tool-troubled': ({ name, trouble }) =>
    trouble === 'down'
      ? {
          title: `Alat tidak menjawab: ${flat(name)}`,
          body: `Alamat masuk alat “${flat(name)}” sudah lebih dari sepuluh menit tidak menjawab. Peserta melihat penjelasan sebelum membukanya. Periksa servernya; Sinau mencoba lagi sendiri.`,
        }
      : {
          title: `Alat menjawab lagi: ${flat(name)}`,
          body: `Alat “${flat(name)}” menjawab lagi. Peserta yang menunggu sudah diberi tahu.`,
        },
  'tool-back': ({ name }) => ({
    title: `Sudah dapat dibuka lagi: ${flat(name)}`,
    body: `“${flat(name)}” menjawab lagi. Anda dapat melanjutkan belajar di sana; kemajuan Anda tetap tersimpan.`,
  }),
};

export const providersEn: Texts<ProvidersKinds> = {
  'agreement-changed': ({ provider, title, change }) => {
    const name = `“${flat(title)}”`;
    switch (change) {
      case 'activated':
        return {
          title: `Data agreement active: ${flat(provider)}`,
          body: `The data agreement ${name} with ${flat(provider)} was activated. Its page says which data are shared, whose, and since when.`,
        };
      case 'ended':
        return {
          title: `Data agreement ended: ${flat(provider)}`,
          body: `The data agreement ${name} with ${flat(provider)} was ended. From now on only pseudonyms are shared.`,
        };
      case 'revoked':
        return {
          title: `Data agreement revoked: ${flat(provider)}`,
          body: `The data agreement ${name} with ${flat(provider)} was revoked at once by the operators of Sinau. From now on only pseudonyms are shared.`,
        };
    }
  },
  'connection-troubled': ({ name, trouble, count = 0 }) => {
    const texts = {
      down: {
        title: `Connection down: ${flat(name)}`,
        body: `The connection “${flat(name)}” could not be reached for an hour. Work waits and goes on by itself when it is back. Check the server.`,
      },
      secret: {
        title: `Token refused: ${flat(name)}`,
        body: `The provider refuses the token of the connection “${flat(name)}”. Make a new one there, then change it at the page of the connection.`,
      },
      rights: {
        title: `Rights are missing: ${flat(name)}`,
        body: `The account of the connection “${flat(name)}” may not do all that is needed any more. Test the connection at its page: the functions and rights that are missing are named there. Ask those who run that system to open them again.`,
      },
      letters: {
        title: `Failed work piles up: ${flat(name)}`,
        body: `At least 20 pieces of work of the connection “${flat(name)}” failed and wait. Mend the cause, then do them again at the page of the connection.`,
      },
      mismatches: {
        title: `Differences wait: ${flat(name)}`,
        body: `${count} differences between Sinau and the connection “${flat(name)}” have waited for more than three days. Open Reconciliation at the page of the connection, then put them right or ignore them with a reason.`,
      },
      over: {
        title: `Connection works again: ${flat(name)}`,
        body: `The connection “${flat(name)}” works again.`,
      },
    };
    return texts[trouble];
  },
  'tool-troubled': ({ name, trouble }) =>
    trouble === 'down'
      ? {
          title: `Tool does not answer: ${flat(name)}`,
          body: `The login address of the tool “${flat(name)}” has not answered for more than ten minutes. Learners see why before they open it. Check its server; Sinau tries again by itself.`,
        }
      : {
          title: `Tool answers again: ${flat(name)}`,
          body: `The tool “${flat(name)}” answers again. Learners who waited have been told.`,
        },
  'tool-back': ({ name }) => ({
    title: `Can be opened again: ${flat(name)}`,
    body: `“${flat(name)}” answers again. You can go on learning there; your progress is kept.`,
  }),
};
