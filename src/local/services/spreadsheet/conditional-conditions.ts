import { type EnumValue, enumeration } from '../../host/enums';
import { ColorImpl, concreteColor } from './color';
import type { ScriptCriterion } from './criteria-builder';

/** What a cell that meets the condition looks like; an absent part stays as it is. Colours are those of color.ts. */
export interface ConditionalStyle {
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

export interface GradientPoint {
  /** Key of InterpolationType. */
  readonly type: string;
  readonly value: string;
  readonly color: string;
}

export interface Gradient {
  readonly min?: GradientPoint;
  readonly mid?: GradientPoint;
  readonly max?: GradientPoint;
}

export class BooleanConditionImpl {
  static readonly api = 'Spreadsheet.BooleanCondition';
  constructor(
    readonly criterion: ScriptCriterion,
    readonly style: ConditionalStyle,
  ) {}
  toString(): string {
    return 'ConditionalFormatBooleanCondition';
  }
  getCriteriaType(): EnumValue {
    return enumeration('Spreadsheet.BooleanCriteria')[this.criterion.type];
  }
  getCriteriaValues(): unknown[] {
    return [...this.criterion.values];
  }
  getBackground(): string | null {
    return hex(this.style.background);
  }
  getFontColor(): string | null {
    return hex(this.style.fontColor);
  }
  getBackgroundObject(): ColorImpl | null {
    return colorObject(this.style.background);
  }
  getFontColorObject(): ColorImpl | null {
    return colorObject(this.style.fontColor);
  }
  getBold(): boolean | null {
    return this.style.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.style.italic ?? null;
  }
  getUnderline(): boolean | null {
    return this.style.underline ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.style.strikethrough ?? null;
  }
}

export class GradientConditionImpl {
  static readonly api = 'Spreadsheet.GradientCondition';
  constructor(readonly gradient: Gradient) {}
  toString(): string {
    return 'ConditionalFormatGradientCondition';
  }
  getMinColor(): string | null {
    return hex(this.gradient.min?.color);
  }
  getMinColorObject(): ColorImpl | null {
    return colorObject(this.gradient.min?.color);
  }
  getMinType(): EnumValue | null {
    return typeOf(this.gradient.min);
  }
  getMinValue(): string {
    return this.gradient.min?.value ?? '';
  }
  getMidColor(): string | null {
    return hex(this.gradient.mid?.color);
  }
  getMidColorObject(): ColorImpl | null {
    return colorObject(this.gradient.mid?.color);
  }
  getMidType(): EnumValue | null {
    return typeOf(this.gradient.mid);
  }
  getMidValue(): string {
    return this.gradient.mid?.value ?? '';
  }
  getMaxColor(): string | null {
    return hex(this.gradient.max?.color);
  }
  getMaxColorObject(): ColorImpl | null {
    return colorObject(this.gradient.max?.color);
  }
  getMaxType(): EnumValue | null {
    return typeOf(this.gradient.max);
  }
  getMaxValue(): string {
    return this.gradient.max?.value ?? '';
  }
}

function hex(color: string | undefined): string | null {
  return color === undefined ? null : concreteColor(color);
}

function colorObject(color: string | undefined): ColorImpl | null {
  return color === undefined ? null : new ColorImpl(color);
}

function typeOf(point: GradientPoint | undefined): EnumValue | null {
  return point ? enumeration('Spreadsheet.InterpolationType')[point.type] : null;
}
