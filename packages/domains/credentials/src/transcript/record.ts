import {
  type ClrEntry,
  type ClrFacts,
  clrCredential,
  clrPart,
  type JsonLd,
  statusListLength,
} from '@sinau/open-badges';
import { statusListUrl } from '../badge.ts';
import type { CredentialSigner, IssuerPlace } from '../ports.ts';
import type { TranscriptFacts, TranscriptLine, TranscriptReason } from './transcript.ts';

const reasons: Readonly<Record<TranscriptReason, string>> = {
  cap_day: 'Dibatasi oleh batas harian bentuk ini.',
  cap_month: 'Dibatasi oleh batas bulanan bentuk ini.',
  over_cap: 'Dibatasi oleh batas maksimal setahun.',
  held: 'Belum diakui: menunggu keputusan instansi.',
  no_rule: 'Belum ada aturan konversi untuk bentuk ini.',
  not_applicable: 'Bentuk ini tidak berlaku untuk kegiatan di luar negeri.',
};

/** The transcript for machines: every line as a credential of its own, all of them within the record of the year (CLR 2.0). */
export async function recordOf(
  { credentialSigner, issuer }: { readonly credentialSigner: CredentialSigner; readonly issuer: IssuerPlace },
  of: {
    /** Where its number is verified. */
    readonly url: string;
    readonly facts: TranscriptFacts;
    readonly asOf: string;
    readonly record: { readonly subjectId: string; readonly statusIndex: number };
  },
): Promise<{ readonly clr: JsonLd; readonly jwt: string }> {
  const { url, facts, asOf, record } = of;
  const { statusIndex, subjectId } = record;
  const clr: ClrFacts = {
    ...{ id: url, name: `Transkrip JP ${facts.year}`, subjectId, validFrom: asOf, language: 'id' },
    issuer: { did: issuer.did, name: issuer.name, url: issuer.origin },
    status: {
      listUrl: statusListUrl(issuer, Math.floor(statusIndex / statusListLength)),
      index: statusIndex % statusListLength,
    },
  };
  const at = new Date(asOf);
  const parts: JsonLd[] = [];
  // One after the other: a key service is asked for each.
  for (const [index, entry] of [yearOf(facts), ...facts.lines.map(entryOf)].entries())
    parts.push(await credentialSigner.prove(clrPart(clr, entry, index), at));
  const credential = clrCredential(clr, parts);
  // A token is signed as it is, and key services sign four kilobytes at most: it holds the year without its parts.
  const year: JsonLd = { ...clrPart(clr, yearOf(facts), 0), credentialStatus: credential.credentialStatus };
  const nbf = Math.floor(at.getTime() / 1000);
  return {
    clr: await credentialSigner.prove(credential, at),
    jwt: await credentialSigner.jwt({ ...year, iss: issuer.did, jti: year.id, sub: subjectId, nbf }),
  };
}

const yearOf = ({ year, stated, recognised }: TranscriptFacts): ClrEntry => ({
  ...{ name: `Pengembangan kompetensi ${year}`, from: `${year}-01-01`, to: `${year}-12-31` },
  description: `Jam pelajaran (JP) yang diakui pada tahun ${year}, menurut buku JP.`,
  criteria: 'Jumlah JP diakui dari semua pembelajaran setahun, menurut aturan konversi dan batasnya.',
  ...{ creditsAvailable: stated / 100, creditsEarned: recognised / 100 },
});

const entryOf = (line: TranscriptLine): ClrEntry => ({
  ...{ name: line.title, description: line.form, from: line.from, to: line.to },
  criteria: `Menyelesaikan kegiatan ini; JP diakui menurut aturan bentuk ${line.form}.`,
  ...(line.organiser !== undefined && { organiser: line.organiser }),
  ...{ creditsAvailable: line.stated / 100, creditsEarned: line.recognised / 100 },
  ...(line.reasons.length > 0 && { narrative: line.reasons.map((reason) => reasons[reason]).join(' ') }),
});
