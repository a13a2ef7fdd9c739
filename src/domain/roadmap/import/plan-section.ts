import { enumerations } from '../../registry/enumerations';
import { foldKey } from '../../text/fold';

/** A section of a plan and the section of the registry that answers to it. */
export interface PlanSection {
  /** 1-based row where it stands; 0 where the plan has no row for it. */
  readonly row: number;
  /** `2`, '' without a number. */
  readonly number: string;
  readonly title: string;
  /** A value of `roadmapSection`; '' where nothing fits. */
  readonly section: string;
  /** True: not by its words, by its number alone. */
  readonly guessed: boolean;
}

const [MUNICIPAL, INSTITUTIONAL, MONITORING] = enumerations.roadmapSection.values;

/** The first that fits: what stands in brackets as the level says more than the words of the title. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/муниципальн\S* уров|районн\S* уров|уров\S* муниципал/, MUNICIPAL],
  [/институциональн|уров\S* образовательн|уров\S* оо(?!\p{L})|в оо(?!\p{L})/u, INSTITUTIONAL],
  [/^(?:\S+ )?(?:мониторинг|оценк|контрол)|мониторинг/, MONITORING],
  [/муниципал/, MUNICIPAL],
  [/образовательн\S* (?:организац|учрежден)|в школ/, INSTITUTIONAL],
];

/** The section of the registry by the words of the plan, else by its number. */
export function sectionOf(title: string, number: string): { section: string; guessed: boolean } {
  const words = foldKey(title);
  const found = WORDS.find(([pattern]) => pattern.test(words));
  if (found) return { section: found[1], guessed: false };
  const same = enumerations.roadmapSection.values.find((v) => number !== '' && v.startsWith(`${number} `));
  return { section: same ?? '', guessed: true };
}
