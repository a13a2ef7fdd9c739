import type { Remark } from '../monitoring/report';
import { lowered } from '../text/letter-case';
import { joinList } from '../text/list';
import { counted, type PluralForms } from '../text/plural';
import { printNumber } from '../text/print-number';
import { OF_UNITS } from './phrases';
import { shortKind } from './sections/documents';

export interface RemarkText {
  readonly kind: Remark['kind'];
  /** Whom section 14 asks: the head signs orders, the curator keeps the registries. */
  readonly who: 'heads' | 'curators';
  /** The remark to one organisation. */
  readonly fact: string;
  /** What is counted over all organisations: organisations, or cases when `cases` is set. */
  readonly summary: string;
  readonly cases?: true;
  readonly act: (n: number) => string;
  /** The count is of people: small groups are not pointed at. */
  readonly people?: true;
  readonly term: 'data' | 'documents';
}

const YOUNG: PluralForms = ['молодым специалистом', 'молодыми специалистами', 'молодыми специалистами'];
const MENTORS: PluralForms = ['наставника', 'наставников', 'наставников'];
const PROGRAMMES: PluralForms = ['программу', 'программы', 'программ'];
const ERRORS: PluralForms = ['ошибку', 'ошибки', 'ошибок'];

/** Found facts as remarks and instructions (domain.md §4, section 14), in the order they are printed. */
export const remarkTexts: readonly RemarkText[] = [
  {
    kind: 'not-submitted',
    who: 'curators',
    fact: 'Сведения мониторинга не представлены',
    summary: 'ОО, не представившие сведения',
    act: () => 'Представить форму внутреннего мониторинга, согласованную с руководителем.',
    term: 'data',
  },
  {
    kind: 'no-curator',
    who: 'heads',
    fact: 'Куратор не назначен',
    summary: 'ОО без куратора',
    act: () => 'Издать приказ о назначении куратора, внести реквизиты в реестр.',
    term: 'documents',
  },
  {
    kind: 'no-package',
    who: 'heads',
    fact: 'Нет полного пакета документов',
    summary: 'ОО без полного пакета документов',
    act: () => 'Разработать и утвердить недостающие документы, внести реквизиты в реестр.',
    term: 'documents',
  },
  {
    kind: 'new-without-mentor',
    who: 'heads',
    fact: 'Молодые специалисты без наставника',
    summary: 'молодые специалисты без наставника',
    cases: true,
    act: (n) => `Закрепить наставников за ${n ? counted(n, YOUNG) : 'молодыми специалистами'}.`,
    people: true,
    term: 'documents',
  },
  {
    kind: 'no-order',
    who: 'heads',
    fact: 'Пары и группы без приказа о закреплении',
    summary: 'пары и группы без приказа о закреплении',
    cases: true,
    act: (n) => `Оформить закрепление ${counted(n, OF_UNITS)} приказом.`,
    term: 'documents',
  },
  {
    kind: 'no-section',
    who: 'curators',
    fact: 'На сайте нет рубрики «Наставничество»',
    summary: 'ОО без рубрики «Наставничество» на сайте',
    act: () => 'Создать рубрику «Наставничество» на сайте ОО и разместить документы без персональных данных.',
    term: 'documents',
  },
  {
    kind: 'no-programme',
    who: 'curators',
    fact: 'Пары и группы без программы или ИОМ',
    summary: 'пары и группы без программы или ИОМ',
    cases: true,
    act: (n) => `Разработать программы или ИОМ для ${counted(n, OF_UNITS)}.`,
    term: 'documents',
  },
  {
    kind: 'expired-pairs',
    who: 'curators',
    fact: 'Действующие пары и группы с истёкшим сроком',
    summary: 'действующие пары и группы с истёкшим сроком',
    cases: true,
    act: (n) => `Завершить или продлить ${counted(n, PROGRAMMES)} с истёкшим сроком.`,
    term: 'documents',
  },
  {
    kind: 'untrained',
    who: 'curators',
    fact: 'Наставники, не прошедшие обучение',
    summary: 'наставники, не прошедшие обучение',
    cases: true,
    act: (n) => `Включить ${n ? counted(n, MENTORS) : 'наставников'} в заявку на обучение.`,
    people: true,
    term: 'documents',
  },
  {
    kind: 'data-errors',
    who: 'curators',
    fact: 'Ошибки в реестрах',
    summary: 'ошибки в реестрах',
    cases: true,
    act: (n) => `Исправить ${counted(n, ERRORS)} по протоколу проверок.`,
    term: 'data',
  },
];

/** The remark of one organisation: fact and action; numbers of fewer than `few` people are left out. */
export function remarkWords(
  remark: Remark,
  few: number,
): { fact: string; act: string; term: RemarkText['term'] } {
  const text = remarkTexts.find((t) => t.kind === remark.kind)!;
  const n = text.people && remark.count < few ? 0 : remark.count;
  const missing = (remark.missing ?? []).map((kind) => lowered(shortKind(kind)));
  const fact = text.cases && n ? `${text.fact}: ${printNumber(n)}` : text.fact;
  return {
    fact: missing.length ? `Отсутствуют документы: ${joinList(missing)}` : fact,
    act: text.act(n),
    term: text.term,
  };
}
