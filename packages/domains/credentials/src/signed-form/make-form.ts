import type { Clock, Digest, Ids, Signer } from '@sinau/kernel';
import type { IssuerPlace } from '../ports.ts';
import type { FormSource, SignedForm, SignedFormFacts } from './form.ts';
import { formNumber, printedFormNumber } from './number.ts';
import type { SignedFormFiles, SignedFormPrinter, SignedFormSource, SignedFormStore } from './ports.ts';

export interface MakeFormDeps {
  readonly forms: SignedFormStore;
  readonly formFiles: SignedFormFiles;
  readonly formSource: SignedFormSource;
  readonly formPrinter: SignedFormPrinter;
  readonly ids: Ids;
  readonly issuer: IssuerPlace;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
}

/**
 * Prints the text that both have signed. `passed`: it has changed since, was taken back or erased, or there is none. What is delivered twice finds it made
 * already, and looks again whether it may stay: whoever made it may have died before they did.
 */
export async function makeSignedForm(
  deps: MakeFormDeps,
  { edition, ...source }: FormSource & { readonly edition: number },
): Promise<'made' | 'known' | 'passed'> {
  const number = formNumber(deps, source);
  const [known, facts] = [await deps.forms.find(number, edition), await deps.formSource.read(source)];
  // A text that was changed since leaves the file of the one before; an erasure leaves none, with a row or without.
  if (!facts || facts.isErased) await deps.formFiles.removeAll(number);
  if (known) return 'known';
  if (!facts || !isSigned(facts, edition)) return 'passed';
  const verifyUrl = `${deps.issuer.origin}/verify/${printedFormNumber({ number, edition })}`;
  const pdf = await deps.formPrinter.print({ number, facts, issuerName: deps.issuer.name, verifyUrl });
  const form: SignedForm = {
    ...{ ...source, number, edition, madeAt: deps.clock.now().toISOString() },
    ...{ pdfSha256: deps.digest.sha256(pdf), filesId: deps.ids.uuid() },
  };
  // Never that of somebody who prints the same edition: the row decides whose is given out.
  await deps.formFiles.put(form, pdf);
  const outcome = await deps.forms.add(form);
  // Somebody may have been erased while it was printed: an erasure looks for files before this one came.
  const after = outcome === 'added' ? await deps.formSource.read(source) : undefined;
  if (outcome === 'known' || !after || wordsOf(after) !== wordsOf(facts)) await deps.formFiles.remove(form);
  return outcome === 'added' ? 'made' : 'known';
}

const isSigned = (facts: SignedFormFacts, edition: number): boolean =>
  facts.state === 'signed' && facts.edition === edition && !facts.isErased;

const wordsOf = ({ edition, topic, result, followUp, goal }: SignedFormFacts): string =>
  JSON.stringify([edition, topic, result, followUp, goal]);
