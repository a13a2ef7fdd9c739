import type { ColumnLayout } from '../domain/workbook/layout';
import { laidOut } from '../domain/workbook/plan-tab';
import {
  type ColumnDamage,
  type DamageKind,
  damages,
  type Placed,
  type StrayRow,
  type TabPlan,
} from '../domain/workbook/repair-plan';
import { moveOut } from './move-out';
import type { Ports } from './ports';

/** What became of one tab. */
export interface MendedTab {
  readonly placed: readonly Placed[];
  readonly moved: readonly StrayRow[];
  /** Kinds that could not be mended after all. */
  readonly refused: readonly DamageKind[];
}

/**
 * Mends what was accepted of a plan; nothing else is written. What the plan does not know is not touched.
 * @throws TypedTableError before anything is written
 */
export function mendTab(ports: Ports, plan: TabPlan, accepts: (kind: DamageKind) => boolean): MendedTab {
  const { layouts, workbook } = ports;
  const { title } = plan.layout;
  const due = (kind: DamageKind) => accepts(kind) && plan.differences.some((d) => d.kind === kind);
  const nothing: MendedTab = { placed: plan.placed, moved: [], refused: [] };
  if (!plan.differences.some(({ kind }) => damages[kind].mends && accepts(kind))) return nothing;
  // Everything else is addressed by rows as they stand once the headers are in row 1.
  if (plan.headerRow > 0 && !accepts('header-row')) return nothing;
  layouts.probe(title, Math.max(1, ...plan.placed.map((p) => p.position + 1)));
  if (plan.headerRow > 0) layouts.raiseHeader(title, plan.headerRow, plan.blankAbove);
  const moved = moveOut(
    ports,
    title,
    plan.stray.filter((row) => accepts(row.kind)),
  );
  for (const { position, text, kind } of plan.headers)
    if (accepts(kind)) layouts.setHeader(title, position, text);
  const placed = addMissing(ports, plan, accepts);
  const of = (kind: ColumnDamage) => (accepts(kind) ? plan.columns[kind] : []);
  const columns: TabPlan['columns'] = {
    'header-note': of('header-note'),
    'header-look': of('header-look'),
    format: of('format'),
    validation: of('validation'),
    'validation-source': of('validation-source'),
    wrap: of('wrap'),
  };
  // Frozen rows that are deleted are no longer frozen.
  const [undressed, unfrozen] = [plan.undressed && accepts('wrap'), due('frozen') || plan.headerRow > 0];
  const merged = due('merged') ? plan.merged : [];
  if (undressed || unfrozen || merged.length > 0 || Object.values(columns).some((list) => list.length > 0))
    layouts.mend(title, { placed: plan.placed, columns, undressed, unfrozen, merged });
  const widened = placed.length > plan.placed.length && placed.some((p) => p.column.owner === 'script');
  const guarded = due('protection') || widened ? layouts.protect(title, placed) : true;
  for (const { position, values } of accepts('dictionary-empty') ? plan.refills : [])
    workbook.writeBlocks(title, [{ row: 1, column: position, values: values.map((value) => [value]) }]);
  if (due('rows-missing') && placed.length === plan.layout.columns.length)
    workbook.append(
      title,
      plan.rowsToAdd.map((row) => laidOut(row, plan.layout, placed)),
    );
  return { placed, moved, refused: guarded ? [] : ['protection'] };
}

function addMissing(
  { layouts }: Ports,
  plan: TabPlan,
  accepts: (kind: DamageKind) => boolean,
): readonly Placed[] {
  const missing: readonly ColumnLayout[] = accepts('column-missing') ? plan.missing : [];
  if (missing.length === 0) return plan.placed;
  layouts.addColumns(plan.layout.title, plan.addAt, missing);
  return [...plan.placed, ...missing.map((column, i) => ({ column, position: plan.addAt + i }))];
}
