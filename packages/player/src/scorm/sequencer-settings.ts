/*
 * Settings of the sequencer in scorm-again, as far as we set them, in words instead of its enums. Its own types say the
 * same of the shape; sequencer.test.ts shows that it understands the words.
 */

export interface ActivitySettings {
  readonly id: string;
  readonly title: string;
  readonly isVisible?: boolean;
  readonly attemptLimit?: number;
  readonly primaryObjective?: ObjectiveSettings;
  readonly objectives?: readonly ObjectiveSettings[];
  readonly sequencingControls?: SequencingControlsSettings;
  readonly deliveryControls?: Readonly<Record<string, boolean>>;
  readonly sequencingRules?: Readonly<Record<string, readonly SequencingRuleSettings[]>>;
  readonly rollupRules?: RollupRulesSettings;
  readonly rollupConsiderations?: Readonly<Record<string, string | boolean>>;
  readonly completionThreshold?: Readonly<Record<string, number | boolean>>;
  readonly hideLmsUi?: readonly string[];
  readonly sharedDataMaps?: readonly Readonly<Record<string, string | boolean>>[];
  readonly children?: readonly ActivitySettings[];
}

export interface ObjectiveSettings {
  readonly objectiveID: string;
  readonly isPrimary: boolean;
  readonly satisfiedByMeasure: boolean;
  readonly minNormalizedMeasure: number | null;
  readonly mapInfo: readonly Readonly<Record<string, string | boolean>>[];
}

export type SequencingControlsSettings = Readonly<Record<string, boolean | number | string | null>>;

export interface SequencingRuleSettings {
  readonly action: string;
  readonly conditionCombination: 'all' | 'any';
  readonly conditions: readonly {
    readonly condition: string;
    readonly operator?: string;
    readonly referencedObjective?: string;
    readonly parameters?: Readonly<Record<string, number>>;
  }[];
}

export interface RollupRulesSettings {
  readonly rules: readonly {
    readonly action: string;
    readonly consideration: string;
    readonly minimumCount: number;
    readonly minimumPercent: number;
    readonly conditionCombination: 'all' | 'any';
    readonly conditions: readonly { readonly condition: string; readonly operator: string }[];
  }[];
}
