import type { FormNumber, FormSource, SignedForm, SignedFormFacts } from './form.ts';

export interface SignedFormSource {
  /** A session as it is now; undefined where there is none. Rejects with `Unavailable`. */
  read(source: FormSource): Promise<SignedFormFacts | undefined>;
}

/** Rejects with `Unavailable` when the store does not answer. Reads see every write that was answered before. */
export interface SignedFormStore {
  /** `known`: there is one of this edition; nothing was written. */
  add(form: SignedForm): Promise<'added' | 'known'>;
  find(number: FormNumber, edition: number): Promise<SignedForm | undefined>;
  /** Every edition, the first first. */
  editionsOf(number: FormNumber): Promise<readonly SignedForm[]>;
}

/** Undefined for what there is none of, or no more. */
export interface SignedFormFiles {
  put(form: SignedForm, pdf: Uint8Array): Promise<void>;
  pdf(form: SignedForm): Promise<Uint8Array | undefined>;
  /** Safe to repeat. */
  remove(form: SignedForm): Promise<void>;
  /** Every file of a session, also those that no row names: whoever prints writes the file before its row. Safe to repeat. */
  removeAll(number: FormNumber): Promise<void>;
}

export interface PrintedForm {
  readonly number: FormNumber;
  readonly facts: SignedFormFacts;
  readonly issuerName: string;
  /** What its QR code opens. */
  readonly verifyUrl: string;
}

export interface SignedFormPrinter {
  /** A tagged PDF; the same facts give the same bytes. */
  print(form: PrintedForm): Promise<Uint8Array>;
}
