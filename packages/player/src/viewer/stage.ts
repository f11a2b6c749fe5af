import type { Locale } from '@sinau/kernel';
import type { MediaParameters } from '@sinau/media';
import type { Session } from '../session.ts';
import type { Au } from './au/au.ts';
import type { Words } from './words.ts';

/** What every kind of module is opened with. */
export interface StageTools {
  readonly au: Au;
  readonly session: Pick<Session, 'launch' | 'authorization'>;
  readonly parameters: MediaParameters;
  readonly words: Words;
  readonly locale: Locale;
  /** Documents of the place: what the record store has, and what only this device has. */
  readonly places: { readonly stored: unknown; readonly here: unknown };
  /** Shows the rule in words and how far the learner is; `share` of what the rule asks for, 0 to 1. */
  readonly showProgress: (text: string, share: number) => void;
  /** `off`: the learner wants no sound by itself (cmi5 11.2). */
  readonly audio: 'on' | 'off';
}

/** The page of one kind of module. */
export interface Stage {
  readonly element: HTMLElement;
  /**
   * The page is hidden, or about to go (`going`), perhaps without a further word: write down where the learner is, and when it
   * is about to go tell it too.
   */
  readonly rest: (going: boolean) => void;
  /** The learner leaves: the last statements of the kind. */
  readonly leave: () => void;
}
