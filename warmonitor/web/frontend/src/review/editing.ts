// Editing a field: choose it, select the words that carry the value, say the value, save. All of it works by keyboard.
import { all, make, one, say } from '../dom.ts';
import { between, selected, trimmed, wordRanges, type Words } from '../text/offsets.ts';
import { Candidates, placeOf } from './candidates.ts';
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
  readonly #typed = make('input', { id: 'edit-value', type: 'text', autocomplete: 'off', dir: 'auto' });
  readonly #listed = make('select', { id: 'edit-listed', hidden: true });
  readonly #quoted = make('q', { class: 'quoted', dir: 'auto' });
  readonly #flaw = make('p', { class: 'flaw', role: 'alert' });
  readonly #candidates = new Candidates();
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
    this.#typed.addEventListener('input', () => {
      this.#typed.dataset['own'] = 'yes';
      this.#candidates.look(this.#typed.value);
    });
    this.#panel.append(
      make('h3', {}, 'Edit a field'),
      make('div', { class: 'step' }, make('label', { for: 'edit-field' }, 'Field ', make('span', { class: 'muted' }, '(its digit)')), this.#field),
      make('div', { class: 'step' }, make('span', { class: 'label' }, 'Words that carry the value ', make('span', { class: 'muted' }, '(select them in the text: mouse, or '), make('kbd', {}, '←'), ' ', make('kbd', {}, '→'), make('span', { class: 'muted' }, ', with Shift for more)')), this.#quoted),
      make('div', { class: 'step' }, make('label', { for: 'edit-value' }, 'Value'), this.#typed, this.#listed),
      this.#candidates.panel,
      this.#flaw,
      make('p', { class: 'actions' }, save, ' ', leave),
    );
    one('#fields')?.after(this.#panel);
    one('#decision')?.classList.add('is-editing');
    this.#ranges = this.#text ? wordRanges(this.#text) : [];
    this.#choose(field ?? this.#field.value);
    const words = this.#text ? selected(this.#text) : null;
    if (words) this.#show(words);
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
      if (it) this.#take(row);
    }
  }

  /** What the field says now, and the words that carry it: both stay until the person says otherwise. */
  #take(row: HTMLElement): void {
    const { raw = '', options = '', from, to } = row.dataset;
    this.#typed.hidden = !!options;
    this.#listed.hidden = !options;
    this.#panel.querySelector('label[for^="edit-value"], label[for^="edit-listed"]')?.setAttribute('for', options ? this.#listed.id : this.#typed.id);
    this.#listed.replaceChildren(...options.split(' ').filter(Boolean).map((option) => make('option', { value: option }, option.replaceAll('_', ' '))));
    this.#listed.value = raw;
    delete this.#typed.dataset['own'];
    this.#typed.value = raw;
    this.#candidates.open(row.dataset['field'] ?? '', raw);
    this.#anchor = -1;
    this.#words = null;
    if (from && to && this.#text) this.#show(trimmed(Number(from), between(this.#text, Number(from), Number(to))), false);
    else this.#show(null, false);
    this.#focus = this.#wordAt(from ? Number(from) : null) - 1;
  }

  /** The word from which the arrows start: the first of those that carry the value, else of the evidence. */
  #wordAt(from: number | null): number {
    const pieceOf = (range: Range): HTMLElement | null => range.startContainer.parentElement?.closest<HTMLElement>('.piece') ?? null;
    const found = this.#ranges.findIndex((range) => {
      const piece = pieceOf(range);
      return from === null ? piece?.classList.contains('on') : Number(piece?.dataset['to']) > from;
    });
    return Math.max(0, found);
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

  #show(words: Words | null, asValue = true): void {
    this.#words = words;
    this.#quoted.textContent = words?.text ?? '';
    this.#quoted.classList.toggle('none', !words);
    this.#flaw.textContent = '';
    if (words && asValue && this.#typed.dataset['own'] !== 'yes') {
      this.#typed.value = words.text;
      this.#candidates.look(words.text);
    }
  }

  #save(): void {
    if (!this.#words) return this.#fault('Select the words of the text that carry the value: no evidence, no value.');
    const field = this.#field.value;
    const read = valueOf(field, this.#listed.hidden ? this.#typed.value : this.#listed.value);
    if ('flaw' in read) return this.#fault(read.flaw);
    const { start, end } = this.#words;
    const place = this.#candidates.chosen;
    this.close();
    this.#hooks.save({ field: place ? placeOf(field) ?? field : field, after: place ?? read.value, start, end });
  }

  #fault(words: string): void {
    this.#flaw.textContent = words;
  }
}
