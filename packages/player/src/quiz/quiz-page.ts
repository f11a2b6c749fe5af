import type { AttemptSummary, OpenAttempt, QuizOverview, QuizStart } from '@sinau/quiz';
import { showProblem } from '../problem-page.ts';
import { SessionError } from '../session.ts';
import { AnswerBox, type BoxState } from './answer-box.ts';
import { AttemptScreen } from './attempt-screen.ts';
import { Countdown, clockText } from './countdown.ts';
import { type Door, Refused } from './door.ts';
import { buildFrame, type Frame, heading } from './frame.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { resultScreen, startScreen } from './overview-screens.ts';
import { reviewScreen } from './review-screen.ts';
import { createUi, type Ui } from './words.ts';

export interface PageParts {
  readonly start: QuizStart;
  readonly door: Door;
  readonly kept: KeptAnswers;
  /** Goes to another address in this frame. */
  readonly go: (url: string) => void;
  readonly reload: () => void;
  /** In a frame of the portal a page that goes ends its session; elsewhere it may be a reload. */
  readonly framed: boolean;
}

/** What did not get through is tried again by itself. */
const againMs = 4000;

/** From screen to screen: before it begins, the attempt, what it came to, its review. */
export class QuizPage {
  readonly #parts: PageParts;
  readonly #ui: Ui;
  readonly #frame: Frame;
  #overview: QuizOverview;
  #box: AnswerBox | undefined;
  #countdown: Countdown | undefined;
  #submitting = false;
  #gone = false;
  #savedAt: string | undefined;
  /** Does once more what did not get through. */
  #again: (() => void) | undefined;

  constructor(parts: PageParts) {
    const { start } = parts;
    this.#parts = parts;
    this.#overview = start.overview;
    this.#ui = createUi(start.locale);
    this.#frame = buildFrame(this.#ui, this.#ui.title(start.moduleTitle));
    this.#frame.leave.addEventListener('click', () => void this.#leave());
    setInterval(() => this.#countdown?.tick(), 500);
  }

  open(): void {
    const { start } = this.#parts;
    if (start.attempt) this.#run(start.attempt);
    else if (start.mode === 'review' || (start.mode === 'normal' && this.#overview.attemptsLeft === 0)) {
      this.#showResult(this.#attemptToShow());
    } else this.#showStart();
  }

  /** The browser is about to take this page away. */
  goAway(): void {
    const { door, framed } = this.#parts;
    if (this.#gone) return;
    if (this.#box && this.#box.state.waiting > 0 && !this.#box.state.stop) {
      door.sendLast('answers', this.#box.next());
    }
    if (framed) door.sendLast('leave');
  }

  retry(): void {
    this.#box?.retry();
    this.#again?.();
  }

  /** A page that comes to the front asks what the time is. */
  wake(): void {
    if (this.#countdown) this.#box?.sync();
  }

  /** The portal is about to show another page: resolves when everything is stored, or cannot be now. */
  async leaveForPortal(): Promise<void> {
    await this.#box?.flush();
    await this.#parts.door.leave().catch(() => undefined);
    this.#gone = true;
  }

  #attemptToShow(): AttemptSummary | undefined {
    const { attempts, best } = this.#overview;
    return attempts.find(({ number }) => number === best) ?? attempts.at(-1);
  }

  #showStart(): void {
    const { start } = this.#parts;
    const begin = () => (start.mode === 'browse' ? this.#preview() : void this.#begin());
    const fresh = { ...start, overview: this.#overview };
    this.#frame.show(...startScreen(this.#ui, { start: fresh, begin }));
  }

  async #begin(): Promise<void> {
    await this.#ask(async () => this.#run(await this.#parts.door.begin()));
  }

  /** Does what may be refused or not get through, and says so. */
  async #ask(act: () => Promise<void>): Promise<void> {
    const { t } = this.#ui;
    try {
      await act();
      this.#frame.warn(undefined);
    } catch (error) {
      if (error instanceof SessionError && error.fault === 'ended') return showProblem(error);
      // The server knows better how things stand.
      if (error instanceof Refused) return this.#parts.reload();
      const again = () => {
        if (this.#again !== again) return;
        this.#again = undefined;
        void this.#ask(act);
      };
      this.#again = again;
      this.#frame.warn(t.unsent, { label: t.retry, act: again });
      setTimeout(again, againMs);
    }
  }

  #preview(): void {
    const { preview = [] } = this.#parts.start;
    const attempt = { number: 1, startedAt: '', questions: preview, answers: [] };
    const ignore = () => undefined;
    this.#frame.warn(this.#ui.t.preview);
    new AttemptScreen({
      ui: this.#ui,
      frame: this.#frame,
      attempt,
      onAnswer: ignore,
      onMove: ignore,
    }).show();
  }

  #run(attempt: OpenAttempt): void {
    const { start, door, kept } = this.#parts;
    const box = new AnswerBox({
      attempt: attempt.number,
      run: start.run,
      save: (message) => door.save(message),
      keep: (message) => kept.write(message),
      onState: (state) => this.#showState(state),
      onTime: (remaining) => this.#countdown?.sync(remaining),
      later: (act, ms) => void setTimeout(act, ms),
    });
    this.#box = box;
    this.#submitting = false;
    const lastSaved = attempt.answers
      .map(({ savedAt }) => savedAt)
      .toSorted()
      .at(-1);
    this.#showSaved(lastSaved);
    if (attempt.remainingSeconds !== undefined) this.#startClock(attempt.remainingSeconds);
    new AttemptScreen({
      ...{ ui: this.#ui, frame: this.#frame, attempt },
      onAnswer: (draft, delayMs) => box.put(draft, delayMs),
      onMove: (questionId) => box.moveTo(questionId),
      onSubmit: () => void this.#submit(this.#ui.t.submitting),
    }).show();
  }

  #startClock(remainingSeconds: number): void {
    const { clock, announce } = this.#frame;
    const { t } = this.#ui;
    clock.hidden = false;
    this.#countdown = new Countdown(remainingSeconds, {
      now: Date.now,
      onTick: (left) => {
        clock.textContent = `${t.timeLeft} ${clockText(left)}`;
        clock.classList.toggle('soon', left <= 60);
      },
      onMark: (left) => announce(t.minutesLeft(this.#ui.number(left / 60))),
      onEnd: () => void this.#submit(t.timeUp),
    });
    this.#countdown.tick();
  }

  #stopClock(): void {
    this.#countdown?.stop();
    this.#countdown = undefined;
    this.#frame.clock.hidden = true;
    this.#frame.savedText.textContent = '';
  }

  #showSaved(at: string | undefined, saving = false): void {
    const { t } = this.#ui;
    const told = at === undefined ? t.notSaved : t.saved(this.#ui.time(at));
    this.#frame.savedText.textContent = saving ? t.saving : told;
  }

  #showState({ waiting, offline, savedAt, stop }: BoxState): void {
    if (this.#submitting || this.#gone) return;
    const { t } = this.#ui;
    this.#savedAt = savedAt ?? this.#savedAt;
    if (savedAt !== undefined || waiting > 0) this.#showSaved(this.#savedAt, waiting > 0);
    if (stop === 'ended') showProblem(new SessionError('ended'));
    else if (stop === 'over') void this.#submit(t.submitting);
    else if (stop) this.#warnOfStop(stop);
    else if (offline) {
      const text = this.#countdown ? t.offlineTimed : t.offline;
      this.#frame.warn(text, { label: t.retry, act: () => this.#box?.retry() });
    } else this.#frame.warn(undefined);
  }

  #warnOfStop(stop: 'replaced' | 'refused'): void {
    const { t } = this.#ui;
    const { reload: act } = this.#parts;
    if (stop === 'replaced') this.#frame.warn(t.replaced, { label: t.takeOver, act });
    else this.#frame.warn(t.refused, { label: t.reload, act });
  }

