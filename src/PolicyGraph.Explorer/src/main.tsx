import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { questions } from './questions';

const fetcher = async (parameters: unknown) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(parameters),
  });
  return response.json();
};

const root = document.getElementById('explorer');
if (root) {
  createRoot(root).render(<GraphiQL fetcher={fetcher} defaultTabs={questions.map((query) => ({ query }))} />);
}
