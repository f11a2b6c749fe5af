import type { Texts } from './texts.ts';
import { day, flat, sentence } from './words.ts';

/** Agreements, connections and tools of providers, and the service that seals. */
type ProvidersKinds =
  | 'seal-stands-still'
  | 'seal-goes-on'
  | 'seal-ends'
  | 'agreement-changed'
  | 'connection-troubled'
  | 'tool-troubled'
  | 'tool-waits'
  | 'tool-decided'
  | 'tool-back';

/** Of what is told apart; everything else is looked up on the page. */
const sealReasons: Readonly<Record<string, readonly [id: string, en: string]>> = {
  'signed-out': ['layanan menolak nama pengguna atau kata sandinya', 'the service refuses the account'],
  'not-registered': ['layanan tidak mengenal ID segelnya', 'the service does not know the id of the seal'],
  'not-activated': ['segelnya belum diaktifkan, atau aktivasinya berakhir', 'the seal is not activated'],
  'quota-spent': ['kuota segel habis', 'the quota of seals is spent'],
  'certificate-ended': ['sertifikat segelnya berakhir', 'the certificate of the seal has ended'],
  address: ['alamat layanan tidak dapat dipakai', 'the address of the service cannot be used'],
  'other-seal': ['yang kembali bukan segel yang dipastikan', 'what came back is not the confirmed seal'],
  'no-answer': ['tiga dokumen berturut-turut tanpa jawaban', 'three documents in a row got no answer'],
  refusing: ['tiga dokumen berturut-turut tidak diterima', 'three documents in a row were not taken'],
};

