import { cleanOrderNumber, parseOrderReference } from '../text/order-number';
import { parseReferences } from '../text/reference';
import { cleanText } from '../text/spaces';
import { cellText, isDateCell } from './cell';
import { problem } from './problem';
import type { CellReader } from './values';

export const readReference: CellReader = (cell, report) => {
  const ids = readReferences(cell, report) as readonly string[];
  if (ids.length > 1)
    report(problem('R-56', 'В ячейке несколько ссылок, нужна одна.', 'одна запись', 'Оставьте одну запись.'));
  return ids.length === 1 ? ids[0] : '';
};

/** «Иная организация: …» is a workplace outside the registry (external mentors), kept as text. */
export const readOrganisation: CellReader = (cell, report) =>
  isOutside(cellText(cell)) ? cleanText(cellText(cell)) : readReference(cell, report);

/** An order typed as «26/1 от 01.09.2022» has its requisites, though the document itself is not in the registry. */
export const readOrder: CellReader = (cell, report) => {
  const text = cleanText(cellText(cell));
  if (/DOC-\d/.test(text) || parseOrderReference(text).error !== undefined)
    return readReference(cell, report);
  report(
    problem(
      'R-60',
      `Приказ «${text.slice(0, 60)}» вписан текстом, а не ссылкой.`,
      'ссылка на вкладку «Документы»',
      'Внесите приказ на вкладку «Документы» и выберите его из списка.',
      'warning',
    ),
  );
  return text;
};

export function isOutside(workplace: string): boolean {
  return /^\s*иная\s+организация/i.test(workplace);
}

export const readReferences: CellReader = (cell, report) => {
  const text = cellText(cell);
  const { ids, wrong } = parseReferences(text);
  for (const piece of wrong) {
    const advice = piece.likely ? ` Похоже на ${piece.likely}.` : '';
    report(
      problem(
        'R-03',
        `Ссылка «${piece.text.slice(0, 80)}» не читается.${advice}`,
        'номер записи и подпись, например NST-001 · …',
        'Выберите запись из выпадающего списка.',
      ),
    );
  }
  return ids;
};

export const readOrderNumber: CellReader = (cell, report) => {
  if (isDateCell(cell)) {
    report(
      problem(
        'R-52',
        `Номер превратился в дату ${cellText(cell)}.`,
        'номер текстом, например 26/1',
        'Задайте ячейке формат «Обычный текст» и впишите номер заново.',
      ),
    );
    return '';
  }
  return cleanOrderNumber(typeof cell === 'boolean' ? cellText(cell) : cell);
};
