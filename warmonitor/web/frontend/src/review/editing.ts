// Editing a field: choose it, select the words that carry the value, say the value, save. All of it works by keyboard.
import { all, make, one, say } from '../dom.ts';
import { selected, wordRanges, type Words } from '../text/offsets.ts';
import { valueOf } from './value.ts';

interface Edit {
  field: string;
  after: unknown;
  start: number;
  end: number;
}

interface Hooks {
  save(edit: Edit): void;
  closed(): void;
}

export class Editing {
  readonly #hooks: Hooks;
  readonly #panel = make('section', { class: 'panel editing', 'aria-label': 'Edit a field' });
  readonly #field = make('select', { id: 'edit-field' });
  readonly #value = make('input', { id: 'edit-value', type: 'text', autocomplete: 'off', dir: 'auto' });
  readonly #quoted = make('q', { class: 'quoted', dir: 'auto' });
  readonly #flaw = make('p', { class: 'flaw', role: 'alert' });
  #words: Words | null = null;
  #ranges: Range[] = [];
  #anchor = -1;
  #focus = -1;

  constructor(field: string | null, hooks: Hooks) {
    this.#hooks = hooks;
    this.#build(field);
    document.addEventListener('selectionchange', this.#select);
  }

  /** True when the key meant something here. */
  key(event: KeyboardEvent): boolean {
    const inside = this.#panel.contains(event.target as Node);
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) this.#save();
    else if (inside) return false;
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.#step(event.key === 'ArrowRight' ? 1 : -1, event.shiftKey);
    else if (/^[1-9]$/.test(event.key)) this.#choose(one(`#fields tr[data-choice="${event.key}"]`)?.dataset['field'] ?? '');
    else return event.key.length === 1; // no ruling by a letter while a field is open
    return true;
  }

  close(): void {
    document.removeEventListener('selectionchange', this.#select);
    this.#panel.remove();
    for (const row of all('#fields tr.chosen')) row.classList.remove('chosen');
    one('#decision')?.classList.remove('is-editing');
    this.#hooks.closed();
  }

  get #text(): HTMLElement | null {
    return one('#decision #text') ?? one('#text');
  }

  #build(field: string | null): void {
    for (const row of all('#fields tr[data-field]')) {
      const name = row.dataset['field'] ?? '';
      const words = one('th', row)?.textContent?.replace(/^\s*\d+\s*/, '').trim() || name;
      this.#field.append(make('option', { value: name }, words));
    }
    const save = make('button', { type: 'button', class: 'primary' }, make('kbd', {}, '⏎'), ' save');
    const leave = make('button', { type: 'button' }, make('kbd', {}, 'esc'), ' leave it');
    save.addEventListener('click', () => this.#save());
    leave.addEventListener('click', () => this.close());
    this.#field.addEventListener('change', () => this.#choose(this.#field.value));
    this.#value.addEventListener('input', () => (this.#value.dataset['own'] = 'yes'));
    this.#panel.append(
      make('h3', {}, 'Edit a field'),
      make('div', { class: 'step' }, make('label', { for: 'edit-field' }, 'Field ', make('span', { class: 'muted' }, '(its digit)')), this.#field),
      make('div', { class: 'step' }, make('span', { class: 'label' }, 'Words that carry the value ', make('span', { class: 'muted' }, '(select them in the text: mouse, or '), make('kbd', {}, '←'), ' ', make('kbd', {}, '→'), make('span', { class: 'muted' }, ', with Shift for more)')), this.#quoted),
      make('div', { class: 'step' }, make('label', { for: 'edit-value' }, 'Value'), this.#value),
      this.#flaw,
      make('p', { class: 'actions' }, save, ' ', leave),
    );
    const form = one('#ruling');
    if (form) form.before(this.#panel);
    else one('#decision')?.append(this.#panel);
    one('#decision')?.classList.add('is-editing');
    this.#ranges = this.#text ? wordRanges(this.#text) : [];
    this.#choose(field ?? this.#field.value);
    this.#show(this.#text ? selected(this.#text) : null);
    const text = this.#text;
    if (text) {
      text.tabIndex = -1;
      text.focus({ preventScroll: true });
    }
    say('Editing. Choose the field by its digit, select the words, then Enter.');
  }

  #choose(field: string): void {
    if (!field) return;
    this.#field.value = field;
    for (const row of all('#fields tr[data-field]')) {
      const it = row.dataset['field'] === field;
      row.classList.toggle('chosen', it);
      if (it) this.#beginAt(row);
    }
    delete this.#value.dataset['own'];
    if (this.#words) this.#value.value = this.#words.text;
  }

  /** The word from which the arrows start: the first of the words that carry the value now. */
  #beginAt(row: HTMLElement): void {
    const from = Number(row.dataset['from'] ?? Number.NaN);
    const evidence = this.#text?.querySelector('.piece.on');
    const at = this.#ranges.findIndex((range) => {
      const piece = range.startContainer.parentElement?.closest<HTMLElement>('.piece');
      return Number.isNaN(from) ? piece === evidence : Number(piece?.dataset['to']) > from;
    });
    this.#anchor = -1;
    this.#focus = Math.max(0, at) - 1;
  }

  #step(by: number, extend: boolean): void {
    const last = this.#ranges.length - 1;
    this.#focus = Math.max(0, Math.min(last, this.#focus + by));
    if (!extend || this.#anchor < 0) this.#anchor = this.#focus;
    const first = this.#ranges[Math.min(this.#anchor, this.#focus)];
    const end = this.#ranges[Math.max(this.#anchor, this.#focus)];
    if (!first || !end) return;
    document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, end.endContainer, end.endOffset);
    end.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  readonly #select = (): void => {
    const words = this.#text ? selected(this.#text) : null;
    if (words) this.#show(words); // a click into the panel clears the selection, not what was chosen
  };

  #show(words: Words | null): void {
    this.#words = words;
    this.#quoted.textContent = words?.text ?? '';
    this.#quoted.classList.toggle('none', !words);
    this.#flaw.textContent = '';
    if (words && this.#value.dataset['own'] !== 'yes') this.#value.value = words.text;
  }

  #save(): void {
    if (!this.#words) return this.#fault('Select the words of the text that carry the value: no evidence, no value.');
    const field = this.#field.value;
    const read = valueOf(field, this.#value.value);
    if ('flaw' in read) return this.#fault(read.flaw);
    const { start, end } = this.#words;
    this.close();
    this.#hooks.save({ field, after: read.value, start, end });
  }

  #fault(words: string): void {
    this.#flaw.textContent = words;
  }
}
