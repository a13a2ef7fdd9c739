/**
 * Near matching of names as a programmer writes it by hand: rows of one surname and first letter of the name, and rows
 * whose surnames are one letter apart (found by the surname with one letter dropped), compared by Levenshtein distance.
 */
export interface Namesake {
  readonly row: number;
  readonly name: string;
  readonly organisation: string;
  readonly birth: unknown;
}

const MANY = 64;

export function handNamesakes(
  people: readonly Namesake[],
  found: (one: Namesake, other: Namesake, why: string) => void,
): void {
  const byName = new Map<string, Namesake[]>();
  for (const person of people) put(byName, person.name.toLowerCase().replace(/ё/g, 'е'), person);
  const names = [...byName.keys()].map((name) => ({ name, words: name.split(' ') }));
  const bySurname = new Map<string, { name: string; words: string[] }[]>();
  for (const name of names) put(bySurname, `${name.words[0]} ${name.words[1]?.[0] ?? ''}`, name);
  const told = (a: string, b: string, why: string) => {
    const [left, right] = [byName.get(a)!, byName.get(b)!];
    for (const x of left)
      for (const y of right) {
        const near = x.organisation === y.organisation;
        if (near || (left.length * right.length <= MANY && x.birth !== undefined && x.birth === y.birth))
          found(x, y, why);
      }
  };
  for (const block of bySurname.values())
    for (let i = 1; i < block.length; i++)
      for (let j = 0; j < i; j++)
        if (alike(block[i]!.words, block[j]!.words)) told(block[i]!.name, block[j]!.name, 'name');
  const dropped = new Map<string, string[]>();
  for (const key of bySurname.keys()) {
    const [surname, letter] = key.split(' ') as [string, string];
    for (let i = 0; i < surname.length; i++)
      put(dropped, `${surname.slice(0, i)}${surname.slice(i + 1)} ${letter}`, key);
    put(dropped, key, key);
  }
  const seen = new Set<string>();
  for (const keys of dropped.values())
    for (let i = 1; i < keys.length; i++)
      for (let j = 0; j < i; j++) {
        const [a, b] = keys[i]! < keys[j]! ? [keys[i]!, keys[j]!] : [keys[j]!, keys[i]!];
        if (a === b || seen.has(`${a}|${b}`)) continue;
        seen.add(`${a}|${b}`);
        for (const x of bySurname.get(a)!)
          for (const y of bySurname.get(b)!)
            if (x.words[1] === y.words[1] && x.words[2] === y.words[2]) told(x.name, y.name, 'surname');
      }
}

/** Same name with an initial or a missing patronymic, or one letter of the patronymic. */
function alike([, name = '', patronymic = '']: readonly string[], other: readonly string[]): boolean {
  const [, given = '', middle = ''] = other;
  if (name !== given && name.length > 1 && given.length > 1) return false;
  if (patronymic === middle || patronymic === '' || middle === '') return true;
  return (
    patronymic[0] === middle[0] && (patronymic.length < 3 || middle.length < 3 || near(patronymic, middle))
  );
}

function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  return (
    a.slice(from + 1) === b.slice(from + 1) ||
    a.slice(from) === b.slice(from + 1) ||
    a.slice(from + 1) === b.slice(from)
  );
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
