export { queueHandler } from './queue-handler.ts';
export { scheduleHandler } from './schedule-handler.ts';
export { streamHandler } from './stream-handler.ts';
