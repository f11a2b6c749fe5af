import type { Certificate, CertificateNumber } from '../certificate.ts';
import type { CertificateStore } from '../ports.ts';

export function memoryCertificateStore(): CertificateStore {
  const rows = new Map<CertificateNumber, Certificate>();
  const revoked = new Set<number>();
  let taken = 0;
  const sortKey = ({ completedAt, number }: Certificate) => `${completedAt} ${number}`;
  return {
    add: async (certificate) => {
      if (rows.has(certificate.number)) return 'known';
      rows.set(certificate.number, certificate);
      return 'added';
    },
    find: async (number) => rows.get(number),
    ofPerson: async (personId, { limit, after, from = '', before = '~' }) => {
      const all = [...rows.values()]
        .filter((row) => row.personId === personId)
        .filter(({ completedAt }) => from <= completedAt && completedAt < before)
        .toSorted((a, b) => sortKey(b).localeCompare(sortKey(a)))
        .filter((row) => after === undefined || sortKey(row) < after);
      const certificates = all.slice(0, limit);
      const last = certificates.at(-1);
      return { certificates, ...(all.length > limit && last && { next: sortKey(last) }) };
    },
    change: async (next, places) => {
      if (rows.get(next.number)?.rev !== next.rev) return 'conflict';
      rows.set(next.number, { ...next, rev: next.rev + 1 });
      for (const place of places) revoked.add(place);
      return 'changed';
    },
    takeStatusIndex: async () => taken++,
    takenPlaces: async () => taken,
    revokedPlaces: async (from, length) =>
      [...revoked].filter((place) => place >= from && place < from + length).toSorted((a, b) => a - b),
  };
}
