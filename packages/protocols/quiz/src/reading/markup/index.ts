export { decodeEntities } from './entities.ts';
export type { MarkupSink } from './markup-sink.ts';
export { readHtml } from './read-html.ts';
