import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface ObservabilityStackProps extends StackProps {
  readonly alarmEmail: string;
  readonly api: HttpApi;
  readonly functions: readonly Lambda[];
  readonly streamFollowers: readonly Lambda[];
  readonly deadLetters: readonly Queue[];
  readonly tables: readonly TableV2[];
}

/** One dashboard, and alarms that each name their page of the runbook. */
export class ObservabilityStack extends Stack {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(props.alarmEmail));

    for (const queue of props.deadLetters) {
      const metric = queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) });
      this.alarm(`${pathOf(queue)}Filled`, { metric, threshold: 1, runbook: 'dead-letters' });
    }
    this.alarm('ServerErrors', {
      metric: props.api.metricServerError(),
      threshold: 5,
      runbook: 'server-errors',
    });
    for (const lambda of props.functions) {
      const errors = lambda.metricErrors();
      this.alarm(`${nameOf(lambda)}Errors`, { metric: errors, threshold: 5, runbook: 'function-errors' });
      const throttles = lambda.metricThrottles();
      this.alarm(`${nameOf(lambda)}Throttles`, { metric: throttles, threshold: 1, runbook: 'throttles' });
    }
    for (const lambda of props.streamFollowers) {
      const metric = lambda.metric('IteratorAge', { statistic: 'max' });
      this.alarm(`${nameOf(lambda)}Lag`, { metric, threshold: 60_000, runbook: 'stream-lag' });
    }
    for (const table of props.tables) {
      this.alarm(`${table.node.id}Throttles`, {
        metric: throttlesOf(table),
        threshold: 1,
        runbook: 'throttles',
      });
    }
    this.readingsNotNoted(props.functions);
    this.sealsStandStill(props.functions);
    this.dashboard(props);
  }

  /** Officers go on where their look could not be noted; somebody has to know. */
  private readingsNotNoted(functions: readonly Lambda[]): void {
    const names = { metricNamespace: 'Sinau', metricName: 'ReadingsNotNoted' };
    for (const lambda of functions.filter((one) => showsPeople.includes(nameOf(one).toLowerCase()))) {
      new MetricFilter(this, `${nameOf(lambda)}ReadingsNotNoted`, {
        ...{ ...names, logGroup: lambda.logGroup, metricValue: '1' },
        filterPattern: FilterPattern.stringValue('$.message', '=', 'a reading was not noted'),
      });
    }
    const { metricNamespace: namespace, metricName } = names;
    const metric = new Metric({ namespace, metricName, statistic: 'sum' });
    this.alarm('ReadingsNotNoted', { metric, threshold: 1, runbook: 'readings-not-noted' });
  }

  /** Documents count without a seal, and an agency's own people mend it: somebody has to know that they have not. */
  private sealsStandStill(functions: readonly Lambda[]): void {
    const names = { metricNamespace: 'Sinau', metricName: 'SealsStandStill' };
    for (const lambda of functions.filter((one) => nameOf(one) === 'Connector')) {
      new MetricFilter(this, 'SealsStandStillFilter', {
        ...{ ...names, logGroup: lambda.logGroup, metricValue: '1' },
        filterPattern: FilterPattern.stringValue('$.message', '=', 'sealing stands still'),
      });
    }
    const { metricNamespace: namespace, metricName } = names;
    const metric = new Metric({ namespace, metricName, statistic: 'sum' });
    this.alarm('SealsStandStill', { metric, threshold: 1, runbook: 'electronic-seal' });
  }

  private alarm(
    id: string,
    options: { readonly metric: IMetric; readonly threshold: number; readonly runbook: string },
  ): void {
    const alarm = new Alarm(this, id, {
      metric: options.metric,
      threshold: options.threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `What to do: docs/runbook.md#${options.runbook}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }

  private dashboard(props: ObservabilityStackProps): void {
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph('Requests', [props.api.metricCount()]),
          graph('Errors', [props.api.metricClientError(), props.api.metricServerError()]),
          graph('Latency', [
            props.api.metricLatency({ statistic: 'p50' }),
            props.api.metricLatency({ statistic: 'p95' }),
          ]),
        ],
        [
          graph(
            'Function duration, p95',
            props.functions.map((lambda) => lambda.metricDuration({ statistic: 'p95' })),
          ),
          graph(
            'Function errors',
            props.functions.map((lambda) => lambda.metricErrors()),
          ),
          graph(
            'Dead letters',
            props.deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
        ],
        [
          graph(
            'Write units',
            props.tables.map((table) => table.metricConsumedWriteCapacityUnits()),
          ),
          graph(
            'Read units',
            props.tables.map((table) => table.metricConsumedReadCapacityUnits()),
          ),
          graph('Table throttles', props.tables.map(throttlesOf)),
        ],
      ],
    });
  }
}

/** Whose doors declare whose records they show. */
const showsPeople = ['portal', 'api', 'records', 'xapi'];

/** The construct that a function or a table is made by has the name that people know. */
function nameOf(lambda: Lambda): string {
  return lambda.node.scope?.node.id ?? lambda.node.id;
}

/** `ImportsDeadLetters` for `Imports/DeadLetters/Queue`. */
function pathOf(queue: Queue): string {
  return queue.node.scopes
    .slice(2, -1)
    .map(({ node }) => node.id)
    .join('');
}

function throttlesOf(table: TableV2): Metric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName: 'WriteThrottleEvents',
    dimensionsMap: { TableName: table.tableName },
    statistic: 'sum',
  });
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 8 });
}
