import * as z from 'zod';
import { fromSiasnDate, toSiasnDate } from './dates.ts';
import { known, numberOrNothing, pathsSchema, textOrNothing } from './reading.ts';
import type { LeadershipTraining, StoredTraining, Whose } from './training.ts';

/** Body of `POST /diklat/save`. There is no field of the agency and none of the title: the level is the title. */
export function leadershipBody(training: LeadershipTraining, whose: Whose) {
  const { organiser, from, to, hours, number, path, levelId } = training;
  return {
    bobot: 0,
    id: whose.recordId ?? null,
    institusiPenyelenggara: organiser,
    jenisKompetensi: '',
    jumlahJam: hours,
    latihanStrukturalId: String(levelId),
    nomor: number ?? '',
    path,
    pnsOrangId: whose.personId,
    tahun: Number(to.slice(0, 4)),
    tanggal: toSiasnDate(from),
    tanggalSelesai: toSiasnDate(to),
  };
}

const leadershipRow = z.object({
  id: z.string().min(1),
  latihanStrukturalId: numberOrNothing,
  latihanStrukturalNama: textOrNothing,
  institusiPenyelenggara: textOrNothing,
  nomor: textOrNothing,
  jumlahJam: numberOrNothing,
  tanggal: textOrNothing,
  tanggalSelesai: textOrNothing,
  path: pathsSchema,
});

/** One row of `GET /pns/rw-diklat/{nip}`. */
export const leadershipRowSchema = leadershipRow.transform(
  (row): StoredTraining => ({
    ...{ id: row.id, kind: 'leadership', title: row.latihanStrukturalNama ?? '', path: row.path },
    ...known({
      organiser: row.institusiPenyelenggara,
      number: row.nomor,
      levelId: row.latihanStrukturalId,
      hours: row.jumlahJam,
      from: fromSiasnDate(row.tanggal),
      to: fromSiasnDate(row.tanggalSelesai),
    }),
  }),
);
