import type { Forum } from '../forums/forum.ts';
import type { ForumStore } from '../forums/ports.ts';

/** Consultations, without a table. */
export function memoryForumStore(): ForumStore {
  const forums = new Map<string, Forum>();
  const at = (agencyId: string, forumId: string) => `${agencyId} ${forumId}`;
  return {
    find: async (agencyId, forumId) => forums.get(at(agencyId, forumId)),
    async list(agencyId, { limit, after }) {
      const all = [...forums.values()]
        .filter((forum) => forum.agencyId === agencyId && (after === undefined || forum.forumId < after))
        .toSorted((a, b) => (a.forumId < b.forumId ? 1 : -1));
      const page = all.slice(0, limit);
      const last = page.at(-1);
      return { forums: page, ...(last && all.length > limit && { next: last.forumId }) };
    },
    async save(next) {
      const key = at(next.agencyId, next.forumId);
      if ((forums.get(key)?.rev ?? 0) !== next.rev) return 'conflict';
      forums.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    async remove({ agencyId, forumId, rev }) {
      if (forums.get(at(agencyId, forumId))?.rev !== rev) return 'conflict';
      forums.delete(at(agencyId, forumId));
      return 'removed';
    },
  };
}
