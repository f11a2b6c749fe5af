export {
  type InboxResult,
  type ResultDecision,
  type ResultPlace,
  type ResultState,
  type UnmatchedReason,
  unmatchedReasons,
} from './inbox-result.ts';
export type { ResultInbox, ResultPage, ResultStore, Taken } from './ports.ts';
export {
  contentEventId,
  maxRawBytes,
  type ResultEvent,
  type ResultSource,
  type ResultSubject,
  resultIdOf,
  resultSources,
  type Saying,
} from './result-event.ts';
