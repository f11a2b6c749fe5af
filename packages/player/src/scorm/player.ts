import { type Item, launchableItems, type ScormItemStart, type ScormStart } from '@sinau/scorm';
import { apiNames, createApiObject } from './api-object.ts';
import { type BlockedWatch, watchBlocked } from './blocked.ts';
import type { CallLog } from './call-log.ts';
import type { Draft, Link } from './link.ts';
import type { CommitBody, RunTime } from './run-time.ts';
import type { NavigationRequest, Sequencer, Step } from './sequencer.ts';
import { contentUrl, type Stage } from './stage.ts';

/** One launch of an item. */
interface Visit {
  readonly number: number;
  readonly item: Item;
  /** Absent for an asset, which has no API. */
  readonly runTime?: RunTime;
  /** Something changed since the latest commit. */
  dirty: boolean;
  /** Ended by us, though its page may still be there. */
  gone: boolean;
}

export interface PlayerView {
  /** Anything that the page shows may have changed. */
  refresh(): void;
  /** What is unsent would stay on this device. True: leave all the same; false: try again first. */
  confirmLeaving(): Promise<boolean>;
  /** The content could not be opened. */
  showFault(itemId: string): void;
}

export interface PlayerParts {
  readonly start: ScormStart;
  readonly sequencer: Sequencer;
  readonly link: Link;
  readonly stage: Stage;
  readonly calls: CallLog;
  /** Where content looks for its API. */
  readonly window: Window;
  /** Goes to another address in this frame. */
  readonly go: (url: string) => void;
  /** In a frame of the portal: there a page that goes ends the session, elsewhere it may be a reload, which goes on. */
  readonly framed: boolean;
}

/** So that one message tells of everything that a page lacks. */
const tellBlockedAfterMs = 1500;

