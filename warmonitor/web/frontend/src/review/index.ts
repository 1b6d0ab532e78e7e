// The review: one decision a screen, ruled on by keyboard. The server's forms do the same without a script.
import { part, post, Refused } from '../api.ts';
import { all, make, one, say, swap } from '../dom.ts';
import { light, paint, readSpans, type SpanOfText } from '../text/evidence.ts';
import { Choosing } from './choosing.ts';
import { Editing } from './editing.ts';
import { keyTable } from './keytable.ts';
import { ACTIONS, actionFor, keysOf, shown, type Action, type Keys } from './keys.ts';

interface Ruled {
  id: string;
}

interface Body {
  action: 'accept' | 'reject' | 'edit' | 'merge' | 'split' | 'unsure' | 'undo';
  field?: string;
  after?: unknown;
  start?: number;
  end?: number;
  others?: string[];
  undoes?: string;
}

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
  /** What this person ruled here, newest last, with where it stood in the queue. */
  readonly #done: { id: string; at: number }[] = [];
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
      const action = (button.dataset['action'] ?? button.getAttribute('value') ?? '') as Action;
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
    if (!this.#decision.dataset['claim'] && !this.#decision.dataset['incident'] && !['undo', 'back', 'keys'].includes(action)) return;
    event.preventDefault();
    this.#do(action);
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('#ruling [data-key], [data-action]');
    if (button) {
      event.preventDefault();
      this.#do((button.dataset['action'] ?? button.getAttribute('value') ?? '') as Action);
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
      on: () => void this.#go(this.#at + 1),
      back: () => void this.#go(Math.max(0, this.#at - 1)),
      edit: () => this.#edit(null),
      merge: () => this.#choose('merge'),
      split: () => this.#choose('split'),
      keys: () => this.#showKeys(),
    };
    todo[action]?.();
  }

  get #at(): number {
    return Number(this.#decision?.dataset['at'] ?? 0);
  }

  #edit(field: string | null): void {
    this.#choosing?.close();
    this.#choosing = null;
    if (!one('#fields tr[data-field]')) return this.#tell('There is no field to edit here: this decision is about an incident as a whole.');
    this.#editing?.close();
    this.#editing = new Editing(field, {
      save: (edit) => void this.#rule({ action: 'edit', ...edit }),
      closed: () => (this.#editing = null),
    });
  }

  #choose(action: 'merge' | 'split'): void {
    this.#editing?.close();
    this.#choosing?.close();
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
    const at = this.#at;
    const why = one<HTMLInputElement>('#ruling [name="why"]')?.value ?? '';
    try {
      const done = await post<Ruled>('/api/rulings', {
        claim: decision.dataset['claim'] || null,
        incident: decision.dataset['incident'] || null,
        others: [],
        why,
        seen,
        ...body,
      });
      this.#done.push({ id: done.id, at });
      say(`Done: ${ACTIONS[body.action as Action] ?? body.action}. ${shown(this.#keys.undo)} takes it back.`);
      await this.#load(at, decision);
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
      await post<Ruled>('/api/rulings', { action: 'undo', ...(last ? { undoes: last.id } : {}) });
      await this.#load(last?.at ?? this.#at);
      this.#tell('Taken back. The ruling and its undoing both stay in the record.');
    } catch (error) {
      this.#refused(error, null);
    } finally {
      this.#busy = false;
    }
  }

  async #go(at: number): Promise<void> {
    try {
      await this.#load(at);
    } catch (error) {
      this.#refused(error, null);
    }
  }

  /** The decision that stands at a place in the queue now; the next one if it is still `ruled`. */
  async #load(at: number, ruled?: HTMLElement): Promise<void> {
    const old = this.#decision;
    if (!old) return;
    const asked = new URLSearchParams(location.search);
    asked.set('queue', old.dataset['queue'] ?? '');
    asked.set('at', String(at));
    let html = await part(`/part/decision?${asked}`);
    if (ruled && same(ruled, html)) {
      asked.set('at', String(at + 1));
      html = await part(`/part/decision?${asked}`);
    }
    const fresh = swap(old, html);
    asked.delete('queue');
    asked.set('at', fresh?.dataset['at'] ?? asked.get('at') ?? '0');
    history.replaceState(null, '', `${location.pathname}?${asked}`);
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

function same(ruled: HTMLElement, html: string): boolean {
  const there = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('#decision');
  const id = (element: HTMLElement | null): string => `${element?.dataset['claim'] ?? ''} ${element?.dataset['incident'] ?? ''}`;
  return id(there) === id(ruled) && id(ruled).trim() !== '';
}
