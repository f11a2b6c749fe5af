import type { SubjectName } from '../citizens/ports.ts';

type Answers = readonly [string, string, string, string];

/** What a citizen is asked about each element, and the answers from 1 to 4. */
interface Question {
  readonly name: string;
  readonly asked: string;
  readonly answers: Answers;
}

const questionsId: Readonly<Record<SubjectName, Question>> = {
  requirements: {
    name: 'Persyaratan',
    asked: 'Apakah persyaratan yang diminta sesuai dengan layanannya?',
    answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  },
  procedure: {
    name: 'Sistem, mekanisme, dan prosedur',
    asked: 'Apakah prosedurnya mudah?',
    answers: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
  },
  time: {
    name: 'Waktu penyelesaian',
    asked: 'Apakah layanan selesai dengan cepat?',
    answers: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
  },
  cost: {
    name: 'Biaya atau tarif',
    asked: 'Apakah biayanya wajar?',
    answers: ['Sangat mahal', 'Agak mahal', 'Wajar', 'Murah atau gratis'],
  },
  product: {
    name: 'Hasil layanan',
    asked: 'Apakah hasil layanan sesuai dengan yang dijanjikan?',
    answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  },
  competence: {
    name: 'Kompetensi pelaksana',
    asked: 'Apakah petugas mampu melayani dengan baik?',
    answers: ['Tidak mampu', 'Kurang mampu', 'Mampu', 'Sangat mampu'],
  },
  conduct: {
    name: 'Perilaku pelaksana',
    asked: 'Apakah petugas sopan dan ramah?',
    answers: ['Tidak sopan', 'Kurang sopan', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
  },
  complaints: {
    name: 'Penanganan pengaduan, saran, dan masukan',
    asked: 'Apakah pengaduan dan saran ditangani?',
    answers: ['Tidak ada tempatnya', 'Ada, tidak ditangani', 'Ditangani', 'Ditangani dengan baik'],
  },
  facilities: {
    name: 'Sarana dan prasarana',
    asked: 'Bagaimana tempat dan fasilitasnya?',
    answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
  },
};

const questionsEn: Readonly<Record<SubjectName, Question>> = {
  requirements: {
    name: 'Requirements',
    asked: 'Do the documents that were asked for fit the service?',
    answers: ['Not at all', 'Hardly', 'They fit', 'They fit very well'],
  },
  procedure: {
    name: 'System, mechanism and procedure',
    asked: 'Is the procedure easy?',
    answers: ['Not easy', 'Hardly easy', 'Easy', 'Very easy'],
  },
  time: {
    name: 'Completion time',
    asked: 'Was the service quick?',
    answers: ['Not quick', 'Hardly quick', 'Quick', 'Very quick'],
  },
  cost: {
    name: 'Cost or fee',
    asked: 'Is the fee fair?',
    answers: ['Very expensive', 'Rather expensive', 'Fair', 'Cheap or free'],
  },
  product: {
    name: 'What the service yields',
    asked: 'Did you get what was promised?',
    answers: ['Not at all', 'Hardly', 'Yes', 'Yes, entirely'],
  },
  competence: {
    name: 'Competence of staff',
    asked: 'Did the staff know their work?',
    answers: ['Not at all', 'Hardly', 'They did', 'They did very well'],
  },
  conduct: {
    name: 'Conduct of staff',
    asked: 'Were the staff polite and friendly?',
    answers: ['Not polite', 'Hardly polite', 'Polite and friendly', 'Very polite and friendly'],
  },
  complaints: {
    name: 'Handling of complaints and suggestions',
    asked: 'Are complaints and suggestions dealt with?',
    answers: ['There is no place for them', 'There is, nobody deals with them', 'They are', 'They are, well'],
  },
  facilities: {
    name: 'Facilities',
    asked: 'How are the place and its facilities?',
    answers: ['Bad', 'Fair', 'Good', 'Very good'],
  },
};

/** Words of the survey itself: its questions and the page that asks them. */
export const citizensSurveyId = {
  questions: questionsId,
  surveyTitle: (service: string) => `Survei: ${service}`,
  surveyLead:
    'Sembilan pertanyaan, sekitar dua menit. Jawaban Anda tidak menyimpan nama, alamat, atau perangkat Anda.',
  comment: 'Saran atau keluhan',
  commentHint: 'Jangan menulis nama atau nomor siapa pun. Komentar diperiksa sebelum ditampilkan.',
  send: 'Kirim jawaban',
  missing: (name: string) => `Pilih satu jawaban: ${name}`,
  commentWrong: 'Tulis paling banyak 1.000 huruf, tanpa karakter khusus.',
  thanksTitle: 'Terima kasih, jawaban Anda diterima',
  thanksText: 'Jawaban Anda dihitung dalam indeks layanan ini. Komentar tampil sesudah diperiksa.',
  another: 'Isi untuk orang berikutnya',
};

export const citizensSurveyEn: typeof citizensSurveyId = {
  questions: questionsEn,
  surveyTitle: (service) => `Survey: ${service}`,
  surveyLead:
    'Nine questions, about two minutes. Nothing of your name, address or device is kept with your answer.',
  comment: 'Suggestion or complaint',
  commentHint: 'Write no names or numbers of anybody. Comments are checked before they are shown.',
  send: 'Send answers',
  missing: (name) => `Choose one answer: ${name}`,
  commentWrong: 'Write 1,000 characters at most, without special ones.',
  thanksTitle: 'Thank you, your answer has arrived',
  thanksText: 'It counts in the index of this service. Your comment is shown once it has been checked.',
  another: 'Fill it in for the next person',
};
