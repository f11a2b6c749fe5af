import type { Texts } from './texts.ts';
import { day, flat, moment, sentence } from './words.ts';

/** What agencies and their people hear of accounts, files, and personal data. */
type AgencyKinds =
  | 'person-invited'
  | 'accounts-changed'
  | 'account-opened'
  | 'export-finished'
  | 'report-finished'
  | 'incident-due'
  | 'privacy-request'
  | 'sharing-decided'
  | 'push-disabled'
  | 'annual-plan'
  | 'commitments-overdue';

type PlanTo = 'proposed' | 'agreed' | 'set' | 'returned' | 'undone';
const planTitlesId: Readonly<Record<PlanTo, (year: number) => string>> = {
  proposed: (year) => `Menunggu persetujuan Anda: rencana tahunan ${year}`,
  agreed: (year) => `Menunggu penetapan Anda: rencana tahunan ${year}`,
  set: (year) => `Rencana tahunan ${year} ditetapkan`,
  returned: (year) => `Rencana tahunan ${year} dikembalikan ke draf`,
  undone: (year) => `Langkah terakhir rencana tahunan ${year} dibatalkan`,
};
const planBodiesId: Readonly<Record<PlanTo, string>> = {
  proposed: 'Sebagai Pejabat yang Berwenang Anda dapat menyetujuinya, atau mengembalikannya dengan alasan.',
  agreed:
    'Sebagai Pejabat Pembina Kepegawaian Anda dapat menetapkannya, atau mengembalikannya dengan alasan.',
  set: 'Rencana ini sekarang berlaku.',
  returned: 'Alasannya ada di halaman rencana. Ubah rinciannya, lalu usulkan sekali lagi.',
  undone: 'Keadaannya sekarang ada di halaman rencana.',
};
const planTitlesEn: typeof planTitlesId = {
  proposed: (year) => `Waiting for your agreement: annual plan ${year}`,
  agreed: (year) => `Waiting to be set by you: annual plan ${year}`,
  set: (year) => `The annual plan ${year} was set`,
  returned: (year) => `The annual plan ${year} was returned to draft`,
  undone: (year) => `The last step of the annual plan ${year} was taken back`,
};
const planBodiesEn: typeof planBodiesId = {
  proposed: 'As the Pejabat yang Berwenang you can agree to it, or return it with a reason.',
  agreed: 'As the Pejabat Pembina Kepegawaian you can set it, or return it with a reason.',
  set: 'The plan is in force now.',
  returned: 'The reason is on the page of the plan. Change its items, then propose it once more.',
  undone: 'How it stands now is on the page of the plan.',
};

