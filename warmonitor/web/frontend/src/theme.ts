// The button that chooses the palette: as the system says, light, or dark.
import { one, say } from './dom.ts';

const CHOICES = ['auto', 'light', 'dark'] as const;
type Choice = (typeof CHOICES)[number];

function chosen(): Choice {
  const set = document.documentElement.dataset['theme'];
  return set === 'light' || set === 'dark' ? set : 'auto';
}

function keep(choice: Choice): void {
  if (choice === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  try {
    localStorage.setItem('desk.theme', choice);
  } catch {
    // a browser that stores nothing keeps the choice for this page only
  }
  document.dispatchEvent(new Event('palette'));
}

export function themeButton(): void {
  const button = one<HTMLButtonElement>('#theme');
  if (!button) return;
  const show = (): void => {
    const sign = { auto: '◐', light: '☀', dark: '☾' }[chosen()];
    button.textContent = `${sign} ${chosen()}`;
    button.setAttribute('aria-label', `Palette: ${chosen()}. Change it`);
  };
  button.hidden = false;
  show();
  button.addEventListener('click', () => {
    keep(CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length] ?? 'auto');
    show();
    say(`Palette: ${chosen()}`);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    document.dispatchEvent(new Event('palette'));
  });
}

/** The colour that a custom property of the sheet comes to under the palette of the moment. */
export function colour(name: string): string {
  const probe = document.createElement('i');
  probe.hidden = true;
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
