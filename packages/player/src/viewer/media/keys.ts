/** What a key asks of the player. */
export type KeyCommand =
  | { readonly kind: 'toggle' | 'mute' | 'captions' | 'fullscreen' }
  | { readonly kind: 'skip'; readonly seconds: number };

const commands: Readonly<Record<string, KeyCommand>> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  ArrowLeft: { kind: 'skip', seconds: -5 },
  ArrowRight: { kind: 'skip', seconds: 5 },
  j: { kind: 'skip', seconds: -10 },
  l: { kind: 'skip', seconds: 10 },
  m: { kind: 'mute' },
  c: { kind: 'captions' },
  f: { kind: 'fullscreen' },
};

/**
 * The command of a key press. Undefined where the key belongs to something else: a combination of keys, a field in which one types or
 * chooses, the space bar on a button.
 */
export function commandOf(press: {
  readonly key: string;
  readonly modified: boolean;
  /** Name of the element that has the focus, in lower case. */
  readonly on: string;
}): KeyCommand | undefined {
  const { key, modified, on } = press;
  if (modified || on === 'input' || on === 'select' || on === 'textarea') return undefined;
  if (key === ' ' && (on === 'button' || on === 'summary' || on === 'a')) return undefined;
  return commands[key.length === 1 ? key.toLowerCase() : key];
}

/** What the key asks for, if it is ours; then it is nobody else's. */
export function takeCommand(event: KeyboardEvent): KeyCommand | undefined {
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  const on = event.target instanceof Element ? event.target.tagName.toLowerCase() : '';
  const command = commandOf({ key: event.key, modified, on });
  if (command) {
    event.preventDefault();
    event.stopPropagation();
  }
  return command;
}
