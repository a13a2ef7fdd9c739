import { enumerations } from '../registry/enumerations';
import type { Block } from './blocks';
import { heading, signature } from './heading';
import { type Memo, type MemoInput, openMemo } from './input';
import { paragraph } from './phrases';
import { appendices, appendixList } from './sections/appendices';
import { completeness } from './sections/completeness';
import { conclusions } from './sections/conclusions';
import { documents } from './sections/documents';
import { forms } from './sections/forms';
import { general } from './sections/general';
import { indicators } from './sections/indicators';
import { participants } from './sections/participants';
import { practices } from './sections/practices';
import { AUTHOR_WRITES, problems } from './sections/problems';
import { programmes } from './sections/programmes';
import { recommendations } from './sections/recommendations';
import { roadmap } from './sections/roadmap';
import { satisfaction } from './sections/satisfaction';
import { training } from './sections/training';

interface Section {
  readonly build: (memo: Memo) => Block[];
  /** Says nothing when no organisation submitted its form. */
  readonly needsForms?: true;
  /** Printed when the coordinator wrote nothing for the section. */
  readonly prompt?: string;
}

/** In the order of the enumeration `memoSection`, which gives the titles. */
const sections: readonly Section[] = [
  { build: general },
  { build: completeness },
  { build: documents, needsForms: true },
  { build: participants, needsForms: true },
  { build: forms, needsForms: true },
  { build: programmes, needsForms: true },
  { build: training, needsForms: true },
  { build: practices, needsForms: true },
  { build: satisfaction, needsForms: true },
  { build: roadmap },
  { build: indicators },
  { build: conclusions },
  { build: problems, prompt: AUTHOR_WRITES },
  { build: recommendations },
  { build: appendixList },
];

/**
 * The analytical memo of a wave (domain.md §4): head, sections 1–15, signature, appendices. The same input gives the
 * same blocks; texts of the coordinator stand unchanged at the end of their sections.
 */
export function buildMemo(input: MemoInput): Block[] {
  const memo = openMemo(input);
  const body = sections.flatMap((section, i): Block[] => {
    const title = enumerations.memoSection.values[i]!;
    const own = authorBlocks(memo, title);
    const prompt = section.prompt && !own.length ? [paragraph(section.prompt)] : [];
    return [{ kind: 'heading', level: 1, text: title }, ...content(memo, section), ...own, ...prompt];
  });
  return [...heading(memo), ...body, ...signature(memo), ...appendices(memo)];
}

function content(memo: Memo, section: Section): Block[] {
  if (section.needsForms && memo.submitted.length === 0) {
    return [paragraph('Данных нет: форму внутреннего мониторинга не представила ни одна ОО.')];
  }
  const blocks = section.build(memo);
  return blocks.length ? blocks : [paragraph('Данных для раздела нет.')];
}

/** By the number in front of the title: the wording of a title may change between versions. */
function authorBlocks(memo: Memo, title: string): Block[] {
  const number = (text: string) => /^\s*(\d+)/.exec(text)?.[1] ?? text;
  return memo.authorTexts
    .filter((own) => number(own.section) === number(title))
    .flatMap((own) => own.text.split(/\r?\n/))
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));
}
