import type { Digest, Signer } from '@sinau/kernel';
import { NotReadyYet } from '../errors.ts';
import type { FormParty, FormSource, SignedForm, SignedFormFacts } from './form.ts';
import { formNumber, printedFormNumber, readFormNumber } from './number.ts';
import type { SignedFormFiles, SignedFormSource, SignedFormStore } from './ports.ts';

interface ReadDeps {
  readonly forms: SignedFormStore;
  readonly signer: Signer;
  readonly digest: Digest;
}

type OfEdition = FormSource & { readonly edition: number };

/** The form of one text of a session, once it is made. Who may ask, the caller has decided. */
export const readSignedForm = (
  deps: ReadDeps,
  { edition, ...source }: OfEdition,
): Promise<SignedForm | undefined> => deps.forms.find(formNumber(deps, source), edition);

/** Who may have it, the caller has decided. @throws NotReadyYet where there is none, or no more */
export async function downloadSignedForm(
  deps: ReadDeps & { readonly formFiles: SignedFormFiles },
  of: OfEdition,
): Promise<{ readonly form: SignedForm; readonly pdf: Uint8Array }> {
  const form = await readSignedForm(deps, of);
  const pdf = form && (await deps.formFiles.pdf(form));
  if (!pdf) throw new NotReadyYet();
  return { form, pdf };
}

/** What anybody who has the number may know: that it was, and between whom; nothing of what was said but a topic that the two let others read. */
export interface PublicForm extends Pick<SignedFormFacts, 'kind' | 'startsAt' | 'timeZone' | 'minutes'> {
  /** With its edition. */
  readonly number: string;
  readonly edition: number;
  readonly guide: FormParty;
  readonly learner: FormParty;
  readonly topic?: string;
  /** `valid`: both stand by this text. `replaced`: it was changed since. `withdrawn`: the session was taken back. */
  readonly state: 'valid' | 'replaced' | 'withdrawn';
  /** Of a valid one: when each of them signed. */
  readonly signatures: SignedFormFacts['signatures'];
  readonly madeAt: string;
  readonly pdfSha256: string;
}

/** What counts now, whatever is printed; undefined for a number that nobody was given. */
export async function verifySignedForm(
  deps: ReadDeps & { readonly formSource: SignedFormSource },
  { typed }: { readonly typed: string },
): Promise<PublicForm | undefined> {
  const read = readFormNumber(typed);
  const form = read && (await formOf(deps, read));
  const facts = form && (await deps.formSource.read(form));
  if (!facts) return undefined;
  const { number, edition, madeAt, pdfSha256 } = form;
  const { kind, startsAt, timeZone, minutes, guide, learner, topic, showTopic, signatures } = facts;
  const state = stateOf(facts, edition);
  return {
    ...{ number: printedFormNumber({ number, edition }), edition, kind, startsAt, timeZone, minutes },
    ...{ guide, learner, state, madeAt, pdfSha256 },
    // Of another text they say nothing.
    ...(state === 'valid' && showTopic && { topic }),
    signatures: state === 'valid' ? signatures : [],
  };
}

async function formOf(
  { forms }: ReadDeps,
  { number, edition }: NonNullable<ReturnType<typeof readFormNumber>>,
): Promise<SignedForm | undefined> {
  return edition === undefined ? (await forms.editionsOf(number)).at(-1) : forms.find(number, edition);
}

function stateOf(facts: SignedFormFacts, edition: number): PublicForm['state'] {
  if (facts.state === 'withdrawn') return 'withdrawn';
  return facts.state === 'signed' && facts.edition === edition ? 'valid' : 'replaced';
}

/**
 * Takes the files of sessions away, with every word in them, and what a worker that died before it wrote the row has left; that they were made
 * stays. Tells how many there were by their rows.
 */
export async function forgetSignedForms(
  deps: ReadDeps & { readonly formFiles: SignedFormFiles },
  sources: readonly FormSource[],
): Promise<number> {
  let count = 0;
  for (const source of sources) {
    const number = formNumber(deps, source);
    count += (await deps.forms.editionsOf(number)).length;
    await deps.formFiles.removeAll(number);
  }
  return count;
}
