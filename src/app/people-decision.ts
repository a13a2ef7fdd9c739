import {
  DECISIONS,
  decisionsOf,
  idIn,
  type Named,
  pairKey,
  printOf,
  recordsOf,
  STATES,
} from '../domain/matching/decisions';
import type { Cell } from '../domain/registry/cell';
import { tabs } from '../domain/registry/tabs';
import type { Registry } from '../domain/registry/workbook';
import { nextId } from '../domain/text/id';
import { accessOf } from './access';
import { type Ports, Refusal } from './ports';
import { type ReadWorkbook, readWorkbook } from './read-workbook';
import { type CellChange, writeCells } from './write-cells';

export interface PeopleDecision {
  /** IDs of two records of people, in any order. */
  readonly first: string;
  readonly second: string;
  /** «одно лицо» or «разные люди». */
  readonly decision: string;
  readonly reason: string;
}

/**
 * Keeps a person's decision about two records: a new row of «Совпадения людей», or the row of an earlier decision about
 * the same two, brought up to date. Nothing is merged.
 * @returns ID of the row
 * @throws Refusal without a reason, for records that are not there, or when the row changed meanwhile
 */
export function decidePeople(ports: Ports, request: PeopleDecision): { readonly id: string } {
  const reason = request.reason.trim();
  const [first, second] = [idIn(request.first), idIn(request.second)].sort();
  if (!(DECISIONS as readonly string[]).includes(request.decision))
    throw new Refusal(`Выберите решение: ${DECISIONS.join(' или ')}.`);
  if (reason === '') throw new Refusal('Впишите причину: её прочтёт тот, кто встретит эти записи потом.');
  if (first === '' || first === second) throw new Refusal('Укажите ID двух разных записей.');
  const done = ports.locks.alone(() =>
    decideAlone(ports, { first, second, decision: request.decision, reason }),
  );
  if (done === null) throw new Refusal('Книгу сейчас меняет другой запуск. Повторите через минуту.');
  return done.result;
}

function decideAlone(ports: Ports, { first, second, decision, reason }: PeopleDecision): { id: string } {
  const read = readWorkbook(ports.workbook);
  const { registry, titles } = read;
  const records = recordsOf(registry);
  const pair = [first, second].map((id): Named => {
    const entry = records.get(id);
    if (entry) return { id, entry };
    throw new Refusal(`Записи ${id} нет на вкладках «Кураторы», «Наставники» и «Наставляемые».`);
  });
  refuseStrangers(ports, registry, pair);
  const title = titles.get('matches');
  const { headers, entries } = registry.tabs.matches;
  if (title === undefined || !headers || headers.doubled.length > 0 || headers.missing.length > 0)
    throw new Refusal(
      `На вкладке «${tabs.matches.title}» нет нужных столбцов. Выполните «Наставничество → Настройка → Создать или обновить книгу» и повторите.`,
    );
  const values: Readonly<Record<string, Cell>> = {
    state: STATES.stands,
    decision,
    reason,
    decidedBy: ports.actor(),
    decidedOn: { date: ports.clock.today() },
    print: printOf(pair[0], pair[1]),
  };
  const earlier = decisionsOf(registry).filter(
    (d) => pairKey(d.first, d.second) === pairKey(first, second) && d.state !== STATES.replaced,
  )[0];
  if (earlier && earlier.entry.id !== '') {
    update(ports, read, earlier.entry.id, earlier.entry.row, values);
    return { id: earlier.entry.id };
  }
  const { prefix, digits } = tabs.matches.id!;
  const taken = entries.map((e) => e.id);
  const id = nextId(prefix, taken, digits);
  const row: Cell[] = new Array(Math.max(...headers.at.values()) + 1).fill('');
  for (const [key, position] of headers.at) row[position] = { id, first, second, ...values }[key] ?? '';
  ports.workbook.appendRow(title, row);
  return { id };
}

function update(
  ports: Ports,
  { registry, grids, titles }: ReadWorkbook,
  id: string,
  row: number,
  values: Readonly<Record<string, Cell>>,
): void {
  const cells = grids.get('matches')?.[row - 1] ?? [];
  const changes = [...(registry.tabs.matches.headers?.at ?? [])].flatMap(
    ([column, position]): CellChange[] =>
      values[column] === undefined
        ? []
        : [{ tab: 'matches', id, row, column, before: cells[position] ?? '', after: values[column] }],
  );
  if (writeCells(ports.workbook, titles, changes).refused.length > 0)
    throw new Refusal(
      `Решение ${id} только что изменил кто-то другой. Откройте его заново и решите ещё раз.`,
    );
}

/** A curator decides about people of the own organisation, an observer about nobody. */
function refuseStrangers(ports: Ports, registry: Registry, pair: readonly Named[]): void {
  const { role, organisations } = accessOf(ports, registry);
  const own = pair.some(({ entry }) => organisations.includes(String(entry.values.organisation ?? '')));
  if (role === 'observer' || (role === 'curator' && !own))
    throw new Refusal('Решение о записях другой организации принимает её куратор или координатор.');
}
