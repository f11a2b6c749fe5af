import type { PersonVisit } from '../visit.ts';
import type { Desk } from './desk.tsx';
import type { PeoplePorts } from './ports.ts';

/** One request at one of the desks. */
export interface At {
  readonly visit: PersonVisit;
  readonly ports: PeoplePorts;
  readonly desk: Desk;
}
