export { type LocalDynamo, type LocalDynamoOptions, startLocalDynamo } from './start-local-dynamo.ts';
