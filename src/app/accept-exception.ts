import { checkBook } from '../domain/checks/check';
import type { Cell } from '../domain/registry/cell';
import { tabs } from '../domain/registry/tabs';
import { exceptions } from '../domain/registry/tabs/exceptions';
import type { Registry } from '../domain/registry/workbook';
import { isDate } from '../domain/text/calendar';
import { nextId } from '../domain/text/id';
import { accessOf } from './access';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

export interface AcceptRequest {
  /** Code of the finding, `R-21`. */
  readonly code: string;
  /** ID of the record. */
  readonly record: string;
  /** Title of the column where the record has several findings of this code. */
  readonly column?: string;
  readonly reason: string;
  /** Last day, `yyyy-mm-dd`; absent: until the data change. */
  readonly until?: string;
}

/**
 * Accepts a warning or a hint: adds a row to «Исключения». Who accepts is the acting person.
 * @throws Refusal for an error, for a finding that is not there (any more), without a reason, from another organisation
 */
export function acceptException(ports: Ports, request: AcceptRequest): { readonly id: string } {
  const reason = request.reason.trim();
  if (reason === '') throw new Refusal('Впишите причину: исключение без причины не действует.');
  const today = ports.clock.today();
  if (request.until !== undefined && (!isDate(request.until) || request.until < today))
    throw new Refusal('Укажите последний день действия не раньше сегодняшнего или оставьте поле пустым.');
  const done = ports.locks.alone(() => acceptAlone(ports, { ...request, reason }, today));
  if (done === null) throw new Refusal('Книгу сейчас меняет другой запуск. Повторите через минуту.');
  return done.result;
}

function acceptAlone(ports: Ports, request: AcceptRequest, today: string): { id: string } {
  const { registry, titles } = readWorkbook(ports.workbook);
  const { code, record, column } = request;
  const found = checkBook(registry, today).findings.filter(
    (f) => f.code === code && f.recordId === record && (column === undefined || f.column === column),
  );
  if (found.length === 0)
    throw new Refusal(`У записи ${record} замечания ${code} уже нет: принимать нечего.`);
  refuseStrangers(ports, registry, found[0].organisation);
  if (found.every((f) => f.severity === 'error'))
    throw new Refusal(`Ошибку ${code} нельзя принять как исключение: исправьте запись ${record}.`);
  if (found.every((f) => f.severity === 'error' || f.accepted !== null))
    throw new Refusal(`Замечание ${code} у записи ${record} уже принято.`);
  const { headers, entries } = registry.tabs.exceptions;
  const title = titles.get('exceptions');
  if (title === undefined || !headers || headers.doubled.length > 0 || headers.missing.length > 0)
    throw new Refusal(
      `На вкладке «${tabs.exceptions.title}» нет нужных столбцов. Выполните «Наставничество → Настройка → Создать или обновить книгу» и повторите.`,
    );
  const { prefix, digits } = exceptions.id!;
  const id = nextId(
    prefix,
    entries.map((e) => e.id),
    digits,
  );
  const values: Readonly<Record<string, Cell>> = {
    id,
    code,
    record,
    column: column ?? '',
    reason: request.reason,
    acceptedBy: ports.actor(),
    acceptedOn: { date: today },
    until: request.until === undefined ? '' : { date: request.until },
  };
  const row: Cell[] = new Array(Math.max(...headers.at.values()) + 1).fill('');
  for (const [key, position] of headers.at) row[position] = values[key] ?? '';
  ports.workbook.appendRow(title, row);
  return { id };
}

/** A curator accepts for the own organisation, an observer for nobody. */
function refuseStrangers(ports: Ports, registry: Registry, organisation: string): void {
  const { role, organisations } = accessOf(ports, registry);
  const own = organisation === '' || organisations.includes(organisation);
  if (role === 'observer' || (role === 'curator' && !own))
    throw new Refusal('Замечание к записи другой организации принимает её куратор или координатор.');
}
