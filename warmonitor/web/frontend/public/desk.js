// The server hands this file out as `desk.js?v=…`. What it loads has one address only, so that nothing runs twice.
import './parts/start.js';
