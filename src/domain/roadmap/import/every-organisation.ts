import { enumerations } from '../../registry/enumerations';
import { foldKey } from '../../text/fold';

const ORGANISATION =
  /^(?:все )?(?:(?:руководител|директор|куратор|наставник|педагог|администрац|заведующ)\S*(?: .*)?|оо(?: .*)?|.* оо|(?:обще)?образовательн\S* (?:организац|учрежд).*|школы.*|детски\S* сад.*|[мдгкбао]*(?:оу|доу))$/;
/** One school by its name or number: what it does is not for every one. */
const NAMED = /[«"\d]/;
/** A municipal curator or coordinator is no school. */
const MUNICIPAL = /муниципальн|сектор|управлен|отдел|департамент|иро|ммс|методическ\S* служб|координатор/;

/**
 * Whether every organisation fulfils the measure for itself: a guess by who is responsible. Only schools and their people:
 * yes; schools beside others: in the section of the institutions.
 */
export function everyOrganisation(responsible: string, section: string): boolean {
  const who = responsible
    .split(/[,;/\n]|\s+и\s+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const schools = who.filter((text) => {
    const key = foldKey(text);
    return ORGANISATION.test(key) && !MUNICIPAL.test(key) && !NAMED.test(text);
  });
  if (schools.length === 0) return false;
  return schools.length === who.length || section === enumerations.roadmapSection.values[1];
}
