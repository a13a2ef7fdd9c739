import { checkBook } from '../domain/checks/check';
import type { Obligation } from '../domain/roadmap/obligation';
import { fulfilmentNow } from './fulfilment-now';
import { type Ports, Refusal } from './ports';
import { readWorkbook } from './read-workbook';

export interface FulfilmentScreen {
  readonly today: string;
  readonly measures: readonly MeasureLine[];
  readonly obligations: readonly Obligation[];
}

/** A row of the roadmap as a panel or the command line shows it. */
export interface MeasureLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly rule: string;
  readonly controlDates: readonly string[];
  readonly status: string;
  readonly manual: string | null;
  /** Organisations that have fulfilled it, of those whom it concerns; null for a measure of the municipality. */
  readonly organisations: { readonly done: number; readonly of: number } | null;
  readonly found: string;
  readonly next: string;
}

/**
 * How the roadmap stands today; reads only.
 * @throws Refusal where the statuses of the workbook are typed by people
 */
export function fulfilmentScreen({ workbook, clock }: Ports): FulfilmentScreen {
  const { registry } = readWorkbook(workbook);
  const today = clock.today();
  const found = fulfilmentNow(registry, checkBook(registry, today).findings, today);
  if (found === null)
    throw new Refusal(
      'Статусы этой книги вписаны людьми: на вкладке «Дорожная карта» нет столбца «Статус вручную». Выполните «Настройка → Создать или обновить книгу».',
    );
  return {
    today,
    measures: found.measures.map(({ measure, status, manual, organisations, found: evidence, next }) => ({
      id: measure.id,
      number: measure.number,
      name: measure.name,
      rule: measure.rule,
      controlDates: measure.controlDates,
      status,
      manual,
      organisations,
      found: evidence,
      next,
    })),
    obligations: found.obligations,
  };
}
