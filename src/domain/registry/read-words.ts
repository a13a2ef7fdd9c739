import { shown } from '../checks/finding';
import { splitValues } from '../text/multi-value';
import { parseYesNo } from '../text/parse-yes-no';
import { cleanText } from '../text/spaces';
import { checkUrl } from '../text/url';
import { cellText, isDateCell } from './cell';
import { type Problem, problem, refuse } from './problem';
import type { Column } from './tab';
import type { CellReader } from './values';
import type { Vocabulary } from './vocabulary';

/** Longer texts are no registry entries but pasted documents. */
const LONGEST = 5000;

export const readText: CellReader = (cell, report) => {
  if (typeof cell !== 'string') return cellText(cell);
  if (cell.length > LONGEST)
    report(
      problem(
        'R-54',
        `Слишком длинный текст: ${cell.length} знаков.`,
        `до ${LONGEST} знаков`,
        'Оставьте суть, документ приложите ссылкой.',
        'warning',
      ),
    );
  return cleanText(cell.length > LONGEST ? cell.slice(0, LONGEST) : cell);
};

export const readUrl: CellReader = (cell, report) => {
  const text = cleanText(cellText(cell));
  // The local host puts documents beside the book.
  if (text.startsWith('file:///')) return text;
  const { value, error } = checkUrl(text);
  if (error === undefined) return value!;
  report(
    problem(
      'R-38',
      'Проверьте ссылку.',
      'адрес, который начинается с https://',
      'Скопируйте адрес из строки браузера.',
      'warning',
    ),
  );
  return error === 'no-scheme' ? text : '';
};

export const readYesNo: CellReader = (cell, report) => {
  if (isDateCell(cell)) return refuse(report, yesNoProblem(cellText(cell)), null);
  const { value, error } = parseYesNo(cell);
  return error === undefined ? value! : refuse(report, yesNoProblem(cellText(cell)), null);
};

export function readOne(words: Vocabulary, column: Column): CellReader {
  return (cell, report) => {
    if (typeof cell === 'string') {
      const found = words.find(cell);
      if (found !== null) return found;
    }
    const text = cleanText(cellText(cell));
    if (column.free) return text;
    report(notListed(text, words));
    return '';
  };
}

export function readMany(words: Vocabulary, column: Column): CellReader {
  return (cell, report) =>
    splitValues(cellText(cell), words.values).map((piece) => {
      const found = words.find(piece);
      if (found === null && !column.free) report(notListed(piece, words));
      return found ?? piece;
    });
}

function notListed(text: string, words: Vocabulary): Problem {
  return problem(
    'R-02',
    `Значение «${text.slice(0, 100)}» отсутствует в справочнике «${words.title}».`,
    words.values.length > 8 ? `значение из списка «${words.title}»` : words.values.join('; '),
    'Выберите значение из выпадающего списка ячейки.',
  );
}

function yesNoProblem(text: string): Problem {
  return problem(
    'R-55',
    `Не читается «${shown(text)}» как «да» или «нет».`,
    'да или нет',
    'Впишите «да» или «нет»; пусто — неизвестно.',
  );
}
