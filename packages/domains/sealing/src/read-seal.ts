import type { SealedFiles, SealRowStore } from './ports.ts';
import type { SealReason, SealRef, SealState } from './seal-row.ts';

/** What anybody who has the number may know of a seal. */
export interface SealTold {
  readonly at: string;
  /** Whose it is, and who vouches for that. */
  readonly name: string;
  readonly organisation?: string;
  readonly issuer: string;
  /** Of the sealed file, hexadecimal. */
  readonly sha256: string;
}

/** How far the seal of a document is; `none`: nobody has asked for one. */
export interface SealStanding {
  readonly state: SealState | 'none';
  readonly because?: SealReason;
  readonly seal?: SealTold;
}

/** Who may see the document, the caller has decided. */
export async function readSeal(
  { rows }: { readonly rows: Pick<SealRowStore, 'find'> },
  ref: SealRef,
): Promise<SealStanding> {
  const row = await rows.find(ref);
  if (!row) return { state: 'none' };
  const { state, because, seal } = row;
  if (!seal) return { state, ...(because && { because }) };
  const { name, organisation, issuer } = seal.sealer;
  const told = {
    at: seal.at,
    name,
    ...(organisation !== undefined && { organisation }),
    issuer,
    sha256: seal.sha256,
  };
  return { state, seal: told };
}

/** The sealed file; undefined while there is none. Who may have the document, the caller has decided. */
export async function downloadSealed(
  { rows, files }: { readonly rows: Pick<SealRowStore, 'find'>; readonly files: Pick<SealedFiles, 'get'> },
  ref: SealRef,
): Promise<Uint8Array | undefined> {
  const seal = (await rows.find(ref))?.seal;
  return seal && files.get(ref, seal.fileId);
}