  /** Also when nobody asked for it: the server closes the attempt with what it has and what still comes in time. */
  async #submit(title: string): Promise<void> {
    const box = this.#box;
    if (!box || this.#submitting) return;
    this.#submitting = true;
    this.#frame.warn(undefined);
    this.#frame.show(heading('h1', title));
    await this.#ask(async () => {
      const { attempt, overview } = await this.#parts.door.submit(box.next());
      box.close();
      this.#box = undefined;
      this.#stopClock();
      this.#overview = overview;
      this.#showResult(attempt);
    });
  }

  #showResult(attempt: AttemptSummary | undefined): void {
    const { mode } = this.#parts.start;
    const canTry = mode === 'normal' && this.#overview.attemptsLeft !== 0;
    this.#frame.leave.hidden = true;
    this.#frame.show(
      ...resultScreen(this.#ui, {
        overview: this.#overview,
        attempt,
        again: canTry ? () => this.#tryAgain() : undefined,
        review: (number) => void this.#showReview(number),
        close: () => void this.#leave(),
      }),
    );
  }

  #tryAgain(): void {
    this.#frame.leave.hidden = false;
    this.#showStart();
  }

  async #showReview(number: number): Promise<void> {
    await this.#ask(async () => {
      const review = await this.#parts.door.review(number);
      const attempt = this.#overview.attempts.find((one) => one.number === number);
      this.#frame.show(...reviewScreen(this.#ui, { review, back: () => this.#showResult(attempt) }));
    });
  }

  async #leave(): Promise<void> {
    await this.#box?.flush();
    const { t } = this.#ui;
    if (this.#box && this.#box.state.waiting > 0 && this.#box.state.offline) {
      return this.#frame.warn(t.offline, { label: t.retry, act: () => void this.#leave() });
    }
    await this.#ask(async () => {
      const { returnUrl } = await this.#parts.door.leave();
      this.#gone = true;
      this.#parts.go(returnUrl);
    });
  }
}
