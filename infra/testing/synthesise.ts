import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { buildSinau } from '../sinau.ts';

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});
const cdkSchema = z.object({ context: z.record(z.string(), z.unknown()) });

export interface Resource {
  readonly stack: string;
  readonly region: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy: string | undefined;
}

export interface Synthesised {
  readonly resources: readonly Resource[];
  /** What stacks export to each other, by name. */
  readonly exports: ReadonlyMap<string, { readonly stack: string; readonly value: unknown }>;
  ofType(type: string): readonly Resource[];
}

type Context = Readonly<Record<string, unknown>>;

/**
 * What `use` makes of an app with the context of cdk.json, whose functions hold no code, and that is not validated. Its
 * folder of templates is gone afterwards.
 */
export function withQuickApp<Result>(context: Context, use: (app: App) => Result): Result {
  const file = readFileSync(resolve(import.meta.dirname, '../../cdk.json'), 'utf8');
  const outdir = mkdtempSync(join(tmpdir(), 'sinau-cdk-'));
  try {
    return use(
      new App({
        context: { ...cdkSchema.parse(JSON.parse(file)).context, ...context },
        outdir,
        analyticsReporting: false,
        builtinCloudFormationValidation: false,
        treeMetadata: false,
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

export function synthesise(app: App): Synthesised {
  const resources: Resource[] = [];
  const exports = new Map<string, { readonly stack: string; readonly value: unknown }>();
  for (const { stackName: stack, template, environment } of app.synth().stacks) {
    const { Resources, Outputs } = templateSchema.parse(template);
    for (const [id, { Type, Properties, DeletionPolicy }] of Object.entries(Resources)) {
      const common = { stack, region: environment.region, id, deletionPolicy: DeletionPolicy };
      resources.push({ ...common, type: Type, properties: Properties });
    }
    for (const { Value, Export } of Object.values(Outputs)) {
      if (Export) exports.set(Export.Name, { stack, value: Value });
    }
  }
  return { resources, exports, ofType: (type) => resources.filter((one) => one.type === type) };
}

let whole: Synthesised | undefined;

/** All of Sinau as cdk.json configures it, put together once. */
export function sinau(): Synthesised {
  whole ??= withQuickApp({}, (app) => {
    buildSinau(app);
    return synthesise(app);
  });
  return whole;
}
