// The review: one decision a screen, ruled on by keyboard. The server's forms do the same without a script.
import { part, post, Refused } from '../api.ts';
import { all, make, one, say, swap } from '../dom.ts';
import { light, paint, readSpans, type SpanOfText } from '../text/evidence.ts';
import { Choosing } from './choosing.ts';
import { Editing } from './editing.ts';
import { keyTable } from './keytable.ts';
import { actionFor, keysOf, shown, type Action, type Keys } from './keys.ts';

interface Ruled {
  id: string;
  claim: string | null;
  incident: string | null;
}

const GOES_ON = ['accept', 'reject', 'unsure', 'merge', 'split'];

interface Body {
  action: 'accept' | 'reject' | 'edit' | 'merge' | 'split' | 'unsure' | 'undo';
  field?: string;
  after?: unknown;
  start?: number;
  end?: number;
  others?: string[];
  undoes?: string;
}

const PAST: Record<Body['action'], string> = {
  accept: 'Accepted',
  reject: 'Rejected',
  edit: 'Edited',
  merge: 'Merged',
  split: 'Split',
  unsure: 'Marked as unsure',
  undo: 'Taken back',
};

const STORED = 'desk.keys';

function kept(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export function review(): void {
  new Review().open();
}

class Review {
  #keys: Keys = keysOf(kept());
  #editing: Editing | null = null;
  #choosing: Choosing | null = null;
  #busy = false;
  /** What this person ruled here, newest last. */
  readonly #done: string[] = [];
  /** How to go on after a conflict: the same ruling, knowing what the other person ruled. */
  #again: (() => void) | null = null;

  open(): void {
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('submit', (event) => {
      if ((event.target as Element).id === 'ruling') event.preventDefault();
    });
    this.#fresh();
  }

  get #decision(): HTMLElement | null {
    return one('#decision');
  }

  #fresh(): void {
    this.#editing = null;
    this.#choosing = null;
    this.#again = null;
    const spans = this.#spans();
    for (const text of all('#decision .text, #decision #text')) {
      paint(text, spans);
      light(text, spans.filter((span) => span.claim === this.#decision?.dataset['claim'] && span.kind === 'evidence'), false);
    }
    this.#label();
    one('#decision h2')?.setAttribute('tabindex', '-1');
  }

  #spans(): SpanOfText[] {
    const held = one('#decision script[type="application/json"]')?.textContent;
    if (!held) return readSpans();
    return (JSON.parse(held) as { spans?: SpanOfText[] }).spans ?? [];
  }

  /** Writes the person's own keys on the buttons. */
  #label(): void {
    for (const button of all<HTMLElement>('[data-key]')) {
      const action = button.dataset['action'] as Action;
      const key = this.#keys[action];
      if (!key) continue;
      const cap = one('kbd', button);
      if (cap) cap.textContent = shown(key);
      button.setAttribute('aria-keyshortcuts', key);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (one<HTMLDialogElement>('#keys')?.open) return;
    if (this.#editing?.key(event) || this.#choosing?.key(event)) return event.preventDefault();
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [contenteditable]')) {
      if (event.key === 'Escape') target.blur();
      return;
    }
    if (event.key === 'Escape') return this.#calm();
    if (event.key === 'Enter' && this.#again) {
      event.preventDefault();
      return this.#again();
    }
    if (/^[1-9]$/.test(event.key) && this.#digit(event.key)) return event.preventDefault();
    const action = actionFor(this.#keys, event.key);
    if (!action || !this.#decision) return;
    if (this.#decision.dataset['kind'] === 'nothing' && !['undo', 'keys'].includes(action)) return;
    event.preventDefault();
    this.#do(action);
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('#decision [data-action]');
    if (button && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#do(button.dataset['action'] as Action);
      return;
    }
    const row = target.closest<HTMLElement>('#fields tr[data-field]');
    if (row && !target.closest('a')) this.#edit(row.dataset['field'] ?? null);
  }

  /** A digit alone edits the field that it stands beside. */
  #digit(digit: string): boolean {
    const row = one(`#fields tr[data-choice="${digit}"]`);
    if (row) this.#edit(row.dataset['field'] ?? null);
    return !!row;
  }

  #do(action: Action): void {
    if (this.#busy) return;
    const todo: Record<Action, () => void> = {
      accept: () => void this.#rule({ action: 'accept' }),
      reject: () => void this.#rule({ action: 'reject' }),
      unsure: () => void this.#rule({ action: 'unsure' }),
      undo: () => void this.#undo(),
      on: () => void this.#go('next', 'This is the last one.'),
      back: () => void this.#go('back', 'This is the first one.'),
      edit: () => this.#edit(null),
      merge: () => this.#choose('merge'),
      split: () => this.#choose('split'),
      keys: () => this.#showKeys(),
    };
    todo[action]?.();
  }

  #edit(field: string | null): void {
    this.#choosing?.close();
    this.#choosing = null;
    if (!one('#fields tr[data-field]')) return this.#tell('Fields are edited in the claims: choose one of them above.');
    this.#editing?.close();
    this.#editing = new Editing(field, {
      save: (edit) => void this.#rule({ action: 'edit', ...edit }),
      closed: () => (this.#editing = null),
    });
  }

  #choose(action: 'merge' | 'split'): void {
    this.#editing?.close();
    this.#choosing?.close();
    const its = one<HTMLAnchorElement>('#its-incident');
    if (its && !one('#choices')) return its.click(); // what is merged and split are incidents
    const choosing = new Choosing(action, {
      done: (others) => void this.#rule({ action, others }),
      closed: () => (this.#choosing = null),
    });
    if (choosing.open()) this.#choosing = choosing;
    else this.#tell(action === 'merge' ? 'No other incident is near enough to merge with.' : 'There are no claims here to split off.');
  }

  async #rule(body: Body, seen = this.#decision?.dataset['seen'] || null): Promise<void> {
    const decision = this.#decision;
    if (!decision || this.#busy) return;
    this.#busy = true;
    const { claim, incident, next, here, queue } = decision.dataset;
    const why = one<HTMLInputElement>('#ruling [name="why"]')?.value ?? '';
    try {
      const made = await post<Ruled>('/api/rulings', { claim: claim || null, incident: incident || null, others: [], why, seen, ...body });
      this.#done.push(made.id);
      const on = GOES_ON.includes(body.action) && queue;
      await this.#load(on ? next || `queue=${queue}&at=0` : (here ?? ''));
      this.#tell(`${PAST[body.action]}. ${shown(this.#keys.undo)} takes it back.`);
    } catch (error) {
      this.#refused(error, body);
    } finally {
      this.#busy = false;
    }
  }

  async #undo(): Promise<void> {
    const last = this.#done.pop();
    this.#busy = true;
    try {
      const made = await post<Ruled>('/api/rulings', { action: 'undo', ...(last ? { undoes: last } : {}) });
      const asked = new URLSearchParams(this.#decision?.dataset['here']);
      asked.delete('claim');
      asked.delete('incident');
      if (made.claim) asked.set('claim', made.claim);
      else if (made.incident) asked.set('incident', made.incident);
      await this.#load(asked.toString());
      this.#tell('Taken back. The ruling and its undoing both stay on record.');
    } catch (error) {
      this.#refused(error, null);
    } finally {
      this.#busy = false;
    }
  }

  async #go(where: 'next' | 'back', end: string): Promise<void> {
    const query = this.#decision?.dataset[where];
    if (!query) return this.#tell(end);
    try {
      await this.#load(query);
    } catch (error) {
      this.#refused(error, null);
    }
  }

  /** The decision that a query of the server's names, in place of the one that is shown. */
  async #load(query: string): Promise<void> {
    const old = this.#decision;
    if (!old) return;
    swap(old, await part(`/part/decision?${query}`));
    history.replaceState(null, '', `${location.pathname}?${query}`);
    this.#fresh();
    window.scrollTo({ top: 0 });
    one('#decision h2')?.focus({ preventScroll: true });
  }

  #refused(error: unknown, body: Body | null): void {
    if (error instanceof Refused && error.status === 409 && body) {
      const seen = error.failing.seen ?? null;
      this.#again = () => void this.#rule(body, seen);
      return this.#tell(`${error.message} Enter rules all the same, ${shown(this.#keys.on)} goes on without.`, 'warn');
    }
    this.#tell(error instanceof Error ? error.message : String(error), 'warn');
  }

  #tell(words: string, kind: 'note' | 'warn' = 'note'): void {
    this.#calm();
    const told = make('p', { class: `${kind} told`, role: kind === 'warn' ? 'alert' : 'status' }, words);
    if (this.#again) {
      const button = make('button', { type: 'button' }, make('kbd', {}, '⏎'), ' rule all the same');
      button.addEventListener('click', () => this.#again?.());
      told.append(' ', button);
    }
    this.#decision?.prepend(told);
    if (kind === 'note') say(words);
  }

  #calm(): void {
    for (const told of all('#decision > .told')) told.remove();
  }

  #showKeys(): void {
    const dialog = one<HTMLDialogElement>('#keys');
    if (!dialog) return;
    keyTable(dialog, this.#keys, (keys) => {
      this.#keys = keys;
      try {
        localStorage.setItem(STORED, JSON.stringify(keys));
      } catch {
        // this page keeps them, the next one has the usual ones
      }
      this.#label();
    });
    dialog.showModal();
  }
}

