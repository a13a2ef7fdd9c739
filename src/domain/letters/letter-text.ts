import { counted, type PluralForms } from '../text/plural';
import { isEscalation, type LetterBlock, type LetterItem, type LetterLine } from './letter';
import type { LetterInput } from './letter-input';
import { groupLines, itemLine, organisationName } from './letter-lines';
import type { Mailbox } from './mailboxes';

const ERRORS: PluralForms = ['ошибка', 'ошибки', 'ошибок'];
const WARNINGS: PluralForms = ['предупреждение', 'предупреждения', 'предупреждений'];
const ADDRESSEES: PluralForms = ['адресата', 'адресатов', 'адресатов'];
const PRODUCT = 'Наставничество';
/** Organisations of one curator whose findings are told one by one. */
const LONGEST_LIST = 5;

/** Counts only: a subject is seen on locked screens. @example 'Наставничество: просрочено 2, сегодня срок 1, скоро 3' */
export function subjectOf(items: readonly LetterItem[]): string {
  const count = (chosen: (daysLeft: number) => boolean) =>
    items.filter((item) => chosen(item.daysLeft)).length;
  const parts = [
    ['просрочено', count((days) => days < 0)],
    ['сегодня срок', count((days) => days === 0)],
    ['скоро', count((days) => days > 0)],
  ] as const;
  const said = parts.filter(([, n]) => n > 0).map(([words, n]) => `${words} ${n}`);
  return `${PRODUCT}: ${said.join(', ')}`;
}

export function greeting(name: string): LetterBlock {
  return paragraph(name === '' ? 'Здравствуйте!' : `Здравствуйте, ${name}!`);
}

/** The whole of a digest. @param items in the order of urgency; @param unreached how many people mail does not reach */
export function contentOf(
  mailbox: Mailbox,
  items: readonly LetterItem[],
  input: LetterInput,
  unreached: number,
  withCalendar: boolean,
): LetterBlock[] {
  const coordinator = mailbox.as.has('coordinator');
  return [
    greeting(mailbox.name),
    ...sections(items, input),
    ...inWork(mailbox.inWork.size),
    ...findings(mailbox, input),
    ...(coordinator && unreached > 0 ? [unreachedNotice(unreached)] : []),
    ...(withCalendar ? [paragraph('К письму приложен файл календаря со сроками.')] : []),
    ...bookLink(input),
    ...closing(coordinator),
  ];
}

function sections(items: readonly LetterItem[], input: LetterInput): LetterBlock[] {
  const toHead = items.filter((item) => item.stage === 'head');
  const toCoordinator = items.filter((item) => item.stage === 'coordinator');
  const own = items.filter(({ stage }) => !isEscalation(stage));
  const lines = (chosen: (daysLeft: number) => boolean) =>
    own.filter((item) => chosen(item.daysLeft)).map((item) => itemLine(item, input));
  return [
    ...section(
      'Руководителю: срок прошёл, возьмите на контроль',
      toHead.map((item) => itemLine(item, input)),
    ),
    ...section(
      'Просрочено',
      lines((days) => days < 0),
    ),
    ...section('Не выполнено организациями в срок', groupLines(toCoordinator, input)),
    ...section(
      'Срок сегодня',
      lines((days) => days === 0),
    ),
    ...section(
      'Скоро срок',
      lines((days) => days > 0),
    ),
  ];
}

function section(title: string, items: readonly LetterLine[]): LetterBlock[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'list', items },
      ];
}

function inWork(count: number): LetterBlock[] {
  return count === 0 ? [] : [paragraph(`Ещё в работе: ${count}. О них было в прежних письмах.`)];
}

function findings(mailbox: Mailbox, input: LetterInput): LetterBlock[] {
  if (mailbox.as.has('coordinator')) {
    let [errors, warnings] = [0, 0];
    for (const counts of input.findings.values()) {
      errors += counts.errors;
      warnings += counts.warnings;
    }
    return whichAre(found('В записях организаций', errors, warnings), 'на вкладке «Проверка»');
  }
  const homes = [...mailbox.organisations].sort();
  const said = homes.slice(0, LONGEST_LIST).flatMap((id) => {
    const { errors, warnings } = input.findings.get(id) ?? { errors: 0, warnings: 0 };
    const where = homes.length === 1 ? 'В записях организации' : `${organisationName(id, input)}: в записях`;
    return found(where, errors, warnings);
  });
  return whichAre(said, 'в меню «Наставничество → Мои замечания»');
}

function found(where: string, errors: number, warnings: number): string[] {
  const said = [
    ...(errors > 0 ? [counted(errors, ERRORS)] : []),
    ...(warnings > 0 ? [counted(warnings, WARNINGS)] : []),
  ];
  return said.length === 0 ? [] : [`${where} ${said.join(' и ')}.`];
}

/** Where to see them stands once, after the last sentence. */
function whichAre(said: readonly string[], where: string): LetterBlock[] {
  return said.map((text, i) => paragraph(i === said.length - 1 ? `${text} Какие — ${where}.` : text));
}

function unreachedNotice(count: number): LetterBlock {
  return paragraph(
    `Письма не доходят до ${counted(count, ADDRESSEES)}. Список с телефонами и готовые тексты — в меню «Напоминания».`,
  );
}

export function bookLink(input: Pick<LetterInput, 'url'>): LetterBlock[] {
  return link(`Открыть книгу «${PRODUCT}»`, input.url(''));
}

export function closing(coordinator: boolean): LetterBlock[] {
  return coordinator
    ? [paragraph('Письма настраиваются на вкладке «Настройки», раздел «Напоминания».')]
    : [
        paragraph('Вопросы — муниципальному координатору: ответьте на это письмо.'),
        paragraph('Чтобы не получать эти письма, напишите об этом координатору.'),
      ];
}

export function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text };
}

function link(text: string, url: string): LetterBlock[] {
  return url === '' ? [] : [{ kind: 'link', text, url }];
}
