import * as z from 'zod';
import { fromSiasnDate, toSiasnDate } from './dates.ts';
import { known, numberOrNothing, pathsSchema, textOrNothing } from './reading.ts';
import { courseKindOf } from './references/index.ts';
import type { CourseTraining, StoredTraining, Whose } from './training.ts';

/** Body of `POST /kursus/save`. The certificate's fields are spelled with a p here and otherwise when they are read. */
export function courseBody(training: CourseTraining, whose: Whose) {
  const { title, organiser, from, to, hours, number, path, courseKindId, subjectId } = training;
  return {
    id: whose.recordId ?? null,
    instansiId: whose.agencyId,
    institusiPenyelenggara: organiser,
    jenisDiklatId: String(courseKindId),
    jenisKursus: subjectId,
    jenisKursusSertipikat: courseKindOf(courseKindId)?.letter ?? 'T',
    jumlahJam: hours,
    lokasiId: '',
    namaKursus: title,
    nomorSertipikat: number ?? '',
    path,
    pnsOrangId: whose.personId,
    tahunKursus: Number(to.slice(0, 4)),
    tanggalKursus: toSiasnDate(from),
    tanggalSelesaiKursus: toSiasnDate(to),
  };
}

const courseRow = z.object({
  id: z.string().min(1),
  namaKursus: textOrNothing,
  institusiPenyelenggara: textOrNothing,
  noSertipikat: textOrNothing,
  jenisKursusId: textOrNothing,
  jenisKursusSertifikat: textOrNothing,
  jenisDiklatId: numberOrNothing,
  jumlahJam: numberOrNothing,
  tanggalKursus: textOrNothing,
  tanggalSelesaiKursus: textOrNothing,
  path: pathsSchema,
});

/** One row of `GET /pns/rw-kursus/{nip}`. Fields that are not known here are let be. */
export const courseRowSchema = courseRow.transform(
  (row): StoredTraining => ({
    ...{ id: row.id, kind: 'course', title: row.namaKursus ?? '', path: row.path },
    ...known({
      organiser: row.institusiPenyelenggara,
      number: row.noSertipikat,
      subjectId: row.jenisKursusId,
      letter: row.jenisKursusSertifikat,
      courseKindId: row.jenisDiklatId,
      hours: row.jumlahJam,
      from: fromSiasnDate(row.tanggalKursus),
      to: fromSiasnDate(row.tanggalSelesaiKursus),
    }),
  }),
);
