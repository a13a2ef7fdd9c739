import { type CheckCounts, type CheckedFinding, checkBook } from '../domain/checks/check';
import { CHECK_TITLE, rememberedFindings } from '../domain/checks/check-sheet';
import { accessOf } from './access';
import type { Ports } from './ports';
import { readWorkbook } from './read-workbook';

/**
 * What the side bar «Мои замечания» shows: `rpc('openFindings', {organisation?, record?})` gives
 * `{findings: [{code, severity, tab, row, recordId, column, found, expected, message, instruction, organisation,
 *   since: 'yyyy-mm-dd', state: 'new' | 'open' | 'accepted', accepted: null | {exception, reason, by, until}}],
 *   counts: {errors, warnings, hints, accepted, fixed, fresh}, completeness: % | null, quality: % | null,
 *   checkedAt: 'yyyy-mm-dd hh:mm'}`.
 * Computed now from the cells as they are, so what was fixed is gone at once; nothing is written. Accepted ones are at
 * the end; `counts` are of the organisation where one is given, else of the workbook. A curator gets the findings of the
 * own organisations only.
 */
export interface OpenFindings {
  readonly findings: readonly CheckedFinding[];
  readonly counts: CheckCounts;
  readonly completeness: number | null;
  readonly quality: number | null;
  readonly checkedAt: string;
}

export function openFindings(
  ports: Ports,
  { organisation, record }: { readonly organisation?: string; readonly record?: string },
): OpenFindings {
  const { workbook, clock } = ports;
  const { registry } = readWorkbook(workbook);
  const { role, organisations } = accessOf(ports, registry);
  const last = workbook.titles().includes(CHECK_TITLE) ? workbook.read(CHECK_TITLE) : null;
  const checked = checkBook(registry, clock.today(), rememberedFindings(last));
  const own = checked.organisations.find((o) => o.id === organisation);
  const { errors, warnings, hints, accepted, fixed, fresh } = own ?? checked.counts;
  return {
    findings: checked.findings.filter(
      (f) =>
        (organisation === undefined || f.organisation === organisation) &&
        (role !== 'curator' || organisations.includes(f.organisation)) &&
        (record === undefined || f.recordId === record),
    ),
    counts: { errors, warnings, hints, accepted, fixed, fresh },
    completeness: own?.completeness ?? null,
    quality: own?.quality ?? null,
    checkedAt: clock.now(),
  };
}
