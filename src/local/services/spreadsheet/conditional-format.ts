import type { EnumValue } from '../../host/enums';
import { fail } from '../../host/errors';
import { type ColorImpl, parseColor } from './color';
import {
  BooleanConditionImpl,
  type ConditionalStyle,
  type Gradient,
  GradientConditionImpl,
} from './conditional-conditions';
import { type Criterion, valuesFromModel, valuesToModel } from './criteria';
import { type CriterionHolder, criterionMethods, type ScriptCriterion } from './criteria-builder';
import type { RangeRef } from './model';
import type { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import type { SheetImpl } from './sheet';

export type { ConditionalStyle, Gradient, GradientPoint } from './conditional-conditions';

/** A rule as SheetModel.conditionalFormats holds it. Plain data. */
export interface ConditionalFormatModel {
  ranges: RangeRef[];
  criterion: Criterion | null;
  style: ConditionalStyle;
  gradient: Gradient | null;
}

/** The same as scripts hold it. */
interface ScriptRule {
  readonly ranges: readonly RangeImpl[];
  readonly criterion: ScriptCriterion | null;
  readonly style: ConditionalStyle;
  readonly gradient: Gradient | null;
}

export class ConditionalFormatRuleImpl {
  static readonly api = 'Spreadsheet.ConditionalFormatRule';
  constructor(readonly rule: ScriptRule) {}
  copy(): ConditionalFormatRuleBuilderImpl {
    return new ConditionalFormatRuleBuilderImpl(this.rule);
  }
  getRanges(): RangeImpl[] {
    return [...this.rule.ranges];
  }
  getBooleanCondition(): BooleanConditionImpl | null {
    return this.rule.criterion && new BooleanConditionImpl(this.rule.criterion, this.rule.style);
  }
  getGradientCondition(): GradientConditionImpl | null {
    return this.rule.gradient && new GradientConditionImpl(this.rule.gradient);
  }
}

export class ConditionalFormatRuleBuilderImpl implements CriterionHolder {
  static readonly api = 'Spreadsheet.ConditionalFormatRuleBuilder';
  #rule: ScriptRule;
  constructor(rule: ScriptRule = { ranges: [], criterion: null, style: {}, gradient: null }) {
    this.#rule = rule;
  }
  /** @throws when the rule has no condition or no range: such a rule cannot be set */
  build(): ConditionalFormatRuleImpl {
    const { criterion, gradient, ranges } = this.#rule;
    if (!criterion && !gradient)
      fail('ConditionalFormatRule must have a BooleanCondition or a GradientCondition.');
    if (ranges.length === 0) fail('ConditionalFormatRule must have at least one range.');
    return new ConditionalFormatRuleImpl(this.#rule);
  }
  copy(): ConditionalFormatRuleBuilderImpl {
    return new ConditionalFormatRuleBuilderImpl(this.#rule);
  }
  getRanges(): RangeImpl[] {
    return [...this.#rule.ranges];
  }
  getBooleanCondition(): BooleanConditionImpl | null {
    return new ConditionalFormatRuleImpl(this.#rule).getBooleanCondition();
  }
  getGradientCondition(): GradientConditionImpl | null {
    return new ConditionalFormatRuleImpl(this.#rule).getGradientCondition();
  }
  setRanges(ranges: readonly RangeImpl[]): this {
    this.#rule = { ...this.#rule, ranges: [...ranges] };
    return this;
  }
  holdCriterion(criterion: ScriptCriterion): this {
    this.#rule = { ...this.#rule, criterion, gradient: null };
    return this;
  }
  setBackground(text: string | null): this {
    return this.#style({ background: colorOf(text) });
  }
  setFontColor(text: string | null): this {
    return this.#style({ fontColor: colorOf(text) });
  }
  setBackgroundObject(color: ColorImpl | null): this {
    return this.#style({ background: color?.color ?? undefined });
  }
  setFontColorObject(color: ColorImpl | null): this {
    return this.#style({ fontColor: color?.color ?? undefined });
  }
  setBold(bold: boolean | null): this {
    return this.#style({ bold: bold ?? undefined });
  }
  setItalic(italic: boolean | null): this {
    return this.#style({ italic: italic ?? undefined });
  }
  setUnderline(underline: boolean | null): this {
    return this.#style({ underline: underline ?? undefined });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.#style({ strikethrough: strikethrough ?? undefined });
  }
  setGradientMinpoint(color: string): this {
    return this.#point('min', color, 'MIN', '');
  }
  setGradientMaxpoint(color: string): this {
    return this.#point('max', color, 'MAX', '');
  }
  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#point('min', color, type.name(), value);
  }
  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#point('mid', color, type.name(), value);
  }
  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.#point('max', color, type.name(), value);
  }
  setGradientMinpointObject(color: ColorImpl): this {
    return this.#point('min', color, 'MIN', '');
  }
  setGradientMaxpointObject(color: ColorImpl): this {
    return this.#point('max', color, 'MAX', '');
  }
  setGradientMinpointObjectWithValue(color: ColorImpl, type: EnumValue, value: string): this {
    return this.#point('min', color, type.name(), value);
  }
  setGradientMidpointObjectWithValue(color: ColorImpl, type: EnumValue, value: string): this {
    return this.#point('mid', color, type.name(), value);
  }
  setGradientMaxpointObjectWithValue(color: ColorImpl, type: EnumValue, value: string): this {
    return this.#point('max', color, type.name(), value);
  }
  #style(change: ConditionalStyle): this {
    this.#rule = { ...this.#rule, style: { ...this.#rule.style, ...change } };
    return this;
  }
  #point(at: keyof Gradient, given: string | ColorImpl, type: string, value: string): this {
    const color =
      (typeof given === 'object' ? given?.color : colorOf(given)) ?? fail(`Invalid color string: ${given}`);
    const gradient = { ...this.#rule.gradient, [at]: { type, value: String(value), color } };
    this.#rule = { ...this.#rule, criterion: null, gradient };
    return this;
  }
}
Object.assign(ConditionalFormatRuleBuilderImpl.prototype, criterionMethods);

function colorOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  return parseColor(text) ?? fail(`Invalid color string: ${text}`);
}

function toModel(sheet: SheetImpl, { rule }: ConditionalFormatRuleImpl): ConditionalFormatModel {
  if (rule.ranges.some((range) => range.sheet.model.id !== sheet.model.id))
    fail('Conditional format rule cannot reference a different sheet.');
  const { criterion } = rule;
  const { timeZone } = sheet.parent.model;
  return {
    ranges: rule.ranges.map(refOf),
    criterion: criterion && { type: criterion.type, values: valuesToModel(criterion.values, timeZone) },
    style: rule.style,
    gradient: rule.gradient,
  };
}

function fromModel(sheet: SheetImpl, model: ConditionalFormatModel): ConditionalFormatRuleImpl {
  const { criterion } = model;
  return new ConditionalFormatRuleImpl({
    ranges: model.ranges
      .map((ref) => rangeOfRef(sheet.parent, ref))
      .filter((r): r is RangeImpl => r !== null),
    criterion: criterion && { type: criterion.type, values: valuesFromModel(criterion, sheet.parent) },
    style: model.style,
    gradient: model.gradient,
  });
}

export const sheetConditionalFormatMethods = {
  getConditionalFormatRules(this: SheetImpl): ConditionalFormatRuleImpl[] {
    const models = this.model.conditionalFormats as ConditionalFormatModel[];
    return models.filter((m) => m.ranges.length > 0).map((model) => fromModel(this, model));
  },
  /** Replaces all rules; their order is their precedence. */
  setConditionalFormatRules(this: SheetImpl, rules: readonly ConditionalFormatRuleImpl[]): void {
    this.model.conditionalFormats = rules.map((rule) => toModel(this, rule));
  },
  clearConditionalFormatRules(this: SheetImpl): void {
    this.model.conditionalFormats = [];
  },
};
