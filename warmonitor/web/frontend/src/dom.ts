// Small words for the page: find, make, say. Text is always set as text, never as mark-up.

export function one<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T | null {
  return within.querySelector<T>(selector);
}

export function all<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

type Attributes = Record<string, string | number | boolean | null | undefined>;
type Child = Node | string | null | undefined;

function fill<T extends Element>(element: T, attributes: Attributes, children: Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined));
  return element;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

export function draw<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/** Tells screen readers what happened; a second time the same words are told again. */
export function say(words: string): void {
  const box = one('#say');
  if (!box) return;
  box.textContent = '';
  window.setTimeout(() => {
    box.textContent = words;
  }, 30);
}

/** The server's mark-up in place of an element, e.g. a part of the page that it renders anew. */
export function swap(old: Element, html: string): HTMLElement | null {
  const fresh = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (!(fresh instanceof HTMLElement)) return null;
  old.replaceWith(fresh);
  return fresh;
}

/** Calls `run` once things have been quiet for `wait` milliseconds. */
export function afterwards<A extends unknown[]>(wait: number, run: (...given: A) => void): (...given: A) => void {
  let timer = 0;
  return (...given) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => run(...given), wait);
  };
}

export const stillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
