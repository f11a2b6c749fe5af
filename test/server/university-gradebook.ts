import { type Claims, spec } from './university-words.ts';

export interface GradebookItem {
  readonly id: string;
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceLinkId?: string;
  readonly resourceId?: string;
  readonly tag?: string;
}

export interface TakenScore {
  /** Address of the line item. */
  readonly lineItem: string;
  readonly userId: string;
  readonly timestamp: string;
  readonly activityProgress: string;
  readonly gradingProgress: string;
  readonly scoreGiven?: number;
  readonly scoreMaximum?: number;
}

/** What is answered instead of doing it. */
export interface Quirk {
  readonly at: 'token' | 'scores' | 'lineitems';
  readonly status: number;
  readonly retryAfter?: string;
  readonly body?: string;
  /** The work is done all the same, and its answer lost. */
  readonly doneAllTheSame?: true;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Line items and scores of one course over there (AGS 2.0), as strict as the specification. */
export function createGradebook() {
  const items = new Map<string, GradebookItem>();
  const scores: TakenScore[] = [];
  const users = new Set<string>();
  /** Of each person and line item the newest score stands. */
  const standing = new Map<string, TakenScore>();
  const keyOf = (lineItem: string, userId: string) => JSON.stringify([lineItem, userId]);

  function addItem(lineItemsUrl: string, wish: Omit<GradebookItem, 'id'>): GradebookItem {
    // The query is part of the id: /scores goes on the path.
    const item = { ...wish, id: `${lineItemsUrl}/${items.size + 1}/lineitem?type_id=1` };
    items.set(item.id, item);
    return item;
  }

  function create(lineItemsUrl: string, body: Claims): ServiceAnswer {
    if (typeof body.label !== 'string' || body.label.trim() === '') return { status: 400 };
    if (typeof body.scoreMaximum !== 'number' || body.scoreMaximum <= 0) return { status: 400 };
    return { status: 201, body: addItem(lineItemsUrl, body as unknown as GradebookItem) };
  }

  function list(url: URL): ServiceAnswer {
    const asked = (name: string) => url.searchParams.get(name);
    const found = [...items.values()].filter(
      (item) =>
        (asked('resource_link_id') === null || asked('resource_link_id') === item.resourceLinkId) &&
        (asked('tag') === null || asked('tag') === item.tag),
    );
    return { status: 200, body: found };
  }

  function take(lineItem: string, body: Claims): ServiceAnswer {
    if (!items.has(lineItem)) return { status: 404 };
    const { userId, timestamp, activityProgress, gradingProgress, scoreGiven, scoreMaximum } = body;
    const words = [userId, timestamp, activityProgress, gradingProgress];
    if (words.some((one) => typeof one !== 'string')) return { status: 400 };
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,}(Z|[+-]\d\d:\d\d)$/.test(String(timestamp))) {
      return { status: 400, body: { error: 'timestamp' } };
    }
    if (typeof scoreGiven === 'number' && !(typeof scoreMaximum === 'number' && scoreMaximum > 0)) {
      return { status: 400, body: { error: 'scoreMaximum' } };
    }
    if (!users.has(String(userId))) return { status: 422, body: { error: 'user_not_gradable' } };
    const key = keyOf(lineItem, String(userId));
    const before = standing.get(key);
    if (before && Date.parse(before.timestamp) > Date.parse(String(timestamp))) return { status: 409 };
    const score = { ...body, lineItem } as unknown as TakenScore;
    scores.push(score);
    standing.set(key, score);
    return { status: 204 };
  }

  return {
    items,
    scores,
    addItem,
    create,
    list,
    take,
    /** Somebody who is graded there. */
    knows: (subject: string) => void users.add(subject),
    standing: (lineItem: string, userId: string) => standing.get(keyOf(lineItem, userId)),
  };
}
export type Gradebook = ReturnType<typeof createGradebook>;

export const gradeScopes = [`${spec.ags}/scope/lineitem`, `${spec.ags}/scope/score`] as const;
