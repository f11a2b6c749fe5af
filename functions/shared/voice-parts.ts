import type { ServiceStore } from '@sinau/feedback';
import {
  createForumStore,
  createServiceStore,
  createThemeListStore,
  createThemeStore,
} from '@sinau/feedback/dynamo';
import type { ForumStore } from '@sinau/feedback/forums';
import type { ThemeListStore, ThemeStore } from '@sinau/feedback/themes';
import type { Clock, Ids } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** What an agency knows of its services besides what citizens answer themselves. */
export interface VoiceDesk {
  readonly services: ServiceStore;
  readonly themes: ThemeStore;
  readonly themeLists: ThemeListStore;
  readonly forums: ForumStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const createVoiceDesk = (stores: {
  readonly dynamo: Parts['dynamo'];
  readonly table: string;
}): VoiceDesk => ({
  services: createServiceStore(stores),
  themes: createThemeStore(stores),
  themeLists: createThemeListStore(stores),
  forums: createForumStore(stores),
  clock: systemClock,
  ids: systemIds,
});
