import type { HideableControl, ScormItemStart, ScormMessage, ScoStatus } from '@sinau/scorm';
import type { CommitBody, RunTime } from './run-time.ts';

/** What is to be shown now. */
export type Step =
  | { readonly kind: 'open'; readonly itemId: string }
  /** The course was left: `suspend` goes on there later. */
  | { readonly kind: 'leave'; readonly how: 'exit' | 'suspend' }
  /** Nothing by itself; the learner chooses. */
  | { readonly kind: 'choose' };

export type NavigationRequest =
  | { readonly kind: 'continue' | 'previous' | 'suspendAll' | 'exitAll' }
  | { readonly kind: 'choice'; readonly itemId: string };

export interface Navigation {
  readonly previous: boolean;
  readonly next: boolean;
  /** Identifiers of the items that may be opened. */
  readonly choices: ReadonlySet<string>;
  readonly hidden: ReadonlySet<HideableControl>;
}

/** Who decides which item is open: prerequisites in 1.2, the sequencer in 2004. */
export interface Sequencer {
  /** The first step of this page: where the learner stopped, or the beginning. */
  begin(): Step;
  /** Of an item whose step is `open`; throws for an item that is none. */
  runTimeFor(item: ScormItemStart): RunTime;
  /** The learner's wish when no SCO is running. */
  navigate(request: NavigationRequest): Step;
  /**
   * Ends the running SCO. `request` is the learner's wish, which goes before what the SCO asked for; `call` is its own
   * Terminate, absent when it went without one.
   */
  terminate(ending: {
    readonly runTime: RunTime;
    readonly request?: NavigationRequest;
    readonly call?: readonly unknown[];
  }): { readonly answer: string; readonly commit: CommitBody | undefined; readonly step: Step };
  navigation(): Navigation;
  /** Also of clusters; what the open SCO has said so far included. */
  statusOf(itemId: string): ScoStatus;
  /** The server's word on an item. */
  learn(item: ScormItemStart): void;
  /** For the next message. */
  told(): ScormMessage['sequencing'];
}
