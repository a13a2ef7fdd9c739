import type { LettersScreen } from '../../app/letters-screen';
import { element } from '../kit/element';
import { unfold } from '../kit/unfold';
import { type Desk, paragraph, part, quoted, switchTo, words } from './desk';

const SIGNS: Readonly<Record<LettersScreen['state'], string>> = {
  off: '○',
  dry: '◐',
  live: '●',
  stopped: '■',
  copy: '≡',
};

/** The state in one big word, who runs the letters, and the one button that stops them. */
export function standing(desk: Desk): HTMLElement[] {
  const { screen } = desk;
  const { state, owner, mine, seen, outcome } = screen;
  const running = owner !== '' && state !== 'copy';
  return [
    element(
      'h1',
      { tabindex: '-1', class: isSilent(screen) ? 'silent' : state },
      element('span', { class: 'unseen' }, `${words.title}: `),
      element('span', { 'aria-hidden': 'true' }, `${SIGNS[state]} `),
      words.state[state],
    ),
    paragraph(words.about[state]),
    ...(state === 'off' && screen.live ? [paragraph(words.liveByHand, 'warn')] : []),
    ...(isSilent(screen)
      ? [
          element(
            'p',
            { class: 'alarm' },
            element('strong', {}, words.notAlive),
            ` ${mine ? words.aliveMine : words.aliveTheirs}`,
          ),
        ]
      : []),
    ...stopOrResume(desk),
    ...(running ? [paragraph(mine ? words.mine(owner) : words.owner(owner), 'muted')] : []),
    ...(running && seen !== ''
      ? [element('p', { class: 'muted' }, words.seen(seen), ' ', element('span', { lang: 'ru' }, outcome))]
      : []),
  ];
}

/** Letters may leave: by the daily run, or by somebody's hand. */
function mayLeave({ state, live }: LettersScreen): boolean {
  return state === 'live' || (state === 'off' && live);
}

function isSilent({ owner, alive, state }: LettersScreen): boolean {
  return owner !== '' && !alive && state !== 'copy';
}

function stopOrResume(desk: Desk): HTMLElement[] {
  if (desk.screen.state === 'stopped')
    return [desk.command(words.resume, words.wait, switchTo('resume'), 'main')];
  return stop(desk);
}

/** The stop button, whenever letters may leave: it stays in sight on every screen. */
export function stop({ screen, command }: Desk): HTMLElement[] {
  return mayLeave(screen) ? [command(words.stop, words.stopping, switchTo('stop'), 'stop')] : [];
}

/** On, off, and taking over from somebody else, which is asked twice. */
export function dailyRun(desk: Desk): HTMLElement {
  const { screen, command } = desk;
  const { state, owner, mine } = screen;
  const on = (text: string, kind?: string) => command(text, words.wait, switchTo('on'), kind);
  const off = () => command(words.off, words.wait, switchTo('off'));
  if (state === 'copy') return part(words.daily, on(words.onHere));
  if (owner === '') return part(words.daily, on(words.on, 'main'));
  if (mine) return part(words.daily, ...(isSilent(screen) ? [on(words.onAgain, 'main')] : []), off());
  const sure = command(words.takeOverNow, words.wait, switchTo('take-over'), 'main');
  return part(
    words.daily,
    unfold(
      words.takeOver,
      words.cancel,
      [paragraph(words.takeOverWhy(owner)), sure],
      sure,
      isSilent(screen) ? 'main' : undefined,
    ),
    off(),
  );
}

/** From the trial mode to real letters in two steps; back in one. */
export function sending(desk: Desk): HTMLElement[] {
  const { screen, command } = desk;
  const { state, letters, live } = screen;
  const dry = () => command(words.goDry, words.wait, switchTo('dry'));
  if (state === 'copy') return [];
  if (mayLeave(screen)) {
    const now =
      letters.length > 0 ? [command(words.sendNow, words.sendingNow, { name: 'lettersSend' }, 'main')] : [];
    return [part(words.sending, ...now, dry())];
  }
  if (state === 'stopped') return live ? [part(words.sending, dry())] : [];
  return [part(words.sending, firstLive(desk))];
}

function firstLive({ screen, command }: Desk): HTMLElement {
  const { letters, later, owner } = screen;
  const n = letters.length;
  const go = command(words.goliveNow, words.wait, switchTo('live'), 'main');
  const looked = element('input', { type: 'checkbox', id: 'looked' });
  const ready = () => {
    go.disabled = !looked.checked;
  };
  ready();
  looked.addEventListener('change', ready);
  return unfold(
    words.golive,
    words.cancel,
    [
      element('p', {}, element('strong', {}, n > 0 ? words.willLeave(n) : words.willLeaveLater)),
      ...(later > 0 ? [paragraph(words.later(later))] : []),
      ...(owner === '' ? [paragraph(words.noRun, 'warn')] : []),
      element('label', { for: 'looked', class: 'tick' }, looked, n > 0 ? words.looked : words.understood),
      go,
    ],
    looked,
  );
}

/** Sentences of the server: years without holidays, obligations without dates. */
export function notes({ screen }: Desk): HTMLElement[] {
  if (screen.notes.length === 0) return [];
  return [part(words.notes, ...screen.notes.map((note) => quoted(note, 'note')))];
}
