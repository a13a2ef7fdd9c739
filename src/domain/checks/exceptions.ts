import type { Entry } from '../registry/read';
import type { Registry } from '../registry/workbook';
import { foldHeader } from '../text/fold';
import { likelyId } from '../text/id';
import { shortDate } from '../text/print-date';
import type { Finding } from './finding';

/** How a warning came to be accepted. */
export interface Acceptance {
  /** ID of the row of «Исключения», '' when it has none yet. */
  readonly exception: string;
  readonly reason: string;
  readonly by: string;
  /** Last day, `yyyy-mm-dd`; '' without end. */
  readonly until: string;
}

export interface AppliedExceptions {
  readonly accepted: ReadonlyMap<Finding, Acceptance>;
  /** What the column «Состояние» says, in the order of the entries. */
  readonly states: readonly string[];
}

/**
 * Which findings are accepted: by code, record and (where the exception names one) column. Errors cannot be accepted; an
 * exception without reason, name or date, or past its last day, is not in force.
 */
export function applyExceptions(
  registry: Registry,
  findings: readonly Finding[],
  today: string,
): AppliedExceptions {
  const { entries } = registry.tabs.exceptions;
  const accepted = new Map<Finding, Acceptance>();
  if (entries.length === 0) return { accepted, states: [] };
  const byRecord = new Map<string, Finding[]>();
  const wanted = new Set(entries.map(keyOf));
  for (const finding of findings) {
    const key = `${finding.code}|${finding.recordId}`;
    if (finding.recordId === '' || !wanted.has(key)) continue;
    const known = byRecord.get(key);
    if (known) known.push(finding);
    else byRecord.set(key, [finding]);
  }
  const states = entries.map((entry) => {
    const column = foldHeader(textOf(entry, 'column'));
    const matching = (byRecord.get(keyOf(entry)) ?? []).filter(
      (f) => column === '' || foldHeader(f.column) === column,
    );
    const until = textOf(entry, 'until');
    if (lacksGrounds(entry) !== null) return 'не действует: нужны причина, кто принял и дата';
    if (until !== '' && until < today) return `истекло ${shortDate(until)}`;
    if (matching.length === 0) return 'замечания больше нет';
    const open = matching.filter((f) => f.severity !== 'error');
    if (open.length === 0) return 'не действует: ошибку принять нельзя';
    const acceptance: Acceptance = {
      exception: entry.id,
      reason: textOf(entry, 'reason'),
      by: textOf(entry, 'acceptedBy'),
      until,
    };
    for (const finding of open) if (!accepted.has(finding)) accepted.set(finding, acceptance);
    return until === '' ? 'действует' : `действует до ${shortDate(until)}`;
  });
  return { accepted, states };
}

/** Key of the first column that an exception must have filled and has not; null when its grounds are complete. */
export function lacksGrounds(entry: Entry): string | null {
  return ['reason', 'acceptedBy', 'acceptedOn'].find((key) => textOf(entry, key) === '') ?? null;
}

/** The code of an exception as the rules write it: people type «р-21» with Cyrillic letters, too. */
export function codeOf(entry: Entry): string {
  const text = textOf(entry, 'code').trim().toUpperCase().replace(/^Р/, 'R').replace(/^[СЅ]/, 'S');
  const found = /^([RS])\s?[-‐-―−]?\s?(\d{1,2})$/.exec(text);
  return found ? `${found[1]}-${found[2].padStart(2, '0')}` : text;
}

/** ID of the record that an exception is about; what stands after it in the cell is a label. */
export function recordOf(entry: Entry): string {
  const front = textOf(entry, 'record')
    .trim()
    .split(/[\s·;,]/)[0];
  return likelyId(front) ?? front;
}

function keyOf(entry: Entry): string {
  return `${codeOf(entry)}|${recordOf(entry)}`;
}

function textOf({ values }: Entry, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value.trim() : '';
}
