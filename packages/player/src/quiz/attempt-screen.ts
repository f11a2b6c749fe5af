import type { OpenAttempt, ShownQuestion } from '@sinau/quiz';
import { element } from '../element.ts';
import type { AnswerDraft } from './answer-box.ts';
import { AnswerSheet } from './answer-sheet.ts';
import { buildFields } from './fields.ts';
import { action, type Frame, heading } from './frame.ts';
import { richText } from './rich-text.ts';
import { confirmSubmit } from './submit-dialog.ts';
import type { Ui } from './words.ts';

export interface AttemptInput {
  readonly ui: Ui;
  readonly frame: Frame;
  readonly attempt: OpenAttempt;
  readonly onAnswer: (draft: AnswerDraft, delayMs: number) => void;
  readonly onMove: (questionId: string) => void;
  /** Absent: a preview, which nobody submits. */
  readonly onSubmit?: () => void;
}

/** Whoever is typing is not yet done. */
const typingMs = 800;

/** One question a screen, and all of them by number. */
export class AttemptScreen {
  readonly #input: AttemptInput;
  readonly #questions: readonly ShownQuestion[];
  readonly #sheet: AnswerSheet;
  readonly #numbers: readonly HTMLButtonElement[];
  readonly #nav: HTMLElement;
  #index: number;

  constructor(input: AttemptInput) {
    const { ui, attempt } = input;
    this.#input = input;
    this.#questions = attempt.questions;
    this.#sheet = new AnswerSheet(attempt);
    const place = attempt.questions.findIndex(({ questionId }) => questionId === attempt.place);
    this.#index = Math.max(0, place);
    this.#numbers = attempt.questions.map((_, at) => action(ui.number(at + 1), () => this.#go(at)));
    const items = this.#numbers.map((button) => element('li', {}, button));
    this.#nav = element(
      'nav',
      { className: 'numbers', ariaLabel: ui.t.overview },
      element('ol', {}, ...items),
    );
  }

  show(): void {
    const question = this.#questions[this.#index];
    if (!question) return;
    this.#sheet.lookAt(question.questionId);
    this.#input.frame.show(...this.#parts(question), this.#nav);
    this.#mark();
    this.#input.onMove(question.questionId);
  }

  #go(index: number): void {
    this.#index = index;
    this.show();
  }

  #change(question: ShownQuestion, over: Parameters<AnswerSheet['change']>[1], delayMs = 0): void {
    this.#input.onAnswer(this.#sheet.change(question.questionId, over), delayMs);
    this.#mark();
  }

  /** What each number says of its question. */
  #mark(): void {
    const { t } = this.#input.ui;
    for (const [place, button] of this.#numbers.entries()) {
      const { response, flagged } = this.#sheet.of(this.#questions[place]?.questionId ?? '');
      const states = [response ? t.states.answered : t.states.open, ...(flagged ? [t.states.flagged] : [])];
      button.classList.toggle('answered', response !== undefined);
      button.classList.toggle('flagged', flagged);
      button.ariaLabel = `${this.#name(place)}, ${states.join(', ')}`;
      if (place === this.#index) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  #name(place: number): string {
    const { ui } = this.#input;
    return ui.t.question(ui.number(place + 1), ui.number(this.#questions.length));
  }

  #parts(question: ShownQuestion): readonly Node[] {
    const { ui, frame } = this.#input;
    const { response, flagged } = this.#sheet.of(question.questionId);
    const title = heading('h1', this.#name(this.#index));
    title.id = 'question-number';
    const prompt = element(
      'div',
      { id: 'question-prompt', className: 'rich prompt' },
      ...richText(question.prompt),
    );
    const fields = buildFields({
      ...{ ui, question, response, announce: frame.announce },
      onChange: (given, typing = false) => this.#change(question, { response: given }, typing ? typingMs : 0),
    });
    const set = element(
      'fieldset',
      { attributes: { 'aria-labelledby': 'question-number question-prompt' } },
      element('legend', { className: 'unseen' }, this.#name(this.#index)),
      prompt,
      ...fields,
    );
    const points = element('p', { className: 'quiet' }, ui.t.points(ui.number(question.points)));
    return [title, points, set, this.#flag(question, flagged), this.#steps()];
  }

  #flag(question: ShownQuestion, flagged: boolean): HTMLElement {
    const box = element('input', { type: 'checkbox', checked: flagged });
    box.addEventListener('change', () => this.#change(question, { flagged: box.checked }));
    return element('label', { className: 'flag' }, box, element('span', {}, this.#input.ui.t.flag));
  }

  #steps(): HTMLElement {
    const { ui, onSubmit } = this.#input;
    const last = this.#index === this.#questions.length - 1;
    const previous = action(ui.t.previous, () => this.#go(this.#index - 1));
    previous.disabled = this.#index === 0;
    const next = last ? undefined : action(ui.t.next, () => this.#go(this.#index + 1), true);
    const submit = onSubmit && action(ui.t.submit, () => void this.#askToSubmit(onSubmit), last);
    return element('div', { className: 'actions' }, previous, next, submit);
  }

  async #askToSubmit(onSubmit: () => void): Promise<void> {
    const all = this.#questions.map(({ questionId }, place) => ({ place, ...this.#sheet.of(questionId) }));
    const places = (some: typeof all) => some.map(({ place }) => place);
    const chosen = await confirmSubmit(this.#input.ui, {
      total: all.length,
      unanswered: places(all.filter(({ response }) => response === undefined)),
      flagged: places(all.filter(({ flagged }) => flagged)),
    });
    if (chosen === 'submit') onSubmit();
    else if (typeof chosen === 'number') this.#go(chosen);
  }
}
