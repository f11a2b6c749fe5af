import Cmi5 from '@xapi/cmi5';

const bookmarkId = 'bookmark';

export interface Bookmark {
  readonly page: number;
}

/** The session of this launch: a reload must not fetch the one-time token again, so it is kept in the tab. */
export async function openSession(): Promise<Cmi5> {
  const cmi5 = new Cmi5();
  const slot = `sinau-session:${cmi5.getLaunchParameters().fetch}`;
  const kept = tabStorage()?.getItem(slot);
  if (kept) {
    const { authToken, initializedDate } = JSON.parse(kept);
    await cmi5.initialize({ authToken, initializedDate: new Date(initializedDate) });
    return cmi5;
  }
  await cmi5.initialize();
  const state = { authToken: cmi5.getAuthToken(), initializedDate: cmi5.getInitializedDate() };
  tabStorage()?.setItem(slot, JSON.stringify(state));
  return cmi5;
}

/** Absent where the browser denies storage to framed sites; then only a reload needs another launch. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** Where the learner stopped; page 0 at the first visit. */
export async function readBookmark(cmi5: Cmi5): Promise<Bookmark> {
  try {
    const { data } = await stateOf(cmi5).getState(place(cmi5));
    const page: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'page') : undefined;
    return { page: typeof page === 'number' ? page : 0 };
  } catch {
    // 404: nothing was kept yet.
    return { page: 0 };
  }
}

export async function keepBookmark(cmi5: Cmi5, bookmark: Bookmark): Promise<void> {
  await stateOf(cmi5).setState({ ...place(cmi5), state: { ...bookmark } });
}

function stateOf(cmi5: Cmi5) {
  if (!cmi5.xapi) throw new Error('the session is not open');
  return cmi5.xapi;
}

function place(cmi5: Cmi5) {
  const { actor: agent, activityId, registration } = cmi5.getLaunchParameters();
  return { agent, activityId, registration, stateId: bookmarkId };
}
