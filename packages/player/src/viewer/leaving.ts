import type { Au } from './au/au.ts';
import type { Frame } from './frame.ts';
import type { Stage } from './stage.ts';

/** After so long without an answer the learner may go without it. */
const patienceMs = 4000;

/** The portal's next page has come by then, but for very slow connections. */
const stillHereMs = 10_000;

export interface WaysOut {
  /** Back to where the learner came from. */
  readonly go: () => void;
  /** The session is over and this page is still here. */
  readonly ended: () => void;
}

/**
 * All the ways out of the page. By its button: everything is stored first. By closing the frame: what waits is sent once more, and
 * the session is terminated. In a window of its own a closed page may be a reload, which goes on with the same session.
 */
export class Leaving {
  readonly #au: Au;
  readonly #go: WaysOut['go'];
  readonly #ended: WaysOut['ended'];
  #stage: Stage | undefined;
  #gone = false;

  constructor(au: Au, { go, ended }: WaysOut) {
    this.#au = au;
    this.#go = go;
    this.#ended = ended;
  }

  watch(stage: Stage | undefined): void {
    this.#stage = stage;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#rest(false);
    });
    // The portal is about to show another page, and may launch another part before this one has gone: then nothing more
    // would be taken from here. What is unsaved goes now, ahead of the request for that page.
    window.addEventListener('beforeunload', () => this.#rest(true));
    window.addEventListener('pagehide', ({ persisted }) => {
      if (persisted) this.#rest(true);
      else this.#unload();
    });
    window.addEventListener('online', () => this.#au.retry());
  }

  close(frame: Frame): void {
    frame.showClosing();
    this.#stage?.leave();
    this.#au.terminate();
    const patience = setTimeout(() => frame.offerToCloseAnyway(), patienceMs);
    void this.#au.settled().then(() => {
      clearTimeout(patience);
      this.closeAnyway();
    });
  }

  /** The portal around this page is about to go elsewhere; resolves when everything is stored. */
  async forPortal(frame: Frame): Promise<void> {
    frame.showClosing();
    this.#stage?.leave();
    this.#au.terminate();
    await this.#au.settled();
    // Whoever stopped the portal on its way still has a page that says what it is.
    setTimeout(() => this.#ended(), stillHereMs);
  }

  closeAnyway(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#go();
  }

  #rest(going: boolean): void {
    if (this.#au.terminated) return;
    this.#stage?.rest(going);
    void this.#au.flush();
  }

  #unload(): void {
    this.#stage?.leave();
    if (window.top !== window.self) this.#au.terminate();
    this.#au.sendLast();
  }
}
