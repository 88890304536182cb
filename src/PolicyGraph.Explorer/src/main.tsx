import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { fetcher } from './fetcher';
import { questions } from './questions';

const root = document.getElementById('explorer');
if (root) {
  createRoot(root).render(<GraphiQL fetcher={fetcher} defaultTabs={questions.map((query) => ({ query }))} />);
}
