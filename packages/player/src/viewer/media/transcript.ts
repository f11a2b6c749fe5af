import { addressOf } from '@sinau/media';
import { element } from '../../element.ts';
import { clockText } from '../clock-text.ts';
import { readText } from '../read-text.ts';
import type { MediaWords } from '../words.ts';
import { type Cue, readVtt } from './vtt.ts';

export interface Transcript {
  readonly element: HTMLElement;
  /** Marks the line that is spoken at this time. */
  readonly follow: (seconds: number) => void;
}

/** Beside the player; a line of it leads to its time where the file tells times. It is fetched when it is opened first. */
export function createTranscript(
  source: { readonly src: string; readonly lang: string | undefined },
  words: MediaWords,
  seek: (seconds: number) => void,
): Transcript {
  const body = element('div', {
    className: 'transcript-body',
    tabIndex: 0,
    attributes: { role: 'region', 'aria-label': words.transcript, ...(source.lang && { lang: source.lang }) },
  });
  const details = element(
    'details',
    { className: 'transcript' },
    element('summary', {}, words.transcript),
    body,
  );
  let lines: readonly { readonly cue: Cue; readonly node: HTMLElement }[] = [];
  let current: HTMLElement | undefined;
  let asked = false;

  async function load(): Promise<void> {
    asked = true;
    const text = await readText(addressOf(source.src)).catch(() => undefined);
    if (text === undefined) {
      body.replaceChildren(element('p', { attributes: { role: 'alert' } }, words.transcriptGone));
      asked = false;
      return;
    }
    const cues = readVtt(text);
    lines = cues?.map((cue) => ({ cue, node: lineOf(cue, seek) })) ?? [];
    const paragraphs = () => text.split(/\n{2,}/).map((part) => element('p', {}, part.trim()));
    body.replaceChildren(...(cues ? lines.map(({ node }) => node) : paragraphs()));
  }

  details.addEventListener('toggle', () => {
    if (details.open && !asked) void load();
  });
  details.open = window.matchMedia('(min-width: 60rem)').matches;

  return {
    element: details,
    follow: (seconds) => {
      if (!details.open) return;
      const next = lines.findLast(({ cue }) => cue.from <= seconds)?.node;
      if (next === current) return;
      current?.removeAttribute('aria-current');
      current = next;
      current?.setAttribute('aria-current', 'true');
      if (current && !body.matches(':hover, :focus-within')) keepInView(body, current);
    },
  };
}

/** Scrolls the transcript alone: scrollIntoView would move the page below the learner. */
function keepInView(body: HTMLElement, line: HTMLElement): void {
  body.scrollTop = line.offsetTop - body.offsetTop - body.clientHeight / 3;
}

function lineOf(cue: Cue, seek: (seconds: number) => void): HTMLElement {
  const line = element(
    'button',
    { type: 'button', className: 'cue' },
    element('span', { className: 'time' }, clockText(cue.from)),
    ' ',
    cue.text,
  );
  line.addEventListener('click', () => seek(cue.from));
  return line;
}