export const agencyId: Texts<AgencyKinds> = {
  'person-invited': ({ organisation }) => ({
    title: 'Anda diundang ke Sinau',
    body: `${flat(organisation)} mengundang Anda ke Sinau, tempat belajar aparatur sipil negara. Masuk untuk mulai belajar.`,
  }),
  'accounts-changed': ({ act, because }) => ({
    title: act === 'closed' ? 'Akun pegawai ditutup' : 'Akun pegawai dibuka kembali',
    body: `Di instansi Anda hari ini ada akun yang ${act === 'closed' ? 'ditutup' : 'dibuka kembali'} ${groundsId[because]}. Riwayatnya ada di halaman setiap orang. ${act === 'closed' ? 'Bila keliru, perbaiki datanya lalu buka kembali akunnya.' : ''}`.trim(),
  }),
  'account-opened': () => ({
    title: 'Akun Anda dibuka kembali',
    body: 'Akun Anda di Sinau dapat dipakai lagi, dengan semua catatan belajar yang ada. Bila Anda tidak mengerti sebabnya, tanyakan kepada admin instansi Anda.',
  }),
  'export-finished': ({ format, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Ekspor selesai: ${flat(format)}`,
          body: `Ekspor yang Anda minta selesai dengan ${rows.toLocaleString('id-ID')} catatan. Berkasnya disimpan tujuh hari.`,
        }
      : {
          title: `Ekspor gagal: ${flat(format)}`,
          body: 'Ekspor yang Anda minta tidak dapat diselesaikan. Halamannya menyebutkan sebabnya dan apa yang dapat Anda lakukan.',
        },
  'report-finished': ({ report, year, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Laporan siap: ${reportId[report]} ${year}`,
          body: `Laporan yang Anda minta siap diunduh, dengan ${rows.toLocaleString('id-ID')} baris. Berkasnya disimpan tujuh hari.`,
        }
      : {
          title: `Laporan gagal: ${reportId[report]} ${year}`,
          body: 'Laporan yang Anda minta tidak dapat dibuat. Halamannya menyebutkan sebabnya dan apa yang dapat Anda lakukan.',
        },
  'incident-due': ({ dueAt }) => ({
    title: 'Kurang dari 24 jam: insiden data pribadi',
    body: `Pemberitahuan kepada pemilik data dan lembaga yang berwenang belum dicatat. Batasnya ${moment(dueAt, 'id-ID')}.`,
  }),
  'privacy-request': ({ to, asked, dueAt }) =>
    to === 'answered'
      ? {
          title: `Sudah dijawab: ${askedId[asked]}`,
          body: 'Permintaan Anda tentang data pribadi sudah dijawab. Jawabannya ada di halaman Data saya.',
        }
      : {
          title: `${to === 'soon' ? 'Kurang dari 24 jam' : 'Permintaan baru'}: ${askedId[asked]}`,
          body: `Seorang pegawai meminta ${askedId[asked]}. Jawablah paling lambat ${moment(dueAt, 'id-ID')}.`,
        },
  'sharing-decided': ({ agency, stopped }) =>
    stopped
      ? {
          title: `Pembagian data dihentikan: ${flat(agency)}`,
          body: `${flat(agency)} menghentikan pembagian data pegawainya kepada Anda. Pegawainya tetap belajar dengan nama samaran yang sama.`,
        }
      : {
          title: `Pembagian data diizinkan: ${flat(agency)}`,
          body: `${flat(agency)} mengizinkan kembali pembagian data pegawainya kepada Anda, sebatas perjanjian yang berlaku.`,
        },
  'push-disabled': ({ name, because }) => ({
    title: `Pengiriman dimatikan: ${flat(name)}`,
    body:
      because === 'gone'
        ? `Penerima “${flat(name)}” menjawab bahwa alamatnya sudah tidak ada (410). Pengiriman dimatikan. Catatan tetap tersimpan; perbaiki alamatnya, lalu lanjutkan.`
        : `Penerima “${flat(name)}” tidak menerima catatan selama tiga hari. Pengiriman dimatikan. Catatan tetap tersimpan; perbaiki penerimanya, lalu lanjutkan.`,
  }),
  'annual-plan': ({ year, version, to }) => ({
    title: planTitlesId[to](year),
    body: `Rencana tahunan ${year}, versi ${version}. ${planBodiesId[to]}`,
  }),
  'commitments-overdue': ({ forum, due, count, first }) => ({
    title: `Lewat tenggat: komitmen “${flat(forum)}”`,
    body: `${count === 1 ? 'Satu komitmen' : `${count.toLocaleString('id-ID')} komitmen`} kepada masyarakat seharusnya ditepati sampai ${day(due, 'id-ID')}: ${sentence(first)} Catat hasilnya, atau tulis mengapa tidak jadi dilakukan; keduanya dibaca masyarakat.`,
  }),
};

export const agencyEn: Texts<AgencyKinds> = {
  'person-invited': ({ organisation }) => ({
    title: 'You are invited to Sinau',
    body: `${flat(organisation)} invites you to Sinau, where civil servants learn. Sign in to start learning.`,
  }),
  'accounts-changed': ({ act, because }) => ({
    title: act === 'closed' ? 'Accounts of people were closed' : 'Accounts of people were opened again',
    body: `In your agency accounts were ${act === 'closed' ? 'closed' : 'opened again'} today ${groundsEn[because]}. The page of each person has its history. ${act === 'closed' ? 'If that is wrong, correct the data and open the account again.' : ''}`.trim(),
  }),
  'account-opened': () => ({
    title: 'Your account was opened again',
    body: 'Your account on Sinau can be used again, with all records of your learning. If you do not know why, ask an administrator of your agency.',
  }),
  'export-finished': ({ format, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Export done: ${flat(format)}`,
          body: `The export you asked for is done, with ${rows.toLocaleString('en-GB')} records. Its files are kept for seven days.`,
        }
      : {
          title: `Export failed: ${flat(format)}`,
          body: 'The export you asked for could not be finished. Its page says why, and what you can do.',
        },
  'report-finished': ({ report, year, outcome, rows }) =>
    outcome === 'done'
      ? {
          title: `Report ready: ${reportEn[report]} ${year}`,
          body: `The report you asked for is ready to download, with ${rows.toLocaleString('en-GB')} rows. Its files are kept for seven days.`,
        }
      : {
          title: `Report failed: ${reportEn[report]} ${year}`,
          body: 'The report you asked for could not be made. Its page says why, and what you can do.',
        },
  'incident-due': ({ dueAt }) => ({
    title: 'Less than 24 hours: incident with personal data',
    body: `That the people concerned and the authority were told is not noted yet. It is due by ${moment(dueAt, 'en-GB')}.`,
  }),
  'privacy-request': ({ to, asked, dueAt }) =>
    to === 'answered'
      ? {
          title: `Answered: ${askedEn[asked]}`,
          body: 'Your request about your personal data was answered. The answer is on the page My data.',
        }
      : {
          title: `${to === 'soon' ? 'Less than 24 hours' : 'New request'}: ${askedEn[asked]}`,
          body: `Somebody asks for ${askedEn[asked]}. Answer by ${moment(dueAt, 'en-GB')}.`,
        },
  'sharing-decided': ({ agency, stopped }) =>
    stopped
      ? {
          title: `Sharing of data stopped: ${flat(agency)}`,
          body: `${flat(agency)} stopped sharing data of its people with you. They go on learning under the same pseudonyms.`,
        }
      : {
          title: `Sharing of data permitted: ${flat(agency)}`,
          body: `${flat(agency)} permits sharing data of its people with you again, as far as the agreement in force goes.`,
        },
  'push-disabled': ({ name, because }) => ({
    title: `Delivery turned off: ${flat(name)}`,
    body:
      because === 'gone'
        ? `The receiver “${flat(name)}” answered that its address is gone (410). Delivery is turned off. No record is lost; mend the address, then resume.`
        : `The receiver “${flat(name)}” has taken no records for three days. Delivery is turned off. No record is lost; mend the receiver, then resume.`,
  }),
  'annual-plan': ({ year, version, to }) => ({
    title: planTitlesEn[to](year),
    body: `Annual plan ${year}, version ${version}. ${planBodiesEn[to]}`,
  }),
  'commitments-overdue': ({ forum, due, count, first }) => ({
    title: `Overdue: commitments of “${flat(forum)}”`,
    body: `${count === 1 ? 'One commitment' : `${count.toLocaleString('en-GB')} commitments`} to citizens should have been kept by ${day(due, 'en-GB')}: ${sentence(first)} Enter what was done, or say why it is dropped; citizens read both.`,
  }),
};

const reportId = { jp: 'JP', duties: 'kewajiban', cost: 'biaya', siasn: 'berkas untuk SIASN' };
const reportEn = { jp: 'JP', duties: 'duties', cost: 'costs', siasn: 'file for SIASN' };
const askedId = {
  access: 'salinan data',
  correction: 'perbaikan data',
  erasure: 'penghapusan data',
  restriction: 'pembatasan pemrosesan',
  objection: 'peninjauan keputusan otomatis',
} as const;
const askedEn = {
  access: 'a copy of data',
  correction: 'a correction of data',
  erasure: 'an erasure of data',
  restriction: 'restricted processing',
  objection: 'a review of an automated decision',
} as const;

/** At whose word an account was closed or opened. */
const groundsId = {
  'identity-provider': 'oleh penyedia identitas instansi (SCIM)',
  list: 'oleh daftar pegawai',
  administrator: 'oleh administrator',
  'legal-standing': 'karena kedudukan hukum yang berarti tidak lagi berdinas',
  operator: 'oleh operator platform',
} as const;
const groundsEn = {
  'identity-provider': 'by the identity provider of the agency (SCIM)',
  list: 'by a list of people',
  administrator: 'by an administrator',
  'legal-standing': 'because of a legal standing that means out of service',
  operator: 'by an operator of the platform',
} as const;
