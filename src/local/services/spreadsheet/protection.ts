import { type EnumValue, enumeration } from '../../host/enums';
import { fail } from '../../host/errors';
import { UserImpl } from '../user';
import type { ProtectionModel, RangeRef, SheetModel } from './model';
import { RangeImpl } from './range';
import { rangeOfRef, refOf } from './range-ref';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

/** What a named range gives; the class itself belongs to the grid. */
interface NamedRangeLike {
  getName(): string;
  getRange(): RangeImpl;
}

const emailOf = (user: string | UserImpl): string =>
  (typeof user === 'string' ? user : user.email).trim().toLowerCase();

export class ProtectionImpl {
  static readonly api = 'Spreadsheet.Protection';
  constructor(
    readonly sheet: SheetImpl,
    readonly model: ProtectionModel,
  ) {}

  addEditor(user: string | UserImpl): this {
    return this.addEditors([user]);
  }
  addEditors(users: readonly (string | UserImpl)[]): this {
    this.#checkMayEdit();
    for (const email of users.map(emailOf)) {
      if (email === '') fail('Invalid email: ');
      // The owner may always edit and is not listed.
      if (email !== this.#owner && !this.model.editors.includes(email)) this.model.editors.push(email);
    }
    return this;
  }
  removeEditor(user: string | UserImpl): this {
    return this.removeEditors([user]);
  }
  /** Neither the owner nor the acting person can be taken away; that is silent, as live. */
  removeEditors(users: readonly (string | UserImpl)[]): this {
    this.#checkMayEdit();
    const gone = new Set(users.map(emailOf));
    this.model.editors = this.model.editors.filter((e) => e === this.#me || !gone.has(e));
    return this;
  }
  getEditors(): UserImpl[] {
    this.#checkMayEdit();
    return this.model.editors.map((email) => new UserImpl(email));
  }
  canEdit(): boolean {
    return mayEdit(this.sheet, this.model);
  }
  canDomainEdit(): boolean {
    return this.model.domainEdit;
  }
  setDomainEdit(editable: boolean): this {
    this.#checkMayEdit();
    this.model.domainEdit = editable;
    return this;
  }
  getDescription(): string {
    return this.model.description;
  }
  setDescription(description: string): this {
    this.model.description = String(description);
    return this;
  }
  getProtectionType(): EnumValue {
    return enumeration('Spreadsheet.ProtectionType')[this.model.type];
  }
  /** The protected range; of a whole sheet all its cells, with an empty A1 notation. */
  getRange(): RangeImpl {
    const range = this.model.range && rangeOfRef(this.sheet.parent, this.model.range);
    if (range) return range;
    const { maxRows, maxColumns } = this.sheet.model;
    return new RangeImpl(this.sheet, 0, 0, maxRows, maxColumns, '');
  }
  setRange(range: RangeImpl): this {
    this.#checkMayEdit();
    this.model.range = refOf(range);
    this.model.rangeName = null;
    return this;
  }
  getRangeName(): string | null {
    return this.model.rangeName;
  }
  setRangeName(name: string): this {
    const named = this.sheet.parent.model.namedRanges.find((n) => n.name === name);
    if (!named) fail(`Named range not found: ${name}`);
    this.model.range = named.range;
    this.model.rangeName = name;
    return this;
  }
  setNamedRange(named: NamedRangeLike): this {
    this.model.range = refOf(named.getRange());
    this.model.rangeName = named.getName();
    return this;
  }
  getUnprotectedRanges(): RangeImpl[] {
    return this.model.unprotected
      .map((ref) => rangeOfRef(this.sheet.parent, ref))
      .filter((range): range is RangeImpl => range !== null);
  }
  setUnprotectedRanges(ranges: readonly RangeImpl[]): this {
    this.#checkMayEdit();
    if (this.model.type !== 'SHEET') fail('Unprotected ranges can only be set on a protected sheet.');
    if (ranges.some((r) => r.sheet.model.id !== this.sheet.model.id))
      fail('Unprotected ranges must be on the protected sheet.');
    this.model.unprotected = ranges.map(refOf);
    return this;
  }
  isWarningOnly(): boolean {
    return this.model.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    this.#checkMayEdit();
    this.model.warningOnly = warningOnly;
    return this;
  }
  remove(): void {
    this.#checkMayEdit();
    const { model } = this.sheet;
    model.protections = model.protections.filter((p) => p !== this.model);
  }

  get #me(): string {
    return this.sheet.context.user.toLowerCase();
  }
  get #owner(): string {
    return this.sheet.parent.model.owner.toLowerCase();
  }
  #checkMayEdit(): void {
    if (!this.canEdit()) fail(PROTECTED);
  }
}

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Whether a protection lets the acting person through: the owner always, everybody when it only warns. */
function mayEdit(sheet: SheetImpl, protection: ProtectionModel): boolean {
  const user = sheet.context.user.toLowerCase();
  if (protection.warningOnly || protection.domainEdit || user === sheet.parent.model.owner.toLowerCase())
    return true;
  return user !== '' && protection.editors.some((email) => email.toLowerCase() === user);
}

