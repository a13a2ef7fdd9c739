import type { Indicator } from './indicator';
import { legal } from './legal';
import { organisations } from './organisations';
import { participants } from './participants';
import { practices } from './practices';
import { programmes } from './programmes';
import { roadmap } from './roadmap';
import { satisfaction } from './satisfaction';
import { training } from './training';

const order = (i: Indicator): number => Number(i.code.slice(2));

/** И-01 … И-31 in the order of their codes; an indicator with parts has a row for each. */
export const indicators: readonly Indicator[] = [
  ...participants,
  ...organisations,
  ...programmes,
  ...training,
  ...practices,
  ...satisfaction,
  ...roadmap,
  ...legal,
].sort((a, b) => order(a) - order(b));
