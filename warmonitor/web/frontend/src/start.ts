// The palette's button, and the part that this page needs.
import './styles/tokens.css';
import './styles/page.css';
import './styles/forms.css';
import './styles/tables.css';
import './styles/overview.css';
import './styles/reading.css';
import './styles/ledgers.css';
import './styles/review.css';
import { themeButton } from './theme.ts';

const PAGES: Record<string, () => Promise<() => void>> = {
  overview: async () => (await import('./overview/index.ts')).overview,
  incident: async () => (await import('./incident.ts')).incident,
  report: async () => (await import('./report.ts')).report,
  ledger: async () => (await import('./ledger/index.ts')).ledger,
  queue: async () => (await import('./review/index.ts')).review,
};

async function start(): Promise<void> {
  themeButton();
  const open = PAGES[document.body.dataset['page'] ?? ''];
  if (open) (await open())();
  document.documentElement.dataset['live'] = 'yes'; // tests and screenshots wait for it
}

void start();
