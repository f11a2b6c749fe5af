import type { Texts } from './texts.ts';
import { dayOf, inLanguage } from './words.ts';

/** What of the training arrives at work. */
type EvaluationKinds = 'evaluation-asked' | 'evaluation-team-asked';

export const evaluationsId: Texts<EvaluationKinds> = {
  'evaluation-asked': ({ courseTitle, step, others, closesAt }) => {
    const name = inLanguage(courseTitle, 'id');
    const more = others === 0 ? '' : ` Ada ${others} evaluasi lain yang juga menunggu.`;
    const text = `Tiga bulan lalu Anda menyelesaikan “${name}”. Apa yang sampai ke pekerjaan? Tiga pertanyaan singkat, dapat dijawab sampai ${dayOf(closesAt, 'id-ID')}.${more} Tidak wajib, dan atasan Anda tidak melihat jawaban Anda.`;
    return step === 'ask'
      ? { title: `Sudah diterapkan? ${name}`, body: text }
      : { title: `Pengingat: sudah diterapkan? ${name}`, body: `${text} Ini pengingat terakhir.` };
  },
  'evaluation-team-asked': ({ step }) => ({
    title: step === 'ask' ? 'Apa yang diterapkan tim Anda?' : 'Pengingat: apa yang diterapkan tim Anda?',
    body: `Tiga bulan lalu anggota tim Anda menyelesaikan pelatihan. Jawab tiga pertanyaan singkat tentang penerapannya. Bukan penilaian kinerja; pegawai tidak melihat jawaban Anda.${step === 'ask' ? '' : ' Ini pengingat terakhir.'}`,
  }),
};

export const evaluationsEn: Texts<EvaluationKinds> = {
  'evaluation-asked': ({ courseTitle, step, others, closesAt }) => {
    const name = inLanguage(courseTitle, 'en');
    const more =
      others === 0
        ? ''
        : others === 1
          ? ' One more evaluation waits for you.'
          : ` ${others} more evaluations wait for you.`;
    const text = `Three months ago you finished “${name}”. What of it has arrived at work? Three short questions, open until ${dayOf(closesAt, 'en-GB')}.${more} You need not answer, and your supervisor does not see what you say.`;
    return step === 'ask'
      ? { title: `Applied at work? ${name}`, body: text }
      : { title: `Reminder: applied at work? ${name}`, body: `${text} This is the last reminder.` };
  },
  'evaluation-team-asked': ({ step }) => ({
    title: step === 'ask' ? 'What does your team apply?' : 'Reminder: what does your team apply?',
    body: `Three months ago somebody in your team finished a training. Answer three short questions about what is applied. This is no appraisal; they do not see your answer.${step === 'ask' ? '' : ' This is the last reminder.'}`,
  }),
};
