import type { Clock, Digest, Ids, PersonId, Signer } from '@sinau/kernel';
import { CertificateChanged } from '../errors.ts';
import type { CertificateStore, CredentialSigner, IssuerPlace } from '../ports.ts';
import { printedNumber, transcriptNumber } from './number.ts';
import type { TranscriptFiles, TranscriptPrinter, TranscriptSource, TranscriptStore } from './ports.ts';
import { recordOf } from './record.ts';
import type { Transcript, TranscriptEdition, TranscriptFacts } from './transcript.ts';

export interface MakeTranscriptDeps {
  readonly transcripts: TranscriptStore;
  readonly transcriptFiles: TranscriptFiles;
  readonly transcriptSource: TranscriptSource;
  readonly transcriptPrinter: TranscriptPrinter;
  readonly credentialSigner: CredentialSigner;
  /** Places in the list of revoked credentials are those of badges. */
  readonly certificates: CertificateStore;
  readonly ids: Ids;
  readonly issuer: IssuerPlace;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
}

/**
 * Prints what was asked for. `unchanged`: the latest edition is of this day and says the same. What is delivered twice finds nothing asked for
 * any more.
 */
export async function makeTranscript(
  deps: MakeTranscriptDeps,
  of: { readonly personId: PersonId; readonly year: number },
): Promise<'made' | 'unchanged' | 'known' | 'absent'> {
  const number = transcriptNumber(deps, of);
  const transcript = await deps.transcripts.find(number);
  if (!transcript?.asked) return 'known';
  const { asked, ...rest } = transcript;
  // Before the ledger is read: it says at least what it said then.
  const asOf = deps.clock.now().toISOString();
  const facts = await deps.transcriptSource.read(of);
  if (!facts) return 'absent';
  const factsSha256 = deps.digest.sha256(JSON.stringify(facts));
  const last = await deps.transcripts.findEdition(number, transcript.latest);
  const isSame = last?.record && last.factsSha256 === factsSha256 && sameDay(last.asOf, asOf, facts);
  const edition = isSame
    ? undefined
    : await print(deps, { transcript: { ...transcript, asked }, facts, asOf, factsSha256 });
  const next = edition ? { ...rest, latest: edition.edition, madeAt: asOf } : rest;
  // The record of before gives way to the one that says more: wallets ask the list.
  const revoked = last?.record?.statusIndex;
  const made = edition && { edition, ...(revoked !== undefined && { revoked }) };
  if ((await deps.transcripts.change(next, made)) === 'conflict') {
    if (edition) await discard(deps, edition);
    // Somebody has asked again or made it meanwhile, which the next delivery sees.
    throw new CertificateChanged();
  }
  return edition ? 'made' : 'unchanged';
}

/** No row names its files, so nobody is given them; the place of its record is revoked, as no later edition knows of it. */
async function discard({ transcripts }: MakeTranscriptDeps, lost: TranscriptEdition): Promise<void> {
  const kept = await transcripts.findEdition(lost.number, lost.edition);
  // A write whose answer got lost may be in conflict with itself.
  if (kept?.filesId !== lost.filesId && lost.record) await transcripts.revoke(lost.record.statusIndex);
}

async function print(
  deps: MakeTranscriptDeps,
  of: {
    readonly transcript: Transcript & Required<Pick<Transcript, 'asked'>>;
    readonly facts: TranscriptFacts;
    readonly asOf: string;
    readonly factsSha256: string;
  },
): Promise<TranscriptEdition> {
  const { transcript, facts, asOf, factsSha256 } = of;
  const place = { number: transcript.number, edition: transcript.latest + 1 };
  const verifyUrl = `${deps.issuer.origin}/verify/${printedNumber(place)}`;
  const pdf = await deps.transcriptPrinter.print({
    ...{ ...place, facts, asOf, issuerName: deps.issuer.name, verifyUrl },
  });
  const record = {
    subjectId: `urn:uuid:${deps.ids.uuid()}`,
    statusIndex: await deps.certificates.takeStatusIndex(),
  };
  const documents = await recordOf(deps, { url: verifyUrl, facts, asOf, record });
  // Never those of somebody who prints the same edition: the row decides whose are given out.
  const filesId = deps.ids.uuid();
  await deps.transcriptFiles.put({ ...place, filesId }, { pdf, ...documents });
  const { year, holderName, recognised } = facts;
  const printed = { factsSha256, pdfSha256: deps.digest.sha256(pdf) };
  return {
    ...place,
    year,
    asOf,
    holderName,
    recognised,
    by: transcript.asked.by,
    ...printed,
    record,
    filesId,
  };
}

function sameDay(one: string, other: string, { timeZone }: TranscriptFacts): boolean {
  const day = (iso: string) => new Date(iso).toLocaleDateString('en-CA', { timeZone });
  return day(one) === day(other);
}
