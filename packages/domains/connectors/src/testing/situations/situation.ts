import type { ProviderAdapter } from '../../ports.ts';

/** What every connection that has a catalogue meets sooner or later. */
export const situations = [
  'first sync',
  'change',
  'withdrawal',
  'outage',
  'wrong secret',
  'half a page',
  'duplicate',
] as const;
export type Situation = (typeof situations)[number];

/** Why a connector cannot meet it; absent: it does. */
export type Impossible = Partial<Record<Situation, string>>;

/** A provider that speaks what one connector reads, with as many courses as it was started with; they are counted from 1. */
export interface FakeProvider {
  /** As the connection would make it, with its secret where there is one. */
  adapter(): ProviderAdapter;
  /** How the provider calls the n-th course, as the connector tells it. */
  idOf(n: number): string;
  /** Gives the n-th course this title, as of the next reading. */
  rename(n: number, title: string): Promise<void> | void;
  /** Takes the n-th course away. */
  withdraw(n: number): Promise<void> | void;
  /** Answers nobody, until `heal`. */
  breakDown?(): void;
  /** Takes another secret than the one that the connection has, until `heal`. */
  changeSecret?(): void;
  /** From now on, until `heal`, the catalogue ends in the middle; a file is refused. */
  halve(): Promise<void> | void;
  /** From now on the catalogue names courses twice. */
  repeat(): Promise<void> | void;
  heal(): Promise<void> | void;
  close(): Promise<void>;
}

export interface Connector {
  readonly name: string;
  start(courses: number): Promise<FakeProvider>;
  readonly impossible: Impossible;
}
