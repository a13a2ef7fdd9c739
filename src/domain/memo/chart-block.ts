import { canDraw, chartData } from '../monitoring/chart-data';
import type { ChartData } from '../monitoring/charts';
import type { Block } from './blocks';
import type { Memo } from './input';
import { paragraph } from './phrases';

const REMARKS: Partial<Record<ChartData['key'], string>> = {
  Д2: 'Без столбца показаны ОО, где молодых специалистов нет или он один, и ОО без сведений.',
};

/** A chart at its place, or one sentence why it is not there. */
export function chart(memo: Memo, key: ChartData['key']): Block[] {
  const data = chartData(memo.report, memo.settings).find((c) => c.key === key)!;
  const number = key.slice(1);
  if (!canDraw(data)) {
    return [paragraph(`Диаграмма ${number} «${data.title}» не построена: нет данных.`, [], 'note')];
  }
  const gap = data.rows.some((row) => row[1] === null);
  const remark = gap ? REMARKS[key] : undefined;
  return [
    { kind: 'chart', key, title: `Диаграмма ${number}. ${data.title}` },
    ...(remark ? [paragraph(remark, [], 'note')] : []),
  ];
}
