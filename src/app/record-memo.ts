import type { WaveReport } from '../domain/monitoring/report';
import type { Cell } from '../domain/registry/cell';
import type { Entry } from '../domain/registry/read';
import { documents } from '../domain/registry/tabs/documents';
import { nextId } from '../domain/text/id';
import { monthYear } from '../domain/text/print-date';
import { cleanText } from '../domain/text/spaces';
import type { Ports } from './ports';
import type { ReadWorkbook } from './read-workbook';

const KIND = 'Аналитическая справка';

/**
 * The link to the memo on the tab «Документы»: one draft row a wave. A row that a person has signed (it has a number, or
 * is no draft any more) is never changed: a later run adds a new draft.
 * @returns the added row; null where a draft was reused or the tab cannot be written to
 */
export function recordMemo(
  ports: Ports,
  read: ReadWorkbook,
  report: WaveReport,
  url: string,
  today: string,
): Entry | null {
  const tab = read.registry.tabs.documents;
  const title = read.titles.get('documents');
  const headers = tab.headers;
  if (title === undefined || !headers || headers.doubled.length > 0 || !headers.at.has('kind')) return null;
  // As it will be read back: without the no-break space.
  const name = cleanText(`Аналитическая справка по итогам мониторинга, ${monthYear(report.wave)}`);
  const draft = tab.entries.find(
    ({ values: v }) => v.kind === KIND && v.name === name && v.recordStatus === 'Черновик' && v.number === '',
  );
  const linkAt = headers.at.get('link');
  if (draft) {
    if (linkAt !== undefined) ports.workbook.writeCell(title, draft.row - 1, linkAt, url);
    return null;
  }
  const { prefix, digits } = documents.id!;
  const id = nextId(
    prefix,
    tab.entries.map((e) => e.id),
    digits,
  );
  const values: Record<string, Cell> = {
    id,
    level: 'муниципальный',
    kind: KIND,
    name,
    link: url,
    recordStatus: 'Черновик',
    updatedOn: { date: today },
    updatedBy: ports.actor(),
  };
  const width = Math.max(...headers.at.values()) + 1;
  const row: Cell[] = new Array(width).fill('');
  for (const [key, position] of headers.at) row[position] = values[key] ?? '';
  ports.workbook.append(title, [row]);
  return { row: 0, id, values: { name, recordStatus: 'Черновик' }, due: 0, filled: 0, errors: 0 };
}
