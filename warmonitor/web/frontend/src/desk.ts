// What every page loads. The server hands it out under `desk.js?v=…`, so no part may import from it: it would run twice.
import './styles/tokens.css';
import './styles/page.css';
import './styles/forms.css';
import './styles/tables.css';
import './styles/overview.css';
import './styles/reading.css';
import './styles/ledgers.css';
import './styles/review.css';

void import('./start.ts').then(({ start }) => start());