/**
 * Whether the acting person may change the cells: where protections overlap, one refusal is enough.
 * Cheap for a sheet without protections; called before every write of cells.
 */
export function isEditable(sheet: SheetImpl, ref: RangeRef): boolean {
  return sheet.model.protections.every(
    (p) =>
      mayEdit(sheet, p) ||
      (p.range !== null && !overlap(p.range, ref)) ||
      // A sheet protection lets through what lies wholly in one of its open ranges.
      p.unprotected.some((open) => within(open, ref)),
  );
}

/** @throws the live text when the acting person may not change the cells */
export function checkEditable(sheet: SheetImpl, ref: RangeRef): void {
  if (!isEditable(sheet, ref)) fail(PROTECTED);
}

function overlap(a: RangeRef, b: RangeRef): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

function within(outer: RangeRef, inner: RangeRef): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** A new protection lets everybody in who may edit the spreadsheet, until the script takes people away. */
function addProtection(sheet: SheetImpl, type: 'RANGE' | 'SHEET', range: RangeRef | null): ProtectionImpl {
  const { owner, editors } = sheet.parent.model;
  const last = Math.max(
    0,
    ...sheet.parent.model.sheets.flatMap((s) => s.protections.map((p) => Number(p.id) || 0)),
  );
  const model: ProtectionModel = {
    id: String(last + 1),
    type,
    range,
    description: '',
    warningOnly: false,
    editors: editors.map((e) => e.toLowerCase()).filter((e) => e !== owner.toLowerCase()),
    domainEdit: false,
    unprotected: [],
    rangeName: null,
  };
  sheet.model.protections.push(model);
  return shown(sheet, model);
}

const made = new WeakMap<ProtectionModel, ProtectionImpl>();

function shown(sheet: SheetImpl, model: ProtectionModel): ProtectionImpl {
  let known = made.get(model);
  if (!known) {
    known = new ProtectionImpl(sheet, model);
    made.set(model, known);
  }
  return known;
}

function ofType(sheet: SheetImpl, type: EnumValue): ProtectionImpl[] {
  return sheet.model.protections.filter((p) => p.type === type.name()).map((p) => shown(sheet, p));
}

export const rangeProtectionMethods = {
  protect(this: RangeImpl): ProtectionImpl {
    return addProtection(this.sheet, 'RANGE', refOf(this));
  },
  canEdit(this: RangeImpl): boolean {
    return isEditable(this.sheet, this.ref());
  },
};

export const sheetProtectionMethods = {
  /** A sheet has one protection: asking again gives the same one. */
  protect(this: SheetImpl): ProtectionImpl {
    const known = this.model.protections.find((p) => p.type === 'SHEET');
    return known ? shown(this, known) : addProtection(this, 'SHEET', null);
  },
  getProtections(this: SheetImpl, type: EnumValue): ProtectionImpl[] {
    return ofType(this, type);
  },
};

export const spreadsheetProtectionMethods = {
  getProtections(this: SpreadsheetImpl, type: EnumValue): ProtectionImpl[] {
    return this.model.sheets.flatMap((sheet: SheetModel) => ofType(this.sheetOf(sheet), type));
  },
};
