import { oneOf, reference, type Tab, text } from '../tab';

/** Measures that every organisation fulfils for itself; the monitoring ones once a wave (domain.md §2.11). */
export const PER_ORGANISATION: readonly string[] = [
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '2.7',
  '2.8',
  '3.2',
];
export const PER_WAVE: readonly string[] = ['3.3', '3.4'];
export const PLAN_WAVES: readonly string[] = ['2023-04', '2024-04'];

export const fulfilment: Tab = {
  key: 'fulfilment',
  title: 'Исполнение по ОО',
  editor: 'coordinator',
  optional: true,
  about:
    'Матрица прежней схемы, её заполняли люди: читается там, где на «Дорожной карте» нет столбца «Статус вручную».',
  columns: [
    reference('organisation', 'ОО (ID)', 'organisations', 'Организация.', {
      required: 'always',
      aliases: ['ОО', 'Организация'],
    }),
    ...PER_ORGANISATION.map((n) =>
      oneOf(n, n, 'roadmapStatus', `Состояние мероприятия ${n} в организации.`, { width: 130 }),
    ),
    ...PER_WAVE.flatMap((n) =>
      PLAN_WAVES.map((wave) =>
        oneOf(
          `${n} ${wave}`,
          `${n} (${wave})`,
          'roadmapStatus',
          `Состояние мероприятия ${n}, волна ${wave}.`,
          { width: 130 },
        ),
      ),
    ),
    text('comment', 'Комментарий', 'Свободное примечание.', { width: 220 }),
  ],
};
