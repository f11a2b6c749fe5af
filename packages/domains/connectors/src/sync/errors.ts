import { DomainError } from '@sinau/kernel';
import type { SyncField } from './content.ts';

/** The same answer for what is absent and what is another provider's (case C2). */
export class SyncNotFound extends DomainError {
  readonly code = 'connectors.not-found';

  constructor(what: 'connection' | 'run' | 'item' | 'batch' = 'item') {
    super(`There is no such ${what}.`);
  }
}

/** The provider or somebody else changed the item since it was read; or nothing waits for a decision. */
export class ItemChanged extends DomainError {
  readonly code = 'connectors.item-changed';

  constructor(message = 'The course was changed in the meantime. Look at it again and decide then.') {
    super(message);
  }
}

/** Somebody has edited here what the provider changes. */
export class FieldsEdited extends DomainError {
  readonly code = 'connectors.conflict';

  constructor(fields: readonly SyncField[]) {
    super('Fields that the provider changed were edited here. Say for each whether to take or keep it.', {
      issues: fields.map((field) => ({
        path: `/${field}`,
        message: 'was edited here; name it in `take` or in `keep`',
      })),
    });
  }
}

/** No course is made whose learners might wait for a word that never comes. */
export class CompletionUnchosen extends DomainError {
  readonly code = 'connectors.completion-unchosen';

  constructor() {
    super('Choose in the settings of the connection what counts as done, then accept the course.');
  }
}

/** What was accepted has been built upon. */
export class UndoImpossible extends DomainError {
  readonly code = 'connectors.undo-impossible';

  constructor(why: 'in-use' | 'edited' | 'gone' | 'nothing') {
    const words = {
      'in-use': 'The course is public or somebody has come to it. Retire it instead.',
      edited: 'What was accepted has been edited since. Change the course itself.',
      gone: 'The course is not there any more.',
      nothing: 'There is no decision that could be taken back.',
    };
    super(words[why]);
  }
}

/** Refusals that leave the item as it was. */
export const isDecisionRefused = (error: unknown): boolean =>
  error instanceof FieldsEdited ||
  error instanceof UndoImpossible ||
  error instanceof ItemChanged ||
  error instanceof CompletionUnchosen;
