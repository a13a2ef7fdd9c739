import { type DamageKind, type Difference, damages } from './repair-plan';

/** What was mended, in words, a line a tab: «заголовок «Вид документа» → «Вид»; форматы столбцов (3)». */
export function mendedWords(mended: readonly Difference[]): { tab: string; what: string }[] {
  const byTab = new Map<string, Difference[]>();
  for (const difference of mended.filter((d) => d.kind !== 'tab-missing'))
    byTab.set(difference.tab, [...(byTab.get(difference.tab) ?? []), difference]);
  return [...byTab].map(([tab, list]) => ({ tab, what: wordsOf(list).join('; ') }));
}

function wordsOf(list: readonly Difference[]): string[] {
  const of = (...kinds: readonly DamageKind[]) => list.filter((d) => kinds.includes(d.kind));
  const many = (words: string, ...kinds: readonly DamageKind[]) => {
    const found = new Set(of(...kinds).map((d) => d.column)).size;
    return found > 0 ? [`${words} (${found})`] : [];
  };
  const once = (words: string, ...kinds: readonly DamageKind[]) => (of(...kinds).length > 0 ? [words] : []);
  const rows = (words: string, kind: DamageKind) =>
    of(kind).length > 0
      ? [
          `${words}: ${of(kind)
            .map((d) => d.wanted || d.address.replace(/:.*/, ''))
            .join(', ')}`,
        ]
      : [];
  const added = of('column-missing').map((d) => `«${d.column}»`);
  return [
    ...of('tab-renamed').map((d) => `вкладка «${d.now}» переименована в «${d.wanted}»`),
    ...once('вкладка снова видна', 'tab-hidden'),
    ...once('служебная вкладка скрыта', 'tab-shown'),
    ...once('заголовки возвращены в первую строку', 'header-row'),
    ...of('header-alias', 'header-lost').map((d) =>
      d.now.trim() === ''
        ? `возвращён заголовок «${d.wanted}»`
        : `заголовок «${d.now.trim()}» → «${d.wanted}»`,
    ),
    ...of('header-twin').map((d) => `убран лишний заголовок «${d.column}» (${d.address})`),
    ...(added.length > 0 ? [`добавлены столбцы: ${added.join(', ')}`] : []),
    ...many('заметки к заголовкам', 'header-note'),
    ...many('форматы столбцов', 'format'),
    ...many('выпадающие списки и проверки', 'validation', 'validation-source'),
    ...once('перенос строк и ширина столбцов', 'wrap'),
    ...once('оформление заголовка', 'header-look'),
    ...once('закрепление заголовка', 'frozen'),
    ...once('предупреждающая защита', 'protection'),
    ...of('merged').map((d) => `разъединены ячейки ${d.address}`),
    ...rows('вынесены строки', 'total-row'),
    ...rows('вынесены повторы заголовков, строки', 'repeated-header'),
    ...of('rows-missing').map((d) => `добавлено строк: ${parseInt(d.wanted, 10)}`),
    ...of('dictionary-empty').map((d) => `заполнен список «${d.column}»`),
    ...once('списки для выпадающих меню', 'lists-empty'),
    ...once('версия схемы', 'schema-version'),
  ];
}

/** One difference in a sentence for the panel, in Russian or English. */
export function differenceWords(difference: Difference, language: 'ru' | 'en'): string {
  const { kind, column, address, now, wanted } = difference;
  const ru = language === 'ru';
  const { advice, ...damage } = damages[kind] as {
    ru: string;
    en: string;
    advice?: readonly [string, string];
  };
  const place = [
    column === '' ? '' : `«${column}»`,
    address === '' ? '' : `${ru ? 'ячейки' : 'cells'} ${address}`,
  ].filter((part) => part !== '');
  const change =
    now === '' && wanted === ''
      ? ''
      : wanted === ''
        ? `${ru ? 'сейчас' : 'now'}: ${now}`
        : `${now === '' ? (ru ? 'пусто' : 'blank') : now} → ${wanted}`;
  const head = [`${damage[language]}${place.length > 0 ? `: ${place.join(', ')}` : ''}`, change]
    .filter((part) => part !== '')
    .join('; ');
  const sentence = `${head.charAt(0).toUpperCase()}${head.slice(1)}.`;
  return advice ? `${sentence} ${advice[ru ? 0 : 1]}` : sentence;
}
