import { type TranscriptFiles, type TranscriptStore, transcriptNumber } from '@sinau/credentials';
import type { CreditStore } from '@sinau/credit';
import type { Digest, PersonId, Signer } from '@sinau/kernel';
import type { PersonPlace } from '@sinau/privacy';

interface TranscriptDeps {
  readonly credit: Pick<CreditStore, 'yearsOf'>;
  readonly transcripts: Pick<TranscriptStore, 'find' | 'findEdition'>;
  readonly transcriptFiles: Pick<TranscriptFiles, 'clr'>;
  readonly signer: Signer;
  readonly digest: Digest;
}

/**
 * What was printed of each year of somebody, with the record for machines where it stands. An erasure leaves it, like certificates. They are
 * found by the years in which something was earned, which have a number each.
 */
export function transcriptsPlace(deps: TranscriptDeps): PersonPlace {
  return {
    name: 'transcripts',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }) {
      const years = await deps.credit.yearsOf(personId);
      const records: object[] = [];
      for (const { year } of years.toSorted((a, b) => a.year - b.year)) {
        records.push(...(await editionsOf(deps, personId, year)));
      }
      return { records, counts: { transcripts: records.length } };
    },
  };
}

async function editionsOf(
  deps: TranscriptDeps,
  personId: PersonId,
  year: number,
): Promise<readonly object[]> {
  const found = await deps.transcripts.find(transcriptNumber(deps, { personId, year }));
  const records: object[] = [];
  for (let edition = 1; edition <= (found?.latest ?? 0); edition += 1) {
    const made = found && (await deps.transcripts.findEdition(found.number, edition));
    if (!made) continue;
    const clr = await deps.transcriptFiles.clr(made);
    // Who of the office asked for it is an officer's data.
    const { by: _, ...transcript } = made;
    records.push({ transcript, ...(clr !== undefined && { clr: JSON.parse(clr) as unknown }) });
  }
  return records;
}
