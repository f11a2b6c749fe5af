import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, Validations } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct, type IConstruct } from 'constructs';
import * as z from 'zod';

/** Context that names the folder of the built pages; without it they are empty, as tests of templates want it. */
export const playerContext = 'sinau:player';

export interface PlayerPagesProps {
  /** The content bucket. */
  readonly bucket: IBucket;
  /** Where the pages lie in it, e.g. `player/`. */
  readonly prefix: string;
}

/**
 * Puts our own pages of content origins beside the packages. Files go first and stay, pages that name them follow: a
 * session that runs while a new version is deployed finds what its page named.
 */
export class PlayerPages extends Construct {
  constructor(scope: Construct, id: string, props: PlayerPagesProps) {
    super(scope, id);
    const dist: unknown = this.node.tryGetContext(playerContext);
    const built = typeof dist === 'string' ? sourcesIn(dist) : unbuilt;
    const keep = CacheControl.fromString('public, max-age=31536000, immutable');
    const files = this.deploy('Files', props, { sources: built.files, cacheControl: keep });
    const pages = this.deploy('Pages', props, { sources: built.pages, cacheControl: CacheControl.noCache() });
    pages.node.addDependency(files);
    acknowledgeDeployer(files);
  }

  private deploy(
    id: string,
    { bucket, prefix }: PlayerPagesProps,
    { sources, cacheControl }: { readonly sources: ISource[]; readonly cacheControl: CacheControl },
  ): BucketDeployment {
    return new BucketDeployment(this, id, {
      sources,
      destinationBucket: bucket,
      destinationKeyPrefix: prefix,
      cacheControl: [cacheControl],
      prune: false,
      retainOnDelete: true,
    });
  }
}

interface Sources {
  readonly files: ISource[];
  readonly pages: ISource[];
}

const unbuilt: Sources = {
  files: [Source.data('empty.txt', 'not built')],
  pages: [Source.data('empty.html', 'not built')],
};

/** Pages one by one: a pattern that leaves out everything else leaves out their folders too. */
function sourcesIn(dist: string): Sources {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  return {
    files: [Source.asset(dist, { exclude: ['*.html'] })],
    pages: pages.map((path) => Source.data(path, readFileSync(join(dist, path), 'utf8'))),
  };
}

/** The function that copies the files is the CDK's own, one of a stack; it runs when pages are deployed and only then. */
function acknowledgeDeployer({ handlerRole }: BucketDeployment): void {
  const deployer: IConstruct = handlerRole.node.scope ?? handlerRole;
  const reason = 'Made by the CDK for deployments of its assets, from its bucket to ours.';
  const acknowledge = (id: string) => Validations.of(deployer).acknowledge({ id, reason });
  acknowledge('AwsSolutions-L1');
  acknowledge(
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  );
  // References between stacks have their names only now, when everything is put together.
  deployer.node.addValidation({
    validate: () => {
      for (const policy of deployer.node.findAll().filter((child) => child instanceof CfnPolicy)) {
        const { Statement } = documentSchema.parse(Stack.of(deployer).resolve(policy.policyDocument));
        for (const { Action, Resource } of Statement) {
          for (const action of Action.filter((one) => one.endsWith('*')))
            acknowledge(`AwsSolutions-IAM5[Action::${action}]`);
          for (const resource of Resource.filter((one) => one.endsWith('/*')))
            acknowledge(`AwsSolutions-IAM5[Resource::${resource}]`);
        }
      }
      return [];
    },
  });
}

const list = <Entry extends z.ZodType>(entry: Entry) =>
  z.union([z.array(entry), entry.transform((one) => [one])]);
const partSchema = z.union([
  z.string(),
  z.object({ Ref: z.string() }).transform(({ Ref }) => `<${Ref}>`),
  z.object({ 'Fn::Sub': z.string() }).transform((one) => one['Fn::Sub'].replaceAll(/\$\{([^}]+)\}/g, '<$1>')),
  z.object({ 'Fn::ImportValue': z.string() }).transform((one) => one['Fn::ImportValue']),
]);
const resourceSchema = z.union([
  partSchema,
  z
    .object({ 'Fn::Join': z.tuple([z.literal(''), z.array(partSchema)]) })
    .transform((one) => one['Fn::Join'][1].join('')),
]);
const documentSchema = z.object({
  Statement: z.array(z.object({ Action: list(z.string()), Resource: list(resourceSchema) })),
});
