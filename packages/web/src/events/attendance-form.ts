/** Of the pair of somebody and a session that a box stands for. */
export const pairOf = (personId: string, sessionId: string): string => `${personId}~${sessionId}`;

/** Sent along with each box: what it said when the page was drawn. A page may stay open while people check in by the code. */
export const shownAs = (pair: string, present: boolean): string => `${pair}~${present ? '1' : '0'}`;

/** What a list says of somebody at a session. */
export interface ListMarking {
  readonly personId: string;
  readonly sessionId: string;
  readonly present: boolean;
}

/**
 * What was changed on a list since it was drawn: a box that nobody touched says nothing about anybody. `shown`: as `shownAs` makes it, and without
 * a last part as if the box was empty; `present`: the pairs of ticked boxes.
 */
export function changesOf(sent: {
  readonly shown: readonly string[];
  readonly present: readonly string[];
}): readonly ListMarking[] {
  const ticked = new Set(sent.present);
  return sent.shown.flatMap((box) => {
    const [personId = '', sessionId = '', was] = box.split('~');
    const present = ticked.has(pairOf(personId, sessionId));
    return present === (was === '1') ? [] : [{ personId, sessionId, present }];
  });
}

/**
 * What a box says when its list comes back: what the reader changed, and of all others what is known now. `sent`: the fields as a form keeps them,
 * values joined by spaces; none for a list that was not sent.
 */
export function boxesOf(sent: Readonly<Record<string, string>>): (pair: string, known: boolean) => boolean {
  const partsOf = (name: string) => (sent[name] ?? '').split(' ').filter((part) => part !== '');
  const changes = changesOf({ shown: partsOf('shown'), present: partsOf('present') });
  const changed = new Map(
    changes.map(({ personId, sessionId, present }) => [pairOf(personId, sessionId), present]),
  );
  return (pair, known) => changed.get(pair) ?? known;
}
