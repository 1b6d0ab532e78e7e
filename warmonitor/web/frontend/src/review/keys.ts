// Which key does what in the review, and how a person changes it.

export const ACTIONS = {
  accept: 'accept and go on',
  reject: 'reject and go on',
  edit: 'edit a field',
  merge: 'merge with another incident',
  split: 'split claims off',
  unsure: 'unsure, and go on',
  undo: 'undo my last ruling',
  on: 'next, without ruling',
  back: 'back one',
  keys: 'show and change the keys',
} as const;

export type Action = keyof typeof ACTIONS;
export type Keys = Record<Action, string>;

export const USUAL: Keys = {
  accept: 'a',
  reject: 'x',
  edit: 'e',
  merge: 'm',
  split: 's',
  unsure: 'u',
  undo: 'Backspace',
  on: 'j',
  back: 'k',
  keys: '?',
};

/** Keys that mean something else everywhere. */
const TAKEN = new Set(['Tab', 'Enter', 'Escape', ' ', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

export const free = (key: string): boolean => !TAKEN.has(key) && !/^[0-9]$/.test(key) && !key.startsWith('Arrow');

/** The kept keys over the usual ones; anything odd or given twice falls back. */
export function keysOf(kept: string | null): Keys {
  let own: Partial<Record<string, unknown>> = {};
  try {
    const read: unknown = JSON.parse(kept ?? '{}');
    if (read && typeof read === 'object') own = read as Partial<Record<string, unknown>>;
  } catch {
    // what is no JSON is no choice
  }
  const keys = { ...USUAL };
  for (const action of Object.keys(USUAL) as Action[]) {
    const key = own[action];
    if (typeof key === 'string' && key && free(key)) keys[action] = key;
  }
  return new Set(Object.values(keys)).size === Object.keys(keys).length ? keys : { ...USUAL };
}

/** The keys with one changed, or what stands against it. */
export function changed(keys: Keys, action: Action, key: string): { keys: Keys } | { taken: string } {
  if (!free(key)) return { taken: `${shown(key)} cannot be used: it does something else on every page` };
  const other = (Object.keys(keys) as Action[]).find((one) => one !== action && keys[one] === key);
  if (other) return { taken: `${shown(key)} already means “${ACTIONS[other]}”` };
  return { keys: { ...keys, [action]: key } };
}

export function actionFor(keys: Keys, key: string): Action | null {
  const found = (Object.keys(keys) as Action[]).find((action) => keys[action] === key);
  return found ?? (Object.keys(keys) as Action[]).find((action) => keys[action] === key.toLowerCase()) ?? null;
}

export const shown = (key: string): string =>
  ({ Backspace: '⌫', ' ': 'space', ArrowLeft: '←', ArrowRight: '→', Delete: 'del' })[key] ?? key;
