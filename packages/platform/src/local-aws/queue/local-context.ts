import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

/** The Lambda context of one invocation in this process. */
export function localContext(functionName: string, limitSeconds: number): Context {
  const endsAt = performance.now() + limitSeconds * 1_000;
  const nothing = () => undefined;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:ap-southeast-3:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAt - performance.now())),
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}
