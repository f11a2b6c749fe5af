import {
  downloadRecord,
  downloadTranscript,
  NotReadyYet,
  orderTranscript,
  printedNumber,
  readTranscript,
  readTranscriptNumber,
  verifyTranscript,
} from '@sinau/credentials';
import { readLedger } from '@sinau/credit';
import { getPerson } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { downloadSealed, readSeal } from '@sinau/sealing';
import type { TranscriptsPorts, TranscriptView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { standingOf } from './seal-standing.ts';

type Deps = Pick<PortalDeps, 'credentials' | 'sealReader' | 'credit' | 'people' | 'clock' | 'signer'>;
type Asked = Parameters<TranscriptsPorts['transcriptOf']>[1];

/** Use cases of the yearly transcript, for learners, for their agencies, and for whoever checks one. */
export function joinTranscripts(deps: Deps): TranscriptsPorts {
  const desk = async () => {
    const { queue, ...parts } = await deps.credentials();
    const { clock } = deps;
    return {
      ...{ ...parts, clock },
      send: (order: { readonly personId: PersonId; readonly year: number }) =>
        queue.send({ kind: 'transcript', ...order }),
    };
  };
  return {
    transcriptOf: (reader, asked) => viewOf(deps, reader, asked),
    order: async (principal, { year, ...of }) => {
      const { personId } = await holderOf(deps, principal, of);
      await orderTranscript(await desk(), { principal, personId, year });
    },
    pdfOf: (principal, asked) =>
      fileOf(deps, { principal, asked }, async (of) => {
        const { edition, pdf } = await downloadTranscript(await desk(), of);
        const sealed = await downloadSealed(await deps.sealReader(), sealOf(edition));
        return { number: printedNumber(edition), pdf: sealed ?? pdf };
      }),
    recordOf: (principal, { form, ...asked }) =>
      fileOf(deps, { principal, asked }, async (of) => {
        const { edition, text } = await downloadRecord(await desk(), { ...of, form });
        return { number: printedNumber(edition), text };
      }),
    numberIn: async (typed) => {
      const read = readTranscriptNumber(typed);
      return read?.edition === undefined ? read?.number : printedNumber({ ...read, edition: read.edition });
    },
    verify: async (typed) => {
      const found = await verifyTranscript(await desk(), { typed });
      const read = found && readTranscriptNumber(found.number);
      if (!found || !read) return undefined;
      const { seal } = await readSeal(await deps.sealReader(), sealOf({ ...read, edition: found.edition }));
      return { ...found, ...(seal && { seal }) };
    },
  };
}

const sealOf = ({ number, edition }: { readonly number: string; readonly edition: number }) =>
  ({ kind: 'transcript', number, edition }) as const;

/** The reader, or somebody whose pages they may see. */
async function holderOf(
  deps: Deps,
  principal: PersonPrincipal,
  { personId }: { readonly personId?: string },
) {
  if (personId === undefined) return { personId: principal.personId };
  const { name } = await getPerson(deps, { principal, personId: personId as PersonId });
  return { personId: personId as PersonId, name };
}

/** Undefined while there is none. */
async function fileOf<File>(
  deps: Deps,
  { principal, asked }: { readonly principal: PersonPrincipal; readonly asked: Asked },
  read: (of: { readonly personId: PersonId; readonly year: number }) => Promise<File>,
): Promise<File | undefined> {
  const { year, ...of } = asked;
  const { personId } = await holderOf(deps, principal, of);
  if (year === undefined) return undefined;
  try {
    return await read({ personId, year });
  } catch (error) {
    if (error instanceof NotReadyYet) return undefined;
    throw error;
  }
}

async function viewOf(deps: Deps, principal: PersonPrincipal, asked: Asked): Promise<TranscriptView> {
  const { personId, name } = await holderOf(deps, principal, asked);
  const when = { now: deps.clock.now(), ...(asked.year !== undefined && { year: asked.year }) };
  const ledger = await readLedger(await deps.credit(), { personId, ...when });
  if (!ledger) throw new Error('the holder is no person');
  const { year } = ledger.total;
  const parts = await deps.credentials();
  const { state, edition } = await readTranscript({ ...parts, clock: deps.clock }, { personId, year });
  const standing = edition && (await standingOf(deps, sealOf(edition)));
  return {
    ...{ year, state, years: [...new Set([year, ...ledger.years])].toSorted((a, b) => b - a) },
    ...(edition && {
      edition: {
        ...{ number: printedNumber(edition), asOf: edition.asOf, recognised: edition.recognised },
        verifyUrl: `${parts.issuer.origin}/verify/${printedNumber(edition)}`,
        ...(standing && { seal: standing }),
      },
    }),
    ...(name !== undefined && { holder: { personId, name } }),
  };
}