/** Opens one item after another, as sequencing and the learner decide, and stores what they report. */
export class Player {
  readonly #parts: PlayerParts;
  readonly #items: Map<string, ScormItemStart>;
  readonly #launchable: ReadonlyMap<string, Item>;
  #view: PlayerView = {
    refresh: () => undefined,
    confirmLeaving: async () => true,
    showFault: () => undefined,
  };
  #visit: Visit | undefined;
  #blocked: BlockedWatch | undefined;
  #visits = 0;
  /** The learner's wish while its SCO is taken away, and the step that came of it. */
  #wish: { readonly request: NavigationRequest; step?: Step } | undefined;
  #moving = false;
  /** The server has been told that the session ends. */
  #left = false;
  #closing = false;
  /** Somebody else takes the learner away. */
  #away: (() => void) | undefined;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    this.#items = new Map(parts.start.items.map((item) => [item.itemId, item]));
    this.#launchable = new Map(
      launchableItems(parts.start.organization).map((item) => [item.identifier, item]),
    );
  }

  set view(view: PlayerView) {
    this.#view = view;
  }

  get openItemId(): string | undefined {
    return this.#visit?.item.identifier;
  }

  /** `closed`: the SCO has ended its session and still shows its page; what comes next is up to the learner. */
  get condition(): 'moving' | 'open' | 'closed' | 'nothing' {
    if (this.#moving) return 'moving';
    if (!this.#visit) return 'nothing';
    return this.#visit.runTime?.state === 'over' ? 'closed' : 'open';
  }

  begin(): Promise<void> {
    return this.#move(async () => this.#parts.sequencer.begin());
  }

  /** The learner goes somewhere else; the running SCO is ended first. */
  request(request: NavigationRequest): Promise<void> {
    return this.#move(async () => {
      const { sequencer, stage } = this.#parts;
      const visit = this.#visit;
      if (visit?.runTime?.state !== 'running') return sequencer.navigate(request);
      this.#wish = { request };
      await stage.clear();
      // Most content says Terminate when its page goes; for the others we end the visit.
      const step = this.#wish.step ?? this.#leaveVisit(visit, visit.runTime, request);
      this.#wish = undefined;
      return step;
    });
  }

  /** The server's word on an item: its status, and what its next visit starts from. */
  learn(item: ScormItemStart): void {
    // The seed comes with the end of a visit; until then the one before holds.
    this.#items.set(item.itemId, { ...this.#items.get(item.itemId), ...item });
    this.#parts.sequencer.learn(item);
  }

  /** Commits in the background what is new. */
  save(): void {
    const visit = this.#visit;
    if (visit?.runTime?.state !== 'running' || !visit.dirty) return;
    visit.dirty = false;
    this.#parts.link.sendSoon(this.#draft(visit, { commit: visit.runTime.snapshot() }));
  }

  /** This page is going: the content says its last words, and all is handed over or kept. */
  close(): void {
    const { stage, link, framed } = this.#parts;
    this.#closing = framed;
    stage.remove();
    const visit = this.#visit;
    if (visit?.runTime?.state === 'running') {
      const commit = visit.runTime.snapshot();
      link.sendNow(this.#ending(visit, { commit, end: 'left', step: { kind: 'choose' } }));
    } else if (framed && !this.#left && link.state.waiting === 0) {
      // What waits still needs the session.
      this.#left = true;
      link.sendNow({ leave: 'exit' });
    }
    link.sendLast();
  }

  /** The portal around this page is about to go elsewhere; resolves when the session is over. */
  leaveForPortal(request: 'suspendAll' | 'exitAll'): Promise<void> {
    return new Promise((resolve) => {
      this.#away = resolve;
      void this.request({ kind: request });
    });
  }

  async #move(decide: () => Promise<Step>): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    this.#view.refresh();
    try {
      await this.#take(await decide());
    } finally {
      this.#moving = false;
      this.#view.refresh();
    }
  }

  async #take(step: Step): Promise<void> {
    if (step.kind === 'open') await this.#open(step.itemId);
    if (step.kind === 'leave') await this.#leave(step.how);
  }

  async #open(itemId: string): Promise<void> {
    const { stage, link, sequencer, window } = this.#parts;
    this.#blocked?.stop();
    await stage.clear();
    if (this.#visit) this.#visit.gone = true;
    // The answer to what was just sent is what this visit starts from.
    await link.settle();
    const item = this.#launchable.get(itemId);
    const at = this.#items.get(itemId);
    const url = item?.launch && contentUrl(item.launch.url, window.location.href);
    if (!item?.launch || !at || url === undefined || link.state.waiting > 0) {
      this.#visit = undefined;
      this.#view.showFault(itemId);
      return;
    }
    this.#visits += 1;
    const visit: Visit = {
      number: this.#visits,
      item,
      dirty: false,
      gone: false,
      ...(item.launch.kind === 'sco' && { runTime: sequencer.runTimeFor(at) }),
    };
    this.#visit = visit;
    this.#expose(visit);
    stage.show(url, () => {
      this.#blocked?.read();
      if (!visit.runTime) link.sendSoon(this.#draft(visit, { end: 'terminated' }));
    });
    this.#blocked = this.#watch();
    stage.frame.focus();
  }

  /** Content that lacks a script of another host often says nothing at all: then the log goes by itself. */
  #watch(): BlockedWatch | undefined {
    const { stage, calls, link } = this.#parts;
    const page = stage.frame.contentWindow;
    let isToBeSent = false;
    if (!page) return undefined;
    return watchBlocked(page, (call) => {
      calls.add({ at: new Date().toISOString(), ...call });
      if (isToBeSent) return;
      isToBeSent = true;
      setTimeout(() => {
        isToBeSent = false;
        link.sendSoon({});
      }, tellBlockedAfterMs);
    });
  }

  #expose(visit: Visit): void {
    const { start, window, calls } = this.#parts;
    const { runTime } = visit;
    const name = apiNames[start.version];
    if (!runTime) {
      Reflect.deleteProperty(window, name);
      return;
    }
    const api = createApiObject(start.version, {
      runTime,
      log: (call) => calls.add(call),
      now: () => new Date(),
      gone: () => visit.gone,
      started: () => this.#parts.link.sendSoon(this.#draft(visit, { commit: runTime.snapshot() })),
      changed: () => {
        visit.dirty = true;
      },
      commit: () => this.#commit(visit, runTime),
      terminate: (parameters) => this.#terminate(visit, runTime, parameters),
    });
    Object.defineProperty(window, name, { value: api, configurable: true, writable: true });
  }

  #commit(visit: Visit, runTime: RunTime): boolean {
    const commit = runTime.takeCommit();
    if (!commit || !visit.dirty) return !this.#parts.link.state.dead;
    visit.dirty = false;
    return this.#send(this.#draft(visit, { commit }));
  }

  #terminate(visit: Visit, runTime: RunTime, parameters: readonly unknown[]) {
    const wish = this.#wish;
    const { answer, commit, step } = this.#parts.sequencer.terminate({
      runTime,
      call: parameters,
      ...(wish && { request: wish.request }),
    });
    const store = () => {
      visit.dirty = false;
      const stored = this.#send(this.#ending(visit, { commit, end: 'terminated', step }));
      if (wish) wish.step = step;
      // Not from inside the content's call: it may have more to say before its page goes.
      else setTimeout(() => void this.#move(async () => step), 0);
      return stored;
    };
    return { answer, store };
  }

  #leaveVisit(visit: Visit, runTime: RunTime, request: NavigationRequest): Step {
    const { commit, step } = this.#parts.sequencer.terminate({ runTime, request });
    visit.gone = true;
    this.#parts.link.sendSoon(this.#ending(visit, { commit, end: 'left', step }));
    return step;
  }

  #ending(
    visit: Visit,
    ending: {
      readonly commit: CommitBody | undefined;
      readonly end: 'terminated' | 'left';
      readonly step: Step;
    },
  ): Draft {
    const { commit, end, step } = ending;
    const leave = step.kind === 'leave' ? step.how : this.#closing ? 'exit' : undefined;
    if (leave) this.#left = true;
    return this.#draft(visit, { ...(commit && { commit }), end, ...(leave && { leave }) });
  }

  #send(draft: Draft): boolean {
    const { link, stage } = this.#parts;
    if (!stage.leaving) return link.sendNow(draft);
    link.sendSoon(draft);
    return link.state.dead === undefined;
  }

  #draft({ item, number }: Visit, over: Omit<Draft, 'itemId' | 'visit' | 'sequencing'>): Draft {
    const sequencing = this.#parts.sequencer.told();
    return { itemId: item.identifier, visit: number, ...over, ...(sequencing && { sequencing }) };
  }

  async #leave(how: 'exit' | 'suspend'): Promise<void> {
    const { link, stage, sequencer, start, go } = this.#parts;
    await stage.clear();
    this.#visit = undefined;
    if (!this.#left) {
      this.#left = true;
      const sequencing = sequencer.told();
      link.sendSoon({ leave: how, ...(sequencing && { sequencing }) });
    }
    await link.settle();
    while (link.state.waiting > 0 && !link.state.dead) {
      if (await this.#view.confirmLeaving()) break;
      link.retry();
      await link.settle();
    }
    if (this.#away) this.#away();
    else go(start.returnUrl);
  }
}