export const providersId: Texts<ProvidersKinds> = {
  'seal-stands-still': ({ agency, because }) => ({
    title: `Segel elektronik berhenti: ${flat(agency)}`,
    body: `Dokumen ${flat(agency)} tidak disegel lagi: ${sealReasons[because]?.[0] ?? 'layanannya bermasalah'}. Dokumen yang menunggu tetap berlaku, dan disegel setelah administrator instansi membetulkannya dan melanjutkan.`,
  }),
  'seal-goes-on': ({ agency }) => ({
    title: `Segel elektronik berjalan lagi: ${flat(agency)}`,
    body: `Administrator ${flat(agency)} sudah melanjutkan segel elektroniknya. Dokumen yang menunggu disegel sekarang; bila layanannya berhenti lagi, Anda diberi tahu.`,
  }),
  'seal-ends': ({ agency, on }) => ({
    title: `Sertifikat segel segera berakhir: ${flat(agency)}`,
    body: `Sertifikat segel elektronik ${flat(agency)} berlaku sampai ${day(on, 'id-ID')}. Perbarui pada penerbitnya, lalu uji dan pastikan segelnya lagi di halaman segel. Tanpa itu dokumen sesudah hari itu tidak disegel.`,
  }),
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
  'connection-troubled': ({ name, trouble, count = 0, toContact }) => {
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
    const text = texts[trouble];
    if (!toContact || trouble === 'over') return text;
    return {
      ...text,
      body: `${text.body} Halaman koneksi dibuka oleh penulis kursus lembaga Anda di Sinau: bila Anda bukan salah satunya, sampaikan pesan ini kepada mereka.`,
    };
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
  'tool-waits': ({ name, provider, because, to }) => {
    if (to === 'author') {
      return {
        title: `Alat menunggu persetujuan: ${flat(name)}`,
        body: `Alat “${flat(name)}” berubah: alamat, kunci, atau yang dimintanya lain dari yang disetujui. Peserta belum dapat membukanya sampai pengelola Sinau menyetujuinya lagi. Bila perubahan itu tidak Anda kenal, hubungi pengelola alat.`,
      };
    }
    const why = {
      new: `${flat(provider)} mendaftarkan alat “${flat(name)}”.`,
      changed: `Alat “${flat(name)}” dari ${flat(provider)} berubah: alamat, kunci, atau yang dimintanya lain dari yang disetujui. Peserta belum dapat membukanya.`,
      again: `${flat(provider)} mengajukan lagi alat “${flat(name)}”.`,
    };
    return {
      title: `Alat menunggu persetujuan: ${flat(name)}`,
      body: `${why[because]} Periksa ke mana peserta dibawa dan apa yang diminta, lalu setujui atau tolak dengan alasan.`,
    };
  },
  'tool-decided': ({ name, outcome, reason }) => {
    const why = reason === undefined ? '' : ` Alasannya: ${sentence(reason)}`;
    const texts = {
      approved: {
        title: `Alat disetujui: ${flat(name)}`,
        body: `Alat “${flat(name)}” disetujui pengelola Sinau. Anda dapat mengujinya dan memakainya dalam kursus.`,
      },
      rejected: {
        title: `Alat ditolak: ${flat(name)}`,
        body: `Alat “${flat(name)}” ditolak pengelola Sinau.${why} Perbaiki keterangannya, lalu ajukan lagi.`,
      },
      'turned-off': {
        title: `Alat dimatikan: ${flat(name)}`,
        body: `Alat “${flat(name)}” dimatikan pengelola Sinau; kursus tidak dapat membukanya.${why} Ajukan lagi bila sebabnya sudah diatasi.`,
      },
    };
    return texts[outcome];
  },
  'tool-back': ({ name }) => ({
    title: `Sudah dapat dibuka lagi: ${flat(name)}`,
    body: `“${flat(name)}” menjawab lagi. Anda dapat melanjutkan belajar di sana; kemajuan Anda tetap tersimpan.`,
  }),
};

export const providersEn: Texts<ProvidersKinds> = {
  'seal-stands-still': ({ agency, because }) => ({
    title: `Electronic seal stands still: ${flat(agency)}`,
    body: `Documents of ${flat(agency)} are sealed no more: ${sealReasons[because]?.[1] ?? 'the service is in trouble'}. What waits counts all the same, and is sealed once an administrator of the agency has mended it and lets it go on.`,
  }),
  'seal-goes-on': ({ agency }) => ({
    title: `Electronic seal goes on: ${flat(agency)}`,
    body: `An administrator of ${flat(agency)} has let its electronic seal go on. Documents that waited are sealed now; you are told if it stops again.`,
  }),
  'seal-ends': ({ agency, on }) => ({
    title: `Certificate of the seal ends soon: ${flat(agency)}`,
    body: `The certificate of the electronic seal of ${flat(agency)} is valid until ${day(on, 'en-GB')}. Have it renewed by its issuer, then try and confirm the seal again on its page. Else no document is sealed after that day.`,
  }),
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
  'connection-troubled': ({ name, trouble, count = 0, toContact }) => {
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
    const text = texts[trouble];
    if (!toContact || trouble === 'over') return text;
    return {
      ...text,
      body: `${text.body} The page of the connection is opened by the authors of your institution at Sinau: if you are not one of them, pass this message on to them.`,
    };
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
  'tool-waits': ({ name, provider, because, to }) => {
    if (to === 'author') {
      return {
        title: `Tool waits for approval: ${flat(name)}`,
        body: `The tool “${flat(name)}” has changed: its addresses, its keys or what it asks for are others than were approved. Learners cannot open it until the operators of Sinau approve it again. If you know nothing of this change, ask those who run the tool.`,
      };
    }
    const why = {
      new: `${flat(provider)} has registered the tool “${flat(name)}”.`,
      changed: `The tool “${flat(name)}” of ${flat(provider)} has changed: its addresses, its keys or what it asks for are others than were approved. Learners cannot open it now.`,
      again: `${flat(provider)} asks again for the tool “${flat(name)}”.`,
    };
    return {
      title: `Tool waits for approval: ${flat(name)}`,
      body: `${why[because]} Look where learners are led and what is asked for, then approve it or reject it with a reason.`,
    };
  },
  'tool-decided': ({ name, outcome, reason }) => {
    const why = reason === undefined ? '' : ` The reason: ${sentence(reason)}`;
    const texts = {
      approved: {
        title: `Tool approved: ${flat(name)}`,
        body: `The operators of Sinau have approved the tool “${flat(name)}”. You can test it and use it in courses.`,
      },
      rejected: {
        title: `Tool rejected: ${flat(name)}`,
        body: `The operators of Sinau have rejected the tool “${flat(name)}”.${why} Put its details right, then ask again.`,
      },
      'turned-off': {
        title: `Tool turned off: ${flat(name)}`,
        body: `The operators of Sinau have turned off the tool “${flat(name)}”; courses cannot open it.${why} Ask again when the cause is gone.`,
      },
    };
    return texts[outcome];
  },
  'tool-back': ({ name }) => ({
    title: `Can be opened again: ${flat(name)}`,
    body: `“${flat(name)}” answers again. You can go on learning there; your progress is kept.`,
  }),
};
