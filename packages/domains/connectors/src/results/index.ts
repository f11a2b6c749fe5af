export { type ResultEvent, type ResultSource, type ResultSubject, resultSources } from './result-event.ts';
