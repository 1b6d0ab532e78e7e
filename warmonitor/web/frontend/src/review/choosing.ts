// Choosing among incidents to merge with, or claims to split off, by digit.
import { all, make, one, say } from '../dom.ts';

interface Hooks {
  done(others: string[]): void;
  closed(): void;
}

export class Choosing {
  readonly #action: 'merge' | 'split';
  readonly #hooks: Hooks;
  readonly #chosen = new Set<string>();
  #bar: HTMLElement | null = null;
  #items: HTMLElement[] = [];

  constructor(action: 'merge' | 'split', hooks: Hooks) {
    this.#action = action;
    this.#hooks = hooks;
  }

  /** False when there is nothing to choose from. */
  open(): boolean {
    this.#items = all(`#choices [data-choice]${this.#action === 'merge' ? '[data-incident]' : '[data-claim]'}`);
    if (!this.#items.length) return false;
    const go = make('button', { type: 'button', class: 'primary' }, make('kbd', {}, '⏎'), ` ${this.#action} the chosen`);
    const leave = make('button', { type: 'button' }, make('kbd', {}, 'esc'), ' leave it');
    go.addEventListener('click', () => this.#finish());
    leave.addEventListener('click', () => this.close());
    const words = this.#action === 'merge' ? 'Which of these is the same incident?' : 'Which claims tell of another incident?';
    this.#bar = make('p', { class: 'choosing panel', role: 'status' }, `${words} Digits choose. `, go, ' ', leave);
    one('#ruling')?.before(this.#bar);
    one('#decision')?.classList.add('is-choosing');
    for (const item of this.#items) {
      item.classList.add('open');
      one('input', item)?.addEventListener('change', this.#checked);
    }
    for (const item of this.#items) if (one<HTMLInputElement>('input', item)?.checked) this.#note(item);
    this.#items[0]?.scrollIntoView({ block: 'center' });
    say(words);
    return true;
  }

  key(event: KeyboardEvent): boolean {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter') this.#finish();
    else if (/^[1-9]$/.test(event.key)) this.#toggle(this.#items.find((item) => item.dataset['choice'] === event.key));
    else return false;
    return true;
  }

  close(): void {
    this.#bar?.remove();
    one('#decision')?.classList.remove('is-choosing');
    for (const item of this.#items) {
      item.classList.remove('open', 'chosen');
      one('input', item)?.removeEventListener('change', this.#checked);
    }
    this.#hooks.closed();
  }

  readonly #checked = (event: Event): void => {
    const item = (event.target as Element).closest<HTMLElement>('[data-choice]');
    if (item) this.#note(item);
  };

  #toggle(item: HTMLElement | undefined): void {
    const box = item && one<HTMLInputElement>('input', item);
    if (!item || !box) return;
    box.checked = !box.checked;
    this.#note(item);
  }

  #note(item: HTMLElement): void {
    const box = one<HTMLInputElement>('input', item);
    const id = item.dataset[this.#action === 'merge' ? 'incident' : 'claim'];
    if (!box || !id) return;
    if (box.checked) this.#chosen.add(id);
    else this.#chosen.delete(id);
    item.classList.toggle('chosen', box.checked);
    say(`${box.checked ? 'Chosen' : 'Not chosen'}: ${item.textContent?.trim().replace(/\s+/g, ' ').slice(0, 80) ?? ''}`);
  }

  #finish(): void {
    if (!this.#chosen.size) return say('Choose at least one by its digit first.');
    const others = [...this.#chosen];
    this.close();
    this.#hooks.done(others);
  }
}
