import { recordColumns } from '@sinau/exports/columns';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { textOf } from './testing/references.ts';
import { sinau } from './testing/synthesise.ts';

const tableSchema = z.object({
  Name: z.string(),
  PartitionKeys: z.array(z.object({ Name: z.string(), Type: z.string() })),
  Parameters: z.record(z.string(), z.unknown()),
  StorageDescriptor: z.object({
    Columns: z.array(z.object({ Name: z.string(), Type: z.string() })),
    Location: z.unknown(),
    SerdeInfo: z.object({ SerializationLibrary: z.string() }),
  }),
});

function tableOf() {
  const [table, ...others] = sinau().ofType('AWS::Glue::Table');
  expect(others).toEqual([]);
  return tableSchema.parse(table?.properties.TableInput);
}

describe('the table of records', () => {
  it('has the columns that files are written with, in their order', () => {
    expect(tableOf().StorageDescriptor.Columns.map(({ Name, Type }) => [Name, Type])).toEqual(
      recordColumns.map(({ name, type }) => [name, type]),
    );
  });

  it('finds the folders that daily files are written to, and only for an agency that is named', () => {
    const { Parameters, PartitionKeys, StorageDescriptor } = tableOf();
    expect(PartitionKeys.map(({ Name }) => Name)).toEqual(['agency', 'date']);
    expect(Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.agency.type': 'injected',
      'projection.date.type': 'date',
      'projection.date.format': 'yyyy-MM-dd',
    });
    expect(textOf(Parameters['storage.location.template'])).toMatch(
      /^s3:\/\/.+\/parquet\/agency=\$\{agency\}\/date=\$\{date\}$/,
    );
    expect(textOf(StorageDescriptor.Location)).toMatch(/\/parquet$/);
  });
});

describe('the bucket of record files', () => {
  const bucket = () =>
    sinau()
      .ofType('AWS::S3::Bucket')
      .find(({ id }) => id.startsWith('RecordFiles'));

  it('deletes exports after their week and keeps daily files', () => {
    const rules = z
      .object({ Rules: z.array(z.record(z.string(), z.unknown())) })
      .parse(bucket()?.properties.LifecycleConfiguration).Rules;
    const expiring = rules.filter((rule) => 'ExpirationInDays' in rule);
    expect(expiring).toEqual([{ ExpirationInDays: 8, Prefix: 'exports/', Status: 'Enabled' }]);
  });

  it('keeps no versions, so that what was erased is gone', () => {
    expect(bucket()?.properties).not.toHaveProperty('VersioningConfiguration');
  });
});

describe('the exporter', () => {
  it('is told every night to write daily files, and every ten minutes to look for what lies about', () => {
    const rules = sinau()
      .ofType('AWS::Events::Rule')
      .flatMap(({ properties }) => {
        const targets = z.array(z.object({ Input: z.string().optional() })).parse(properties.Targets);
        return targets.flatMap(({ Input }) => (Input ? [[properties.ScheduleExpression, Input]] : []));
      });
    expect(rules).toEqual(
      expect.arrayContaining([
        // Half past one in Jakarta.
        ['cron(30 18 * * ? *)', '{"kind":"start-daily"}'],
        ['rate(10 minutes)', '{"kind":"sweep"}'],
      ]),
    );
  });
});
