import { type Membership, roleOf } from '../domain/access/role';
import type { Registry } from '../domain/registry/workbook';
import { type Ports, Refusal } from './ports';

/** Who acts now, for the screens. */
export interface Access extends Membership {
  /** The address, or 'неизвестно'. */
  readonly actor: string;
  /** One line for the screen where the role is not certain; '' otherwise. */
  readonly remark: string;
}

/**
 * The role of the acting person. It decides what a screen offers and whom the journal names, not what a person may open:
 * that is decided by the sharing of the file.
 */
export function accessOf(ports: Ports, registry: Registry): Access {
  const actor = ports.actor();
  const membership = roleOf(registry, actor, ports.clock.today());
  return { ...membership, actor, remark: remarkOf(membership, actor) };
}

function remarkOf({ role, coordinatorNamed }: Membership, actor: string): string {
  if (!coordinatorNamed)
    return 'Координатор не назван: вкладка «Настройки», параметр «Учётные записи координаторов». Пока он пуст, действия координатора открыты всем.';
  if (role !== 'unknown') return '';
  return actor.includes('@')
    ? `Адреса ${actor} нет ни среди координаторов, ни в столбце «Аккаунт доступа» вкладки «Кураторы».`
    : 'Google не сообщил ваш адрес: в журнале автором будет «неизвестно».';
}

/**
 * For commands of the coordinator. Somebody whom Google does not name is let through: this is order, not protection.
 * @throws Refusal for a curator, an observer or a stranger
 */
export function coordinatorOnly(ports: Ports, registry: Registry): void {
  const { role, actor } = accessOf(ports, registry);
  if (role === 'coordinator' || !actor.includes('@')) return;
  throw new Refusal(
    'Это действие координатора. Если координатор — вы, впишите свой адрес на вкладке «Настройки», параметр «Учётные записи координаторов».',
  );
}
