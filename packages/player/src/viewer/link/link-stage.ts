import { isWebAddress } from '@sinau/media';
import * as z from 'zod/mini';
import { element } from '../../element.ts';
import type { Place } from '../au/place-keeper.ts';
import { button } from '../frame.ts';
import type { Stage, StageTools } from '../stage.ts';

/** Before so many seconds nobody can have studied what the link leads to. */
export const leastSeconds = 10;

interface LinkPlace extends Place {
  /** When the link was opened first. */
  readonly opened: string | undefined;
  readonly completed: boolean;
}

const linkPlace = z.looseObject({ at: z.string(), opened: z.optional(z.string()), completed: z.boolean() });
const experienced = { id: 'http://adlnet.gov/expapi/verbs/experienced', display: 'experienced' };

/** A link is shown with the host it leads to, opened in a tab of its own, and completed by the learner's own word. */
export function openLink(tools: StageTools): Stage {
  const { au, parameters, words, places, showProgress } = tools;
  const { link } = words;
  if (!isWebAddress(parameters.src)) throw new Error('a link leads to https only');
  const address = new URL(parameters.src);
  const known = [places.stored, places.here].map((place) => linkPlace.safeParse(place).data);
  let opened = known.find((place) => place?.opened !== undefined)?.opened;

  const hint = element('p', { id: 'studied-hint', className: 'quiet' });
  const studied = button(link.studied, 'button', () => {
    if (secondsLeft(opened, au.now()) > 0 || au.completed) return;
    au.complete();
    note();
    void au.flush();
    show();
  });
  studied.setAttribute('aria-describedby', hint.id);
  const go = element(
    'a',
    { href: address.href, target: '_blank', rel: 'noopener noreferrer', className: 'button main' },
    link.open,
    element('span', { className: 'unseen' }, ` (${address.host}, ${link.newTab})`),
  );
  go.addEventListener('click', visit);
  go.addEventListener('auxclick', ({ button: pressed }) => {
    if (pressed === 1) visit();
  });

  function visit(): void {
    au.say({ verb: experienced });
    opened ??= au.now().toISOString();
    note();
    void au.flush();
    show();
  }

  function note(): void {
    const place: LinkPlace = { at: au.now().toISOString(), opened, completed: au.completed };
    au.note(place);
  }

  function show(): void {
    const left = secondsLeft(opened, au.now());
    const judged = au.mode === 'Normal';
    studied.hidden = !judged || au.completed;
    studied.disabled = left > 0;
    hint.hidden = studied.hidden;
    hint.textContent = opened === undefined ? link.openFirst : left > 0 ? link.wait(left) : '';
    showProgress(link.rule, au.completed ? 1 : opened === undefined ? 0 : 0.5);
    if (!studied.hidden && opened !== undefined && left > 0) setTimeout(show, 1000);
  }

  show();
  const stage = element(
    'div',
    { className: 'link-card' },
    element('p', { className: 'quiet' }, link.leadsTo),
    // The host as the browser resolves it: letters that only look like others show as xn--….
    element('p', { className: 'host' }, address.host),
    element('p', { className: 'address quiet' }, address.href),
    element('p', {}, go),
    element('p', { className: 'quiet' }, link.notOurs),
    element('p', {}, studied),
    hint,
  );
  return { element: stage, rest: () => undefined, leave: () => undefined };
}

function secondsLeft(opened: string | undefined, now: Date): number {
  if (opened === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.ceil(leastSeconds - (now.getTime() - Date.parse(opened)) / 1000));
}
