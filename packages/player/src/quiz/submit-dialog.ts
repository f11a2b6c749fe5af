import { element } from '../element.ts';
import { action } from './frame.ts';
import type { Ui } from './words.ts';

/** Asks once more, and names what is not answered. A number: the learner goes to that question first (its place, from 0). */
export function confirmSubmit(
  ui: Ui,
  of: {
    readonly total: number;
    readonly unanswered: readonly number[];
    readonly flagged: readonly number[];
  },
): Promise<'submit' | 'stay' | number> {
  const { t } = ui;
  return new Promise((resolve) => {
    const dialog = element('dialog', { attributes: { 'aria-labelledby': 'confirm-title' } });
    let answer: 'submit' | 'stay' | number = 'stay';
    const close = (given: typeof answer) => {
      answer = given;
      dialog.close();
    };
    const list = (label: string, places: readonly number[]) => {
      if (places.length === 0) return [];
      const links = places.map((place) => {
        const link = action(ui.number(place + 1), () => close(place));
        link.ariaLabel = t.question(ui.number(place + 1), ui.number(of.total));
        return element('li', {}, link);
      });
      return [element('p', {}, label), element('ul', { className: 'places' }, ...links)];
    };
    dialog.append(
      element('h2', { id: 'confirm-title' }, t.confirm),
      ...(of.unanswered.length === 0 ? [element('p', {}, t.allAnswered)] : list(t.unanswered, of.unanswered)),
      ...list(t.flaggedOnes, of.flagged),
      element('p', {}, t.final),
      element(
        'div',
        { className: 'actions' },
        action(t.keepWorking, () => close('stay')),
        action(t.submitNow, () => close('submit'), true),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
